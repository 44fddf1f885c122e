// @ts-check
/** The clerk's page: what happens. What it shows is in clerk-view.js, what the desk may do in desk-state.js. */
import { render } from "/lib/lit-html/lit-html.js";
import { HubProblem, newKey, send } from "/lib/api.js";
import { openFeed } from "/lib/feed.js";
import { questions, quietly, troubleOf } from "/lib/questions.js";
import * as staffSession from "/lib/staff-session.js";
import { enterDialog, noteOfTrouble, noteOnceBack } from "/lib/staff-told.js";
import { chooseLanguage, chosenLanguage, turned, words } from "/lib/words.js";
import { chime } from "./chime.js";
import { view } from "./clerk-view.js";
import { ASKING, deskOf, late, listsOf, servicesOf, shown, verbOf, withCounter } from "./desk-state.js";
import { catalogue } from "./words.js";

/**
 * @typedef {import("./desk-state.js").Desk} Desk
 * @typedef {import("./desk-state.js").Verb} Verb
 * @typedef {import("/lib/hall.js").TicketView} Ticket
 */

/** Who waits is looked at again soon after something happened, and not for each of many steps. */
const LOOK_MS = 1_500;
const OWN_DAY_MS = 60_000;
const RETRY_MS = 3_000;
/** QĐ 468/QĐ-TTg: nobody should wait longer. */
const TARGET_MS = 15 * 60_000;
const COUNTER = "luot.counter";
/** What needs a place to go on. */
const PLACING = ["transfer", "further", "walk-in"];

/** @type {import("./clerk-view.js").Page} */
const page = {
  language: chosenLanguage(),
  w: words(catalogue, chosenLanguage()),
  clerk: undefined,
  plan: { centre: { timeZone: "UTC" }, fields: [], counters: [], priorityClasses: [] },
  services: new Map(),
  hall: null,
  desk: null,
  lists: { waiting: [], held: [], missed: [] },
  late: 0,
  tab: "waiting",
  ownDay: null,
  question: null,
  silentMs: null,
  hubAheadMs: 0,
  busy: false,
  askingToCloseDay: false,
  note: null,
};
/** @type {{close(): void} | null} */
let feed = null;
/** @type {import("/lib/hall.js").TicketView[]} */
let queue = [];
/** @type {ReturnType<typeof setTimeout> | undefined} */
let nextLook;
const ask = questions({ onAsk, onTrouble, onAnswered });
const staff = { onSignedIn: signedIn, onSignedOut: () => signedOut(null) };
const acts = {
  act,
  answer,
  askToCloseDay,
  callChosen: (/** @type {Ticket} */ ticket) => askMore("call", ticket),
  closeDay,
  giveUp,
  lookFor,
  openCounter,
  openDay,
  otherLanguage,
  resume: (/** @type {Ticket} */ ticket) => onTicket("resume", ticket),
  sendBack: (/** @type {Ticket} */ ticket) => onTicket("return", ticket),
  showList,
  signIn: (/** @type {SubmitEvent} */ event) => asking(() => staffSession.signIn(event, staff)),
  signOut: () => asking(() => staffSession.signOut(staff)),
};

chooseLanguage(page.language);
document.addEventListener("keydown", pressed);
document.addEventListener("click", letGo);
setInterval(draw, 1_000);
setInterval(lookAtOwnDay, OWN_DAY_MS);
staffSession.whoIsHere(staff);

function draw() {
  page.desk = page.hall && page.clerk ? deskOf(page.hall, page.clerk.displayName, rememberedCounter()) : null;
  lookForLate();
  document.title = page.desk?.ticket ? `${page.desk.ticket.number} · ${page.w("title")}` : page.w("title");
  render(view(page, acts), document.body);
}

// Who is here.

/** @param {import("/lib/staff-session.js").Person} clerk */
async function signedIn(clerk) {
  await loadPlan();
  page.clerk = clerk;
  feed = openFeed({ view: "hall", onHall, onLost, onBack, onRefused });
  lookAtOwnDay();
  draw();
}

async function loadPlan() {
  page.plan = (await send("GET", "/api/plan")).body;
  page.services = servicesOf(page.plan);
}

/** @param {import("./clerk-view.js").Note | null} note */
function signedOut(note) {
  feed?.close();
  Object.assign(page, { clerk: null, hall: null, silentMs: null, ownDay: null, question: null, note });
  draw();
}

function otherLanguage() {
  Object.assign(page, turned(catalogue, page.language));
  draw();
}

// What the hub tells.

/** @type {import("/lib/feed.js").FeedListener["onHall"]} */
function onHall(hall, step, live) {
  page.hall = hall;
  // A snapshot may mean that the plan changed.
  if (!step) followPlan();
  if (step && live) page.hubAheadMs = Date.parse(step.at) - Date.now();
  nextLook ??= setTimeout(lookAtQueue, LOOK_MS);
  draw();
}

async function lookAtQueue() {
  nextLook = undefined;
  if (!page.clerk || !page.desk?.counter) return;
  await looking(async () => {
    queue = (await send("GET", "/api/tickets?state=WAITING,HELD,NO_SHOW")).body.tickets;
  });
}

/** What this clerk has done today; only clerks have such a day. */
async function lookAtOwnDay() {
  if (page.clerk?.role !== "CLERK") return;
  await looking(async () => {
    page.ownDay = (await send("GET", "/api/reports/mine")).body.figures;
  });
}

/** A look that fails is simply made again later. @param {() => Promise<void>} look */
async function looking(look) {
  await quietly(look);
  draw();
}

