import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { chosen, countersFor, devicesOf, draftOf, idOf, planOf } from "../../main/resources/web/setup/draft.js";

const sample = JSON.parse(
  readFileSync(new URL("../../main/resources/plan/huong-tra.json", import.meta.url), "utf8"),
);

function draftWith(...places) {
  const draft = draftOf(sample);
  draft.vi = "Bộ phận Một cửa phường Kim Long ";
  places.forEach((place) => (draft.fields[place].chosen = true));
  draft.counters = countersFor(draft, 4);
  return draft;
}

test("a draft begins with the fields of the sample, none of them chosen", () => {
  const draft = draftOf(sample);

  assert.equal(draft.fields.length, 19);
  assert.deepEqual(chosen(draft), []);
  assert.equal(draft.counters.length, 4);
});

test("every field finds a counter and every counter a field", () => {
  assert.deepEqual(draftWith(0, 1, 2).counters, [[0], [1], [2], [0]]);
  assert.deepEqual(countersFor(draftWith(0, 1, 2), 2), [[0, 2], [1]]);
});

test("what was ticked stays, and a field that is chosen no more goes", () => {
  const draft = draftWith(0, 1, 2);
  draft.counters = [[0, 1, 2], [2], [1], [0]];
  draft.fields[2].chosen = false;

  assert.deepEqual(countersFor(draft, 4), [[0, 1], [1], [1], [0]]);
});

test("the plan has a letter for each field and a range for each service", () => {
  const draft = draftWith(3, 2);
  draft.fields[2].results = false;

  const plan = planOf(draft, sample);

  assert.deepEqual(plan.fields.map(({ id }) => id), ["chung-thuc", "dat-dai"]);
  assert.deepEqual(
    plan.fields.flatMap(({ services }) => services.map(({ id, prefix, first, last }) => `${id} ${prefix} ${first}–${last}`)),
    ["chung-thuc.nop A 1–599", "dat-dai.nop B 1–599", "dat-dai.nhan B 600–999"],
  );
  assert.deepEqual(plan.counters[1].services, ["dat-dai.nop", "dat-dai.nhan"]);
  assert.deepEqual(plan.centre.name, { vi: "Bộ phận Một cửa phường Kim Long", en: "Bộ phận Một cửa phường Kim Long" });
  assert.equal("hotline" in plan.centre, false);
  assert.equal(plan.rating, sample.rating);
});

test("a half day has one span of hours", () => {
  const draft = draftWith(0);
  draft.times.afternoonFrom = "";

  assert.deepEqual(planOf(draft, sample).hours.map(({ from }) => from), ["07:30"]);
});

test("ids are made of plain letters and differ", () => {
  assert.equal(idOf("Đăng ký hộ tịch – Cư trú", []), "dang-ky-ho-tich-cu-tru");
  assert.equal(idOf("Đất đai", ["dat-dai"]), "dat-dai-2");
  assert.equal(idOf("土地", []), "linh-vuc");
  assert.match(idOf("Rất ".repeat(30), []), /^[a-z0-9-]{1,24}$/);
});

test("a centre gets its devices", () => {
  const devices = devicesOf(draftWith(0));

  assert.deepEqual(devices.map(({ name }) => name), [
    "Kiosk 1", "Tivi 1", "Máy tính bảng 1", "Máy tính bảng 2", "Máy tính bảng 3", "Máy tính bảng 4",
  ]);
});
