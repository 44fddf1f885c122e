// @ts-check
/** Eight letters of an appointment, as the hub writes them: O is 0, I and L are 1, and there is no U. No DOM. */

const LENGTH = 8;

/**
 * @param {string} typed
 * @param {string} key of the keyboard on the screen: a letter or digit, "back" or "clear"
 */
export function lettered(typed, key) {
  switch (key) {
    case "clear":
      return "";
    case "back":
      return typed.slice(0, -1);
    default:
      return `${typed}${letter(key)}`.slice(0, LENGTH);
  }
}

/** @param {string} typed */
export function isWhole(typed) {
  return typed.length === LENGTH;
}

/** With a hyphen in the middle and a line for every letter that is missing, as it stands on the confirmation. @param {string} typed */
export function grouped(typed) {
  const letters = typed.padEnd(LENGTH, "_");
  return `${letters.slice(0, LENGTH / 2)}-${letters.slice(LENGTH / 2)}`;
}

/** @param {string} key */
function letter(key) {
  const upper = key.toUpperCase().replace("O", "0").replace(/[IL]/, "1");
  return /^[0-9A-TV-Z]$/.test(upper) ? upper : "";
}
