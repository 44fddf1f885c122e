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
 * @typedef {{outcome: "DONE" | "NOT_DONE" | "UNKNOWN", why?: import("/lib/hall.js").Text}} Printed what a kiosk says
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

/**
 * What the manager is told of the paper. Where nobody knows whether it came out, a second one is not printed unasked.
 *
 * @param {string} kiosk
 * @param {Printed} printed
 * @param {import("/lib/words.js").Language} language
 * @returns {import("/lib/staff-told.js").Note}
 */
export function noteOf(kiosk, { outcome, why }, language) {
  switch (outcome) {
    case "DONE":
      return { tone: "calm", key: "slip-printed", values: { kiosk } };
    case "NOT_DONE":
      return { tone: "warn", key: "slip-not-printed", values: { kiosk, why: why ? why[language] : "" } };
    case "UNKNOWN":
      return { tone: "warn", key: "slip-unknown", values: { kiosk, why: why ? why[language] : "" } };
  }
}
