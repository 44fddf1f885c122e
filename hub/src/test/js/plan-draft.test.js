import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  at, called, faultsAt, freshId, moved, newCounter, newField, newService, orderOf, same, withAt, withMore, withoutClass,
  withoutCounter, withoutField, withoutService,
} from "../../main/resources/web/admin/plan-draft.js";

const plan = JSON.parse(readFileSync(new URL("../../main/resources/plan/huong-tra.json", import.meta.url), "utf8"));

test("a place is named as the hub names it", () => {
  assert.equal(at(plan, "fields[0].services[1].prefix"), "A");
  assert.equal(at(plan, "conduct.nothing.here"), undefined);
});

test("a change leaves the plan in force as it is", () => {
  const changed = withAt(plan, "fields[0].services[1].prefix", "Q");

  assert.equal(at(changed, "fields[0].services[1].prefix"), "Q");
  assert.equal(at(plan, "fields[0].services[1].prefix"), "A");
  assert.equal(changed.fields[1], plan.fields[1]);
});

test("nothing takes a member or an entry away, and what is missing on the way is made", () => {
  assert.equal("hotline" in withAt(withAt(plan, "centre.hotline", "1022"), "centre.hotline", undefined).centre, false);
  assert.equal(withAt(plan, "hours[0]", undefined).hours.length, plan.hours.length - 1);
  assert.deepEqual(withMore({}, "conduct.holidays", "2026-09-02"), { conduct: { holidays: ["2026-09-02"] } });
});

test("what goes is served at no counter any more", () => {
  const gone = plan.fields[0].services.map(({ id }) => id);

  const without = withoutField(plan, "fields[0]");
  assert.equal(without.fields.length, plan.fields.length - 1);
  assert.equal(without.counters.some(({ services }) => services.some((id) => gone.includes(id))), false);
  const one = withoutService(plan, "fields[0].services[0]");
  assert.deepEqual(one.fields[0].services.map(({ id }) => id), [gone[1]]);
  assert.equal(one.counters.some(({ services }) => services.includes(gone[0])), false);
  assert.equal(one.fields[0].results, gone[1]);
  assert.equal("results" in withoutService(plan, "fields[0].services[1]").fields[0], false);
});

test("what is new is unlike the others", () => {
  const field = newField(plan);
  const used = plan.fields.flatMap(({ services }) => services.map(({ prefix }) => prefix));

  assert.equal(field.id, "linh-vuc-1");
  assert.equal(used.includes(field.services[0].prefix), false);
  assert.equal(newService(plan, "dat-dai").id, "dat-dai.dich-vu-1");
  assert.equal(newCounter(plan).id, Math.max(...plan.counters.map(({ id }) => id)) + 1);
  assert.equal(freshId("ly-do", ["ly-do-1", "ly-do-2"]), "ly-do-3");
});

test("a fault stands at its own place only", () => {
  const faults = [{ path: "fields[0].id", vi: "…", en: "…" }, { path: "fields", vi: "…", en: "…" }];

  assert.deepEqual(faultsAt(faults, "fields"), [faults[1]]);
});

test("plans are the same whatever the order of their members", () => {
  assert.equal(same({ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }), true);
  assert.equal(same({ a: 1 }, { a: 1, b: 2 }), false);
  assert.equal(same([1, 2], [2, 1]), false);
  assert.equal(same(plan, withAt(plan, "centre.hotline", "1022")), false);
});

test("a part without an English name is called by its Vietnamese one", () => {
  assert.equal(called({ vi: "Đất đai", en: "Land" }, "en"), "Land");
  assert.equal(called({ vi: "Đất đai" }, "en"), "Đất đai");
  assert.equal(called({ vi: "Đất đai", en: "Land" }, "vi"), "Đất đai");
});

test("what goes takes its quota, its points and its own order along", () => {
  const [first, second] = plan.fields[0].services.map(({ id }) => id);
  const classes = plan.priorityClasses.map(({ id }) => id);
  const full = {
    ...plan,
    conduct: { quotas: { [first]: 5, [second]: 6 }, inOrder: [plan.counters[0].id], order: orderOf("POINTS", plan.priorityClasses) },
  };

  assert.deepEqual(withoutService(full, "fields[0].services[0]").conduct.quotas, { [second]: 6 });
  assert.equal(withoutField(full, "fields[0]").conduct.quotas, undefined);
  assert.equal(withoutCounter(full, "counters[0]").conduct.inOrder, undefined);
  assert.deepEqual(withoutCounter(full, "counters[1]").conduct.inOrder, [plan.counters[0].id]);
  assert.deepEqual(Object.keys(withoutClass(full, "priorityClasses[0]").conduct.order.pointsPerMinute), classes.slice(1));
});

test("an order begins with all that its rule needs", () => {
  assert.equal(orderOf("FIRST_COME", []), undefined);
  assert.deepEqual(orderOf("RATIO", []), { policy: "RATIO", priorityInARow: 2, ordinaryInARow: 1 });
  assert.deepEqual(orderOf("POINTS", [{ id: "elderly" }]).pointsPerMinute, { elderly: 3 });
});

test("an entry moves and the others keep their order", () => {
  assert.deepEqual(moved(["a", "b", "c"], 2, 0), ["c", "a", "b"]);
  assert.deepEqual(moved(["a", "b", "c"], 1, 0), ["b", "a", "c"]);
});
