import assert from "node:assert/strict";
import { test } from "node:test";
import { voiceOf } from "../../main/resources/web/tablet/say.js";

const google = { name: "Google", lang: "vi-VN", localService: false };
const own = { name: "Linh", lang: "vi_VN", localService: true };
const english = { name: "Sam", lang: "en-GB", localService: true };

test("the machine's own voice of the language speaks", () => {
  assert.equal(voiceOf([english, google, own], "vi"), own);
  assert.equal(voiceOf([english, google], "vi"), google);
});

test("a machine without the language is silent", () => {
  assert.equal(voiceOf([english], "vi"), undefined);
  assert.equal(voiceOf([], "en"), undefined);
});
