// @ts-check
/**
 * How many wait in each field and how long one who came now would wait, and which of them are on the screen.
 *
 * @typedef {import("/lib/hall.js").Text} Text
 * @typedef {{ likely: number, most: number }} WaitRange minutes
 * @typedef {{ id: string, name: Text, place: number, prefixes: string, waiting: number, range?: WaitRange }} FieldWaiting
 *   `place` is the field's in the plan; `prefixes` are the letters on its tickets, such as "A" or "A B"
 * @typedef {{ shown: FieldWaiting[], page: number, pages: number }} WaitingPage
 */
import { fieldsHere } from "./zone.js";

/** As many as are readable from far. */
export const ON_A_PAGE = 6;
const PAGE_MS = 8_000;

/**
 * @param {{ fields: { id: string, name: Text, services: { id: string, prefix: string }[] }[],
 *   counters: { id: number, services: string[] }[] }} plan
 * @param {import("/lib/hall.js").HallView} hall
 * @param {import("./zone.js").Zone} zone
 * @param {Record<string, WaitRange>} ranges by field
 * @returns {FieldWaiting[]} in the order of the plan
 */
export function waitingByField(plan, hall, zone, ranges) {
  const waiting = new Map(hall.services.map((service) => [service.id, service.waiting]));
  return fieldsHere(zone, plan).map((field) => ({
    id: field.id,
    name: field.name,
    place: plan.fields.indexOf(field),
    prefixes: [...new Set(field.services.map(({ prefix }) => prefix))].join(" "),
    waiting: field.services.reduce((sum, service) => sum + (waiting.get(service.id) ?? 0), 0),
    range: ranges[field.id],
  }));
}

/**
 * Where all fields have room, all are shown; else those for which somebody waits, a page at a time.
 *
 * @param {FieldWaiting[]} fields
 * @param {number} now ms
 * @returns {WaitingPage}
 */
export function pageOf(fields, now) {
  const told = fields.length <= ON_A_PAGE ? fields : fields.filter(({ waiting }) => waiting > 0);
  const pages = Math.max(1, Math.ceil(told.length / ON_A_PAGE));
  const page = Math.floor(now / PAGE_MS) % pages;
  return { shown: told.slice(page * ON_A_PAGE, (page + 1) * ON_A_PAGE), page, pages };
}

/**
 * How much of its place a field's name takes, reckoned from its letters: with a short one the English beside it has two
 * lines, and a long one is written smaller.
 *
 * @param {Text} name
 */
export function lengthOf({ vi }) {
  if (vi.length <= 12) return "short";
  return vi.length <= 32 ? "usual" : "long";
}
