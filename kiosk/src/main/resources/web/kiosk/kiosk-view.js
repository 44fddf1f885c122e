// @ts-check
/** What the kiosk's page looks like. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { inLanguage, words } from "/lib/words.js";
import { secondsLeft } from "./choice.js";
import { collecting, fields, opens, search, services } from "./choose-view.js";
import { codeScreen } from "./code-view.js";
import { atCounters, heading, mark, other } from "./parts.js";
import { appointmentNote, scanScreen } from "./scan-view.js";
import { catalogue } from "./words.js";

/**
 * @typedef {import("./choice.js").Screen} Screen
 * @typedef {import("./choice.js").Field} Field
 * @typedef {import("./choice.js").Service} Service
 * @typedef {import("./choice.js").Text} Text
 * @typedef {object} Page
 * @property {import("/lib/words.js").Language} language
 * @property {import("/lib/words.js").Words} w
 * @property {import("./look.js").Look} look
 * @property {boolean} speaks whether this computer can read its language out
 * @property {boolean} asksPriority the visitor says to have priority
 * @property {number} squeeze how often the list on the screen was found not to fit
 * @property {boolean} attracts nobody has touched the screen for a while
 * @property {import("./choice.js").KioskState | null} state
 * @property {boolean} agent whether the agent answers
 * @property {import("./choice.js").Visit} visit
 * @property {number} now
 * @typedef {object} Actions
 * @property {(field: string) => void} choose
 * @property {(service: string) => void} take
 * @property {(priority: boolean) => void} answer whether the holder of a card takes the priority that it proves
 * @property {() => void} begin for the next visitor
 * @property {() => void} back for the same one
 * @property {() => void} search
 * @property {() => void} collect
 * @property {() => void} enterCode
 * @property {() => void} arrive with the code that was typed
 * @property {(key: string) => void} press a key of the keyboard on the screen
 * @property {() => void} turnPage
 * @property {(wish: import("./look.js").Wish) => void} wish
 * @property {() => void} otherLanguage
 * @property {() => void} askPriority
 * @property {(isNeeded: boolean) => void} ring calls a person, or needs none any more
 */

/** From here on a visitor is asked whether anybody is still there. */
const ASK_SECONDS = 6;

/**
 * @param {Page} page
 * @param {Screen} screen
 * @param {Actions} actions
 */
export function view(page, screen, actions) {
  return html`
    <div class="screen" data-screen=${screen.name} data-attracts=${page.attracts}>
      ${page.state?.bell ? bell(page, actions) : header(page)}
      <main>${body(page, screen, actions)}</main>
      ${screen.name === "fields" ? ways(page, actions) : nothing}
      ${looks(page, actions)}
      ${footer(page)}
    </div>
  `;
}

/** @param {Page} page */
function header({ state, language }) {
  return html`<header><p class="centre">${state?.centre ? inLanguage(state.centre, language) : nothing}</p></header>`;
}

/** Ways to a number beside the fields. @param {Page} page @param {Actions} actions */
function ways({ w, state, asksPriority }, { search, collect, enterCode, askPriority }) {
  return html`
    <nav class="ways" aria-label=${w("ways")}>
      <button class="button" data-way="search" @click=${search}><span class="lens" aria-hidden="true"></span>${w("search")}</button>
      ${state?.fields.some(({ results }) => results)
        ? html`<button class="button" data-way="collect" @click=${collect}><span class="folder" aria-hidden="true"></span>${w("collect")}</button>`
        : nothing}
      <button class="button" data-way="code" @click=${enterCode}><span class="calendar" aria-hidden="true"></span>${w("code")}</button>
      ${state?.priorityClasses.length
        ? html`<button class="button" data-way="priority" aria-pressed=${asksPriority} @click=${askPriority}><span class="heart" aria-hidden="true"></span>${w("priority")}</button>`
        : nothing}
    </nav>
  `;
}

/** That a person was called, and whether one comes. @param {Page} page @param {Actions} actions */
function bell({ w, state }, { ring }) {
  const said = !state?.hub ? w("bell.unheard") : state.bell === "COMING" ? w("bell.coming") : w("bell.rung");
  return html`
    <aside class="bell" aria-label=${w("ring")} data-bell=${state?.bell ?? nothing}>
      <span class="ringing" aria-hidden="true"></span>
      <p role="status" data-said>${said}</p>
      <button class="button" @click=${() => ring(false)}>${w("bell.stop")}</button>
    </aside>
  `;
}

/** How the kiosk is for this visitor; in reach of everybody, at the bottom. @param {Page} page @param {Actions} actions */
function looks(page, { wish, otherLanguage, ring }) {
  const { w, look, language, speaks } = page;
  return html`
    <section class="looks" aria-label=${w("looks")}>
      <button class="button" lang=${other(language)} @click=${otherLanguage}>${w("language.other")}</button>
      ${lookButton("large", look.large, w("large"), html`<b class="aa" aria-hidden="true">A<big>A</big></b>`, wish)}
      ${lookButton("contrast", look.contrast, w("contrast"), html`<span class="half" aria-hidden="true"></span>`, wish)}
      ${lookButton("low", look.low, w("low"), html`<span class="lower" aria-hidden="true"></span>`, wish)}
      ${speaks ? lookButton("spoken", look.spoken, w("spoken"), html`<span class="waves" aria-hidden="true"></span>`, wish) : nothing}
      <button class="button" data-way="ring" ?disabled=${page.state?.bell !== undefined} @click=${() => ring(true)}>
        <span class="ringing" aria-hidden="true"></span>${w("ring")}
      </button>
    </section>
  `;
}

