// @ts-check
/**
 * What a manager reads off the hall as it is now.
 *
 * @typedef {import("/lib/hall.js").HallView} HallView
 * @typedef {import("/lib/hall.js").TicketView} TicketView
 * @typedef {import("/lib/hall.js").Text} Text
 * @typedef {{likely: number, most: number}} WaitRange minutes
 * @typedef {{least: number, middle: number, most: number}} CountRange
 * @typedef {{days: string[], arrivals?: CountRange, fields: Record<string, CountRange>, called: number}} NextHour
 * @typedef {{services: Record<string, WaitRange>, fields: Record<string, WaitRange>}} WaitsView
 *
 * @typedef {object} Plan
 * @property {{name: Text, timeZone: string}} centre
 * @property {{id: string, name: Text, services: {id: string, prefix: string, name: Text}[]}[]} fields
 * @property {{id: number, services: string[]}[]} counters
 *
 * @typedef {object} FieldNow
 * @property {string} id
 * @property {number} place in the plan, for its mark
 * @property {Text} name
 * @property {number} waiting
 * @property {number} longestMs since its oldest waiting ticket was taken; 0 when nobody waits
 * @property {WaitRange | undefined} expected of somebody who came now
 * @property {number} open counters that serve it now
 */

/** QĐ 468/QĐ-TTg: nobody should wait longer. */
export const TARGET_MS = 15 * 60_000;

/**
 * @param {Plan} plan
 * @param {HallView} hall
 * @param {TicketView[]} queue
 * @param {WaitsView | null} waits
 * @param {number} now the hub's time, ms
 * @returns {FieldNow[]}
 */
export function fieldsNow(plan, hall, queue, waits, now) {
  const open = new Set(hall.counters.filter(({ state }) => state === "OPEN").map(({ id }) => id));
  return plan.fields.map((field, place) => {
    const own = new Set(field.services.map(({ id }) => id));
    return {
      id: field.id,
      place,
      name: field.name,
      waiting: sum(hall.services.filter(({ id }) => own.has(id)).map(({ waiting }) => waiting)),
      longestMs: longestMs(queue.filter(({ service }) => own.has(service)), now),
      expected: waits?.fields[field.id],
      open: plan.counters.filter(({ id, services }) => open.has(id) && services.some((service) => own.has(service)))
        .length,
    };
  });
}

/**
 * @param {TicketView[]} queue
 * @param {number} now
 */
export function longestMs(queue, now) {
  const waiting = queue.filter(({ state }) => state === "WAITING");
  return Math.max(0, ...waiting.map(({ issuedAt }) => now - Date.parse(issuedAt)));
}

/**
 * Who has waited longer than the target, longest first.
 *
 * @param {TicketView[]} queue
 * @param {number} now
 */
export function overTarget(queue, now) {
  return queue
    .filter(({ state, issuedAt }) => state === "WAITING" && now - Date.parse(issuedAt) > TARGET_MS)
    .sort((a, b) => Date.parse(a.issuedAt) - Date.parse(b.issuedAt));
}

/**
 * @param {HallView} hall
 * @returns {{open: number, free: number, paused: number, closed: number}}
 */
export function countersNow({ counters }) {
  const open = counters.filter(({ state }) => state === "OPEN");
  return {
    open: open.length,
    free: open.filter(({ ticket }) => !ticket).length,
    paused: counters.filter(({ state }) => state === "PAUSED").length,
    closed: counters.filter(({ state }) => state === "CLOSED").length,
  };
}

/**
 * Hardware that somebody has to look after: what stands still first, then what runs low.
 *
 * @param {HallView} hall
 */
export function troubles({ hardware = [] }) {
  return hardware
    .filter(({ condition }) => condition !== "OK")
    .sort((a, b) => Number(a.condition === "LOW") - Number(b.condition === "LOW"));
}

/**
 * Services whose numbers run out today, the fewest first.
 *
 * @param {HallView} hall
 */
export function fewNumbers({ services }) {
  return services
    .flatMap(({ id, numbersLeft }) => (numbersLeft === undefined ? [] : [{ id, left: numbersLeft }]))
    .sort((a, b) => a.left - b.left);
}

/**
 * How many may wait in an hour, if as many come as on the days looked at and as many are called as in the last hour.
 *
 * @param {number} waiting now
 * @param {NextHour} next
 * @returns {{least: number, most: number} | undefined} undefined when there is no day to look at
 */
export function waitingInAnHour(waiting, { arrivals, called }) {
  if (!arrivals) return undefined;
  const left = (/** @type {number} */ come) => Math.max(0, waiting + come - called);
  return { least: left(arrivals.least), most: left(arrivals.most) };
}

/** @param {number[]} numbers */
export function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Whole minutes that are over. @param {number} ms */
export function minutes(ms) {
  return Math.floor(ms / 60_000);
}
