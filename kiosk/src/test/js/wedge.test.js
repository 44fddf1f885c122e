import assert from "node:assert/strict";
import { test } from "node:test";
import { wedge } from "../../main/resources/web/kiosk/wedge.js";

const CARD = "046095012345|205123456|Nguyễn Thị Ánh|02011940|Nữ|Phường Tứ Hạ, Huế|15082021";

/** Types `text` and Enter with `pause` ms before each key. */
function typed(keys, text, pause, from = 1_000) {
  let now = from;
  return [...text, "Enter"].map((key) => keys(key, (now += pause)));
}

test("keys faster than fingers are a scanner's, and Enter ends its code", () => {
  const heard = typed(wedge(), CARD, 15);

  assert.equal(heard.at(-1).code, CARD);
  assert.equal(heard.slice(0, -1).some(({ code }) => code), false);
});

test("from the third key on nobody else hears of them", () => {
  assert.deepEqual(typed(wedge(), "A 12345", 10).map(({ scanning }) => scanning), [false, false, true, true, true, true, true, true]);
});

test("what a person types is no code", () => {
  assert.equal(typed(wedge(), "LH1:12345", 90).some(({ scanning, code }) => scanning || code), false);
});

test("a few fast keys are no code", () => {
  assert.equal(typed(wedge(), "12345", 10).some(({ code }) => code), false);
  assert.deepEqual(wedge()("Enter", 5), { scanning: false });
});

test("shift between two letters is none of them", () => {
  const keys = wedge();
  let now = 0;
  const heard = ["Shift", "L", "Shift", "H", "1", "Shift", ":", "a", "b", "Enter"].map((key) => keys(key, (now += 8)));

  assert.equal(heard.at(-1).code, "LH1:ab");
});

test("what came before a pause, or before Enter, is not of the next code", () => {
  const keys = wedge();
  typed(keys, "garbage", 10, 1_000);
  keys("x", 2_000);

  assert.equal(typed(keys, "LH1:second", 10, 3_000).at(-1).code, "LH1:second");
});

test("no end of keys does not fill the memory", () => {
  assert.equal(typed(wedge(), "x".repeat(10_000), 1).at(-1).code.length, 3_000);
});
