import assert from "node:assert/strict";
import { test } from "node:test";
import { untilAnswered } from "../../main/resources/web/tv/asking.js";

class Away extends Error {}

const mayPass = (failure) => failure instanceof Away;

/** Answers with what `answers` hold, one a question; an error is thrown. */
function hub(...answers) {
  return async () => {
    const answer = answers.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  };
}

test("asks again, after a pause each time, until the hub answers", async () => {
  const pauses = [];

  const answer = await untilAnswered(hub(new Away(), new Away(), "plan"), mayPass, async (seconds) => pauses.push(seconds));

  assert.equal(answer, "plan");
  assert.deepEqual(pauses, [3, 3]);
});

test("does not pause when the hub answers at once", async () => {
  assert.equal(await untilAnswered(hub("plan"), mayPass, () => assert.fail("paused")), "plan");
});

test("does not hide a fault of its own", async () => {
  await assert.rejects(untilAnswered(hub(new TypeError("fault"), "plan"), mayPass, async () => {}), TypeError);
});
