// @ts-check
/** The plan on the page: every part a form, each fault beside its field. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { at, called, faultsAt, newCounter, newField, newService, freshId, withAt, withMore, withoutField, withoutService } from "./plan-draft.js";

/**
 * @typedef {import("./admin-view.js").Page} Page
 * @typedef {import("./admin-view.js").Acts} Acts
 */

const DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
const MINUTES = ["earlyMinutes", "lateMinutes", "comeBackMinutes", "opensBeforeMinutes", "closesAfterMinutes"];
/** An English name that is absent is the Vietnamese one. */
const MAY_BE_ABSENT = /(\.en|\.hotline)$/;
const NUMBERS = ["recalls", "perPerson", "fewNumbers"];

/**
 * @param {Page} page
 * @param {Acts} acts
 */
export function planEditor(page, acts) {
  const { w, draft } = page;
  const set = (/** @type {string} */ path, /** @type {any} */ value) => acts.edit(withAt(page.draft, path, value));
  const form = { page, acts, set };
  return html`
    <section class="card">
      <h1>${w("plan.centre")}</h1>
      <div class="row">
        ${text(form, "centre.name.vi", w("vi"))} ${text(form, "centre.name.en", w("en"))}
        ${text(form, "centre.hotline", w("plan.hotline"))} ${text(form, "centre.timeZone", w("plan.zone"))}
      </div>
    </section>
    <section class="card">
      <h2>${w("plan.hours")}</h2>
      ${draft.hours.map((/** @type {any} */ _, /** @type {number} */ place) => span(form, `hours[${place}]`))}
      ${wrongAt(form, "hours")}
      ${more(w("plan.more-hours"), () => acts.edit(withMore(page.draft, "hours", { days: DAYS.slice(0, 5), from: "07:30", to: "11:30" })))}
      ${holidays(form)}
    </section>
    <section class="card">
      <h2>${w("plan.fields")}</h2>
      ${draft.fields.map((/** @type {any} */ field, /** @type {number} */ place) => fieldPart(form, field, `fields[${place}]`))}
      ${wrongAt(form, "fields")}
      ${more(w("plan.more-fields"), () => acts.edit(withMore(page.draft, "fields", newField(page.draft))))}
    </section>
    <section class="card">
      <h2>${w("plan.counters")}</h2>
      ${draft.counters.map((/** @type {any} */ counter, /** @type {number} */ place) => counterPart(form, counter, `counters[${place}]`))}
      ${wrongAt(form, "counters")}
      ${more(w("plan.more-counters"), () => acts.edit(withMore(page.draft, "counters", newCounter(page.draft))))}
    </section>
    ${named(form, "priorityClasses", w("plan.classes"), w("plan.more-classes"), "uu-tien")}
    ${rating(form)} ${conduct(form)}`;
}

/** @typedef {{page: Page, acts: Acts, set: (path: string, value: any) => void}} Form */

/**
 * @param {Form} form
 * @param {string} path
 */
function span(form, path) {
  const { w, draft } = form.page;
  const days = at(draft, `${path}.days`);
  return html`<div class="part">
    <div class="choices">
      ${DAYS.map((day) =>
        tick(w(`day.${day}`), days.includes(day), (on) =>
          form.set(`${path}.days`, DAYS.filter((one) => (one === day ? on : days.includes(one)))),
        ),
      )}
    </div>
    ${wrongAt(form, `${path}.days`)}
    <div class="row">
      ${text(form, `${path}.from`, w("plan.from"), { type: "time", short: true })}
      ${text(form, `${path}.to`, w("plan.to"), { type: "time", short: true })}
      ${remove(form, w("plan.remove"), () => form.set(path, undefined))}
    </div>
    ${wrongAt(form, path)}
  </div>`;
}

