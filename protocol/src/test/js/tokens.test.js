import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const css = readFileSync(new URL("../../main/resources/web/lib/tokens.css", import.meta.url), "utf8");
const themes = {
  light: coloursAfter(":root {"),
  "dark by system": coloursAfter(':root:not([data-theme="light"]) {'),
  "dark by choice": coloursAfter(':root[data-theme="dark"] {'),
  "more contrast": coloursAfter(':root[data-contrast="more"] {'),
};
const meanings = ["waiting", "called", "serving", "done", "warn"];
const grounds = ["paper", "surface", "sunken"];
const readable = [
  ...grounds.flatMap((ground) => [["ink", ground], ["ink-soft", ground]]),
  ...["paper", "surface"].flatMap((ground) => meanings.map((meaning) => [`${meaning}-ink`, ground])),
  ...[...meanings, "accent", "brand"].map((fill) => [`on-${fill}`, fill]),
  ...meanings.map((meaning) => [`${meaning}-ink`, `${meaning}-soft`]),
  ["on-accent", "accent-pressed"], ["ink", "accent-soft"], ["accent", "surface"], ["accent", "paper"],
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((hue) => ["on-field", `field-${hue}`]),
];
const visible = [["line-strong", "surface"], ["line-strong", "paper"], ["focus", "surface"], ["focus", "paper"]];

for (const [theme, colours] of Object.entries(themes)) {
  test(`text is readable: ${theme}`, () => {
    for (const [text, ground] of readable) atLeast(4.5, colours, text, ground);
  });
  test(`borders and focus are visible: ${theme}`, () => {
    for (const [line, ground] of visible) atLeast(3, colours, line, ground);
  });
}

test("both ways to the dark theme give the same colours", () => {
  assert.deepEqual(themes["dark by system"], themes["dark by choice"]);
});

function atLeast(limit, colours, front, back) {
  const ratio = contrast(colours[front], colours[back]);
  assert.ok(ratio >= limit, `--${front} on --${back}: ${ratio.toFixed(2)} < ${limit}`);
}

function coloursAfter(selector) {
  const start = css.indexOf(selector);
  assert.notEqual(start, -1, selector);
  const block = css.slice(start, css.indexOf("}", start));
  return Object.fromEntries([...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));
}

function contrast(a, b) {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
