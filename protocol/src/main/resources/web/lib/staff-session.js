// @ts-check
/**
 * Who sits in front of a page of staff: asks the hub, signs in and out. What the page shows meanwhile is its own affair.
 * Whoever has to change a password, to set a second factor or to give its code is led to the account's page, which leads
 * back.
 *
 * @typedef {{name?: string, displayName: string, role: string, mustChangePassword?: boolean, mustSetSecondFactor?: boolean}} Person
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
    const person = await here();
    if (person) await signedIn(person, listener);
    else listener.onSignedOut();
  } catch (problem) {
    if (problem instanceof HubProblem && problem.status === 401) listener.onSignedOut();
    else if (problem instanceof HubProblem || problem instanceof HubAway) setTimeout(whoIsHere, RETRY_MS, listener);
    else throw problem;
  }
}

/**
 * Who is signed in with this browser; that nobody is must not look like a fault in its console.
 *
 * @returns {Promise<Person | null>}
 * @throws {HubProblem | HubAway}
 */
export async function here() {
  const known = (await send("GET", "/api/session/here")).body.here;
  return known ? (await send("GET", "/api/session")).body : null;
}

/**
 * @param {SubmitEvent} event of a form with the fields name and password
 * @param {StaffListener} listener
 * @throws {HubProblem | HubAway}
 */
export async function signIn(event, listener) {
  event.preventDefault();
  const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
  try {
    await signedIn((await send("POST", "/api/session", Object.fromEntries(form))).body, listener);
  } catch (problem) {
    if (problem instanceof HubProblem && problem.code === "CODE_NEEDED") toAccount();
    else throw problem;
  }
}

/**
 * @param {Person} person
 * @param {StaffListener} listener
 */
async function signedIn(person, listener) {
  if (person.mustChangePassword || person.mustSetSecondFactor) toAccount();
  else await listener.onSignedIn(person);
}

function toAccount() {
  location.assign(`/account/?then=${location.pathname}`);
}

/**
 * Also when the session has ended meanwhile: whoever wants to be gone is.
 *
 * @param {Pick<StaffListener, "onSignedOut">} listener
 * @throws {HubProblem | HubAway}
 */
export async function signOut(listener) {
  try {
    await send("DELETE", "/api/session");
  } catch (problem) {
    if (!(problem instanceof HubProblem && problem.status === 401)) throw problem;
  }
  listener.onSignedOut();
}
