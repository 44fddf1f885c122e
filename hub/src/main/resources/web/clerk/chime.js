// @ts-check
/** Two soft tones for the clerk alone: somebody waits too long. */

const TONES = [659, 784];
const LENGTH_S = 0.22;
const LOUDNESS = 0.08;

/** @type {AudioContext | undefined} */
let audio;

/** Silent where the browser has not been touched yet. */
export function chime() {
  audio ??= new AudioContext();
  if (audio.state !== "running") return;
  const start = audio.currentTime;
  TONES.forEach((frequency, index) => tone(/** @type {AudioContext} */ (audio), frequency, start + index * LENGTH_S));
}

/**
 * @param {AudioContext} context
 * @param {number} frequency Hz
 * @param {number} at s
 */
function tone(context, frequency, at) {
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(LOUDNESS, at);
  gain.gain.exponentialRampToValueAtTime(0.001, at + LENGTH_S);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(at);
  oscillator.stop(at + LENGTH_S);
}
