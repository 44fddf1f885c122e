// @ts-check
/**
 * How old a picture is, in the unit a person would say.
 *
 * @param {number} ms
 * @returns {{ unit: "seconds" | "minutes", n: number }}
 */
export function age(ms) {
  const seconds = Math.floor(ms / 1_000);
  return seconds < 60 ? { unit: "seconds", n: seconds } : { unit: "minutes", n: Math.floor(seconds / 60) };
}
