// @ts-check
/**
 * A page's words in both languages. A catalogue is `{vi: {key: "…"}, en: {key: "…"}}` with the same keys; `{name}` in a
 * text is replaced by the value of that name.
 *
 * @typedef {"vi" | "en"} Language
 * @typedef {Record<Language, Record<string, string>>} Catalogue
 * @typedef {(key: string, values?: Record<string, string | number>) => string} Words
 */

const CHOSEN = "luot.language";

/**
 * @param {Catalogue} catalogue
 * @param {Language} language
 * @returns {Words}
 */
export function words(catalogue, language) {
  return (key, values = {}) =>
    catalogue[language][key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]));
}

/**
 * Words of the plan in `language`.
 *
 * @param {import("./hall.js").Text} text
 * @param {Language} language
 */
export function inLanguage(text, language) {
  return language === "en" ? text.en : text.vi;
}

/** The language chosen on this machine; Vietnamese until somebody chooses. @returns {Language} */
export function chosenLanguage() {
  return localStorage.getItem(CHOSEN) === "en" ? "en" : "vi";
}

/** "3–5", or "5" when both are. @param {number} least @param {number} most */
export function fromTo(least, most) {
  return least === most ? `${most}` : `${least}–${most}`;
}

/**
 * Turns to the other language, for good.
 *
 * @param {Catalogue} catalogue
 * @param {Language} language
 * @returns {{language: Language, w: Words}} what the page speaks from now on
 */
export function turned(catalogue, language) {
  const other = language === "vi" ? "en" : "vi";
  chooseLanguage(other);
  return { language: other, w: words(catalogue, other) };
}

/**
 * Remembers the choice and tells browsers and screen readers.
 *
 * @param {Language} language
 */
export function chooseLanguage(language) {
  localStorage.setItem(CHOSEN, language);
  document.documentElement.lang = language;
}
