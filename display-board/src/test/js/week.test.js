/** A television that runs for a week: what it keeps stays as large as it was after the first minutes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { begin, heard } from "../../../../protocol/src/main/resources/web/lib/listening.js";
import { NOTHING_YET, remember } from "../../main/resources/web/tv/calls.js";
import { SILENCE, after, next } from "../../main/resources/web/voice/announcements.js";

const CALLS = 5_000;
const COUNTERS = 20;
const DAY = "2026-11-23";
const AT = "2026-11-23T08:05:00.000+07:00";
/** Longer numbers and lists that are not always full make small differences. */
const SLACK = 1.2;

/** The television's state, fed with what the hub would send. */
class Television {
  listening = begin(0);
  lately = NOTHING_YET;
  announcements = SILENCE;

  hears(message) {
    const { next: listening, news } = heard(this.listening, message, 0);
    this.listening = listening;
    for (const { hall, step, live } of news.filter(({ kind }) => kind === "hall")) {
      this.lately = remember(this.lately, hall, ({ counter }) => counter <= COUNTERS / 2);
      this.announcements = after(this.announcements, hall, step, live);
    }
  }

  get size() {
    return JSON.stringify(this).length;
  }
}

function steps(call) {
  const id = (call % COUNTERS) + 1;
  const ticket = { id: call, number: `A${String((call % 999) + 1).padStart(3, "0")}`, service: "land", files: 1, issuedAt: AT };
  const service = { id: "land", waiting: call % 7, open: true };
  const counter = { id, state: "OPEN", clerk: "Trần Thị Hồng" };
  const taken = (kind, state) => ({ kind, ticket: { ...ticket, state, counter: id, calls: 1 }, service });
  return [
    { kind: "ISSUED", ticket: { ...ticket, state: "WAITING", calls: 0 }, service },
    ...[["CALLED", "CALLED"], ["STARTED", "SERVING"]].map(([kind, state]) => {
      const step = taken(kind, state);
      return { ...step, counter: { ...counter, ticket: step.ticket } };
    }),
    { ...taken("FINISHED", "SERVED"), counter },
  ];
}

test(`nothing grows over ${CALLS} calls, though the voice is slower than the clerks`, () => {
  const television = new Television();
  const counters = Array.from({ length: COUNTERS }, (_, at) => ({ id: at + 1, state: "OPEN" }));
  const hall = { seq: 0, at: AT, day: DAY, services: [{ id: "land", waiting: 0, open: true }], counters, calls: [] };
  television.hears({ type: "snapshot", hall, epoch: 1 });
  let seq = 0;
  let early = 0;
  let largest = 0;

  // Visitors come to their counters long after they were called: many calls wait for their voice.
  const late = [];
  for (let call = 0; call < CALLS; call++) {
    const [issued, called, ...rest] = steps(call);
    late.push(rest);
    const told = [issued, called, ...(late.length >= COUNTERS ? late.shift() : [])];
    for (const step of told) television.hears({ type: "step", step: { seq: ++seq, at: AT, day: DAY, ...step }, live: true });
    if (call % 3 === 0) television.announcements = next(television.announcements);
    if (call === 200) early = television.size;
    if (call > 200) largest = Math.max(largest, television.size);
  }

  assert.equal(television.listening.hall.seq, 4 * CALLS - 2 * (COUNTERS - 1));
  assert.ok(largest <= early * SLACK, `${early} characters after 200 calls, ${largest} at most later`);
});
