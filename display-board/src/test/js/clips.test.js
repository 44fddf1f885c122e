import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { test } from "node:test";
import { numberWords, ticketWords } from "../../main/resources/web/voice/reading.js";
import { speech } from "../../main/resources/web/voice/speech.js";

const voice = new URL("../../main/resources/web/voice/", import.meta.url);
const json = (path) => JSON.parse(readFileSync(new URL(path, voice), "utf8"));
const settings = json("voice.json");
const manifests = Object.fromEntries(settings.languages.map((language) => [language, json(`${language}/manifest.json`)]));

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const everyNumber = [...Array(2200).keys()].map((n) => String(n).padStart(3, "0"));
const everyCounter = [...Array(99).keys()].map((n) => n + 1);

for (const language of settings.languages) {
  const { announcement, clips, reading } = manifests[language];

  test(`${language}: every word that can be read is a clip`, () => {
    const read = [...letters, ...everyNumber]
      .flatMap((number) => ticketWords(number, reading))
      .concat(everyCounter.flatMap((n) => numberWords(n, reading)));

    const missing = [...new Set(read)].filter((name) => !clips[name]);

    assert.deepEqual(missing, []);
  });

  test(`${language}: the announcement names clips, the number and the counter`, () => {
    const fixed = announcement.filter((part) => typeof part === "string" && !part.startsWith("{"));

    assert.deepEqual(fixed.filter((name) => !clips[name]), []);
    assert.ok(announcement.includes("{number}") && announcement.includes("{counter}"));
  });

  test(`${language}: every clip is a file, and every file a clip`, () => {
    const files = readdirSync(new URL(`${language}/`, voice)).filter((name) => name.endsWith(".mp3"));

    assert.deepEqual(files.sort(), Object.keys(clips).map((name) => `${name}.mp3`).sort());
  });
}

test("all clips together are small enough for a weak network", () => {
  const folders = ["", ...settings.languages.map((language) => `${language}/`)];
  const bytes = folders
    .flatMap((folder) => readdirSync(new URL(folder, voice)).map((name) => new URL(folder + name, voice)))
    .filter(({ pathname }) => pathname.endsWith(".mp3"))
    .reduce((sum, file) => sum + statSync(file).size, 0);

  assert.ok(bytes < 400_000, `${bytes} bytes`);
});

test("what is played for a call are files that exist", () => {
  const { parts } = speech({ number: "A025", counter: 21, language: "en" }, settings, manifests);

  const missing = parts.filter((part) => typeof part === "string" && !existsSync(new URL(part, voice)));

  assert.deepEqual(missing, []);
});
