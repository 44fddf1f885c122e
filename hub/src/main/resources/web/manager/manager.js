// @ts-check
/** The manager's page: what happens. What it shows is in manager-view.js, live-view.js and report-view.js. */
import { render } from "/lib/lit-html/lit-html.js";
import { HubProblem, send } from "/lib/api.js";
import { openFeed } from "/lib/feed.js";
import { questions, quietly, troubleOf } from "/lib/questions.js";
import { signIn, signOut, whoIsHere } from "/lib/staff-session.js";
import { enterDialog, noteOfTrouble, noteOnceBack } from "/lib/staff-told.js";
import { hallDay } from "/lib/times.js";
import { chooseLanguage, chosenLanguage, turned, words } from "/lib/words.js";
import { view } from "./manager-view.js";
import { toggled } from "./move.js";
import { address, behind } from "./report.js";
import { noteOf } from "./slip.js";
import { catalogue } from "./words.js";

/** @typedef {import("./report.js").Question} Question */

const MANAGERS = ["MANAGER", "ADMIN"];
/** How often what the feed does not tell is asked for: waits, and who waits since when. */
const LOOK_MS = 3_000;
/** Days gone by change nothing; only the hour goes on. */
const LOOK_AHEAD_MS = 60_000;
const PREVIEW_MS = 300;

/** @type {import("./manager-view.js").Page} */
const page = {
  language: chosenLanguage(),
  w: words(catalogue, chosenLanguage()),
  person: undefined,
  plan: null,
  hall: null,
  queue: [],
  waits: null,
  next: null,
  moving: null,
  silentMs: null,
  hubAheadMs: 0,
  tab: location.hash === "#reports" ? "reports" : "live",
  question: { from: "", to: "", by: "field", target: 15 },
  report: null,
  behind: null,
  voiding: null,
  slip: null,
  today: "",
  busy: false,
  note: null,
};
/** @type {{close(): void} | null} */
let feed = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let previewing;
const asking = questions({ onAsk, onTrouble, onAnswered });
const staff = { onSignedIn, onSignedOut: () => signedOut(null) };
const acts = {
  signIn: (/** @type {SubmitEvent} */ event) => asking(() => signIn(event, staff)),
  signOut: () => asking(() => signOut(staff)),
  otherLanguage,
  show,
  ask,
  open,
  closeBehind,
  move,
  toggle,
  moveNow,
  openSlip,
  printSlip: () => print(),
  printSlipAt,
  closeSlip,
  beginVoid,
  voidNow,
  giveUp,
};

chooseLanguage(page.language);
setInterval(draw, 1_000);
setInterval(look, LOOK_MS);
setInterval(lookAhead, LOOK_AHEAD_MS);
addEventListener("keydown", ({ key }) => key === "Escape" && (page.moving || page.voiding) && giveUp());
addEventListener("hashchange", () => show(location.hash === "#reports" ? "reports" : "live"));
whoIsHere(staff);

function draw() {
  document.title = page.w("title");
  render(view(page, acts), document.body);
}

/** @param {import("/lib/staff-session.js").Person} person */
async function onSignedIn(person) {
  if (!MANAGERS.includes(person.role)) {
    await send("DELETE", "/api/session");
    return signedOut({ tone: "warn", key: "not-a-manager" });
  }
  page.plan = (await send("GET", "/api/plan")).body;
  page.person = person;
  feed = openFeed({ view: "hall", onHall, onLost, onBack, onRefused });
  await Promise.all([look(), lookAhead()]);
  // Not awaited: it is asked when the sign-in is done.
  if (page.tab === "reports") ask({});
  draw();
}

/** @param {import("./manager-view.js").Note | null} note */
function signedOut(note) {
  feed?.close();
  feed = null;
  Object.assign(page, { person: null, hall: null, moving: null, report: null, behind: null, voiding: null, slip: null, silentMs: null, note });
  draw();
}

function otherLanguage() {
  Object.assign(page, turned(catalogue, page.language));
  draw();
}

// The hall now.

/** @type {import("/lib/feed.js").FeedListener["onHall"]} */
function onHall(hall, step, live) {
  page.hall = hall;
  // A snapshot may bring another plan.
  if (!step && page.person) loadPlan();
  if (step && live) page.hubAheadMs = Date.parse(step.at) - Date.now();
  draw();
}

/** @param {number} ageMs */
function onLost(ageMs) {
  page.silentMs = ageMs;
  draw();
}

function onBack() {
  Object.assign(page, { silentMs: null, note: noteOnceBack(page.note) });
  draw();
}

/** @param {import("/lib/listening.js").Refused} problem */
function onRefused(problem) {
  if (problem.code === "NOT_SIGNED_IN") signedOut({ tone: "warn", key: "signed-out" });
}

async function look() {
  if (!page.person) return;
  await quietly(async () => {
    const [queue, waits] = await Promise.all([send("GET", "/api/tickets?state=WAITING"), send("GET", "/api/waits")]);
    page.queue = queue.body.tickets;
    page.waits = waits.body;
  });
  draw();
}

