// @ts-check
/**
 * Finding a service by what a visitor types without marks: "dat dai", "gks", "chuyen muc dich". No DOM.
 *
 * @typedef {import("./hall.js").Text} Text
 * @typedef {{name: Text, open: boolean}} Named
 */

/** The keys in their rows, as on the telephones that people know. */
export const KEYS = ["1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm"].map((row) => [...row]);

const LONGEST = 30;

/**
 * A text as it is typed without Vietnamese: small letters and digits, one blank between words.
 *
 * @param {string} text
 */
export function plain(text) {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

/**
 * What stands in the line after a key: a letter or digit, "blank", "back" (one letter less) or "clear".
 *
 * @param {string} typed
 * @param {string} key
 */
export function pressed(typed, key) {
  switch (key) {
    case "clear":
      return "";
    case "back":
      return typed.slice(0, -1);
    case "blank":
      return typed === "" || typed.endsWith(" ") ? typed : `${typed} `.slice(0, LONGEST);
    default:
      return `${typed}${key}`.slice(0, LONGEST);
  }
}

/**
 * The services whose words go on like all that was typed, or whose words begin with its letters; those whose own name fits
 * come before those whose field does, and where numbers are given before where they are not.
 *
 * @template {Named} S
 * @template {{name: Text}} F
 * @param {(F & {services: S[]})[]} fields most used first
 * @param {string} typed
 * @returns {{field: F, service: S}[]}
 */
export function found(fields, typed) {
  const wanted = plain(typed);
  if (!wanted) return [];
  return fields
    .flatMap((field) => field.services.map((service) => ({ field, service, fit: fit(field, service, wanted) })))
    .filter(({ fit }) => fit > 0)
    .sort((one, other) => other.fit - one.fit)
    .map(({ field, service }) => ({ field, service }));
}

/**
 * 0 for none.
 *
 * @param {{name: Text}} field
 * @param {Named} service
 * @param {string} wanted plain
 */
function fit(field, service, wanted) {
  const own = [service.name.vi, service.name.en].map(plain);
  const withField = [`${plain(field.name.vi)} ${own[0]}`, `${plain(field.name.en)} ${own[1]}`];
  const best = own.some((name) => says(name, wanted)) ? 4 : withField.some((name) => says(name, wanted)) ? 2 : 0;
  return best && best + (service.open ? 1 : 0);
}

/** @param {string} name plain @param {string} wanted plain */
function says(name, wanted) {
  const words = name.split(" ");
  const letters = words.map((word) => word[0]).join("");
  return letters.includes(wanted) || wanted.split(" ").every((part) => words.some((word) => word.startsWith(part)));
}
