// @ts-check
/**
 * What the kiosk shows and when it goes back to the beginning; no DOM.
 *
 * @typedef {import("/lib/hall.js").Text} Text
 * @typedef {object} Service
 * @property {string} id
 * @property {Text} name
 * @property {number} waiting
 * @property {boolean} open
 * @property {string} [opensAt]
 * @property {number[]} counters
 * @property {{likely: number, most: number}} [waits] minutes
 * @property {number} [numbersLeft] absent while there are enough
 * @property {{from: string, to: string}[]} hours of the open day
 * @property {Text[]} papers
 * @typedef {{id: string, name: Text, letter: string, place: number, services: Service[],
 *   results?: string}} Field results: id of the service where finished results are collected
 * @typedef {object} KioskState what the agent says, see PageState.java
 * @property {boolean} hub
 * @property {boolean} offline numbers are given without the hub
 * @property {Text} [barred] why the hub does not talk to this kiosk
 * @property {string} [pairingCode] lets this kiosk in, typed at the hub
 * @property {boolean} outdated hub and kiosk are of different versions
 * @property {string} [day]
 * @property {string} printer
 * @property {boolean} canPrint
 * @property {Text} printerMessage
 * @property {Text} technicianMessage
 * @property {Text} [centre]
 * @property {string} [hotline]
 * @property {string} [timeZone]
 * @property {"RUNG" | "COMING"} [bell] somebody calls a person here
 * @property {Text[]} priorityClasses
 * @property {string[]} unwanted numbers on paper that the hub did not take in
 * @property {Field[]} fields
 * @typedef {{at: string, callableFrom: string, arrival: "EARLY" | "IN_TIME" | "LATE"}} Appointment
 * @typedef {{number: string, statusUrl: string, counters: number[], ahead: number, token: string, service: string,
 *   appointment?: Appointment}} Ticket
 * @typedef {{number: string, service: Text, state: string, ahead: number, counter?: number,
 *   waits?: {likely: number, most: number}}} TicketStatus
 * @typedef {object} Scan what the agent says of a scanned code, see ScanView.java
 * @property {"CARD" | "APPOINTMENT" | "RECEIPT" | "TICKET" | "UNKNOWN"} kind
 * @property {string} scan its name, for the touch that follows
 * @property {Text} [priorityClass] what a card proves
 * @property {string[]} services where results are collected
 * @property {TicketStatus} [ticket] absent when the hub does not know it
 * @typedef {{scan: string, name?: Text, priority: boolean}} Card what goes with the touch that follows
 * @typedef {{outcome: "ISSUED" | "NOT_ISSUED" | "ASK_STAFF", ticket?: Ticket, offline?: boolean, message?: Text,
 *   priority?: "ASKED" | "TELL_STAFF"}} Result priority: what became of the wish for it
 * @typedef {object} Visit what one visitor did so far
 * @property {string} [field] id of the chosen field
 * @property {string} [typed] what is searched for; absent when nothing is
 * @property {string} [coding] what is typed of an appointment's code; absent when none is
 * @property {boolean} [collecting] looks for where a result is collected
 * @property {number} [page] of a list that is longer than the screen
 * @property {Scan} [scan] what was scanned, while that is shown
 * @property {Card} [card] what was scanned before
 * @property {boolean} [taking] a ticket is being taken
 * @property {Result} [result]
 * @property {number} [ends] when the kiosk goes back to the beginning, in ms; absent at the beginning
 * @typedef {"starting" | "agent" | "barred" | "hub" | "day" | "hours" | "quota" | "printer"} Stop why no number can be taken
 * @typedef {{name: "stop", why: Stop} | {name: "fields"} | {name: "services", field: Field} | {name: "taking"}
 *   | {name: "search", typed: string} | {name: "code", typed: string} | {name: "collect"} | {name: "scan", scan: Scan}
 *   | {name: "done" | "staff" | "refused", result: Result}} Screen
 */

/** A visitor who walked away leaves the kiosk to the next one after this. */
const CHOOSING_MS = 20_000;
const READING_MS = 15_000;
/** A number that is not on paper has to be copied or scanned. */
const COPYING_MS = 60_000;

/** @type {Visit} */
export const IDLE = Object.freeze({});

/** @param {string} field @param {number} now @param {Card} [card] @returns {Visit} */
export function chose(field, now, card) {
  return { field, ...(card && { card }), ends: now + CHOOSING_MS };
}

/** Somebody is here and choosing. @param {Visit} visit @param {number} now @returns {Visit} */
export function stayed(visit, now) {
  const choosing = visit.ends !== undefined && !visit.taking && !visit.result;
  return choosing ? { ...visit, ends: now + CHOOSING_MS } : visit;
}

/** The same, and something else about what is shown. @param {Visit} visit @param {Partial<Visit>} more @param {number} now @returns {Visit} */
export function turned(visit, more, now) {
  return visit.taking || visit.result ? visit : { ...visit, ...more, ends: now + CHOOSING_MS };
}

/** @param {Visit} visit @returns {Visit} */
export function touched(visit) {
  return { field: visit.field, ...(visit.card && { card: visit.card }), taking: true };
}

/**
 * A code was scanned: an appointment becomes a ticket at once, a card without priority only goes with the next touch.
 * Nothing disturbs a ticket that is being taken.
 *
 * @param {Visit} visit
 * @param {Scan} scan
 * @param {number} now
 * @returns {Visit}
 */
