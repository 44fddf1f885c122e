// @ts-check
/** Where staff record the voice of the hall: what happens. What it shows is in record-view.js. */
import { render } from "/lib/lit-html/lit-html.js";
import { HubAway, HubProblem, send } from "/lib/api.js";
import * as staffSession from "/lib/staff-session.js";
import { chooseLanguage, chosenLanguage, words } from "/lib/words.js";
import { Voice } from "/voice/voice.js";
import { file } from "/voice/speech.js";
import { canRecord, listen, samplesOf } from "./microphone.js";
import { view } from "./record-view.js";
import { clipOf } from "./take.js";
import { catalogue } from "./words.js";

const MAY_RECORD = ["MANAGER", "ADMIN"];

/** @type {import("./record-view.js").Page} */
const page = {
  language: chosenLanguage(),
  w: words(catalogue, chosenLanguage()),
  person: undefined,
  canRecord,
  settings: null,
  manifests: {},
  pack: "",
  recording: null,
  busy: false,
  heard: "",
  note: null,
};

/** @type {{stop(): void} | null} */
let microphone = null;
/** @type {Voice | null} */
let voice = null;
const staff = { onSignedIn, onSignedOut: () => show({ person: null }) };

chooseLanguage(page.language);
draw();
staffSession.whoIsHere(staff);

function draw() {
  document.title = `${page.w("title")} · Lượt`;
  render(view(page, { choose, forget, hear, hearClip, otherLanguage, record, signIn, signOut, stop, take }), document.body);
}

// Who is here.

/** @param {{displayName: string, role: string}} person */
async function onSignedIn(person) {
  if (!MAY_RECORD.includes(person.role)) {
    await send("DELETE", "/api/session");
    return show({ person: null, note: { key: "not-yours" } });
  }
  await loadPacks();
  voice ??= new Voice({ onBlocked: () => {} });
  show({ person, note: null });
}

/** @param {SubmitEvent} event */
function signIn(event) {
  return asking(() => staffSession.signIn(event, staff));
}

function signOut() {
  return asking(() => staffSession.signOut(staff));
}

function otherLanguage() {
  const language = page.language === "vi" ? "en" : "vi";
  chooseLanguage(language);
  show({ language, w: words(catalogue, language) });
}

// The packs.

async function loadPacks() {
  const settings = (await send("GET", "/voice/voice.json")).body;
  const found = await Promise.allSettled(
    settings.languages.map((/** @type {string} */ language) => send("GET", `/voice/${language}/manifest.json`)),
  );
  const manifests = found.flatMap((one) => (one.status === "fulfilled" ? [one.value.body] : []));
  page.settings = settings;
  page.manifests = Object.fromEntries(manifests.map((manifest) => [manifest.language, manifest]));
  page.pack ||= settings.languages[0];
}

/** @param {string} pack */
function choose(pack) {
  show({ pack, heard: "", note: null });
}

/** @param {SubmitEvent} event */
function hear(event) {
  event.preventDefault();
  const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
  const call = { number: String(form.get("number")).toUpperCase().trim(), counter: Number(form.get("counter")) };
  return asking(async () => {
    voice?.refresh();
    const speech = await voice?.speech(call, { languages: [page.pack], times: 1 });
    if (!speech) return;
    show({ heard: speech.text });
    await voice?.say(speech);
  });
}

/** @param {string} clip */
function hearClip(clip) {
  return asking(async () => {
    await voice?.say({ parts: [file(page.pack, clip, page.settings?.recorded?.[page.pack])], text: "", volume: 1 });
  });
}

// Recording.

/** @param {string} clip */
async function record(clip) {
  await asking(async () => {
    const recording = await listen();
    microphone = recording;
    show({ recording: clip, busy: false });
    const samples = await recording.done;
    show({ recording: null });
    await keep(clip, samples);
  });
  show({ recording: null });
}

function stop() {
  microphone?.stop();
}

/**
 * @param {string} clip
 * @param {File} recording
 */
function take(clip, recording) {
  return asking(async () => keep(clip, await samplesOf(recording)));
}

/**
 * @param {string} clip
 * @param {Float32Array} samples
 */
async function keep(clip, samples) {
  const wav = clipOf(samples);
  if (!wav) return show({ note: { key: "silence" } });
  await put(`/api/voice/${page.pack}/${clip}`, wav);
  await loadPacks();
  voice?.refresh();
  show({ note: { key: "kept", words: page.manifests[page.pack].clips[clip].text } });
}

/** @param {string} clip */
function forget(clip) {
  return asking(async () => {
    await send("DELETE", `/api/voice/${page.pack}/${clip}`);
    await loadPacks();
    voice?.refresh();
  });
}

/**
 * @param {string} path
 * @param {ArrayBuffer} wav
 */
async function put(path, wav) {
  const answer = await fetch(path, { method: "PUT", headers: { "Content-Type": "audio/wav" }, body: wav }).catch((cause) => {
    throw new HubAway(cause);
  });
  if (answer.ok) return;
  throw new HubProblem(answer.status, await answer.json());
}

/**
 * Does one thing at a time, and says in words what went wrong.
 *
 * @param {() => Promise<unknown>} work
 */
async function asking(work) {
  if (page.busy || page.recording) return;
  show({ busy: true, note: null });
  try {
    await work();
  } catch (problem) {
    show({ note: noteOf(problem) });
  } finally {
    show({ busy: false });
  }
}

/**
 * @param {any} problem
 * @returns {import("./record-view.js").Note}
 */
function noteOf(problem) {
  if (problem instanceof HubProblem) return { problem };
  if (problem instanceof HubAway) return { key: "away" };
  if (problem instanceof RangeError) return { key: "unreadable" };
  if (problem?.name === "NotAllowedError" || problem?.name === "NotFoundError") return { key: "no-microphone" };
  if (problem?.name === "EncodingError") return { key: "no-sound" };
  throw problem;
}

/** @param {Partial<import("./record-view.js").Page>} change */
function show(change) {
  Object.assign(page, change);
  draw();
}
