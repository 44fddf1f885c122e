import assert from "node:assert/strict";
import { test } from "node:test";
import { withCode } from "../../main/resources/web/lib/pairing.js";

test("says the code after what is wrong, in both languages", () => {
  const refused = { code: "DEVICE_REVOKED", messageVi: "Đã bị thu hồi.", messageEn: "Revoked." };

  assert.deepEqual(withCode(refused, "BCDF-GHJK"), {
    code: "DEVICE_REVOKED",
    messageVi: "Đã bị thu hồi. Mã ghép nối: BCDF-GHJK",
    messageEn: "Revoked. Pairing code: BCDF-GHJK",
  });
});
