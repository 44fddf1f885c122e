import assert from "node:assert/strict";
import { createServer } from "node:http";
import { after, before, test } from "node:test";
import { HubAway } from "../../main/resources/web/lib/api.js";
import { signOut } from "../../main/resources/web/lib/staff-session.js";

const ended = { code: "NOT_SIGNED_IN", messageVi: "Chưa đăng nhập", messageEn: "Not signed in" };
/** @type {(answer: import("node:http").ServerResponse) => void} */
let hub;
const server = createServer((_, answer) => hub(answer));
const ownFetch = globalThis.fetch;

before(async () => {
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  // A page's addresses are those of the hub it came from.
  globalThis.fetch = (path, request) => ownFetch(new URL(path, `http://127.0.0.1:${server.address().port}`), request);
});
after(() => {
  globalThis.fetch = ownFetch;
  server.close();
});

async function signedOut() {
  let gone = false;
  await signOut({ onSignedOut: () => (gone = true) });
  return gone;
}

test("who signs out is signed out", async () => {
  hub = (answer) => answer.writeHead(204).end();
  assert.equal(await signedOut(), true);
});

test("also of a session that has ended meanwhile", async () => {
  hub = (answer) => answer.writeHead(401, { "Content-Type": "application/problem+json" }).end(JSON.stringify(ended));
  assert.equal(await signedOut(), true);
});

test("but not while the hub is away: the session would still be there", async () => {
  hub = (answer) => answer.destroy();
  await assert.rejects(signedOut, HubAway);
});
