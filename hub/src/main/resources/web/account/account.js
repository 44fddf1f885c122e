// @ts-check
/** One's own account: the password, and the second factor. What it shows is in account-view.js. */
import { render } from "/lib/lit-html/lit-html.js";
import { HubAway, send } from "/lib/api.js";
import { questions, quietly } from "/lib/questions.js";
import * as staffSession from "/lib/staff-session.js";
import { chooseLanguage, chosenLanguage, turned, words } from "/lib/words.js";
import { view } from "./account-view.js";
import { refusalOf, stageOf, wayBack } from "./stage.js";
import { catalogue } from "./words.js";

/** @type {import("./account-view.js").Page} */
const page = {
  language: chosenLanguage(),
  w: words(catalogue, chosenLanguage()),
  person: null,
  codeNeeded: false,
  offered: null,
  note: null,
  busy: false,
  back: wayBack(new URLSearchParams(location.search).get("then")),
};

const asking = questions({ onAsk, onTrouble, onAnswered });
const refused = new URLSearchParams(location.search).get("refused");
if (refused !== null) page.note = { text: page.w(`refused.${refusalOf(refused)}`), done: false };
chooseLanguage(page.language);
draw();
whoAmI();

function draw() {
  document.title = `${page.w("title")} · Lượt`;
  render(view(page, { signIn, changePassword, offer, confirm, signOut, otherLanguage }), document.body);
}

async function whoAmI() {
  await quietly(async () => {
    page.person = await staffSession.here();
  });
  draw();
}

/** @param {SubmitEvent} event */
function signIn(event) {
  const form = fields(event);
  return asking(async () => {
    page.person = (await send("POST", "/api/session", form)).body;
    page.codeNeeded = false;
    if (stageOf(page) === "account") location.assign(page.back);
  });
}

/** @param {SubmitEvent} event */
function changePassword(event) {
  const { present, next, again } = fields(event);
  if (next !== again) {
    say(page.w("password.differ"), false);
    return;
  }
  return asking(async () => {
    await send("PUT", "/api/session/password", { present, next });
    Object.assign(page, { person: null, offered: null });
    say(page.w("password.changed"), true);
  });
}

function offer() {
  return asking(async () => {
    page.offered = (await send("POST", "/api/session/second-factor")).body;
  });
}

/** @param {SubmitEvent} event */
function confirm(event) {
  const { password, code } = fields(event);
  return asking(async () => {
    await send("PUT", "/api/session/second-factor", { password, secret: page.offered?.secret, code });
    page.offered = null;
    if (stageOf(page) === "must-set") location.assign(page.back);
    else say(page.w("second.done"), true);
  });
}

/** Whoever owes something may leave it to another hour, and the desk to a colleague. */
function signOut() {
  const onSignedOut = () => Object.assign(page, { person: null, codeNeeded: false, offered: null });
  return asking(() => staffSession.signOut({ onSignedOut }));
}

function otherLanguage() {
  Object.assign(page, turned(catalogue, page.language));
  draw();
}

/** @param {SubmitEvent} event @returns {Record<string, string>} */
function fields(event) {
  event.preventDefault();
  return Object.fromEntries(
    [...new FormData(/** @type {HTMLFormElement} */ (event.target))].map(([name, value]) => [name, String(value)]),
  );
}

/**
 * @param {string} text
 * @param {boolean} done
 */
function say(text, done) {
  page.note = { text, done };
  draw();
}

function onAsk() {
  Object.assign(page, { busy: true, note: null });
  draw();
}

/** @param {import("/lib/questions.js").Trouble} trouble */
function onTrouble(trouble) {
  if (trouble instanceof HubAway) return say(page.w("away"), false);
  page.codeNeeded ||= trouble.code === "CODE_NEEDED";
  say(trouble.words(page.language), false);
}

function onAnswered() {
  page.busy = false;
  draw();
}
