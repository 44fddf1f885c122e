import assert from "node:assert/strict";
import { test } from "node:test";
import { fromTo, inLanguage, words } from "../../main/resources/web/lib/words.js";

const catalogue = {
  vi: { ahead: "Còn {ahead} người ở quầy {counter}" },
  en: { ahead: "{ahead} people ahead at counter {counter}" },
};

test("values take their place in each language", () => {
  assert.equal(words(catalogue, "vi")("ahead", { ahead: 0, counter: 3 }), "Còn 0 người ở quầy 3");
  assert.equal(words(catalogue, "en")("ahead", { ahead: 2, counter: 3 }), "2 people ahead at counter 3");
});

test("a value is text, whatever it looks like", () => {
  assert.equal(words(catalogue, "vi")("ahead", { ahead: "{counter}", counter: "$&" }), "Còn {counter} người ở quầy $&");
});

test("words of the plan follow the language", () => {
  const name = { vi: "Đất đai", en: "Land" };

  assert.equal(inLanguage(name, "vi"), "Đất đai");
  assert.equal(inLanguage(name, "en"), "Land");
});

test("a range of one is that one", () => {
  assert.equal(fromTo(3, 5), "3–5");
  assert.equal(fromTo(1, 1), "1");
});
