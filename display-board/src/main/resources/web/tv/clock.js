// @ts-check
/**
 * The clock on the wall of the hall.
 *
 * @param {Date} now
 * @param {string} timeZone the hall's, never the television's
 * @returns {{ time: string, day: import("/lib/hall.js").Text }}
 */
export function clock(now, timeZone) {
  const time = new Intl.DateTimeFormat("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" });
  /** @param {string} locale */
  const day = (locale) =>
    new Intl.DateTimeFormat(locale, { timeZone, weekday: "long", day: "numeric", month: "long" }).format(now);
  return { time: time.format(now), day: { vi: day("vi"), en: day("en-GB") } };
}
