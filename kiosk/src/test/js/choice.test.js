import assert from "node:assert/strict";
import { test } from "node:test";
import {
  after, answered, chose, closing, ended, hallTime, IDLE, isOpen, isUsedUp, opening, scanned, screenOf, secondsLeft, stayed,
  touched, turned, use,
} from "../../main/resources/web/kiosk/choice.js";

const NOW = 1_000_000;
const TICKET = { number: "D012", statusUrl: "http://hub/t/x", counters: [1, 2], ahead: 5 };
const ISSUED = { outcome: "ISSUED", ticket: TICKET, message: { vi: "Mời nhận phiếu", en: "Take your ticket" } };
const UNPRINTED = { ...ISSUED, outcome: "ASK_STAFF" };
const REFUSED = { outcome: "NOT_ISSUED", message: { vi: "Đã ngừng nhận số", en: "Closed" } };

function service(more = {}) {
  return { id: "land-submit", name: { vi: "Nộp hồ sơ", en: "Submit" }, waiting: 3, open: true, counters: [1], ...more };
}

const LAND = { id: "land", name: { vi: "Đất đai", en: "Land" }, letter: "D", place: 3, services: [service()] };

function ready(more = {}) {
  return { hub: true, day: "2026-11-23", printer: "READY", canPrint: true, fields: [LAND], unwanted: [], outdated: false, ...more };
}

test("two touches lead from the fields to a ticket", () => {
  assert.equal(screenOf(ready(), true, IDLE).name, "fields");

  const chosen = chose("land", NOW);
  assert.deepEqual(screenOf(ready(), true, chosen), { name: "services", field: LAND });

  const taking = touched(chosen);
  assert.equal(screenOf(ready(), true, taking).name, "taking");

  assert.deepEqual(screenOf(ready(), true, ended(ISSUED, NOW)), { name: "done", result: ISSUED });
});

test("a code that is typed is shown as it grows, and becomes a ticket like one that was scanned", () => {
  const typing = turned(IDLE, { coding: "7K3M" }, NOW);
  assert.deepEqual(screenOf(ready(), true, typing), { name: "code", typed: "7K3M" });

  const arriving = scanned(typing, { kind: "APPOINTMENT", scan: "s", services: [] }, NOW);
  assert.equal(screenOf(ready(), true, arriving).name, "taking");
});

test("every touch ends in exactly one of issued, not issued and ask staff", () => {
  const names = [ISSUED, REFUSED, UNPRINTED, { outcome: "ASK_STAFF" }].map((result) => screenOf(ready(), true, ended(result, NOW)).name);

  assert.deepEqual(names, ["done", "refused", "staff", "staff"]);
});

test("no touch is offered that could not end with a ticket", () => {
  const stops = [
    [null, true, "starting"],
    [null, false, "agent"],
    [ready(), false, "agent"],
    [ready({ hub: false }), true, "hub"],
    [ready({ day: undefined }), true, "day"],
    [ready({ canPrint: false }), true, "printer"],
    [ready({ hub: false, barred: { vi: "vi", en: "en" } }), true, "barred"],
    [ready({ hub: false, canPrint: false }), true, "hub"],
  ];

  for (const [state, agent, why] of stops) {
    assert.deepEqual(screenOf(state, agent, IDLE), { name: "stop", why });
    assert.deepEqual(screenOf(state, agent, chose("land", NOW)), { name: "stop", why });
  }
});

test("numbers are offered without the hub while the kiosk has its own", () => {
  assert.deepEqual(screenOf(ready({ hub: false, offline: true }), true, IDLE), { name: "fields" });
  assert.equal(screenOf(ready({ hub: false, offline: true, canPrint: false }), true, IDLE).name, "stop");
});

test("a number that was issued stays on screen though the paper ends or the hub goes away", () => {
  for (const state of [ready({ canPrint: false }), ready({ hub: false })]) {
    assert.equal(screenOf(state, true, ended(UNPRINTED, NOW)).name, "staff");
    assert.equal(screenOf(state, false, touched(chose("land", NOW))).name, "taking");
  }
});

