// @ts-check
/** The television of the hall: shows the calls, speaks them, and tells how many wait. */
import { send, HubAway, HubProblem } from "/lib/api.js";
import { deviceToken } from "/lib/device-token.js";
import { openFeed } from "/lib/feed.js";
import { render } from "/lib/lit-html/lit-html.js";
import { SILENCE, after, next } from "/voice/announcements.js";
import { SILENT, Voice, seconds } from "/voice/voice.js";
import { untilAnswered } from "./asking.js";
import { page } from "./screen.js";

const token = deviceToken();

/** @type {import("./screen.js").Screen} */
const screen = { announcements: SILENCE, speaking: "", spoken: "", blocked: false };

let loadingPlan = false;

const voice = new Voice({ onBlocked: (blocked) => show({ blocked }) });

openFeed({
  view: "board",
  token,
  onHall,
  onLost: (lostFor) => show({ lostFor }),
  onBack: () => show({ lostFor: undefined }),
  onRefused: (refused) => show({ refused }),
});
setInterval(() => show({}), 1_000);

/** @type {import("/lib/feed.js").FeedListener["onHall"]} */
function onHall(hall, step, live) {
  if (!step) loadPlan();
  show({ hall, refused: undefined, announcements: after(screen.announcements, hall, step, live) });
  if (!screen.announcements.speaking) announce();
}

/** The header and the waiting lists need it, and another snapshot may not come for hours. */
async function loadPlan() {
  if (loadingPlan) return;
  loadingPlan = true;
  try {
    const answer = await untilAnswered(() => send("GET", "/api/plan", undefined, { token }), isOfTheHub, seconds);
    show({ plan: answer.body });
  } finally {
    loadingPlan = false;
  }
}

/** @param {unknown} failure */
function isOfTheHub(failure) {
  return failure instanceof HubAway || failure instanceof HubProblem;
}

/** Speaks the calls that wait, one after the other, each on the screen as long as it is spoken. */
async function announce() {
  show({ announcements: next(screen.announcements) });
  const call = screen.announcements.speaking;
  if (!call) return;
  await speak(call);
  announce();
}

/** @param {import("/lib/hall.js").CallView} call */
async function speak(call) {
  try {
    const speech = await voice.speech(call);
    show({ speaking: speech.text });
    const heard = await voice.say(speech);
    show({ speaking: "", spoken: heard ? speech.text : screen.spoken });
  } catch (e) {
    console.error(`The call of ${call.number} is only shown, it could not be spoken.`, e);
    await seconds(SILENT);
    show({ speaking: "" });
  }
}

/** @param {Partial<import("./screen.js").Screen>} change */
function show(change) {
  Object.assign(screen, change);
  render(page(screen), document.body);
}
