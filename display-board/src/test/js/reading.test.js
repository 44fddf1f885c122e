import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { numberWords, ticketWords } from "../../main/resources/web/voice/reading.js";

const manifest = (language) =>
  JSON.parse(readFileSync(new URL(`../../main/resources/web/voice/${language}/manifest.json`, import.meta.url), "utf8"));
const { clips, reading } = manifest("vi");
const { clips: english, reading: englishReading } = manifest("en");

const words = (names, from = clips) => names.map((name) => from[name].text).join(" ");
const ticket = (number) => words(ticketWords(number, reading));
const counter = (number) => words(numberWords(number, reading));

const NUMBERS = {
  "000": "không không không",
  "001": "không không một",
  "004": "không không bốn",
  "005": "không không năm",
  "010": "không mười",
  "011": "không mười một",
  "014": "không mười bốn",
  "015": "không mười lăm",
  "020": "không hai mươi",
  "021": "không hai mươi mốt",
  "024": "không hai mươi tư",
  "025": "không hai mươi lăm",
  "044": "không bốn mươi tư",
  "055": "không năm mươi lăm",
  "099": "không chín mươi chín",
  100: "một trăm",
  101: "một trăm lẻ một",
  104: "một trăm lẻ bốn",
  105: "một trăm lẻ năm",
  110: "một trăm mười",
  111: "một trăm mười một",
  114: "một trăm mười bốn",
  115: "một trăm mười lăm",
  120: "một trăm hai mươi",
  121: "một trăm hai mươi mốt",
  124: "một trăm hai mươi tư",
  125: "một trăm hai mươi lăm",
  200: "hai trăm",
  555: "năm trăm năm mươi lăm",
  999: "chín trăm chín mươi chín",
  "0025": "không không hai mươi lăm",
  "0125": "không một trăm hai mươi lăm",
  1000: "một nghìn",
  1005: "một nghìn không trăm lẻ năm",
  1015: "một nghìn không trăm mười lăm",
  1025: "một nghìn không trăm hai mươi lăm",
  1100: "một nghìn một trăm",
  1105: "một nghìn một trăm lẻ năm",
  2121: "hai nghìn một trăm hai mươi mốt",
  10000: "mười nghìn",
  21004: "hai mươi mốt nghìn không trăm lẻ bốn",
  999999: "chín trăm chín mươi chín nghìn chín trăm chín mươi chín",
};

for (const [number, spoken] of Object.entries(NUMBERS)) {
  test(`reads ${number} as "${spoken}"`, () => assert.equal(ticket(number), spoken));
}

test("reads the letters in front one by one", () => {
  assert.equal(ticket("A025"), "A không hai mươi lăm");
  assert.equal(ticket("AB105"), "A B một trăm lẻ năm");
});

test("reads counters without zeros in front", () => {
  const spoken = [1, 5, 10, 14, 15, 20, 21, 24, 25, 99].map(counter);

  assert.deepEqual(spoken, [
    "một",
    "năm",
    "mười",
    "mười bốn",
    "mười lăm",
    "hai mươi",
    "hai mươi mốt",
    "hai mươi tư",
    "hai mươi lăm",
    "chín mươi chín",
  ]);
});

test("reads every number differently", () => {
  const everyNumber = [...Array(10_000).keys()].map(String);

  assert.equal(new Set(everyNumber.map(ticket)).size, 10_000);
});

/** As a school book says it, digit by digit; nothing of it is taken from the rules. */
test("reads 0 to 9999 as a school book does", () => {
  const names = "không một hai ba bốn năm sáu bảy tám chín".split(" ");
  const unit = (u, tens) => {
    if (u === 1 && tens > 1) return "mốt";
    if (u === 4 && tens > 1) return "tư";
    return u === 5 && tens > 0 ? "lăm" : names[u];
  };
  const book = (n) => {
    const [thousands, hundreds, tens, units] = String(n).padStart(4, "0").split("").map(Number);
    const said = [];
    if (thousands) said.push(names[thousands], "nghìn");
    if (hundreds || (thousands && n % 1000)) said.push(names[hundreds], "trăm");
    if (tens === 1) said.push("mười");
    if (tens > 1) said.push(names[tens], "mươi");
    if (tens === 0 && units && n > 9) said.push("lẻ");
    if (units) said.push(unit(units, tens));
    return said.join(" ") || "không";
  };

  for (let n = 0; n < 10_000; n++) assert.equal(ticket(String(n)), book(n), String(n));
});

test("a language is a list of rules, and rules that go in a circle end", () => {
  const quatreVingt = {
    ticket: "number",
    number: [
      { from: 0, say: ["{n}"] },
      { from: 60, by: 20, say: ["{round}"], rest: "number" },
    ],
  };
  assert.deepEqual(ticketWords("A097", quatreVingt), ["A", "0", "80", "17"]);

  const circle = { ticket: "number", number: [{ from: 0, say: ["{number}"] }] };
  assert.throws(() => ticketWords("A1", circle), RangeError);
  assert.throws(() => ticketWords("A1", { ticket: "number", number: [] }), RangeError);
});

test("an English visitor hears the digits, and counters as numbers", () => {
  assert.equal(words(ticketWords("A025", englishReading), english), "A zero two five");
  assert.equal([7, 13, 20, 42].map((n) => words(numberWords(n, englishReading), english)).join(), "seven,thirteen,twenty,forty two");
});

test("refuses what is no ticket number", () => {
  for (const text of ["a025", "A-25", "Đ025", "A0251234567"]) assert.throws(() => ticket(text), RangeError);
});
