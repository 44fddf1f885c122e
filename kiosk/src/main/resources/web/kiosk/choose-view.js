// @ts-check
/** What visitors choose from: fields, their services, and what a search found. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { found, KEYS } from "/lib/search.js";
import { inLanguage } from "/lib/words.js";
import { closing, hallTime, isOpen, isUsedUp, opening } from "./choice.js";
import { fewOn, paged, roomFor } from "./paging.js";
import { atCounters, heading, mark, minutes, name } from "./parts.js";
import { cardNote } from "./scan-view.js";

/**
 * @typedef {import("./kiosk-view.js").Page} Page
 * @typedef {import("./kiosk-view.js").Actions} Actions
 * @typedef {import("./choice.js").Field} Field
 * @typedef {import("./choice.js").Service} Service
 * @typedef {import("./choice.js").Text} Text
 */

const LONG_NAME = 36;

/** @param {Page} page @param {Actions} actions */
export function fields(page, actions) {
  const all = page.state?.fields ?? [];
  const list = paged(all, roomFor("fields", page.look, page.squeeze), page.visit.page);
  return html`
    ${heading(page, (w) => (page.attracts ? w("attract") : w("choose.field")))}
    ${cardNote(page)}
    ${page.state?.offline ? html`<p class="calm" role="status">${page.w("offline")}</p>` : nothing}
    ${page.asksPriority ? priorityNote(page) : nothing}
    <ul class="fields" data-tight=${page.squeeze > 0}>
      ${list.shown.map((field) => html`<li>${fieldTile(page, field, actions)}</li>`)}
    </ul>
    ${moreButton(page, list, actions)}
  `;
}

/** Whom the hall calls earlier, and that a person looks first. @param {Page} page */
function priorityNote({ w, state, language }) {
  const classes = (state?.priorityClasses ?? []).map((name) => inLanguage(name, language)).join(", ");
  return html`<p class="calm" role="status" data-said>${w("priority.note", { classes })}</p>`;
}

/** @param {Page} page @param {Field} field @param {Actions} actions */
function fieldTile(page, field, { choose }) {
  const people = field.services.reduce((sum, { waiting }) => sum + waiting, 0);
  return html`
    <button class="tile" data-open=${isOpen(field)} data-long=${isLong(page, field.name)} @click=${() => choose(field.id)}>
      ${mark(field)}
      <span class="names">${name(page, field.name)}</span>
      ${people ? html`<span class="people figures" aria-label=${waiting(page, people)}>${people}</span>` : nothing}
    </button>
  `;
}

/** @param {Page} page @param {Field} field @param {Actions} actions */
export function services(page, field, actions) {
  const list = paged(field.services, roomFor("services", page.look, page.squeeze), page.visit.page);
  return html`
    <div class="chosen">${mark(field)} <p>${name(page, field.name)}</p></div>
    ${heading(page, (w) => w("choose.service"))}
    ${cardNote(page)}
    <ul class="services" data-dense=${list.shown.length > fewOn(page.look)}>
      ${list.shown.map((service) => html`<li>${serviceTile(page, service, actions)}</li>`)}
    </ul>
    ${isOpen(field) ? html`<p class="hint">${page.w("choose.hint")}</p>` : nothing}
    <div class="turns">${backButton(page, actions)}${moreButton(page, list, actions)}</div>
  `;
}

/** @param {Page} page @param {Service} service @param {Actions} actions @param {Field} [field] of what was searched for */
function serviceTile(page, service, { take }, field) {
  return html`
    <button class="tile" ?disabled=${!service.open} @click=${() => take(service.id)}>
      ${field ? mark(field) : nothing}
      <span class="service">
        <span class="names" data-long=${isLong(page, service.name)}>
          ${field
            ? html`<span data-said>${inLanguage(service.name, page.language)}</span><small>${inLanguage(field.name, page.language)}</small>`
            : name(page, service.name)}
        </span>
        <span class="facts">${service.open ? openFacts(page, service) : closedFacts(page, service)}</span>
        ${field ? nothing : papers(page, service)}
      </span>
    </button>
  `;
}

/** @param {Page} page @param {Service} service */
function openFacts(page, service) {
  const { w, state, now } = page;
  const closes = closing(service, hallTime(now, state?.timeZone));
  return html`
    ${state?.offline ? nothing : html`<span class="chip">${waiting(page, service.waiting)}</span>`}
    ${service.waits?.most ? html`<span>${w("waits", minutes(service.waits))}</span>` : nothing}
    ${atCounters(w, service.counters)}
    ${closes ? html`<span class="chip called">${w("closes", { time: closes })}</span>` : nothing}
    ${service.numbersLeft === undefined ? nothing : html`<span class="chip called">${w("left", { count: service.numbersLeft })}</span>`}
  `;
}

