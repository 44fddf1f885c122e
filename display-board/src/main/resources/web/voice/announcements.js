// @ts-check
/**
 * The calls that wait for the voice, oldest first, and the one it speaks. Two never speak at once.
 *
 * @typedef {import("/lib/hall.js").CallView} Call
 * @typedef {import("/lib/hall.js").HallView} HallView
 * @typedef {import("/lib/hall.js").StepView} StepView
 *
 * @typedef {{ speaking?: Call, waiting: readonly Call[] }} Announcements
 */

/** More than this is not news any more: the oldest is left to the list on the screen. */
export const MOST_WAITING = 12;

const CALLING = ["CALLED", "RECALLED"];

/** @type {Announcements} */
export const SILENCE = { waiting: [] };

/**
 * The announcements after a snapshot (no step) or a step. Only a live call joins; a call leaves when its ticket no
 * longer is called: the visitor stands at the counter, or did not come.
 *
 * @param {Announcements} announcements
 * @param {HallView} hall after the step
 * @param {StepView | null} step
 * @param {boolean} live
 * @returns {Announcements}
 */
export function after(announcements, hall, step, live) {
  const waiting = announcements.waiting.filter((call) => stands(call, hall));
  const called = live && CALLING.includes(step?.kind ?? "");
  return { ...announcements, waiting: called ? joined(waiting, hall.calls[0]) : waiting };
}

/**
 * The next announcement begins; what was spoken is over.
 *
 * @param {Announcements} announcements
 * @returns {Announcements}
 */
export function next({ waiting: [first, ...rest] }) {
  return first ? { speaking: first, waiting: rest } : { waiting: [] };
}

/**
 * A recall of a ticket that still waits for its voice adds nothing: it will be heard where it stands.
 *
 * @param {readonly Call[]} waiting
 * @param {Call} call
 */
function joined(waiting, call) {
  const same = waiting.some(({ number, counter }) => number === call.number && counter === call.counter);
  return same ? waiting : [...waiting, call].slice(-MOST_WAITING);
}

/**
 * @param {Call} call
 * @param {HallView} hall
 */
function stands(call, hall) {
  return hall.counters.some(
    ({ id, ticket }) => id === call.counter && ticket?.number === call.number && ticket.state === "CALLED",
  );
}