export function scanned(visit, scan, now) {
  if (visit.taking) return visit;
  const ends = now + CHOOSING_MS;
  /** @type {Card} */
  const card = { scan: scan.scan, priority: false };
  switch (scan.kind) {
    case "APPOINTMENT":
      return { card, taking: true };
    case "CARD":
      return scan.priorityClass ? { scan, card: { ...card, name: scan.priorityClass }, ends } : { card, ends };
    case "RECEIPT":
    case "TICKET":
    case "UNKNOWN":
      return { scan, ends };
  }
}

/** Whether the holder of a card takes the priority that it proves. @param {Visit} visit @param {boolean} priority @param {number} now @returns {Visit} */
export function answered({ card }, priority, now) {
  return card ? { card: { ...card, priority }, ends: now + CHOOSING_MS } : IDLE;
}

/** @param {Result} result @param {number} now @returns {Visit} */
export function ended(result, now) {
  const unprinted = result.outcome === "ASK_STAFF" && result.ticket !== undefined;
  return { result, ends: now + (unprinted ? COPYING_MS : READING_MS) };
}

/** The visit at the time `now`: the same, or over. @param {Visit} visit @param {number} now @returns {Visit} */
export function after(visit, now) {
  return visit.ends !== undefined && now >= visit.ends ? IDLE : visit;
}

/** @param {Visit} visit @param {number} now */
export function secondsLeft(visit, now) {
  return visit.ends === undefined ? 0 : Math.max(0, Math.ceil((visit.ends - now) / 1_000));
}

/**
 * What to show. How a touch ended is shown to its end, whatever happened meanwhile; a new touch is not offered unless it
 * would end with a ticket.
 *
 * @param {KioskState | null} state null before the agent spoke
 * @param {boolean} agent whether the agent answers
 * @param {Visit} visit
 * @returns {Screen}
 */
export function screenOf(state, agent, visit) {
  if (visit.result) return resultScreen(visit.result);
  if (visit.taking) return { name: "taking" };
  const why = stopOf(state, agent);
  if (visit.scan && (!why || isOnlyTold(visit.scan))) return { name: "scan", scan: visit.scan };
  if (why) return { name: "stop", why };
  if (visit.coding !== undefined) return { name: "code", typed: visit.coding };
  if (visit.typed !== undefined) return { name: "search", typed: visit.typed };
  if (visit.collecting) return { name: "collect" };
  const field = state?.fields.find(({ id }) => id === visit.field);
  return field ? { name: "services", field } : { name: "fields" };
}

/**
 * Whether somebody is there, for staff who are elsewhere.
 *
 * @param {Screen} screen
 * @param {Visit} visit
 * @returns {"STOPPED" | "IDLE" | "IN_USE"}
 */
export function use(screen, visit) {
  if (screen.name === "stop") return "STOPPED";
  return visit.ends !== undefined || visit.taking ? "IN_USE" : "IDLE";
}

/** Whether nobody takes a number by it. @param {Scan} scan */
function isOnlyTold({ kind }) {
  return kind === "TICKET" || kind === "UNKNOWN";
}

/** @param {Result} result @returns {Screen} */
function resultScreen(result) {
  switch (result.outcome) {
    case "ISSUED":
      return { name: "done", result };
    case "ASK_STAFF":
      return { name: "staff", result };
    case "NOT_ISSUED":
      return { name: "refused", result };
  }
}

/**
 * @param {KioskState | null} state
 * @param {boolean} agent
 * @returns {Stop | null}
 */
function stopOf(state, agent) {
  if (!state) return agent ? "starting" : "agent";
  if (!agent) return "agent";
  if (state.barred) return "barred";
  if (!state.hub && !state.offline) return "hub";
  if (!state.day) return "day";
  if (!state.canPrint) return "printer";
  return state.fields.length > 0 && !state.fields.some(isOpen) ? allClosed(state.fields) : null;
}

/** @param {Field[]} fields @returns {Stop} */
function allClosed(fields) {
  return fields.every(({ services }) => services.every(isUsedUp)) ? "quota" : "hours";
}

/**
 * Whether anybody can take a number in this field now.
 *
 * @param {Field} field
 */
export function isOpen(field) {
  return field.services.some(({ open }) => open);
}

/** Before this many minutes from the end of its hours a service is told to close soon. */
const SOON_MINUTES = 30;

/**
 * When an open service stops giving numbers, if that is soon.
 *
 * @param {Service} service
 * @param {string} time in the hall, such as "11:12"
 * @returns {string | null}
 */
export function closing(service, time) {
  const ends = service.hours
    .map(({ from, to }) => ({ from: from.slice(0, 5), to: to.slice(0, 5) === "00:00" ? "24:00" : to.slice(0, 5) }))
    .find(({ from, to }) => from <= time && time < to)?.to;
  return ends && minutes(ends) - minutes(time) <= SOON_MINUTES ? ends : null;
}

/** @param {string} time */
function minutes(time) {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** The time in the hall. @param {number} now ms @param {string} [timeZone] */
export function hallTime(now, timeZone) {
  return new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }).format(now);
}

/** Whether a service gives no numbers any more today because all are given. @param {Service} service */
export function isUsedUp(service) {
  return !service.open && service.numbersLeft === 0;
}

/**
 * When a closed service takes visitors again.
 *
 * @param {Service} service
 * @param {string} [today] the open business day, such as "2026-11-23"
 * @returns {{when: "unknown"} | {when: "today", time: string} | {when: "later", time: string, day: string}}
 */
export function opening(service, today) {
  if (!service.opensAt) return { when: "unknown" };
  const [date, clock] = service.opensAt.split("T");
  const time = clock.slice(0, 5);
  if (date === today) return { when: "today", time };
  const [, month, day] = date.split("-");
  return { when: "later", time, day: `${day}/${month}` };
}
