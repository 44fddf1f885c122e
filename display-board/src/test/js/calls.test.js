import assert from "node:assert/strict";
import { test } from "node:test";
import { NOTHING_YET, RECENT, calls, remember } from "../../main/resources/web/tv/calls.js";

const call = (number, counter = 1) => ({ number, counter });
const DAY = "2026-11-23";
const hall = (...numbers) => ({ day: DAY, calls: numbers.map((number) => call(number)) });
const numbers = ({ large, recent }) => [large?.number, ...recent.map(({ call }) => call.number)];
const everywhere = () => true;

const SILENCE = { waiting: [] };

test("shows the newest call large and the older ones in the list", () => {
  assert.deepEqual(numbers(calls(hall("C003", "B002", "A001"), SILENCE)), ["C003", "B002", "A001"]);
});

test("a newer call stands in the list until the one before has been spoken", () => {
  const shown = calls(hall("C003", "B002", "A001"), { speaking: call("B002"), waiting: [call("C003")] });

  assert.deepEqual(numbers(shown), ["B002", "C003", "A001"]);
  assert.equal(shown.announced, true);
});

test("marks the calls that wait for their voice", () => {
  const { recent } = calls(hall("C003", "B002", "A001"), { speaking: call("B002"), waiting: [call("C003")] });

  assert.deepEqual(
    recent.map(({ awaited }) => awaited),
    [true, false],
  );
});

test("is quiet when nothing is spoken", () => {
  assert.equal(calls(hall("A001"), SILENCE).announced, false);
});

test("lists only as many as can be read from far", () => {
  const { recent } = calls(hall(..."ABCDEFGHKL"), SILENCE);

  assert.equal(recent.length, RECENT);
});

test("shows nothing large before the first call", () => {
  assert.deepEqual(calls(hall(), SILENCE), { open: true, large: undefined, announced: false, recent: [] });
});

test("shows no call while no business day is open", () => {
  const closed = { ...hall("A001"), day: undefined };

  assert.deepEqual(calls(closed, { speaking: call("A001"), waiting: [] }), { open: false, announced: false, recent: [] });
});

test("other zones' calls push none of this zone's out", () => {
  const ours = ({ counter }) => counter === 1;
  let lately = remember(NOTHING_YET, { day: DAY, calls: [call("A001"), call("B001", 2)] }, ours);
  lately = remember(lately, { day: DAY, calls: Array.from({ length: 12 }, (_, at) => call(`C00${at}`, 2)) }, ours);
  lately = remember(lately, { day: DAY, calls: [call("A002")] }, ours);

  assert.deepEqual(lately.calls.map(({ number }) => number), ["A002", "A001"]);
});

test("a number that is called again stands first, once", () => {
  const lately = remember(remember(NOTHING_YET, hall("A002", "A001"), everywhere), hall("A001", "A002"), everywhere);

  assert.deepEqual(lately.calls.map(({ number }) => number), ["A001", "A002"]);
});

test("a new day begins without the calls of the day before", () => {
  const lately = remember(remember(NOTHING_YET, hall("A001"), everywhere), { day: "2026-11-24", calls: [] }, everywhere);

  assert.deepEqual(lately, { day: "2026-11-24", calls: [] });
});
