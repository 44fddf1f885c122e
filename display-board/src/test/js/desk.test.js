import assert from "node:assert/strict";
import { test } from "node:test";
import { counterOf, desk } from "../../main/resources/web/counter/desk.js";

const hallWith = (counter) => ({ counters: [{ id: 2, state: "OPEN" }, { id: 3, ...counter }] });

const SAID = [
  ["closed", { state: "CLOSED" }, { state: "closed" }],
  ["free", { state: "OPEN" }, { state: "free" }],
  ["called", { state: "OPEN", ticket: { number: "A025", service: "land", state: "CALLED" } }, { state: "called", number: "A025", service: "land" }],
  ["serving", { state: "OPEN", ticket: { number: "A025", service: "land", state: "SERVING" } }, { state: "serving", number: "A025", service: "land" }],
  ["free after the visitor left", { state: "OPEN", ticket: { number: "A025", service: "land", state: "SERVED" } }, { state: "free" }],
];

for (const [name, counter, said] of SAID) {
  test(`a desk that is ${name}`, () => assert.deepEqual(desk(hallWith(counter), 3), said));
}

test("knows nothing of a counter the centre does not have", () => {
  assert.equal(desk(hallWith({ state: "OPEN" }), 99), undefined);
});

test("reads the counter from the address", () => {
  assert.deepEqual(["?n=3", "?n=99", "", "?n=0", "?n=100", "?n=x"].map(counterOf), [3, 99, undefined, undefined, undefined, undefined]);
});
