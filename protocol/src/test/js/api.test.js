import { webcrypto } from "node:crypto";
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { HubAway, HubProblem, newKey, send } from "../../main/resources/web/lib/api.js";

// Every browser has it as a global; Node before 19 does not.
globalThis.crypto ??= /** @type {Crypto} */ (webcrypto);

const refusal = {
  status: 409, code: "STALE_STATE", messageVi: "Số này đã được xử lý", messageEn: "Handled already", traceId: "t",
};
/** @type {Record<string, (answer: import("node:http").ServerResponse, question: object) => void>} */
const answers = {
  "/echo": (answer, question) => json(answer, 200, question),
  "/versioned": (answer) => answer.writeHead(200, { ETag: '"4"' }).end(),
  "/nothing": (answer) => answer.writeHead(204).end(),
  "/refused": (answer) => json(answer, 409, refusal, "application/problem+json"),
  "/proxy": (answer) => answer.writeHead(502, { "Content-Type": "text/html" }).end("<h1>Bad Gateway</h1>"),
  "/broken": (answer) => answer.writeHead(200, { "Content-Type": "application/json" }).end('{"half":'),
  "/gone": (answer) => answer.destroy(),
};
const server = createServer(async (question, answer) => {
  const body = (await question.toArray()).join("");
  answers[question.url](answer, { method: question.method, headers: question.headers, body });
});
let hub;

before(async () => {
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  hub = `http://127.0.0.1:${server.address().port}`;
});
after(() => server.close());

function json(answer, status, body, type = "application/json") {
  answer.writeHead(status, { "Content-Type": type }).end(JSON.stringify(body));
}

test("a question carries its body, the device's token and its key", async () => {
  const { status, body } = await send("POST", `${hub}/echo`, { ticket: 31 }, { token: "secret", key: "key-1" });

  assert.equal(status, 200);
  assert.equal(body.method, "POST");
  assert.equal(body.body, '{"ticket":31}');
  assert.equal(body.headers["content-type"], "application/json");
  assert.equal(body.headers.authorization, "Bearer secret");
  assert.equal(body.headers["idempotency-key"], "key-1");
});

test("a change names the version that was changed, and hears the next one", async () => {
  const { body } = await send("PUT", `${hub}/echo`, {}, { version: '"3"' });

  assert.equal(body.headers["if-match"], '"3"');
  assert.equal((await send("GET", `${hub}/versioned`)).version, '"4"');
});

test("a question of a person carries neither", async () => {
  const { body } = await send("GET", `${hub}/echo`);

  assert.equal(body.body, "");
  assert.equal("authorization" in body.headers, false);
  assert.equal("idempotency-key" in body.headers, false);
});

test("an answer without content is an answer", async () => {
  assert.deepEqual(await send("POST", `${hub}/nothing`), { status: 204, body: undefined, version: null });
});

test("a refusal speaks both languages", async () => {
  await assert.rejects(send("POST", `${hub}/refused`), (problem) => {
    assert.ok(problem instanceof HubProblem);
    assert.equal(problem.status, 409);
    assert.equal(problem.code, "STALE_STATE");
    assert.equal(problem.words("vi"), refusal.messageVi);
    assert.equal(problem.words("en"), refusal.messageEn);
    return true;
  });
});

test("whatever is not an answer of the hub means that nobody knows", async () => {
  for (const path of ["/proxy", "/broken", "/gone"]) await assert.rejects(send("GET", hub + path), HubAway, path);
});

test("keys are of the contract's form and never the same", () => {
  const keys = Array.from({ length: 100 }, newKey);

  assert.equal(new Set(keys).size, 100);
  for (const key of keys) assert.match(key, /^[A-Za-z0-9_-]{16,64}$/);
});
