// @ts-check
/** How the television looks. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { markOf } from "/lib/marks.js";
import { fromTo } from "/lib/words.js";
import { age } from "./age.js";
import { bilingual, inBoth } from "./bilingual.js";
import { calls } from "./calls.js";
import { clock } from "./clock.js";
import { markPart } from "./mark-part.js";
import { slideOf, slidesOf } from "./slides.js";
import { slidePart } from "./slide-view.js";
import { lengthOf, pageOf, waitingByField } from "./waiting.js";
import { catalogue } from "./words.js";
import { fieldsHere } from "./zone.js";

const w = bilingual(catalogue);

/**
 * All that is on the screen.
 *
 * @typedef {object} Screen
 * @property {import("/lib/hall.js").HallView} [hall]
 * @property {any} [plan]
 * @property {import("./zone.js").Zone | undefined} zone undefined when the address names none that there is
 * @property {import("./calls.js").Lately} lately
 * @property {Record<string, import("./waiting.js").WaitRange>} ranges how long one who came now would wait, by field
 * @property {import("./slides.js").File[]} files
 * @property {import("./slides.js").Turn} turn
 * @property {import("/voice/announcements.js").Announcements} announcements
 * @property {string} speaking the words of the call that is announced now
 * @property {string} spoken the words last heard to their end
 * @property {boolean} blocked whether the browser waits for a touch before it lets us speak
 * @property {number} [lostFor] ms since the hub was heard, when that is too long
 * @property {import("/lib/listening.js").Refused} [refused]
 */

/**
 * @param {Screen} screen
 * @param {import("./slide-view.js").SlideEnds} slideEnds
 */
export function page(screen, slideEnds) {
  const { hall, plan, zone, speaking, spoken } = screen;
  return html`
    ${headPart(plan?.centre)}
    ${zone && (!plan || fieldsHere(zone, plan).length) ? hallPart(screen, zone, slideEnds) : html`<main>${message(w("noSuchZone"))}</main>`}
    <p class="only-heard" aria-live="polite" data-speaking=${speaking} data-spoken=${spoken}>${speaking}</p>
    ${warningsPart(hall, screen)}
  `;
}

/**
 * @param {Screen} screen
 * @param {import("./zone.js").Zone} zone
 * @param {import("./slide-view.js").SlideEnds} slideEnds
 */
function hallPart({ hall, plan, lately, announcements, ranges, files, turn, lostFor }, zone, slideEnds) {
  const shown = calls(lately, announcements);
  const slide = slideOf(turn, slidesOf(plan, files, hall?.day));
  return html`
    <main ?data-old=${lostFor !== undefined}>
      <div class="now">
        ${hall ? callPart(shown, plan) : message(w("loading"))}
        ${hall?.day && plan ? waitingPart(pageOf(waitingByField(plan, hall, zone, ranges), Date.now())) : nothing}
      </div>
      ${shown.large || slide
        ? html`<div class="beside">
            ${shown.large ? recentPart(shown, plan) : nothing} ${slidePart(slide, turn.since, slideEnds)}
          </div>`
        : nothing}
    </main>
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

/**
 * @param {import("./calls.js").Calls} calls
 * @param {any} plan
 */
function callPart({ open, large, announced }, plan) {
  if (!open) return message(w("dayClosed"));
  if (!large) return message(w("noCalls"));
  return html`
    <section class="call" ?data-announced=${announced}>
      <h2>${announced ? w("nowCalling") : w("lastCalled")}</h2>
      <div class="who" data-length=${large.number.length}>${markPart(large.service, plan)}<p class="number">${large.number}</p></div>
      <p class="to"><span aria-hidden="true">→</span> ${w("counter")} <b>${large.counter}</b></p>
    </section>
  `;
}

/**
 * @param {import("./calls.js").Calls} calls
 * @param {any} plan
 */
function recentPart({ recent }, plan) {
  return html`
    <section class="recent">
      <h2><span>${w("recentCalls")}</span> <span>${w("counter")}</span></h2>
      <ol>
        ${recent.map((one) => oneCallPart(one, plan))}
      </ol>
    </section>
  `;
}

/**
 * @param {import("./calls.js").Recent} recent
 * @param {any} plan
 */
function oneCallPart({ call, awaited }, plan) {
  return html`
    <li ?data-awaited=${awaited}>
      ${markPart(call.service, plan)}
      <b>${call.number}</b>
      <span class="arrow" aria-hidden="true">→</span>
      <b>${call.counter}</b>
    </li>
  `;
}

/** @param {import("./waiting.js").WaitingPage} page */
function waitingPart({ shown, page, pages }) {
  return html`
    <section class="waiting">
      <h2>
        <span>${w("waiting")}</span>
        ${pages > 1 ? html`<span class="pages">${page + 1}/${pages}</span>` : nothing}
      </h2>
      ${shown.length ? html`<ul>${shown.map(fieldPart)}</ul>` : html`<p class="nobody">${w("nobodyWaits")}</p>`}
    </section>
  `;
}

/** @param {import("./waiting.js").FieldWaiting} field */
function fieldPart({ name, place, prefixes, waiting, range }) {
  const { hue, shape } = markOf(place);
  return html`
    <li ?data-calm=${waiting === 0}>
      <span class="mark" data-hue=${hue} data-shape=${shape}></span>
      <b>${prefixes}</b>
      <span class="name" data-length=${lengthOf(name)}>
        <span>${name.vi}</span>
        ${name.en === name.vi ? nothing : html`<small lang="en">${name.en}</small>`}
      </span>
      <b class="count">${waiting}</b>
      <span class="range">${range ? html`${minutes(range)} ${w("minutes")}` : nothing}</span>
    </li>
  `;
}

/** @param {import("./waiting.js").WaitRange} range */
function minutes({ likely, most }) {
  if (most <= 1) return "≤ 1";
  return fromTo(likely, most);
}

/**
 * @param {import("/lib/hall.js").HallView | undefined} hall
 * @param {Pick<Screen, "blocked" | "lostFor" | "refused">} warnings
 */
function warningsPart(hall, { blocked, lostFor, refused }) {
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
