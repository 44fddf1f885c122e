// @ts-check
/**
 * Which calls the television shows, and which of them large.
 *
 * @typedef {import("/lib/hall.js").CallView} Call
 * @typedef {{ call: Call, awaited: boolean }} Recent `awaited` while it waits for its voice
 * @typedef {{ open: boolean, large?: Call, announced: boolean, recent: Recent[] }} Calls
 */

/** As many as are readable from the last row of chairs. */
export const RECENT = 5;

/**
 * What is being spoken is shown large until it has been said; newer calls stand in the list meanwhile. Nothing is
 * shown while no business day is open.
 *
 * @param {import("/lib/hall.js").HallView} hall
 * @param {import("/voice/announcements.js").Announcements} announcements
 * @returns {Calls}
 */
export function calls(hall, { speaking, waiting }) {
  if (!hall.day) return { open: false, announced: false, recent: [] };
  const large = speaking ?? hall.calls[0];
  const awaited = new Set(waiting.map(({ number }) => number));
  return {
    open: true,
    large,
    announced: speaking !== undefined,
    recent: hall.calls
      .filter(({ number }) => number !== large?.number)
      .slice(0, RECENT)
      .map((call) => ({ call, awaited: awaited.has(call.number) })),
  };
}
