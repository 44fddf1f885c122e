import assert from "node:assert/strict";
import { test } from "node:test";
import { deskOf, late, listsOf, running, servicesOf, shown, stepsOf, total, verbOf, waitingFor, withCounter } from "../../main/resources/web/clerk/desk-state.js";

const CLERK = "Trần Thị Hồng";

function ticket(state, more = {}) {
  return { id: 31, number: "A012", service: "land", state, files: 1, calls: 1, issuedAt: "2026-11-23T08:00:00+07:00", ...more };
}

function hallWith(...counters) {
  const services = [{ id: "land", waiting: 3, open: true }, { id: "tax", waiting: 2, open: true }];
  return { seq: 7, at: "2026-11-23T08:00:00+07:00", day: "2026-11-23", services, counters, calls: [] };
}

function deskWith(atCounter) {
  return deskOf(hallWith({ id: 3, state: "OPEN", clerk: CLERK, ticket: atCounter }), CLERK, null);
}

test("without an open day there is nothing but opening it", () => {
  const hall = { ...hallWith({ id: 3, state: "OPEN", clerk: CLERK }), day: undefined };

  assert.equal(deskOf(hall, CLERK, 3).mode, "day-closed");
});

test("a clerk without a counter chooses one", () => {
  const desk = deskOf(hallWith({ id: 3, state: "CLOSED" }, { id: 4, state: "OPEN", clerk: "Lê Văn Đức" }), CLERK, 3);

  assert.equal(desk.mode, "choosing");
  assert.equal(desk.counter, null);
});

test("the desk finds its counter again after a reload, and of two of that name the remembered one", () => {
  const hall = hallWith({ id: 3, state: "OPEN", clerk: CLERK }, { id: 4, state: "OPEN", clerk: CLERK });

  assert.equal(deskOf(hall, CLERK, null).counter.id, 3);
  assert.equal(deskOf(hall, CLERK, 4).counter.id, 4);
  assert.equal(deskOf(hall, CLERK, 9).counter.id, 3);
});

test("Enter is always the usual next step", () => {
  assert.equal(verbOf(deskWith(undefined), "Enter"), "next");
  assert.equal(verbOf(deskWith(ticket("CALLED")), "Enter"), "start");
  assert.equal(verbOf(deskWith(ticket("SERVING")), "Enter"), "finish");
});

test("who paused finds the counter again, and Enter opens it", () => {
  const desk = deskOf(hallWith({ id: 3, state: "PAUSED", clerk: CLERK }), CLERK, null);

  assert.equal(desk.mode, "paused");
  assert.equal(verbOf(desk, "Enter"), "open");
});

test("what may be done beside the usual step depends on where the visit stands", () => {
  assert.deepEqual(deskWith(undefined).others, ["walk-in", "pause"]);
  assert.deepEqual(deskWith(ticket("CALLED")).others, ["recall", "no-show", "hold", "transfer", "return"]);
  assert.deepEqual(deskWith(ticket("SERVING")).others, ["hold", "transfer", "further", "return"]);
  assert.equal(verbOf(deskWith(ticket("SERVING")), "c"), "transfer");
});

test("a desk lists who waits for it, is held or missed the call, and who has waited too long", () => {
  const plan = { counters: [{ id: 3, services: ["land"] }] };
  const queue = [
    ticket("WAITING"),
    ticket("WAITING", { id: 32, issuedAt: "2026-11-23T08:10:00+07:00" }),
    ticket("HELD", { id: 33 }),
    ticket("NO_SHOW", { id: 34 }),
    ticket("WAITING", { id: 35, service: "tax" }),
    ticket("SERVING", { id: 36 }),
  ];

  const { waiting, held, missed } = listsOf(queue, plan, 3);

  assert.deepEqual([waiting, held, missed].map((list) => list.map(({ id }) => id)), [[31, 32], [33], [34]]);
  const now = Date.parse("2026-11-23T08:16:00+07:00");
  assert.deepEqual(late(waiting, now, 15 * 60_000).map(({ id }) => id), [31]);
  assert.deepEqual(listsOf(queue, plan, 9), { waiting: [], held: [], missed: [] });
});

