import assert from "node:assert/strict";
import { test } from "node:test";
import { waitingByField } from "../../main/resources/web/tv/waiting.js";

const field = (id, ...services) => ({ id, name: { vi: id, en: id }, services });
const service = (id, prefix) => ({ id, prefix });

test("adds up the services of a field, in the order of the plan", () => {
  const plan = { fields: [field("land", service("land-in", "D"), service("land-out", "D")), field("tax", service("tax-in", "T"))] };
  const hall = { services: [{ id: "tax-in", waiting: 1 }, { id: "land-in", waiting: 5 }, { id: "land-out", waiting: 2 }] };

  assert.deepEqual(
    waitingByField(plan, hall).map(({ id, prefixes, waiting }) => [id, prefixes, waiting]),
    [
      ["land", "D", 7],
      ["tax", "T", 1],
    ],
  );
});

test("names every letter a field's tickets may carry", () => {
  const plan = { fields: [field("land", service("in", "D"), service("out", "DK"))] };

  assert.equal(waitingByField(plan, { services: [] })[0].prefixes, "D DK");
});

test("counts nobody for a service the hall does not know yet", () => {
  const plan = { fields: [field("land", service("in", "D"))] };

  assert.equal(waitingByField(plan, { services: [] })[0].waiting, 0);
});
