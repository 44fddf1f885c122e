// @ts-check
/** Brings a new centre up, from the code on the hub's console to its first ticket: what happens. */
import { render } from "/lib/lit-html/lit-html.js";
import { HubProblem, send } from "/lib/api.js";
import { questions } from "/lib/questions.js";
import { chooseLanguage, chosenLanguage, turned, words } from "/lib/words.js";
import { chosen, countersFor, devicesOf, draftOf, planOf } from "./draft.js";
import { view } from "./setup-view.js";
import { catalogue } from "./words.js";

const AGAIN_MS = 500;
/** What the hub finds fault with only when it makes the centre. */
const OF_THE_ADMIN = ["NAME_INVALID", "PASSWORD_TOO_EASY"];

/** @type {import("./setup-view.js").Page} */
const page = {
  language: chosenLanguage(),
  w: words(catalogue, chosenLanguage()),
  step: "loading",
  code: "",
  sample: null,
  draft: null,
  admin: { displayName: "", name: "", password: "", again: "" },
  busy: false,
  problem: null,
  faults: [],
  devices: [],
};

const asking = questions({ onAsk, onTrouble, onAnswered });

chooseLanguage(page.language);
begin();

function draw() {
  document.title = `${page.w("title")} · Lượt`;
  const acts = { otherLanguage, tryCode, change, addField, counters, back, next, make };
  render(view(page, acts), document.body);
}

async function begin() {
  draw();
  await asking(async () => {
    page.sample = (await send("GET", "/api/setup")).body.sample;
    page.draft = draftOf(page.sample);
    page.step = "code";
  });
  // Whoever comes back to a centre that is set up already.
  if (page.problem instanceof HubProblem) Object.assign(page, { step: "over", problem: null });
  draw();
}

function otherLanguage() {
  Object.assign(page, turned(catalogue, page.language));
  draw();
}

/** @param {SubmitEvent} event */
function tryCode(event) {
  event.preventDefault();
  return asking(async () => {
    await send("POST", "/api/setup/code", undefined, { token: page.code });
    go("centre");
  });
}

/** @param {() => void} edit changes the draft or the administrator */
function change(edit) {
  edit();
  draw();
}

/** @param {string} vi */
function addField(vi) {
  const name = vi.trim();
  if (name) page.draft?.fields.push({ name: { vi: name, en: name }, chosen: true, results: true });
  draw();
}

/** @param {number} count */
function counters(count) {
  if (page.draft) page.draft.counters = countersFor(page.draft, Math.min(99, Math.max(1, count)));
  draw();
}

/** @param {import("./setup-view.js").Step} step */
function go(step) {
  Object.assign(page, { step, problem: null, faults: [] });
  draw();
  window.scrollTo(0, 0);
  document.querySelector("h1")?.focus();
}

function back() {
  const steps = /** @type {const} */ (["centre", "fields", "counters", "admin", "devices", "review"]);
  go(steps[Math.max(0, steps.indexOf(/** @type {any} */ (page.step)) - 1)]);
}

/** @param {SubmitEvent} event */
function next(event) {
  event.preventDefault();
  const draft = /** @type {import("./draft.js").Draft} */ (page.draft);
  switch (page.step) {
    case "centre":
      return go("fields");
    case "fields":
      if (!chosen(draft).length) return faulty((w) => w("fields.none"));
      draft.counters = countersFor(draft, draft.counters.length);
      return go("counters");
    case "counters":
      return checkPlan();
    case "admin":
      return page.admin.password === page.admin.again ? go("devices") : faulty((w) => w("admin.differs"));
    default:
      return go("review");
  }
}

/** @param {(w: import("/lib/words.js").Words) => string} say */
function faulty(say) {
  page.faults = [{ path: "", vi: say(words(catalogue, "vi")), en: say(words(catalogue, "en")) }];
  draw();
}

function checkPlan() {
  return asking(async () => {
    const { faults } = (await send("POST", "/api/setup/check", plan(), { token: page.code })).body;
    if (faults.length) page.faults = faults;
    else go("admin");
  });
}

function plan() {
  return planOf(/** @type {import("./draft.js").Draft} */ (page.draft), page.sample);
}

function make() {
  return asking(async () => {
    const { name, displayName, password } = page.admin;
    const draft = /** @type {import("./draft.js").Draft} */ (page.draft);
    const body = { plan: plan(), admin: { name, displayName, password }, devices: devicesOf(draft) };
    page.devices = (await send("POST", "/api/setup", body, { token: page.code })).body.devices;
    go("starting");
    await untilReady();
    await send("POST", "/api/session", { name, password });
    page.admin.password = page.admin.again = "";
    go("done");
  });
}

/** The hub takes the port over from the set-up. */
async function untilReady() {
  for (;;) {
    try {
      if ((await fetch("/health/ready")).ok) return;
    } catch {
      // Between the two nobody listens.
    }
    await new Promise((wake) => setTimeout(wake, AGAIN_MS));
  }
}

function onAsk() {
  Object.assign(page, { busy: true, problem: null, faults: [] });
  draw();
}

/** @param {import("/lib/questions.js").Trouble} trouble */
function onTrouble(trouble) {
  page.problem = trouble;
  page.faults = trouble instanceof HubProblem ? trouble.faults : [];
  // Back to where it is mended; what was typed is still there.
  if (trouble instanceof HubProblem && OF_THE_ADMIN.includes(trouble.code)) page.step = "admin";
}

function onAnswered() {
  page.busy = false;
  draw();
}
