import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { speech, volume } from "../../main/resources/web/voice/speech.js";

const packed = (language) =>
  JSON.parse(readFileSync(new URL(`../../main/resources/web/voice/${language}/manifest.json`, import.meta.url), "utf8"));
const settings = { chime: "chime.mp3", times: 2, pause: 450, languages: ["vi", "en"] };
const manifests = {
  vi: {
    language: "vi",
    reading: packed("vi").reading,
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
    reading: packed("en").reading,
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

test("plays the centre's own recording where there is one", () => {
  const recorded = { vi: { please: "please.wav?v=7" } };
  const { parts } = speech({ number: "A025", counter: 3 }, { ...settings, recorded }, manifests);

  assert.ok(parts.includes("vi/please.wav?v=7"));
  assert.ok(parts.includes("vi/to-counter.mp3"));
});

test("speaks the centre's language when the folder of the visitor's is broken", () => {
  const { text } = speech({ number: "A025", counter: 3, language: "en" }, settings, { vi: manifests.vi });

  assert.equal(text, VIETNAMESE);
});

test("is as loud as the hour of the hall says", () => {
  const day = { volume: [{ from: "06:00", percent: 60 }, { from: "07:30", percent: 100 }, { from: "11:30", percent: 40 }] };
  const at = (time) => volume(day, `2026-11-23T${time}:00.000+07:00`);

  assert.deepEqual(["05:59", "06:00", "07:29", "07:30", "12:00"].map(at), [1, 0.6, 0.6, 1, 0.4]);
  assert.equal(volume({}, "2026-11-23T07:30:00.000+07:00"), 1);
  assert.equal(volume({ volume: [{ from: "00:00", percent: 900 }] }, undefined), 1);
});
