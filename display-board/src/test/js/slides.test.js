import assert from "node:assert/strict";
import { test } from "node:test";
import { NO_TURN, over, slideOf, slidesOf, turned } from "../../main/resources/web/tv/slides.js";

const text = { vi: "Nghỉ lễ ngày 2/9", en: "Closed on 2 September" };
const picture = { file: "01 phòng cháy.png", film: false, changed: 7 };
const film = { file: "02.mp4", film: true, changed: 8 };

test("notices come first, then the files, each under an address that changes with it", () => {
  const slides = slidesOf({ notices: [{ text }] }, [picture, film], "2026-08-30");

  assert.deepEqual(slides.map(({ kind }) => kind), ["notice", "picture", "film"]);
  assert.equal(slides[1].address, "/playlist/01%20ph%C3%B2ng%20ch%C3%A1y.png?v=7");
});

test("a notice is shown on its last day and not the day after", () => {
  const plan = { notices: [{ text, until: "2026-09-02" }] };

  assert.equal(slidesOf(plan, [], "2026-09-02").length, 1);
  assert.equal(slidesOf(plan, [], "2026-09-03").length, 0);
});

test("each has its turn, and after the last comes the first", () => {
  const slides = slidesOf({ notices: [{ text }] }, [picture], undefined);
  let turn = turned(NO_TURN, slides, 1_000);
  const shown = [slideOf(turn, slides).kind];
  for (const now of [12_999, 13_000, 25_000]) {
    turn = turned(turn, slides, now);
    shown.push(slideOf(turn, slides).kind);
  }

  assert.deepEqual(shown, ["notice", "notice", "picture", "notice"]);
});

test("a film stays until it has ended, but not for ever", () => {
  const slides = slidesOf(undefined, [film, picture], undefined);
  const turn = turned(NO_TURN, slides, 0);

  assert.equal(slideOf(turned(turn, slides, 599_000), slides).kind, "film");
  assert.equal(slideOf(turned(turn, slides, 600_000), slides).kind, "picture");
  assert.equal(slideOf(over(turn, slides, 30_000), slides).kind, "picture");
});

test("goes on with what there is when its slide is taken away", () => {
  const turn = turned(NO_TURN, slidesOf(undefined, [film], undefined), 0);

  assert.equal(slideOf(turned(turn, slidesOf(undefined, [picture], undefined), 1), slidesOf(undefined, [picture], undefined)).kind, "picture");
  assert.equal(slideOf(turned(turn, [], 1), []), undefined);
});
