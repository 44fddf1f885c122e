// @ts-check
/** Votes kept in the browser's database: they outlive a reload, a crash and a flat battery. */

const NAME = "luot.votes";
const VERSION = 1;

/** @returns {Promise<import("./votes.js").VoteStore>} */
export async function openVoteStore() {
  const opening = indexedDB.open(NAME, VERSION);
  opening.onupgradeneeded = () => opening.result.createObjectStore(NAME, { keyPath: "ticket" });
  const database = await answered(opening);
  const votes = (/** @type {IDBTransactionMode} */ mode) =>
    database.transaction(NAME, mode, { durability: "strict" }).objectStore(NAME);
  return {
    all: async () => (await answered(votes("readonly").getAll())).sort((one, other) => one.at - other.at),
    put: (vote) => done(votes("readwrite").put(vote)),
    remove: (ticket) => done(votes("readwrite").delete(ticket)),
  };
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answered(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Waits for the transaction, not only for the request: it is then on disk.
 *
 * @param {IDBRequest} request
 * @returns {Promise<void>}
 */
function done(request) {
  const transaction = /** @type {IDBTransaction} */ (request.transaction);
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