/**
 * @param {import("./look.js").Wish} what
 * @param {boolean} on
 * @param {string} label
 * @param {unknown} picture
 * @param {Actions["wish"]} wish
 */
function lookButton(what, on, label, picture, wish) {
  return html`<button class="button" data-look=${what} aria-pressed=${on} @click=${() => wish(what)}>${picture}${label}</button>`;
}

/** When the kiosk begins again, seen before it does. @param {Page} page */
function countdown({ w, visit, now }) {
  if (visit.ends === undefined || visit.result) return nothing;
  const seconds = secondsLeft(visit, now);
  const ask = seconds <= ASK_SECONDS;
  return html`
    <p class="countdown" data-ask=${ask}>
      <progress max="20" .value=${seconds} aria-label=${w("ends.bar")}></progress>
      <span class="figures">${ask ? w("ends.ask", { seconds }) : w("ends", { seconds })}</span>
    </p>
  `;
}

/** @param {Page} page */
function footer(page) {
  const { state, w, language } = page;
  const quiet = !state || state.printer === "READY";
  return html`
    <footer>
      ${countdown(page)}
      <p>${state?.hotline ? w("hotline", { number: state.hotline }) : nothing}</p>
      <p>${state?.outdated ? w("outdated") : nothing}</p>
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
    case "search":
      return search(page, screen.typed, actions);
    case "code":
      return codeScreen(page, screen.typed, actions);
    case "collect":
      return collecting(page, actions);
    case "scan":
      return scanScreen(page, screen.scan, actions);
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

/** @param {Page} page */
function taking(page) {
  return html`
    <div class="message" role="status">
      <div class="printing" aria-hidden="true"><i></i></div>
      ${heading(page, (w) => w("taking.title"))}
      <p>${page.w("taking.wait")}</p>
    </div>
  `;
}

/** @param {Page} page @param {import("./choice.js").Result} result @param {Actions} actions */
function done(page, { ticket, offline, priority }, actions) {
  return html`
    <div class="message" role="status">
      ${heading(page, (w) => w("done.title"))}
      ${ticket ? appointmentNote(page, ticket) : nothing}
      ${ticket ? ticketCard(page, ticket, offline) : nothing}
      ${priorityNote(page, priority)}
      ${papersOf(page, ticket?.service)}
      ${closeButton(page, actions)}
    </div>
  `;
}

/** @param {Page} page @param {import("./choice.js").Result["priority"]} priority */
function priorityNote({ w }, priority) {
  if (!priority) return nothing;
  return html`<p class="calm" data-said>${priority === "ASKED" ? w("priority.asked") : w("priority.tell-staff")}</p>`;
}

/** To look through while waiting. @param {Page} page @param {string} [service] */
function papersOf({ state, w, language }, service) {
  const papers = state?.fields.flatMap(({ services }) => services).find(({ id }) => id === service)?.papers ?? [];
  if (papers.length === 0) return nothing;
  return html`
    <section class="checklist">
      <h2>${w("done.papers")}</h2>
      <ul>${papers.map((paper) => html`<li>${inLanguage(paper, language)}</li>`)}</ul>
    </section>
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
      <div class="sign" data-why=${why} aria-hidden="true">${why === "day" || why === "hours" || why === "starting" ? "···" : "!"}</div>
      ${heading(page, (w) => w(`stop.${why}`))}
      ${[page.language, other(page.language)].map((language) => {
        const w = words(catalogue, language);
        return html`<p lang=${language}>${w(`stop.${why}.why`, { reason: inLanguage(reason, language) })}</p>`;
      })}
      ${why === "hours" ? html`<p class="again">${opensFirst(page)}</p>` : nothing}
      ${why === "barred" && state?.pairingCode ? html`<p class="pairing">${page.w("pairing")} <strong>${state.pairingCode}</strong></p>` : nothing}
    </div>
  `;
}

/** @param {Page} page */
function opensFirst(page) {
  const [first] = (page.state?.fields ?? [])
    .flatMap(({ services }) => services)
    .filter(({ opensAt }) => opensAt)
    .sort((one, other) => String(one.opensAt).localeCompare(String(other.opensAt)));
  return first ? opens(page, first) : nothing;
}

/** @param {Page} page @param {import("./choice.js").Ticket} ticket @param {boolean} [offline] */
function ticketCard({ w, state }, ticket, offline) {
  const field = state?.fields.find(({ services }) => services.some(({ id }) => id === ticket.service));
  return html`
    <section class="ticket">
      <p>${w("done.number")}</p>
      <div class="who">${field ? mark(field) : nothing}<p class="number" data-said>${ticket.number}</p></div>
      ${atCounters(w, ticket.counters)}
      <p>${ticket.appointment ? nothing : offline ? w("done.offline") : ticket.ahead ? w("done.ahead", { count: ticket.ahead }) : w("done.first")}</p>
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
