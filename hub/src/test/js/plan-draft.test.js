import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import {
  at, called, faultsAt, freshId, newCounter, newField, newService, same, withAt, withMore, withoutField, withoutService,
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
