// @ts-check
/** What the host's page looks like: what is urgent first, and each thing one touch away. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { lostBanner, noteOf } from "/lib/staff-told.js";
import { signInForm } from "/lib/staff-view.js";
import { inLanguage } from "/lib/words.js";
import { bookingCard, confirmation } from "./booking-view.js";
import { askingOf, fieldsOf, kiosksOf, missedOf, prints, ratersOf, ticketOf } from "./host-state.js";
import { foundServices, mark, names, serviceOf } from "./service-view.js";

/**
 * @typedef {import("/lib/hall.js").TicketView} Ticket
 * @typedef {import("/lib/hall.js").Text} Text
 * @typedef {import("./host-state.js").Kiosk} Kiosk
 * @typedef {{id: number, number: string, kiosk: string,
 *   printed: {outcome: "DONE" | "NOT_DONE" | "UNKNOWN", why?: Text} | null}} Issued kiosk: "" for no paper
 * @typedef {import("/lib/staff-told.js").Note} Note
 *
 * @typedef {object} Page
 * @property {import("/lib/words.js").Language} language
 * @property {import("/lib/words.js").Words} w
 * @property {import("/lib/staff-session.js").Person | null | undefined} host null when signed out, undefined until the
 *   hub said
 * @property {any} plan
 * @property {import("/lib/hall.js").HallView | null} hall
 * @property {Record<string, import("./host-state.js").Screen | null>} screens what each kiosk's screen shows; null when nobody knows
 * @property {{counter: number, number: string, token: string} | null} lent this screen is in the hands of somebody who votes
 * @property {Ticket[]} tickets who waits, is called, is served, is held or did not come
 * @property {string} typed what service is looked for
 * @property {string} said what number is looked for
 * @property {string} priorityClass of whom a number is taken for
 * @property {string} where the chosen kiosk; "" for the first that prints
 * @property {Issued | null} issued
 * @property {import("./booking-view.js").Booking} booking
 * @property {number | null} silentMs how long the hub has been silent; null while it is heard
 * @property {boolean} busy
 * @property {Note | null} note
 *
 * @typedef {object} Acts
 * @property {(event: SubmitEvent) => void} signIn
 * @property {() => void} signOut
 * @property {() => void} openDay
 * @property {() => void} otherLanguage
 * @property {(more: Partial<Page>) => void} change
 * @property {(kiosk: string) => void} coming
 * @property {(counter: number) => void} lend
 * @property {(ticket: Ticket, priorityClass?: string) => void} decide
 * @property {(service: string, kiosk: string) => void} issue
 * @property {(ticket: Ticket) => void} sendBack
 * @property {(ticket: {id: number, number: string}, kiosk: string, again: boolean) => void} print
 * @property {(more: Partial<import("./booking-view.js").Booking>) => void} chooseBooking
 * @property {(event: SubmitEvent) => void} book
 * @property {() => void} printBooking
 */

const ON_SCREEN = "-";
/** Who may give numbers and appointments, as the hub has it. */
const ISSUING = ["HOST"];
const BOOKING = ["HOST", "MANAGER", "ADMIN"];

/** @param {Page} page @param {Acts} acts */
export function view(page, acts) {
  if (page.lent) return lending(page.lent, page, acts);
  return html`<div class="screen">
    ${top(page, acts)} ${lostBanner(page)}
    <main>${room(page, acts)}</main>
  </div>`;
}

/** @param {Page} page @param {Acts} acts */
function top({ host, w, language }, { signOut, otherLanguage }) {
  return html`<header class="top">
    <span class="wordmark">Lượt</span>
    <p class="who">${w("title")}${host ? html` · ${host.displayName}` : nothing}</p>
    <button class="button quiet" lang=${language === "vi" ? "en" : "vi"} @click=${otherLanguage}>${w("language.other")}</button>
    ${host ? html`<button class="button quiet" @click=${signOut}>${w("sign-out")}</button>` : nothing}
  </header>`;
}

