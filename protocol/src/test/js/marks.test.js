import assert from "node:assert/strict";
import { test } from "node:test";
import { markOf } from "../../main/resources/web/lib/marks.js";

test("the fields of a centre all look different, and neighbours differ in colour and in shape", () => {
  const marks = Array.from({ length: 56 }, (_, place) => markOf(place));

  assert.equal(new Set(marks.map(({ hue, shape }) => `${hue} ${shape}`)).size, 56);
  for (let place = 1; place < marks.length; place++) {
    assert.notEqual(marks[place].hue, marks[place - 1].hue);
    assert.notEqual(marks[place].shape, marks[place - 1].shape);
  }
});
