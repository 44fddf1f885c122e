// @ts-check
/**
 * What the display above one desk says.
 *
 * @typedef {"closed" | "free" | "called" | "serving"} State
 * @typedef {{ state: State, number?: string, service?: string }} Desk
 */

/**
 * @param {import("/lib/hall.js").HallView} hall
 * @param {number} id the counter's number
 * @returns {Desk | undefined} undefined when the hall has no such counter
 */
export function desk({ counters }, id) {
  const counter = counters.find((counter) => counter.id === id);
  if (!counter) return undefined;
  if (counter.state !== "OPEN") return { state: "closed" };
  switch (counter.ticket?.state) {
    case "CALLED":
      return { state: "called", ...whom(counter.ticket) };
    case "SERVING":
      return { state: "serving", ...whom(counter.ticket) };
    default:
      return { state: "free" };
  }
}

/** @param {import("/lib/hall.js").TicketView} ticket */
function whom({ number, service }) {
  return { number, service };
}

/**
 * The counter an address such as /counter/?n=3 asks for.
 *
 * @param {string} search the address from its question mark on
 * @returns {number | undefined} undefined when it names none
 */
export function counterOf(search) {
  const n = new URLSearchParams(search).get("n") ?? "";
  return /^[1-9]\d?$/.test(n) ? Number(n) : undefined;
}
