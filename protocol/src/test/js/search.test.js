import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { found, plain, pressed } from "../../main/resources/web/lib/search.js";

const PLAN = JSON.parse(readFileSync(new URL("../../../../hub/src/main/resources/plan/huong-tra.json", import.meta.url), "utf8"));
const FIELDS = PLAN.fields.map((field) => ({ ...field, services: field.services.map((service) => ({ ...service, open: true })) }));

function names(typed, fields = FIELDS) {
  return found(fields, typed).map(({ field, service }) => `${field.id}/${service.name.vi}`);
}

function land(...services) {
  return [{ id: "land", name: { vi: "Đất đai", en: "Land" }, services }];
}

function service(vi, more = {}) {
  return { id: vi, name: { vi, en: vi }, open: true, ...more };
}

test("a text without marks is the same whichever way its marks were written", () => {
  assert.equal(plain("Đăng ký Đất đai, ỡ ẹ Ứ"), "dang ky dat dai o e u");
  assert.equal(plain("Đăng ký".normalize("NFD")), plain("Đăng ký".normalize("NFC")));
  assert.equal(plain("  TTHC – liên thông  "), "tthc lien thong");
  assert.equal(plain("…"), "");
});

test("every letter of Vietnamese becomes one that is on the keyboard", () => {
  const letters = "aăâeêioôơuưy".split("").flatMap((vowel) => ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"].map((tone) => (vowel + tone).normalize("NFC")));
  for (const letter of [...letters, "đ", "Đ"]) assert.match(plain(letter), /^[a-z]$/, letter);
});

test("a service is found by words of its own and of its field, in any order", () => {
  assert.deepEqual(names("dat dai"), ["dat-dai/Nộp hồ sơ", "dat-dai/Nhận kết quả"]);
  assert.deepEqual(names("nop dat"), ["dat-dai/Nộp hồ sơ"]);
  assert.deepEqual(names("ho tich nhan"), ["ho-tich/Nhận kết quả"]);
  assert.deepEqual(names("land"), names("dat dai"));
});

test("the beginnings of words are enough, and so are the first letters of words", () => {
  const fields = land(service("Cấp giấy khai sinh"), service("Chuyển mục đích sử dụng đất"));

  assert.deepEqual(names("chuy muc", fields), ["land/Chuyển mục đích sử dụng đất"]);
  assert.deepEqual(names("gks", fields), ["land/Cấp giấy khai sinh"]);
});

test("its own name comes before its field's, and open before closed", () => {
  const fields = land(service("Tách thửa", { open: false }), service("Thế chấp"), service("Tặng cho đất"));

  assert.deepEqual(names("dat", fields), ["land/Tặng cho đất", "land/Thế chấp", "land/Tách thửa"]);
});

test("nothing is found by nothing, and by what is not there", () => {
  assert.deepEqual(names(""), []);
  assert.deepEqual(names("  "), []);
  assert.deepEqual(names("may bay"), []);
});

test("one of a hundred services is found", () => {
  const fields = Array.from({ length: 20 }, (_, at) => land(...Array.from({ length: 5 }, (_, i) => service(`Đăng ký biến động quyền sử dụng đất ${at} ${i}`)))[0]);

  assert.deepEqual(names("dang ky dat 17 4", fields), ["land/Đăng ký biến động quyền sử dụng đất 17 4"]);
});

test("the keys write, leave a blank, and take back", () => {
  const typed = ["d", "a", "t", "blank", "blank", "x", "back", "d"].reduce(pressed, "");

  assert.equal(typed, "dat d");
  assert.equal(pressed("", "blank"), "");
  assert.equal(pressed("", "back"), "");
  assert.equal(pressed("dat", "clear"), "");
  assert.equal(Array.from({ length: 99 }, () => "a").reduce(pressed, "").length, 30);
});
