// @ts-check
/** Requests to the hub: an answer, a refusal in words, or "nobody knows". */

/** @typedef {{path: string, vi: string, en: string}} Fault one thing that is wrong with what was sent */

const PATIENCE_MS = 10_000;

/** The hub answered no. What was asked did not happen, unless `status` is 500 or more: then nobody knows. */
export class HubProblem extends Error {
  /**
   * @param {number} status HTTP status
   * @param {{code: string, messageVi: string, messageEn: string, faults?: Fault[]}} problem
   */
  constructor(status, { code, messageVi, messageEn, faults = [] }) {
    super(`${code}: ${messageEn}`);
    this.name = "HubProblem";
    this.status = status;
    this.code = code;
    this.messageVi = messageVi;
    this.messageEn = messageEn;
    this.faults = faults;
  }

  /**
   * What happened and what to do next, for a person.
   *
   * @param {import("./words.js").Language} language
   */
  words(language) {
    return language === "en" ? this.messageEn : this.messageVi;
  }
}

/** No answer of the hub. Whether it did what was asked is unknown: ask again with the same key. */
export class HubAway extends Error {
  /** @param {unknown} cause */
  constructor(cause) {
    super("the hub does not answer", { cause });
    this.name = "HubAway";
  }
}

/**
 * @param {"GET" | "POST" | "PUT" | "DELETE"} method
 * @param {string} path
 * @param {unknown} [body] sent as JSON
 * @param {{token?: string | null, key?: string, version?: string, code?: string}} [options] the device's token; the
 *   Idempotency-Key; the version that was changed; what the person's phone shows
 * @returns {Promise<{status: number, body: any, version: string | null}>} body is undefined when the answer has none;
 *   version is its ETag
 * @throws {HubProblem | HubAway}
 */
export async function send(method, path, body, { token, key, version, code } = {}) {
  const answer = await answered(path, {
    method,
    headers: headers(body, { token, key, version, code }),
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (!answer.ok) throw problemOf(answer);
  return { status: answer.status, body: answer.json, version: answer.version };
}

/** A new Idempotency-Key: 128 random bits. (crypto.randomUUID is missing on pages served without TLS.) */
export function newKey() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * @param {unknown} body
 * @param {{token?: string | null, key?: string, version?: string, code?: string}} options
 */
function headers(body, { token, key, version, code }) {
  /** @type {Record<string, string>} */
  const all = { Accept: "application/json, application/problem+json" };
  if (body !== undefined) all["Content-Type"] = "application/json";
  if (token) all["Authorization"] = `Bearer ${token}`;
  if (key) all["Idempotency-Key"] = key;
  if (version) all["If-Match"] = version;
  if (code) all["Luot-Code"] = code;
  return all;
}

/**
 * @param {string} path
 * @param {RequestInit} request
 */
async function answered(path, request) {
  try {
    const answer = await fetch(path, request);
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get("Content-Type") ?? "");
    const json = isJson && text ? JSON.parse(text) : undefined;
    return { ok: answer.ok, status: answer.status, json, version: answer.headers.get("ETag") };
  } catch (cause) {
    throw new HubAway(cause);
  }
}

/** @param {{status: number, json: any}} answer */
function problemOf({ status, json }) {
  if (json?.code) return new HubProblem(status, json);
  // Something between us and the hub answered.
  return new HubAway(`status ${status} without a problem document`);
}
