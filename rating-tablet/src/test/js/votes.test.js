import assert from "node:assert/strict";
import { test } from "node:test";
import { answerOf, Votes, waitBeforeRetry } from "../../main/resources/web/tablet/votes.js";

const DAY_MS = 24 * 3_600_000;

/** What is in it outlives a restart of the tablet. */
function storeInMemory() {
  const kept = new Map();
  return {
    kept,
    all: async () => [...kept.values()],
    put: async (vote) => void kept.set(vote.ticket, vote),
    remove: async (ticket) => void kept.delete(ticket),
  };
}

/** A hub that counts a vote once per key, and may be away, or lose its answer on the way back. */
function hub() {
  const counted = new Map();
  const state = { away: false, losesAnswer: false, counted, asked: 0 };
  state.post = async (body, key) => {
    state.asked++;
    if (state.away) return "not-now";
    counted.set(key, body);
    return state.losesAnswer ? "not-now" : "settled";
  };
  return state;
}

async function tablet(store, post, now = 0) {
  const votes = new Votes(store, post);
  await votes.takeUp(now);
  return votes;
}

const high = { number: "A001", at: 1, key: "key-1", asksReasons: false };
const low = { number: "A001", at: 1, key: "key-1", asksReasons: true };

test("a high vote is kept, sent and settled", async () => {
  const centre = hub();
  const votes = await tablet(storeInMemory(), centre.post);

  await votes.press("t1", 5, high);
  assert.equal(votes.unsent, 1);
  assert.equal(await votes.send(), true);

  assert.deepEqual([...centre.counted], [["key-1", { token: "t1", score: 5, reasons: [], comment: undefined }]]);
  assert.equal(votes.unsent, 0);
});

test("a second press for the same ticket changes nothing, before and after it is settled", async () => {
  const centre = hub();
  const votes = await tablet(storeInMemory(), centre.post);

  await votes.press("t1", 5, high);
  await votes.press("t1", 1, { number: "A001", at: 2, key: "key-2", asksReasons: false });
  await votes.send();
  await votes.press("t1", 1, { number: "A001", at: 3, key: "key-3", asksReasons: false });
  await votes.send();

  assert.deepEqual([...centre.counted.keys()], ["key-1"]);
});

test("a low vote waits for its reasons", async () => {
  const centre = hub();
  const votes = await tablet(storeInMemory(), centre.post);

  await votes.press("t1", 1, low);
  await votes.send();
  assert.equal(centre.asked, 0);

  await votes.complete("t1", ["wait"], "  Chờ lâu quá ");
  await votes.send();
  const counted = { token: "t1", score: 1, reasons: ["wait"], comment: "Chờ lâu quá" };
  assert.deepEqual(centre.counted.get("key-1"), counted);
});

test("a low vote goes out without reasons after the tablet died in the middle", async () => {
  const centre = hub();
  const store = storeInMemory();
  await (await tablet(store, centre.post)).press("t1", 1, low);

  const restarted = await tablet(store, centre.post);
  await restarted.send();

  assert.equal(centre.counted.get("key-1").score, 1);
});

test("votes pressed while the hub is away are kept over a restart and sent once, in order", async () => {
  const centre = hub();
  const store = storeInMemory();
  const votes = await tablet(store, centre.post);
  centre.away = true;
  await votes.press("t1", 5, high);
  await votes.press("t2", 4, { number: "A002", at: 2, key: "key-2", asksReasons: false });
  assert.equal(await votes.send(), false);
  assert.equal(centre.asked, 1, "the second does not overtake the first");

  centre.away = false;
  const restarted = await tablet(store, centre.post);
  assert.equal(restarted.has("t2"), true);
  await restarted.send();
  await restarted.send();

  assert.deepEqual([...centre.counted.keys()], ["key-1", "key-2"]);
  assert.equal(centre.asked, 3);
});

test("a vote whose answer was lost goes again with its first key", async () => {
  const centre = hub();
  const votes = await tablet(storeInMemory(), centre.post);
  centre.losesAnswer = true;
  await votes.press("t1", 5, high);
  await votes.send();

  centre.losesAnswer = false;
  await votes.send();

  assert.equal(centre.counted.size, 1);
  assert.equal(centre.asked, 2);
});

test("a vote goes with the number of its ticket, also after a restart of the tablet", async () => {
  const numbers = [];
  const post = async (body, key, number) => (numbers.push(number), "settled");
  const store = storeInMemory();
  await (await tablet(store, post)).press("t1", 5, high);

  await (await tablet(store, post)).send();

  assert.deepEqual(numbers, ["A001"]);
});

test("two who send at the same time send once", async () => {
  const centre = hub();
  const votes = await tablet(storeInMemory(), centre.post);
  await votes.press("t1", 5, high);

  await Promise.all([votes.send(), votes.send()]);

  assert.equal(centre.asked, 1);
});

test("a settled vote keeps no content and is forgotten after a day", async () => {
  const store = storeInMemory();
  const votes = await tablet(store, hub().post);
  await votes.press("t1", 1, low);
  await votes.complete("t1", ["wait"], "Chờ lâu");
  await votes.send();
  assert.deepEqual(store.kept.get("t1").reasons, []);
  assert.equal(store.kept.get("t1").comment, "");
  assert.equal(store.kept.get("t1").score, 0);

  assert.equal((await tablet(store, hub().post, DAY_MS)).has("t1"), true);
  assert.equal((await tablet(store, hub().post, DAY_MS + 2)).has("t1"), false);
  assert.equal(store.kept.size, 0);
});

test("a tablet that is never reloaded forgets, too", async () => {
  const store = storeInMemory();
  const votes = await tablet(store, hub().post);
  await votes.press("t1", 5, high);
  await votes.send();

  await votes.press("t2", 5, { number: "A002", at: DAY_MS + 2, key: "key-2", asksReasons: false });

  assert.deepEqual([...store.kept.keys()], ["t2"]);
  assert.equal(votes.has("t1"), false);
});

test("what judges the vote settles it; what judges the moment or the device does not", () => {
  for (const status of [400, 404, 409, 422]) assert.equal(answerOf(status), "settled");
  for (const status of [401, 403, 429, 500, 503]) assert.equal(answerOf(status), "not-now");
});

test("tries come further and further apart, up to 30 s", () => {
  assert.deepEqual([1, 2, 3, 9].map((tries) => waitBeforeRetry(tries, 1)), [1_000, 2_000, 4_000, 30_000]);
  assert.equal(waitBeforeRetry(9, 0), 15_000);
});
