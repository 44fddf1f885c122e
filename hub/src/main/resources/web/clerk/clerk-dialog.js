// @ts-check
/**
 * What a clerk is asked before some verbs: why, which service, or where to. Enter answers, Escape gives up.
 *
 * @typedef {import("./clerk-view.js").Page} Page
 * @typedef {import("./clerk-view.js").Acts} Acts
 * @typedef {import("./desk-state.js").Verb} Verb
 * @typedef {object} Question
 * @property {Verb} verb
 * @property {import("/lib/hall.js").TicketView | null} ticket
 * @property {string} typed what place is looked for
 */
import { keyed } from "/lib/lit-html/directives/keyed.js";
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { found, plain } from "/lib/search.js";
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
export function dialog(page, { verb, ticket, typed }, acts) {
  const { w, busy } = page;
  const title = ticket ? `${w(`verb.${verb}`)} · ${ticket.number}` : w(`verb.${verb}`);
  return html`<div class="curtain">
    <div class="card dialog" role="dialog" aria-modal="true" aria-label=${title}>
      <form @submit=${(/** @type {SubmitEvent} */ event) => acts.answer(said(event))}>
      <h2>${title}</h2>
      ${verb === "transfer" ? places(page, w("dialog.where"), typed, acts.lookFor, true) : nothing}
      ${verb === "further" ? places(page, w("dialog.service"), typed, acts.lookFor, false) : nothing}
      ${verb === "walk-in" ? ownServices(page) : nothing}
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
 * The few services of this counter; the first is the usual one.
 *
 * @param {Page} page
 */
function ownServices(page) {
  const own = page.plan.counters.find(({ id }) => id === page.desk?.counter?.id)?.services ?? [];
  const all = [...page.services.values()].filter(({ id }) => own.includes(id));
  return html`<fieldset class="places">
    <legend>${page.w("dialog.service")}</legend>
    ${all.map((service, index) => choice(`service:${service.id}`, serviceLine(page, service), index === 0))}
  </fieldset>`;
}

/**
 * Where a visit goes on: found by typing, or looked up in the list. Nothing is chosen before, so that nobody is sent away by
 * a key too many; the first that was found is what Enter means.
 *
 * @param {Page} page
 * @param {string} legend
 * @param {string} typed
 * @param {(typed: string) => void} lookFor
 * @param {boolean} alsoCounters
 */
function places(page, legend, typed, lookFor, alsoCounters) {
  const { w, desk, plan } = page;
  const services = servicesFor(page.services, typed).filter(({ id }) => !alsoCounters || id !== desk?.ticket?.service);
  const counters = plan.counters.filter(({ id }) => alsoCounters && id !== desk?.counter?.id);
  const all = [
    ...services.map((service) => ({ value: `service:${service.id}`, label: serviceLine(page, service) })),
    ...counters
      .map(({ id }) => ({ value: `counter:${id}`, label: w("counter", { counter: id }) }))
      .filter(({ label }) => plain(label).includes(plain(typed))),
  ];
  return html`<label class="written">${w("dialog.find")}
      <input name="typed" autocomplete="off" .value=${typed}
        @input=${(/** @type {InputEvent} */ event) => lookFor(/** @type {HTMLInputElement} */ (event.target).value)}>
    </label>
    ${keyed(
      typed,
      html`<fieldset class="places">
        <legend>${legend}</legend>
        ${all.map(({ value, label }, index) => choice(value, label, typed.trim() !== "" && index === 0))}
        ${all.length === 0 ? html`<p class="soft">${w("dialog.none")}</p>` : nothing}
      </fieldset>`,
    )}`;
}

/** @param {Page["services"]} services @param {string} typed */
function servicesFor(services, typed) {
  const all = [...services.values()];
  if (!plain(typed)) return all;
  const named = all.map((service) => ({ name: service.field, services: [{ ...service, open: true }] }));
  return found(named, typed).map(({ service }) => service);
}

/**
 * @param {string} value
 * @param {unknown} label
 * @param {boolean} checked
 */
function choice(value, label, checked) {
  return html`<label class="choice"><input type="radio" name="place" value=${value} required ?checked=${checked}>${label}</label>`;
}

/**
 * @param {Page} page
 * @param {import("./desk-state.js").Service} service
 */
function serviceLine({ language }, { prefix, field, name }) {
  return html`<span class="prefix">${prefix}</span> ${inLanguage(field, language)} – ${inLanguage(name, language)}`;
}
