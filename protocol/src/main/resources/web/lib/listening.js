// @ts-check
/**
 * What a listener of the feed knows and when it must worry, without socket or timer: every message and every tick of a
 * clock gives the next state and the news for the page.
 *
 * @typedef {import("./hall.js").HallView} HallView
 * @typedef {import("./hall.js").StepView} StepView
 * @typedef {{code: string, messageVi: string, messageEn: string}} Refused
 * @typedef {{type: "snapshot", hall: HallView, epoch: number} | {type: "step", step: StepView, live: boolean}
 *   | {type: "beat", seq: number, at: string} | ({type: "refused"} & Refused)} FeedMessage
 *
 * @typedef {object} Listening
 * @property {HallView | null} hall null until the first snapshot
 * @property {number} epoch the life of the hub's store that the hall is of
 * @property {number} heardAt when the hub was heard last, ms
 * @property {boolean} lost whether the page was told that the hub is away
 * @property {number} tries connections tried since the hub was heard last
 * @property {boolean} refused whether the hub's last word was a refusal: it is there, but not for us
 *
 * @typedef {{kind: "hall", hall: HallView, step: StepView | null, live: boolean} | {kind: "back"}
 *   | {kind: "lost", ageMs: number} | {kind: "refused", problem: Refused}} News
 *
 * @typedef {{next: Listening, news: News[]}} Outcome
 */
import { after } from "./hall.js";

/** The hub beats every 5 s; after two missed beats and a bit nobody should trust the screen. */
export const SILENCE_MS = 12_000;

const SHORTEST_WAIT_MS = 250;
/** A screen is right within two seconds after the hub is back, however long it was away. */
const LONGEST_WAIT_MS = 1_500;
/** Who is refused waits for somebody to mend the token or to update the page. */
const REFUSED_WAIT_MS = 30_000;

/**
 * @param {number} now ms
 * @returns {Listening}
 */
export function begin(now) {
  return { hall: null, epoch: 0, heardAt: now, lost: false, tries: 0, refused: false };
}

/**
 * @param {Listening} was
 * @returns {Listening}
 */
export function trying(was) {
  return { ...was, tries: was.tries + 1 };
}

/**
 * @param {Listening} was
 * @param {FeedMessage} message
 * @param {number} now ms
 * @returns {Outcome}
 */
export function heard(was, message, now) {
  switch (message.type) {
    case "snapshot":
      return drawn({ ...was, epoch: message.epoch }, now, message.hall, null, false);
    case "step":
      return isNews(was, message.step)
        ? drawn(was, now, after(/** @type {HallView} */ (was.hall), message.step), message.step, message.live)
        : listened(was, now);
    case "beat":
      return listened(was, now);
    case "refused":
      return refused(was, now, message);
  }
}

/**
 * @param {Listening} was
 * @param {StepView} step
 */
function isNews(was, step) {
  return was.hall !== null && step.seq > was.hall.seq;
}

/**
 * @param {Listening} was
 * @param {number} now
 * @returns {Outcome}
 */
function listened(was, now) {
  return {
    next: { ...was, heardAt: now, lost: false, tries: 0, refused: false },
    news: was.lost ? [{ kind: "back" }] : [],
  };
}

/**
 * @param {Listening} was
 * @param {number} now
 * @param {HallView} hall
 * @param {StepView | null} step
 * @param {boolean} live
 * @returns {Outcome}
 */
function drawn(was, now, hall, step, live) {
  const { next, news } = listened(was, now);
  return { next: { ...next, hall }, news: [...news, { kind: "hall", hall, step, live }] };
}

/**
 * Whoever is refused starts afresh: what it held may be what the hub did not like.
 *
 * @param {Listening} was
 * @param {number} now
 * @param {Refused} message
 * @returns {Outcome}
 */
function refused(was, now, { code, messageVi, messageEn }) {
  const { next, news } = listened(was, now);
  return {
    next: { ...next, hall: null, refused: true },
    news: [...news, { kind: "refused", problem: { code, messageVi, messageEn } }],
  };
}

/**
 * To be asked about once a second.
 *
 * @param {Listening} was
 * @param {number} now ms
 * @returns {Outcome}
 */
export function tick(was, now) {
  const ageMs = now - was.heardAt;
  if (ageMs < SILENCE_MS || was.refused) return { next: was, news: [] };
  return { next: { ...was, lost: true }, news: [{ kind: "lost", ageMs }] };
}

/**
 * How long to wait before the next connection: doubles up to 8 s, with jitter so that a hall full of screens does not
 * come back in one instant.
 *
 * @param {Listening} state
 * @param {number} random 0 to 1
 * @returns {number} ms
 */
export function waitBeforeNext({ refused, tries }, random) {
  const longest = refused ? REFUSED_WAIT_MS : Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** tries);
  return longest * (0.5 + random / 2);
}

/**
 * @param {string} view hall, board, kiosk, counter/N or tablet/N
 * @param {Listening} state
 */
export function feedPath(view, { hall, epoch }) {
  const since = hall ? `&since=${hall.seq}&epoch=${epoch}` : "";
  return `/feed?view=${encodeURIComponent(view)}${since}`;
}
