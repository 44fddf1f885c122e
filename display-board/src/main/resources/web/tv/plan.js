// @ts-check
/** The centre's plan, for a screen that follows the hall: a plan in force comes with a snapshot, which may be the last for hours. */
import { HubAway, HubProblem, send } from "/lib/api.js";
import { untilAnswered } from "./asking.js";

/**
 * @param {string | null} token
 * @param {(plan: any) => void} onPlan
 * @returns {() => Promise<void>} asks until it is answered; once at a time
 */
export function planLoader(token, onPlan) {
  let loading = false;
  return async () => {
    if (loading) return;
    loading = true;
    try {
      onPlan((await untilAnswered(() => send("GET", "/api/plan", undefined, { token }), isOfTheHub, seconds)).body);
    } finally {
      loading = false;
    }
  };
}

/** @param {number} s */
function seconds(s) {
  return new Promise((passed) => setTimeout(passed, s * 1_000));
}

/** Which may pass. @param {unknown} failure */
export function isOfTheHub(failure) {
  return failure instanceof HubAway || failure instanceof HubProblem;
}
