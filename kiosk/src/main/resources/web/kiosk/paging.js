// @ts-check
/**
 * Lists in pages: a thumb finds "more" where a trembling one does not find a scroll bar.
 *
 * @template T
 * @param {T[]} list
 * @param {number} room how many fit on the screen
 * @param {number} [page] from 0; beyond the last it begins again
 * @returns {{shown: T[], pages: number, page: number, more: number}} more: how many come after those that are shown
 */
export function paged(list, room, page = 0) {
  const pages = Math.max(1, Math.ceil(list.length / room));
  const at = page % pages;
  const shown = list.slice(at * room, (at + 1) * room);
  return { shown, pages, page: at, more: list.length - at * room - shown.length };
}

/**
 * How many tiles are shown at once. Fields first lose a line of the other language, then two of them go at a time.
 *
 * @param {"fields" | "services" | "found"} what
 * @param {{large: boolean, low: boolean}} look
 * @param {number} [squeeze] how often they were found not to fit
 */
export function roomFor(what, look, squeeze = 0) {
  const fewer = what === "fields" ? 2 * Math.max(0, squeeze - 1) : squeeze;
  return Math.max(1, usualRoom(what, look) - fewer);
}

/**
 * @param {"fields" | "services" | "found"} what
 * @param {{large: boolean, low: boolean}} look
 */
function usualRoom(what, { large, low }) {
  switch (what) {
    case "fields":
      return low ? (large ? 4 : 8) : large ? 12 : 20;
    case "services":
      return low ? (large ? 2 : 4) : large ? 4 : 7;
    case "found":
      return low ? (large ? 1 : 2) : large ? 3 : 5;
  }
}

/** Up to so many services have large tiles. @param {{large: boolean, low: boolean}} look */
export function fewOn({ large, low }) {
  return low ? 1 : large ? 2 : 5;
}
