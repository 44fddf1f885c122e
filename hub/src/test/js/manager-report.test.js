import assert from "node:assert/strict";
import { test } from "node:test";
import { address, audit, behind, heat, inMinutes, percent, shares } from "../../main/resources/web/manager/report.js";

const question = { from: "2026-11-01", to: "2026-11-23", by: "weekday-hour", target: 15 };
const row = (key, arrived) => ({ key, figures: { arrived } });

test("a report and its file have one address", () => {
  assert.equal(address(question), "/api/reports/visits?from=2026-11-01&to=2026-11-23&by=weekday-hour&target=15");
  assert.match(address(question, { format: "pdf", lang: "en" }), /&format=pdf&lang=en$/);
  assert.equal(behind(question, undefined, "arrived"), "/api/reports/tickets?from=2026-11-01&to=2026-11-23&by=weekday-hour&figure=arrived&target=15");
  assert.match(behind(question, "đất đai", "no-show"), /figure=no-show.*&key=%C4%91%E1%BA%A5t\+%C4%91ai$/);
  assert.equal(audit(question, "vi"), "/api/reports/audit?from=2026-11-01&to=2026-11-23&format=xlsx&lang=vi");
});

test("minutes and shares are written as people read them", () => {
  assert.equal(inMinutes(750, "vi"), "12,5");
  assert.equal(inMinutes(750, "en"), "12.5");
  assert.equal(percent(1, 3), "33 %");
  assert.equal(percent(0, 0), "–");
});

test("the busiest row has the longest bar", () => {
  assert.deepEqual(shares([row("a", 5), row("b", 10)]), [0.5, 1]);
  assert.deepEqual(shares([row("a", 0)]), [0]);
});

test("a heat map has every hour between the first and the last", () => {
  const [monday, wednesday] = [row("1-08", 4), row("3-10", 2)];
  assert.deepEqual(heat([monday, wednesday]), {
    hours: [8, 9, 10],
    most: 4,
    days: [
      { weekday: 1, cells: [monday, undefined, undefined] },
      { weekday: 2, cells: [undefined, undefined, undefined] },
      { weekday: 3, cells: [undefined, undefined, wednesday] },
    ],
  });
  assert.deepEqual(heat([]), { hours: [], most: 1, days: [] });
});
