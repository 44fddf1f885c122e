// @ts-check
/** Booking for a visitor: service, day and hour, then the codes that they bring, to be read out, shown or printed. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { clock, hallDay, written } from "/lib/times.js";
import { inLanguage } from "/lib/words.js";
import { fieldsOf } from "./host-state.js";
import { foundServices, mark, names, serviceOf } from "./service-view.js";

/**
 * @typedef {import("./host-view.js").Page} Page
 * @typedef {import("./host-view.js").Acts} Acts
 * @typedef {{service: string, at: string, code: string, typed: string, picture: string}} Made
 *
 * @typedef {object} Booking
 * @property {string} typed what service is looked for
 * @property {string | null} service the chosen one
 * @property {string} day the chosen one, such as "2026-11-24"; empty until then
 * @property {Made | null} made the last one
 */

/** @param {Page} page @param {import("/lib/hall.js").HallView} hall @param {Acts} acts */
export function bookingCard(page, hall, acts) {
  const { w, plan, booking } = page;
  return html`<form class="card" data-part="booking" @submit=${acts.book}>
    <h2>${w("booking")}</h2>
    ${booking.service ? whenPart(page, booking.service, acts) : whatPart(page, fieldsOf(plan, hall), acts)}
  </form>`;
}

/** @param {Page} page @param {import("./host-state.js").Field[]} fields @param {Acts} acts */
function whatPart(page, fields, { chooseBooking }) {
  const { w, booking } = page;
  return html`
    <p class="soft">${w("booking.lead")}</p>
    <label>${w("issue.search")}
      <input name="booked-service" autocomplete="off" .value=${booking.typed}
        @input=${(/** @type {InputEvent} */ event) => chooseBooking({ typed: /** @type {HTMLInputElement} */ (event.target).value })}>
    </label>
    ${foundServices(page, fields, booking.typed, ({ id }) => ({
      chip: nothing,
      disabled: false,
      choose: () => chooseBooking({ service: id }),
    }))}
  `;
}

/** @param {Page} page @param {string} id @param {Acts} acts */
function whenPart({ w, plan, language, busy, booking }, id, { chooseBooking }) {
  const { field, service } = serviceOf(plan, id);
  const today = hallDay(Date.now(), plan.centre.timeZone);
  return html`
    <p class="ticket">${field ? mark(plan, field) : nothing} ${names(field, service, language)}
      <button type="button" class="button" @click=${() => chooseBooking({ service: null })}>${w("booking.other")}</button>
    </p>
    <div class="fields">
      <label>${w("booking.day")}<input name="date" type="date" min=${today} required
          @change=${(/** @type {Event} */ event) => chooseBooking({ day: /** @type {HTMLInputElement} */ (event.target).value })}>
        <span class="soft figures">${booking.day ? written(booking.day) : nothing}</span></label>
      <label>${w("booking.hour")}<input name="time" type="time" required></label>
    </div>
    <button class="button primary" ?disabled=${busy}>${w("booking.make")}</button>
  `;
}

/**
 * What the visitor takes home; on paper it stands alone.
 *
 * @param {Page} page
 * @param {Made} made
 * @param {Acts} acts
 */
export function confirmation({ w, plan, language }, { service: id, at, typed, picture }, { chooseBooking, printBooking }) {
  const { field, service } = serviceOf(plan, id);
  const { name, hotline, timeZone } = plan.centre;
  return html`<section class="card confirmation" data-part="booked" role="status">
    <div class="grow">
      <p class="only-printed"><b>${inLanguage(name, language)}</b></p>
      <h2>${w("booked")}</h2>
      <p class="when">${momentOf(at, timeZone, language)}</p>
      <p class="ticket">${field ? mark(plan, field) : nothing} ${names(field, service, language)}</p>
      <p>${w("booked.code")}</p>
      <p class="number figures" aria-label=${[...typed].join(" ")}>${typed}</p>
      <p>${w("booked.lead")}</p>
      ${hotline ? html`<p class="only-printed">${w("booked.hotline", { hotline })}</p>` : nothing}
    </div>
    <img class="qr" src=${`data:image/svg+xml,${encodeURIComponent(picture)}`} alt=${w("booked.picture")} width="256" height="256">
    <div class="choices">
      <button class="button primary" @click=${printBooking}>${w("booked.print")}</button>
      <button class="button" @click=${() => chooseBooking({ made: null })}>${w("close")}</button>
    </div>
  </section>`;
}

/** "09:00, Thứ Ba, 24/11/2026". @param {string} at @param {string} timeZone @param {import("/lib/words.js").Language} language */
function momentOf(at, timeZone, language) {
  const locale = language === "en" ? "en-GB" : "vi-VN";
  const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: "long", day: "2-digit", month: "2-digit", year: "numeric" });
  return `${clock(at, timeZone)}, ${day.format(new Date(at))}`;
}
