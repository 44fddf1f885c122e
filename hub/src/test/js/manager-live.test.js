import assert from "node:assert/strict";
import { test } from "node:test";
import { countersNow, fewNumbers, fieldsNow, longestMs, overTarget, troubles, waitingInAnHour } from "../../main/resources/web/manager/live.js";

const NOW = Date.parse("2026-11-23T09:00:00+07:00");
const at = (time) => `2026-11-23T${time}:00.000+07:00`;

const plan = {
  fields: [
    { id: "land", name: { vi: "Đất đai", en: "Land" }, services: [{ id: "land.in" }, { id: "land.out" }] },
    { id: "justice", name: { vi: "Tư pháp", en: "Justice" }, services: [{ id: "justice.in" }] },
  ],
  counters: [
    { id: 1, services: ["land.in", "land.out"] },
    { id: 2, services: ["land.in", "justice.in"] },
    { id: 3, services: ["justice.in"] },
  ],
};
const hall = {
  services: [
    { id: "land.in", waiting: 2 },
    { id: "land.out", waiting: 1 },
    { id: "justice.in", waiting: 0 },
  ],
  counters: [
    { id: 1, state: "OPEN", ticket: { number: "D001" } },
    { id: 2, state: "OPEN" },
    { id: 3, state: "PAUSED" },
  ],
  hardware: [
    { device: "K1", name: "printer", condition: "LOW" },
    { device: "K2", name: "printer", condition: "OUT" },
    { device: "B", name: "1", condition: "OK" },
  ],
};
const queue = [
  { number: "D002", service: "land.in", state: "WAITING", issuedAt: at("08:50") },
  { number: "D003", service: "land.out", state: "WAITING", issuedAt: at("08:40") },
  { number: "D001", service: "land.in", state: "SERVING", issuedAt: at("07:30") },
  { number: "D000", service: "land.in", state: "NO_SHOW", issuedAt: at("07:31") },
];

test("a field adds up its services and knows who serves it", () => {
  const waits = { services: {}, fields: { land: { likely: 5, most: 12 } } };

  const [land, justice] = fieldsNow(plan, hall, queue, waits, NOW);

  assert.deepEqual([land.waiting, land.longestMs, land.open], [3, 20 * 60_000, 2]);
  assert.deepEqual(land.expected, { likely: 5, most: 12 });
  assert.deepEqual([justice.waiting, justice.longestMs, justice.open, justice.expected], [0, 0, 1, undefined]);
});

test("only who still waits can wait too long, the longest first", () => {
  assert.deepEqual(overTarget(queue, NOW).map(({ number }) => number), ["D003"]);
  assert.deepEqual(overTarget(queue, NOW + 10 * 60_000).map(({ number }) => number), ["D003", "D002"]);
  assert.equal(longestMs([], NOW), 0);
});

test("counters are open, free, paused or closed", () => {
  assert.deepEqual(countersNow(hall), { open: 2, free: 1, paused: 1, closed: 0 });
});

test("what stands still comes before what runs low", () => {
  assert.deepEqual(troubles(hall).map(({ device }) => device), ["K2", "K1"]);
  assert.deepEqual(troubles({}), []);
});

test("services that run out of numbers are told, the fewest first", () => {
  const services = [{ id: "a" }, { id: "b", numbersLeft: 12 }, { id: "c", numbersLeft: 0 }];

  assert.deepEqual(fewNumbers({ services }), [{ id: "c", left: 0 }, { id: "b", left: 12 }]);
});

test("the next hour goes on from who waits now, and says nothing without a day to look at", () => {
  const arrivals = { least: 10, middle: 14, most: 25 };

  assert.deepEqual(waitingInAnHour(6, { days: [], fields: {}, arrivals, called: 20 }), { least: 0, most: 11 });
  assert.equal(waitingInAnHour(6, { days: [], fields: {}, called: 20 }), undefined);
});
