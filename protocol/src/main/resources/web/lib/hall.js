// @ts-check
/**
 * The hall as a listener of the feed sees it: the JSON of vn.luot.protocol.message, and the one rule that changes it.
 * Times are RFC 3339 texts. A field marked "?" is absent, never null.
 *
 * @typedef {"OPEN" | "PAUSED" | "CLOSED"} CounterState
 * @typedef {"WAITING" | "CALLED" | "SERVING" | "HELD" | "SERVED" | "NO_SHOW" | "CANCELLED" | "VOIDED"
 *   | "UNSERVED"} TicketState
 * @typedef {"DAY_OPENED" | "DAY_CLOSED" | "COUNTER_OPENED" | "COUNTER_CLOSED" | "ISSUED" | "CALLED" | "RECALLED"
 *   | "STARTED" | "FINISHED" | "NO_SHOW" | "RATED" | "COUNTER_PAUSED" | "HELD" | "RESUMED" | "RETURNED" | "TRANSFERRED"
 *   | "FURTHER_ADDED" | "CONTINUED" | "WALKED_IN" | "CANCELLED" | "VOIDED" | "REPRINTED" | "PRIORITY_ASKED" | "PRIORITY_DECIDED" | "UNSERVED" | "LEASED"
 *   | "PUSHED_BACK" | "HARDWARE_CHANGED" | "PLAN_CHANGED" | "VOTE_VOIDED"} StepKind
 * @typedef {{vi: string, en: string}} Text
 * @typedef {{id: number, number: string, service: string, state: TicketState, counter?: number, priorityClass?: string,
 *   language?: string, files: number, issuedAt: string, calledAt?: string, startedAt?: string, finishedAt?: string,
 *   calls: number, token?: string, asksPriority?: boolean, further?: string[]}} TicketView
 * @typedef {{id: string, waiting: number, open: boolean, opensAt?: string,
 *   numbersLeft?: number}} ServiceView
 * @typedef {{id: number, state: CounterState, clerk?: string, ticket?: TicketView, toRate?: TicketView}} CounterView
 * @typedef {"OK" | "LOW" | "OUT" | "JAM" | "COVER" | "RUNG" | "CLOCK_SKEW" | "GONE" | "REMOVED"} HardwareCondition
 * @typedef {{device: string, name: string, type: "PRINTER" | "BOARD" | "SCANNER" | "KEYPAD" | "BELL" | "CLOCK",
 *   condition: HardwareCondition, detail?: string, since: string}} HardwareView
 * @typedef {{number: string, service: string, counter: number, at: string, calls: number, language?: string}} CallView
 * @typedef {{seq: number, at: string, day?: string, services: ServiceView[], counters: CounterView[],
 *   calls: CallView[], hardware?: HardwareView[]}} HallView
 * @typedef {{seq: number, at: string, kind: StepKind, day?: string, ticket?: TicketView, counter?: CounterView,
 *   service?: ServiceView, left?: ServiceView, hardware?: HardwareView}} StepView
 */

export const LAST_CALLS = 12;

/**
 * The hall after `step`, which must be the next one its listener was sent. Same rule as HallView.after in Java.
 *
 * @param {HallView} hall
 * @param {StepView} step
 * @returns {HallView}
 */
export function after(hall, step) {
  return {
    seq: step.seq,
    at: step.at,
    day: step.day,
    services: replaced(replaced(hall.services, step.service), step.left),
    counters: replaced(hall.counters, step.counter),
    calls: callsAfter(hall.calls, step),
    ...(hall.hardware && { hardware: hardwareAfter(hall.hardware, step.hardware) }),
  };
}

/**
 * Whether the step calls a person to a counter: the only steps that are spoken.
 *
 * @param {StepView} step
 */
export function isCall(step) {
  return step.kind === "CALLED" || step.kind === "RECALLED";
}

/**
 * @template {{id: unknown}} T
 * @param {T[]} all
 * @param {T | undefined} fresh
 */
function replaced(all, fresh) {
  return fresh ? all.map((old) => (old.id === fresh.id ? fresh : old)) : all;
}

/**
 * @param {HardwareView[]} all by device and name
 * @param {HardwareView | undefined} fresh
 */
function hardwareAfter(all, fresh) {
  if (!fresh) return all;
  const others = all.filter((old) => old.device !== fresh.device || old.name !== fresh.name);
  const left = fresh.condition === "REMOVED" ? others : [...others, fresh];
  return left.sort((a, b) => compare(a.device, b.device) || compare(a.name, b.name));
}

/**
 * As Java compares texts.
 *
 * @param {string} a
 * @param {string} b
 */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * @param {CallView[]} calls newest first
 * @param {StepView} step
 * @returns {CallView[]}
 */
function callsAfter(calls, step) {
  if (step.kind === "DAY_OPENED") return [];
  if (!isCall(step)) return calls;
  const call = callOf(step);
  return [call, ...calls.filter((old) => old.number !== call.number)].slice(0, LAST_CALLS);
}

/**
 * The call of a calling step.
 *
 * @param {StepView} step
 * @returns {CallView}
 */
export function callOf({ at, ticket }) {
  const { number, service, counter, calls, language } = /** @type {Required<TicketView>} */ (ticket);
  return { number, service, counter, at, calls, language };
}
