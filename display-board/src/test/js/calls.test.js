import assert from "node:assert/strict";
import { test } from "node:test";
import { RECENT, calls } from "../../main/resources/web/tv/calls.js";

const call = (number, counter = 1) => ({ number, counter });
const hall = (...numbers) => ({ day: "2026-11-23", calls: numbers.map((number) => call(number)) });
const numbers = ({ large, recent }) => [large?.number, ...recent.map(({ call }) => call.number)];

const SILENCE = { waiting: [] };

test("shows the newest call large and the older ones in the list", () => {
  assert.deepEqual(numbers(calls(hall("C003", "B002", "A001"), SILENCE)), ["C003", "B002", "A001"]);
});

test("a newer call stands in the list until the one before has been spoken", () => {
  const shown = calls(hall("C003", "B002", "A001"), { speaking: call("B002"), waiting: [call("C003")] });

  assert.deepEqual(numbers(shown), ["B002", "C003", "A001"]);
  assert.equal(shown.announced, true);
});

test("marks the calls that wait for their voice", () => {
  const { recent } = calls(hall("C003", "B002", "A001"), { speaking: call("B002"), waiting: [call("C003")] });

  assert.deepEqual(
    recent.map(({ awaited }) => awaited),
    [true, false],
  );
});

test("is quiet when nothing is spoken", () => {
  assert.equal(calls(hall("A001"), SILENCE).announced, false);
});

test("lists only as many as can be read from far", () => {
  const { recent } = calls(hall(..."ABCDEFGHKL"), SILENCE);

  assert.equal(recent.length, RECENT);
});

test("shows nothing large before the first call", () => {
  assert.deepEqual(calls(hall(), SILENCE), { open: true, large: undefined, announced: false, recent: [] });
});

test("shows no call while no business day is open", () => {
  const closed = { ...hall("A001"), day: undefined };

  assert.deepEqual(calls(closed, { speaking: call("A001"), waiting: [] }), { open: false, announced: false, recent: [] });
});
