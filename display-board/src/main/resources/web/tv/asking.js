// @ts-check
/** Asking for something until there is an answer. */

/** Long enough not to burden a hub that is just starting, short enough that nobody misses what it is about. */
const AGAIN_SECONDS = 3;

/**
 * @template T
 * @param {() => Promise<T>} ask
 * @param {(failure: unknown) => boolean} mayPass whether it may be answered later; any other failure is thrown
 * @param {(seconds: number) => Promise<unknown>} pause
 * @returns {Promise<T>}
 */
export async function untilAnswered(ask, mayPass, pause) {
  while (true) {
    try {
      return await ask();
    } catch (failure) {
      if (!mayPass(failure)) throw failure;
    }
    await pause(AGAIN_SECONDS);
  }
}
