// @ts-check
/**
 * The vote of a served ticket on its holder's own phone: a level, and where it is low the reasons. Kept to what browsers
 * of 2018 know.
 *
 * @typedef {import("/lib/hall.js").Text} Text
 * @typedef {{question: Text, levels: {score: number, name: Text}[], lowAtMost: number,
 *   reasons: {id: string, name: Text}[]}} Scale
 * @typedef {{score: number, reasons: string[], comment?: string}} Vote
 */
import { inLanguage } from "/lib/words.js";

const COMMENT_MAX = 500;

/** What was touched so far; a change of the language must not lose it. @type {{score: number | null, reasons: string[], comment: string}} */
const answers = { score: null, reasons: [], comment: "" };

/**
 * Draws the question into `place`, or the reasons once a low level was touched.
 *
 * @param {HTMLElement} place
 * @param {Scale} scale
 * @param {import("/lib/words.js").Language} language
 * @param {import("/lib/words.js").Words} w
 * @param {(vote: Vote) => void} send
 */
export function drawRating(place, scale, language, w, send) {
  const again = () => drawRating(place, scale, language, w, send);
  place.textContent = "";
  if (answers.score === null || answers.score > scale.lowAtMost) place.appendChild(question(scale, language, choose));
  else place.appendChild(reasons(scale, language, w, () => send(vote())));

  /** @param {number} score */
  function choose(score) {
    answers.score = score;
    if (score > scale.lowAtMost) send(vote());
    else again();
  }
}

/** @returns {Vote} */
function vote() {
  const score = /** @type {number} */ (answers.score);
  const comment = answers.comment.trim();
  return comment ? { score, reasons: answers.reasons, comment } : { score, reasons: answers.reasons };
}

/**
 * @param {Scale} scale
 * @param {import("/lib/words.js").Language} language
 * @param {(score: number) => void} choose
 */
function question(scale, language, choose) {
  const all = document.createDocumentFragment();
  all.appendChild(element("h2", inLanguage(scale.question, language)));
  scale.levels.forEach(({ score, name }) => all.appendChild(button(inLanguage(name, language), "button", () => choose(score))));
  return all;
}

/**
 * @param {Scale} scale
 * @param {import("/lib/words.js").Language} language
 * @param {import("/lib/words.js").Words} w
 * @param {() => void} send
 */
function reasons(scale, language, w, send) {
  const all = document.createDocumentFragment();
  all.appendChild(element("h2", w("reasons")));
  scale.reasons.forEach(({ id, name }) => all.appendChild(reason(id, inLanguage(name, language))));
  const comment = document.createElement("textarea");
  comment.rows = 3;
  comment.maxLength = COMMENT_MAX;
  comment.placeholder = w("comment");
  comment.setAttribute("aria-label", w("comment"));
  comment.value = answers.comment;
  comment.oninput = () => (answers.comment = comment.value);
  all.appendChild(comment);
  all.appendChild(button(w("send"), "button primary", send));
  return all;
}

/**
 * @param {string} id
 * @param {string} name
 */
function reason(id, name) {
  const one = button(name, "button reason", () => {
    const others = answers.reasons.filter((chosen) => chosen !== id);
    answers.reasons = others.length < answers.reasons.length ? others : others.concat(id);
    press();
  });
  press();
  return one;

  function press() {
    one.setAttribute("aria-pressed", String(answers.reasons.indexOf(id) !== -1));
  }
}

/**
 * @param {string} words
 * @param {string} look
 * @param {() => void} go
 */
function button(words, look, go) {
  const one = /** @type {HTMLButtonElement} */ (element("button", words));
  one.type = "button";
  one.className = look;
  one.onclick = go;
  return one;
}

/**
 * @param {string} name
 * @param {string} words
 */
function element(name, words) {
  const one = document.createElement(name);
  one.textContent = words;
  return one;
}
