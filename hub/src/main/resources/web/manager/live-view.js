// @ts-check
/**
 * The hall at this moment: four figures, the fields, the counters, and what wants somebody's attention.
 *
 * @typedef {import("./manager-view.js").Page} Page
 * @typedef {import("./live.js").Plan} Plan
 * @typedef {import("/lib/hall.js").HallView} HallView
 * @typedef {import("/lib/hall.js").CounterView} CounterView
 */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { markOf } from "/lib/marks.js";
import { inLanguage } from "/lib/words.js";
import { countersNow, fieldsNow, longestMs, minutes, overTarget, sum, TARGET_MS, troubles } from "./live.js";

/**
 * @param {Page} page
 * @param {Plan} plan
 * @param {HallView} hall
 */
export function liveView(page, plan, hall) {
  const now = Date.now() + page.hubAheadMs;
  return html`<h1 class="only-heard">${page.w("live")}</h1>
    ${hall.day ? nothing : html`<p class="banner calm" role="status">${page.w("day.closed")}</p>`}
    <section class="cards" aria-label=${page.w("now")}>${cards(page, hall, now)}</section>
    <div class="columns">
      <div class="stack">${fields(page, plan, hall, now)} ${counters(page, hall, now)}</div>
      <aside class="stack">${waitsTooLong(page, now)} ${hardware(page, hall)}</aside>
    </div>`;
}

/**
 * @param {Page} page
 * @param {HallView} hall
 * @param {number} now
 */
function cards({ w, queue }, hall, now) {
  const at = countersNow(hall);
  const longest = longestMs(queue, now);
  const late = overTarget(queue, now).length;
  return html`
    ${card(w("waiting"), String(sum(hall.services.map(({ waiting }) => waiting))), w("waiting.people"))}
    ${card(w("longest"), String(minutes(longest)), w("minutes"), longest > TARGET_MS ? "warn" : "")}
    ${card(w("counters.open"), String(at.open), w("counters.rest", { free: at.free, paused: at.paused }))}
    ${card(w("alarms"), String(late + troubles(hall).length), w("alarms.of"), late + troubles(hall).length ? "warn" : "")}`;
}

/**
 * @param {string} title
 * @param {string} figure
 * @param {string} unit
 * @param {string} [tone]
 */
function card(title, figure, unit, tone = "") {
  return html`<div class="card figure ${tone}">
    <h2>${title}</h2>
    <p class="big figures">${figure}</p>
    <p class="soft">${unit}</p>
  </div>`;
}

/**
 * @param {Page} page
 * @param {Plan} plan
 * @param {HallView} hall
 * @param {number} now
 */
