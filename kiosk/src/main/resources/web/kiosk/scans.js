// @ts-check
/** Hears scanned codes: from the agent, whose scanner is on a line, and from one that types into this page. */
import { wedge } from "./wedge.js";

/** @typedef {import("./choice.js").Scan} Scan */

const RECONNECT_MS = 1_000;
const PATIENCE_MS = 8_000;

/** @param {(scan: Scan) => void} heard */
export function listenForScans(heard) {
  requestIdleCallback(() => listen(heard), { timeout: 200 });
  const key = wedge();
  document.addEventListener("keydown", (event) => {
    if (event.repeat || event.ctrlKey || event.metaKey || isField(event.target)) return;
    const { scanning, code } = key(event.key, event.timeStamp);
    if (scanning) {
      // A blank or the Enter of a code would press the button that has the focus.
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (code) understood(code).then(heard);
  }, { capture: true });
}

/** @param {(scan: Scan) => void} heard */
function listen(heard) {
  const socket = new WebSocket(`ws://${location.host}/scans`);
  socket.addEventListener("message", ({ data }) => {
    /** @type {Scan | {kind: undefined}} */
    const seen = JSON.parse(data);
    if (seen.kind) heard(seen);
    // The agent greets whom it will tell of scans.
    else document.documentElement.dataset.scans = "heard";
  });
  socket.addEventListener("close", () => setTimeout(() => listen(heard), RECONNECT_MS));
}

/** What the agent makes of a code; this page keeps nothing of it. @param {string} code @returns {Promise<Scan>} */
export async function understood(code) {
  try {
    const answer = await fetch("/scan", { method: "POST", body: code, signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok) return await answer.json();
  } catch {
    console.warn("the agent did not answer");
  }
  return { kind: "UNKNOWN", scan: "", services: [] };
}

/** @param {EventTarget | null} target */
function isField(target) {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
