// @ts-check
/** The host's page: what happens. What it shows is in host-view.js, what there is to look after in host-state.js. */
import { render } from "/lib/lit-html/lit-html.js";
import { HubAway, HubProblem, newKey, send } from "/lib/api.js";
import { openFeed } from "/lib/feed.js";
import { questions, quietly } from "/lib/questions.js";
import * as staffSession from "/lib/staff-session.js";
import { noteOfTrouble, noteOnceBack } from "/lib/staff-told.js";
import { hallTime } from "/lib/times.js";
import { chooseLanguage, chosenLanguage, turned, words } from "/lib/words.js";
import { kiosksOf, LOOKED_AT } from "./host-state.js";
import { view } from "./host-view.js";
import { catalogue } from "./words.js";

/**
 * @typedef {import("/lib/hall.js").TicketView} Ticket
 * @typedef {import("./host-view.js").Issued} Issued
 */

/** The tickets are looked at again soon after something happened, and not for each of many steps. */
const LOOK_MS = 1_000;
/** How often the screens of the kiosks are asked for while somebody looks at this page. */
const SCREENS_MS = 3_000;
/** @type {import("./booking-view.js").Booking} */
const NOTHING_BOOKED = { typed: "", service: null, day: "", made: null };

/** @type {import("./host-view.js").Page} */
const page = {
  language: chosenLanguage(),
  w: words(catalogue, chosenLanguage()),
  host: undefined,
  plan: null,
  hall: null,
  screens: {},
  lent: null,
  tickets: [],
  typed: "",
  said: "",
  priorityClass: "",
  where: "",
  issued: null,
  booking: NOTHING_BOOKED,
  silentMs: null,
  busy: false,
  note: null,
};
/** @type {{close(): void} | null} */
let feed = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let nextLook;
const asking = questions({ onAsk, onTrouble, onAnswered });
const staff = { onSignedIn: signedIn, onSignedOut: () => signedOut(null) };
const acts = {
  signIn: (/** @type {SubmitEvent} */ event) => asking(() => staffSession.signIn(event, staff)),
  signOut: () => asking(() => staffSession.signOut(staff)),
  openDay: () => asking(() => send("POST", "/api/day/open")),
  otherLanguage,
  change,
  coming,
  lend,
  decide,
  issue,
  sendBack,
  print: printTicket,
  chooseBooking,
  book,
  printBooking: () => print(),
};

chooseLanguage(page.language);
staffSession.whoIsHere(staff);
setInterval(lookAtScreens, SCREENS_MS);
draw();

function draw() {
  document.title = `${page.w("title")} · Lượt`;
  render(view(page, acts), document.body);
}

/** @param {Partial<import("./host-view.js").Page>} more */
function change(more) {
  Object.assign(page, more);
  draw();
}

function otherLanguage() {
  change(turned(catalogue, page.language));
}

// Who is here.

/** @param {import("/lib/staff-session.js").Person} host */
async function signedIn(host) {
  page.plan = (await send("GET", "/api/plan")).body;
  page.host = host;
  feed = openFeed({ view: "hall", onHall, onLost, onBack, onRefused });
  await look();
}

/** @param {import("./host-view.js").Note | null} note */
function signedOut(note) {
  feed?.close();
  clearTimeout(nextLook);
  change({ host: null, hall: null, tickets: [], issued: null, booking: NOTHING_BOOKED, lent: null, silentMs: null, note });
}

// What the hub tells.

/** @type {import("/lib/feed.js").FeedListener["onHall"]} */
function onHall(hall, step) {
  change({ hall });
  // A snapshot may mean that the plan changed.
  if (!step) {
    followPlan();
    lookAtScreens();
  }
  nextLook ??= setTimeout(look, LOOK_MS);
}

async function followPlan() {
  await quietly(async () => change({ plan: (await send("GET", "/api/plan")).body }));
}

/** @param {number} ageMs */
function onLost(ageMs) {
  change({ silentMs: ageMs });
}

function onBack() {
  change({ silentMs: null, note: noteOnceBack(page.note) });
}

/** @param {import("/lib/listening.js").Refused} problem */
function onRefused(problem) {
  signedOut({ tone: "warn", problem: new HubProblem(401, problem) });
}

async function look() {
  clearTimeout(nextLook);
  nextLook = undefined;
  await quietly(async () => change({ tickets: (await send("GET", `/api/tickets?state=${LOOKED_AT}`)).body.tickets }));
}