test("a field that left the plan leads back to the fields", () => {
  assert.equal(screenOf(ready({ fields: [] }), true, chose("land", NOW)).name, "fields");
});

test("a visitor who walks away leaves the kiosk to the next after 20 s", () => {
  const chosen = chose("land", NOW);

  assert.equal(after(chosen, NOW + 19_999), chosen);
  assert.equal(after(chosen, NOW + 20_000), IDLE);
});

test("the ticket's screen counts 15 s down", () => {
  const done = ended(ISSUED, NOW);

  assert.equal(secondsLeft(done, NOW), 15);
  assert.equal(secondsLeft(done, NOW + 14_001), 1);
  assert.equal(secondsLeft(done, NOW + 16_000), 0);
  assert.equal(after(done, NOW + 15_000), IDLE);
});

test("a number that is not on paper may be copied for a minute", () => {
  assert.equal(secondsLeft(ended(UNPRINTED, NOW), NOW), 60);
  assert.equal(secondsLeft(ended({ outcome: "ASK_STAFF" }, NOW), NOW), 15);
});

test("neither the beginning nor a ticket that is being taken ever times out", () => {
  assert.equal(after(IDLE, NOW), IDLE);
  const taking = touched(chose("land", NOW));
  assert.equal(after(taking, NOW + 3_600_000), taking);
  assert.equal(secondsLeft(taking, NOW), 0);
});

test("a field is open while one of its services is", () => {
  assert.equal(isOpen({ ...LAND, services: [service({ open: false }), service()] }), true);
  assert.equal(isOpen({ ...LAND, services: [service({ open: false })] }), false);
});

test("a closed service says when it opens: today, on another day, or not at all", () => {
  const closed = service({ open: false, opensAt: "2026-11-23T13:30:00+07:00" });

  assert.deepEqual(opening(closed, "2026-11-23"), { when: "today", time: "13:30" });
  assert.deepEqual(opening(closed, "2026-11-22"), { when: "later", time: "13:30", day: "23/11" });
  assert.deepEqual(opening(service({ open: false }), "2026-11-23"), { when: "unknown" });
});

test("a search is a way to a service, and going back leads to the fields", () => {
  const searching = turned(IDLE, { typed: "dat" }, NOW);

  assert.deepEqual(screenOf(ready(), true, searching), { name: "search", typed: "dat" });
  assert.equal(screenOf(ready(), true, touched(searching)).name, "taking");
  assert.equal(screenOf(ready(), true, turned(searching, { typed: undefined }, NOW)).name, "fields");
  assert.equal(screenOf(ready({ canPrint: false }), true, searching).name, "stop");
});

test("every touch of somebody who chooses gives 20 seconds again; nothing disturbs a ticket", () => {
  const chosen = chose("land", NOW);

  assert.equal(secondsLeft(stayed(chosen, NOW + 15_000), NOW + 15_000), 20);
  assert.equal(stayed(IDLE, NOW), IDLE);
  assert.deepEqual(turned(touched(chosen), { typed: "" }, NOW), touched(chosen));
  const over = ended(ISSUED, NOW);
  assert.equal(stayed(over, NOW + 5_000), over);
});

test("a whole centre that gives no numbers says why", () => {
  const closed = (more) => ready({ fields: [{ ...LAND, services: [service({ open: false, ...more })] }] });

  assert.deepEqual(screenOf(closed({ opensAt: "2026-11-23T13:30:00+07:00" }), true, IDLE), { name: "stop", why: "hours" });
  assert.deepEqual(screenOf(closed({ numbersLeft: 0 }), true, IDLE), { name: "stop", why: "quota" });
});

