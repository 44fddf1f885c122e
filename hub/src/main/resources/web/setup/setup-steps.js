// @ts-check
/** The steps in which a new centre is filled in. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { inLanguage } from "/lib/words.js";
import { chosen, DAYS, MOST_FIELDS } from "./draft.js";

/**
 * @typedef {import("./setup-view.js").Page} Page
 * @typedef {import("./setup-view.js").Acts} Acts
 * @typedef {import("./draft.js").Draft} Draft
 */

/**
 * @param {Page} page
 * @param {Acts} acts
 */
export function centre(page, acts) {
  const { w } = page;
  const draft = drafted(page);
  const { times } = draft;
  return html`
    <div class="row">
      ${field(w("centre.vi"), draft.vi, (value) => (draft.vi = value), { name: "vi", required: true })}
      ${field(w("centre.en"), draft.en, (value) => (draft.en = value), { name: "en" })}
      ${field(w("centre.hotline"), draft.hotline, (value) => (draft.hotline = value), { name: "hotline", type: "tel" })}
    </div>
    <fieldset>
      <legend>${w("centre.days")}</legend>
      <div class="choices">
        ${DAYS.map((day) =>
          choice(w(`day.${day}`), draft.days.includes(day), (on) =>
            acts.change(() => (draft.days = DAYS.filter((one) => (one === day ? on : draft.days.includes(one))))),
          ),
        )}
      </div>
    </fieldset>
    <div class="row">
      ${field(w("centre.morning-from"), times.morningFrom, (value) => (times.morningFrom = value), { type: "time" })}
      ${field(w("centre.morning-to"), times.morningTo, (value) => (times.morningTo = value), { type: "time" })}
      ${field(w("centre.afternoon-from"), times.afternoonFrom, (value) => (times.afternoonFrom = value), { type: "time" })}
      ${field(w("centre.afternoon-to"), times.afternoonTo, (value) => (times.afternoonTo = value), { type: "time" })}
    </div>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
export function fields(page, acts) {
  const { w, language } = page;
  const draft = drafted(page);
  const full = chosen(draft).length >= MOST_FIELDS;
  const add = (/** @type {Event} */ event) => {
    const input = /** @type {HTMLInputElement} */ (
      /** @type {HTMLElement} */ (event.currentTarget).closest(".row")?.querySelector("input")
    );
    acts.addField(input.value);
    input.value = "";
    input.focus();
  };
  return html`
    <fieldset>
      <legend>${w("fields.which", { count: chosen(draft).length })}</legend>
      <div class="choices">
        ${draft.fields.map((one) =>
          choice(
            inLanguage(one.name, language),
            one.chosen,
            (on) => acts.change(() => (one.chosen = on)),
            full && !one.chosen,
          ),
        )}
      </div>
    </fieldset>
    <div class="row">
      <label class="field">${w("fields.other")}
        <input name="other" maxlength="100" @keydown=${(/** @type {KeyboardEvent} */ event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          add(event);
        }}>
      </label>
      <button type="button" class="button" ?disabled=${full} @click=${add}>${w("fields.add")}</button>
    </div>
    ${chosen(draft).length
      ? html`<fieldset>
          <legend>${w("fields.results")}</legend>
          <div class="choices">
            ${chosen(draft).map((one) =>
              choice(inLanguage(one.name, language), one.results, (on) => acts.change(() => (one.results = on))),
            )}
          </div>
        </fieldset>`
      : nothing}`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
export function counters(page, acts) {
  const { w, language } = page;
  const draft = drafted(page);
  return html`
    <div class="row">
      <label class="field short">${w("counters.count")}
        <input name="counters" type="number" min="1" max="99" required .value=${String(draft.counters.length)}
          @change=${typed((value) => acts.counters(Number(value)))}>
      </label>
    </div>
    ${draft.counters.map(
      (of, at) => html`<fieldset>
        <legend>${w("counters.one", { counter: at + 1 })}</legend>
        <div class="choices">
          ${chosen(draft).map((one, place) =>
            choice(inLanguage(one.name, language), of.includes(place), (on) =>
              acts.change(() => {
                draft.counters[at] = on ? [...of, place].sort((a, b) => a - b) : of.filter((other) => other !== place);
              }),
            ),
          )}
        </div>
      </fieldset>`,
    )}`;
}

/** @param {Page} page @param {Acts} acts */
export function admin({ w, admin }, acts) {
  const set = (/** @type {"displayName" | "name" | "password" | "again"} */ key) => (/** @type {string} */ value) => {
    acts.change(() => (admin[key] = value));
  };
  const secret = { type: "password", autocomplete: "new-password", required: true };
  return html`
    <div class="row">
      ${field(w("admin.display"), admin.displayName, set("displayName"), { name: "displayName", required: true })}
      ${field(w("admin.name"), admin.name, set("name"), { name: "name", required: true, autocomplete: "username" })}
    </div>
    <div class="row">
      ${field(w("admin.password"), admin.password, set("password"), { ...secret, name: "password" })}
      ${field(w("admin.again"), admin.again, set("again"), { ...secret, name: "again" })}
    </div>
    <p class="soft">${w("admin.rule")}</p>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
export function devices(page, acts) {
  const { w } = page;
  const draft = drafted(page);
  const number = { type: "number", min: 0, max: 20, required: true };
  return html`
    <div class="row">
      ${field(w("devices.kiosks"), String(draft.kiosks), (value) => (draft.kiosks = Number(value)), { ...number, name: "kiosks" })}
      ${field(w("devices.boards"), String(draft.boards), (value) => (draft.boards = Number(value)), { ...number, name: "boards" })}
    </div>
    <div class="choices">
      ${choice(w("devices.tablets", { count: draft.counters.length }), draft.tablets, (on) =>
        acts.change(() => (draft.tablets = on)),
      )}
    </div>`;
}

/** @param {Page} page */
export function drafted({ draft }) {
  return /** @type {Draft} */ (draft);
}

/**
 * @param {string} label
 * @param {string} value
 * @param {(value: string) => void} set
 * @param {Record<string, any>} [how]
 */
function field(label, value, set, { name = "", type = "text", required = false, autocomplete = "off", min, max } = {}) {
  return html`<label class="field">${label}
    <input name=${name} type=${type} maxlength="100" autocomplete=${autocomplete} ?required=${required}
      min=${min ?? nothing} max=${max ?? nothing} .value=${value} @input=${typed(set)}>
  </label>`;
}

/**
 * @param {string} label
 * @param {boolean} on
 * @param {(on: boolean) => void} set
 * @param {boolean} [disabled]
 */
function choice(label, on, set, disabled = false) {
  return html`<label class="choice">
    <input type="checkbox" .checked=${on} ?disabled=${disabled}
      @change=${(/** @type {Event} */ event) => set(/** @type {HTMLInputElement} */ (event.target).checked)}>
    ${label}
  </label>`;
}

/** @param {(value: string) => void} set */
export function typed(set) {
  return (/** @type {Event} */ event) => set(/** @type {HTMLInputElement} */ (event.target).value);
}
