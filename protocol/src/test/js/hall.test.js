import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { after } from "../../main/resources/web/lib/hall.js";

// The same cases hold HallView.after in Java: HallViewTest.
const cases = JSON.parse(
  readFileSync(new URL("../resources/vn/luot/protocol/message/hall-after.json", import.meta.url), "utf8"),
);

for (const { name, hall, step, after: expected } of cases) {
  test(name, () => {
    const before = JSON.stringify(hall);

    const result = after(hall, step);

    assert.deepEqual(JSON.parse(JSON.stringify(result)), expected);
    assert.equal(JSON.stringify(hall), before, "the hall before stays as it was");
  });
}
