import assert from "node:assert/strict";
import { test } from "node:test";
import { speech } from "../../main/resources/web/voice/speech.js";

const settings = { chime: "chime.mp3", times: 2, pause: 450, languages: ["vi", "en"] };
const manifests = {
  vi: {
    language: "vi",
    announcement: ["please", "{number}", 150, "to-counter", "{counter}"],
    clips: {
      please: { text: "Xin mời số thứ tự" },
      "to-counter": { text: "đến quầy số" },
      A: { text: "A", say: "a" },
      0: { text: "không" },
      2: { text: "hai" },
      3: { text: "ba" },
      tens: { text: "mươi" },
      "five-after-ten": { text: "lăm" },
    },
  },
  en: {
    language: "en",
    announcement: ["please", "{number}", "to-counter", "{counter}"],
    clips: {
      please: { text: "Ticket number" },
      "to-counter": { text: "please go to counter" },
      A: { text: "A" },
      0: { text: "zero" },
      2: { text: "two" },
      3: { text: "three" },
      5: { text: "five" },
    },
  },
};
const VIETNAMESE = "Xin mời số thứ tự A không hai mươi lăm, đến quầy số ba";

test("rings, then says the number and the counter twice", () => {
  const { parts, text } = speech({ number: "A025", counter: 3, language: "vi" }, settings, manifests);

  const once = ["please", "A", "0", "2", "tens", "five-after-ten", 150, "to-counter", "3"].map((part) =>
    typeof part === "number" ? part : `vi/${part}.mp3`,
  );
  assert.deepEqual(parts, ["chime.mp3", 450, ...once, 450, ...once]);
  assert.equal(text, VIETNAMESE);
});

test("says it the last time in the visitor's own language", () => {
  const { parts, text } = speech({ number: "A025", counter: 3, language: "en" }, settings, manifests);

  assert.ok(parts.includes("vi/please.mp3") && parts.includes("en/please.mp3"));
  assert.equal(text, `${VIETNAMESE}. Ticket number A zero two five please go to counter three`);
});

test("speaks the centre's language to a visitor whose language has no clips", () => {
  const { text } = speech({ number: "A025", counter: 3, language: "fr" }, settings, manifests);

  assert.equal(text, VIETNAMESE);
});
