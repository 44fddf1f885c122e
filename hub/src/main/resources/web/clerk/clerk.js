// @ts-check
/** The clerk's page: what happens. What it shows is in clerk-view.js, what the desk may do in desk-state.js. */
import { render } from "/lib/lit-html/lit-html.js";
import { HubAway, HubProblem, send } from "/lib/api.js";
import { openFeed } from "/lib/feed.js";
import { chooseLanguage, chosenLanguage, words } from "/lib/words.js";
import { view } from "./clerk-view.js";
import { deskOf, servicesOf, shown, verbOf, withCounter } from "./desk-state.js";
import { catalogue } from "./words.js";

/**
 * @typedef {import("./desk-state.js").Desk} Desk
 * @typedef {import("./desk-state.js").Verb} Verb
 */

const RETRY_MS = 3_000;
const COUNTER = "luot.counter";

/** @type {import("./clerk-view.js").Page} */
const page = {
  language: chosenLanguage(),
  w: words(catalogue, chosenLanguage()),
  clerk: undefined,
  plan: { centre: { timeZone: "UTC" }, fields: [], counters: [], priorityClasses: [] },
  services: new Map(),
  hall: null,
  desk: null,
  silentMs: null,
  hubAheadMs: 0,
  busy: false,
  askingToCloseDay: false,
  note: null,
};
/** @type {{close(): void} | null} */
let feed = null;

chooseLanguage(page.language);
document.addEventListener("keydown", pressed);
document.addEventListener("click", letGo);
setInterval(draw, 1_000);
whoAreWe();

function draw() {
  page.desk = page.hall && page.clerk ? deskOf(page.hall, page.clerk.displayName, rememberedCounter()) : null;
  document.title = page.desk?.ticket ? `${page.desk.ticket.number} · ${page.w("title")}` : page.w("title");
  render(view(page, { act, askToCloseDay, closeDay, openCounter, openDay, otherLanguage, signIn, signOut }), document.body);
}

// Who is here.

async function whoAreWe() {
  try {
    await signedIn((await send("GET", "/api/session")).body);
  } catch (problem) {
    if (problem instanceof HubProblem && problem.status === 401) signedOut(null);
    else if (problem instanceof HubProblem || problem instanceof HubAway) setTimeout(whoAreWe, RETRY_MS);
    else throw problem;
  }
}

/** @param {{displayName: string, mustChangePassword?: boolean}} clerk */
async function signedIn(clerk) {
  if (clerk.mustChangePassword) return toAccount();
  await loadPlan();
  page.clerk = clerk;
  feed = openFeed({ view: "hall", onHall, onLost, onBack, onRefused });
  draw();
}

async function loadPlan() {
  page.plan = (await send("GET", "/api/plan")).body;
  page.services = servicesOf(page.plan);
}

/** @param {import("./clerk-view.js").Note | null} note */
function signedOut(note) {
  feed?.close();
  Object.assign(page, { clerk: null, hall: null, silentMs: null, note });
  draw();
}

/** @param {SubmitEvent} event */
function signIn(event) {
  event.preventDefault();
  const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
  return asking(async () => {
    try {
      await signedIn((await send("POST", "/api/session", Object.fromEntries(form))).body);
    } catch (problem) {
      if (problem instanceof HubProblem && problem.code === "CODE_NEEDED") toAccount();
      else throw problem;
    }
  });
}

/** Where a password is changed, and the second factor asked for; it leads back. */
function toAccount() {
  location.assign("/account/?then=/clerk/");
}

function signOut() {
  return asking(async () => {
    await send("DELETE", "/api/session");
    signedOut(null);
  });
}

function otherLanguage() {
  page.language = page.language === "vi" ? "en" : "vi";
  page.w = words(catalogue, page.language);
  chooseLanguage(page.language);
  draw();
}

// What the hub tells.

/** @type {import("/lib/feed.js").FeedListener["onHall"]} */
function onHall(hall, step, live) {
  page.hall = hall;
  // A snapshot may mean that the plan changed.
  if (!step) followPlan();
  if (step && live) page.hubAheadMs = Date.parse(step.at) - Date.now();
  draw();
}

async function followPlan() {
  try {
    await loadPlan();
    draw();
  } catch (problem) {
    if (!(problem instanceof HubProblem || problem instanceof HubAway)) throw problem;
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
  page.silentMs = null;
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
  // Who walks by keyboard presses the button under the focus ring.
  if (event.key === "Enter" && /** @type {Element} */ (event.target).matches("button")) return;
  const verb = verbOf(page.desk, event.key);
  if (event.key === "Enter") event.preventDefault();
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
  if (counter) return atCounter(counter.id, verb, shown(ticket));
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
 * @param {{ticket?: number}} body
 */
function atCounter(counter, verb, body) {
  return asking(async () => {
    const answer = await send("POST", `/api/counters/${counter}/${verb}`, body);
    if (answer.status === 204) page.note = { tone: "calm", key: "nobody" };
    else if (page.hall) page.hall = withCounter(page.hall, answer.body);
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
 * One question to the hub at a time; what it refuses is shown in its own words.
 *
 * @param {() => Promise<void>} question
 */
async function asking(question) {
  if (page.busy) return;
  page.busy = true;
  page.note = null;
  draw();
  try {
    await question();
  } catch (problem) {
    if (problem instanceof HubProblem) refused(problem);
    else if (problem instanceof HubAway) page.note = { tone: "warn", key: "away" };
    else throw problem;
  } finally {
    page.busy = false;
    draw();
  }
}

/** @param {HubProblem} problem */
function refused(problem) {
  if (page.clerk && problem.status === 401) signedOut({ tone: "warn", key: "signed-out" });
  else page.note = { tone: "warn", problem };
}