/** Sounds once when somebody more waits longer than the target. */
function lookForLate() {
  const counter = page.desk?.counter;
  page.lists = counter ? listsOf(queue, page.plan, counter.id) : { waiting: [], held: [], missed: [] };
  const now = late(page.lists.waiting, Date.now() + page.hubAheadMs, TARGET_MS).length;
  if (now > page.late) chime();
  page.late = now;
}

/** @param {import("./clerk-view.js").ListName} tab */
function showList(tab) {
  page.tab = tab;
  draw();
}

async function followPlan() {
  try {
    await loadPlan();
    draw();
  } catch (problem) {
    troubleOf(problem);
    // Signed out meanwhile: the feed says so itself.
    if (page.clerk) setTimeout(followPlan, RETRY_MS);
  }
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
  if (problem.code === "NOT_SIGNED_IN") return signedOut({ tone: "warn", key: "signed-out" });
  page.note = { tone: "warn", problem: new HubProblem(403, problem) };
  draw();
}

// What the clerk does.

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey || !page.desk) return;
  if (page.question) {
    if (event.key === "Escape") giveUp();
    return;
  }
  // Who walks by keyboard presses the button under the focus ring.
  if (event.key === "Enter" && /** @type {Element} */ (event.target).matches("button")) return;
  const verb = verbOf(page.desk, event.key);
  // The key is not a letter of what is typed in the dialog that it opens.
  if (verb || event.key === "Enter") event.preventDefault();
  if (verb) act(verb);
  else if (event.key === "Enter" && page.desk.mode === "day-closed") openDay();
}

/**
 * A button pressed by mouse or finger gives up the focus, so that Enter is the usual next step again.
 *
 * @param {MouseEvent} event
 */
function letGo(event) {
  if (event.detail > 0 && document.activeElement instanceof HTMLButtonElement) document.activeElement.blur();
}

/** @param {Verb} verb */
function act(verb) {
  const { counter, ticket } = /** @type {Desk} */ (page.desk);
  if (!counter) return;
  if (ASKING.includes(verb)) return askMore(verb, ticket);
  return atCounter(counter.id, verb, shown(ticket));
}

/** @param {"resume" | "return"} verb @param {Ticket} ticket of a list */
function onTicket(verb, ticket) {
  const counter = page.desk?.counter;
  if (counter) return atCounter(counter.id, verb, shown(ticket));
}

/** @param {Verb} verb @param {Ticket | null} ticket */
function askMore(verb, ticket) {
  page.question = { verb, ticket, typed: "" };
  draw();
  enterDialog();
}

/** @param {string} typed */
function lookFor(typed) {
  if (page.question) page.question = { ...page.question, typed };
  draw();
}

function giveUp() {
  page.question = null;
  draw();
}

/** What the clerk said in the dialog. @param {{why?: string, service?: string, counter?: number}} said */
function answer(said) {
  const counter = page.desk?.counter;
  if (!counter || !page.question) return;
  const { verb, ticket } = page.question;
  // Nothing was found that somebody could be sent to.
  if (PLACING.includes(verb) && !said.service && !said.counter) return;
  page.question = null;
  if (verb === "walk-in") return serveWalkIn(counter.id, /** @type {string} */ (said.service));
  return atCounter(counter.id, verb, { ...shown(ticket), ...said });
}

/** @param {number} counter @param {string} service */
function serveWalkIn(counter, service) {
  const key = newKey();
  return asking(async () => {
    const answer = await send("POST", `/api/counters/${counter}/walk-in`, { service }, { key });
    if (page.hall) page.hall = withCounter(page.hall, answer.body);
  });
}

/** @param {number} counter */
function openCounter(counter) {
  localStorage.setItem(COUNTER, String(counter));
  return atCounter(counter, "open", {});
}

function rememberedCounter() {
  return Number(localStorage.getItem(COUNTER));
}

/**
 * @param {number} counter
 * @param {Verb} verb
 * @param {{ticket?: number, why?: string, service?: string, counter?: number}} body
 */
function atCounter(counter, verb, body) {
  return asking(async () => {
    const answer = await send("POST", `/api/counters/${counter}/${verb}`, body);
    if (answer.status === 204) page.note = { tone: "calm", key: "nobody" };
    else if (page.hall) page.hall = withCounter(page.hall, answer.body);
    if (verb === "finish") lookAtOwnDay();
  });
}

function openDay() {
  return asking(async () => {
    page.hall = (await send("POST", "/api/day/open")).body;
  });
}

/** @param {boolean} ask */
function askToCloseDay(ask) {
  page.askingToCloseDay = ask;
  draw();
}

function closeDay() {
  page.askingToCloseDay = false;
  return asking(async () => {
    page.hall = (await send("POST", "/api/day/close")).body;
  });
}

/**
 * A key pressed while an answer is on its way meant what the desk showed before, and is not heard.
 *
 * @param {() => Promise<void>} question
 */
function asking(question) {
  if (!page.busy) return ask(question);
}

function onAsk() {
  Object.assign(page, { busy: true, note: null });
  draw();
}

/** @param {import("/lib/questions.js").Trouble} trouble what the hub refuses is shown in its own words */
function onTrouble(trouble) {
  if (trouble instanceof HubProblem && trouble.status === 401 && page.clerk) {
    signedOut({ tone: "warn", key: "signed-out" });
  } else page.note = noteOfTrouble(trouble);
}

function onAnswered() {
  page.busy = false;
  draw();
}
