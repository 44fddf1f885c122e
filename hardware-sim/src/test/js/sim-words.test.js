import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { catalogue } from "../../main/resources/web/sim/words.js";

checkCatalogue(catalogue, [new URL("../../main/resources/web/sim/hall-view.js", import.meta.url)]);

test("whatever happens in a hall has words", () => {
  const java = "../../../../protocol/src/main/java/vn/luot/protocol/message/StepKind.java";
  const source = readFileSync(new URL(java, import.meta.url), "utf8");
  const kinds = source.match(/^ {4}[A-Z_]+/gm)?.map((line) => line.trim()) ?? [];
  assert.ok(kinds.length >= 30);
  for (const kind of kinds) assert.ok(`happened.${kind}` in catalogue.vi, kind);
});
