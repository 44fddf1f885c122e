// @ts-check
/**
 * What the clerk's page shows.
 *
 * @typedef {import("./desk-state.js").Desk} Desk
 * @typedef {import("./desk-state.js").Verb} Verb
 * @typedef {import("/lib/staff-told.js").Note} Note
 *
 * @typedef {object} Page
 * @property {import("/lib/words.js").Language} language
 * @property {import("/lib/words.js").Words} w
 * @property {import("/lib/staff-session.js").Person | null | undefined} clerk null when signed out, undefined until the
 *   hub said
 * @property {import("./desk-state.js").Plan} plan empty until there is a clerk
 * @property {Map<string, import("./desk-state.js").Service>} services
 * @property {import("/lib/hall.js").HallView | null} hall
 * @property {Desk | null} desk null until there are a clerk and a hall
 * @property {import("./clerk-lists.js").Lists} lists
 * @property {number} late how many have waited too long for this counter
 * @property {ListName} tab
 * @property {import("./clerk-lists.js").OwnDay | null} ownDay null until it is known
 * @property {import("./clerk-dialog.js").Question | null} question what the clerk is asked before a verb is done
 * @property {number | null} silentMs how long the hub has been silent; null while it is heard
 * @property {number} hubAheadMs how far the hub's clock is ahead of this one
 * @property {boolean} busy whether the hub was asked and has not answered
 * @property {boolean} askingToCloseDay
 * @property {Note | null} note
 *
 * @typedef {"waiting" | "held" | "missed"} ListName
 *
 * @typedef {object} Acts
 * @property {(verb: Verb) => void} act
 * @property {(counter: number) => void} openCounter
 * @property {() => void} openDay
 * @property {(ask: boolean) => void} askToCloseDay
 * @property {() => void} closeDay
 * @property {(event: SubmitEvent) => void} signIn
 * @property {() => void} signOut
 * @property {() => void} otherLanguage
 * @property {(tab: ListName) => void} showList
 * @property {(ticket: import("/lib/hall.js").TicketView) => void} callChosen
 * @property {(ticket: import("/lib/hall.js").TicketView) => void} resume
 * @property {(ticket: import("/lib/hall.js").TicketView) => void} sendBack
 * @property {(said: {why?: string, service?: string, counter?: number}) => void} answer
 * @property {(typed: string) => void} lookFor a place in the dialog
 * @property {() => void} giveUp
 */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { behind, lostBanner, noteOf } from "/lib/staff-told.js";
import { signInForm } from "/lib/staff-view.js";
import { clock } from "/lib/times.js";
import { inLanguage } from "/lib/words.js";
import { dialog } from "./clerk-dialog.js";
import { hardwareTrouble, lists, ownDay } from "./clerk-lists.js";
import { KEYS, running, stepsOf, total, waitingFor } from "./desk-state.js";

/** Services of a counter that are listed even when nobody waits. */
const SHORT = 4;

/**
 * @param {Page} page
 * @param {Acts} acts
 */
