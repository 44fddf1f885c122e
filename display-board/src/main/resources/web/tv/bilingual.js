// @ts-check
/** Screens for everybody in the hall speak both languages at once: Vietnamese, and English small beside it. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { words } from "/lib/words.js";

/**
 * @param {import("/lib/words.js").Catalogue} catalogue
 * @returns {(key: string, values?: Record<string, string | number>) => unknown}
 */
export function bilingual(catalogue) {
  const vi = words(catalogue, "vi");
  const en = words(catalogue, "en");
  return (key, values) => inBoth({ vi: vi(key, values), en: en(key, values) });
}

/** @param {import("/lib/hall.js").Text} text */
export function inBoth({ vi, en }) {
  return html`${vi}${en === vi ? nothing : html` <small lang="en">${en}</small>`}`;
}
