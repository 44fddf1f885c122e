// @ts-check
/**
 * How many wait in each field, in the order of the plan.
 *
 * @typedef {import("/lib/hall.js").Text} Text
 * @typedef {{ id: string, name: Text, prefixes: string, waiting: number }} FieldWaiting `prefixes` are the letters on
 *   the field's tickets, such as "A" or "A B"
 */

/**
 * @param {{ fields: { id: string, name: Text, services: { id: string, prefix: string }[] }[] }} plan
 * @param {import("/lib/hall.js").HallView} hall
 * @returns {FieldWaiting[]}
 */
export function waitingByField(plan, hall) {
  const waiting = new Map(hall.services.map((service) => [service.id, service.waiting]));
  return plan.fields.map(({ id, name, services }) => ({
    id,
    name,
    prefixes: [...new Set(services.map(({ prefix }) => prefix))].join(" "),
    waiting: services.reduce((sum, service) => sum + (waiting.get(service.id) ?? 0), 0),
  }));
}
