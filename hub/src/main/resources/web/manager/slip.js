// @ts-check
/**
 * The slip of a day's end: what came of the day, and what the journal was, signed. Paper that leaves the hall shows whether
 * anything before was changed or cut off afterwards.
 *
 * @typedef {object} Checkpoint
 * @property {string} at
 * @property {number} epoch
 * @property {number} seq of the latest step
 * @property {number} count of all steps
 * @property {string} head hash of that step, in hex
 * @property {number} accessSeq of the latest entry of the access log
 * @property {string} accessHead
 * @property {string} signature
 *
 * @typedef {{day: string, total: import("./report.js").Figures, checkpoint: Checkpoint}} Slip
 */

/** A hash or a signature in groups, which two people can compare aloud. @param {string} text */
export function inGroups(text) {
  return text.replace(/(.{8})(?=.)/g, "$1 ");
}

/**
 * The kiosks that could print it now.
 *
 * @param {import("/lib/hall.js").HallView} hall
 * @returns {string[]} their names
 */
export function printersOf({ hardware = [] }) {
  return hardware
    .filter(({ type, condition }) => type === "PRINTER" && (condition === "OK" || condition === "LOW"))
    .map(({ device }) => device)
    .sort((one, other) => one.localeCompare(other, "vi"));
}