/** @param {Form} form */
function holidays(form) {
  const { w, draft } = form.page;
  /** @type {string[]} */
  const dates = draft.conduct?.holidays ?? [];
  return html`<h3>${w("plan.holidays")}</h3>
    ${dates.map(
      (_, place) => html`<div class="row">
        ${text(form, `conduct.holidays[${place}]`, w("plan.holiday"), { type: "date", short: true })}
        ${remove(form, w("plan.remove"), () => form.set(`conduct.holidays[${place}]`, undefined))}
      </div>`,
    )}
    ${more(w("plan.more-holidays"), () =>
      form.acts.edit(withMore(form.page.draft, "conduct.holidays", `${new Date().getFullYear()}-09-02`)),
    )}`;
}

/**
 * @param {Form} form
 * @param {any} field
 * @param {string} path
 */
function fieldPart(form, field, path) {
  const { w, draft, language, faults } = form.page;
  const wrong = faults.some((fault) => fault.path.startsWith(path));
  return html`<details class="part" ?open=${wrong || !field.name.vi}>
    <summary>${called(field.name, language) || w("plan.new-field")}
      <span class="soft">${field.services.map((/** @type {any} */ one) => one.prefix).filter(first).join(", ")}</span></summary>
    <div class="row">
      ${text(form, `${path}.name.vi`, w("vi"))} ${text(form, `${path}.name.en`, w("en"))} ${text(form, `${path}.id`, w("plan.id"))}
      ${remove(form, w("plan.remove-field"), () => form.acts.edit(withoutField(form.page.draft, path)))}
    </div>
    ${field.services.map(
      (/** @type {any} */ _, /** @type {number} */ place) => servicePart(form, `${path}.services[${place}]`, field.services.length > 1),
    )}
    ${wrongAt(form, `${path}.services`)}
    ${more(w("plan.more-services"), () => form.acts.edit(withMore(form.page.draft, `${path}.services`, newService(draft, field.id))))}
  </details>`;
}

/**
 * @param {Form} form
 * @param {string} path
 * @param {boolean} mayGo
 */
function servicePart(form, path, mayGo) {
  const { w } = form.page;
  return html`<fieldset class="part">
    <div class="row">
      ${text(form, `${path}.name.vi`, w("plan.service-vi"))} ${text(form, `${path}.name.en`, w("en"))}
      ${text(form, `${path}.id`, w("plan.id"))}
      ${text(form, `${path}.prefix`, w("plan.prefix"), { short: true })}
      ${number(form, `${path}.first`, w("plan.first"))} ${number(form, `${path}.last`, w("plan.last"))}
      ${mayGo ? remove(form, w("plan.remove"), () => form.acts.edit(withoutService(form.page.draft, path))) : nothing}
    </div>
    ${wrongAt(form, path)}
  </fieldset>`;
}

/**
 * @param {Form} form
 * @param {any} counter
 * @param {string} path
 */
function counterPart(form, counter, path) {
  const { w, draft, language, faults } = form.page;
  const wrong = faults.some((fault) => fault.path.startsWith(path));
  return html`<details class="part" ?open=${wrong}>
    <summary>${w("plan.counter", { counter: counter.id })} <span class="soft">${called(counter.name, language)}</span></summary>
    <div class="row">
      ${number(form, `${path}.id`, w("plan.number"))}
      ${text(form, `${path}.name.vi`, w("vi"))} ${text(form, `${path}.name.en`, w("en"))}
      ${remove(form, w("plan.remove"), () => form.set(path, undefined))}
    </div>
    ${draft.fields.map(
      (/** @type {any} */ field) => html`<fieldset>
        <legend>${called(field.name, language)}</legend>
        <div class="choices">
          ${field.services.map((/** @type {any} */ service) =>
            tick(called(service.name, language), counter.services.includes(service.id), (on) =>
              form.set(
                `${path}.services`,
                on ? [...counter.services, service.id] : counter.services.filter((/** @type {string} */ id) => id !== service.id),
              ),
            ),
          )}
        </div>
      </fieldset>`,
    )}
    ${wrongAt(form, `${path}.services`)}
  </details>`;
}