/** Each kiosk answers for itself; of one that does not nobody knows. */
function lookAtScreens() {
  if (!page.hall || document.hidden) return;
  for (const { name } of kiosksOf(page.hall)) lookAtScreen(name);
}

/** @param {string} kiosk */
async function lookAtScreen(kiosk) {
  let screen = null;
  await quietly(async () => {
    screen = (await send("GET", `/api/kiosks/${encodeURIComponent(kiosk)}/screen`)).body.screen ?? null;
  });
  if (page.screens[kiosk] !== screen) change({ screens: { ...page.screens, [kiosk]: screen } });
}

// What the host does.

/** @param {string} kiosk */
function coming(kiosk) {
  return asking(async () => {
    const { outcome } = (await send("POST", `/api/kiosks/${encodeURIComponent(kiosk)}/coming`)).body;
    page.note = { tone: "calm", key: outcome === "DONE" ? "coming" : "nobody", values: { kiosk } };
  });
}

/** @param {number} counter where somebody has not voted */
function lend(counter) {
  return asking(async () => {
    const { number, token } = (await send("GET", `/api/counters/${counter}/rater`)).body;
    page.lent = { counter, number, token };
  });
}

/** @param {Ticket} ticket @param {string} [priorityClass] absent for none */
function decide(ticket, priorityClass) {
  return asking(async () => {
    await send("POST", `/api/tickets/${ticket.id}/priority`, { priorityClass }, { key: newKey() });
    page.note = { tone: "calm", key: "priority", values: { number: ticket.number } };
    await look();
  });
}

/** @param {Ticket} ticket */
function sendBack(ticket) {
  return asking(async () => {
    await send("POST", `/api/tickets/${ticket.id}/return`, {}, { key: newKey() });
    page.note = { tone: "calm", key: "back", values: { number: ticket.number } };
    await look();
  });
}

/** @param {string} service @param {string} kiosk "" for no paper */
function issue(service, kiosk) {
  return asking(async () => {
    const wish = { service, priorityClass: page.priorityClass || undefined, language: page.language };
    const ticket = await surely("/api/tickets", wish, newKey());
    change({ typed: "", priorityClass: "", issued: { ...ticket, kiosk, printed: null } });
    bringIntoSight("issued");
    if (kiosk) await printed(ticket, kiosk, false);
  });
}

/** Asks again with the same key when nobody knows: a number is never given twice. @param {string} path @param {unknown} body @param {string} key */
async function surely(path, body, key) {
  try {
    return (await send("POST", path, body, { key })).body;
  } catch (problem) {
    if (!(problem instanceof HubAway)) throw problem;
    return (await send("POST", path, body, { key })).body;
  }
}

/** @param {{id: number, number: string}} ticket @param {string} kiosk @param {boolean} again */
function printTicket(ticket, kiosk, again) {
  return asking(async () => {
    change({ issued: { id: ticket.id, number: ticket.number, kiosk, printed: null } });
    bringIntoSight("issued");
    await printed(ticket, kiosk, again);
  });
}

/** @param {{id: number, number: string}} ticket @param {string} kiosk @param {boolean} again */
async function printed({ id, number }, kiosk, again) {
  const done = (await send("POST", `/api/kiosks/${encodeURIComponent(kiosk)}/print`, { ticket: id, again })).body;
  change({ issued: { id, number, kiosk, printed: done } });
}

/** @param {Partial<import("./booking-view.js").Booking>} more */
function chooseBooking(more) {
  change({ booking: { ...page.booking, ...more } });
}

/** @param {SubmitEvent} event of a form with the fields date and time, which are the hall's */
function book(event) {
  event.preventDefault();
  const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
  return asking(async () => {
    const at = hallTime(String(form.get("date")), String(form.get("time")), page.plan.centre.timeZone);
    const made = (await send("POST", "/api/appointments", { service: page.booking.service, at })).body;
    change({ booking: { ...NOTHING_BOOKED, made } });
    bringIntoSight("booked");
  });
}

/** What came of a touch stands on top, which on a telephone may be out of sight. @param {"issued" | "booked"} part */
function bringIntoSight(part) {
  document.querySelector(`[data-part=${part}]`)?.scrollIntoView();
}

function onAsk() {
  change({ busy: true, note: null });
}

/** @param {import("/lib/questions.js").Trouble} trouble */
function onTrouble(trouble) {
  if (trouble instanceof HubProblem && trouble.status === 401 && page.host) {
    signedOut({ tone: "warn", key: "signed-out" });
  } else change({ note: noteOfTrouble(trouble) });
}

function onAnswered() {
  change({ busy: false });
}
