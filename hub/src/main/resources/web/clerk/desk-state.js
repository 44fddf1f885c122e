// @ts-check
/**
 * What a clerk's desk shows and may do, worked out from the hall alone: after a reload, or a restart of the hub, the
 * desk is where it was.
 *
 * @typedef {import("/lib/hall.js").HallView} HallView
 * @typedef {import("/lib/hall.js").CounterView} CounterView
 * @typedef {import("/lib/hall.js").TicketView} TicketView
 * @typedef {import("/lib/hall.js").Text} Text
 * @typedef {"open" | "close" | "next" | "recall" | "start" | "finish" | "no-show" | "hold" | "resume" | "return"
 *   | "transfer" | "further" | "pause" | "walk-in" | "call"} Verb
 * @typedef {"day-closed" | "choosing" | "paused" | "free" | "called" | "serving"} Mode
 * @typedef {{id: string, prefix: string, field: Text, name: Text}} Service
 *
 * @typedef {object} Plan the part of the plan that a desk needs
 * @property {{timeZone: string}} centre
 * @property {{name: Text, services: {id: string, prefix: string, name: Text}[]}[]} fields
 * @property {{id: number, services: string[]}[]} counters
 * @property {{id: string, name: Text}[]} priorityClasses
 *
 * @typedef {object} Desk
 * @property {Mode} mode
 * @property {CounterView | null} counter where the clerk sits
 * @property {TicketView | null} ticket called to or served at that counter
 * @property {Verb | null} primary the usual next step: Enter
 * @property {Verb[]} others what else may be done now, each by its key
 */

/** Keys beside Enter. They act only while their verb is offered. @type {Partial<Record<Verb, string>>} */
export const KEYS = {
  recall: "R",
  "no-show": "V",
  hold: "T",
  return: "L",
  transfer: "C",
  further: "D",
  pause: "P",
  "walk-in": "K",
};

/** What is not done before the clerk said more: which service, which counter, why. @type {Verb[]} */
export const ASKING = ["pause", "hold", "transfer", "further", "walk-in", "call"];

/** @type {Record<Mode, {primary: Verb | null, others: Verb[]}>} */
const STEPS = {
  "day-closed": { primary: null, others: [] },
  choosing: { primary: null, others: [] },
  paused: { primary: "open", others: ["close"] },
  free: { primary: "next", others: ["walk-in", "pause"] },
  called: { primary: "start", others: ["recall", "no-show", "hold", "transfer", "return"] },
  serving: { primary: "finish", others: ["hold", "transfer", "further", "return"] },
};

/**
 * @param {HallView} hall
 * @param {string} clerk display name
 * @param {number | null} remembered the counter this clerk opened last on this machine
 * @returns {Desk}
 */
export function deskOf(hall, clerk, remembered) {
  const counter = ownCounter(hall, clerk, remembered);
  const ticket = counter?.ticket ?? null;
  const mode = modeOf(hall, counter, ticket);
  return { mode, counter, ticket, ...STEPS[mode] };
}

/**
 * The counter with this clerk's name; the remembered one first, should two officials share a name.
 *
 * @param {HallView} hall
 * @param {string} clerk
 * @param {number | null} remembered
 */
function ownCounter({ counters }, clerk, remembered) {
  const own = counters.filter((counter) => counter.state !== "CLOSED" && counter.clerk === clerk);
  return own.find((counter) => counter.id === remembered) ?? own[0] ?? null;
}

/**
 * @param {HallView} hall
 * @param {CounterView | null} counter
 * @param {TicketView | null} ticket
 * @returns {Mode}
 */
function modeOf(hall, counter, ticket) {
  if (!hall.day) return "day-closed";
  if (!counter) return "choosing";
  if (counter.state === "PAUSED") return "paused";
  if (!ticket) return "free";
  return ticket.state === "SERVING" ? "serving" : "called";
}

/**
 * The verb of a pressed key, if the desk offers it now.
 *
 * @param {Desk} desk
 * @param {string} key as in KeyboardEvent.key
 * @returns {Verb | undefined}
 */
