// @ts-check
/** The bell of a phone that is called: three tones, and the phone shakes. Browsers ring only after a touch. */

const TONES = [880, 1108, 1318];
const TONE_S = 0.35;
const SHAKES_MS = [200, 100, 200, 100, 200];

/** @type {AudioContext | null} */
let sound = null;

/** After a touch: from now on it may be heard. */
export function allow() {
  const Sound = window.AudioContext || /** @type {any} */ (window).webkitAudioContext;
  if (!Sound) return;
  sound = sound || /** @type {AudioContext} */ (new Sound());
  sound.resume();
}

/** Whether it would be heard. */
export function isAllowed() {
  return sound !== null && sound.state === "running";
}

export function ring() {
  if (navigator.vibrate) navigator.vibrate(SHAKES_MS);
  if (sound) TONES.forEach(tone);
}

/**
 * @param {number} pitch
 * @param {number} place in the row
 */
function tone(pitch, place) {
  const context = /** @type {AudioContext} */ (sound);
  const from = context.currentTime + place * TONE_S;
  const voice = context.createOscillator();
  const loudness = context.createGain();
  voice.frequency.value = pitch;
  loudness.gain.setValueAtTime(0.4, from);
  loudness.gain.exponentialRampToValueAtTime(0.001, from + TONE_S);
  voice.connect(loudness);
  loudness.connect(context.destination);
  voice.start(from);
  voice.stop(from + TONE_S);
}
