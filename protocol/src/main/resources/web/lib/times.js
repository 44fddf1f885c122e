// @ts-check
/** Days and hours of the hall, whatever zone this machine is in; the hall's is known when there is a plan. */

/** The hour on the hall's wall, as "09:05". @param {string} at RFC 3339 @param {string} [timeZone] */
export function clock(at, timeZone) {
  return new Intl.DateTimeFormat("vi-VN", { timeZone, hour: "2-digit", minute: "2-digit" }).format(new Date(at));
}

/** The date in the hall, as the hub writes it: "2026-11-24". @param {number} now ms @param {string} [timeZone] */
export function hallDay(now, timeZone) {
  return new Intl.DateTimeFormat("sv-SE", { timeZone }).format(now);
}

/** A day of the hub as people write it: "24/11/2026". @param {string} day such as "2026-11-24" */
export function written(day) {
  return day.split("-").reverse().join("/");
}

/**
 * An hour of the hall as the hub reads it.
 *
 * @param {string} day such as "2026-11-24"
 * @param {string} time such as "09:00"
 * @param {string} timeZone
 * @returns {string} RFC 3339
 */
export function hallTime(day, time, timeZone) {
  const inZone = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" });
  const zone = inZone.formatToParts(new Date(`${day}T${time}Z`)).find(({ type }) => type === "timeZoneName")?.value;
  return `${day}T${time}:00${zone?.replace("GMT", "") || "Z"}`;
}
