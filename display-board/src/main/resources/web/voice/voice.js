// @ts-check
import { edges } from "./edges.js";
import { file, speech } from "./speech.js";

/** @typedef {{ buffer: AudioBuffer, from: number, length: number }} Clip */

/** Seconds a call is shown when it cannot be heard. */
export const SILENT = 6;

/** Milliseconds a clip may take to load; the calls behind it wait. */
const PATIENCE = 10_000;

/** Milliseconds after which new recordings, and another volume, are asked for. */
const NEWS = 60_000;

/** Seconds the sound may be late; then its device is taken for frozen. */
const LATE = 2;

/**
 * Speaks announcements. Clips are decoded once and joined without a gap on the clock of the sound device.
 * Say one thing after the other: `say` ends when the words have been spoken.
 */
export class Voice {
  #context = new AudioContext();
  #folder;
  /** @type {Map<string, Promise<any>>} */
  #kept = new Map();
  #asked = Date.now();
  #loudness = new GainNode(this.#context);

  /**
   * @param {object} listener
   * @param {(blocked: boolean) => void} listener.onBlocked whether the browser waits for a touch before it lets us speak
   * @param {string} [folder] where voice.json lies
   */
  constructor({ onBlocked }, folder = "/voice/") {
    this.#folder = folder;
    this.#loudness.connect(this.#context.destination);
    this.#context.addEventListener("statechange", () => onBlocked(this.#blocked));
    for (const touch of ["pointerdown", "keydown"]) document.addEventListener(touch, () => this.#context.resume());
    onBlocked(this.#blocked);
    this.#preload().catch((e) => console.warn("Clips are not here yet; they load with the first call.", e));
  }

  get #blocked() {
    return this.#context.state !== "running";
  }

  /**
   * What is said for a call.
   *
   * @param {import("./speech.js").Call} call
   * @param {Partial<import("./speech.js").Settings>} [otherwise] what is not as the centre has it
   */
  async speech(call, otherwise = {}) {
    const { settings, manifests } = await this.#known();
    return speech(call, { ...settings, ...otherwise }, manifests);
  }

  /** What the centre has recorded meanwhile is heard without starting the screen anew. */
  async #known() {
    if (Date.now() - this.#asked > NEWS) this.refresh();
    return this.#once("voice.json", () => this.#words());
  }

  /** Asks for the words and the settings anew with the next call. */
  refresh() {
    this.#kept.delete("voice.json");
    this.#asked = Date.now();
  }

  /**
   * Speaks, and ends when all is said. Where the browser does not let us speak, it takes the time to read instead.
   *
   * @param {import("./speech.js").Speech} speech
   * @returns {Promise<boolean>} whether it was heard
   */
  async say({ parts, volume }) {
    this.#loudness.gain.value = volume;
    const clips = await Promise.all(parts.map((part) => (typeof part === "string" ? this.#clip(part) : part)));
    await Promise.race([this.#context.resume(), seconds(0.3)]);
    return this.#blocked ? seconds(SILENT).then(() => false) : this.#play(clips);
  }

  /**
   * @param {(Clip | number)[]} clips clips, and pauses in milliseconds
   * @returns {Promise<boolean>} false when the sound device froze
   */
  async #play(clips) {
    let at = this.#context.currentTime + 0.05;
    const sources = [];
    for (const clip of clips) {
      if (typeof clip === "number") at += clip / 1000;
      else {
        sources.push(this.#start(clip, at));
        at += clip.length;
      }
    }
    const late = seconds(at - this.#context.currentTime + LATE).then(() => false);
    const heard = await Promise.race([ended(sources), late]);
    for (const source of sources) source.stop();
    return heard;
  }

  /**
   * @param {Clip} clip
   * @param {number} at
   */
  #start({ buffer, from, length }, at) {
    const source = new AudioBufferSourceNode(this.#context, { buffer });
    source.connect(this.#loudness);
    source.start(at, from, length);
    return source;
  }

  async #preload() {
    const { settings, manifests } = await this.#once("voice.json", () => this.#words());
    const files = Object.values(manifests).flatMap(({ language, clips }) =>
      Object.keys(clips).map((clip) => file(language, clip, settings.recorded?.[language])),
    );
    await Promise.all([settings.chime, ...files].map((path) => this.#clip(path)));
  }

  async #words() {
    const settings = await (await this.#fetched("voice.json")).json();
    const found = await Promise.allSettled(
      settings.languages.map(async (/** @type {string} */ language) =>
        (await this.#fetched(`${language}/manifest.json`)).json(),
      ),
    );
    const manifests = found.flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
    if (manifests[0]?.language !== settings.languages[0]) throw new Error("the centre's own language has no manifest");
    return { settings, manifests: Object.fromEntries(manifests.map((manifest) => [manifest.language, manifest])) };
  }

  /**
   * @param {string} path
   * @returns {Promise<Clip>}
   */
  #clip(path) {
    return this.#once(path, async () => {
      const bytes = await (await this.#fetched(path)).arrayBuffer();
      const buffer = await this.#context.decodeAudioData(bytes);
      return { buffer, ...edges(buffer.getChannelData(0), buffer.sampleRate) };
    });
  }

  /** @param {string} path */
  async #fetched(path) {
    const response = await fetch(this.#folder + path, { signal: AbortSignal.timeout(PATIENCE) });
    if (!response.ok) throw new Error(`${path}: the hub answered ${response.status}`);
    return response;
  }

  /**
   * Keeps what was loaded; what failed is tried again the next time.
   *
   * @param {string} path
   * @param {() => Promise<any>} load
   */
  #once(path, load) {
    const kept = this.#kept.get(path);
    if (kept) return kept;
    const loading = load();
    loading.catch(() => this.#kept.delete(path));
    this.#kept.set(path, loading);
    return loading;
  }
}

/**
 * @param {AudioScheduledSourceNode[]} sources in the order of their start
 * @returns {Promise<boolean>}
 */
function ended(sources) {
  return new Promise((resolve) => sources[sources.length - 1].addEventListener("ended", () => resolve(true)));
}

/** @param {number} s */
export function seconds(s) {
  return new Promise((resolve) => setTimeout(resolve, s * 1000));
}
