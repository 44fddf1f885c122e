// @ts-check
/**
 * A new centre as it is being filled in, and the plan that becomes of it. Everything here can be changed later in the
 * plan editor; so the draft asks only for what nobody can guess.
 *
 * @typedef {import("/lib/hall.js").Text} Text
 * @typedef {{name: Text, chosen: boolean, results: boolean}} DraftField results: whether results are collected there, too
 * @typedef {{morningFrom: string, morningTo: string, afternoonFrom: string, afternoonTo: string}} Times
 * @typedef {object} Draft
 * @property {string} vi the centre's name
 * @property {string} en
 * @property {string} hotline
 * @property {string[]} days
 * @property {Times} times
 * @property {DraftField[]} fields
 * @property {number[][]} counters for each counter the places of its fields among the chosen ones
 * @property {number} kiosks
 * @property {number} boards
 * @property {boolean} tablets one at each counter
 */

export const DAYS = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
export const MOST_FIELDS = 26;

/**
 * @param {any} sample the plan that lends its fields, priority classes and rating scale
 * @returns {Draft}
 */
export function draftOf(sample) {
  return {
    vi: "",
    en: "",
    hotline: "",
    days: DAYS.slice(0, 5),
    times: { morningFrom: "07:30", morningTo: "11:30", afternoonFrom: "13:30", afternoonTo: "17:00" },
    fields: sample.fields.map((/** @type {{name: Text}} */ { name }) => ({ name, chosen: false, results: true })),
    counters: [[], [], [], []],
    kiosks: 1,
    boards: 1,
    tablets: true,
  };
}

/** @param {Draft} draft */
export function chosen(draft) {
  return draft.fields.filter((field) => field.chosen);
}

/**
 * As many counters, each field at least at one of them; what was ticked stays.
 *
 * @param {Draft} draft
 * @param {number} count
 * @returns {number[][]}
 */
export function countersFor(draft, count) {
  const fields = chosen(draft).length;
  const kept = Array.from({ length: count }, (_, at) => (draft.counters[at] ?? []).filter((field) => field < fields));
  const served = new Set(kept.flat());
  for (let field = 0; field < fields; field++) if (!served.has(field)) kept[field % count].push(field);
  return kept.map((ofOne, at) => (ofOne.length || fields === 0 ? ofOne.sort((a, b) => a - b) : [at % fields]));
}

/**
 * An id of a field out of its name, unlike those before.
 *
 * @param {string} name
 * @param {string[]} before
 */
export function idOf(name, before) {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();
  const id = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 24) || "linh-vuc";
  return before.includes(id) ? `${id}-${before.length + 1}` : id;
}

/**
 * @param {Draft} draft
 * @param {any} sample
 */
export function planOf(draft, sample) {
  const fields = fieldsOf(draft);
  const name = { vi: draft.vi.trim(), en: draft.en.trim() || draft.vi.trim() };
  const hotline = draft.hotline.trim();
  return {
    centre: { name, timeZone: "Asia/Ho_Chi_Minh", ...(hotline ? { hotline } : {}) },
    hours: hoursOf(draft),
    fields,
    counters: draft.counters.map((of, at) => ({
      id: at + 1,
      name: { vi: `Quầy ${at + 1}`, en: `Counter ${at + 1}` },
      services: of.flatMap((field) => fields[field]?.services.map(({ id }) => id) ?? []),
    })),
    priorityClasses: sample.priorityClasses,
    rating: sample.rating,
    conduct: sample.conduct,
  };
}

/** @param {Draft} draft */
function fieldsOf(draft) {
  /** @type {string[]} */
  const ids = [];
  return chosen(draft).map((field, at) => {
    const id = idOf(field.name.vi, ids);
    ids.push(id);
    const prefix = String.fromCharCode(65 + at);
    const submit = { id: `${id}.nop`, name: { vi: "Nộp hồ sơ", en: "Submit files" }, prefix, first: 1, last: 599 };
    const collect = { id: `${id}.nhan`, name: { vi: "Nhận kết quả", en: "Collect results" }, prefix, first: 600, last: 999 };
    return field.results
      ? { id, name: field.name, services: [submit, collect], results: collect.id }
      : { id, name: field.name, services: [submit] };
  });
}

/** @param {Draft} draft */
function hoursOf({ days, times }) {
  const spans = [
    { days, from: times.morningFrom, to: times.morningTo },
    { days, from: times.afternoonFrom, to: times.afternoonTo },
  ];
  return spans.filter(({ from, to }) => from && to);
}

/**
 * The devices to let in, by name and role.
 *
 * @param {Draft} draft
 */
export function devicesOf({ kiosks, boards, tablets, counters }) {
  const kiosk = Array.from({ length: kiosks }, (_, at) => ({ name: `Kiosk ${at + 1}`, role: "KIOSK" }));
  const board = Array.from({ length: boards }, (_, at) => ({ name: `Tivi ${at + 1}`, role: "BOARD" }));
  const tablet = tablets ? counters.map((_, at) => ({ name: `Máy tính bảng ${at + 1}`, role: "TABLET" })) : [];
  return [...kiosk, ...board, ...tablet];
}