export function view(page, acts) {
  return html`<div class="screen">
    ${behind(
      page.question !== null,
      html`${top(page, acts)} ${lostBanner(page)} ${hardwareTrouble(page)}
        <main>${room(page, acts)}</main>`,
    )}
    ${page.question ? dialog(page, page.question, acts) : nothing}
  </div>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function room(page, acts) {
  const { clerk, desk, w } = page;
  if (clerk === null) return signInForm(w, page.busy, acts.signIn, noteOf(page));
  if (!desk) return html`<p class="middle lead" role="status">${w("connecting")}</p>`;
  switch (desk.mode) {
    case "day-closed":
      return dayClosed(page, acts);
    case "choosing":
      return counters(page, acts);
    case "paused":
    case "free":
    case "called":
    case "serving":
      return atDesk(page, desk, acts);
  }
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function top({ clerk, desk, ownDay: ownDayFigures, w, busy }, acts) {
  return html`<header class="top">
    <span class="wordmark">Lượt</span>
    ${desk?.counter ? html`<h1 class="here">${w("counter", { counter: desk.counter.id })}</h1>` : nothing}
    <span class="who">${clerk ? clerk.displayName : nothing}</span>
    ${desk?.counter ? ownDay(ownDayFigures, w) : nothing}
    <button class="button quiet" @click=${acts.otherLanguage}>${w("language")}</button>
    ${desk?.mode === "free"
      ? html`<button class="button quiet" ?disabled=${busy} @click=${() => acts.act("close")}>${w("counter.close")}</button>`
      : nothing}
    ${clerk && !desk?.counter
      ? html`<button class="button quiet" ?disabled=${busy} @click=${acts.signOut}>${w("sign-out")}</button>`
      : nothing}
  </header>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function dayClosed(page, acts) {
  const { w, busy } = page;
  return html`<section class="card middle">
    <h1>${w("day.closed")}</h1>
    <p class="lead">${w("day.closed.lead")}</p>
    <button class="button primary huge" ?disabled=${busy} @click=${acts.openDay}>
      ${w("day.open")}<kbd class="key">Enter</kbd>
    </button>
    ${noteOf(page)}
  </section>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function counters(page, acts) {
  const { hall, plan, w } = page;
  return html`<section class="choose">
    <h1>${w("choose")}</h1>
    <p class="lead">${w("choose.lead")}</p>
    ${noteOf(page)}
    <ul class="counters">
      ${hall?.counters.map((counter) => counterTile(page, counter, total(waitingFor(hall, plan, counter.id)), acts))}
    </ul>
    ${page.askingToCloseDay ? closeDayQuestion(page, acts) : html`
      <button class="button quiet" @click=${() => acts.askToCloseDay(true)}>${w("day.close")}</button>`}
  </section>`;
}

/**
 * @param {Page} page
 * @param {import("/lib/hall.js").CounterView} counter
 * @param {number} waiting
 * @param {Acts} acts
 */
function counterTile({ busy, w }, counter, waiting, acts) {
  const taken = counter.state === "OPEN";
  return html`<li>
    <button class="tile" ?disabled=${busy || taken} @click=${() => acts.openCounter(counter.id)}>
      <span class="counter-number" aria-label=${w("counter", { counter: counter.id })}>${counter.id}</span>
      <span>
        <span class="tile-line">${taken ? counter.clerk : w("choose.free")}</span>
        <span class="tile-line soft">${w("choose.waiting", { waiting })}</span>
      </span>
    </button>
  </li>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function closeDayQuestion({ hall, w, busy }, acts) {
  return html`<div class="card question" role="alertdialog" aria-label=${w("day.close")}>
    <p>${w("day.close.ask", { waiting: total(hall?.services ?? []) })}</p>
    <button class="button" ?disabled=${busy} @click=${acts.closeDay}>${w("day.close")}</button>
    <button class="button quiet" @click=${() => acts.askToCloseDay(false)}>${w("day.close.no")}</button>
  </div>`;
}

/**
 * @param {Page} page
 * @param {Desk} desk
 * @param {Acts} acts
 */
function atDesk(page, desk, acts) {
  return html`<div class="desk">
    <section class="card now" data-mode=${desk.mode}>
      ${desk.ticket ? ticketNow(page, desk, desk.ticket) : nobodyNow(page, desk)}
      ${noteOf(page)}
      ${buttons(page, desk, acts)}
    </section>
    <aside>${waiting(page, desk)} ${lists(page, acts)} ${lastCalls(page, desk)}</aside>
  </div>`;
}

/**
 * @param {Page} page
 * @param {Desk} desk
 * @param {import("/lib/hall.js").TicketView} ticket
 */
function ticketNow(page, { mode }, ticket) {
  const { w, hubAheadMs } = page;
  const tone = mode === "called" ? "called" : "serving";
  return html`
    <div class="line">
      <span class="chip ${tone}">${w(`mode.${mode}`)}</span>
      <span class="figures timer" role="timer">${running(ticket, Date.now() + hubAheadMs)}</span>
    </div>
    <p class="number" aria-live="polite">${ticket.number}</p>
    <p class="what">${serviceName(page, ticket.service)}</p>
    <div class="line facts">
      ${priority(page, ticket)}
      <span class="chip">${w("files", { files: ticket.files })}</span>
      ${ticket.calls > 1 ? html`<span class="chip">${w("calls", { calls: ticket.calls })}</span>` : nothing}
    </div>
    ${visit(page, ticket)}`;
}

/**
 * @param {Page} page
 * @param {import("/lib/hall.js").TicketView} ticket
 */
function visit(page, ticket) {
  const { w, plan } = page;
  return html`<ol class="visit" aria-label=${w("visit")}>
    ${stepsOf(ticket).map((step) =>
      "at" in step
        ? html`<li>${w(`visit.${step.was}`)} <b class="figures">${clock(step.at, plan.centre.timeZone)}</b></li>`
        : html`<li class="then">${w("visit.then")} <b>${serviceName(page, step.then)}</b></li>`,
    )}
  </ol>`;
}

/**
 * @param {Page} page
 * @param {Desk} desk
 */
function nobodyNow({ hall, plan, w }, { counter, mode }) {
  const count = hall && counter ? total(waitingFor(hall, plan, counter.id)) : 0;
  return html`
    <div class="line"><span class="chip ${mode === "paused" ? "" : "done"}">${w(`mode.${mode}`)}</span></div>
    <p class="number nobody">${count}</p>
    <p class="what">${w("free.waiting")}</p>
    <div class="line facts"></div>`;
}

/**
 * @param {Page} page
 * @param {Desk} desk
 * @param {Acts} acts
 */
function buttons({ w, busy }, desk, acts) {
  const { primary } = desk;
  return html`<div class="buttons">
    <div class="others">${desk.others.map(
      (verb) => html`<button class="button" ?disabled=${busy} @click=${() => acts.act(verb)}>
        ${w(`verb.${verb}`)}${KEYS[verb] ? html`<kbd class="key">${KEYS[verb]}</kbd>` : nothing}
      </button>`,
    )}</div>
    ${primary
      ? html`<button class="button primary huge" ?disabled=${busy} @click=${() => acts.act(primary)}>
          ${w(`verb.${primary}`)}<kbd class="key">Enter</kbd>
        </button>`
      : nothing}
  </div>`;
}

/**
 * @param {Page} page
 * @param {Desk} desk
 */
function waiting(page, { counter }) {
  const { hall, plan, w } = page;
  if (!hall || !counter) return nothing;
  const all = waitingFor(hall, plan, counter.id);
  // A counter may serve twenty services: of those, only where somebody waits.
  const queues = all.length > SHORT ? all.filter(({ waiting }) => waiting > 0) : all;
  return html`<section class="card">
    <h2>${w("waiting")}<span class="sum">${total(queues)}</span></h2>
    <ul class="rows">
      ${queues.map(
        ({ service, waiting }) => html`<li class=${waiting ? "" : "soft"}>
          <span class="prefix">${page.services.get(service)?.prefix}</span>
          <span class="grow">${serviceName(page, service)}</span>
          <span class="figures count">${waiting}</span>
        </li>`,
      )}
    </ul>
  </section>`;
}

/**
 * @param {Page} page
 * @param {Desk} desk
 */
function lastCalls({ hall, plan, w }, { counter }) {
  const calls = hall?.calls ?? [];
  return html`<section class="card last-calls">
    <h2>${w("last-calls")}</h2>
    ${calls.length === 0 ? html`<p class="soft">${w("last-calls.none")}</p>` : nothing}
    <ol class="rows">
      ${calls.map(
        (call) => html`<li class=${call.counter === counter?.id ? "own" : ""}>
          <span class="figures called-number">${call.number}</span>
          <span class="grow">${w("counter", { counter: call.counter })}</span>
          <span class="figures soft">${clock(call.at, plan.centre.timeZone)}</span>
        </li>`,
      )}
    </ol>
  </section>`;
}

/**
 * @param {Page} page
 * @param {import("/lib/hall.js").TicketView} ticket
 */
function priority({ plan, language }, { priorityClass }) {
  const known = plan.priorityClasses.find(({ id }) => id === priorityClass);
  return known ? html`<span class="chip called">${inLanguage(known.name, language)}</span>` : nothing;
}

/**
 * @param {Page} page
 * @param {string} id
 */
export function serviceName({ services, language }, id) {
  const service = services.get(id);
  return service ? `${inLanguage(service.field, language)} – ${inLanguage(service.name, language)}` : id;
}