async function lookAhead() {
  if (!page.person) return;
  await quietly(async () => {
    page.next = (await send("GET", "/api/reports/next-hour")).body;
  });
  draw();
}

async function loadPlan() {
  await quietly(async () => {
    page.plan = (await send("GET", "/api/plan")).body;
  });
  draw();
}

// Moving services between counters.

/** @param {number} counter */
function move(counter) {
  const services = page.plan?.counters.find(({ id }) => id === counter)?.services ?? [];
  Object.assign(page, { moving: { counter, services, effect: null }, note: null });
  draw();
  enterDialog();
}

/** @param {string} service */
function toggle(service) {
  if (!page.moving) return;
  page.moving = { ...page.moving, services: toggled(page.moving.services, service), effect: null };
  clearTimeout(previewing);
  previewing = setTimeout(preview, PREVIEW_MS);
  draw();
}

/** Only of the last choice: one goes on choosing while an answer is on its way. */
async function preview() {
  const asked = page.moving;
  if (!asked) return;
  page.note = null;
  try {
    const { services } = asked;
    const { body } = await send("POST", `/api/counters/${asked.counter}/services/preview`, { services });
    if (page.moving === asked) page.moving = { ...asked, effect: body };
  } catch (problem) {
    const trouble = troubleOf(problem);
    if (page.moving === asked) onTrouble(trouble);
  }
  draw();
}

function moveNow() {
  return asking(async () => {
    if (!page.moving) return;
    const { counter, services } = page.moving;
    await send("PUT", `/api/counters/${counter}/services`, { services });
    page.moving = null;
    await loadPlan();
  });
}

function giveUp() {
  clearTimeout(previewing);
  Object.assign(page, { moving: null, voiding: null, note: null });
  draw();
}

/** @param {"live" | "reports"} tab */
function show(tab) {
  page.tab = tab;
  history.replaceState(null, "", `#${tab}`);
  if (tab === "reports" && !page.report && page.person) ask({});
  draw();
}

// Reports.

/** @param {Partial<Question>} change */
function ask(change) {
  const today = hallToday();
  const question = { ...page.question, ...change };
  question.from ||= today;
  question.to ||= today;
  page.question = question;
  page.behind = null;
  return asking(async () => {
    page.report = (await send("GET", address(question))).body;
  });
}

/** Opens the tickets behind a figure. @param {import("./report.js").Row | null} row null for all @param {import("./report.js").Counted} figure */
function open(row, figure) {
  return asking(async () => {
    page.today = hallToday();
    page.behind = { row, figure, ...(await send("GET", behind(page.question, row?.key, figure))).body };
  });
}

// The slip of the day's end.

function openSlip() {
  return asking(async () => {
    const day = hallToday();
    const checkpoint = (await send("GET", "/api/audit/checkpoint")).body;
    const { total } = (await send("GET", address({ ...page.question, from: day, to: day }))).body;
    page.slip = { day, total, checkpoint };
  });
}

/** On the paper of a kiosk, which is there where a printer of the office is not. @param {string} kiosk */
function printSlipAt(kiosk) {
  return asking(async () => {
    const { body } = await send("POST", `/api/kiosks/${encodeURIComponent(kiosk)}/day-end`);
    page.note = noteOf(kiosk, body, page.language);
  });
}

function closeSlip() {
  page.slip = null;
  draw();
}

// Taking back a wrong vote.

/** @param {import("./void-view.js").Voided} ticket */
function beginVoid(ticket) {
  Object.assign(page, { voiding: ticket, note: null });
  draw();
  enterDialog();
}

/** @param {SubmitEvent} event */
function voidNow(event) {
  event.preventDefault();
  const why = new FormData(/** @type {HTMLFormElement} */ (event.target)).get("why");
  return asking(async () => {
    if (!page.voiding || !page.behind) return;
    await send("POST", `/api/votes/${page.voiding.id}/void`, { why });
    page.voiding = null;
    page.report = (await send("GET", address(page.question))).body;
    const { row, figure } = page.behind;
    page.behind = { row, figure, ...(await send("GET", behind(page.question, row?.key, figure))).body };
  });
}

function closeBehind() {
  page.behind = null;
  draw();
}

function hallToday() {
  return hallDay(Date.now() + page.hubAheadMs, page.plan?.centre.timeZone ?? "UTC");
}

function onAsk() {
  Object.assign(page, { busy: true, note: null });
  draw();
}

/** @param {import("/lib/questions.js").Trouble} trouble */
function onTrouble(trouble) {
  if (trouble instanceof HubProblem && trouble.status === 401 && page.person) {
    signedOut({ tone: "warn", key: "signed-out" });
  } else page.note = noteOfTrouble(trouble);
}

function onAnswered() {
  page.busy = false;
  draw();
}