/** @param {Page} page @param {Service} service */
function closedFacts(page, service) {
  const { w } = page;
  return html`
    <span class="chip warn">${isUsedUp(service) ? w("used-up") : w("closed")}</span>
    <span>${opens(page, service)}</span>
    ${atCounters(w, service.counters)}
  `;
}

/** @param {Page} page @param {Service} service */
function papers({ w, language }, service) {
  if (service.papers.length === 0) return nothing;
  const all = service.papers.map((paper) => inLanguage(paper, language)).join(" · ");
  return html`<span class="papers">${w("papers", { papers: all })}</span>`;
}

/** Where finished results are collected. @param {Page} page @param {Actions} actions */
export function collecting(page, actions) {
  const all = (page.state?.fields ?? []).filter(({ results }) => results);
  const list = paged(all, roomFor("fields", page.look, page.squeeze), page.visit.page);
  return html`
    ${heading(page, (w) => w("collect.title"))}
    ${cardNote(page)}
    <ul class="fields" data-tight=${page.squeeze > 0}>
      ${list.shown.map((field) => html`<li>${resultsTile(page, field, actions)}</li>`)}
    </ul>
    <div class="turns">${backButton(page, actions)}${moreButton(page, list, actions)}</div>
  `;
}

/** @param {Page} page @param {Field} field @param {Actions} actions */
function resultsTile(page, field, { take }) {
  const service = field.services.find(({ id }) => id === field.results);
  if (!service) return nothing;
  return html`
    <button class="tile" ?disabled=${!service.open} data-open=${service.open} data-long=${isLong(page, field.name)} @click=${() => take(service.id)}>
      ${mark(field)}
      <span class="names">${name(page, field.name)}</span>
      ${service.waiting ? html`<span class="people figures" aria-label=${waiting(page, service.waiting)}>${service.waiting}</span>` : nothing}
    </button>
  `;
}

/** @param {Page} page @param {string} typed @param {Actions} actions */
export function search(page, typed, actions) {
  const list = paged(found(page.state?.fields ?? [], typed), roomFor("found", page.look, page.squeeze), page.visit.page);
  const { w } = page;
  return html`
    ${heading(page, (w) => w("search.title"))}
    <p class="typed" role="status" data-empty=${typed === ""}>${typed || w("search.example")}</p>
    ${typed && list.shown.length === 0 ? html`<p class="hint">${w("search.none")}</p>` : nothing}
    <ul class="services found" data-dense="true">
      ${list.shown.map(({ field, service }) => html`<li>${serviceTile(page, service, actions, field)}</li>`)}
    </ul>
    ${keyboard(page, actions, [["clear", w("search.clear")], ["blank", w("search.blank")], ["back", w("search.back")]])}
    <div class="turns">${backButton(page, actions)}${moreButton(page, list, actions)}</div>
  `;
}

/** @param {Page} page @param {Actions} actions @param {[string, string][]} wide the keys of the last row, and what stands on them */
export function keyboard({ w }, actions, wide) {
  return html`
    <div class="keyboard" role="group" aria-label=${w("search.keyboard")}>
      ${KEYS.map((row) => html`<div class="keys">${row.map((key) => keyButton(key, key.toUpperCase(), actions))}</div>`)}
      <div class="keys">${wide.map(([key, label]) => keyButton(key, label, actions))}</div>
    </div>
  `;
}

/** @param {string} key @param {string} label @param {Actions} actions */
function keyButton(key, label, { press }) {
  return html`<button class="button key" data-key=${key} @click=${() => press(key)}>${label}</button>`;
}

/** @param {Page} page @param {{more: number, pages: number}} list @param {Actions} actions */
function moreButton({ w }, { more, pages }, { turnPage }) {
  if (pages === 1) return nothing;
  return html`<button class="button more" @click=${turnPage}>${more ? w("more", { count: more }) : w("more.first")}</button>`;
}

/** @param {Page} page @param {Actions} actions */
export function backButton({ w }, { back }) {
  return html`<button class="button back" @click=${back}><span class="arrow" aria-hidden="true"></span>${w("back")}</button>`;
}

/** Whether a name needs smaller letters, so that all fields fit on one screen. @param {Page} page @param {Text} text */
function isLong({ language }, text) {
  return inLanguage(text, language).length > LONG_NAME;
}

/** @param {Page} page @param {number} count */
function waiting({ w }, count) {
  return count ? w("waiting", { count }) : w("waiting.nobody");
}

/** @param {Page} page @param {Service} service */
export function opens({ w, state }, service) {
  const opensAt = opening(service, state?.day);
  switch (opensAt.when) {
    case "unknown":
      return nothing;
    case "today":
      return w("opens.today", { time: opensAt.time });
    case "later":
      return w("opens.later", { time: opensAt.time, day: opensAt.day });
  }
}
