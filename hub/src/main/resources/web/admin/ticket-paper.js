// @ts-check
/**
 * What a ticket would say, for looking at before it is printed; the kiosk's TicketLayout decides what is.
 *
 * @typedef {"ALWAYS" | "NOBODY_AHEAD" | "REPRINT" | "OFFLINE"} When ALWAYS is a ticket of the usual kind
 * @typedef {{is?: string, vi?: string, en?: string, style?: string, align?: string, when?: When}} Line absent members are
 *   TEXT, NORMAL, CENTER and ALWAYS
 * @typedef {{is: string, text: string, style: string, align: string}} Printed
 */

/** @type {When[]} */
export const WHENS = ["ALWAYS", "NOBODY_AHEAD", "REPRINT", "OFFLINE"];
export const FIELDS = ["centre", "number", "field", "service", "counters", "ahead", "wait", "time", "hotline"];

/**
 * @param {{language?: string, lines: Line[]}} template
 * @param {any} plan whose first service the ticket is for
 * @param {string} language of the visitor
 * @param {When} when
 * @returns {Printed[]}
 */
export function paper(template, plan, language, when) {
  const printed = template.language ?? language;
  const facts = factsOf(plan, printed, when);
  return template.lines
    .filter((line) => (line.when ?? "ALWAYS") === "ALWAYS" || line.when === when)
    .map((line) => ({
      is: line.is ?? "TEXT",
      text: textOf(line, printed, facts),
      style: line.style ?? "NORMAL",
      align: line.align ?? "CENTER",
    }))
    .filter(({ is, text }) => is !== "TEXT" || text !== null)
    .map((line) => ({ ...line, text: line.text ?? "" }));
}

/**
 * @param {Line} line
 * @param {string} language
 * @param {Record<string, string | undefined>} facts
 * @returns {string | null} null where a value is not known
 */
function textOf({ is = "TEXT", vi = "", en }, language, facts) {
  if (is === "NUMBER") return facts.number ?? "";
  return is === "TEXT" ? filled(language === "en" ? en ?? vi : vi, facts) : "";
}

/**
 * Words with {fields}, and with [parts] that are left out when a field in them has no value.
 *
 * @param {string} words
 * @param {Record<string, string | undefined>} facts
 * @returns {string | null} null when a field outside all brackets has no value
 */
export function filled(words, facts) {
  return replaced(words.replace(/\[([^[\]]*)\]/g, (_, part) => replaced(part, facts) ?? ""), facts);
}

/**
 * @param {string} words
 * @param {Record<string, string | undefined>} facts
 */
function replaced(words, facts) {
  let isKnown = true;
  const text = words.replace(/\{([^{}]*)\}/g, (_, field) => {
    isKnown &&= facts[field] !== undefined;
    return facts[field] ?? "";
  });
  return isKnown ? text : null;
}

/**
 * @param {any} plan
 * @param {string} language
 * @param {When} when
 * @returns {Record<string, string | undefined>}
 */
function factsOf({ centre, fields, counters }, language, when) {
  const field = fields[0];
  const service = field?.services[0];
  const inIt = (/** @type {any} */ name) => (language === "en" ? name?.en || name?.vi : name?.vi);
  const at = counters
    .filter((/** @type {any} */ counter) => counter.services.includes(service?.id))
    .map((/** @type {any} */ { id }) => id);
  return {
    centre: inIt(centre.name),
    hotline: centre.hotline,
    number: `${service?.prefix ?? "A"}${String((service?.first ?? 1) + 11).padStart(3, "0")}`,
    field: inIt(field?.name),
    service: inIt(service?.name),
    counters: at.length ? at.join(", ") : undefined,
    ahead: when === "OFFLINE" || when === "NOBODY_AHEAD" ? undefined : "5",
    wait: when === "OFFLINE" ? undefined : "10-20",
    time: "09:15, 23/11/2026",
  };
}
