// @ts-check
/** Services as the host finds and knows them: the field's mark beside the names. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { markOf } from "/lib/marks.js";
import { found } from "/lib/search.js";
import { inLanguage } from "/lib/words.js";

/** @typedef {import("./host-state.js").Field} Field */

const MOST_FOUND = 8;

/**
 * What fits what was typed, each to be chosen.
 *
 * @param {import("./host-view.js").Page} page
 * @param {Field[]} fields
 * @param {string} typed
 * @param {(service: Field["services"][number]) => {chip: unknown, disabled: boolean, choose: () => void}} one
 */
export function foundServices({ w, plan, language }, fields, typed, one) {
  const services = found(fields, typed).slice(0, MOST_FOUND);
  return html`
    ${typed && services.length === 0 ? html`<p class="soft">${w("issue.none")}</p>` : nothing}
    <ul class="found">
      ${services.map(({ field, service }) => {
        const { chip, disabled, choose } = one(service);
        return html`<li>
          <button type="button" class="tile" ?disabled=${disabled} @click=${choose}>
            ${mark(plan, field)} ${names(field, service, language)} ${chip}
          </button>
        </li>`;
      })}
    </ul>
  `;
}

/**
 * @param {any} plan
 * @param {string} id of a service
 * @returns {{field: any, service: any}} undefined when the plan does not have it any more
 */
export function serviceOf(plan, id) {
  const field = plan.fields.find((/** @type {Field} */ { services }) => services.some((service) => service.id === id));
  return { field, service: field?.services.find((/** @type {{id: string}} */ service) => service.id === id) };
}

/** @param {any} plan @param {{id: string}} field */
export function mark(plan, { id }) {
  const { hue, shape } = markOf(plan.fields.findIndex((/** @type {{id: string}} */ field) => field.id === id));
  return html`<span class="mark" data-hue=${hue} data-shape=${shape}></span>`;
}

/**
 * @param {{name: import("/lib/hall.js").Text}} [field]
 * @param {{name: import("/lib/hall.js").Text}} [service]
 * @param {import("/lib/words.js").Language} [language]
 */
export function names(field, service, language = "vi") {
  return html`<span class="grow">${service ? inLanguage(service.name, language) : nothing}<small>${field ? inLanguage(field.name, language) : nothing}</small></span>`;
}
