// @ts-check
/**
 * How numbers are read aloud, as names of clips. One reader a language; a language's manifest says which words its
 * clips speak. Ticket numbers are capital letters and then digits, of which the zeros in front are spoken: "A025" is
 * "A không hai mươi lăm".
 *
 * @typedef {object} Reader
 * @property {(number: string) => string[]} ticket reads a number such as "A025"
 * @property {(counter: number) => string[]} counter reads the number of a counter, 1 to 99
 */

/** @type {Record<string, Reader>} */
export const readers = {
  vi: { ticket: vietnameseTicket, counter: vietnamese },
  en: { ticket: (number) => [...number], counter: english },
};

/** @param {string} number */
function vietnameseTicket(number) {
  const [, letters, zeros, rest] = /^([A-Z]*)(0*)(\d{0,6})$/.exec(number) ?? unreadable(number);
  return [...letters, ...zeros, ...(rest ? vietnamese(Number(rest)) : [])];
}

/**
 * @param {number} n 1 to 999,999
 * @returns {string[]}
 */
function vietnamese(n) {
  if (n < 100) return belowHundred(n);
  if (n < 1000) return [digit(n / 100), "hundred", ...afterHundred(n % 100)];
  return [...vietnamese(Math.floor(n / 1000)), "thousand", ...afterThousand(n % 1000)];
}

/** 105 is "một trăm lẻ năm": an empty place for the tens is spoken. @param {number} n 0 to 99 */
function afterHundred(n) {
  if (n === 0) return [];
  return n < 10 ? ["odd", digit(n)] : belowHundred(n);
}

/** 1005 is "một nghìn không trăm lẻ năm": so is one for the hundreds. @param {number} n 0 to 999 */
function afterThousand(n) {
  if (n === 0) return [];
  return n < 100 ? ["0", "hundred", ...afterHundred(n)] : vietnamese(n);
}

/** @param {number} n 1 to 99 */
function belowHundred(n) {
  if (n < 10) return [digit(n)];
  if (n < 20) return ["10", ...unitAfterTen(n % 10)];
  return [digit(n / 10), "tens", ...unitAfterTens(n % 10)];
}

/** 15 is "mười lăm". @param {number} unit */
function unitAfterTen(unit) {
  if (unit === 0) return [];
  return [unit === 5 ? "five-after-ten" : digit(unit)];
}

/** 21 is "hai mươi mốt", 24 "hai mươi tư". @param {number} unit */
function unitAfterTens(unit) {
  if (unit === 1) return ["one-after-tens"];
  if (unit === 4) return ["four-after-tens"];
  return unitAfterTen(unit);
}

/** @param {number} n 1 to 99 */
function english(n) {
  if (n < 20) return [String(n)];
  return n % 10 === 0 ? [String(n)] : [String(n - (n % 10)), digit(n % 10)];
}

/** @param {number} n */
function digit(n) {
  return String(Math.floor(n));
}

/**
 * @param {string} number
 * @returns {never}
 */
function unreadable(number) {
  throw new RangeError(`not a ticket number: ${number}`);
}
