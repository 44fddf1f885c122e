// @ts-check
/**
 * What the pages of staff that listen to the hall tell alike. Needs staff.css; the page's catalogue has the words "lost"
 * and "note…".
 *
 * @typedef {import("./words.js").Words} Words
 * @typedef {{tone: "warn", problem: import("./api.js").HubProblem}
 *   | {tone: "calm" | "warn", key: string, values?: Record<string, string | number>}} Note what came of what was asked;
 *   a key has words as "note.key"
 */
import { HubProblem } from "./api.js";
import { html, nothing } from "/lib/lit-html/lit-html.js";

/** @param {{silentMs: number | null, w: Words}} page how long the hub has been silent; null while it is heard */
export function lostBanner({ silentMs, w }) {
  if (silentMs === null) return nothing;
  return html`<p class="banner" role="alert">${w("lost", { seconds: Math.round(silentMs / 1_000) })}</p>`;
}

/**
 * The page itself, which neither key nor finger nor screen reader reaches while it asks something in front of all.
 *
 * @param {boolean} asks
 * @param {unknown} page
 */
export function behind(asks, page) {
  return html`<div class="behind" ?inert=${asks}>${page}</div>`;
}

/** Where whoever walks by keyboard goes on, when something is asked in front of all. */
export function enterDialog() {
  /** @type {HTMLElement | null} */ (document.querySelector("[role=dialog] input"))?.focus();
}

/** @param {{note: Note | null, language: import("./words.js").Language, w: Words}} page */
export function noteOf({ note, language, w }) {
  const text = note && ("problem" in note ? note.problem.words(language) : w(`note.${note.key}`, note.values));
  return html`<p class="note ${note?.tone ?? ""}" role="status">${text}</p>`;
}

/** What is left to say once the hub is heard again: it no longer does not answer. @param {Note | null} note */
export function noteOnceBack(note) {
  return note && "key" in note && note.key === "away" ? null : note;
}

/** @param {import("./questions.js").Trouble} trouble @returns {Note} */
export function noteOfTrouble(trouble) {
  return trouble instanceof HubProblem ? { tone: "warn", problem: trouble } : { tone: "warn", key: "away" };
}
