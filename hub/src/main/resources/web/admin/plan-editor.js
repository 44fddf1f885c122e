// @ts-check
/** The plan on the page: every part a form, each fault beside its field. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { conduct, named, notices, order, rating } from "./plan-conduct.js";
import {
  at, called, moved, newCounter, newField, newService, withMore, withAt, withoutClass, withoutCounter, withoutField, withoutService,
} from "./plan-draft.js";
import { choice, foldable, more, number, numberOf, remove, text, tick, wrongAt } from "./plan-inputs.js";
import { ticket } from "./plan-ticket.js";

/**
 * @typedef {import("./admin-view.js").Page} Page
 * @typedef {import("./admin-view.js").Acts} Acts
 * @typedef {import("./plan-inputs.js").Form} Form
 */

const DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
const MORNING = { days: DAYS.slice(0, 5), from: "07:30", to: "11:30" };

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
      </div>
      <div class="row">
        ${text(form, "centre.hotline", w("plan.hotline"))} ${text(form, "centre.timeZone", w("plan.zone"))}
      </div>
    </section>
    <section class="card">
      <h2>${w("plan.hours")}</h2>
      ${hours(form, "hours")}
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
    ${named(form, "priorityClasses", w("plan.classes"), w("plan.more-classes"), "uu-tien", {
      without: withoutClass,
      beside: (path) => number(form, `${path}.fromAge`, w("plan.from-age")),
    })}
    ${order(form)} ${rating(form)} ${ticket(form)} ${notices(form)} ${conduct(form)}`;
}

/**
 * @param {Form} form
 * @param {string} path of a list of hours
 */
function hours(form, path) {
  const { w, draft } = form.page;
  return html`
    ${at(draft, path).map((/** @type {any} */ _, /** @type {number} */ place) => span(form, `${path}[${place}]`))}
    ${wrongAt(form, path)} ${more(w("plan.more-hours"), () => form.acts.edit(withMore(draft, path, MORNING)))}`;
}

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
  const { w, draft, language } = form.page;
  const summary = html`${called(field.name, language) || w("plan.new-field")}
    <span class="soft">${field.services.map((/** @type {any} */ one) => one.prefix).filter(first).join(", ")}</span>`;
  const nameOf = (/** @type {string} */ id) => {
    const service = field.services.find((/** @type {any} */ one) => one.id === id);
    return service ? called(service.name, language) || id : w("plan.no-results");
  };
  const inside = () => html`
    <div class="row">
      ${text(form, `${path}.name.vi`, w("vi"))} ${text(form, `${path}.name.en`, w("en"))} ${text(form, `${path}.id`, w("plan.id"))}
      ${choice(form, `${path}.results`, w("plan.results"), ["", ...field.services.map((/** @type {any} */ { id }) => id)], nameOf, "")}
      ${remove(form, w("plan.remove-field"), () => form.acts.edit(withoutField(form.page.draft, path)))}
    </div>
    ${field.services.map(
      (/** @type {any} */ _, /** @type {number} */ place) => servicePart(form, `${path}.services[${place}]`, field.services.length > 1),
    )}
    ${wrongAt(form, `${path}.services`)}
    ${more(w("plan.more-services"), () => form.acts.edit(withMore(form.page.draft, `${path}.services`, newService(draft, field.id))))}`;
  return foldable(form, path, summary, inside, !field.name.vi);
}

/**
 * @param {Form} form
 * @param {string} path
 * @param {boolean} mayGo
 */
function servicePart(form, path, mayGo) {
  const { w, draft } = form.page;
  const { id, hours: own } = at(draft, path);
  return html`<fieldset class="part">
    <div class="row">
      ${text(form, `${path}.name.vi`, w("plan.service-vi"))} ${text(form, `${path}.name.en`, w("en"))}
      ${text(form, `${path}.id`, w("plan.id"))}
      ${text(form, `${path}.prefix`, w("plan.prefix"), { short: true })}
      ${number(form, `${path}.first`, w("plan.first"))} ${number(form, `${path}.last`, w("plan.last"))}
      ${numberOf(form, "conduct.quotas", id, w("plan.quota"))}
      ${mayGo ? remove(form, w("plan.remove"), () => form.acts.edit(withoutService(form.page.draft, path))) : nothing}
    </div>
    ${wrongAt(form, path)}
    <div class="choices">
      ${tick(w("plan.own-hours"), Boolean(own), (on) => form.set(`${path}.hours`, on ? [MORNING] : undefined))}
    </div>
    ${own ? hours(form, `${path}.hours`) : nothing} ${papers(form, `${path}.papers`)}
  </fieldset>`;
}

/**
 * What visitors bring; the kiosk tells them.
 *
 * @param {Form} form
 * @param {string} path
 */
function papers(form, path) {
  const { w, draft } = form.page;
  const all = at(draft, path) ?? [];
  return html`
    ${all.map(
      (/** @type {any} */ _, /** @type {number} */ place) => html`<div class="row">
        ${text(form, `${path}[${place}].vi`, w("plan.paper"))} ${text(form, `${path}[${place}].en`, w("en"))}
        ${remove(form, w("plan.remove"), () => form.set(`${path}[${place}]`, undefined))}
      </div>`,
    )}
    ${more(w("plan.more-papers"), () => form.set(path, [...all, { vi: "" }]))}
  `;
}

/**
 * @param {Form} form
 * @param {any} counter
 * @param {string} path
 */
function counterPart(form, counter, path) {
  const { w, draft, language } = form.page;
  const summary = html`${w("plan.counter", { counter: counter.id })} <span class="soft">${called(counter.name, language)}</span>`;
  const inside = () => html`
    <div class="row">
      ${number(form, `${path}.id`, w("plan.number"))}
      ${text(form, `${path}.name.vi`, w("vi"))} ${text(form, `${path}.name.en`, w("en"))}
      ${remove(form, w("plan.remove"), () => form.acts.edit(withoutCounter(draft, path)))}
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
    ${wrongAt(form, `${path}.services`)} ${oneByOne(form, counter, path)}`;
  return foldable(form, path, summary, inside);
}

/**
 * A counter that finishes one service before the next, and which comes when.
 *
 * @param {Form} form
 * @param {any} counter
 * @param {string} path
 */
function oneByOne(form, counter, path) {
  const { w, draft, language } = form.page;
  /** @type {number[]} */
  const all = draft.conduct?.inOrder ?? [];
  const on = all.includes(counter.id);
  const others = all.filter((id) => id !== counter.id);
  const next = on ? others : [...others, counter.id];
  const name = new Map(draft.fields.flatMap((/** @type {any} */ field) =>
    field.services.map((/** @type {any} */ one) => [one.id, `${called(field.name, language)} · ${called(one.name, language)}`]),
  ));
  return html`<div class="choices">
      ${tick(w("plan.in-order"), on, () => form.set("conduct.inOrder", next.length ? next : undefined))}
    </div>
    ${on
      ? html`<ol class="in-order">
          ${counter.services.map(
            (/** @type {string} */ id, /** @type {number} */ place) => html`<li>
              <span class="grow">${name.get(id) ?? id}</span>
              <button class="button" ?disabled=${place === 0} aria-label=${w("plan.earlier", { name: String(name.get(id) ?? id) })}
                @click=${() => form.set(`${path}.services`, moved(counter.services, place, place - 1))}>↑</button>
            </li>`,
          )}
        </ol>`
      : nothing}`;
}

/**
 * @param {string} prefix
 * @param {number} place
 * @param {string[]} all
 */
function first(prefix, place, all) {
  return all.indexOf(prefix) === place;
}
