// @ts-check
/**
 * What a host looks after, out of the hall and its tickets; no DOM.
 *
 * @typedef {import("/lib/hall.js").HallView} HallView
 * @typedef {import("/lib/hall.js").HardwareView} HardwareView
 * @typedef {import("/lib/hall.js").TicketView} TicketView
 * @typedef {import("/lib/hall.js").Text} Text
 * @typedef {{id: string, name: Text, open: boolean, waiting: number, usedUp: boolean}} Service
 * @typedef {{id: string, name: Text, services: Service[]}} Field
 * @typedef {"DARK" | "STOPPED" | "IDLE" | "IN_USE"} Screen of a kiosk
 * @typedef {{name: string, printer: HardwareView, bell?: HardwareView}} Kiosk
 */

/** The states of the tickets that a host can do something for. */
export const LOOKED_AT = "WAITING,CALLED,SERVING,HELD,NO_SHOW";

/**
 * The kiosks of the hall: whatever has a printer. Where somebody calls comes first, then where something is wrong.
 *
 * @param {HallView} hall
 * @returns {Kiosk[]}
 */
export function kiosksOf({ hardware = [] }) {
  return hardware
    .filter(({ type }) => type === "PRINTER")
    .map((printer) => ({
      name: printer.device,
      printer,
      bell: hardware.find(({ device, type, condition }) => device === printer.device && type === "BELL" && condition !== "GONE"),
    }))
    .sort((one, other) => urgency(other) - urgency(one) || one.name.localeCompare(other.name, "vi"));
}

/** @param {Kiosk} kiosk */
function urgency({ printer, bell }) {
  if (bell?.condition === "RUNG") return 3;
  if (bell) return 2;
  return printer.condition === "OK" ? 0 : 1;
}

/** Whether a ticket could be printed there now. @param {Kiosk} kiosk */
export function prints({ printer }) {
  return printer.condition === "OK" || printer.condition === "LOW";
}

/** Who waits for somebody to look at their priority, longest first. @param {TicketView[]} tickets */
export function askingOf(tickets) {
  return tickets
    .filter(({ asksPriority, state }) => asksPriority && state === "WAITING")
    .sort((one, other) => one.issuedAt.localeCompare(other.issuedAt));
}

/** Who did not come when called, the latest first. @param {TicketView[]} tickets */
export function missedOf(tickets) {
  return tickets
    .filter(({ state }) => state === "NO_SHOW")
    .sort((one, other) => (other.finishedAt ?? "").localeCompare(one.finishedAt ?? ""));
}

/** Who was served and has not voted: a hand may be needed at the tablet. @param {HallView} hall */
export function ratersOf({ counters }) {
  return counters.flatMap(({ id, toRate }) => (toRate ? [{ counter: id, number: toRate.number }] : []));
}

/**
 * The ticket of a number as a visitor says it: "d12" is D012.
 *
 * @param {TicketView[]} tickets
 * @param {string} said
 */
export function ticketOf(tickets, said) {
  const parts = /^\s*([a-z]{1,2})\s*0*(\d+)\s*$/i.exec(said);
  if (!parts) return null;
  const [, prefix, value] = parts;
  return tickets.find(({ number }) => {
    const known = /^([A-Z]+)0*(\d+)$/.exec(number);
    return known?.[1] === prefix.toUpperCase() && known[2] === value;
  }) ?? null;
}

/**
 * The fields of the plan with what the hall says of their services.
 *
 * @param {{fields: {id: string, name: Text, services: {id: string, name: Text}[]}[]}} plan
 * @param {HallView} hall
 * @returns {Field[]}
 */
export function fieldsOf(plan, hall) {
  const now = new Map(hall.services.map((service) => [service.id, service]));
  return plan.fields.map((field) => ({
    ...field,
    services: field.services.map((service) => {
      const { open = false, waiting = 0, numbersLeft } = now.get(service.id) ?? {};
      return { ...service, open, waiting, usedUp: !open && numbersLeft === 0 };
    }),
  }));
}
