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
 * One of some; what is absent is as usual.
 *
 * @param {Form} form
 * @param {string} path
 * @param {string} label
 * @param {string[]} options
 * @param {(option: string) => string} name
 * @param {string} usual
 * @param {(option: string) => void} [choose]
 */
export function choice(form, path, label, options, name, usual, choose) {
  const chosen = at(form.page.draft, path) ?? usual;
  const set = choose ?? ((/** @type {string} */ option) => form.set(path, option === usual ? undefined : option));
  return html`<label class="field short">${label}
    <select name=${path} @change=${(/** @type {Event} */ event) => set(/** @type {HTMLSelectElement} */ (event.target).value)}>
      ${options.map((one) => html`<option value=${one} ?selected=${one === chosen}>${name(one)}</option>`)}
    </select>
    ${wrongAt(form, path)}
  </label>`;
}

/** Places of the parts that stand open. */
const open = new Set();

/**
 * A part that folds. One with a fault opens by itself, and does not close under somebody's hands when all is right again.
 *
 * @param {Form} form
 * @param {string} path
 * @param {unknown} summary
 * @param {() => unknown} inside
 * @param {boolean} [isNew]
 */
export function foldable({ page }, path, summary, inside, isNew = false) {
  if (isNew || page.faults.some((fault) => fault.path.startsWith(path))) open.add(path);
  return html`<details class="part" ?open=${open.has(path)}
    @toggle=${(/** @type {Event} */ event) =>
      /** @type {HTMLDetailsElement} */ (event.target).open ? open.add(path) : open.delete(path)}>
    <summary>${summary}</summary>
    ${inside()}
  </details>`;
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