/** @param {Page} page @param {Acts} acts */
function room(page, acts) {
  const { host, plan, hall, w } = page;
  if (host === null) return signInForm(w, page.busy, acts.signIn, noteOf(page));
  if (!plan || !hall) return html`<p class="middle lead" role="status">${w("connecting")}</p>`;
  const kiosks = kiosksOf(hall);
  return html`
    <h1 class="only-heard">${w("title")}</h1>
    ${noteOf(page)} ${hall.day ? nothing : closedDay(page, acts)} ${issuedCard(page, kiosks, acts)}
    ${page.booking.made ? confirmation(page, page.booking.made, acts) : nothing}
    <div class="rooms">
      <div class="stack">${kioskCards(page, kiosks, acts)} ${asking(page, acts)} ${raters(page, hall, acts)}</div>
      <div class="stack">
        ${ISSUING.includes(host?.role ?? "") ? issuing(page, hall, kiosks, acts) : nothing}
        ${finding(page, kiosks, acts)} ${missed(page, acts)}
        ${BOOKING.includes(host?.role ?? "") ? bookingCard(page, hall, acts) : nothing}
      </div>
    </div>
  `;
}

/** @param {Page} page @param {Acts} acts */
function closedDay({ w, busy }, { openDay }) {
  return html`<section class="card row">
    <p class="grow">${w("day.closed")}</p>
    <button class="button primary" ?disabled=${busy} @click=${openDay}>${w("day.open")}</button>
  </section>`;
}

/** @param {Page} page @param {Kiosk[]} kiosks @param {Acts} acts */
function kioskCards({ w, busy, screens }, kiosks, { coming }) {
  return html`<section class="card" data-part="kiosks">
    <h2>${w("kiosks")}</h2>
    ${kiosks.length === 0 ? html`<p class="soft">${w("kiosks.none")}</p>` : nothing}
    <ul class="rows">
      ${kiosks.map(
        ({ name, printer, bell }) => html`<li class="row" data-bell=${bell?.condition ?? "none"}>
          <div class="grow">
            <b>${name}</b>
            <span class="chip ${toneOf(printer.condition)}">${w(`condition.${printer.condition}`)}</span>
            ${screens[name] ? screenChip(w, screens[name]) : nothing}
            ${bell ? html`<span class="chip called">${w(`bell.${bell.condition}`)}</span>` : nothing}
            ${printer.detail ? html`<p class="soft" lang="vi">${printer.detail}</p>` : nothing}
          </div>
          ${bell?.condition === "RUNG"
            ? html`<button class="button primary" ?disabled=${busy} @click=${() => coming(name)}>${w("coming")}</button>`
            : nothing}
        </li>`,
      )}
    </ul>
  </section>`;
}

/** @param {import("/lib/words.js").Words} w @param {import("./host-state.js").Screen} screen */
function screenChip(w, screen) {
  const tone = screen === "IN_USE" ? "serving" : screen === "IDLE" ? "" : "warn";
  return html`<span class="chip ${tone}" data-screen-of-kiosk=${screen}>${w(`screen.${screen}`)}</span>`;
}

/** @param {import("/lib/hall.js").HardwareCondition} condition */
function toneOf(condition) {
  return condition === "OK" ? "done" : condition === "LOW" ? "called" : "warn";
}

