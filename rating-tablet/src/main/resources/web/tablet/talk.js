// @ts-check
/**
 * The talk of the tablet with one citizen, after the clerk finished: faces, reasons when the vote is low, thanks. Pure:
 * the hall, a touch and the passing of time each give the next talk.
 *
 * @typedef {object} Talk
 * @property {string} ticket token of the served ticket
 * @property {string} number the ticket's, such as "A012"
 * @property {"faces" | "reasons" | "thanks" | "over"} stage over: not asked again about this ticket
 * @property {number} since when this stage began, ms
 * @property {number} touched when it was touched last, ms
 * @property {number | null} score
 * @property {string[]} reasons
 * @property {string} comment
 * @property {boolean} overtaken whether the next one was called before the reasons were sent
 *
 * @typedef {import("/lib/hall.js").CounterView} CounterView
 * @typedef {"away" | "closed" | "idle" | "called" | "serving" | "faces" | "reasons" | "thanks"} Scene
 */

/** Nobody touches the tablet any more: what was answered counts. */
export const PATIENCE_MS = 30_000;
export const THANKS_MS = 6_000;
/** The second tap of a double tap must not press what has just appeared under the finger. */
export const SETTLE_MS = 400;

/**
 * The talk after the hub told how the counter stands. Who writes down reasons is not interrupted by the next call; only
 * the next to be asked takes the tablet. That call does not cut the thanks short either.
 *
 * @param {Talk | null} talk
 * @param {CounterView | undefined} counter
 * @param {(ticket: string) => boolean} hasVote
 * @param {number} now ms
 * @returns {Talk | null}
 */
export function hears(talk, counter, hasVote, now) {
  const served = counter?.toRate;
  const ticket = served?.token;
  if (ticket && ticket !== talk?.ticket && !hasVote(ticket)) return begin(ticket, served.number, now);
  if (talk?.stage === "reasons") return counter?.ticket && !talk.overtaken ? { ...talk, overtaken: true } : talk;
  if (talk?.stage === "thanks" && talk.overtaken) return talk;
  return counter?.ticket || (talk?.stage === "faces" && !ticket) ? null : talk;
}

/**
 * @param {string} ticket
 * @param {string} number
 * @param {number} now
 * @returns {Talk}
 */
function begin(ticket, number, now) {
  return {
    ticket, number, stage: "faces", since: now, touched: now, score: null, reasons: [], comment: "", overtaken: false,
  };
}

/**
 * The talk as time passes.
 *
 * @param {Talk | null} talk
 * @param {number} now ms
 * @returns {Talk | null}
 */
export function waits(talk, now) {
  switch (talk?.stage) {
    case "faces":
      return now - talk.touched < PATIENCE_MS ? talk : enters(talk, "over", now);
    case "reasons":
      return now - talk.touched < PATIENCE_MS ? talk : enters(talk, "thanks", now);
    case "thanks":
      return now - talk.since < THANKS_MS ? talk : enters(talk, "over", now);
    case "over":
    case undefined:
      return talk;
  }
}

/**
 * A face is pressed; only the first one counts.
 *
 * @param {Talk} talk
 * @param {number} score
 * @param {number} lowAtMost a score up to this is asked for reasons
 * @param {number} now ms
 * @returns {Talk}
 */
export function pressesFace(talk, score, lowAtMost, now) {
  if (talk.stage !== "faces") return talk;
  return enters({ ...talk, score }, score <= lowAtMost ? "reasons" : "thanks", now);
}

/**
 * A reason is chosen, or taken back.
 *
 * @param {Talk} talk
 * @param {string} reason
 * @param {number} now ms
 * @returns {Talk}
 */
export function pressesReason(talk, reason, now) {
  if (!answers(talk, now)) return talk;
  const others = talk.reasons.filter((chosen) => chosen !== reason);
  const reasons = others.length < talk.reasons.length ? others : [...others, reason];
  return { ...talk, reasons, touched: now };
}

/**
 * @param {Talk} talk
 * @param {string} comment
 * @param {number} now ms
 * @returns {Talk}
 */
export function writes(talk, comment, now) {
  return talk.stage === "reasons" ? { ...talk, comment, touched: now } : talk;
}

/**
 * The citizen sends the reasons, or goes without any.
 *
 * @param {Talk} talk
 * @param {number} now ms
 * @returns {Talk}
 */
export function sends(talk, now) {
  return answers(talk, now) ? enters(talk, "thanks", now) : talk;
}

/**
 * What the tablet shows.
 *
 * @param {CounterView | undefined} counter undefined before the hub was heard
 * @param {Talk | null} talk
 * @returns {Scene}
 */
export function sceneOf(counter, talk) {
  if (!counter) return "away";
  if (talk && talk.stage !== "over") return talk.stage;
  if (counter.state !== "OPEN") return "closed";
  if (!counter.ticket) return "idle";
  return counter.ticket.state === "SERVING" ? "serving" : "called";
}

/**
 * @param {Talk} talk
 * @param {number} now
 */
function answers(talk, now) {
  return talk.stage === "reasons" && now - talk.since >= SETTLE_MS;
}

/**
 * @param {Talk} talk
 * @param {Talk["stage"]} stage
 * @param {number} now
 * @returns {Talk}
 */
function enters(talk, stage, now) {
  return { ...talk, stage, since: now, touched: now };
}
