// @ts-check
/** What the account's page asks for next. */

/**
 * @typedef {object} Known
 * @property {{displayName: string, mustChangePassword: boolean} | null} person signed in; null for nobody
 * @property {boolean} codeNeeded whether the hub asked for the second factor
 *
 * @param {Known} known
 * @returns {"sign-in" | "code" | "must-change" | "account"}
 */
export function stageOf({ person, codeNeeded }) {
  if (person === null) return codeNeeded ? "code" : "sign-in";
  return person.mustChangePassword ? "must-change" : "account";
}

/**
 * Where to go afterwards: only a page of this hub.
 *
 * @param {string | null} then
 */
export function wayBack(then) {
  return then !== null && /^\/[a-z]+\/$/.test(then) ? then : "/clerk/";
}

/** A key in groups of four, as people type it. @param {string} secret */
export function grouped(secret) {
  return secret.replace(/(.{4})(?=.)/g, "$1 ");
}
