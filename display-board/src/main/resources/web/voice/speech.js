// @ts-check
/**
 * What is said for a call: the announcement of the manifest, filled in, as parts to play and as text.
 *
 * @typedef {{ text: string, say?: string }} Clip the words of a clip; `say` is how the synthesiser spells them
 * @typedef {{ language: string, announcement: (string | number)[], clips: Record<string, Clip> }} Manifest
 *   `announcement` lists clips, pauses in milliseconds, and where "{number}" and "{counter}" are read
 * @typedef {{ chime: string, times: number, pause: number, languages: string[] }} Settings
 *   the centre's own language first; `pause` is the milliseconds between one time and the next
 * @typedef {{ number: string, counter: number, language?: string }} Call
 * @typedef {{ parts: (string | number)[], text: string }} Speech `parts` are files and pauses in milliseconds
 */
import { readers } from "./reading.js";

/**
 * The chime, then the announcement as often as the settings say: in the centre's language, the last time in the
 * visitor's own.
 *
 * @param {Call} call
 * @param {Settings} settings
 * @param {Record<string, Manifest>} manifests by language
 * @returns {Speech}
 */
export function speech(call, settings, manifests) {
  const sentences = languages(call, settings).map((language) => sentence(call, manifests[language]));
  return {
    parts: [settings.chime, ...sentences.flatMap(({ parts }) => [settings.pause, ...parts])],
    text: [...new Set(sentences.map(({ text }) => text))].join(". "),
  };
}

/**
 * @param {Call} call
 * @param {Settings} settings
 */
function languages(call, settings) {
  const [centres] = settings.languages;
  const visitors = settings.languages.find((language) => language === call.language) ?? centres;
  return [...Array(settings.times - 1).fill(centres), visitors];
}

/**
 * @param {Call} call
 * @param {Manifest} manifest
 * @returns {Speech}
 */
function sentence(call, { language, announcement, clips }) {
  const words = announcement.flatMap((part) => read(part, call, language));
  return {
    parts: words.map((word) => (typeof word === "number" ? word : file(language, word))),
    text: words.map((word) => (typeof word === "number" ? "," : ` ${clips[word].text}`)).join("").trim(),
  };
}

/**
 * @param {string | number} part
 * @param {Call} call
 * @param {string} language
 */
function read(part, call, language) {
  if (part === "{number}") return readers[language].ticket(call.number);
  if (part === "{counter}") return readers[language].counter(call.counter);
  return [part];
}

/**
 * @param {string} language
 * @param {string} clip
 */
export function file(language, clip) {
  return `${language}/${clip}.mp3`;
}
