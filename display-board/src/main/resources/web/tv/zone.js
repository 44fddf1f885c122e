// @ts-check
/**
 * The part of the hall that a television is for, out of its address: `?counters=1-6,9` for what these counters call,
 * `?fields=dat-dai,ho-tich` for the tickets of these fields. Without either it is for all.
 *
 * @typedef {{ counters?: Set<number>, fields?: Set<string> }} Zone
 * @typedef {{ fields: { id: string, services: { id: string }[] }[], counters: { id: number, services: string[] }[] }} Plan
 */

/**
 * @param {string} search the address from its question mark on
 * @returns {Zone | undefined} undefined when nobody could say what it means
 */
export function zoneOf(search) {
  const asked = new URLSearchParams(search);
  const counters = asked.has("counters") ? countersOf(asked.get("counters") ?? "") : undefined;
  const fields = asked.has("fields") ? (asked.get("fields") ?? "").split(",").filter(Boolean) : undefined;
  if (counters?.length === 0 || fields?.length === 0) return undefined;
  return { counters: counters && new Set(counters), fields: fields && new Set(fields) };
}

/**
 * @param {string} list such as "1-6,9"
 * @returns {number[]} empty when it is no such list
 */
function countersOf(list) {
  const parts = list.split(",").map((part) => part.match(/^([1-9]\d?)(?:-([1-9]\d?))?$/));
  if (!parts.every(Boolean)) return [];
  return parts.flatMap((part) => {
    const [, first, last = first] = /** @type {RegExpMatchArray} */ (part);
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => Number(first) + at);
  });
}

/**
 * Whether a call is shown and spoken here.
 *
 * @param {Zone} zone
 * @param {Plan | undefined} plan undefined while it has not come: a zone of fields waits for it
 * @param {{ counter: number, service: string }} call
 */
export function isHere({ counters, fields }, plan, { counter, service }) {
  if (counters && !counters.has(counter)) return false;
  return !fields || (plan?.fields ?? []).some((field) => fields.has(field.id) && serves(field, service));
}

/**
 * The fields whose waiting visitors are told of here: the zone's own, or those that its counters serve.
 *
 * @template {Plan} T
 * @param {Zone} zone
 * @param {T} plan
 * @returns {T["fields"][number][]}
 */
export function fieldsHere({ counters, fields }, plan) {
  const served = new Set(plan.counters.filter(({ id }) => counters?.has(id)).flatMap(({ services }) => services));
  return plan.fields.filter(
    (field) => (!fields || fields.has(field.id)) && (!counters || field.services.some(({ id }) => served.has(id))),
  );
}

/**
 * @param {{ services: { id: string }[] }} field
 * @param {string} service
 */
function serves({ services }, service) {
  return services.some(({ id }) => id === service);
}
