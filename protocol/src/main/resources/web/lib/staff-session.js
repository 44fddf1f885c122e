// @ts-check
/**
 * Who sits in front of a page of staff: asks the hub, signs in and out. What the page shows meanwhile is its own affair.
 *
 * @typedef {{name?: string, displayName: string, role: string}} Person
 *
 * @typedef {object} StaffListener
 * @property {(person: Person) => Promise<void>} onSignedIn
 * @property {() => void} onSignedOut nobody is signed in, or no longer
 */
import { HubAway, HubProblem, send } from "./api.js";

const RETRY_MS = 3_000;

/**
 * Finds out who is here, however long the hub is away.
 *
 * @param {StaffListener} listener
 */
export async function whoIsHere(listener) {
  try {
    await listener.onSignedIn((await send("GET", "/api/session")).body);
  } catch (problem) {
    if (problem instanceof HubProblem && problem.status === 401) listener.onSignedOut();
    else if (problem instanceof HubProblem || problem instanceof HubAway) setTimeout(whoIsHere, RETRY_MS, listener);
    else throw problem;
  }
}

/**
 * @param {SubmitEvent} event of a form with the fields name and password
 * @param {StaffListener} listener
 * @throws {HubProblem | HubAway}
 */
export async function signIn(event, listener) {
  event.preventDefault();
  const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
  await listener.onSignedIn((await send("POST", "/api/session", Object.fromEntries(form))).body);
}

/**
 * @param {StaffListener} listener
 * @throws {HubProblem | HubAway}
 */
export async function signOut(listener) {
  await send("DELETE", "/api/session");
  listener.onSignedOut();
}