/**
 * @param {Form} form
 * @param {string} path of a list of things with an id and a name
 * @param {string} title
 * @param {string} oneMore
 * @param {string} stem
 */
function named(form, path, title, oneMore, stem) {
  const { w, draft } = form.page;
  /** @type {any[]} */
  const all = at(draft, path);
  return html`<section class="card">
    <h2>${title}</h2>
    ${all.map(
      (_, place) => html`<div class="row">
        ${text(form, `${path}[${place}].name.vi`, w("vi"))} ${text(form, `${path}[${place}].name.en`, w("en"))}
        ${text(form, `${path}[${place}].id`, w("plan.id"))}
        ${remove(form, w("plan.remove"), () => form.set(`${path}[${place}]`, undefined))}
      </div>`,
    )}
    ${wrongAt(form, path)}
    ${more(oneMore, () =>
      form.acts.edit(withMore(form.page.draft, path, { id: freshId(stem, all.map(({ id }) => id)), name: { vi: "" } })),
    )}
  </section>`;
}

/** @param {Form} form */
function rating(form) {
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
        form.acts.edit(withMore(form.page.draft, "rating.levels", { score: lowest - 1, name: { vi: "" } })),
      )}
    </section>
    ${named(form, "rating.reasons", w("plan.reasons"), w("plan.more-reasons"), "ly-do")}`;
}

/** @param {Form} form */
function conduct(form) {
  const { w } = form.page;
  return html`<section class="card">
    <h2>${w("plan.conduct")}</h2>
    <p class="soft">${w("plan.conduct.lead")}</p>
    <div class="row">
      ${[...MINUTES, ...NUMBERS].map((name) => number(form, `conduct.${name}`, w(`conduct.${name}`)))}
    </div>
  </section>`;
}

// One field.

/**
 * @param {Form} form
 * @param {string} path
 * @param {string} label
 * @param {{type?: string, short?: boolean}} [how]
 */
function text(form, path, label, { type = "text", short = false } = {}) {
  return input(form, path, label, type, short, (value) => (value === "" && MAY_BE_ABSENT.test(path) ? undefined : value));
}

/**
 * @param {Form} form
 * @param {string} path
 * @param {string} label
 */
function number(form, path, label) {
  return input(form, path, label, "number", true, (value) => (value === "" ? undefined : Number(value)));
}

/**
 * @param {Form} form
 * @param {string} path
 * @param {string} label
 * @param {string} type
 * @param {boolean} short
 * @param {(value: string) => any} read
 */
function input(form, path, label, type, short, read) {
  const wrong = faultsAt(form.page.faults, path).length > 0;
  return html`<label class="field ${short ? "short" : ""}">${label}
    <input name=${path} type=${type} autocomplete="off" .value=${String(at(form.page.draft, path) ?? "")}
      aria-invalid=${wrong} aria-describedby=${wrong ? `wrong-${path}` : nothing}
      @input=${(/** @type {Event} */ event) => form.set(path, read(/** @type {HTMLInputElement} */ (event.target).value))}>
    ${wrongAt(form, path)}
  </label>`;
}

/**
 * @param {Form} form
 * @param {string} path
 */
function wrongAt({ page }, path) {
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
function tick(label, on, set) {
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
function more(label, add) {
  return html`<div><button class="button" @click=${add}>+ ${label}</button></div>`;
}

/**
 * @param {Form} form
 * @param {string} label
 * @param {() => void} go
 */
function remove({ page }, label, go) {
  return html`<button class="button quiet remove" ?disabled=${page.busy} @click=${go}>${label}</button>`;
}

/**
 * @param {string} prefix
 * @param {number} place
 * @param {string[]} all
 */
function first(prefix, place, all) {
  return all.indexOf(prefix) === place;
}
