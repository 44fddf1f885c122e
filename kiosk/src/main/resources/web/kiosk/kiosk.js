// @ts-check
/** The kiosk's page: what happens. What it shows is in kiosk-view.js, what comes next in choice.js. */
import { render } from "/lib/lit-html/lit-html.js";
import { newKey } from "/lib/api.js";
import { pressed as pressedKey } from "/lib/search.js";
import { words } from "/lib/words.js";
import { after, answered, chose, ended, IDLE, scanned, screenOf, stayed, touched, turned, use } from "./choice.js";
import { lettered } from "./code.js";
import { view } from "./kiosk-view.js";
import { inOtherLanguage, toggled, USUAL } from "./look.js";
import { listenForScans, understood } from "./scans.js";
import { hush, say, speaks } from "./speech.js";
import { catalogue } from "./words.js";

const RECONNECT_MS = 1_000;
const ASIDE_MS = 5_000;
/** A kiosk that nobody has touched for so long invites who passes. */
const ALONE_MS = 12_000;
/** Longer than the agent takes for the slowest touch. */
const PATIENCE_MS = 25_000;

/** One tile is left of the longest list then. */
const MOST_SQUEEZED = 10;

/** @type {import("./choice.js").Result} */
const NOBODY_KNOWS = { outcome: "ASK_STAFF" };

/** @type {import("./kiosk-view.js").Page} */
const page = {
  language: "vi",
  w: words(catalogue, "vi"),
  look: USUAL,
  speaks: false,
  attracts: false,
  asksPriority: false,
  squeeze: 0,
  state: JSON.parse(document.getElementById("state")?.textContent || "null"),
  agent: true,
  visit: IDLE,
  now: Date.now(),
};
let shown = "";
/** What the list on the screen is of. */
let listed = "";
/** @type {WebSocket | null} */
let agent = null;
let told = "";
let touchedAt = Date.now();
const acts = { choose, take, answer, begin, back, search, collect, enterCode, arrive, press, turnPage, wish, otherLanguage, askPriority, ring };

setInterval(draw, 250);
document.addEventListener("pointerdown", stay, { capture: true });
document.addEventListener("keydown", pressed);
document.addEventListener("contextmenu", (event) => event.preventDefault());
draw();
// What is heard comes after what is seen; a page that nobody sees has no frames to wait for.
requestIdleCallback(listen, { timeout: 200 });
listenForScans(scan);

function draw() {
  page.now = Date.now();
  const visit = after(page.visit, page.now);
  // The next visitor begins in Vietnamese and in the usual colours.
  if (visit === IDLE && page.visit !== IDLE) begin();
  const screen = screenOf(page.state, page.agent, page.visit);
  page.attracts = page.visit === IDLE && page.now - touchedAt >= ALONE_MS;
  page.speaks = speaks(page.language);
  show(screen);
  document.title = page.w("title");
  announce(`${screen.name}/${page.visit.field ?? ""}`);
  tell(use(screen, page.visit));
}

/**
 * Long names take more room than others: then fewer are shown at once, and what has no room is a touch on "more" away and
 * not below an edge that nobody thinks of pulling.
 *
 * @param {ReturnType<typeof screenOf>} screen
 */
function show(screen) {
  const { look, language, visit } = page;
  const list = [screen.name, visit.field, visit.typed, language, look.large, look.low].join();
  if (list !== listed) page.squeeze = 0;
  listed = list;
  render(view(page, screen, acts), document.body);
  while (page.squeeze < MOST_SQUEEZED && isCut()) {
    page.squeeze++;
    render(view(page, screen, acts), document.body);
  }
}

/** Not by the letters that stand in until the fonts have come, nor before the page has been drawn for once. */
function isCut() {
  if (!shown || document.fonts.status === "loading") return false;
  const list = document.querySelector(".fields, .services");
  return list !== null && list.scrollHeight > list.clientHeight + 1;
}

/** Keyboards and screen readers begin at the heading of a new screen. @param {string} screen */
function announce(screen) {
  if (screen === shown) return;
  const first = !shown;
  shown = screen;
  // A page that comes up is read from its top as it is, and need not be laid out for that before it is drawn.
  if (first) return;
  document.querySelector("h1")?.focus({ preventScroll: true });
  readOut();
}

/** What this screen says aloud, to whoever asked for it. */
function readOut() {
  if (!page.look.spoken) return;
  say([...document.querySelectorAll("[data-said]")].map((part) => part.textContent ?? ""), page.language);
}

/** Hears the agent, and asks again when it is away. */
function listen() {
  const socket = new WebSocket(`ws://${location.host}/page`);
  socket.addEventListener("open", () => {
    agent = socket;
    told = "";
  });
  socket.addEventListener("message", ({ data }) => {
    page.state = JSON.parse(data);
    page.agent = true;
    draw();
  });
  socket.addEventListener("close", () => {
    page.agent = false;
    agent = null;
    draw();
    setTimeout(listen, RECONNECT_MS);
  });
}

/** What staff elsewhere in the hall see of this screen. @param {string} use */
function tell(use) {
  if (!agent || use === told) return;
  agent.send(use);
  told = use;
}

