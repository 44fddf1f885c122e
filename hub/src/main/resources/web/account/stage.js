// @ts-check
/** What the account's page asks for next. */

/**
 * @typedef {object} Known
 * @property {{displayName: string, mustChangePassword?: boolean, mustSetSecondFactor?: boolean} | null} person signed in; null for nobody
 * @property {boolean} codeNeeded whether the hub asked for the second factor
 *
 * @param {Known} known
 * @returns {"sign-in" | "code" | "must-change" | "must-set" | "account"}
 */
export function stageOf({ person, codeNeeded }) {
  if (person === null) return codeNeeded ? "code" : "sign-in";
  if (person.mustChangePassword) return "must-change";
  return person.mustSetSecondFactor ? "must-set" : "account";
}

/**
 * Where to go afterwards: only a page of this hub.
 *
 * @param {string | null} then
 */
export function wayBack(then) {
  return then !== null && /^\/[a-z]+\/$/.test(then) ? then : "/clerk/";
}

const REFUSALS = ["PROVIDER_AWAY", "ROLE_NOT_MAPPED", "NAME_TAKEN", "PERSON_DISABLED"];

/** Why an account of the office was not let in, as far as there are words for it. @param {string} code */
export function refusalOf(code) {
  return REFUSALS.includes(code) ? code : "NOT_VOUCHED_FOR";
}

/** A key in groups of four, as people type it. @param {string} secret */
export function grouped(secret) {
  return secret.replace(/(.{4})(?=.)/g, "$1 ");
}
