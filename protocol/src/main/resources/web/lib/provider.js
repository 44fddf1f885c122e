// @ts-check
/** The way in with an account of the office, beside the hub's own passwords; nothing where the hub has no provider. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { until } from "/lib/lit-html/directives/until.js";
import { HubAway, HubProblem, send } from "./api.js";
import { chosenLanguage, words } from "./words.js";

const catalogue = {
  vi: { "sign-in.with": "Đăng nhập bằng {name}" },
  en: { "sign-in.with": "Sign in with {name}" },
};

/** @type {Promise<{name: string} | null> | null} */
let asked = null;
/** @type {{name: string} | null} */
let known = null;

/** @param {string} then the page to come back to */
export function providerLink(then) {
  asked ??= provider();
  if (known) return link(known.name, then);
  return until(
    asked.then((found) => (found ? link(found.name, then) : nothing)),
    nothing,
  );
}

async function provider() {
  try {
    known = (await send("GET", "/api/session/provider")).body ?? null;
    return known;
  } catch (problem) {
    if (problem instanceof HubProblem || problem instanceof HubAway) return null;
    throw problem;
  }
}

/**
 * @param {string} name
 * @param {string} then
 */
function link(name, then) {
  return html`<a class="button provider" href="/api/session/oidc?then=${then}">${words(catalogue, chosenLanguage())("sign-in.with", { name })}</a>`;
}
