// @ts-check
/**
 * A plan while it is edited. Places in it are named as the hub names them in its faults: `fields[3].services[0].prefix`.
 *
 * @typedef {import("/lib/api.js").Fault} Fault
 */

/** @param {string} path @returns {string[]} */
function steps(path) {
  return path.match(/[^.[\]]+/g) ?? [];
}

/**
 * @param {any} plan
 * @param {string} path
 * @returns {any} undefined where there is nothing
 */
export function at(plan, path) {
  return steps(path).reduce((part, step) => part?.[step], plan);
}

/**
 * The plan with `value` at `path`, which is dropped when `value` is undefined; the plan that was given stays as it is.
 *
 * @param {any} plan
 * @param {string} path
 * @param {any} value
 */
export function withAt(plan, path, value) {
  const [step, ...rest] = steps(path);
  const copy = Array.isArray(plan) ? [...plan] : { ...plan };
  const next = rest.length ? withAt(copy[step] ?? {}, rest.join("."), value) : value;
  if (next !== undefined) copy[step] = next;
  else if (Array.isArray(copy)) copy.splice(Number(step), 1);
  else delete copy[step];
  return copy;
}

/**
 * The plan with one more at the end of a list.
 *
 * @param {any} plan
 * @param {string} path of the list
 * @param {any} item
 */
export function withMore(plan, path, item) {
  return withAt(plan, path, [...(at(plan, path) ?? []), item]);
}

/**
 * The plan without a service: also no counter serves it.
 *
 * @param {any} plan
 * @param {string} path of the service
 */
export function withoutService(plan, path) {
  const gone = at(plan, path).id;
  return withoutServices(withAt(plan, path, undefined), [gone]);
}

/**
 * @param {any} plan
 * @param {string} path of the field
 */
export function withoutField(plan, path) {
  const gone = at(plan, path).services.map((/** @type {{id: string}} */ { id }) => id);
  return withoutServices(withAt(plan, path, undefined), gone);
}

/**
 * @param {any} plan
 * @param {string[]} gone
 */
function withoutServices(plan, gone) {
  const counters = plan.counters.map((/** @type {any} */ counter) => ({
    ...counter,
    services: counter.services.filter((/** @type {string} */ id) => !gone.includes(id)),
  }));
  const fields = plan.fields.map((/** @type {any} */ { results, ...field }) =>
    results && !gone.includes(results) ? { ...field, results } : field);
  const changed = { ...plan, fields, counters };
  if (!plan.conduct?.quotas) return changed;
  const quotas = Object.entries(plan.conduct.quotas).filter(([id]) => !gone.includes(id));
  return withAt(changed, "conduct.quotas", quotas.length ? Object.fromEntries(quotas) : undefined);
}

/**
 * The plan without a counter: also none of those that finish one service before the next.
 *
 * @param {any} plan
 * @param {string} path of the counter
 */
export function withoutCounter(plan, path) {
  const gone = at(plan, path).id;
  const changed = withAt(plan, path, undefined);
  if (!plan.conduct?.inOrder) return changed;
  const others = plan.conduct.inOrder.filter((/** @type {number} */ id) => id !== gone);
  return withAt(changed, "conduct.inOrder", others.length ? others : undefined);
}

/**
 * The plan without a priority class: also no points for it.
 *
 * @param {any} plan
 * @param {string} path of the class
 */
export function withoutClass(plan, path) {
  const { [at(plan, path).id]: _, ...others } = plan.conduct?.order?.pointsPerMinute ?? {};
  const changed = withAt(plan, path, undefined);
  return plan.conduct?.order?.pointsPerMinute ? withAt(changed, "conduct.order.pointsPerMinute", others) : changed;
}

/**
 * The list with its entry at `from` taken to `to`.
 *
 * @template T
 * @param {T[]} list
 * @param {number} from
 * @param {number} to
 * @returns {T[]}
 */
export function moved(list, from, to) {
  const others = list.filter((_, place) => place !== from);
  return [...others.slice(0, to), list[from], ...others.slice(to)];
}

/**
 * An order of calling to begin with.
 *
 * @param {string} policy
 * @param {{id: string}[]} classes
 */
export function orderOf(policy, classes) {
  if (policy === "RATIO") return { policy, priorityInARow: 2, ordinaryInARow: 1 };
  if (policy !== "POINTS") return undefined;
  const pointsPerMinute = Object.fromEntries(classes.map(({ id }) => [id, 3]));
  return { policy, priorityInARow: 2, pointsPerMinute, ordinaryPoints: 1, longestMinutes: 60 };
}

/**
 * What a part is called; an English name may be absent.
 *
 * @param {{vi: string, en?: string}} name
 * @param {import("/lib/words.js").Language} language
 */
export function called({ vi, en }, language) {
  return language === "en" ? en || vi : vi;
}

/**
 * A field that nobody can confuse with the others, with one service under a letter that is free.
 *
 * @param {any} plan
 */
export function newField(plan) {
  const id = freshId("linh-vuc", plan.fields.map((/** @type {any} */ field) => field.id));
  return { id, name: { vi: "" }, services: [newService(plan, id)] };
}

/**
 * @param {any} plan
 * @param {string} field id of the field it belongs to
 */
export function newService(plan, field) {
  const services = plan.fields.flatMap((/** @type {any} */ one) => one.services);
  const used = new Set(services.map((/** @type {any} */ service) => service.prefix));
  const letters = Array.from({ length: 26 }, (_, letter) => String.fromCharCode(65 + letter));
  const prefix = letters.find((letter) => !used.has(letter)) ?? letters.map((letter) => `Z${letter}`).find((two) => !used.has(two));
  const id = freshId(`${field}.dich-vu`, services.map((/** @type {any} */ service) => service.id));
  return { id, name: { vi: "" }, prefix, first: 1, last: 999 };
}

/** @param {any} plan */
export function newCounter(plan) {
  const used = plan.counters.map((/** @type {any} */ counter) => counter.id);
  const id = used.length ? Math.max(...used) + 1 : 1;
  return { id, name: { vi: `Quầy ${id}`, en: `Counter ${id}` }, services: [] };
}

/**
 * @param {string} stem
 * @param {string[]} used
 */
export function freshId(stem, used) {
  for (let n = 1; ; n++) if (!used.includes(`${stem}-${n}`)) return `${stem}-${n}`;
}

/**
 * What is wrong at a place itself, or with a list there as a whole.
 *
 * @param {Fault[]} faults
 * @param {string} path
 */
export function faultsAt(faults, path) {
  return faults.filter((fault) => fault.path === path);
}

/**
 * Whether two plans say the same, whatever the order of their members.
 *
 * @param {any} one
 * @param {any} other
 * @returns {boolean}
 */
export function same(one, other) {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || !one || !other) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Array.isArray(one) === Array.isArray(other) && [...keys].every((key) => same(one[key], other[key]));
}
