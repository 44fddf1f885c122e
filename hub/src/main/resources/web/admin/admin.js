// @ts-check
/** The administrator's and the technician's page: what happens. */
import { render } from "/lib/lit-html/lit-html.js";
import { HubProblem, send } from "/lib/api.js";
import { linkOf, roleOf } from "/lib/device-link.js";
import { questions, quietly } from "/lib/questions.js";
import { signIn, signOut, whoIsHere } from "/lib/staff-session.js";
import { enterDialog } from "/lib/staff-told.js";
import { chooseLanguage, chosenLanguage, turned, words } from "/lib/words.js";
import { view } from "./admin-view.js";
import { markOf } from "./mark.js";
import { same, withAt } from "./plan-draft.js";
import { catalogue } from "./words.js";

const CHECK_MS = 500;
/** After which another code may be typed. */
const CODE_TROUBLES = ["CODE_WRONG", "TOO_MANY_TRIES"];

/** @type {import("./admin-view.js").Page} */
const page = {
  language: chosenLanguage(),
  w: words(catalogue, chosenLanguage()),
  person: undefined,
  room: "plan",
  busy: false,
  problem: null,
  told: null,
  plan: null,
  version: null,
  draft: null,
  changed: false,
  faults: [],
  versions: [],
  devices: [],
  people: [],
  secret: null,
  awaitsCode: null,
  use: "KIOSK",
  usualTicket: { lines: [] },
  ticketWhen: "ALWAYS",
};
/** @type {ReturnType<typeof setTimeout> | undefined} */
let checking;

const asking = questions({ onAsk, onTrouble, onAnswered });
const staff = { onSignedIn, onSignedOut };
const acts = {
  signIn: (/** @type {SubmitEvent} */ event) => asking(() => signIn(event, staff)),
  signOut: () => asking(() => signOut(staff)),
  otherLanguage, enter, edit, save, drop, putAgain, look, chooseMark, proof, chooseUse, addDevice, pair, revoke, addPerson, changePerson, ask, forgetPhone, giveCode, giveUp,
};

chooseLanguage(page.language);
addEventListener("keydown", ({ key }) => key === "Escape" && page.awaitsCode && giveUp());
addEventListener("beforeunload", (event) => page.changed && event.preventDefault());
whoIsHere(staff);

function draw() {
  document.title = `${page.w("title")} · Lượt`;
  render(view(page, acts), document.body);
}

// Who is here.

/** @param {import("/lib/staff-session.js").Person} person */
async function onSignedIn(person) {
  page.person = person;
  page.room = person.role === "ADMIN" ? "plan" : "devices";
  if (person.role === "ADMIN" || person.role === "TECHNICIAN") {
    // Times are told by the hall's clock.
    if (!page.plan && page.room !== "plan") await loadPlan();
    await load();
  }
  draw();
}

function onSignedOut() {
  Object.assign(page, { person: null, awaitsCode: null });
  draw();
}

function otherLanguage() {
  Object.assign(page, turned(catalogue, page.language));
  draw();
}

/** @param {import("./admin-view.js").Room} room */
function enter(room) {
  Object.assign(page, { room, secret: null, told: null });
  return asking(load);
}

/** What the room shows; a plan that is being edited stays. */
async function load() {
  switch (page.room) {
    case "plan":
      if (!page.changed) await loadPlan();
      return;
    case "versions":
      page.versions = (await send("GET", "/api/plan/versions")).body;
      return;
    case "devices":
      page.devices = (await send("GET", "/api/devices")).body;
      return;
    case "people":
      page.people = (await send("GET", "/api/people")).body;
      return;
  }
}

// The plan.

async function loadPlan() {
  const { body, version } = await send("GET", "/api/plan");
  page.usualTicket = (await send("GET", "/lib/ticket.json")).body;
  Object.assign(page, { plan: body, draft: body, version, changed: false, faults: [] });
}

/** @param {any} draft */
function edit(draft) {
  Object.assign(page, { draft, changed: !same(draft, page.plan), told: null });
  clearTimeout(checking);
  checking = setTimeout(check, CHECK_MS);
  draw();
}

/** Faults stand beside their fields while one types. */
async function check() {
  const draft = page.draft;
  // What cannot be checked now is checked when it is saved.
  await quietly(async () => {
    const { faults } = (await send("POST", "/api/plan/check", draft)).body;
    if (draft !== page.draft) return;
    page.faults = faults;
    draw();
  });
}

function save() {
  clearTimeout(checking);
  return asking(() => put(page.draft));
}

/** @param {any} plan */
async function put(plan) {
  const { body, version } = await send("PUT", "/api/plan", plan, { version: page.version ?? undefined });
  Object.assign(page, { plan: body, draft: body, version, changed: false, faults: [], told: page.w("plan.saved") });
}

/** Forgets what was edited and takes what is in force. */
function drop() {
  clearTimeout(checking);
  return asking(loadPlan);
}

/** @param {number} version an older one */
function look(version) {
  return asking(async () => {
    const draft = (await send("GET", `/api/plan/versions/${version}`)).body;
    await loadPlan();
    page.room = "plan";
    edit(draft);
  });
}

