import assert from "node:assert/strict";
import { test } from "node:test";
import { fieldsHere, isHere, zoneOf } from "../../main/resources/web/tv/zone.js";

const plan = {
  fields: [
    { id: "land", services: [{ id: "land.in" }, { id: "land.out" }] },
    { id: "civil", services: [{ id: "civil.in" }] },
    { id: "tax", services: [{ id: "tax.in" }] },
  ],
  counters: [
    { id: 1, services: ["land.in"] },
    { id: 2, services: ["land.out", "civil.in"] },
    { id: 9, services: ["tax.in"] },
  ],
};
const here = (search, call) => isHere(zoneOf(search), plan, call);
const fields = (search) => fieldsHere(zoneOf(search), plan).map(({ id }) => id);

test("is for the whole hall when the address names nothing", () => {
  assert.equal(here("", { counter: 9, service: "tax.in" }), true);
  assert.deepEqual(fields(""), ["land", "civil", "tax"]);
});

test("shows what the counters of the address call, and tells of the fields they serve", () => {
  assert.equal(here("?counters=1-6,9", { counter: 3, service: "civil.in" }), true);
  assert.equal(here("?counters=1-6,9", { counter: 7, service: "civil.in" }), false);
  assert.deepEqual(fields("?counters=1-6"), ["land", "civil"]);
});

test("shows the calls of the fields of the address, wherever they are called to", () => {
  assert.equal(here("?fields=land,tax", { counter: 2, service: "land.out" }), true);
  assert.equal(here("?fields=land,tax", { counter: 2, service: "civil.in" }), false);
  assert.deepEqual(fields("?fields=land,tax"), ["land", "tax"]);
});

test("a zone of fields waits for the plan", () => {
  assert.equal(isHere(zoneOf("?fields=land"), undefined, { counter: 1, service: "land.in" }), false);
});

for (const wrong of ["?counters=", "?counters=a", "?counters=0", "?counters=100", "?counters=6-1", "?fields="]) {
  test(`${wrong} is no zone`, () => assert.equal(zoneOf(wrong), undefined));
}
