// @ts-check
/** The fields of the plan's form: each changes one place of the draft, with the faults of that place beside it. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { at, faultsAt } from "./plan-draft.js";

/**
 * @typedef {object} Form
 * @property {import("./admin-view.js").Page} page
 * @property {import("./admin-view.js").Acts} acts
 * @property {(path: string, value: any) => void} set nothing, where the value is undefined
 */

/** Text that may be left out; an English name that is absent is the Vietnamese one. */
const MAY_BE_ABSENT = /(\.en|\.hotline|\.until)$/;

/**
 * @param {Form} form
 * @param {string} path
 * @param {string} label
 * @param {{type?: string, short?: boolean}} [how]
 */
export function text(form, path, label, { type = "text", short = false } = {}) {
  const { draft } = form.page;
  return input(form, path, label, at(draft, path), { type, short }, (value) =>
    form.set(path, value === "" && MAY_BE_ABSENT.test(path) ? undefined : value),
  );
}

/**
 * @param {Form} form
 * @param {string} path
 * @param {string} label
 */
export function number(form, path, label) {
  const { draft } = form.page;
  return input(form, path, label, at(draft, path), { type: "number", short: true }, (value) =>
    form.set(path, value === "" ? undefined : Number(value)),
  );
}

/**
 * The number that a map has under an id. Ids may hold dots, so that no path leads into a map.
 *
 * @param {Form} form
 * @param {string} path of the map, which is dropped when nothing is left in it
 * @param {string} id
 * @param {string} label
 */
export function numberOf(form, path, id, label) {
  const map = at(form.page.draft, path) ?? {};
  return input(form, `${path}.${id}`, label, map[id], { type: "number", short: true }, (value) => {
    const { [id]: _, ...others } = map;
    const next = value === "" ? others : { ...others, [id]: Number(value) };
    form.set(path, Object.keys(next).length ? next : undefined);
  });
}

/**
 * @param {Form} form
 * @param {string} path
 * @param {string} label
 * @param {any} value
 * @param {{type: string, short: boolean}} how
 * @param {(value: string) => void} set
 */
function input(form, path, label, value, { type, short }, set) {
  const wrong = faultsAt(form.page.faults, path).length > 0;
  return html`<label class="field ${short ? "short" : ""}">${label}
    <input name=${path} type=${type} autocomplete="off" .value=${String(value ?? "")}
      aria-invalid=${wrong} aria-describedby=${wrong ? `wrong-${path}` : nothing}
      @input=${(/** @type {Event} */ event) => set(/** @type {HTMLInputElement} */ (event.target).value)}>
    ${wrongAt(form, path)}
  </label>`;
}

/**
 * @param {Form} form
 * @param {string} path
 */
export function wrongAt({ page }, path) {
  const faults = faultsAt(page.faults, path);
  if (!faults.length) return nothing;
  return html`<span class="fault" id=${`wrong-${path}`}>
    ${faults.map((fault) => (page.language === "en" ? fault.en : fault.vi)).join("; ")}
  </span>`;
}

/**
 * @param {string} label
 * @param {boolean} on
 * @param {(on: boolean) => void} set
 */
export function tick(label, on, set) {
  return html`<label class="choice">
    <input type="checkbox" .checked=${on}
      @change=${(/** @type {Event} */ event) => set(/** @type {HTMLInputElement} */ (event.target).checked)}>
    ${label}
  </label>`;
}

/**
 * @param {string} label
 * @param {() => void} add
 */
export function more(label, add) {
  return html`<div><button class="button" @click=${add}>+ ${label}</button></div>`;
}

/**
 * @param {Form} form
 * @param {string} label
 * @param {() => void} go
 */
export function remove({ page }, label, go) {
  return html`<button class="button quiet remove" ?disabled=${page.busy} @click=${go}>${label}</button>`;
}