function fields({ w, language, queue, waits }, plan, hall, now) {
  const all = fieldsNow(plan, hall, queue, waits, now);
  const most = Math.max(1, ...all.map(({ waiting }) => waiting));
  return html`<section class="card">
    <h2>${w("fields")}</h2>
    <table>
      <thead>
        <tr>
          <th scope="col">${w("field")}</th>
          <th scope="col" class="right">${w("waiting")}</th>
          <th scope="col" class="bar-cell"><span class="only-heard">${w("waiting")}</span></th>
          <th scope="col" class="right">${w("longest.min")}</th>
          <th scope="col" class="right">${w("expected")}</th>
          <th scope="col" class="right">${w("counters.open")}</th>
        </tr>
      </thead>
      <tbody>
        ${all.map((field) => {
          const { hue, shape } = markOf(field.place);
          return html`<tr class=${field.waiting ? "" : "soft"}>
            <th scope="row">
              <span class="mark small" data-hue=${hue} data-shape=${shape}></span>${inLanguage(field.name, language)}
            </th>
            <td class="right figures">${field.waiting}</td>
            <td class="bar-cell">${bar(field.waiting / most)}</td>
            <td class="right figures ${field.longestMs > TARGET_MS ? "late" : ""}">
              ${field.waiting ? minutes(field.longestMs) : "–"}
            </td>
            <td class="right figures">${expected(field.expected)}</td>
            <td class="right figures ${field.waiting && !field.open ? "late" : ""}">${field.open}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </section>`;
}

/** @param {import("./live.js").WaitRange | undefined} range */
function expected(range) {
  if (!range) return "–";
  return range.lowMinutes === range.highMinutes ? `${range.lowMinutes}` : `${range.lowMinutes}–${range.highMinutes}`;
}

/** A bar without words; the figure beside it says the same. @param {number} share 0 to 1 */
export function bar(share) {
  return html`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect class="ground" width="100" height="8" rx="2"></rect>
    <rect class="part" width=${Math.round(share * 100)} height="8" rx="2"></rect>
  </svg>`;
}

/**
 * @param {Page} page
 * @param {HallView} hall
 * @param {number} now
 */
function counters(page, hall, now) {
  return html`<section class="card">
    <h2>${page.w("counters")}</h2>
    <ul class="counters">
      ${hall.counters.map((counter) => counterNow(page, counter, now))}
    </ul>
  </section>`;
}

/**
 * @param {Page} page
 * @param {CounterView} counter
 * @param {number} now
 */
function counterNow({ w }, counter, now) {
  const { id, state, clerk, ticket } = counter;
  const tone = state !== "OPEN" ? state.toLowerCase() : !ticket ? "free" : ticket.state.toLowerCase();
  return html`<li class="counter ${tone}">
    <span class="id figures">${id}</span>
    <span class="grow">
      <span class="line">${clerk ?? w("state.closed")}</span>
      <span class="line soft">${w(`state.${tone}`)}</span>
    </span>
    ${ticket
      ? html`<span class="ticket"
          ><span class="figures strong">${ticket.number}</span>
          <span class="figures soft">${minutes(now - Date.parse(ticket.startedAt ?? ticket.calledAt ?? ticket.issuedAt))}′</span></span
        >`
      : nothing}
  </li>`;
}

/**
 * @param {Page} page
 * @param {number} now
 */
function waitsTooLong({ w, queue }, now) {
  const late = overTarget(queue, now);
  return html`<section class="card">
    <h2>${w("late", { minutes: minutes(TARGET_MS) })}</h2>
    ${late.length === 0 ? html`<p class="soft">${w("late.none")}</p>` : nothing}
    <ul class="rows">
      ${late.slice(0, 12).map(
        (ticket) => html`<li>
          <span class="figures strong">${ticket.number}</span>
          <span class="grow"></span>
          <span class="figures late">${w("late.minutes", { minutes: minutes(now - Date.parse(ticket.issuedAt)) })}</span>
        </li>`,
      )}
    </ul>
    ${late.length > 12 ? html`<p class="soft">${w("late.more", { more: late.length - 12 })}</p>` : nothing}
  </section>`;
}

/**
 * @param {Page} page
 * @param {HallView} hall
 */
function hardware({ w, plan }, hall) {
  const broken = troubles(hall);
  return html`<section class="card">
    <h2>${w("hardware")}</h2>
    ${broken.length === 0 ? html`<p class="soft">${w("hardware.fine")}</p>` : nothing}
    <ul class="rows">
      ${broken.map(
        ({ device, name, condition, detail, since }) => html`<li class="trouble">
          <span class="chip ${condition === "LOW" ? "called" : "warn"}">${w(`condition.${condition}`)}</span>
          <span class="grow">
            <span class="line strong">${device} · ${name}</span>
            <span class="line soft">${detail}</span>
          </span>
          <span class="figures soft">${clock(since, plan?.centre.timeZone)}</span>
        </li>`,
      )}
    </ul>
  </section>`;
}

/**
 * @param {string} at
 * @param {string} [timeZone]
 */
function clock(at, timeZone) {
  return new Intl.DateTimeFormat("vi-VN", { timeZone, hour: "2-digit", minute: "2-digit" }).format(new Date(at));
}
