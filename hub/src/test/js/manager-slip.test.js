import assert from "node:assert/strict";
import { test } from "node:test";
import { inGroups, noteOf, printersOf } from "../../main/resources/web/manager/slip.js";

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

test("never says of a paper that may have come out that it did not", () => {
  const why = { vi: "Máy không trả lời kịp.", en: "The kiosk did not answer in time." };

  assert.deepEqual(noteOf("K1", { outcome: "DONE" }, "vi"), { tone: "calm", key: "slip-printed", values: { kiosk: "K1" } });
  assert.deepEqual(noteOf("K1", { outcome: "NOT_DONE", why }, "vi"), { tone: "warn", key: "slip-not-printed", values: { kiosk: "K1", why: why.vi } });
  assert.deepEqual(noteOf("K1", { outcome: "UNKNOWN", why }, "en"), { tone: "warn", key: "slip-unknown", values: { kiosk: "K1", why: why.en } });
  assert.equal(noteOf("K1", { outcome: "UNKNOWN" }, "en").values.why, "");
});
