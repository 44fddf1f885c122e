import assert from "node:assert/strict";
import { test } from "node:test";
import { grouped, isWhole, lettered } from "../../main/resources/web/kiosk/code.js";

const typed = (keys) => [...keys].reduce(lettered, "");

test("letters that look alike are the same", () => {
  assert.equal(typed("oil0"), "0110");
});

test("a letter that no code has is not typed, nor a ninth", () => {
  assert.equal(typed("7uk3m9qxd"), "7K3M9QXD");
  assert.equal(typed("7k3m9qxd5"), "7K3M9QXD");
  assert.equal(isWhole(typed("7k3m9qx")), false);
  assert.equal(isWhole(typed("7k3m9qxd")), true);
});

test("the last letter or all can be taken back", () => {
  assert.equal(lettered("7K3", "back"), "7K");
  assert.equal(lettered("", "back"), "");
  assert.equal(lettered("7K3", "clear"), "");
});

test("what is missing is seen", () => {
  assert.equal(grouped(""), "____-____");
  assert.equal(grouped("7K3M9"), "7K3M-9___");
});
