import assert from "node:assert/strict";
import { test } from "node:test";
import { checkCatalogue } from "../../../../protocol/src/test/js/catalogues.js";
import { grouped, refusalOf, stageOf, wayBack } from "../../main/resources/web/account/stage.js";
import { catalogue } from "../../main/resources/web/account/words.js";

checkCatalogue(catalogue, [
  new URL("../../main/resources/web/account/account.js", import.meta.url),
  new URL("../../main/resources/web/account/account-view.js", import.meta.url),
]);

test("asks for the code only once the hub wants it", () => {
  assert.equal(stageOf({ person: null, codeNeeded: false }), "sign-in");
  assert.equal(stageOf({ person: null, codeNeeded: true }), "code");
});

test("lets nobody on who must change the password", () => {
  assert.equal(stageOf({ person: { displayName: "Lan", mustChangePassword: true }, codeNeeded: false }), "must-change");
  assert.equal(stageOf({ person: { displayName: "Lan", mustChangePassword: false }, codeNeeded: false }), "account");
});

test("lets no administrator on whose password alone opens everything, once the password is their own", () => {
  const person = { displayName: "Minh", mustChangePassword: false, mustSetSecondFactor: true };
  assert.equal(stageOf({ person, codeNeeded: false }), "must-set");
  assert.equal(stageOf({ person: { ...person, mustChangePassword: true }, codeNeeded: false }), "must-change");
});

test("leads back only to a page of this hub", () => {
  assert.equal(wayBack("/manager/"), "/manager/");
  for (const elsewhere of [null, "https://evil.example/", "//evil.example/", "/\\evil/", "javascript:alert(1)"]) {
    assert.equal(wayBack(elsewhere), "/clerk/");
  }
});

test("shows a key as people type it", () => {
  assert.equal(grouped("ABCDEFGHIJ"), "ABCD EFGH IJ");
});

test("has words for every way an account of the office is refused", () => {
  for (const code of ["PROVIDER_AWAY", "ROLE_NOT_MAPPED", "NAME_TAKEN", "PERSON_DISABLED", "NOT_VOUCHED_FOR"]) {
    assert.equal(refusalOf(code), code);
  }
  assert.equal(refusalOf("<script>"), "NOT_VOUCHED_FOR");
});
