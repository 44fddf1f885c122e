// @ts-check
/** Small parts that the kiosk's views share. What is marked `data-said` is read out to whoever asked for it. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { markOf } from "/lib/marks.js";
import { fromTo, inLanguage, words } from "/lib/words.js";
import { catalogue } from "./words.js";

/**
 * @typedef {import("./kiosk-view.js").Page} Page
 * @typedef {import("./choice.js").Field} Field
 * @typedef {import("./choice.js").Text} Text
 */

/**
 * In the chosen language, and in the other below.
 *
 * @param {Page} page
 * @param {(w: import("/lib/words.js").Words) => string} text
 */
export function heading({ w, language }, text) {
  const second = other(language);
  return html`
    <h1 tabindex="-1"><span data-said>${text(w)}</span><small lang=${second}>${text(words(catalogue, second))}</small></h1>
  `;
}

/** @param {Page} page @param {Text} text */
export function name({ language }, text) {
  const second = inLanguage(text, other(language));
  const first = inLanguage(text, language);
  return html`<span data-said>${first}</span>${second === first ? nothing : html`<small lang=${other(language)}>${second}</small>`}`;
}

/** @param {Field} field */
export function mark({ letter, place }) {
  const { hue, shape } = markOf(place);
  return html`<span class="letter-mark"><span class="mark" data-hue=${hue} data-shape=${shape}></span><b>${letter}</b></span>`;
}

/** @param {import("/lib/words.js").Words} w @param {number[]} counters */
export function atCounters(w, counters) {
  return counters.length ? html`<span class="where">${w("counters", { counters: counters.join(", ") })}</span>` : nothing;
}

/** How long one may have to wait, for the catalogues. @param {{likely: number, most: number}} waits */
export function minutes({ likely, most }) {
  return { minutes: fromTo(likely, most) };
}

/** @param {import("/lib/words.js").Language} language @returns {import("/lib/words.js").Language} */
export function other(language) {
  return language === "vi" ? "en" : "vi";
}
