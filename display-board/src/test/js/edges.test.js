import assert from "node:assert/strict";
import { test } from "node:test";
import { edges } from "../../main/resources/web/voice/edges.js";

const RATE = 1000;
const quiet = (ms) => Array(ms).fill(0.001);
const sound = (ms) => Array.from({ length: ms }, (_, i) => (i % 2 ? 0.5 : -0.5));
const clip = (...parts) => Float32Array.from(parts.flat());
const milliseconds = ({ from, length }) => [Math.round(from * 1000), Math.round(length * 1000)];

test("cuts the silence around a word, but for a breath", () => {
  assert.deepEqual(milliseconds(edges(clip(quiet(50), sound(300), quiet(80)), RATE)), [44, 312]);
});

test("keeps the silence within a word", () => {
  assert.deepEqual(milliseconds(edges(clip(quiet(50), sound(100), quiet(60), sound(100)), RATE)), [44, 266]);
});

test("keeps all of a clip without silence", () => {
  assert.deepEqual(milliseconds(edges(clip(sound(200)), RATE)), [0, 200]);
});

test("a silent clip takes no time", () => {
  assert.deepEqual(edges(clip(quiet(100)), RATE), { from: 0, length: 0 });
});
