/** No page may have words that nobody checks. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const ROOT = new URL("../../../../", import.meta.url);
const MODULES = ["hub", "kiosk", "display-board", "rating-tablet", "hardware-sim"];

function filesOf(module, folder, ending) {
  const at = new URL(`${module}/src/${folder}/`, ROOT);
  return readdirSync(at, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(ending))
    .map((name) => ({ name, code: readFileSync(new URL(name, at), "utf8") }));
}

for (const module of MODULES) {
  const tests = filesOf(module, "test/js", ".test.js").filter(({ code }) => code.includes("checkCatalogue("));
  for (const { name } of filesOf(module, "main/resources/web", "words.js")) {
    test(`the words of ${module}/${name} are checked`, () => {
      assert.ok(tests.some(({ code }) => code.includes(`main/resources/web/${name}"`)));
    });
  }
}
