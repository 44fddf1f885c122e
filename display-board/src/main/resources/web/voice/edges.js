// @ts-check
/** Quieter than this is silence: −42 dB of the loudest possible. */
const SILENCE = 0.008;

/** Seconds kept before and after the sound, so that no consonant is cut. */
const MARGIN = 0.006;

/**
 * Where the sound of a clip begins and how long it lasts, without the silence that MP3 or a recording puts around it.
 *
 * @param {Float32Array} samples
 * @param {number} rate samples a second
 * @returns {{ from: number, length: number }} in seconds; length 0 when there is only silence
 */
export function edges(samples, rate) {
  const first = samples.findIndex(audible);
  if (first < 0) return { from: 0, length: 0 };
  const from = Math.max(0, first / rate - MARGIN);
  const to = Math.min(samples.length / rate, (lastAudible(samples) + 1) / rate + MARGIN);
  return { from, length: to - from };
}

/** Array.findLastIndex is younger than the televisions in halls. @param {Float32Array} samples */
function lastAudible(samples) {
  let last = samples.length - 1;
  while (!audible(samples[last])) last--;
  return last;
}

/** @param {number} sample */
function audible(sample) {
  return Math.abs(sample) > SILENCE;
}
