import assert from "node:assert/strict";
import { test } from "node:test";
import { MOST_WAITING, SILENCE, after, next } from "../../main/resources/web/voice/announcements.js";

/** A hall of 20 counters in which clerks call, start and finish; it tells the announcements what they would be told. */
class Calls {
  announcements = SILENCE;
  calls = [];
  counters = Array.from({ length: 20 }, (_, i) => ({ id: i + 1, state: "OPEN" }));

  call(number, counter, { kind = "CALLED", live = true } = {}) {
    this.calls = [{ number, counter }, ...this.calls.filter((old) => old.number !== number)];
    return this.#step(kind, { number, counter, state: "CALLED" }, live);
  }

  recall(number, counter) {
    return this.call(number, counter, { kind: "RECALLED" });
  }

  start(number, counter, live = true) {
    return this.#step("STARTED", { number, counter, state: "SERVING" }, live);
  }

  snapshot() {
    this.announcements = after(this.announcements, this, null, false);
    return this;
  }

  /** Ends what is spoken; answers what is spoken then. */
  next() {
    this.announcements = next(this.announcements);
    return this.announcements.speaking?.number;
  }

  get waiting() {
    return this.announcements.waiting.map(({ number }) => number);
  }

  #step(kind, ticket, live) {
    this.counters = this.counters.map((old) => (old.id === ticket.counter ? { ...old, ticket } : old));
    this.announcements = after(this.announcements, this, { kind, ticket }, live);
    return this;
  }
}

test("speaks calls one after the other, in the order of the calls", () => {
  const calls = new Calls().call("A001", 1).call("B001", 2).call("C001", 3);

  assert.deepEqual([calls.next(), calls.next(), calls.next(), calls.next()], ["A001", "B001", "C001", undefined]);
});

test("keeps what is spoken while newer calls arrive", () => {
  const calls = new Calls().call("A001", 1);
  calls.next();

  calls.call("B001", 2);

  assert.equal(calls.announcements.speaking.number, "A001");
  assert.deepEqual(calls.waiting, ["B001"]);
});

test("a recall of a ticket that still waits for its voice adds nothing", () => {
  const calls = new Calls().call("A001", 1).call("B001", 2).recall("A001", 1);

  assert.deepEqual(calls.waiting, ["A001", "B001"]);
});

test("a recall of what is spoken or was spoken is spoken again", () => {
  const calls = new Calls().call("A001", 1);
  calls.next();
  calls.recall("A001", 1);

  assert.equal(calls.next(), "A001");
  assert.equal(calls.next(), undefined);
});

test("a call to another counter replaces the one that waits", () => {
  const calls = new Calls().call("A001", 1).call("B001", 2);
  calls.counters[0] = { id: 1, state: "OPEN" };
  calls.call("A001", 3);

  assert.deepEqual(
    calls.announcements.waiting.map(({ number, counter }) => [number, counter]),
    [
      ["B001", 2],
      ["A001", 3],
    ],
  );
});

test("leaves out a visitor who already stands at the counter", () => {
  const calls = new Calls().call("A001", 1).call("B001", 2).start("A001", 1);

  assert.equal(calls.next(), "B001");
});

test("what is spoken is spoken to its end", () => {
  const calls = new Calls().call("A001", 1);
  calls.next();
  calls.start("A001", 1);

  assert.equal(calls.announcements.speaking.number, "A001");
});

test("never speaks a step of the past, nor a snapshot", () => {
  const calls = new Calls().call("A001", 1, { live: false }).snapshot();

  assert.equal(calls.next(), undefined);
});

test("a step of the past still takes away what is settled", () => {
  const calls = new Calls().call("A001", 1).start("A001", 1, false);

  assert.equal(calls.next(), undefined);
});

test("a snapshot keeps the calls that still stand, and no others", () => {
  const calls = new Calls().call("A001", 1).call("B001", 2);
  calls.counters[0] = { id: 1, state: "CLOSED" };

  assert.deepEqual(calls.snapshot().waiting, ["B001"]);
});

test("leaves the oldest to the screen when too many wait", () => {
  const calls = new Calls();
  for (let counter = 1; counter <= MOST_WAITING + 2; counter++) calls.call(`A${String(counter).padStart(3, "0")}`, counter);

  assert.equal(calls.waiting.length, MOST_WAITING);
  assert.equal(calls.next(), "A003");
});
