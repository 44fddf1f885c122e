// @ts-check
/**
 * What a device is for, and the address that it opens with its token.
 *
 * @typedef {"KIOSK" | "TV" | "COUNTER" | "TABLET" | "LED"} Use
 * @typedef {"KIOSK" | "BOARD" | "TABLET"} Role
 */

/** @type {Use[]} */
export const USES = ["KIOSK", "TV", "COUNTER", "TABLET", "LED"];

/** @type {Role[]} */
export const ROLES = ["KIOSK", "BOARD", "TABLET"];

/**
 * @param {Use} use
 * @returns {Role} as which the hub lets it in
 */
export function roleOf(use) {
  switch (use) {
    case "KIOSK":
    case "TABLET":
      return use;
    case "TV":
    case "COUNTER":
    case "LED":
      return "BOARD";
  }
}

/**
 * @param {Use} use
 * @param {string} token
 * @param {{origin: string, counter?: string, zone?: string}} where the hub; the device's counter; a television's
 *   counters, such as "1-6,9"
 * @returns {string | null} null for a device with a program of its own, which reads its token from a file
 */
export function linkOf(use, token, { origin, counter = "1", zone = "" }) {
  switch (use) {
    case "TV":
      return `${origin}/tv/${zone && `?counters=${encodeURIComponent(zone)}`}#token=${token}`;
    case "COUNTER":
      return `${origin}/counter/?n=${counter}#token=${token}`;
    case "TABLET":
      return `${origin}/tablet/?n=${counter}#token=${token}`;
    case "KIOSK":
    case "LED":
      return null;
  }
}
