// @ts-check
/**
 * The hall at this moment: five figures, the fields, the counters, and what wants somebody's attention.
 *
 * @typedef {import("./manager-view.js").Page} Page
 * @typedef {import("./live.js").Plan} Plan
 * @typedef {import("/lib/hall.js").HallView} HallView
 * @typedef {import("/lib/hall.js").CounterView} CounterView
 */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { markOf } from "/lib/marks.js";
import { clock } from "/lib/times.js";
import { fromTo, inLanguage } from "/lib/words.js";
import {
  countersNow, fewNumbers, fieldsNow, longestMs, minutes, overTarget, sum, TARGET_MS, troubles, waitingInAnHour,
} from "./live.js";
import { range } from "./move-view.js";

/**
 * @param {Page} page
 * @param {Plan} plan
 * @param {HallView} hall
 * @param {import("./manager-view.js").Acts} acts
 */
export function liveView(page, plan, hall, acts) {
  const now = Date.now() + page.hubAheadMs;
  return html`<h1 class="only-heard">${page.w("live")}</h1>
    ${hall.day ? nothing : html`<p class="banner calm" role="status">${page.w("day.closed")}</p>`}
    <section class="cards" aria-label=${page.w("now")}>${cards(page, hall, now)}</section>
    <div class="columns">
      <div class="stack">${fields(page, plan, hall, now)} ${counters(page, hall, now, acts)}</div>
      <aside class="stack">${waitsTooLong(page, now)} ${numbers(page, plan, hall)} ${hardware(page, hall)}</aside>
    </div>`;
}

/**
 * @param {Page} page
 * @param {HallView} hall
 * @param {number} now
 */
function cards({ w, queue, next }, hall, now) {
  const at = countersNow(hall);
  const longest = longestMs(queue, now);
  const alarms = overTarget(queue, now).length + fewNumbers(hall).length + troubles(hall).length;
  const waiting = sum(hall.services.map(({ waiting }) => waiting));
  return html`
    ${card(w("waiting"), String(waiting), w("waiting.people"))} ${next ? forecast(w, waiting, next) : nothing}
    ${card(w("longest"), String(minutes(longest)), w("minutes"), longest > TARGET_MS ? "warn" : "")}
    ${card(w("counters.open"), String(at.open), w("counters.rest", { free: at.free, paused: at.paused }))}
    ${card(w("alarms"), String(alarms), w("alarms.of"), alarms ? "warn" : "")}`;
}

/**
 * @param {import("/lib/words.js").Words} w
 * @param {number} waiting
 * @param {import("./live.js").NextHour} next
 */
function forecast(w, waiting, next) {
  const then = waitingInAnHour(waiting, next);
  if (!then || !next.arrivals) return card(w("next"), "–", w("next.unknown"));
  const { least, most } = next.arrivals;
  const come = fromTo(least, most);
  return card(w("next"), fromTo(then.least, then.most), w("next.of", { come, called: next.called, days: next.days.length }));
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
    <p class="big">${figure}</p>
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
    <div class="wide"><table>
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
              <span class="marked"><span class="mark small" data-hue=${hue} data-shape=${shape}></span>${inLanguage(field.name, language)}</span>
            </th>
            <td class="right figures">${field.waiting}</td>
            <td class="bar-cell">${bar(field.waiting / most)}</td>
            <td class="right figures ${field.longestMs > TARGET_MS ? "late" : ""}">
              ${field.waiting ? minutes(field.longestMs) : "–"}
            </td>
            <td class="right figures">${range(field.expected)}</td>
            <td class="right figures ${field.waiting && !field.open ? "late" : ""}">${field.open}</td>
          </tr>`;
        })}
      </tbody>
    </table></div>
  </section>`;
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
 * @param {import("./manager-view.js").Acts} acts
 */
function counters(page, hall, now, acts) {
  return html`<section class="card">
    <h2>${page.w("counters")}</h2>
    <ul class="counters">
      ${hall.counters.map((counter) => counterNow(page, counter, now, acts))}
    </ul>
  </section>`;
}

/**
 * @param {Page} page
 * @param {CounterView} counter
 * @param {number} now
 * @param {import("./manager-view.js").Acts} acts
 */
function counterNow({ w }, counter, now, acts) {
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
    <button class="button quiet" @click=${() => acts.move(id)} aria-label=${w("move", { counter: id })}>⇄</button>
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
 * @param {Plan} plan
 * @param {HallView} hall
 */
function numbers({ w, language }, plan, hall) {
  const few = fewNumbers(hall);
  if (!few.length) return nothing;
  const services = new Map(plan.fields.flatMap((field) => field.services.map((one) => [one.id, { field, ...one }])));
  return html`<section class="card few-numbers">
    <h2>${w("numbers")}</h2>
    <ul class="rows">
      ${few.map(({ id, left }) => {
        const service = services.get(id);
        return html`<li>
          <span class="chip ${left ? "called" : "warn"}">${left ? w("numbers.left", { left }) : w("numbers.none")}</span>
          <span class="grow">
            <span class="line strong">${service ? inLanguage(service.field.name, language) : id}</span>
            <span class="line soft">${service ? inLanguage(service.name, language) : nothing}</span>
          </span>
        </li>`;
      })}
    </ul>
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
