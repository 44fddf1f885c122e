// @ts-check
/** What the page shows of a scanned code. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { inLanguage, words } from "/lib/words.js";
import { secondsLeft } from "./choice.js";
import { mark, minutes, other } from "./parts.js";
import { scanCatalogue } from "./scan-words.js";

/**
 * @typedef {import("./choice.js").Scan} Scan
 * @typedef {import("./choice.js").Ticket} Ticket
 * @typedef {import("./choice.js").TicketStatus} TicketStatus
 * @typedef {import("./kiosk-view.js").Page} Page
 * @typedef {import("./kiosk-view.js").Actions} Actions
 * @typedef {(key: string, values?: Record<string, string | number>) => string} Words
 */

/** @param {Page} page @param {Scan} scan @param {Actions} actions */
export function scanScreen(page, scan, actions) {
  switch (scan.kind) {
    case "CARD":
      return card(page, scan, actions);
    case "RECEIPT":
      return receipt(page, scan, actions);
    case "TICKET":
      return scan.ticket ? ticket(page, scan.ticket, actions) : noTicket(page, actions);
    case "APPOINTMENT":
    case "UNKNOWN":
      return unknown(page, actions);
  }
}

/** That a card goes with the next touch. @param {Page} page */
export function cardNote(page) {
  const { card } = page.visit;
  if (!card) return nothing;
  const w = wordsOf(page);
  const name = card.priority && card.name ? inLanguage(card.name, page.language) : "";
  return html`<p class="calm" role="status">${name ? w("card.priority", { name }) : w("card.noted")}</p>`;
}

/** How the holder came to a booked time. @param {Page} page @param {Ticket} ticket */
export function appointmentNote(page, { appointment }) {
  if (!appointment) return nothing;
  const { arrival, at, callableFrom } = appointment;
  const w = wordsOf(page);
  return html`<p class="calm">${w(`appointment.${arrival}`, { at: clock(at), from: clock(callableFrom) })}</p>`;
}

/** @param {Page} page @param {Scan} scan @param {Actions} actions */
function card(page, { priorityClass }, { answer }) {
  const w = wordsOf(page);
  return html`
    <div class="message" role="status">
      ${title(page, (w) => w("card.title"))}
      ${both(page, (w, language) => w("card.offer", { name: priorityClass ? inLanguage(priorityClass, language) : "" }))}
      <div class="choices">
        <button class="button primary" @click=${() => answer(true)}>${w("card.yes")}</button>
        <button class="button" @click=${() => answer(false)}>${w("card.no")}</button>
      </div>
      <p class="hint">${w("card.private")}</p>
    </div>
  `;
}

/** @param {Page} page @param {Scan} scan @param {Actions} actions */
function receipt(page, scan, actions) {
  const w = wordsOf(page);
  const fields = page.state?.fields ?? [];
  const found = fields.flatMap((field) =>
    field.services.filter(({ id }) => scan.services.includes(id)).map((service) => ({ field, service })));
  return html`
    ${title(page, (w) => w("receipt.title"))}
    <ul class="fields">
      ${found.map(({ field, service }) => html`
        <li>
          <button class="tile" ?disabled=${!service.open} data-open=${service.open} @click=${() => actions.take(service.id)}>
            ${mark(field)}
            <span class="names">${inLanguage(field.name, page.language)}
              <small>${service.open ? inLanguage(service.name, page.language) : w("receipt.closed")}</small>
            </span>
          </button>
        </li>
      `)}
    </ul>
    ${close(page, actions)}
  `;
}

/** @param {Page} page @param {TicketStatus} ticket @param {Actions} actions */
function ticket(page, ticket, actions) {
  return html`
    <div class="message" role="status">
      ${title(page, (w) => w("ticket.title"))}
      <section class="ticket">
        <p>${inLanguage(ticket.service, page.language)}</p>
        <p class="number">${ticket.number}</p>
        ${standing(page, ticket)}
      </section>
      ${close(page, actions)}
    </div>
  `;
}

/** @param {Page} page @param {TicketStatus} ticket */
function standing(page, { state, ahead, waits, counter }) {
  const w = wordsOf(page);
  switch (state) {
    case "WAITING":
      return html`
        <p>${ahead ? w("ticket.waiting", { count: ahead }) : w("ticket.next")}</p>
        ${waits ? html`<p>${w("ticket.waits", minutes(waits))}</p>` : nothing}
      `;
    case "CALLED":
    case "SERVING":
      return html`<p>${w("ticket.called", { counter: counter ?? "" })}</p>`;
    case "HELD":
      return html`<p>${w("ticket.held", { counter: counter ?? "" })}</p>`;
    default:
      return html`<p>${w("ticket.over")}</p>`;
  }
}

/** @param {Page} page @param {Actions} actions */
function noTicket(page, actions) {
  return html`
    <div class="message" role="alert">
      <div class="sign" aria-hidden="true">?</div>
      ${title(page, (w) => w("ticket.none"))}
      ${both(page, (w) => w("ticket.none.why"))}
      ${close(page, actions)}
    </div>
  `;
}

/** @param {Page} page @param {Actions} actions */
function unknown(page, actions) {
  return html`
    <div class="message" role="alert">
      <div class="sign" aria-hidden="true">?</div>
      ${title(page, (w) => w("unknown.title"))}
      ${both(page, (w) => html`${w("unknown.what")} ${w("unknown.next")}`)}
      ${close(page, actions)}
    </div>
  `;
}

/** @param {Page} page @param {Actions} actions */
function close(page, { begin }) {
  const w = wordsOf(page);
  const seconds = secondsLeft(page.visit, page.now);
  return html`<button class="button primary" @click=${begin}>${w("close", { seconds })}</button>`;
}

/** In the chosen language, and in the other below. @param {Page} page @param {(w: Words) => string} text */
function title({ language }, text) {
  const second = other(language);
  return html`
    <h1 tabindex="-1"><span data-said>${text(words(scanCatalogue, language))}</span><small lang=${second}>${text(words(scanCatalogue, second))}</small></h1>
  `;
}

/** @param {Page} page @param {(w: Words, language: import("/lib/words.js").Language) => unknown} text */
function both({ language }, text) {
  return [language, other(language)].map((one) => html`<p lang=${one}>${text(words(scanCatalogue, one), one)}</p>`);
}

/** @param {Page} page */
function wordsOf({ language }) {
  return words(scanCatalogue, language);
}

/** Hours and minutes of a time as the agent writes it. @param {string} time */
function clock(time) {
  return time.slice(11, 16);
}
