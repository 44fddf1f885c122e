import assert from "node:assert/strict";
import { test } from "node:test";
import { ON_A_PAGE, lengthOf, pageOf, waitingByField } from "../../main/resources/web/tv/waiting.js";

const field = (id, ...services) => ({ id, name: { vi: id, en: id }, services });
const service = (id, prefix) => ({ id, prefix });
const ofAll = (plan, hall, ranges = {}) => waitingByField({ counters: [], ...plan }, hall, {}, ranges);
const waiting = (...counts) => counts.map((count, place) => ({ id: `f${place}`, place, waiting: count }));

test("adds up the services of a field, in the order of the plan", () => {
  const plan = { fields: [field("land", service("land-in", "D"), service("land-out", "D")), field("tax", service("tax-in", "T"))] };
  const hall = { services: [{ id: "tax-in", waiting: 1 }, { id: "land-in", waiting: 5 }, { id: "land-out", waiting: 2 }] };

  assert.deepEqual(
    ofAll(plan, hall).map(({ id, prefixes, waiting }) => [id, prefixes, waiting]),
    [
      ["land", "D", 7],
      ["tax", "T", 1],
    ],
  );
});

test("names every letter a field's tickets may carry", () => {
  const plan = { fields: [field("land", service("in", "D"), service("out", "DK"))] };

  assert.equal(ofAll(plan, { services: [] })[0].prefixes, "D DK");
});

test("counts nobody for a service the hall does not know yet", () => {
  const plan = { fields: [field("land", service("in", "D"))] };

  assert.equal(ofAll(plan, { services: [] })[0].waiting, 0);
});

test("tells the wait where somebody can tell", () => {
  const plan = { fields: [field("land", service("in", "D")), field("tax", service("t", "T"))] };
  const ranges = { land: { likely: 5, most: 12 } };

  assert.deepEqual(ofAll(plan, { services: [] }, ranges).map(({ range }) => range), [ranges.land, undefined]);
});

test("a field keeps its place in the plan, and so its mark, in every zone", () => {
  const plan = { fields: [field("land", service("in", "D")), field("tax", service("t", "T"))], counters: [] };

  assert.deepEqual(waitingByField(plan, { services: [] }, { fields: new Set(["tax"]) }, {}).map(({ place }) => place), [1]);
});

test("shows all fields where they have room", () => {
  assert.equal(pageOf(waiting(0, 0, 1, 0, 0, 0), 0).shown.length, ON_A_PAGE);
});

test("shows the fields that somebody waits for a page at a time where they do not", () => {
  const fields = waiting(...Array.from({ length: 19 }, (_, place) => (place < 8 ? 1 : 0)));
  const places = (now) => pageOf(fields, now).shown.map(({ place }) => place);

  assert.deepEqual(places(0), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(places(8_000), [6, 7]);
  assert.deepEqual(places(16_000), [0, 1, 2, 3, 4, 5]);
  assert.deepEqual(pageOf(waiting(...Array(19).fill(0)), 0), { shown: [], page: 0, pages: 1 });
});

test("writes a long name smaller, and gives a short one's English more room", () => {
  const lengths = ["Hộ tịch", "Giao dịch bảo đảm", "Cấp Giấy chứng nhận quyền sử dụng đất"].map((vi) => lengthOf({ vi, en: "" }));

  assert.deepEqual(lengths, ["short", "usual", "long"]);
});
