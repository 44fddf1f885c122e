/** The phone's page runs in browsers of 2018, such as Chrome 66 of an old Android: no newer syntax, no newer calls. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const PAGE = new URL("../../main/resources/web/phone/", import.meta.url);
const LIB = new URL("../../../../protocol/src/main/resources/web/lib/", import.meta.url);
const YEAR = 2018;
/** Calls that came later. */
const NEWER = /\.(at|flat|flatMap|replaceAll|matchAll|toSorted|findLast|hasOwn|fromEntries|allSettled|randomUUID)\(|\bstructuredClone\b|\bglobalThis\b/;

const modules = readdirSync(PAGE)
  .filter((name) => name.endsWith(".js"))
  .map((name) => new URL(name, PAGE));
const imported = modules.flatMap((module) =>
  [...readFileSync(module, "utf8").matchAll(/from "\/lib\/([^"]+)"/g)].map(([, name]) => new URL(name, LIB)),
);

/** Node's own parser, told the year; it is not to be had without the flag. */
function parses(code) {
  const parse = `require("internal/deps/acorn/acorn/dist/acorn").parse(require("fs").readFileSync(0, "utf8"),
    { ecmaVersion: ${YEAR}, sourceType: "module" })`;
  execFileSync(process.execPath, ["--expose-internals", "--no-warnings", "-e", parse], { input: code, stdio: ["pipe", "ignore", "pipe"] });
}

test("the parser knows what is too new", () => {
  assert.doesNotThrow(() => parses("export const a = ({ b, ...c }) => ({ b, ...c });"));
  for (const newer of ["a?.b", "a ?? b", "try { a } catch { b }", "class A { #b = 1 }", "a ||= b"]) {
    assert.throws(() => parses(newer), newer);
  }
});

for (const module of new Set([...modules, ...imported].map(fileURLToPath))) {
  test(`${module.split("/").slice(-2).join("/")} is nothing newer than ${YEAR}`, () => {
    const code = readFileSync(module, "utf8");
    assert.doesNotThrow(() => parses(code));
    assert.doesNotMatch(code.replace(/\/\*[\s\S]*?\*\//g, ""), NEWER);
  });
}
