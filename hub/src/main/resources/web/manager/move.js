// @ts-check
/**
 * What moving services between counters would do to the waits.
 *
 * @typedef {import("./live.js").WaitRange} WaitRange
 * @typedef {{before: Record<string, WaitRange>, after: Record<string, WaitRange>}} Effect by service, as the hub plays it
 * @typedef {{service: string, before?: WaitRange, after?: WaitRange, better: boolean}} Change
 */

/**
 * The services whose wait would change, the greatest change first. A wait that nobody can tell is absent: an hour that
 * nobody knows counts as much as one that is known.
 *
 * @param {Effect} effect
 * @returns {Change[]}
 */
export function changes({ before, after }) {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((service) => ({ service, before: before[service], after: after[service] }))
    .filter(({ before, after }) => before?.likely !== after?.likely || before?.most !== after?.most)
    .map((change) => ({ ...change, better: weight(change.after) < weight(change.before) }))
    .sort((a, b) => Math.abs(difference(b)) - Math.abs(difference(a)));
}

/**
 * The counter's services with one more or one less; the order of the others stays.
 *
 * @param {string[]} services
 * @param {string} service
 */
export function toggled(services, service) {
  return services.includes(service) ? services.filter((one) => one !== service) : [...services, service];
}

/** @param {{before?: WaitRange, after?: WaitRange}} change */
function difference({ before, after }) {
  return weight(after) - weight(before);
}

/** @param {WaitRange | undefined} range */
function weight(range) {
  return range ? range.likely + range.most : 2 * 60;
}
