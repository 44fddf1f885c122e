// @ts-check
/**
 * What the tablet shows.
 *
 * @typedef {import("/lib/hall.js").Text} Text
 * @typedef {{question: Text, levels: {score: number, name: Text}[], lowAtMost: number,
 *   reasons: {id: string, name: Text}[]}} RatingScale best level first
 *
 * @typedef {object} Page
 * @property {import("/lib/words.js").Language} language
 * @property {import("/lib/words.js").Words} w
 * @property {number} number of the counter
 * @property {{rating: RatingScale} | null} plan the part of the plan that it needs; null before the hub sent it
 * @property {import("/lib/hall.js").CounterView | undefined} counter
 * @property {import("./talk.js").Talk | null} talk
 * @property {boolean} lost whether the hub is silent
 * @property {import("/lib/listening.js").Refused | null} refused
 * @property {number} unsent votes that the hub does not have yet
 *
 * @typedef {object} Acts
 * @property {(score: number) => void} pressFace
 * @property {(reason: string) => void} pressReason
 * @property {(comment: string) => void} write
 * @property {() => void} send
 * @property {() => void} otherLanguage
 */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { inLanguage } from "/lib/words.js";
import { face } from "./faces.js";
import { sceneOf } from "./talk.js";

const COMMENT_MAX = 500;

/**
 * @param {Page} page
 * @param {Acts} acts
 */
export function view(page, acts) {
  return html`<div class="screen">
    <aside class="desk">${desk(page)}</aside>
    <main>
      <button class="button quiet language" @click=${acts.otherLanguage}>${page.w("language")}</button>
      ${page.refused ? notPaired(page, page.refused) : scene(page, acts)}
      ${page.lost ? html`<p class="banner calm" role="status">${page.w("lost")}</p>` : nothing}
    </main>
  </div>`;
}

/** @param {Page} page */
function desk({ w, number, counter, talk }) {
  const called = talk?.stage === "reasons" && counter?.ticket;
  return html`
    <p class="desk-word">${w("counter")}</p>
    <p class="number">${number}</p>
    ${counter?.clerk
      ? html`<p class="desk-word">${w("clerk")}</p>
          <p class="clerk">${counter.clerk}</p>`
      : nothing}
    ${called ? html`<p class="next" role="status">${w("called")} <b>${called.number}</b></p>` : nothing}`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function scene(page, acts) {
  const { w, counter, talk, plan } = page;
  if (!plan) return words(w("connecting"), w("connecting.lead"));
  const shown = sceneOf(counter, talk);
  switch (shown) {
    case "away":
      return words(w("connecting"), w("connecting.lead"));
    case "closed":
      return words(w("closed"), w("closed.lead"));
    case "idle":
      return words(w("idle"), w("idle.lead"));
    case "called":
      return ticket(shown, w("called"), page, w("called.lead"));
    case "serving":
      return ticket(shown, w("serving"), page, w("serving.lead"));
    case "faces":
      return faces(page, plan.rating, acts);
    case "reasons":
      return reasons(page, plan.rating, acts);
    case "thanks":
      return thanks(page);
  }
}

/**
 * @param {string} title
 * @param {string} lead
 */
function words(title, lead) {
  return html`<section class="scene"><h1>${title}</h1><p class="lead">${lead}</p></section>`;
}

/**
 * @param {Page} page
 * @param {import("/lib/listening.js").Refused} problem
 */
function notPaired({ w, language }, problem) {
  return html`<section class="scene">
    <h1>${w("unpaired")}</h1>
    <p class="lead">${w("unpaired.lead")}</p>
    <p class="chip warn">${problem.code}: ${language === "en" ? problem.messageEn : problem.messageVi}</p>
  </section>`;
}

/**
 * @param {"called" | "serving"} shown
 * @param {string} title
 * @param {Page} page
 * @param {string} lead
 */
function ticket(shown, title, { counter }, lead) {
  return html`<section class="scene ticket ${shown}" aria-live="polite">
    <h1>${title}</h1>
    <p class="number">${counter?.ticket?.number}</p>
    <p class="lead">${lead}</p>
  </section>`;
}

/**
 * @param {Page} page
 * @param {RatingScale} scale
 * @param {Acts} acts
 */
function faces({ language }, { question, levels }, acts) {
  return html`<section class="scene">
    <h1>${inLanguage(question, language)}</h1>
    <ul class="faces">
      ${levels.map(
        (level, place) => html`<li>
          <button class="level" @click=${() => acts.pressFace(level.score)}>
            ${face(place, levels.length)}<span>${inLanguage(level.name, language)}</span>
          </button>
        </li>`,
      )}
    </ul>
  </section>`;
}

/**
 * @param {Page} page
 * @param {RatingScale} scale
 * @param {Acts} acts
 */
function reasons({ w, talk, language }, scale, acts) {
  return html`<section class="scene reasons">
    <h1>${w("reasons")}</h1>
    <p class="lead">${w("reasons.lead")}</p>
    <ul class="choices">
      ${scale.reasons.map(({ id, name }) => {
        const chosen = talk?.reasons.includes(id) ? "true" : "false";
        return html`<li>
          <button class="tile" aria-pressed=${chosen} @click=${() => acts.pressReason(id)}>
            <span class="tick" aria-hidden="true"></span>${inLanguage(name, language)}
          </button>
        </li>`;
      })}
    </ul>
    <textarea
      rows="2"
      maxlength=${COMMENT_MAX}
      aria-label=${w("comment")}
      placeholder=${w("comment")}
      .value=${talk?.comment ?? ""}
      @input=${(/** @type {{target: HTMLTextAreaElement}} */ { target }) => acts.write(target.value)}
    ></textarea>
    <button class="button primary" @click=${acts.send}>${w("send")}</button>
  </section>`;
}

/** @param {Page} page */
function thanks({ w, lost, unsent }) {
  return html`<section class="scene" aria-live="polite">
    ${face(0, 1)}
    <h1>${w("thanks")}</h1>
    <p class="lead">${lost && unsent ? w("thanks.kept") : w("thanks.sent")}</p>
  </section>`;
}
