// @ts-check
/**
 * How numbers are read aloud, as names of clips. The rules are a language's own, in its manifest; this only follows them.
 * Ticket numbers are capital letters and then digits, of which the zeros in front are spoken: "A025" is "A không hai mươi
 * lăm".
 *
 * @typedef {object} Rule how numbers from `from` on are read, up to the next rule
 * @property {number} from
 * @property {number} [by] what the number is divided by
 * @property {string[]} say names of clips; "{n}" is the clip named like the number, "{round}" the clip named like the
 *   number without its rest, "{times}" the quotient read by the rules "number", and "{another}" the number read by those
 *   rules
 * @property {string} [rest] rules that read what the division leaves, unless that is 0
 *
 * @typedef {Record<string, Rule[]>} Rules the lists "number" and whatever they name
 * @typedef {{ ticket: "number" | "digits" } & Rules} Reading whether the digits of a ticket are read as a number
 */

/** Rules that name each other in a circle end here, and not with the television. */
const DEEPEST = 20;

/**
 * Reads a ticket number such as "A025".
 *
 * @param {string} number
 * @param {Reading} reading
 * @returns {string[]}
 */
export function ticketWords(number, reading) {
  const [, letters, zeros, rest] = /^([A-Z]*)(0*)(\d{0,6})$/.exec(number) ?? unreadable(number);
  if (reading.ticket === "digits") return [...number];
  return [...letters, ...zeros, ...(rest ? numberWords(Number(rest), reading) : [])];
}

/**
 * Reads a number, such as that of a counter.
 *
 * @param {number} n
 * @param {Reading} reading
 * @returns {string[]}
 */
export function numberWords(n, reading) {
  return words(n, "number", reading, 0);
}

/**
 * @param {number} n
 * @param {string} name of a list of rules
 * @param {Reading} reading
 * @param {number} depth
 * @returns {string[]}
 */
function words(n, name, reading, depth) {
  const rule = [...(reading[name] ?? [])].reverse().find(({ from }) => from <= n);
  if (!rule || depth > DEEPEST) return unreadable(`${n} (${name})`);
  const rest = rule.by && rule.rest ? n % rule.by : 0;
  return [
    ...rule.say.flatMap((word) => spoken(word, n, rule, reading, depth + 1)),
    ...(rest ? words(rest, /** @type {string} */ (rule.rest), reading, depth + 1) : []),
  ];
}

/**
 * @param {string} word
 * @param {number} n
 * @param {Rule} rule
 * @param {Reading} reading
 * @param {number} depth
 * @returns {string[]}
 */
function spoken(word, n, { by = 1 }, reading, depth) {
  if (!word.startsWith("{")) return [word];
  if (word === "{n}") return [String(n)];
  if (word === "{round}") return [String(n - (n % by))];
  if (word === "{times}") return words(Math.floor(n / by), "number", reading, depth);
  return words(n, word.slice(1, -1), reading, depth);
}

/**
 * @param {string} number
 * @returns {never}
 */
function unreadable(number) {
  throw new RangeError(`cannot be read: ${number}`);
}
