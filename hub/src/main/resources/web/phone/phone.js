// @ts-check
/**
 * A citizen's own ticket on the own phone. Kept to what browsers of 2018 know, and small: people are on mobile data.
 *
 * @typedef {object} Status vn.luot.protocol.message.TicketStatus
 * @property {string} centre
 * @property {string} number
 * @property {import("/lib/hall.js").Text} service
 * @property {import("/lib/hall.js").TicketState} state
 * @property {number} ahead
 * @property {number} [counter]
 * @property {number[]} counters
 * @property {{likely: number, most: number}} [waits] in minutes
 */
import { inLanguage, words } from "/lib/words.js";
import { catalogue } from "./words.js";

const ASK_EVERY_MS = 10000;
const PATIENCE_MS = 8000;
/** How long a first touch of "leave" waits for the second. */
const SURE_MS = 6000;
const NOT_FOUND = 404;
const REFUSED = 409;
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
let leaving = false;
/** @type {number | undefined} */
let nextTime;

part("language").onclick = () => {
  language = language === "vi" ? "en" : "vi";
  draw();
};
part("later").onclick = () => wish("push-back");
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
  const request = new XMLHttpRequest();
  request.open("GET", "/api/tickets/" + encodeURIComponent(token));
  request.timeout = PATIENCE_MS;
  request.onloadend = () => {
    hear(request.status, request.responseText);
    if (!isOver()) nextTime = window.setTimeout(ask, ASK_EVERY_MS);
  };
  request.send();
}

/** @param {"push-back" | "leave"} what */
function wish(what) {
  const request = new XMLHttpRequest();
  request.open("POST", "/api/tickets/" + encodeURIComponent(token) + "/" + what);
  request.timeout = PATIENCE_MS;
  request.onloadend = () => {
    leaving = false;
    refusal = null;
    if (request.status === REFUSED) {
      const problem = JSON.parse(request.responseText);
      refusal = { vi: problem.messageVi, en: problem.messageEn };
      ask();
    } else {
      hear(request.status, request.responseText);
    }
  };
  request.send();
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
    if (isCalled(ticket) && !isCalled(before)) buzz();
  }
  draw();
}

/** A phone in a pocket is felt. */
function buzz() {
  if (navigator.vibrate) navigator.vibrate([200, 100, 200, 100, 200]);
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
  write("service", inLanguage(known.service, language));
  write("wait", known.waits && known.waits.most > 1 ? w("wait", known.waits) : "");
  part("choices").hidden = ticket === "NOT_FOUND" || known.state !== "WAITING";
  write("later", w("later"));
  write("leave", leaving ? w("leave.sure") : w("leave"));
  write("refused", refusal ? inLanguage(refusal, language) : "");
  write("counters", isWaitedFor(known) ? w("counters", { counters: known.counters.join(", ") }) : "");
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
 * @param {string} text
 */
function write(id, text) {
  part(id).textContent = text;
}

/** @param {string} id */
function part(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}