test("R calls again and V notes a no-show, while somebody is called and at no other time", () => {
  const called = deskWith(ticket("CALLED"));

  assert.equal(verbOf(called, "r"), "recall");
  assert.equal(verbOf(called, "V"), "no-show");
  assert.equal(verbOf(called, "x"), undefined);
  for (const other of [deskWith(undefined), deskWith(ticket("SERVING"))]) {
    assert.equal(verbOf(other, "r"), undefined);
    assert.equal(verbOf(other, "v"), undefined);
  }
});

test("a verb carries the ticket that the clerk sees", () => {
  assert.deepEqual(shown(ticket("CALLED")), { ticket: 31 });
  assert.deepEqual(shown(null), {});
});

test("the hub's answer shows before the feed says so", () => {
  const hall = hallWith({ id: 3, state: "OPEN", clerk: CLERK, ticket: ticket("CALLED") }, { id: 4, state: "CLOSED" });

  const next = withCounter(hall, { id: 3, state: "OPEN", clerk: CLERK, ticket: ticket("SERVING") });

  assert.equal(deskOf(next, CLERK, 3).mode, "serving");
  assert.equal(next.counters[1], hall.counters[1]);
});

test("waiting are counted in the counter's own order of services", () => {
  const plan = { counters: [{ id: 3, services: ["tax", "land", "new"] }] };

  const queues = waitingFor(hallWith(), plan, 3);

  assert.deepEqual(queues, [
    { service: "tax", waiting: 2 },
    { service: "land", waiting: 3 },
    { service: "new", waiting: 0 },
  ]);
  assert.equal(total(queues), 5);
  assert.deepEqual(waitingFor(hallWith(), plan, 9), []);
});

test("a service knows the name of its field", () => {
  const field = { vi: "Đất đai", en: "Land" };
  const name = { vi: "Nộp hồ sơ", en: "Hand in" };

  const services = servicesOf({ fields: [{ name: field, services: [{ id: "land", prefix: "D", name }] }] });

  assert.deepEqual(services.get("land"), { id: "land", prefix: "D", name, field });
});

test("the timer runs from the last call, then from the start, and never backwards", () => {
  const called = ticket("CALLED", { calledAt: "2026-11-23T08:00:00+07:00" });
  const serving = ticket("SERVING", { ...called, startedAt: "2026-11-23T08:01:00+07:00" });
  const at = (time) => Date.parse(`2026-11-23T${time}+07:00`);

  assert.equal(running(called, at("08:03:07.900")), "03:07");
  assert.equal(running(serving, at("08:03:07")), "02:07");
  assert.equal(running(serving, at("09:04:07")), "1:03:07");
  assert.equal(running(called, at("07:59:59")), "00:00");
});

test("tells what the visit has behind it, and what follows on the same number", () => {
  const serving = ticket("SERVING", { calledAt: "2026-11-23T08:10:00+07:00", startedAt: "2026-11-23T08:11:00+07:00", further: ["tax"] });

  assert.deepEqual(stepsOf(serving), [
    { was: "issued", at: serving.issuedAt },
    { was: "called", at: serving.calledAt },
    { was: "started", at: serving.startedAt },
    { then: "tax" },
  ]);
  assert.deepEqual(stepsOf(ticket("CALLED", { calledAt: serving.calledAt })).map(({ was }) => was), ["issued", "called"]);
});

test("tells the steps of a visit that was put aside and called again in the order of time", () => {
  const again = ticket("CALLED", { startedAt: "2026-11-23T08:30:00+07:00", calledAt: "2026-11-23T09:00:00+07:00" });

  assert.deepEqual(stepsOf(again).map(({ was }) => was), ["issued", "started", "called"]);
});
