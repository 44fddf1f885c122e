import assert from "node:assert/strict";
import { test } from "node:test";
import { clock, hallDay, hallTime, written } from "../../main/resources/web/lib/times.js";

const HALL = "Asia/Ho_Chi_Minh";

test("an hour is the hall's, wherever the machine thinks it is", () => {
  assert.equal(hallTime("2026-11-24", "09:00", HALL), "2026-11-24T09:00:00+07:00");
  assert.equal(Date.parse(hallTime("2026-11-24", "09:00", "UTC")), Date.UTC(2026, 10, 24, 9));
  assert.equal(clock("2026-11-24T02:05:00.000Z", HALL), "09:05");
});

test("a day is the hall's, and people write the day first", () => {
  assert.equal(hallDay(Date.parse("2026-11-23T18:00:00Z"), HALL), "2026-11-24");
  assert.equal(written("2026-11-24"), "24/11/2026");
});