/** @param {number} version an older one */
function putAgain(version) {
  return asking(async () => {
    const old = (await send("GET", `/api/plan/versions/${version}`)).body;
    await loadPlan();
    await put(old);
    page.versions = (await send("GET", "/api/plan/versions")).body;
  });
}

/** @param {Event} event */
async function chooseMark(event) {
  const [file] = /** @type {HTMLInputElement} */ (event.target).files ?? [];
  if (!file) return;
  // What is no picture is sent as it is called: the hub says beside the field what it must be.
  edit(withAt(page.draft, "ticket.logo", (await markOf(file)) ?? file.name));
}

/** @param {import("./ticket-paper.js").When} when which ticket is looked at */
function proof(when) {
  page.ticketWhen = when;
  draw();
}

// Devices and people.

/** @param {import("/lib/device-link.js").Use} use of the device that is to be added */
function chooseUse(use) {
  page.use = use;
  draw();
}

/** @param {SubmitEvent} event */
function addDevice(event) {
  const { use } = page;
  return sent(event, async ({ name, counter, zone }) => {
    const { token } = (await send("POST", "/api/devices", { name, role: roleOf(use) })).body;
    const link = linkOf(use, token, { origin: location.origin, counter, zone });
    page.secret = { of: name, words: token, role: use, link };
  });
}

/** Lets in a device that shows a code. @param {SubmitEvent} event */
function pair(event) {
  return sent(event, async (form) => {
    await send("POST", "/api/pairing/confirm", form);
    page.told = page.w("pair.done", { name: form.name });
  });
}

/** @param {string} name */
function revoke(name) {
  return asking(async () => {
    await send("DELETE", `/api/devices/${encodeURIComponent(name)}`);
    await load();
  });
}

/** @param {SubmitEvent} event */
function addPerson(event) {
  return sent(event, async (form, code) => {
    const person = (await send("POST", "/api/people", form, { code })).body;
    page.secret = { of: person.name, words: person.password, role: "", link: null };
  });
}

/**
 * @param {SubmitEvent} event
 * @param {(form: Record<string, any>, code?: string) => Promise<void>} add
 */
function sent(event, add) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const fields = Object.fromEntries(new FormData(form));
  return changing(async (code) => {
    await add(fields, code);
    form.reset();
  });
}

/**
 * Changes something, and asks for a code first when the hub wants to see that the phone is at hand.
 *
 * @param {(code?: string) => Promise<void>} change
 */
async function changing(change) {
  await asking(async () => {
    try {
      await changed(change);
    } catch (problem) {
      if (!(problem instanceof HubProblem && problem.code === "CODE_NEEDED")) throw problem;
      page.awaitsCode = change;
    }
  });
  if (page.awaitsCode) enterDialog();
}

/**
 * @param {(code?: string) => Promise<void>} change
 * @param {string} [code]
 */
async function changed(change, code) {
  await change(code);
  page.awaitsCode = null;
  // Whoever changed their own account may be signed out now.
  if (page.person) await load();
}

/** @param {SubmitEvent} event */
async function giveCode(event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.target);
  const code = String(new FormData(form).get("code"));
  form.reset();
  const change = page.awaitsCode;
  await asking(async () => change && changed(change, code));
  if (page.awaitsCode) enterDialog();
}

/** Nothing was changed; while a code is under way, nobody knows yet. */
function giveUp() {
  if (page.busy) return;
  Object.assign(page, { awaitsCode: null, problem: null });
  draw();
}

/**
 * @param {string} name
 * @param {{displayName: string, role: string}} change
 */
function changePerson(name, change) {
  return changing(async (code) => {
    await send("PUT", `/api/people/${encodeURIComponent(name)}`, change, { code });
  });
}

/**
 * @param {string} name
 * @param {"password" | "disable" | "enable" | "sign-out"} what
 */
function ask(name, what) {
  return changing(async (code) => {
    const answer = await send("POST", `/api/people/${encodeURIComponent(name)}/${what}`, undefined, { code });
    if (what === "password") page.secret = { of: name, words: answer.body.password, role: "", link: null };
  });
}

/** For a phone that was lost. @param {string} name */
function forgetPhone(name) {
  return changing(async (code) => {
    await send("DELETE", `/api/people/${encodeURIComponent(name)}/second-factor`, undefined, { code });
    if (name !== page.person?.name) return;
    page.told = page.w("people.own-phone-gone");
    onSignedOut();
  });
}

function onAsk() {
  Object.assign(page, { busy: true, problem: null, told: null });
  draw();
}

/** @param {import("/lib/questions.js").Trouble} trouble */
function onTrouble(trouble) {
  page.problem = trouble;
  if (!(trouble instanceof HubProblem)) return;
  if (trouble.faults.length) page.faults = trouble.faults;
  if (!CODE_TROUBLES.includes(trouble.code)) page.awaitsCode = null;
  if (page.person && trouble.status === 401) page.person = null;
}

function onAnswered() {
  page.busy = false;
  draw();
}
