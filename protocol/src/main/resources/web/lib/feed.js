// @ts-check
/**
 * The feed of the hub: keeps the hall up to date and comes back by itself. What a message means is decided in
 * listening.js; here are the socket and the timers.
 *
 * @typedef {object} FeedListener
 * @property {string} view hall, board, kiosk, counter/N or tablet/N
 * @property {string | null} [token] the device's token; absent for a person, whose session cookie speaks
 * @property {(hall: import("./hall.js").HallView, step: import("./hall.js").StepView | null, live: boolean) => void} onHall
 *   the hall after `step`; step is null for a snapshot; a step that is not `live` is drawn and never spoken
 * @property {(ageMs: number) => void} [onLost] once a second while nothing has been heard for 12 s or more
 * @property {() => void} [onBack] the hub is heard again
 * @property {(problem: import("./listening.js").Refused) => void} [onRefused] the hub will not talk to us; tried
 *   again until `close`
 */
import { begin, feedPath, heard, SILENCE_MS, tick, trying, waitBeforeNext } from "./listening.js";

/** See ProtocolVersion.java. */
const VERSION = 2;

/**
 * Listens until `close`.
 *
 * @param {FeedListener} listener
 * @returns {{close(): void}}
 */
export function openFeed(listener) {
  let state = begin(performance.now());
  /** @type {WebSocket | undefined} */
  let socket;
  let connectedAt = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let nextTry;

  connect();
  const clock = setInterval(everySecond, 1_000);
  return { close };

  function connect() {
    const fresh = new WebSocket(`${location.origin.replace(/^http/, "ws")}${feedPath(listener.view, state)}`);
    socket = fresh;
    connectedAt = performance.now();
    state = trying(state);
    const hello = JSON.stringify({ type: "hello", version: VERSION, token: listener.token ?? undefined });
    fresh.onopen = () => fresh.send(hello);
    fresh.onmessage = ({ data }) => fresh === socket && take(heard(state, JSON.parse(data), performance.now()));
    fresh.onclose = () => fresh === socket && connectLater();
  }

  function connectLater() {
    socket = undefined;
    nextTry = setTimeout(connect, waitBeforeNext(state, Math.random()));
  }

  function everySecond() {
    const now = performance.now();
    take(tick(state, now));
    if (socket && now - Math.max(connectedAt, state.heardAt) >= SILENCE_MS) {
      // A dead peer may take minutes to close: leave it behind.
      socket.close();
      connectLater();
    }
  }

  /** @param {{next: import("./listening.js").Listening, news: import("./listening.js").News[]}} outcome */
  function take({ next, news }) {
    state = next;
    for (const item of news) tell(item);
  }

  /** @param {import("./listening.js").News} news */
  function tell(news) {
    switch (news.kind) {
      case "hall":
        return listener.onHall(news.hall, news.step, news.live);
      case "back":
        return listener.onBack?.();
      case "lost":
        return listener.onLost?.(news.ageMs);
      case "refused":
        return listener.onRefused?.(news.problem);
    }
  }

  function close() {
    clearInterval(clock);
    clearTimeout(nextTry);
    const last = socket;
    socket = undefined;
    last?.close();
  }
}