/** @param {string} field */
function choose(field) {
  page.visit = chose(field, Date.now(), page.visit.card);
  draw();
}

/** @param {import("./choice.js").Scan} seen */
function scan(seen) {
  if (page.visit.taking) return;
  page.visit = scanned(page.visit, seen, Date.now());
  draw();
  if (page.visit.taking) finish();
}

/** @param {boolean} priority */
function answer(priority) {
  page.visit = answered(page.visit, priority, Date.now());
  draw();
}

/** The second touch. @param {string} service */
function take(service) {
  if (page.visit.taking) return;
  page.visit = touched(page.visit);
  draw();
  finish(service);
}

/** @param {string} [service] absent for an appointment, whose code says it */
async function finish(service) {
  page.visit = ended(await withPriority(await taken(service)), Date.now());
  draw();
}

/**
 * @param {string} [service]
 * @returns {Promise<import("./choice.js").Result>}
 */
async function taken(service) {
  try {
    const answer = await fetch("/take", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ service, language: page.language, touch: newKey(), ...withCard(page.visit.card) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.ok ? await answer.json() : NOBODY_KNOWS;
  } catch (lost) {
    console.warn("the agent did not answer", lost);
    return NOBODY_KNOWS;
  }
}

/**
 * A number is given as to everybody; who says to have priority is looked at by a person.
 *
 * @param {import("./choice.js").Result} result
 * @returns {Promise<import("./choice.js").Result>}
 */
async function withPriority(result) {
  if (!page.asksPriority || !result.ticket) return result;
  const noted = !result.offline && (await sent("POST", "/priority", result.ticket.token));
  return { ...result, priority: noted ? "ASKED" : "TELL_STAFF" };
}

/** Whether the agent did it. @param {"POST" | "DELETE"} method @param {string} path @param {string} [body] */
async function sent(method, path, body) {
  try {
    return (await fetch(path, { method, body, signal: AbortSignal.timeout(ASIDE_MS) })).ok;
  } catch (lost) {
    console.warn("the agent did not answer", lost);
    return false;
  }
}

function askPriority() {
  page.asksPriority = !page.asksPriority;
  turn({});
}

/** @param {boolean} isNeeded */
function ring(isNeeded) {
  sent(isNeeded ? "POST" : "DELETE", "/bell");
}

/** @param {import("./choice.js").Card} [card] */
function withCard(card) {
  return card && { scan: card.scan, priority: card.priority };
}

function begin() {
  page.visit = IDLE;
  page.asksPriority = false;
  hush();
  see(USUAL);
}

function back() {
  turn({ field: undefined, typed: undefined, coding: undefined, collecting: undefined, page: 0 });
}

function collect() {
  turn({ field: undefined, collecting: true, page: 0 });
}

function enterCode() {
  turn({ field: undefined, coding: "" });
}

/** With an appointment, as if its code had been scanned. */
async function arrive() {
  const code = page.visit.coding;
  const seen = await understood(`LH:${code}`);
  // Whoever touched on meanwhile wants something else.
  if (page.visit.coding === code) scan(seen);
}

function search() {
  turn({ field: undefined, typed: "", page: 0 });
}

/** @param {string} key of the keyboard on the screen */
function press(key) {
  if (page.visit.coding !== undefined) return turn({ coding: lettered(page.visit.coding, key) });
  turn({ typed: pressedKey(page.visit.typed ?? "", key), page: 0 });
}

function turnPage() {
  turn({ page: (page.visit.page ?? 0) + 1 });
}

/** @param {Partial<import("./choice.js").Visit>} more */
function turn(more) {
  page.visit = turned(page.visit, more, Date.now());
  draw();
}

/** @param {import("./look.js").Wish} wish */
function wish(wish) {
  see(toggled(page.look, wish));
  if (wish === "spoken") page.look.spoken ? readOut() : hush();
}

function otherLanguage() {
  see(inOtherLanguage(page.look));
  readOut();
}

/** @param {import("./look.js").Look} look */
function see(look) {
  const { language, large, contrast, low } = look;
  Object.assign(page, { look, language, w: words(catalogue, language) });
  const { dataset } = document.documentElement;
  document.documentElement.lang = language;
  set(dataset, "contrast", contrast ? "more" : null);
  set(dataset, "text", large ? "large" : null);
  set(dataset, "reach", low ? "low" : null);
  // The next visitor is not to find what this one chose.
  if (look !== USUAL) page.visit = turned(page.visit, { page: 0 }, Date.now());
  draw();
}

/** @param {DOMStringMap} dataset @param {string} name @param {string | null} value */
function set(dataset, name, value) {
  if (value) dataset[name] = value;
  else delete dataset[name];
}

/** Somebody is here and choosing. */
function stay() {
  touchedAt = Date.now();
  page.visit = stayed(page.visit, Date.now());
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  stay();
  if (event.key === "Escape" && !page.visit.taking) begin();
  if ((page.visit.typed ?? page.visit.coding) === undefined || event.ctrlKey || event.metaKey) return;
  if (/^[a-z0-9]$/i.test(event.key)) press(event.key.toLowerCase());
  if (event.key === "Backspace") press("back");
}
