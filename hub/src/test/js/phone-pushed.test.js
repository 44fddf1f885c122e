import assert from "node:assert/strict";
import { test } from "node:test";
import { cameOf, stands } from "../../main/resources/web/phone/pushed.js";

const place = (ahead, state = "WAITING") => ({ ahead, state });

test("says whether somebody goes first now", () => {
  assert.equal(cameOf(place(2), place(5)), "done");
  assert.equal(cameOf(place(2), place(2)), "nobody");
  assert.equal(cameOf(place(2), place(0, "CALLED")), "");
});

test("stands while the number waits, and no longer", () => {
  assert.equal(stands("done", place(5)), "done");
  assert.equal(stands("nobody", place(0)), "nobody");
  for (const state of ["CALLED", "SERVING", "HELD", "SERVED", "NO_SHOW", "CANCELLED", "VOIDED", "UNSERVED"]) {
    assert.equal(stands("done", place(0, state)), "", state);
  }
  assert.equal(stands("done", "NOT_FOUND"), "");
  assert.equal(stands("done", null), "");
});
