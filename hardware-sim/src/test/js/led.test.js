import assert from "node:assert/strict";
import { test } from "node:test";
import { matrix, segments } from "../../main/resources/web/sim/led.js";

const A = ["01110", "10001", "10001", "11111", "10001", "10001", "10001"];

test("a sign has all its dots, lit or not", () => {
  const dots = matrix([A], 2, 2);

  assert.equal(dots.length, 15);
  assert.equal(dots[0].length, 11);
  assert.deepEqual(dots[0], [false, true, true, true, false, false, false, false, false, false, false]);
  assert.ok(dots.slice(7).every((row) => row.every((dot) => !dot)));
});

test("a second line stands under the first, a dark row between", () => {
  const dots = matrix([A, A], 1, 1);

  assert.equal(dots.length, 15);
  assert.deepEqual(dots[7], [false, false, false, false, false]);
  assert.deepEqual(dots[8], dots[0]);
});

test("what does not fit is not shown", () => {
  assert.equal(matrix([A.map((row) => row.repeat(4))], 2, 1)[0].length, 11);
});

test("digits light their segments", () => {
  const lit = [..."0123456789"].map((digit) => segments(digit).length);

  assert.deepEqual(lit, [6, 2, 5, 5, 4, 5, 6, 3, 7, 6]);
});

test("every prefix of the default plan can be told from the others' digits, and a space is dark", () => {
  for (const letter of "ABCDEFGHKLMNPQRSTUV") assert.notEqual(segments(letter), "", letter);
  assert.equal(segments(" "), "");
  assert.equal(segments("-"), "g");
});
