// @ts-check
/**
 * A report: what is asked for, the rows with their figures, the heat map, and the tickets behind a figure.
 *
 * @typedef {import("./manager-view.js").Page} Page
 * @typedef {import("./manager-view.js").Acts} Acts
 * @typedef {import("./report.js").Row} Row
 * @typedef {import("./report.js").Figures} Figures
 *
 * @typedef {object} Line
 * @property {number} id
 * @property {string} number
 * @property {string} day
 * @property {import("/lib/hall.js").TicketState} state
 * @property {string} arrived
 * @property {number} [waitSeconds]
 * @property {number} serviceSeconds
 * @property {number} [counter]
 * @property {string} [clerk]
 * @property {boolean} [rated] a vote of it counts
 * @typedef {import("./report.js").Counted} Counted
 * @typedef {{row: Row | null, figure: Counted, count: number, tickets: Line[]}} Behind row is null for all
 */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { clock, written } from "/lib/times.js";
import { inLanguage } from "/lib/words.js";
import { bar } from "./live-view.js";
import { address, audit, GROUPINGS, heat, inMinutes, percent, shares } from "./report.js";

const FILES = ["csv", "xlsx", "pdf"];

/**
 * @param {Page} page
 * @param {Acts} acts
 * @param {unknown} note
 */