/** @param {Page} page @param {Acts} acts */
function asking(page, { decide }) {
  const { w, tickets, plan, language, busy } = page;
  const all = askingOf(tickets);
  return html`<section class="card" data-part="asking">
    <h2>${w("asking")}</h2>
    ${all.length === 0 ? html`<p class="soft">${w("asking.none")}</p>` : nothing}
    <ul class="rows">
      ${all.map(
        (ticket) => html`<li>
          ${ticketLine(page, ticket)}
          <div class="choices">
            ${plan.priorityClasses.map(
              (/** @type {{id: string, name: Text}} */ { id, name }) =>
                html`<button class="button" ?disabled=${busy} @click=${() => decide(ticket, id)}>${inLanguage(name, language)}</button>`,
            )}
            <button class="button" ?disabled=${busy} @click=${() => decide(ticket)}>${w("asking.no")}</button>
          </div>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** @param {Page} page @param {import("/lib/hall.js").HallView} hall @param {Acts} acts */
function raters({ w, busy, host }, hall, { lend }) {
  const all = ratersOf(hall);
  return html`<section class="card" data-part="raters">
    <h2>${w("raters")}</h2>
    ${all.length === 0 ? html`<p class="soft">${w("raters.none")}</p>` : nothing}
    ${all.length && host?.role === "HOST" ? html`<p class="soft">${w("raters.lead")}</p>` : nothing}
    <ul class="rows">
      ${all.map(
        (one) => html`<li class="row">
          <b class="number figures">${one.number}</b>
          <span class="grow">${w("raters.at", one)}</span>
          ${host?.role === "HOST"
            ? html`<button class="button" ?disabled=${busy} @click=${() => lend(one.counter)}>${w("raters.lend")}</button>`
            : nothing}
        </li>`,
      )}
    </ul>
  </section>`;
}

/**
 * This screen in the hands of whoever votes: the page of their own ticket, and nothing of the host's.
 *
 * @param {{counter: number, number: string, token: string}} lent
 * @param {Page} page
 * @param {Acts} acts
 */
function lending(lent, { w }, { change }) {
  return html`<div class="screen lent">
    <iframe src=${`/t/${lent.token}`} title=${w("raters.lent", lent)}></iframe>
    <aside aria-label=${w("raters")}>
      <button class="button" @click=${() => change({ lent: null })}>${w("raters.taken-back")}</button>
    </aside>
  </div>`;
}

/** @param {Page} page @param {import("/lib/hall.js").HallView} hall @param {Kiosk[]} kiosks @param {Acts} acts */
function issuing(page, hall, kiosks, { change, issue }) {
  const { w, plan, language, typed, priorityClass, busy } = page;
  const where = whereOf(page, kiosks);
  return html`<section class="card" data-part="issue">
    <h2>${w("issue")}</h2>
    <div class="fields">
      <label class="whole">${w("issue.search")}
        <input name="service" autocomplete="off" .value=${typed} @input=${(/** @type {InputEvent} */ event) => change({ typed: valueOf(event) })}>
      </label>
      <label>${w("issue.class")}
        <select .value=${priorityClass} @change=${(/** @type {Event} */ event) => change({ priorityClass: valueOf(event) })}>
          <option value="">${w("issue.ordinary")}</option>
          ${plan.priorityClasses.map((/** @type {{id: string, name: Text}} */ { id, name }) => html`<option value=${id} ?selected=${id === priorityClass}>${inLanguage(name, language)}</option>`)}
        </select>
      </label>
      <label>${w("issue.where")}
        <select name="where" @change=${(/** @type {Event} */ event) => change({ where: valueOf(event) })}>
          ${kiosks.filter(prints).map(({ name }) => html`<option value=${name} ?selected=${name === where}>${name}</option>`)}
          <option value=${ON_SCREEN} ?selected=${where === ""}>${w("issue.screen")}</option>
        </select>
      </label>
    </div>
    ${foundServices(page, fieldsOf(plan, hall), typed, ({ id, open, usedUp, waiting }) => ({
      chip: html`<span class="chip">${open ? w("issue.waiting", { count: waiting }) : usedUp ? w("issue.used-up") : w("issue.closed")}</span>`,
      disabled: busy || !open,
      choose: () => issue(id, where),
    }))}
  </section>`;
}

/** The kiosk that prints: the chosen one while it can, else the first; "" for none. @param {Page} page @param {Kiosk[]} kiosks */
function whereOf({ where }, kiosks) {
  if (where === ON_SCREEN) return "";
  const able = kiosks.filter(prints).map(({ name }) => name);
  return able.includes(where) ? where : (able[0] ?? "");
}

/** @param {Event} event */
function valueOf(event) {
  return /** @type {HTMLInputElement} */ (event.target).value;
}

/** @param {Page} page @param {Kiosk[]} kiosks @param {Acts} acts */
function issuedCard(page, kiosks, { change, print }) {
  const { issued, w, busy } = page;
  if (!issued) return nothing;
  return html`<section class="card issued" data-part="issued" role="status" data-printed=${issued.printed?.outcome ?? "none"}>
    <div class="grow">
      <h2>${w("issued.title")}</h2>
      <p class="number">${issued.number}</p>
      <p>${printedWords(page, issued)}</p>
    </div>
    <div class="choices">
      ${issued.printed?.outcome === "DONE"
        ? nothing
        : kiosks.filter(prints).map(
            ({ name }) => html`<button class="button" ?disabled=${busy} @click=${() => print(issued, name, issued.printed !== null)}>${w("reprint", { kiosk: name })}</button>`,
          )}
      <button class="button primary" @click=${() => change({ issued: null })}>${w("close")}</button>
    </div>
  </section>`;
}

/** @param {Page} page @param {Issued} issued */
function printedWords({ w, language, busy }, { kiosk, printed }) {
  if (printed === null) return busy && kiosk ? "…" : w("issued.screen");
  const why = printed.why ? inLanguage(printed.why, language) : "";
  switch (printed.outcome) {
    case "DONE":
      return w("issued.printed", { kiosk });
    case "NOT_DONE":
      return w("issued.not", { kiosk, why });
    case "UNKNOWN":
      return w("issued.unknown", { kiosk, why });
  }
}

/** @param {Page} page @param {Kiosk[]} kiosks @param {Acts} acts */
function finding(page, kiosks, { change, print }) {
  const { w, said, tickets, busy } = page;
  const ticket = ticketOf(tickets, said);
  return html`<section class="card" data-part="find">
    <h2>${w("find")}</h2>
    <label>${w("find.number")}
      <input name="number" autocomplete="off" .value=${said} @input=${(/** @type {InputEvent} */ event) => change({ said: valueOf(event) })}>
    </label>
    ${ticket
      ? html`${ticketLine(page, ticket)}
          <p><span class="chip">${w(`state.${ticket.state}`)}</span></p>
          <div class="choices">
            ${kiosks.filter(prints).map(
              ({ name }) => html`<button class="button" ?disabled=${busy} @click=${() => print(ticket, name, true)}>${w("reprint", { kiosk: name })}</button>`,
            )}
          </div>`
      : said
        ? html`<p class="soft">${w("find.none")}</p>`
        : nothing}
  </section>`;
}

/** @param {Page} page @param {Acts} acts */
function missed(page, { sendBack }) {
  const { w, tickets, busy } = page;
  const all = missedOf(tickets);
  return html`<section class="card" data-part="missed">
    <h2>${w("missed")}</h2>
    ${all.length === 0 ? html`<p class="soft">${w("missed.none")}</p>` : nothing}
    <ul class="rows">
      ${all.map(
        (ticket) => html`<li class="row">
          <div class="grow">${ticketLine(page, ticket)}</div>
          <button class="button" ?disabled=${busy} @click=${() => sendBack(ticket)}>${w("missed.back")}</button>
        </li>`,
      )}
    </ul>
  </section>`;
}

/** @param {Page} page @param {Ticket} ticket */
function ticketLine({ plan, w, language }, ticket) {
  const { field, service } = serviceOf(plan, ticket.service);
  const priority = plan.priorityClasses.find((/** @type {any} */ { id }) => id === ticket.priorityClass);
  return html`<p class="ticket">
    ${field ? mark(plan, field) : nothing}
    <b class="number figures">${ticket.number}</b>
    ${names(field, service, language)}
    ${priority ? html`<span class="chip serving">${w("priority.of", { name: inLanguage(priority.name, language) })}</span>` : nothing}
  </p>`;
}
