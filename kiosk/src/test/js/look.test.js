import assert from "node:assert/strict";
import { test } from "node:test";
import { inOtherLanguage, toggled, USUAL } from "../../main/resources/web/kiosk/look.js";
import { voiceFor } from "../../main/resources/web/kiosk/speech.js";

test("what one visitor wishes is undone by the same touch, and changes nothing for the next", () => {
  const large = toggled(USUAL, "large");

  assert.equal(large.large, true);
  assert.deepEqual(toggled(large, "large"), USUAL);
  assert.equal(inOtherLanguage(large).language, "en");
  assert.deepEqual(inOtherLanguage(inOtherLanguage(large)), large);
  assert.equal(USUAL.large, false);
});

test("a text is read by a voice of its language or by none", () => {
  const english = { lang: "en-US", localService: true };
  const far = { lang: "vi-VN", localService: false };
  const near = { lang: "vi_VN", localService: true };

  assert.equal(voiceFor([english], "vi"), null);
  assert.equal(voiceFor([], "vi"), null);
  assert.equal(voiceFor([english, far, near], "vi"), near);
  assert.equal(voiceFor([far, english], "vi"), far);
  assert.equal(voiceFor([near, english], "en"), english);
});
