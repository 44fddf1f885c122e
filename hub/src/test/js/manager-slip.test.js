import assert from "node:assert/strict";
import { test } from "node:test";
import { inGroups, printersOf } from "../../main/resources/web/manager/slip.js";

test("writes a hash in groups that two people can compare", () => {
  assert.equal(inGroups("0123456789abcdef01"), "01234567 89abcdef 01");
  assert.equal(inGroups("a".repeat(64)).split(" ").length, 8);
  assert.equal(inGroups(""), "");
});

test("offers the kiosks whose printer would print it", () => {
  const part = (device, condition, type = "PRINTER") => ({ device, type, condition });
  assert.deepEqual(printersOf({ hardware: [part("K3", "OK"), part("K1", "LOW"), part("K2", "OUT"), part("B1", "OK", "BOARD")] }), ["K1", "K3"]);
  assert.deepEqual(printersOf({}), []);
});
