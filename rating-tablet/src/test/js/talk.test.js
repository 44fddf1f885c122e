import assert from "node:assert/strict";
import { test } from "node:test";
import {
  hears, PATIENCE_MS, pressesFace, pressesReason, sceneOf, sends, SETTLE_MS, THANKS_MS, waits, writes,
} from "../../main/resources/web/tablet/talk.js";

const LOW = 2;
const nobodyVoted = () => false;
const finished = { id: 3, state: "OPEN", clerk: "Trần Thị Hồng", toRate: { token: "t1", number: "A012", state: "SERVED" } };
const called = { id: 3, state: "OPEN", ticket: { number: "A013", state: "CALLED" } };
const free = { id: 3, state: "OPEN" };

function faces(at = 0) {
  return hears(null, finished, nobodyVoted, at);
}

function reasons(at = 0) {
  return pressesFace(faces(at), 1, LOW, at);
}

test("faces come when the clerk finishes", () => {
  assert.equal(sceneOf(finished, faces()), "faces");
  assert.equal(faces().number, "A012");
});

test("a ticket that has its vote is not asked about again", () => {
  assert.equal(hears(null, finished, (ticket) => ticket === "t1", 0), null);
});

test("the same news again does not start the talk afresh", () => {
  const talk = reasons();

  assert.equal(hears(talk, finished, nobodyVoted, 5), talk);
});

test("a high vote is thanked for at once, a low one is asked for reasons", () => {
  assert.equal(pressesFace(faces(), LOW + 1, LOW, 1).stage, "thanks");
  assert.equal(pressesFace(faces(), LOW, LOW, 1).stage, "reasons");
});

test("only the first face counts", () => {
  const talk = pressesFace(faces(), 5, LOW, 1);

  assert.equal(pressesFace(talk, 1, LOW, 2), talk);
});

test("a double tap on a face presses no reason and does not send", () => {
  const talk = reasons(0);

  assert.equal(pressesReason(talk, "wait", SETTLE_MS - 1), talk);
  assert.equal(sends(talk, SETTLE_MS - 1), talk);
});

test("reasons are chosen and taken back", () => {
  let talk = reasons(0);
  for (const reason of ["wait", "manner", "wait"]) talk = pressesReason(talk, reason, 1_000);

  assert.deepEqual(talk.reasons, ["manner"]);
});

test("reasons and a comment end in thanks", () => {
  const talk = sends(writes(pressesReason(reasons(0), "wait", 1_000), "Chờ hơn một giờ", 2_000), 3_000);

  assert.equal(talk.stage, "thanks");
  assert.deepEqual(talk.reasons, ["wait"]);
  assert.equal(talk.comment, "Chờ hơn một giờ");
});

test("faces that nobody presses go away after 30 s and do not come back", () => {
  const over = waits(faces(0), PATIENCE_MS);

  assert.equal(sceneOf(finished, over), "idle");
  assert.equal(hears(over, finished, nobodyVoted, PATIENCE_MS), over);
});

test("who leaves in the middle of the reasons is thanked for what was answered", () => {
  const talk = pressesReason(reasons(0), "wait", 20_000);

  assert.equal(waits(talk, 20_000 + PATIENCE_MS - 1), talk);
  assert.equal(waits(talk, 20_000 + PATIENCE_MS).stage, "thanks");
});

test("thanks stay a moment, then the tablet waits for the next one", () => {
  const thanks = pressesFace(faces(0), 5, LOW, 0);

  assert.equal(waits(thanks, THANKS_MS - 1), thanks);
  assert.equal(sceneOf(free, waits(thanks, THANKS_MS)), "idle");
});

test("thanks stay when the hub has counted the vote", () => {
  const thanks = pressesFace(faces(0), 5, LOW, 0);

  assert.equal(hears(thanks, free, nobodyVoted, 10), thanks);
});

test("the next call ends faces and thanks", () => {
  assert.equal(hears(faces(), called, nobodyVoted, 1), null);
  assert.equal(hears(pressesFace(faces(), 5, LOW, 0), called, nobodyVoted, 1), null);
});

test("the next call leaves whoever writes down reasons in peace, until the next is to be asked", () => {
  const talk = writes(reasons(0), "Chờ hơn", 1_000);
  const next = { ...finished, toRate: { token: "t2", number: "A013", state: "SERVED" } };

  assert.equal(hears(talk, called, nobodyVoted, 2_000).comment, "Chờ hơn");
  assert.equal(sceneOf(called, hears(talk, called, nobodyVoted, 2_000)), "reasons");
  assert.equal(hears(talk, next, nobodyVoted, 3_000).ticket, "t2");
});

test("whoever was overtaken by the next call is thanked all the same", () => {
  const overtaken = hears(reasons(0), called, nobodyVoted, 1_000);
  const thanks = sends(overtaken, 2_000);

  assert.equal(thanks.stage, "thanks");
  // The hub tells that it has the vote.
  assert.equal(hears(thanks, called, nobodyVoted, 2_001), thanks);
});

test("faces go away when the vote was given elsewhere", () => {
  assert.equal(hears(faces(), free, nobodyVoted, 1), null);
});

test("without a talk the counter is shown as it stands", () => {
  assert.equal(sceneOf(undefined, null), "away");
  assert.equal(sceneOf({ id: 3, state: "CLOSED" }, null), "closed");
  assert.equal(sceneOf(free, null), "idle");
  assert.equal(sceneOf(called, null), "called");
  assert.equal(sceneOf({ ...called, ticket: { state: "SERVING" } }, null), "serving");
});

test("who was served is asked even when the clerk closed the counter meanwhile", () => {
  const closed = { id: 3, state: "CLOSED", toRate: finished.toRate };

  assert.equal(sceneOf(closed, hears(null, closed, nobodyVoted, 0)), "faces");
});
