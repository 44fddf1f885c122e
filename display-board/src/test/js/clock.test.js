import assert from "node:assert/strict";
import { test } from "node:test";
import { age } from "../../main/resources/web/tv/age.js";
import { clock } from "../../main/resources/web/tv/clock.js";

test("shows the hall's time of day and date, wherever the television stands", () => {
  const { time, day } = clock(new Date("2026-11-22T17:05:00Z"), "Asia/Ho_Chi_Minh");

  assert.equal(time, "00:05");
  assert.match(day.vi, /^Thứ Hai, 23 tháng 11$/);
  assert.match(day.en, /^Monday,? 23 November$/);
});

test("says the age of a picture in seconds, then in minutes", () => {
  assert.deepEqual([12_400, 59_999, 60_000, 185_000].map(age), [
    { unit: "seconds", n: 12 },
    { unit: "seconds", n: 59 },
    { unit: "minutes", n: 1 },
    { unit: "minutes", n: 3 },
  ]);
});