export function verbOf(desk, key) {
  if (key === "Enter") return desk.primary ?? undefined;
  return desk.others.find((verb) => KEYS[verb] === key.toUpperCase());
}

/**
 * A verb carries the ticket that the clerk saw, so that a stale screen is refused and never acts on somebody else.
 *
 * @param {TicketView | null} ticket
 */
export function shown(ticket) {
  return ticket ? { ticket: ticket.id } : {};
}

/**
 * The hall with the counter as the hub just answered, until the feed says the same.
 *
 * @param {HallView} hall
 * @param {CounterView} fresh
 * @returns {HallView}
 */
export function withCounter(hall, fresh) {
  return { ...hall, counters: hall.counters.map((old) => (old.id === fresh.id ? fresh : old)) };
}

/**
 * The services of a plan by id, each with the name of its field.
 *
 * @param {Pick<Plan, "fields">} plan
 * @returns {Map<string, Service>}
 */
export function servicesOf(plan) {
  const all = plan.fields.flatMap((field) =>
    field.services.map(({ id, prefix, name }) => ({ id, prefix, name, field: field.name })),
  );
  return new Map(all.map((service) => [service.id, service]));
}

/**
 * Who waits for a counter, in the counter's order of services.
 *
 * @param {HallView} hall
 * @param {Pick<Plan, "counters">} plan
 * @param {number} counter
 * @returns {{service: string, waiting: number}[]}
 */
export function waitingFor(hall, plan, counter) {
  const own = plan.counters.find(({ id }) => id === counter)?.services ?? [];
  const waiting = new Map(hall.services.map((service) => [service.id, service.waiting]));
  return own.map((service) => ({ service, waiting: waiting.get(service) ?? 0 }));
}

/**
 * The tickets that concern a counter, in the order of arrival: who waits for its services, who is held, and who missed
 * a call.
 *
 * @param {TicketView[]} queue
 * @param {Pick<Plan, "counters">} plan
 * @param {number} counter
 * @returns {{waiting: TicketView[], held: TicketView[], missed: TicketView[]}}
 */
export function listsOf(queue, plan, counter) {
  const own = plan.counters.find(({ id }) => id === counter)?.services ?? [];
  const ours = queue.filter(({ service }) => own.includes(service));
  const inState = (/** @type {string} */ wanted) => ours.filter(({ state }) => state === wanted);
  return { waiting: inState("WAITING"), held: inState("HELD"), missed: inState("NO_SHOW") };
}

/**
 * Who has waited longer than `targetMs`.
 *
 * @param {TicketView[]} waiting
 * @param {number} now the hub's time, ms
 * @param {number} targetMs
 */
export function late(waiting, now, targetMs) {
  return waiting.filter(({ issuedAt }) => now - Date.parse(issuedAt) > targetMs);
}

/**
 * What the visit has behind it and before it: when the number was taken, called and first served, and what follows.
 *
 * @param {TicketView} ticket
 * @returns {({was: "issued" | "called" | "started", at: string} | {then: string})[]} `then` is a service's id
 */
export function stepsOf({ issuedAt, calledAt, startedAt, further = [] }) {
  /** @type {["issued" | "called" | "started", string | undefined][]} */
  const times = [["issued", issuedAt], ["called", calledAt], ["started", startedAt]];
  const past = times.flatMap(([was, at]) => (at ? [{ was, at }] : []));
  // Whoever was put aside while served, and called again, was called after the first start.
  past.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return [...past, ...further.map((then) => ({ then }))];
}

/** @param {{waiting: number}[]} queues */
export function total(queues) {
  return queues.reduce((sum, { waiting }) => sum + waiting, 0);
}

/**
 * Since when the ticket is called or served.
 *
 * @param {TicketView} ticket
 * @param {number} now the hub's time, ms
 * @returns {string} "03:07", or "1:03:07" after an hour
 */
export function running({ calledAt, startedAt }, now) {
  const since = Date.parse(/** @type {string} */ (startedAt ?? calledAt));
  const seconds = Math.max(0, Math.floor((now - since) / 1_000));
  const parts = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, "0"));
  const hours = Math.floor(seconds / 3_600);
  return (hours ? [hours, ...parts] : parts).join(":");
}
