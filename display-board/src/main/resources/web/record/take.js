// @ts-check
/** A recording becomes a clip: its silence cut off, as loud as the others, as a WAV file that every browser decodes. */
import { edges } from "../voice/edges.js";

/** Samples a second of a clip. */
export const RATE = 22_050;

/** Seconds a recording may last. */
export const LONGEST = 5;

/** −19 dB of the loudest possible, as of the clips that come with the program. */
const LOUDNESS = 0.112;

/** −1 dB, so that nothing is cut off at the top. */
const PEAK = 0.89;

/**
 * @param {Float32Array} samples of one channel, at RATE
 * @returns {ArrayBuffer | null} a WAV file; null when nothing is to be heard
 */
export function clipOf(samples) {
  const { from, length } = edges(samples, RATE);
  if (length === 0) return null;
  const first = Math.round(from * RATE);
  return wav(evened(samples.subarray(first, first + Math.round(length * RATE))));
}

/** @param {Float32Array} samples */
export function evened(samples) {
  let squares = 0;
  let peak = 0;
  for (const sample of samples) {
    squares += sample * sample;
    peak = Math.max(peak, Math.abs(sample));
  }
  const gain = Math.min(LOUDNESS / Math.sqrt(squares / samples.length), PEAK / peak);
  return samples.map((sample) => sample * gain);
}

/**
 * One channel, 16 bits.
 *
 * @param {Float32Array} samples
 */
export function wav(samples) {
  const bytes = samples.length * 2;
  const file = new DataView(new ArrayBuffer(44 + bytes));
  ascii(file, 0, "RIFF");
  file.setUint32(4, 36 + bytes, true);
  ascii(file, 8, "WAVEfmt ");
  file.setUint32(16, 16, true); // length of this part
  file.setUint16(20, 1, true); // plain samples
  file.setUint16(22, 1, true); // channels
  file.setUint32(24, RATE, true);
  file.setUint32(28, RATE * 2, true); // bytes a second
  file.setUint16(32, 2, true); // bytes a sample
  file.setUint16(34, 16, true); // bits a sample
  ascii(file, 36, "data");
  file.setUint32(40, bytes, true);
  samples.forEach((sample, at) => file.setInt16(44 + 2 * at, Math.round(sample * 0x7fff), true));
  return file.buffer;
}

/**
 * @param {DataView} file
 * @param {number} at
 * @param {string} text
 */
function ascii(file, at, text) {
  [...text].forEach((letter, place) => file.setUint8(at + place, letter.charCodeAt(0)));
}
