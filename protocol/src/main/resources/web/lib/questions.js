// @ts-check
/**
 * What a page asks the hub, and what becomes of it.
 *
 * @typedef {HubProblem | HubAway} Trouble what the hub's answer may be instead of one
 *
 * @typedef {object} Asker
 * @property {() => void} onAsk a question is on its way
 * @property {(trouble: Trouble) => void} onTrouble
 * @property {() => void} onAnswered in either way
 */
import { HubAway, HubProblem } from "./api.js";

/**
 * One question at a time: what is asked while an answer is on its way is asked then, so that no touch is lost.
 *
 * @param {Asker} asker
 * @returns {(question: () => Promise<unknown>) => Promise<void>}
 */
export function questions({ onAsk, onTrouble, onAnswered }) {
  let lastAnswered = Promise.resolve();

  /** @param {() => Promise<unknown>} question */
  async function ask(question) {
    onAsk();
    try {
      await question();
    } catch (problem) {
      onTrouble(troubleOf(problem));
    } finally {
      onAnswered();
    }
  }

  return (question) => {
    const answered = lastAnswered.then(() => ask(question));
    lastAnswered = answered.catch(() => {});
    return answered;
  };
}

/** For what is asked again and again: the feed says it when the hub is away. @param {() => Promise<unknown>} question */
export async function quietly(question) {
  try {
    await question();
  } catch (problem) {
    troubleOf(problem);
  }
}

/** Whatever else was thrown is a mistake of the page and goes on. @param {unknown} problem @returns {Trouble} */
export function troubleOf(problem) {
  if (problem instanceof HubProblem || problem instanceof HubAway) return problem;
  throw problem;
}
