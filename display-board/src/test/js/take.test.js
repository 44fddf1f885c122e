import assert from "node:assert/strict";
import { test } from "node:test";
import { LONGEST, RATE, clipOf, evened, wav } from "../../main/resources/web/record/take.js";

const tone = (seconds, loud) =>
  Float32Array.from({ length: seconds * RATE }, (_, at) => loud * Math.sin((2 * Math.PI * 440 * at) / RATE));
const silence = (seconds) => new Float32Array(seconds * RATE);
const joined = (...parts) => Float32Array.from(parts.flatMap((part) => [...part]));
const loudness = (samples) => Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

test("a clip is what was said, without the silence around it", () => {
  const file = clipOf(joined(silence(1), tone(0.5, 0.3), silence(2)));

  const seconds = (file.byteLength - 44) / 2 / RATE;
  assert.ok(seconds > 0.49 && seconds < 0.53, `${seconds} s`);
});

test("silence is no clip", () => {
  assert.equal(clipOf(silence(1)), null);
  assert.equal(clipOf(new Float32Array(0)), null);
});

test("a whisper and a shout become equally loud, and nothing is cut off", () => {
  const [whisper, shout] = [0.02, 0.9].map((loud) => loudness(evened(tone(0.3, loud))));
  assert.ok(Math.abs(whisper - shout) < 0.001, `${whisper} ${shout}`);

  const click = silence(0.3);
  click[100] = 0.5;
  assert.ok(Math.max(...evened(click)) <= 0.89);
});

test("a WAV file says what it is", () => {
  const file = new DataView(wav(Float32Array.of(0, 1, -1)));

  const text = (at) => String.fromCharCode(...new Uint8Array(file.buffer, at, 4));
  assert.deepEqual([text(0), text(8), text(12), text(36)], ["RIFF", "WAVE", "fmt ", "data"]);
  assert.equal(file.getUint32(4, true), 42);
  assert.equal(file.getUint32(24, true), RATE);
  assert.deepEqual([44, 46, 48].map((at) => file.getInt16(at, true)), [0, 32767, -32767]);
});

test("the longest clip is one that the hub takes", () => {
  assert.ok(wav(silence(LONGEST)).byteLength < 512 * 1024);
});
