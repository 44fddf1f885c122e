// @ts-check
/** The kiosk's page: what happens. What it shows is in kiosk-view.js, what comes next in choice.js. */
import { render } from "/lib/lit-html/lit-html.js";
import { newKey } from "/lib/api.js";
import { words } from "/lib/words.js";
import { after, chose, ended, IDLE, screenOf, touched } from "./choice.js";
import { view } from "./kiosk-view.js";
import { catalogue } from "./words.js";

const RECONNECT_MS = 1_000;
/** Longer than the agent takes for the slowest touch. */
const PATIENCE_MS = 25_000;

/** @type {import("./choice.js").Result} */
const NOBODY_KNOWS = { outcome: "ASK_STAFF" };

/** @type {import("./kiosk-view.js").Page} */
const page = { language: "vi", w: words(catalogue, "vi"), state: null, agent: true, visit: IDLE, now: Date.now() };
let shown = "";

listen();
setInterval(draw, 250);
document.addEventListener("pointerdown", stay, { capture: true });
document.addEventListener("keydown", pressed);
document.addEventListener("contextmenu", (event) => event.preventDefault());
draw();

function draw() {
  page.now = Date.now();
  const visit = after(page.visit, page.now);
  // The next visitor begins in Vietnamese and in the usual colours.
  if (visit === IDLE && page.visit !== IDLE) begin();
  const screen = screenOf(page.state, page.agent, page.visit);
  render(view(page, screen, { choose, take, begin, otherLanguage, contrast }), document.body);
  document.title = page.w("title");
  announce(`${screen.name}/${page.visit.field ?? ""}`);
}

/** Keyboards and screen readers begin at the heading of a new screen. @param {string} screen */
function announce(screen) {
  if (screen === shown) return;
  shown = screen;
  document.querySelector("h1")?.focus({ preventScroll: true });
}

/** Hears the agent, and asks again when it is away. */
function listen() {
  const socket = new WebSocket(`ws://${location.host}/page`);
  socket.addEventListener("message", ({ data }) => {
    page.state = JSON.parse(data);
    page.agent = true;
    draw();
  });
  socket.addEventListener("close", () => {
    page.agent = false;
    draw();
    setTimeout(listen, RECONNECT_MS);
  });
}

/** @param {string} field */
function choose(field) {
  page.visit = chose(field, Date.now());
  draw();
}

/** The second touch. @param {string} service */
async function take(service) {
  if (page.visit.taking) return;
  page.visit = touched(page.visit);
  draw();
  page.visit = ended(await taken(service), Date.now());
  draw();
}

/**
 * @param {string} service
 * @returns {Promise<import("./choice.js").Result>}
 */
async function taken(service) {
  try {
    const answer = await fetch("/take", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ service, language: page.language, touch: newKey() }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.ok ? await answer.json() : NOBODY_KNOWS;
  } catch (lost) {
    console.warn("the agent did not answer", lost);
    return NOBODY_KNOWS;
  }
}

function begin() {
  page.visit = IDLE;
  speak("vi");
  delete document.documentElement.dataset.contrast;
  draw();
}

function otherLanguage() {
  speak(page.language === "vi" ? "en" : "vi");
  stay();
  draw();
}

/** @param {import("/lib/words.js").Language} language */
function speak(language) {
  page.language = language;
  page.w = words(catalogue, language);
  document.documentElement.lang = language;
}

function contrast() {
  const { dataset } = document.documentElement;
  if (dataset.contrast) delete dataset.contrast;
  else dataset.contrast = "more";
}

/** Somebody is here and choosing. */
function stay() {
  if (page.visit.field && !page.visit.taking && !page.visit.result) page.visit = chose(page.visit.field, Date.now());
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  stay();
  if (event.key === "Escape" && !page.visit.taking) begin();
}
