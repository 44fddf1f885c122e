/**
 * The check that every page's catalogue passes: same keys in both languages, no empty text, the same values to fill
 * in, every key used and every used key there. A test of a page is one call:
 *
 *     checkCatalogue(catalogue, [new URL("../../main/resources/web/clerk/", import.meta.url)]);
 *
 * A key is used where the page's source says `w("key"`, or `w(\`state.${…}\`)` for all keys that begin with "state.".
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";

const USED = /\bw\(\s*(?:"([^"]+)"|`([^`$]+)\$\{)/g;
const VALUE = /\{(\w+)\}/g;

/**
 * @param {{vi: Record<string, string>, en: Record<string, string>}} catalogue
 * @param {URL[]} sources the modules that use it; a folder is all modules in it
 */
export function checkCatalogue(catalogue, sources) {
  const { vi, en } = catalogue;
  const keys = Object.keys(vi);

  test("both languages have the same keys", () => {
    assert.deepEqual(Object.keys(en).sort(), [...keys].sort());
  });

  test("no text is empty, padded or decomposed", () => {
    for (const text of [...Object.values(vi), ...Object.values(en)]) {
      assert.ok(text.length > 0 && text === text.trim(), `"${text}"`);
      assert.equal(text, text.normalize("NFC"));
    }
  });

  test("both languages fill in the same values", () => {
    for (const key of keys) assert.deepEqual(valuesIn(en[key]), valuesIn(vi[key]), key);
  });

  test("every used key has words, and all words are used", () => {
    const { whole, beginnings } = usedIn(sources);
    for (const key of whole) assert.ok(key in vi, `no words for ${key}`);
    for (const start of beginnings) assert.ok(keys.some((key) => key.startsWith(start)), `no words for ${start}…`);
    const unused = keys.filter((key) => !whole.has(key) && !beginnings.some((start) => key.startsWith(start)));
    assert.deepEqual(unused, [], "not used");
  });
}

function valuesIn(text) {
  return [...text.matchAll(VALUE)].map(([, name]) => name).sort();
}

function usedIn(sources) {
  const whole = new Set();
  const beginnings = [];
  for (const source of sources.flatMap(modulesAt)) {
    const code = readFileSync(source, "utf8");
    for (const [, key, beginning] of code.matchAll(USED)) key ? whole.add(key) : beginnings.push(beginning);
  }
  return { whole, beginnings };
}

/** @param {URL} source */
function modulesAt(source) {
  if (!source.pathname.endsWith("/")) return [source];
  return readdirSync(source)
    .filter((name) => name.endsWith(".js"))
    .map((name) => new URL(name, source));
}
