// @ts-check
/**
 * A page whose device is not let in, or not any more, shows a code; once somebody who may has typed it, the device has a token
 * and the page begins again.
 *
 * @typedef {import("./listening.js").Refused} Refused
 */
import { HubAway, HubProblem, send } from "./api.js";
import { keepToken } from "./device-token.js";

const AT_THE_DOOR = ["NOT_SIGNED_IN", "DEVICE_REVOKED"];
const BETWEEN_CODES_MS = 10_000;
/** The feed is refused twice a minute, as long as it is. */
const STILL_REFUSED_MS = 90_000;

/**
 * @param {(refused: Refused) => void} onRefused what the page does with a refusal
 * @returns {(refused: Refused) => void} the same, with a code in its words
 */
export function orPaired(onRefused) {
  let refusedAt = 0;
  let pairing = false;
  const isStillRefused = () => Date.now() - refusedAt < STILL_REFUSED_MS;
  return (refused) => {
    refusedAt = Date.now();
    if (pairing) return;
    onRefused(refused);
    if (!AT_THE_DOOR.includes(refused.code)) return;
    pairing = true;
    pair((code) => onRefused(withCode(refused, code)), isStillRefused).finally(() => (pairing = false));
  };
}

/**
 * @param {Refused} refused
 * @param {string} code
 */
export function withCode({ code: why, messageVi, messageEn }, code) {
  return {
    code: why,
    messageVi: `${messageVi} Mã ghép nối: ${code}`,
    messageEn: `${messageEn} Pairing code: ${code}`,
  };
}

/**
 * @param {(code: string) => void} shows
 * @param {() => boolean} isStillRefused
 */
async function pair(shows, isStillRefused) {
  while (isStillRefused()) {
    try {
      const asked = (await send("POST", "/api/pairing")).body;
      shows(asked.userCode);
      const token = await letIn(asked, isStillRefused);
      if (token) {
        keepToken(token);
        location.reload();
        return;
      }
    } catch (problem) {
      // Asked too often, or the code has grown old: another one, after a while.
      if (!(problem instanceof HubProblem || problem instanceof HubAway)) throw problem;
    }
    await pause(BETWEEN_CODES_MS);
  }
}

/**
 * @param {{deviceCode: string, pollSeconds: number}} asked
 * @param {() => boolean} isStillRefused
 * @returns {Promise<string | null>}
 */
async function letIn({ deviceCode, pollSeconds }, isStillRefused) {
  while (isStillRefused()) {
    await pause(pollSeconds * 1_000);
    try {
      const answer = await send("POST", "/api/pairing/token", { deviceCode });
      if (answer.status === 200) return answer.body.token;
    } catch (problem) {
      if (!(problem instanceof HubAway)) throw problem;
    }
  }
  return null;
}

/** @param {number} ms */
function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
