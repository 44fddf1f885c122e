// @ts-check
/** How visitors are called, treated, asked and told: the parts of the plan that are no list of the centre's rooms. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { at, called, freshId, orderOf, withAt, withMore } from "./plan-draft.js";
import { more, number, numberOf, remove, text, wrongAt } from "./plan-inputs.js";

/** @typedef {import("./plan-inputs.js").Form} Form */

const POLICIES = ["FIRST_COME", "RATIO", "POINTS"];
const MINUTES = ["earlyMinutes", "lateMinutes", "comeBackMinutes", "headStartMinutes", "opensBeforeMinutes", "closesAfterMinutes"];
const NUMBERS = ["recalls", "perPerson", "fewNumbers"];

/** Who is called when. @param {Form} form */
export function order(form) {
  const { w, draft } = form.page;
  const policy = draft.conduct?.order?.policy ?? POLICIES[0];
  return html`<section class="card">
    <h2>${w("plan.order")}</h2>
    <label class="field">${w("plan.policy")}
      <select name="conduct.order.policy" @change=${(/** @type {Event} */ event) =>
        form.set("conduct.order", orderOf(/** @type {HTMLSelectElement} */ (event.target).value, draft.priorityClasses))}>
        ${POLICIES.map((one) => html`<option value=${one} ?selected=${one === policy}>${w(`policy.${one}`)}</option>`)}
      </select>
    </label>
    <p class="soft">${w(`policy.lead.${policy}`)}</p>
    ${policy === "RATIO"
      ? html`<div class="row">
          ${number(form, "conduct.order.priorityInARow", w("order.priority"))}
          ${number(form, "conduct.order.ordinaryInARow", w("order.ordinary"))}
        </div>`
      : nothing}
    ${policy === "POINTS" ? points(form) : nothing}
  </section>`;
}

/** @param {Form} form */
function points(form) {
  const { w, draft, language } = form.page;
  return html`<div class="row">
      ${number(form, "conduct.order.ordinaryPoints", w("order.ordinary-points"))}
      ${draft.priorityClasses.map((/** @type {any} */ one) =>
        numberOf(form, "conduct.order.pointsPerMinute", one.id, w("order.points", { name: called(one.name, language) || one.id })),
      )}
    </div>
    ${wrongAt(form, "conduct.order.pointsPerMinute")}
    <div class="row">
      ${number(form, "conduct.order.priorityInARow", w("order.priority-most"))}
      ${number(form, "conduct.order.longestMinutes", w("order.longest"))}
    </div>`;
}

/**
 * @param {Form} form
 * @param {string} path of a list of things with an id and a name
 * @param {string} title
 * @param {string} oneMore
 * @param {string} stem of a new id
 * @param {{without?: (plan: any, path: string, nothing: undefined) => any, beside?: (path: string) => unknown}} [how]
 *   how one is taken away, and what else is told of each
 */
export function named(form, path, title, oneMore, stem, { without = withAt, beside = () => nothing } = {}) {
  const { w, draft } = form.page;
  /** @type {any[]} */
  const all = at(draft, path);
  return html`<section class="card">
    <h2>${title}</h2>
    ${all.map(
      (_, place) => html`<div class="row">
        ${text(form, `${path}[${place}].name.vi`, w("vi"))} ${text(form, `${path}[${place}].name.en`, w("en"))}
        ${text(form, `${path}[${place}].id`, w("plan.id"))} ${beside(`${path}[${place}]`)}
        ${remove(form, w("plan.remove"), () => form.acts.edit(without(draft, `${path}[${place}]`, undefined)))}
      </div>`,
    )}
    ${wrongAt(form, path)}
    ${more(oneMore, () =>
      form.acts.edit(withMore(draft, path, { id: freshId(stem, all.map(({ id }) => id)), name: { vi: "" } })),
    )}
  </section>`;
}

/** @param {Form} form */
export function rating(form) {
  const { w, draft } = form.page;
  const lowest = Math.min(...draft.rating.levels.map((/** @type {any} */ level) => level.score));
  return html`<section class="card">
      <h2>${w("plan.rating")}</h2>
      <div class="row">
        ${text(form, "rating.question.vi", w("plan.question"))} ${text(form, "rating.question.en", w("en"))}
        ${number(form, "rating.lowAtMost", w("plan.low"))}
      </div>
      ${draft.rating.levels.map(
        (/** @type {any} */ _, /** @type {number} */ place) => html`<div class="row">
          ${number(form, `rating.levels[${place}].score`, w("plan.score"))}
          ${text(form, `rating.levels[${place}].name.vi`, w("vi"))} ${text(form, `rating.levels[${place}].name.en`, w("en"))}
          ${remove(form, w("plan.remove"), () => form.set(`rating.levels[${place}]`, undefined))}
        </div>`,
      )}
      ${wrongAt(form, "rating.levels")}
      ${more(w("plan.more-levels"), () =>
        form.acts.edit(withMore(draft, "rating.levels", { score: lowest - 1, name: { vi: "" } })),
      )}
    </section>
    ${named(form, "rating.reasons", w("plan.reasons"), w("plan.more-reasons"), "ly-do")}`;
}

/** @param {Form} form */
export function conduct(form) {
  const { w } = form.page;
  return html`<section class="card">
    <h2>${w("plan.conduct")}</h2>
    <p class="soft">${w("plan.conduct.lead")}</p>
    <div class="row">
      ${[...MINUTES, ...NUMBERS].map((name) => number(form, `conduct.${name}`, w(`conduct.${name}`)))}
    </div>
  </section>`;
}

/** What the televisions tell everybody. @param {Form} form */
export function notices(form) {
  const { w, draft } = form.page;
  /** @type {any[]} */
  const all = draft.notices ?? [];
  return html`<section class="card">
    <h2>${w("plan.notices")}</h2>
    <p class="soft">${w("plan.notices.lead")}</p>
    ${all.map(
      (_, place) => html`<div class="row">
        ${text(form, `notices[${place}].text.vi`, w("plan.notice"))} ${text(form, `notices[${place}].text.en`, w("plan.notice.en"))}
        ${text(form, `notices[${place}].until`, w("plan.notice.until"), { type: "date", short: true })}
        ${remove(form, w("plan.remove"), () => form.set(`notices[${place}]`, undefined))}
      </div>`,
    )}
    ${wrongAt(form, "notices")}
    ${more(w("plan.more-notices"), () => form.acts.edit(withMore(draft, "notices", { text: { vi: "" } })))}
  </section>`;
}
