// @ts-check
/**
 * The votes that this tablet has not yet brought to the hub. A pressed vote is kept before it is sent, goes with one
 * Idempotency-Key however often it is sent, and stays known for a day after it is settled, so that nobody is asked
 * twice about one ticket: without what was said, which is nobody's business who has the tablet in hand.
 *
 * @typedef {object} Vote
 * @property {string} ticket token of the served ticket: one vote each
 * @property {string} number the ticket's, such as "A012", by which the technician is told of a refused vote
 * @property {"open" | "ready" | "settled"} state open while reasons may still be added
 * @property {number} at when it was pressed, ms
 * @property {string} key Idempotency-Key
 * @property {number} score 0 once it is settled
 * @property {string[]} reasons
 * @property {string} comment
 *
 * @typedef {{all(): Promise<Vote[]>, put(vote: Vote): Promise<void>, remove(ticket: string): Promise<void>}} VoteStore
 * @typedef {{token: string, score: number, reasons: string[], comment?: string}} VoteBody as in POST /api/ratings
 * @typedef {"settled" | "not-now"} Answer
 */

const REMEMBERED_MS = 24 * 3_600_000;
const SHORTEST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;
/** Answers that judge the moment or the device, not the vote. */
const NOT_NOW = [401, 403, 408, 425, 429];

export class Votes {
  /** @type {Map<string, Vote>} */
  #known = new Map();
  #store;
  #post;
  #sending = false;

  /**
   * @param {VoteStore} store
   * @param {(body: VoteBody, key: string, number: string) => Promise<Answer>} post
   */
  constructor(store, post) {
    this.#store = store;
    this.#post = post;
  }

  /**
   * Takes up what an earlier run left. Nobody will add reasons to it any more.
   *
   * @param {number} now ms
   */
  async takeUp(now) {
    for (const vote of await this.#store.all()) {
      this.#known.set(vote.ticket, vote.state === "open" ? { ...vote, state: "ready" } : vote);
    }
    await this.#forgetOld(now);
  }

  /** @param {number} now ms */
  async #forgetOld(now) {
    for (const { ticket, state, at } of [...this.#known.values()]) {
      if (state !== "settled" || now - at <= REMEMBERED_MS) continue;
      this.#known.delete(ticket);
      await this.#store.remove(ticket);
    }
  }

  /** Whether this ticket has its vote. @param {string} ticket */
  has(ticket) {
    return this.#known.has(ticket);
  }

  /** How many votes the hub does not have yet. */
  get unsent() {
    return [...this.#known.values()].filter((vote) => vote.state !== "settled").length;
  }

  /**
   * Keeps a pressed face; a second press for the same ticket changes nothing.
   *
   * @param {string} ticket
   * @param {number} score
   * @param {{number: string, at: number, key: string, asksReasons: boolean}} press
   */
  async press(ticket, score, { number, at, key, asksReasons }) {
    if (this.has(ticket)) return;
    const state = asksReasons ? "open" : "ready";
    await this.#keep({ ticket, number, state, at, key, score, reasons: [], comment: "" });
    await this.#forgetOld(at);
  }

  /**
   * Adds the reasons of a low vote and lets it go.
   *
   * @param {string} ticket
   * @param {string[]} reasons
   * @param {string} comment
   */
  async complete(ticket, reasons, comment) {
    const vote = this.#known.get(ticket);
    if (vote?.state === "open") await this.#keep({ ...vote, state: "ready", reasons, comment: comment.trim() });
  }

  /**
   * Brings all that is ready to the hub, in the order of pressing.
   *
   * @returns {Promise<boolean>} false when something is left to send later
   */
  async send() {
    if (this.#sending) return true;
    this.#sending = true;
    try {
      return await this.#sendReady();
    } finally {
      this.#sending = false;
    }
  }

  async #sendReady() {
    let vote;
    while ((vote = this.#nextReady())) {
      if ((await this.#post(bodyOf(vote), vote.key, vote.number)) === "not-now") return false;
      await this.#keep({ ...vote, state: "settled", score: 0, reasons: [], comment: "" });
    }
    return true;
  }

  #nextReady() {
    return [...this.#known.values()].find((vote) => vote.state === "ready");
  }

  /** @param {Vote} vote */
  #keep(vote) {
    this.#known.set(vote.ticket, vote);
    return this.#store.put(vote);
  }
}

/**
 * What an answer of the hub means for a vote.
 *
 * @param {number} status HTTP status of a refusal
 * @returns {Answer}
 */
export function answerOf(status) {
  return status >= 500 || NOT_NOW.includes(status) ? "not-now" : "settled";
}

/**
 * @param {number} tries failed in a row, from 1
 * @param {number} random 0 to 1
 * @returns {number} ms
 */
export function waitBeforeRetry(tries, random) {
  return Math.min(LONGEST_WAIT_MS, SHORTEST_WAIT_MS * 2 ** (tries - 1)) * (0.5 + random / 2);
}

/**
 * @param {Vote} vote
 * @returns {VoteBody}
 */
function bodyOf({ ticket, score, reasons, comment }) {
  return { token: ticket, score, reasons, comment: comment || undefined };
}
