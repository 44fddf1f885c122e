// @ts-check
/**
 * How one visitor wants the kiosk to be; the next one begins with the usual. No DOM.
 *
 * @typedef {"large" | "contrast" | "low" | "spoken"} Wish
 * @typedef {object} Look
 * @property {import("/lib/words.js").Language} language
 * @property {boolean} large large text
 * @property {boolean} contrast high contrast
 * @property {boolean} low all that is touched in the lower half, for whoever sits
 * @property {boolean} spoken every screen is read out
 */

/** @type {Look} */
export const USUAL = Object.freeze({ language: "vi", large: false, contrast: false, low: false, spoken: false });

/** @param {Look} look @param {Wish} wish @returns {Look} */
export function toggled(look, wish) {
  return { ...look, [wish]: !look[wish] };
}

/** @param {Look} look @returns {Look} */
export function inOtherLanguage(look) {
  return { ...look, language: look.language === "vi" ? "en" : "vi" };
}
