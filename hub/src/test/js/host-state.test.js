import assert from "node:assert/strict";
import { test } from "node:test";
import { askingOf, fieldsOf, kiosksOf, missedOf, prints, ratersOf, ticketOf } from "../../main/resources/web/host/host-state.js";

function printer(device, condition = "OK") {
  return { device, name: "printer", type: "PRINTER", condition, since: "2026-11-23T08:00:00.000+07:00" };
}

function bell(device, condition) {
  return { ...printer(device, condition), name: "bell", type: "BELL" };
}

function ticket(number, more = {}) {
  return { id: 1, number, service: "land", state: "WAITING", issuedAt: "2026-11-23T08:00:00.000+07:00", files: 1, calls: 0, ...more };
}

test("a kiosk where somebody calls comes first, then one that cannot print", () => {
  const board = { ...printer("Bảng 1"), type: "BOARD" };
  const hardware = [printer("K1"), printer("K2", "OUT"), printer("K3"), bell("K3", "RUNG"), board];

  const kiosks = kiosksOf({ hardware });

  assert.deepEqual(kiosks.map(({ name }) => name), ["K3", "K2", "K1"]);
  assert.deepEqual(kiosks.map(({ bell }) => bell?.condition), ["RUNG", undefined, undefined]);
  assert.deepEqual(kiosks.map(prints), [true, false, true]);
  assert.deepEqual(kiosksOf({}), []);
});

test("a bell of a kiosk that is away is nobody's call", () => {
  assert.equal(kiosksOf({ hardware: [printer("K1", "GONE"), bell("K1", "GONE")] })[0].bell, undefined);
});

test("who asks for priority is looked at in the order they came", () => {
  const later = ticket("D002", { asksPriority: true, issuedAt: "2026-11-23T08:05:00.000+07:00" });
  const first = ticket("D001", { asksPriority: true });
  const called = ticket("D003", { asksPriority: true, state: "CALLED" });

  assert.deepEqual(askingOf([later, called, ticket("D004"), first]), [first, later]);
});

test("who was missed last stands on top", () => {
  const one = ticket("D001", { state: "NO_SHOW", finishedAt: "2026-11-23T08:10:00.000+07:00" });
  const two = ticket("D002", { state: "NO_SHOW", finishedAt: "2026-11-23T08:20:00.000+07:00" });

  assert.deepEqual(missedOf([one, ticket("D003"), two]), [two, one]);
});

test("a number is found however it is said", () => {
  const tickets = [ticket("D012"), ticket("D112"), ticket("DA012")];

  for (const said of ["D012", "d12", " d 12 ", "D0012"]) assert.equal(ticketOf(tickets, said), tickets[0], said);
  assert.equal(ticketOf(tickets, "da12"), tickets[2]);
  assert.equal(ticketOf(tickets, "12"), null);
  assert.equal(ticketOf(tickets, "D13"), null);
});

test("who may need a hand at the tablet is whoever has not voted", () => {
  assert.deepEqual(ratersOf({ counters: [{ id: 1 }, { id: 2, toRate: ticket("D009") }] }), [{ counter: 2, number: "D009" }]);
});

test("a service that the hall does not speak of yet is not offered", () => {
  const name = { vi: "Đất đai", en: "Land" };
  const plan = { fields: [{ id: "land", name, services: [{ id: "in", name }, { id: "out", name }] }] };

  const [field] = fieldsOf(plan, { services: [{ id: "in", waiting: 3, open: true }] });

  assert.deepEqual(field.services.map(({ open, waiting }) => [open, waiting]), [[true, 3], [false, 0]]);
});

test("a service that gave all of today's numbers is told from one out of its hours", () => {
  const plan = { fields: [{ id: "land", name: {}, services: [{ id: "in" }, { id: "out" }] }] };
  const closed = { waiting: 0, open: false };

  const [field] = fieldsOf(plan, { services: [{ id: "in", ...closed, numbersLeft: 0 }, { id: "out", ...closed }] });

  assert.deepEqual(field.services.map(({ usedUp }) => usedUp), [true, false]);
});
