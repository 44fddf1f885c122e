// @ts-check
/** What the microphone hears, or what a file of a recording holds, as samples of one channel. */
import { LONGEST, RATE } from "./take.js";

/** Browsers give a page the microphone only over HTTPS, or on the machine of the hub itself. */
export const canRecord = window.isSecureContext && !!navigator.mediaDevices && "MediaRecorder" in window;

/**
 * Begins to record; ends by itself after the longest clip.
 *
 * @returns {Promise<{stop: () => void, done: Promise<Float32Array>}>}
 */
export async function listen() {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const recorder = new MediaRecorder(stream);
  /** @type {Blob[]} */
  const parts = [];
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  const done = new Promise((resolve) => recorder.addEventListener("stop", resolve)).then(() => {
    for (const track of stream.getTracks()) track.stop();
    return samplesOf(new Blob(parts));
  });
  recorder.start();
  const end = setTimeout(stop, LONGEST * 1_000);
  function stop() {
    clearTimeout(end);
    if (recorder.state !== "inactive") recorder.stop();
  }
  return { stop, done };
}

/**
 * @param {Blob} recording of any kind that the browser plays
 * @returns {Promise<Float32Array>} one channel at RATE, no longer than a clip may be
 */
export async function samplesOf(recording) {
  const bytes = await recording.arrayBuffer();
  const decoded = await new OfflineAudioContext(1, 1, RATE).decodeAudioData(bytes);
  const length = Math.min(decoded.length, LONGEST * RATE);
  const mixer = new OfflineAudioContext(1, Math.max(1, length), RATE);
  const source = new AudioBufferSourceNode(mixer, { buffer: decoded });
  source.connect(mixer.destination);
  source.start();
  return (await mixer.startRendering()).getChannelData(0);
}
