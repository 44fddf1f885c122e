import assert from "node:assert/strict";
import { test } from "node:test";
import { HubAway, HubProblem } from "../../main/resources/web/lib/api.js";
import { questions, quietly } from "../../main/resources/web/lib/questions.js";

const REFUSED = new HubProblem(409, { code: "NO", messageVi: "Không", messageEn: "No" });

function asker() {
  const heard = [];
  const ask = questions({
    onAsk: () => heard.push("ask"),
    onTrouble: (trouble) => heard.push(trouble.name),
    onAnswered: () => heard.push("answered"),
  });
  return { heard, ask };
}

test("what is asked while an answer is on its way is asked then", async () => {
  const { heard, ask } = asker();
  let answer = () => {};
  const first = ask(() => new Promise((answered) => (answer = answered)));
  const second = ask(async () => heard.push("second"));

  await Promise.resolve();
  assert.deepEqual(heard, ["ask"]);
  answer();
  await Promise.all([first, second]);

  assert.deepEqual(heard, ["ask", "answered", "ask", "second", "answered"]);
});

test("a refusal is told, and the next question is asked all the same", async () => {
  const { heard, ask } = asker();

  await ask(() => Promise.reject(REFUSED));
  await ask(() => Promise.reject(new HubAway("gone")));

  assert.deepEqual(heard, ["ask", "HubProblem", "answered", "ask", "HubAway", "answered"]);
});

test("a mistake of the page is nobody's refusal, and holds up nobody", async () => {
  const { heard, ask } = asker();

  await assert.rejects(ask(() => Promise.reject(new TypeError("a mistake"))), TypeError);
  await ask(async () => heard.push("second"));

  assert.deepEqual(heard, ["ask", "answered", "ask", "second", "answered"]);
  await assert.rejects(quietly(() => Promise.reject(new TypeError("a mistake"))), TypeError);
  await quietly(() => Promise.reject(REFUSED));
});
