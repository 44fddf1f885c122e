// @ts-check
/** The television of the hall: shows the calls, speaks them, tells how many wait, and what the centre has to say. */
import { send } from "/lib/api.js";
import { deviceToken } from "/lib/device-token.js";
import { openFeed } from "/lib/feed.js";
import { render } from "/lib/lit-html/lit-html.js";
import { orPaired } from "/lib/pairing.js";
import { SILENCE, after, next } from "/voice/announcements.js";
import { SILENT, Voice, seconds } from "/voice/voice.js";
import { NOTHING_YET, remember } from "./calls.js";
import { isOfTheHub, planLoader } from "./plan.js";
import { page } from "./screen.js";
import { NO_TURN, over, slidesOf, turned } from "./slides.js";
import { isHere, zoneOf } from "./zone.js";

const WAITS_MS = 15_000;
const FILES_MS = 60_000;

const token = deviceToken();

/** @type {import("./screen.js").Screen} */
const screen = {
  zone: zoneOf(location.search),
  lately: NOTHING_YET,
  ranges: {},
  files: [],
  turn: NO_TURN,
  announcements: SILENCE,
  speaking: "",
  spoken: "",
  blocked: false,
};
const slideEnds = {
  ended: () => show({ turn: over(screen.turn, slides(), Date.now()) }),
  // Asked for again with the next list.
  broken: (/** @type {string} */ address) =>
    show({ files: screen.files.filter(({ file }) => !address.includes(encodeURIComponent(file))) }),
};

/** The header and the waiting lists need it. */
const loadPlan = planLoader(token, (plan) => {
  show({ plan });
  // A zone of fields knows its calls only now.
  if (screen.hall) show({ lately: remember(screen.lately, screen.hall, isOurs) });
});

const voice = new Voice({ onBlocked: (blocked) => show({ blocked }) });

openFeed({
  view: "board",
  token,
  onHall,
  onLost: (lostFor) => show({ lostFor }),
  onBack: () => show({ lostFor: undefined }),
  onRefused: orPaired((refused) => show({ refused })),
});
setInterval(() => show({}), 1_000);
again(WAITS_MS, async () => show({ ranges: (await send("GET", "/api/waits", undefined, { token })).body.fields }));
again(FILES_MS, async () => show({ files: (await send("GET", "/playlist/list.json")).body }));

/** @type {import("/lib/feed.js").FeedListener["onHall"]} */
function onHall(hall, step, live) {
  if (!step) loadPlan();
  const speaks = live && isOurs(hall.calls[0]);
  show({
    hall,
    refused: undefined,
    lately: remember(screen.lately, hall, isOurs),
    announcements: after(screen.announcements, hall, step, speaks),
  });
  if (!screen.announcements.speaking) announce();
}

/** @param {import("/lib/hall.js").CallView | undefined} call */
function isOurs(call) {
  return call !== undefined && screen.zone !== undefined && isHere(screen.zone, screen.plan, call);
}

/**
 * Asks now and then; what was answered last stays until it is.
 *
 * @param {number} ms
 * @param {() => Promise<void>} ask
 */
function again(ms, ask) {
  const asked = () =>
    ask().catch((failure) => {
      if (!isOfTheHub(failure)) throw failure;
    });
  asked();
  setInterval(asked, ms);
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
  screen.turn = turned(screen.turn, slides(), Date.now());
  render(page(screen, slideEnds), document.body);
}

function slides() {
  return slidesOf(screen.plan, screen.files, screen.hall?.day);
}
