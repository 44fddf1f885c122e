// @ts-check
/** What the kiosk's page looks like. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { markOf } from "/lib/marks.js";
import { inLanguage, words } from "/lib/words.js";
import { isOpen, opening, secondsLeft } from "./choice.js";
import { catalogue } from "./words.js";

/**
 * @typedef {import("./choice.js").Screen} Screen
 * @typedef {import("./choice.js").Field} Field
 * @typedef {import("./choice.js").Service} Service
 * @typedef {import("./choice.js").Text} Text
 * @typedef {object} Page
 * @property {import("/lib/words.js").Language} language
 * @property {import("/lib/words.js").Words} w
 * @property {import("./choice.js").KioskState | null} state
 * @property {boolean} agent whether the agent answers
 * @property {import("./choice.js").Visit} visit
 * @property {number} now
 * @typedef {object} Actions
 * @property {(field: string) => void} choose
 * @property {(service: string) => void} take
 * @property {() => void} begin
 * @property {() => void} otherLanguage
 * @property {() => void} contrast
 */

const LONG_NAME = 36;

/**
 * @param {Page} page
 * @param {Screen} screen
 * @param {Actions} actions
 */
export function view(page, screen, actions) {
  return html`
    <div class="screen" data-screen=${screen.name}>
      ${header(page, actions)}
      <main>${body(page, screen, actions)}</main>
      ${footer(page)}
    </div>
  `;
}

/** @param {Page} page @param {Actions} actions */
function header({ state, w, language }, { otherLanguage, contrast }) {
  return html`
    <header>
      <p class="centre">${state?.centre ? inLanguage(state.centre, language) : nothing}</p>
      <button class="button" @click=${contrast}><span class="half" aria-hidden="true"></span>${w("contrast")}</button>
      <button class="button" lang=${other(language)} @click=${otherLanguage}>${w("language.other")}</button>
    </header>
  `;
}

/** @param {Page} page */
function footer({ state, w, language }) {
  const quiet = !state || state.printer === "READY";
  return html`
    <footer>
      <p>${state?.hotline ? w("hotline", { number: state.hotline }) : nothing}</p>
      <p>${state?.unwanted.length ? w("unwanted", { numbers: state.unwanted.join(", ") }) : nothing}</p>
      <p>${quiet ? nothing : w("technician", { message: inLanguage(state.technicianMessage, language) })}</p>
    </footer>
  `;
}

/** @param {Page} page @param {Screen} screen @param {Actions} actions */
function body(page, screen, actions) {
  switch (screen.name) {
    case "fields":
      return fields(page, actions);
    case "services":
      return services(page, screen.field, actions);
    case "taking":
      return taking(page);
    case "done":
      return done(page, screen.result, actions);
    case "staff":
      return staff(page, screen.result, actions);
    case "refused":
      return refused(page, screen.result, actions);
    case "stop":
      return stop(page, screen.why);
  }
}

/** @param {Page} page @param {Actions} actions */
function fields(page, actions) {
  const all = page.state?.fields ?? [];
  return html`
    ${heading(page, (w) => w("choose.field"))}
    ${page.state?.offline ? html`<p class="calm" role="status">${page.w("offline")}</p>` : nothing}
    <ul class="fields">
      ${all.map((field) => html`<li>${fieldTile(page, field, actions)}</li>`)}
    </ul>
  `;
}

/** @param {Page} page @param {Field} field @param {Actions} actions */
function fieldTile(page, field, { choose }) {
  const people = field.services.reduce((sum, { waiting }) => sum + waiting, 0);
  return html`
    <button class="tile" data-open=${isOpen(field)} data-long=${isLong(field.name)} @click=${() => choose(field.id)}>
      ${mark(field)}
      <span class="names">${name(page, field.name)}</span>
      ${people ? html`<span class="people figures" aria-label=${waiting(page, people)}>${people}</span>` : nothing}
    </button>
  `;
}

/** @param {Page} page @param {Field} field @param {Actions} actions */
function services(page, field, actions) {
  return html`
    <div class="chosen">${mark(field)} <p>${name(page, field.name)}</p></div>
    ${heading(page, (w) => w("choose.service"))}
    <ul class="services">
      ${field.services.map((service) => html`<li>${serviceTile(page, service, actions)}</li>`)}
    </ul>
    <p class="hint">${isOpen(field) ? page.w("choose.hint") : nothing}</p>
    <button class="button back" @click=${actions.begin}><span class="arrow" aria-hidden="true"></span>${page.w("back")}</button>
  `;
}

/** @param {Page} page @param {Service} service @param {Actions} actions */
function serviceTile(page, service, { take }) {
  return html`
    <button class="tile" ?disabled=${!service.open} @click=${() => take(service.id)}>
      <span class="names">${name(page, service.name)}</span>
      <span class="facts">
        ${service.open
          ? page.state?.offline ? nothing : html`<span class="chip">${waiting(page, service.waiting)}</span>`
          : html`<span class="chip warn">${page.w("closed")}</span><span>${opens(page, service)}</span>`}
        ${atCounters(page.w, service.counters)}
      </span>
    </button>
  `;
}

