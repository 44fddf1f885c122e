// @ts-check
/**
 * A citizen's own ticket on the own phone. Kept to what browsers of 2018 know, and small: people are on mobile data.
 *
 * @typedef {object} Status vn.luot.protocol.message.TicketStatus
 * @property {string} centre
 * @property {string} number
 * @property {import("/lib/hall.js").Text} service
 * @property {number} [field] its place in the plan
 * @property {import("/lib/hall.js").TicketState} state
 * @property {number} ahead
 * @property {number} [counter]
 * @property {number[]} counters
 * @property {{likely: number, most: number}} [waits] in minutes
 * @property {import("./rate.js").Scale} [rating] once it was served, until it has its vote
 */
import { markOf } from "/lib/marks.js";
import { inLanguage, words } from "/lib/words.js";
import { allow, isAllowed, ring } from "./bell.js";
import { cameOf, stands } from "./pushed.js";
import { drawRating } from "./rate.js";
import { catalogue } from "./words.js";

const ASK_EVERY_MS = 10000;
const PATIENCE_MS = 8000;
/** How long a first touch of "leave" waits for the second. */
const SURE_MS = 6000;
const NOT_FOUND = 404;
const REFUSED = 409;
const CREATED = 201;
/** The ticket will not change any more. */
const OVER = ["SERVED", "CANCELLED", "VOIDED", "UNSERVED"];

/** @type {Status} */
const NOTHING = { centre: "", number: "", service: { vi: "", en: "" }, state: "WAITING", ahead: 0, counters: [] };

const token = location.pathname.split("/").pop() || "";
/** @type {import("/lib/words.js").Language} */
let language = /^en/.test(navigator.language) ? "en" : "vi";
/** @type {Status | "NOT_FOUND" | null} */
let ticket = null;
let checked = new Date();
let away = false;
/**
 * What the hub said to the last wish; null when it was granted.
 *
 * @type {import("/lib/hall.js").Text | null}
 */
let refusal = null;
/** @type {import("./pushed.js").Pushed} */
let pushed = "";
let leaving = false;
/** Why others were called, in the hub's words; null while nobody asked. @type {import("/lib/hall.js").Text | null} */
let why = null;
let thanked = false;
/** One key for the vote, however often it is sent. */
const voteKey = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join("-");
/** @type {number | undefined} */
let nextTime;

part("language").onclick = () => {
  language = language === "vi" ? "en" : "vi";
  draw();
};
part("bell").onclick = () => {
  allow();
  window.setTimeout(draw, 300);
};
part("why").onclick = askWhy;
part("later").onclick = letOthersGo;
part("leave").onclick = () => {
  if (leaving) return wish("leave");
  leaving = true;
  window.setTimeout(() => {
    leaving = false;
    draw();
  }, SURE_MS);
  draw();
};
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) ask();
});
draw();
ask();

function ask() {
  clearTimeout(nextTime);
  request("GET", "", null, (status, text) => {
    hear(status, text);
    if (!isOver()) nextTime = window.setTimeout(ask, ASK_EVERY_MS);
  });
}

/** What the page knows may be some seconds old, and others went ahead or came since. */
function letOthersGo() {
  request("GET", "", null, (status, text) => {
    hear(status, text);
    if (status !== 200) return;
    const before = JSON.parse(text);
    wish("push-back", (after) => {
      pushed = cameOf(before, after);
    });
  });
}

/**
 * @param {"push-back" | "leave"} what
 * @param {(fresh: Status) => void} [granted]
 */
function wish(what, granted) {
  request("POST", "/" + what, null, (status, text) => {
    leaving = false;
    refusal = refusalOf(status, text);
    pushed = "";
    if (refusal) {
      ask();
      return;
    }
    hear(status, text);
    if (status === 200 && granted) granted(JSON.parse(text));
    draw();
    showOutcome();
  });
}

/** It stands below the buttons, where a small phone does not reach. */
function showOutcome() {
  const place = part("outcome");
  if (place.getBoundingClientRect().bottom > window.innerHeight) place.scrollIntoView(false);
}

function askWhy() {
  request("GET", "/why", null, (status, text) => {
    if (status === 200) why = JSON.parse(text);
    draw();
  });
}

/** @param {import("./rate.js").Vote} vote */
function rate(vote) {
  request("POST", "/rating", vote, (status, text) => {
    refusal = refusalOf(status, text);
    thanked = status === CREATED;
    away = !thanked && !refusal;
    if (!away) ask();
    draw();
  });
}

/**
 * @param {number} status
 * @param {string} text
 * @returns {import("/lib/hall.js").Text | null}
 */
