/** The page fetches all its modules at once: none is forgotten, and none that nobody needs is fetched. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const PAGE = new URL("../../main/resources/web/kiosk/", import.meta.url);
const LIB = new URL("../../../../protocol/src/main/resources/web/lib/", import.meta.url);
const IMPORT = /^(?:import|export)[^"';]*?from\s+"([^"]+)"/gm;

/** Files by the address that the page has for them; the library of others imports nothing. */
function fileOf(address) {
  if (address.startsWith("/lib/lit-html/")) return null;
  return address.startsWith("/lib/") ? new URL(address.slice("/lib/".length), LIB) : new URL(address, PAGE);
}

function reached(address, seen = new Set()) {
  const file = fileOf(address);
  for (const [, named] of file ? readFileSync(file, "utf8").matchAll(IMPORT) : []) {
    const next = named.startsWith("./") ? address.replace(/[^/]*$/, "") + named.slice(2) : named;
    if (seen.has(next)) continue;
    seen.add(next);
    reached(next, seen);
  }
  return seen;
}

test("every module of the page is preloaded, and no other", () => {
  const html = readFileSync(new URL("kiosk.html", PAGE), "utf8");
  const preloaded = [...html.matchAll(/rel="modulepreload" href="([^"]+)"/g)].map(([, address]) => address);

  assert.deepEqual([...preloaded].sort(), [...reached("kiosk.js")].sort());
});
