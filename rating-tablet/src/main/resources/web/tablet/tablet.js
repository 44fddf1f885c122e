// @ts-check
/** The rating tablet of one counter: what happens. What it shows is in tablet-view.js, the talk itself in talk.js. */
import { render } from "/lib/lit-html/lit-html.js";
import { HubAway, HubProblem, newKey, send } from "/lib/api.js";
import { deviceToken } from "/lib/device-token.js";
import { openFeed } from "/lib/feed.js";
import { orPaired } from "/lib/pairing.js";
import { inLanguage, words } from "/lib/words.js";
import { say } from "./say.js";
import { view } from "./tablet-view.js";
import { hears, pressesFace, pressesReason, sends, waits, writes } from "./talk.js";
import { openVoteStore } from "./vote-store.js";
import { answerOf, Votes, waitBeforeRetry } from "./votes.js";
import { catalogue } from "./words.js";

const token = deviceToken();
const number = Number(new URLSearchParams(location.search).get("n"));

/** @type {import("./tablet-view.js").Page} */
const page = {
  language: "vi",
  w: words(catalogue, "vi"),
  number,
  plan: null,
  counter: undefined,
  talk: null,
  lost: false,
  refused: null,
  unsent: 0,
};
const votes = new Votes(await openVoteStore(), post);
let triesInARow = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let nextTry;

await votes.takeUp(Date.now());
openFeed({ view: `tablet/${number}`, token, onHall, onLost, onBack, onRefused: orPaired(onRefused) });
setInterval(() => becomes(waits(page.talk, Date.now())), 500);
bringVotes();
draw();

function draw() {
  page.unsent = votes.unsent;
  render(view(page, { pressFace, pressReason, write, send: sendReasons, otherLanguage }), document.body);
}

// What the hub tells.

/** @type {import("/lib/feed.js").FeedListener["onHall"]} */
function onHall(hall, step) {
  page.refused = null;
  page.counter = hall.counters.find(({ id }) => id === number);
  // A snapshot may bring another plan, and means that the hub is there.
  if (!step) {
    loadPlan();
    bringVotes();
  }
  becomes(hears(page.talk, page.counter, (ticket) => votes.has(ticket), Date.now()));
  draw();
}

function onLost() {
  page.lost = true;
  draw();
}

function onBack() {
  page.lost = false;
  bringVotes();
  draw();
}

/** @param {import("/lib/listening.js").Refused} problem */
function onRefused(problem) {
  page.refused = problem;
  draw();
}

async function loadPlan() {
  try {
    page.plan = (await send("GET", "/api/plan", undefined, { token })).body;
    draw();
  } catch (problem) {
    if (!(problem instanceof HubProblem || problem instanceof HubAway)) throw problem;
    setTimeout(loadPlan, waitBeforeRetry(3, Math.random()));
  }
}

// What the citizen does.

/** @param {number} score */
function pressFace(score) {
  if (page.talk && page.plan) becomes(pressesFace(page.talk, score, page.plan.rating.lowAtMost, Date.now()));
}

/** @param {string} reason */
function pressReason(reason) {
  if (page.talk) becomes(pressesReason(page.talk, reason, Date.now()));
}

/** @param {string} comment */
function write(comment) {
  if (page.talk) becomes(writes(page.talk, comment, Date.now()));
}

function sendReasons() {
  if (page.talk) becomes(sends(page.talk, Date.now()));
}

function otherLanguage() {
  speak(page.language === "vi" ? "en" : "vi");
  draw();
}

/** @param {import("/lib/words.js").Language} language */
function speak(language) {
  page.language = language;
  page.w = words(catalogue, language);
  document.documentElement.lang = language;
}

/**
 * The talk goes on: a face that was pressed is kept at once, reasons when their stage is left, in whatever way.
 *
 * @param {import("./talk.js").Talk | null} next
 */
function becomes(next) {
  const was = page.talk;
  if (next === was) return;
  page.talk = next;
  if (next && next.ticket !== was?.ticket) speak(page.counter?.toRate?.language === "en" ? "en" : "vi");
  if (next && was?.stage === "faces" && next.score !== null) keepFace(next, next.score);
  if (was?.stage === "reasons" && next?.stage !== "reasons") keepReasons(was);
  if (!next || next.stage === "over") speak("vi");
  sayStage(next?.stage === was?.stage && next?.ticket === was?.ticket ? undefined : next?.stage);
  draw();
}

/** The question, and the thanks, are heard, too. @param {import("./talk.js").Talk["stage"] | undefined} stage entered now */
function sayStage(stage) {
  const { language, plan, w } = page;
  if (stage === "faces" && plan) say(inLanguage(plan.rating.question, language), language);
  if (stage === "reasons") say(w("reasons"), language);
  if (stage === "thanks") say(w("thanks"), language);
}

/**
 * @param {import("./talk.js").Talk} talk
 * @param {number} score
 */
async function keepFace({ ticket, number, stage }, score) {
  await votes.press(ticket, score, { number, at: Date.now(), key: newKey(), asksReasons: stage === "reasons" });
  bringVotes();
}

/** @param {import("./talk.js").Talk} talk */
async function keepReasons({ ticket, reasons, comment }) {
  await votes.complete(ticket, reasons, comment);
  bringVotes();
}

// Bringing votes to the hub.

async function bringVotes() {
  clearTimeout(nextTry);
  const allSettled = await votes.send();
  triesInARow = allSettled ? 0 : triesInARow + 1;
  if (!allSettled) nextTry = setTimeout(bringVotes, waitBeforeRetry(triesInARow, Math.random()));
  draw();
}

/** @type {(body: import("./votes.js").VoteBody, key: string, number: string) => Promise<import("./votes.js").Answer>} */
async function post(body, key, number) {
  try {
    await send("POST", "/api/ratings", body, { token, key });
    return "settled";
  } catch (problem) {
    if (problem instanceof HubAway) return "not-now";
    if (!(problem instanceof HubProblem)) throw problem;
    const answer = answerOf(problem.status);
    // A vote of yesterday, for instance, finds its ticket no more.
    const fate = answer === "settled" ? "is lost" : "has to wait";
    if (problem.code !== "ALREADY_RATED") {
      console.warn(`The vote for ticket ${number} (key ${key}) ${fate}, the hub refused it: ${problem.message}`);
    }
    return answer;
  }
}
