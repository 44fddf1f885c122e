import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, feedPath, heard, SILENCE_MS, tick, trying, waitBeforeNext } from "../../main/resources/web/lib/listening.js";

const hall = { seq: 7, at: "2026-11-23T08:05:00+07:00", day: "2026-11-23", services: [], counters: [], calls: [] };
const snapshot = { type: "snapshot", hall, epoch: 4 };

function step(seq, live = true) {
  return { type: "step", live, step: { seq, at: "2026-11-23T08:06:00+07:00", kind: "RATED", day: "2026-11-23" } };
}

function told(...messages) {
  let state = begin(0);
  let news = [];
  for (const message of messages) ({ next: state, news } = heard(state, message, 1_000));
  return { state, news };
}

test("a snapshot is the hall, without a step", () => {
  const { state, news } = told(snapshot);

  assert.deepEqual(news, [{ kind: "hall", hall, step: null, live: false }]);
  assert.equal(state.hall, hall);
});

test("a step changes the hall and is told with it", () => {
  const { state, news } = told(snapshot, step(9));

  assert.equal(state.hall.seq, 9);
  assert.deepEqual(news, [{ kind: "hall", hall: state.hall, step: step(9).step, live: true }]);
});

test("a step that is sent again after a reconnect is not live", () => {
  const { news } = told(snapshot, step(8, false));

  assert.equal(news[0].live, false);
});

test("a step already known changes nothing", () => {
  const { state, news } = told(snapshot, step(9), step(9), step(8));

  assert.equal(state.hall.seq, 9);
  assert.deepEqual(news, []);
});

test("a step before any snapshot is not drawn", () => {
  const { state, news } = told(step(9));

  assert.equal(state.hall, null);
  assert.deepEqual(news, []);
});

test("after 12 s of silence the page is told every second, and once when the hub is back", () => {
  const { state } = told(snapshot);
  assert.deepEqual(tick(state, 1_000 + SILENCE_MS - 1).news, []);

  const { next: lost, news } = tick(state, 1_000 + SILENCE_MS);
  assert.deepEqual(news, [{ kind: "lost", ageMs: SILENCE_MS }]);
  assert.deepEqual(tick(lost, 14_000).news, [{ kind: "lost", ageMs: 13_000 }]);

  const { next: back, news: backNews } = heard(lost, { type: "beat", seq: 7, at: hall.at }, 15_000);
  assert.deepEqual(backNews, [{ kind: "back" }]);
  assert.deepEqual(heard(back, { type: "beat", seq: 7, at: hall.at }, 20_000).news, []);
});

test("a reconnect asks only for what is missing", () => {
  assert.equal(feedPath("board", begin(0)), "/feed?view=board");
  assert.equal(feedPath("tablet/3", told(snapshot, step(9)).state), "/feed?view=tablet%2F3&since=9&epoch=4");
});

test("who is refused starts afresh and waits longer", () => {
  const refusal = { code: "NOT_SIGNED_IN", messageVi: "Chưa đăng nhập", messageEn: "Not signed in" };
  const { state, news } = told(snapshot, { type: "refused", ...refusal });

  assert.deepEqual(news, [{ kind: "refused", problem: refusal }]);
  assert.equal(feedPath("hall", state), "/feed?view=hall");
  assert.equal(waitBeforeNext(state, 1), 30_000);
  assert.equal(waitBeforeNext(heard(trying(state), snapshot, 2_000).next, 1), 250);
  assert.deepEqual(tick(state, 60_000).news, [], "who is refused has not lost the hub");
});

test("the wait before the next connection doubles up to 1.5 s, and is never the same for all", () => {
  let state = begin(0);
  const longest = Array.from({ length: 7 }, () => waitBeforeNext((state = trying(state)), 1));

  assert.deepEqual(longest, [500, 1_000, 1_500, 1_500, 1_500, 1_500, 1_500]);
  assert.equal(waitBeforeNext(state, 0), 750);
  assert.equal(heard(state, snapshot, 1).next.tries, 0);
});
