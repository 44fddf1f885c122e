import assert from "node:assert/strict";
import { test } from "node:test";
import { inGroups } from "../../main/resources/web/manager/slip.js";

test("writes a hash in groups that two people can compare", () => {
  assert.equal(inGroups("0123456789abcdef01"), "01234567 89abcdef 01");
  assert.equal(inGroups("a".repeat(64)).split(" ").length, 8);
  assert.equal(inGroups(""), "");
});
