// @ts-check
/**
 * What came of letting others go first: the place in the line may look the same.
 *
 * @typedef {"" | "done" | "nobody"} Pushed
 * @typedef {Pick<import("./phone.js").Status, "state" | "ahead">} Place
 */

/**
 * @param {Place} before as the hub had it right before
 * @param {Place} after
 * @returns {Pushed}
 */
export function cameOf(before, after) {
  if (after.state !== "WAITING") return "";
  return after.ahead > before.ahead ? "done" : "nobody";
}

/**
 * Nobody reads of those ahead once the number is called, served or given up.
 *
 * @param {Pushed} pushed
 * @param {Place | "NOT_FOUND" | null} ticket
 * @returns {Pushed}
 */
export function stands(pushed, ticket) {
  return ticket !== null && ticket !== "NOT_FOUND" && ticket.state === "WAITING" ? pushed : "";
}
