// @ts-check
/**
 * What is said for a call: the announcement of the manifest, filled in, as parts to play and as text.
 *
 * @typedef {{ text: string, say?: string }} Clip the words of a clip; `say` is how the synthesiser spells them
 * @typedef {object} Manifest
 * @property {string} language
 * @property {string} [name] the language's own name
 * @property {(string | number)[]} announcement clips, pauses in milliseconds, and where "{number}" and "{counter}" are read
 * @property {import("./reading.js").Reading} reading
 * @property {Record<string, Clip>} clips
 * @typedef {{ from: string, percent: number }} Loudness from "HH:MM" on, until the next one
 * @typedef {object} Settings
 * @property {string} chime
 * @property {number} times
 * @property {number} pause milliseconds between one time and the next
 * @property {string[]} languages the centre's own first
 * @property {Loudness[]} [volume] through the day; 100 percent where nothing is said
 * @property {Record<string, Record<string, string>>} [recorded] files of the centre's own clips, by language and clip
 * @typedef {{ number: string, counter: number, language?: string, at?: string }} Call `at` is the hall's own time
 * @typedef {{ parts: (string | number)[], text: string, volume: number }} Speech `parts` are files and pauses in
 *   milliseconds; `volume` is 1 at the most
 */
import { numberWords, ticketWords } from "./reading.js";

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
  const sentences = languages(call, settings, manifests).map((language) =>
    sentence(call, manifests[language], settings.recorded?.[language] ?? {}),
  );
  return {
    parts: [settings.chime, ...sentences.flatMap(({ parts }) => [settings.pause, ...parts])],
    text: [...new Set(sentences.map(({ text }) => text))].join(". "),
    volume: volume(settings, call.at),
  };
}

/**
 * A language of which only the folder is broken is left out, and the centre's own is spoken instead.
 *
 * @param {Call} call
 * @param {Settings} settings
 * @param {Record<string, Manifest>} manifests
 */
function languages(call, settings, manifests) {
  const [centres] = settings.languages;
  const visitors = settings.languages.find((language) => language === call.language && manifests[language]) ?? centres;
  return [...Array(settings.times - 1).fill(centres), visitors];
}

/**
 * @param {Call} call
 * @param {Manifest} manifest
 * @param {Record<string, string>} recorded
 */
function sentence(call, { language, announcement, reading, clips }, recorded) {
  const words = announcement.flatMap((part) => read(part, call, reading));
  return {
    parts: words.map((word) => (typeof word === "number" ? word : file(language, word, recorded))),
    text: words.map((word) => (typeof word === "number" ? "," : ` ${clips[word].text}`)).join("").trim(),
  };
}

/**
 * @param {string | number} part
 * @param {Call} call
 * @param {import("./reading.js").Reading} reading
 */
function read(part, call, reading) {
  if (part === "{number}") return ticketWords(call.number, reading);
  if (part === "{counter}") return numberWords(call.counter, reading);
  return [part];
}

/**
 * Where a clip lies: the centre's own recording, or else the one that came with the program.
 *
 * @param {string} language
 * @param {string} clip
 * @param {Record<string, string>} [recorded] files by clip
 */
export function file(language, clip, recorded = {}) {
  return `${language}/${recorded[clip] ?? `${clip}.mp3`}`;
}

/**
 * @param {Settings} settings
 * @param {string} [at] such as "2026-11-23T07:05:00.000+07:00"
 * @returns {number} 0 to 1
 */
export function volume({ volume: day = [] }, at) {
  const time = at?.slice(11, 16) ?? "12:00";
  const last = [...day].reverse().find(({ from }) => from <= time);
  return Math.min(100, Math.max(0, last?.percent ?? 100)) / 100;
}
