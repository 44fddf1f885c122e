// @ts-check
/**
 * Tells a scanner that types like a keyboard from a person: its keys come faster than anybody types, and end in Enter. No
 * DOM.
 */

/** The slowest scanners pause some 40 ms; the fastest fingers some 80 ms. */
const FAST_MS = 60;
const SHORTEST = 6;
/** More than a QR code holds: what is longer is cut, and is no code then. */
const LONGEST = 3_000;
/** From the third key on nobody doubts: it must not touch what has the focus. */
const CERTAIN = 3;

/**
 * @returns {(key: string, now: number) => {scanning: boolean, code?: string}} to be told of every key, with the time in ms;
 *   `scanning` when it was the scanner's and nobody else is to hear of it, `code` when it ended one
 */
export function wedge() {
  let typed = "";
  let last = -Infinity;
  return (key, now) => {
    if (now - last > FAST_MS) typed = "";
    last = now;
    if (key === "Enter") {
      const code = typed;
      typed = "";
      return code.length < SHORTEST ? { scanning: code.length >= CERTAIN } : { scanning: true, code };
    }
    // Shift and the like have names of several letters.
    if ([...key].length === 1 && typed.length < LONGEST) typed += key;
    return { scanning: typed.length >= CERTAIN };
  };
}
