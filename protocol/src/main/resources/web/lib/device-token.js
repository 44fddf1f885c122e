// @ts-check
/** The token of the device that shows this page. */

/**
 * A technician opens the page once with `#token=…`: the token is kept on this machine, for this address, and leaves the
 * address bar.
 *
 * @returns {string | null} null when this device was never given one
 */
export function deviceToken() {
  const given = new URLSearchParams(location.hash.slice(1)).get("token");
  if (given) {
    keepToken(given);
    history.replaceState(null, "", location.pathname + location.search);
  }
  return localStorage.getItem(place());
}

/** @param {string} token */
export function keepToken(token) {
  localStorage.setItem(place(), token);
}

/** Each address of this machine may be a device of its own. */
function place() {
  return `luot.token:${location.pathname}${location.search}`;
}
