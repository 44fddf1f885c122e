// @ts-check
/** How the television looks. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { markOf } from "/lib/marks.js";
import { age } from "./age.js";
import { bilingual, inBoth } from "./bilingual.js";
import { calls } from "./calls.js";
import { clock } from "./clock.js";
import { waitingByField } from "./waiting.js";
import { catalogue } from "./words.js";

const w = bilingual(catalogue);

/**
 * All that is on the screen.
 *
 * @typedef {object} Screen
 * @property {import("/lib/hall.js").HallView} [hall]
 * @property {any} [plan]
 * @property {import("/voice/announcements.js").Announcements} announcements
 * @property {string} speaking the words of the call that is announced now
 * @property {string} spoken the words last heard to their end
 * @property {boolean} blocked whether the browser waits for a touch before it lets us speak
 * @property {number} [lostFor] ms since the hub was heard, when that is too long
 * @property {import("/lib/listening.js").Refused} [refused]
 */

/** @param {Screen} screen */
export function page({ hall, plan, announcements, speaking, spoken, ...notices }) {
  return html`
    ${headPart(plan?.centre)}
    <main>${hall ? callsPart(calls(hall, announcements)) : message(w("loading"))}</main>
    ${hall?.day && plan ? waitingPart(waitingByField(plan, hall)) : nothing}
    <p class="only-heard" aria-live="polite" data-speaking=${speaking} data-spoken=${spoken}>${speaking}</p>
    ${noticesPart(hall, notices)}
  `;
}

/** @param {{ name: import("/lib/hall.js").Text, timeZone: string } | undefined} centre */
function headPart(centre) {
  if (!centre) return html`<header><h1>${w("title")}</h1></header>`;
  const { time, day } = clock(new Date(), centre.timeZone);
  return html`
    <header>
      <h1>${inBoth(centre.name)}</h1>
      <p>${inBoth(day)}</p>
      <time>${time}</time>
    </header>
  `;
}

/** @param {import("./calls.js").Calls} calls */
function callsPart({ open, large, announced, recent }) {
  if (!open) return message(w("dayClosed"));
  if (!large) return message(w("noCalls"));
  return html`
    <section class="call" ?data-announced=${announced}>
      <h2>${announced ? w("nowCalling") : w("lastCalled")}</h2>
      <p class="number" data-length=${large.number.length}>${large.number}</p>
      <p class="to"><span aria-hidden="true">→</span> ${w("counter")} <b>${large.counter}</b></p>
    </section>
    <section class="recent">
      <h2><span>${w("recentCalls")}</span> <span>${w("counter")}</span></h2>
      <ol>
        ${recent.map(recentPart)}
      </ol>
    </section>
  `;
}

/** @param {import("./calls.js").Recent} recent */
function recentPart({ call, awaited }) {
  return html`
    <li ?data-awaited=${awaited}>
      <b>${call.number}</b>
      <span aria-hidden="true">→</span>
      <b>${call.counter}</b>
    </li>
  `;
}

/** @param {import("./waiting.js").FieldWaiting[]} fields */
function waitingPart(fields) {
  return html`
    <section class="waiting" data-many=${fields.length > 12 ? "yes" : "no"}>
      <h2>${w("waiting")}</h2>
      <ul>
        ${fields.map((field, place) => fieldPart(field, markOf(place)))}
      </ul>
    </section>
  `;
}

/**
 * @param {import("./waiting.js").FieldWaiting} field
 * @param {ReturnType<typeof markOf>} mark
 */
function fieldPart({ name, prefixes, waiting }, { hue, shape }) {
  return html`
    <li ?data-calm=${waiting === 0}>
      <span class="mark" data-hue=${hue} data-shape=${shape}></span>
      <b>${prefixes}</b>
      <span class="name">${inBoth(name)}</span>
      <b>${waiting}</b>
    </li>
  `;
}

/**
 * @param {import("/lib/hall.js").HallView | undefined} hall
 * @param {Pick<Screen, "blocked" | "lostFor" | "refused">} notices
 */
function noticesPart(hall, { blocked, lostFor, refused }) {
  return html`
    <aside>
      ${blocked ? html`<p class="hint">${w("touchForSound")}</p>` : nothing}
      ${lostFor === undefined ? nothing : html`<p class="banner" role="status">${lostWords(hall, lostFor)}</p>`}
      ${refused ? html`<p class="banner" role="status">${refusedWords(refused)}</p>` : nothing}
    </aside>
  `;
}

/**
 * @param {import("/lib/hall.js").HallView | undefined} hall
 * @param {number} lostFor ms
 */
function lostWords(hall, lostFor) {
  if (!hall) return w("away");
  const { unit, n } = age(lostFor);
  return w(`lost.${unit}`, { n });
}

/** @param {import("/lib/listening.js").Refused} refused */
function refusedWords({ messageVi, messageEn }) {
  return inBoth({ vi: messageVi, en: messageEn });
}

/** @param {unknown} words */
function message(words) {
  return html`<p class="message">${words}</p>`;
}
