import assert from "node:assert/strict";
import { test } from "node:test";
import { linkOf, roleOf, ROLES, USES } from "../../main/resources/web/lib/device-link.js";

const hub = { origin: "http://hub:8080" };

test("a screen opens its page, for its counter or its zone", () => {
  assert.equal(linkOf("TV", "t", hub), "http://hub:8080/tv/#token=t");
  assert.equal(linkOf("TV", "t", { ...hub, zone: "1-6,9" }), "http://hub:8080/tv/?counters=1-6%2C9#token=t");
  assert.equal(linkOf("COUNTER", "t", { ...hub, counter: "3" }), "http://hub:8080/counter/?n=3#token=t");
  assert.equal(linkOf("TABLET", "t", { ...hub, counter: "3" }), "http://hub:8080/tablet/?n=3#token=t");
});

test("a device with a program of its own has no page of the hub", () => {
  assert.equal(linkOf("KIOSK", "t", hub), null);
  assert.equal(linkOf("LED", "t", hub), null);
});

test("everything is let in as something", () => {
  assert.deepEqual([...new Set(USES.map(roleOf))], ROLES);
});
