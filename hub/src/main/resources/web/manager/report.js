// @ts-check
/**
 * A report of the hub, made ready to be seen.
 *
 * @typedef {import("/lib/hall.js").Text} Text
 * @typedef {{count: number, average: number, median: number, p90: number}} Times seconds
 * @typedef {object} Figures
 * @property {number} arrived
 * @property {number} seen
 * @property {number} noShow
 * @property {number} cancelled
 * @property {number} voided
 * @property {number} unserved
 * @property {number} present
 * @property {Times} waited
 * @property {Times} served
 * @property {number} withinTarget
 * @property {{count: number, mean?: number, low?: number, high?: number, toRate: Times, streak?: number}} votes
 * @typedef {{key: string, label: Text, figures: Figures}} Row
 * @typedef {{from: string, to: string, by: string, rows: Row[], total: Figures}} Report
 * @typedef {{from: string, to: string, by: string, target: number}} Question
 */

export const GROUPINGS = ["field", "service", "counter", "clerk", "hour", "weekday-hour", "priority", "channel", "day"];

/**
 * The address of a report, or of its file.
 *
 * @param {Question} question
 * @param {{format?: string, lang?: string}} [file]
 */
export function address(question, file = {}) {
  const query = new URLSearchParams({ ...question, target: String(question.target), ...file });
  return `/api/reports/visits?${query}`;
}

/**
 * The record that complaints are answered from, as a file.
 *
 * @param {Question} question
 * @param {string} lang
 */
export function audit({ from, to }, lang) {
  return `/api/reports/audit?${new URLSearchParams({ from, to, format: "xlsx", lang })}`;
}

/**
 * @typedef {"arrived" | "seen" | "no-show" | "gone" | "present" | "called" | "within" | "voted"} Counted which figure of a row
 *
 * @param {Question} question
 * @param {string | undefined} key of a row; all rows without
 * @param {Counted} figure
 */
export function behind({ from, to, by, target }, key, figure) {
  const query = new URLSearchParams({ from, to, by, figure, target: String(target) });
  if (key !== undefined) query.set("key", key);
  return `/api/reports/tickets?${query}`;
}

/** Minutes with one decimal, as the language writes them. @param {number} seconds @param {string} language */
export function inMinutes(seconds, language) {
  return new Intl.NumberFormat(language, { maximumFractionDigits: 1, minimumFractionDigits: 1 }).format(seconds / 60);
}

/** @param {number} part @param {number} whole of which; a dash stands for a share of nothing */
export function percent(part, whole) {
  return whole === 0 ? "–" : `${Math.round((100 * part) / whole)} %`;
}

/**
 * How much of the widest bar each row fills, 0 to 1.
 *
 * @param {Row[]} rows
 */
export function shares(rows) {
  const most = Math.max(1, ...rows.map(({ figures }) => figures.arrived));
  return rows.map(({ figures }) => figures.arrived / most);
}

/**
 * Arrivals by weekday and hour: what a heat map shows. Hours without any arrival at both ends are left out.
 *
 * @param {Row[]} rows with keys such as "1-08"
 * @returns {{hours: number[], most: number, days: {weekday: number, cells: (Row | undefined)[]}[]}} weekday 1 is Monday
 */
export function heat(rows) {
  const cells = rows.map((row) => {
    const [weekday, hour] = row.key.split("-").map(Number);
    return { weekday, hour, row };
  });
  const hours = range(cells.map(({ hour }) => hour));
  const weekdays = range(cells.map(({ weekday }) => weekday));
  const at = new Map(cells.map(({ weekday, hour, row }) => [`${weekday}-${hour}`, row]));
  return {
    hours,
    most: Math.max(1, ...rows.map(({ figures }) => figures.arrived)),
    days: weekdays.map((weekday) => ({ weekday, cells: hours.map((hour) => at.get(`${weekday}-${hour}`)) })),
  };
}

/** All whole numbers from the least to the greatest. @param {number[]} numbers */
function range(numbers) {
  if (numbers.length === 0) return [];
  const least = Math.min(...numbers);
  return Array.from({ length: Math.max(...numbers) - least + 1 }, (_, index) => least + index);
}
