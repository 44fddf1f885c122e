// @ts-check
/**
 * Which calls the television shows, and which of them large.
 *
 * @typedef {import("/lib/hall.js").CallView} Call
 * @typedef {{ day?: string, calls: Call[] }} Lately this zone's calls of the day, newest first
 * @typedef {{ call: Call, awaited: boolean }} Recent `awaited` while it waits for its voice
 * @typedef {{ open: boolean, large?: Call, announced: boolean, recent: Recent[] }} Calls
 */

/** As many as are readable from the last row of chairs. */
export const RECENT = 5;

/** What is being spoken is kept although newer calls have come. */
const KEPT = RECENT + 1;

/** @type {Lately} */
export const NOTHING_YET = { calls: [] };

/**
 * This zone's calls after the hall told of all: other zones' calls push none of them out.
 *
 * @param {Lately} lately
 * @param {import("/lib/hall.js").HallView} hall
 * @param {(call: Call) => boolean} isHere
 * @returns {Lately}
 */
export function remember(lately, hall, isHere) {
  const before = hall.day === lately.day ? lately.calls : [];
  const fresh = hall.calls.filter(isHere);
  const numbers = new Set(fresh.map(({ number }) => number));
  const calls = [...fresh, ...before.filter(({ number }) => !numbers.has(number))];
  return { day: hall.day, calls: calls.slice(0, KEPT) };
}

/**
 * What is being spoken is shown large until it has been said; newer calls stand in the list meanwhile. Nothing is
 * shown while no business day is open.
 *
 * @param {Lately} lately
 * @param {import("/voice/announcements.js").Announcements} announcements
 * @returns {Calls}
 */
export function calls({ day, calls }, { speaking, waiting }) {
  if (!day) return { open: false, announced: false, recent: [] };
  const large = speaking ?? calls[0];
  const awaited = new Set(waiting.map(({ number }) => number));
  return {
    open: true,
    large,
    announced: speaking !== undefined,
    recent: calls
      .filter(({ number }) => number !== large?.number)
      .slice(0, RECENT)
      .map((call) => ({ call, awaited: awaited.has(call.number) })),
  };
}