/** @param {Page} page */
function taking({ w }) {
  return html`
    <div class="message" role="status">
      <div class="printing" aria-hidden="true"><i></i></div>
      <h1 tabindex="-1">${w("taking.title")}</h1>
      <p>${w("taking.wait")}</p>
    </div>
  `;
}

/** @param {Page} page @param {import("./choice.js").Result} result @param {Actions} actions */
function done(page, { ticket, offline }, actions) {
  return html`
    <div class="message" role="status">
      ${heading(page, (w) => w("done.title"))}
      ${ticket ? ticketCard(page, ticket, offline) : nothing}
      ${closeButton(page, actions)}
    </div>
  `;
}

/** @param {Page} page @param {import("./choice.js").Result} result @param {Actions} actions */
function staff(page, { ticket, offline, message }, actions) {
  return html`
    <div class="message" role="alert">
      <div class="sign" aria-hidden="true">!</div>
      ${heading(page, (w) => w("staff.title"))}
      <p>${ticket ? page.w("staff.number") : said(page, message)}</p>
      ${ticket ? ticketCard(page, ticket, offline) : nothing}
      ${closeButton(page, actions)}
    </div>
  `;
}

/** @param {Page} page @param {import("./choice.js").Result} result @param {Actions} actions */
function refused(page, { message }, actions) {
  return html`
    <div class="message" role="alert">
      <div class="sign" aria-hidden="true">!</div>
      ${heading(page, (w) => w("refused.title"))}
      <p>${said(page, message)}</p>
      ${closeButton(page, actions)}
    </div>
  `;
}

/** The agent's words, when it had any. @param {Page} page @param {Text | undefined} message */
function said({ w, language }, message) {
  return message ? inLanguage(message, language) : w("staff.unknown");
}

/** @param {Page} page @param {import("./choice.js").Stop} why */
function stop(page, why) {
  const state = page.state;
  const reason = (why === "barred" ? state?.barred : state?.printerMessage) ?? { vi: "", en: "" };
  return html`
    <div class="message" role="status">
      <div class="sign" data-why=${why} aria-hidden="true">${why === "day" || why === "starting" ? "···" : "!"}</div>
      ${heading(page, (w) => w(`stop.${why}`))}
      ${[page.language, other(page.language)].map((language) => {
        const w = words(catalogue, language);
        return html`<p lang=${language}>${w(`stop.${why}.why`, { reason: inLanguage(reason, language) })}</p>`;
      })}
    </div>
  `;
}

/** @param {Page} page @param {import("./choice.js").Ticket} ticket @param {boolean} [offline] */
function ticketCard({ w }, ticket, offline) {
  return html`
    <section class="ticket">
      <p>${w("done.number")}</p>
      <p class="number">${ticket.number}</p>
      ${atCounters(w, ticket.counters)}
      <p>${offline ? w("done.offline") : ticket.ahead ? w("done.ahead", { count: ticket.ahead }) : w("done.first")}</p>
      <img src="/qr?text=${encodeURIComponent(ticket.statusUrl)}" alt="" width="320" height="320">
      <p class="hint">${offline ? w("done.scan.later") : w("done.scan")}</p>
    </section>
  `;
}

/** @param {Page} page @param {Actions} actions */
function closeButton({ w, visit, now }, { begin }) {
  return html`
    <button class="button primary" @click=${begin}>${w("done.close", { seconds: secondsLeft(visit, now) })}</button>
  `;
}

/**
 * In the chosen language, and in the other below.
 *
 * @param {Page} page
 * @param {(w: import("/lib/words.js").Words) => string} text
 */
function heading({ w, language }, text) {
  const second = other(language);
  return html`
    <h1 tabindex="-1">${text(w)}<small lang=${second}>${text(words(catalogue, second))}</small></h1>
  `;
}

/** @param {Page} page @param {Text} text */
function name({ language }, text) {
  const second = inLanguage(text, other(language));
  const first = inLanguage(text, language);
  return html`${first}${second === first ? nothing : html`<small lang=${other(language)}>${second}</small>`}`;
}

/** @param {import("/lib/words.js").Words} w @param {number[]} counters */
function atCounters(w, counters) {
  return counters.length ? html`<span class="where">${w("counters", { counters: counters.join(", ") })}</span>` : nothing;
}

/** Whether a name needs smaller letters, so that all fields fit on one screen. @param {Text} text */
function isLong({ vi, en }) {
  return Math.max(vi.length, en.length) > LONG_NAME;
}

/** @param {Field} field */
function mark({ letter, place }) {
  const { hue, shape } = markOf(place);
  return html`<span class="letter-mark"><span class="mark" data-hue=${hue} data-shape=${shape}></span><b>${letter}</b></span>`;
}

/** @param {Page} page @param {number} count */
function waiting({ w }, count) {
  return count ? w("waiting", { count }) : w("waiting.nobody");
}

/** @param {Page} page @param {Service} service */
function opens({ w, state }, service) {
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

/** @param {import("/lib/words.js").Language} language @returns {import("/lib/words.js").Language} */
function other(language) {
  return language === "vi" ? "en" : "vi";
}
