import assert from "node:assert/strict";
import { test } from "node:test";
import { paged, roomFor } from "../../main/resources/web/kiosk/paging.js";

const LIST = Array.from({ length: 19 }, (_, at) => at);

test("a list that fits is on one page", () => {
  assert.deepEqual(paged(LIST, 20), { shown: LIST, pages: 1, page: 0, more: 0 });
  assert.deepEqual(paged([], 20), { shown: [], pages: 1, page: 0, more: 0 });
});

test("a longer list is turned through, every one of it once, and then begins again", () => {
  const pages = [0, 1, 2].map((page) => paged(LIST, 8, page));

  assert.deepEqual(pages.flatMap(({ shown }) => shown), LIST);
  assert.deepEqual(pages.map(({ more }) => more), [11, 3, 0]);
  assert.deepEqual(paged(LIST, 8, 3), paged(LIST, 8, 0));
});

test("19 fields are on one screen, and never more in large letters or low down than otherwise", () => {
  assert.ok(roomFor("fields", { large: false, low: false }) >= 19);
  for (const what of ["fields", "services", "found"]) {
    const room = (large, low) => roomFor(what, { large, low });
    assert.ok(room(true, true) >= 1);
    assert.ok(room(true, true) < room(false, true) && room(false, true) < room(false, false), what);
    assert.ok(room(true, false) < room(false, false), what);
  }
});

test("long names leave room for fewer, and for one at least", () => {
  const look = { large: false, low: false };
  assert.equal(roomFor("fields", look, 1), roomFor("fields", look));
  assert.equal(roomFor("fields", look, 2), roomFor("fields", look) - 2);
  assert.equal(roomFor("services", look, 1), roomFor("services", look) - 1);
  assert.equal(roomFor("found", look, 10), 1);
});
