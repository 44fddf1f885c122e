import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const HOUSE = new URL("../../../../", import.meta.url);
const KEEPS = /localStorage\.setItem|sessionStorage|indexedDB\.open|document\.cookie|caches\.open/;

/** Every page's own modules. */
function modules() {
  return readdirSync(HOUSE, { withFileTypes: true })
    .filter((folder) => folder.isDirectory())
    .flatMap(({ name }) => webOf(new URL(`${name}/src/main/resources/web/`, HOUSE)))
    .filter((file) => file.pathname.endsWith(".js"));
}

/** @param {URL} folder */
function webOf(folder) {
  try {
    return readdirSync(folder, { recursive: true }).map((file) => new URL(file, folder));
  } catch {
    return [];
  }
}

test("what pages keep in browsers stands in the manual", () => {
  const manual = readFileSync(new URL("docs/manual/privacy.md", HOUSE), "utf8");
  const keeping = modules().filter((file) => KEEPS.test(readFileSync(file, "utf8")));

  assert.deepEqual(keeping.map((file) => file.pathname.split("/").at(-1)).sort(), [
    "clerk.js",
    "device-token.js",
    "vote-store.js",
    "words.js",
  ]);
  for (const kept of ["luot.counter", "luot.token:", "luot.votes", "luot.language"]) {
    assert.ok(keeping.some((file) => readFileSync(file, "utf8").includes(kept)), kept);
    assert.ok(manual.includes(kept), kept);
  }
});