function refusalOf(status, text) {
  if (status !== REFUSED) return null;
  const problem = JSON.parse(text);
  return { vi: problem.messageVi, en: problem.messageEn };
}

/**
 * @param {"GET" | "POST"} method
 * @param {string} path behind the ticket's address
 * @param {unknown} body
 * @param {(status: number, text: string) => void} answered the status is 0 when nobody answered
 */
function request(method, path, body, answered) {
  const asking = new XMLHttpRequest();
  asking.open(method, "/api/tickets/" + encodeURIComponent(token) + path);
  asking.timeout = PATIENCE_MS;
  asking.onloadend = () => answered(asking.status, asking.responseText);
  if (body === null) {
    asking.send();
    return;
  }
  asking.setRequestHeader("Content-Type", "application/json");
  asking.setRequestHeader("Idempotency-Key", voteKey);
  asking.send(JSON.stringify(body));
}

/**
 * @param {number} status HTTP status; 0 when nobody answered
 * @param {string} text
 */
function hear(status, text) {
  away = status !== 200 && status !== NOT_FOUND;
  if (!away) {
    const before = ticket;
    ticket = status === 200 ? JSON.parse(text) : "NOT_FOUND";
    checked = new Date();
    pushed = stands(pushed, ticket);
    if (isCalled(ticket) && !isCalled(before)) ring();
    if (shownBefore(before) !== shownBefore(ticket)) why = null;
  }
  draw();
}

/** What the answer to "why" was about. @param {Status | "NOT_FOUND" | null} one */
function shownBefore(one) {
  return one === null || one === "NOT_FOUND" ? "" : one.state + one.ahead;
}

/** @param {Status | "NOT_FOUND" | null} one */
function isCalled(one) {
  return one !== null && one !== "NOT_FOUND" && one.state === "CALLED";
}

function isOver() {
  return ticket === "NOT_FOUND" || (ticket !== null && OVER.indexOf(ticket.state) !== -1);
}

function draw() {
  const w = words(catalogue, language);
  document.documentElement.lang = language;
  part("language").hidden = false;
  write("language", w("language"));
  part("away").hidden = !away;
  write("away", w("away"));
  if (ticket === null) return;

  const known = ticket === "NOT_FOUND" ? NOTHING : ticket;
  const state = shownState(ticket);
  const title = w(`title.${state}`, { ahead: known.ahead, counter: known.counter || "" });
  document.body.setAttribute("data-state", state);
  document.title = known.number ? `${known.number} · ${title}` : title;
  write("title", title);
  write("lead", w(`lead.${state}`));
  write("checked", w("checked", { time: checked.toLocaleTimeString("vi-VN") }));
  write("centre", known.centre);
  write("label", known.number && w("label"));
  write("number", known.number);
  drawMark(known.field);
  write("service", inLanguage(known.service, language));
  const waits = known.waits && known.waits.most > 1 ? known.waits : null;
  write("wait", waits && (waits.likely < waits.most ? w("wait", waits) : w("wait.even", waits)));
  part("choices").hidden = ticket === "NOT_FOUND" || known.state !== "WAITING";
  part("bell").hidden = isAllowed();
  write("bell", w("bell"));
  write("why", w("why"));
  part("why").hidden = ticket === "NOT_FOUND" || OVER.indexOf(known.state) !== -1;
  write("reason", why ? inLanguage(why, language) : "");
  write("thanks", thanked ? w("thanks") : "");
  if (known.rating) drawRating(part("rating"), known.rating, language, w, rate);
  else part("rating").textContent = "";
  write("later", w("later"));
  write("leave", leaving ? w("leave.sure") : w("leave"));
  write("outcome", refusal ? inLanguage(refusal, language) : pushed ? w(`later.${pushed}`) : "");
  write("counters", isWaitedFor(known) ? w("counters", { counters: known.counters.join(", ") }) : "");
}

/** Colour and shape of the field, as on the paper and the television. @param {number} [field] */
function drawMark(field) {
  const known = field === undefined ? { hue: 0, shape: "" } : markOf(field);
  part("mark").hidden = field === undefined;
  part("mark").setAttribute("data-hue", String(known.hue));
  part("mark").setAttribute("data-shape", known.shape);
}

/** @param {Status} one */
function isWaitedFor({ state, counters }) {
  return state === "WAITING" && counters.length > 0;
}

/** @param {Status | "NOT_FOUND"} one */
function shownState(one) {
  if (one === "NOT_FOUND") return one;
  return one.state === "WAITING" && one.ahead === 0 ? "NEXT" : one.state;
}

/**
 * @param {string} id
 * @param {string | null} text
 */
function write(id, text) {
  part(id).textContent = text;
}

/** @param {string} id */
function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