test("a service that closes within half an hour says when", () => {
  const hours = [{ from: "07:30:00", to: "11:30:00" }, { from: "13:30:00", to: "00:00:00" }];
  const at = (time) => closing(service({ hours }), time);

  assert.equal(at("10:59"), null);
  assert.equal(at("11:00"), "11:30");
  assert.equal(at("11:29"), "11:30");
  assert.equal(at("11:30"), null);
  assert.equal(at("23:29"), null);
  assert.equal(at("23:31"), "24:00");
});

test("the time is the hall's, wherever the computer thinks it is", () => {
  const noon = Date.UTC(2026, 10, 23, 5, 4);

  assert.equal(hallTime(noon, "Asia/Ho_Chi_Minh"), "12:04");
  assert.equal(hallTime(Date.UTC(2026, 10, 23, 17, 5), "Asia/Ho_Chi_Minh"), "00:05");
});

test("numbers are used up only where none are left", () => {
  assert.equal(isUsedUp(service({ open: false, numbersLeft: 0 })), true);
  assert.equal(isUsedUp(service({ open: false })), false);
  assert.equal(isUsedUp(service({ open: true, numbersLeft: 3 })), false);
});

const ELDERLY = { vi: "Người cao tuổi", en: "Elderly person" };

function seen(kind, more = {}) {
  return { kind, scan: "scan-1", services: [], ...more };
}

test("a card that proves a class offers it, and goes with the touch", () => {
  const asked = scanned(IDLE, seen("CARD", { priorityClass: ELDERLY }), NOW);
  assert.equal(screenOf(ready(), true, asked).name, "scan");

  const taken = touched(chose("land", NOW, answered(asked, true, NOW).card));
  assert.deepEqual(taken.card, { scan: "scan-1", name: ELDERLY, priority: true });
  assert.equal(answered(asked, false, NOW).card.priority, false);
});

test("a card that proves nothing only goes with the touch, and is forgotten with the visitor", () => {
  const visit = scanned(IDLE, seen("CARD"), NOW);

  assert.equal(screenOf(ready(), true, visit).name, "fields");
  assert.deepEqual(chose("land", NOW, visit.card).card, { scan: "scan-1", priority: false });
  assert.equal(after(visit, NOW + 20_000), IDLE);
});

test("an appointment becomes a ticket at once", () => {
  assert.equal(screenOf(ready(), true, scanned(IDLE, seen("APPOINTMENT"), NOW)).name, "taking");
});

test("a code that takes no number is shown while none can be taken, and no other is", () => {
  for (const [kind, name] of [["TICKET", "scan"], ["UNKNOWN", "scan"], ["RECEIPT", "stop"], ["CARD", "stop"]]) {
    const visit = scanned(IDLE, seen(kind, { priorityClass: ELDERLY }), NOW);
    assert.equal(screenOf(ready({ canPrint: false }), true, visit).name, name);
  }
});

test("a scan disturbs no ticket that is being taken, and follows one that was", () => {
  const taking = touched(chose("land", NOW));
  assert.equal(scanned(taking, seen("UNKNOWN"), NOW), taking);
  assert.equal(screenOf(ready(), true, scanned(ended(ISSUED, NOW), seen("UNKNOWN"), NOW)).name, "scan");
});

test("staff see whether somebody is there", () => {
  assert.equal(use({ name: "fields" }, IDLE), "IDLE");
  assert.equal(use({ name: "stop", why: "printer" }, IDLE), "STOPPED");
  assert.equal(use({ name: "fields" }, chose("land", 0)), "IN_USE");
  assert.equal(use({ name: "taking" }, touched(chose("land", 0))), "IN_USE");
});

test("whoever collects a result is shown where, until a number is taken", () => {
  const collecting = turned(IDLE, { collecting: true }, 0);

  assert.equal(screenOf(ready(), true, collecting).name, "collect");
  assert.equal(screenOf(ready(), true, touched(collecting)).name, "taking");
  assert.equal(screenOf(ready(), true, IDLE).name, "fields");
});
