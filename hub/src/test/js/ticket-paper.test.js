import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { filled, paper } from "../../main/resources/web/admin/ticket-paper.js";

const plan = JSON.parse(readFileSync(new URL("../../main/resources/plan/huong-tra.json", import.meta.url), "utf8"));
const usual = JSON.parse(
  readFileSync(new URL("../../../../protocol/src/main/resources/web/lib/ticket.json", import.meta.url), "utf8"),
);
const texts = (template, language, when) => paper(template, plan, language, when).map(({ text }) => text);

test("a usual ticket names what it is for, how many are ahead and how long that takes", () => {
  const said = texts(usual, "vi", "ALWAYS");

  assert.ok(said.includes("A012"));
  assert.ok(said.includes(plan.centre.name.vi) && said.includes(plan.fields[0].name.vi));
  assert.ok(said.includes("Chờ sau 5 người, 10-20 phút"), said.join("|"));
  assert.equal(said.some((line) => /IN LẠI|người đầu tiên|mất kết nối/.test(line)), false);
});

test("other tickets say what they are", () => {
  assert.ok(texts(usual, "vi", "REPRINT").includes("IN LẠI"));
  assert.ok(texts(usual, "vi", "NOBODY_AHEAD").includes("Ông/bà là người đầu tiên"));
  const offline = texts(usual, "en", "OFFLINE");
  assert.ok(offline.includes("Given while the hub was away"));
  assert.equal(offline.some((line) => line.startsWith("Ahead")), false);
});

test("a line is left out when it tells what is not known, a part in brackets alone", () => {
  assert.equal(filled("Hỗ trợ: {hotline}", {}), null);
  assert.equal(filled("Chờ sau {ahead} người[, {wait} phút]", { ahead: "5" }), "Chờ sau 5 người");
});

test("a template's language counts before the visitor's, and Vietnamese stands in for English", () => {
  const template = { language: "en", lines: [{ vi: "Một", en: "One" }, { vi: "Hai", style: "LARGE", align: "LEFT" }] };

  assert.deepEqual(paper(template, plan, "vi", "ALWAYS"), [
    { is: "TEXT", text: "One", style: "NORMAL", align: "CENTER" },
    { is: "TEXT", text: "Hai", style: "LARGE", align: "LEFT" },
  ]);
});
