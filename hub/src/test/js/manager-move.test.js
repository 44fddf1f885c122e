import assert from "node:assert/strict";
import { test } from "node:test";
import { changes, toggled } from "../../main/resources/web/manager/move.js";

test("only waits that change are told, the greatest change first", () => {
  const effect = {
    before: { land: { likely: 20, most: 35 }, tax: { likely: 2, most: 4 }, civil: { likely: 5, most: 9 } },
    after: { land: { likely: 8, most: 15 }, tax: { likely: 4, most: 6 }, civil: { likely: 5, most: 9 } },
  };

  assert.deepEqual(changes(effect).map(({ service, better }) => [service, better]), [["land", true], ["tax", false]]);
});

test("a service that nobody would serve any more gets worse, one that somebody serves at last gets better", () => {
  const range = { likely: 5, most: 9 };

  assert.equal(changes({ before: { land: range }, after: {} })[0].better, false);
  assert.equal(changes({ before: {}, after: { land: range } })[0].better, true);
});

test("a service joins at the end and leaves alone", () => {
  assert.deepEqual(toggled(["a", "b"], "c"), ["a", "b", "c"]);
  assert.deepEqual(toggled(["a", "b", "c"], "b"), ["a", "c"]);
});