export function reportView(page, acts, note) {
  const { report, behind, w } = page;
  return html`<h1 class="only-heard">${w("reports")}</h1>
    ${questions(page, acts)} ${note}
    ${behind ? ticketsBehind(page, behind, acts) : report ? reported(page, report, acts) : nothing}`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function questions({ question, language, w }, acts) {
  /** @param {Event} event */
  const value = (event) => /** @type {HTMLInputElement} */ (event.target).value;
  return html`<form class="card questions" @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
    <label>${w("from")}
      <input type="date" .value=${question.from} max=${question.to} @change=${(/** @type {Event} */ e) => acts.ask({ from: value(e) })}>
    </label>
    <label>${w("to")}
      <input type="date" .value=${question.to} min=${question.from} @change=${(/** @type {Event} */ e) => acts.ask({ to: value(e) })}>
    </label>
    <label>${w("by")}
      <select .value=${question.by} @change=${(/** @type {Event} */ e) => acts.ask({ by: value(e) })}>
        ${GROUPINGS.map((by) => html`<option value=${by} ?selected=${by === question.by}>${w(`by.${by}`)}</option>`)}
      </select>
    </label>
    <label>${w("target")}
      <input type="number" min="0" max="600" .value=${String(question.target)}
        @change=${(/** @type {Event} */ e) => acts.ask({ target: Number(value(e)) })}>
    </label>
    <span class="grow"></span>
    <span class="files">
      <button class="button" @click=${acts.openSlip}>${w("slip")}</button>
      <a class="button" href=${audit(question, language)} download>${w("audit")}</a>
      ${FILES.map(
        (format) => html`<a class="button" href=${address(question, { format, lang: language })} download>
          ${format.toUpperCase()}</a>`,
      )}
    </span>
  </form>`;
}

/**
 * @param {Page} page
 * @param {import("./report.js").Report} report
 * @param {Acts} acts
 */
function reported(page, report, acts) {
  const { w } = page;
  if (report.total.arrived === 0) return html`<p class="middle lead">${w("nobody-came")}</p>`;
  const parts = shares(report.rows);
  return html`
    ${report.by === "WEEKDAY_HOUR" ? heatMap(page, report.rows, acts) : nothing}
    <section class="card wide">
      <h2>${period(report)}</h2>
      <table class="report">
        <thead>${header(page)}</thead>
        <tbody>
          ${report.rows.map((row, index) => figuresRow(page, row, parts[index], acts))}
        </tbody>
        <tfoot>${totalRow(page, report.total, acts)}</tfoot>
      </table>
      <p class="soft">${w("votes.meaning")}</p>
    </section>`;
}

/** Written out as people write days: the browser's own fields follow the language of the machine. @param {import("./report.js").Report} report */
function period({ from, to }) {
  return from === to ? written(from) : `${written(from)} – ${written(to)}`;
}

/** @param {Page} page */
function header({ w, question }) {
  return html`<tr>
    <th scope="col">${w(`by.${question.by}`)}</th>
    <th scope="col" class="right">${w("arrived")}</th>
    <th scope="col" class="bar-cell"><span class="only-heard">${w("arrived")}</span></th>
    <th scope="col" class="right">${w("seen")}</th>
    <th scope="col" class="right">${w("no-show")}</th>
    <th scope="col" class="right">${w("gone")}</th>
    <th scope="col" class="right">${w("present")}</th>
    <th scope="col" class="right">${w("wait")}</th>
    <th scope="col" class="right">${w("service")}</th>
    <th scope="col" class="right">${w("within")}</th>
    <th scope="col" class="right">${w("votes")}</th>
    <th scope="col" class="right">${w("score")} <span class="soft">${w("confidence")}</span></th>
  </tr>`;
}

/**
 * @param {Page} page
 * @param {Row} row
 * @param {number} share
 * @param {Acts} acts
 */
function figuresRow(page, row, share, acts) {
  return html`<tr>
    <th scope="row">
      <button class="link" @click=${() => acts.open(row, "arrived")}>${inLanguage(row.label, page.language)}</button>
    </th>
    ${cells(page, row, row.figures, share, acts)}
  </tr>`;
}

/**
 * @param {Page} page
 * @param {Figures} total
 * @param {Acts} acts
 */
function totalRow(page, total, acts) {
  return html`<tr>
    <th scope="row"><button class="link" @click=${() => acts.open(null, "arrived")}>${page.w("total")}</button></th>
    ${cells(page, null, total, null, acts)}
  </tr>`;
}

/**
 * @param {Page} page
 * @param {Row | null} row null for all
 * @param {Figures} figures
 * @param {number | null} share
 * @param {Acts} acts
 */
function cells({ w, language }, row, figures, share, acts) {
  const { waited, served, votes } = figures;
  const three = (/** @type {import("./report.js").Times} */ times) =>
    `${inMinutes(times.average, language)} · ${inMinutes(times.median, language)} · ${inMinutes(times.p90, language)}`;
  const of = row ? inLanguage(row.label, language) : w("total");
  /** @param {Counted} figure @param {number} count how many tickets are behind it @param {string | number} told @param {string} name @param {string} [under] what else there is to tell when there are tickets */
  const cell = (figure, count, told, name, under) =>
    html`<td class="right figures ${figure === "arrived" ? "strong" : ""}">
      ${count === 0
        ? told
        : html`<button class="link" aria-label=${`${of}, ${name}: ${told}${under ? `, ${under}` : ""}`} @click=${() => acts.open(row, figure)}>
            ${told}${under ? html`<br><span class="under">${under}</span>` : nothing}
          </button>`}
    </td>`;
  const toRate = w("to-rate", { minutes: inMinutes(votes.toRate.median, language) });
  const streak = w("streak", { votes: votes.streak ?? 0 });
  const gone = figures.cancelled + figures.voided + figures.unserved;
  return html`
    ${cell("arrived", figures.arrived, figures.arrived, w("arrived"))}
    <td class="bar-cell">${share === null ? nothing : bar(share)}</td>
    ${cell("seen", figures.seen, figures.seen, w("seen"))} ${cell("no-show", figures.noShow, figures.noShow, w("no-show"))}
    ${cell("gone", gone, gone, w("gone"))} ${cell("present", figures.present, figures.present, w("present"))}
    ${cell("called", waited.count, waited.count ? three(waited) : "–", w("wait"))}
    ${cell("seen", served.count, served.count ? three(served) : "–", w("service"))}
    ${cell("within", figures.withinTarget, percent(figures.withinTarget, waited.count), w("within"))}
    ${cell("voted", votes.count, `${votes.count} (${percent(votes.count, figures.seen)})`, w("votes"), toRate)}
    ${cell("voted", votes.count, score(votes, language), w("score"), streak)}`;
}

/** The mean, and where it is to be trusted its 95 % confidence interval. @param {Figures["votes"]} votes @param {string} language */
function score({ mean, low, high }, language) {
  if (mean === undefined) return "–";
  const one = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  if (low === undefined || high === undefined) return one.format(mean);
  return `${one.format(mean)} (${one.format(low)}–${one.format(high)})`;
}

/**
 * @param {Page} page
 * @param {Row[]} rows
 * @param {Acts} acts
 */
function heatMap({ w, language }, rows, acts) {
  const { hours, most, days } = heat(rows);
  /** @param {Row} row */
  const cell = (row) => {
    const count = row.figures.arrived;
    const name = `${inLanguage(row.label, language)}: ${count}`;
    return html`<button class="link" aria-label=${name} @click=${() => acts.open(row, "arrived")}>${count}</button>`;
  };
  return html`<section class="card wide">
    <h2>${w("heat")}</h2>
    <table class="heat">
      <thead>
        <tr>
          <td></td>
          ${hours.map((hour) => html`<th scope="col" class="figures">${hour}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${days.map(
          ({ weekday, cells }) => html`<tr>
            <th scope="row">${w(`weekday.${weekday}`)}</th>
            ${cells.map(
              (row) => html`<td class="figures" data-heat=${row ? Math.ceil((row.figures.arrived / most) * 5) : 0}>
                ${row ? cell(row) : nothing}
              </td>`,
            )}
          </tr>`,
        )}
      </tbody>
    </table>
  </section>`;
}

/**
 * @param {Page} page
 * @param {Behind} behind
 * @param {Acts} acts
 */
function ticketsBehind({ w, language, plan, today }, { row, figure, count, tickets }, acts) {
  return html`<section class="card wide">
    <div class="head">
      <h2>${row ? inLanguage(row.label, language) : w("total")} – ${w(`behind.of.${figure}`)} – ${w("behind", { count })}</h2>
      <button class="button" @click=${acts.closeBehind}>${w("back")}</button>
    </div>
    <table class="report">
      <thead>
        <tr>
          <th scope="col">${w("number")}</th>
          <th scope="col">${w("by.day")}</th>
          <th scope="col" class="right">${w("taken")}</th>
          <th scope="col">${w("became")}</th>
          <th scope="col" class="right">${w("wait.one")}</th>
          <th scope="col" class="right">${w("service.one")}</th>
          <th scope="col" class="right">${w("by.counter")}</th>
          <th scope="col">${w("by.clerk")}</th>
          <th scope="col">${w("vote")}</th>
        </tr>
      </thead>
      <tbody>
        ${tickets.map(
          (ticket) => html`<tr>
            <th scope="row" class="figures">${ticket.number}</th>
            <td class="figures">${written(ticket.day)}</td>
            <td class="right figures">${clock(ticket.arrived, plan?.centre.timeZone)}</td>
            <td>${w(`ticket.${ticket.state}`)}</td>
            <td class="right figures">
              ${ticket.waitSeconds === undefined ? "–" : inMinutes(ticket.waitSeconds, language)}
            </td>
            <td class="right figures">${ticket.serviceSeconds ? inMinutes(ticket.serviceSeconds, language) : "–"}</td>
            <td class="right figures">${ticket.counter ?? "–"}</td>
            <td>${ticket.clerk ?? "–"}</td>
            <td>${ticket.rated ? voteOf(w, ticket, today, acts) : "–"}</td>
          </tr>`,
        )}
      </tbody>
    </table>
    ${count > tickets.length ? html`<p class="soft">${w("behind.more", { more: count - tickets.length })}</p>` : nothing}
  </section>`;
}

/**
 * A vote of today may be taken back; of another day it stands.
 *
 * @param {import("/lib/words.js").Words} w
 * @param {Line} ticket
 * @param {string} today
 * @param {Acts} acts
 */
function voteOf(w, ticket, today, acts) {
  if (ticket.day !== today) return w("vote.counts");
  return html`<button class="button quiet" aria-label=${w("vote.void", { number: ticket.number })} @click=${() => acts.beginVoid(ticket)}>
    ${w("vote.take-back")}
  </button>`;
}
