// @ts-check
/**
 * What a clerk is asked before some verbs: why, which service, or where to. Enter answers, Escape gives up.
 *
 * @typedef {import("./clerk-view.js").Page} Page
 * @typedef {import("./clerk-view.js").Acts} Acts
 * @typedef {import("./desk-state.js").Verb} Verb
 * @typedef {{verb: Verb, ticket: import("/lib/hall.js").TicketView | null}} Question
 */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { inLanguage } from "/lib/words.js";

/** Usual reasons; another may be written. @type {Partial<Record<Verb, string[]>>} */
const REASONS = {
  pause: ["break", "meeting", "help"],
  hold: ["papers", "copies", "waits"],
  call: ["elderly", "agreed", "missed"],
};

/**
 * @param {Page} page
 * @param {Question} question
 * @param {Acts} acts
 */
export function dialog(page, { verb, ticket }, acts) {
  const { w, busy } = page;
  const title = ticket ? `${w(`verb.${verb}`)} · ${ticket.number}` : w(`verb.${verb}`);
  return html`<div class="curtain">
    <div class="card dialog" role="dialog" aria-modal="true" aria-label=${title}>
      <form @submit=${(/** @type {SubmitEvent} */ event) => acts.answer(said(event))}>
      <h2>${title}</h2>
      ${verb === "transfer" ? places(page) : nothing}
      ${verb === "further" || verb === "walk-in" ? services(page, verb) : nothing}
      ${REASONS[verb] ? reasons(page, verb) : nothing}
      <div class="answers">
        <button class="button primary" ?disabled=${busy}>${w("dialog.yes")}<kbd class="key">Enter</kbd></button>
        <button class="button quiet" type="button" @click=${acts.giveUp}>${w("dialog.no")}<kbd class="key">Esc</kbd></button>
      </div>
      </form>
    </div>
  </div>`;
}

/**
 * What was chosen or written; a place is "service:…" or "counter:…".
 *
 * @param {SubmitEvent} event
 */
function said(event) {
  event.preventDefault();
  const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
  const text = (/** @type {string} */ name) => String(form.get(name) ?? "").trim();
  const [kind, id] = text("place").split(/:(.*)/);
  return {
    ...(text("other") || text("why") ? { why: text("other") || text("why") } : {}),
    ...(kind === "service" ? { service: id } : {}),
    ...(kind === "counter" ? { counter: Number(id) } : {}),
  };
}

/**
 * @param {Page} page
 * @param {Verb} verb
 */
function reasons({ w }, verb) {
  const usual = /** @type {string[]} */ (REASONS[verb]);
  return html`<fieldset>
    <legend>${w("dialog.why")}</legend>
    ${usual.map(
      (reason, index) => html`<label class="choice">
        <input type="radio" name="why" value=${w(`why.${reason}`)} ?checked=${index === 0}>
        ${w(`why.${reason}`)}
      </label>`,
    )}
    <label class="written">${w("dialog.other")}<input name="other" maxlength="200" autocomplete="off"></label>
  </fieldset>`;
}

/**
 * Services of other counters come last: most go on where they are.
 *
 * @param {Page} page
 * @param {Verb} verb
 */
function services(page, verb) {
  const own = page.plan.counters.find(({ id }) => id === page.desk?.counter?.id)?.services ?? [];
  const all = [...page.services.values()].filter(({ id }) => verb !== "walk-in" || own.includes(id));
  return html`<fieldset class="places">
    <legend>${page.w("dialog.service")}</legend>
    ${all.map((service, index) => choice(`service:${service.id}`, serviceLine(page, service), index === 0))}
  </fieldset>`;
}

/** @param {Page} page */
function places(page) {
  const here = page.desk?.counter?.id;
  const now = page.desk?.ticket?.service;
  const others = [...page.services.values()].filter(({ id }) => id !== now);
  return html`<fieldset class="places">
    <legend>${page.w("dialog.where")}</legend>
    ${others.map((service, index) => choice(`service:${service.id}`, serviceLine(page, service), index === 0))}
    ${page.plan.counters
      .filter(({ id }) => id !== here)
      .map(({ id }) => choice(`counter:${id}`, page.w("counter", { counter: id }), false))}
  </fieldset>`;
}

/**
 * @param {string} value
 * @param {unknown} label
 * @param {boolean} checked
 */
function choice(value, label, checked) {
  return html`<label class="choice"><input type="radio" name="place" value=${value} ?checked=${checked}>${label}</label>`;
}

/**
 * @param {Page} page
 * @param {import("./desk-state.js").Service} service
 */
function serviceLine({ language }, { prefix, field, name }) {
  return html`<span class="prefix">${prefix}</span> ${inLanguage(field, language)} – ${inLanguage(name, language)}`;
}
