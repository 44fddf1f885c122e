// @ts-check
/** What every page of staff shows alike. Needs staff.css; the page's catalogue has the words "sign-in…". */
import { html } from "/lib/lit-html/lit-html.js";
import { providerLink } from "./provider.js";

/**
 * @param {import("/lib/words.js").Words} w
 * @param {boolean} busy
 * @param {(event: SubmitEvent) => void} signIn
 * @param {unknown} note what came of the last try
 */
export function signInForm(w, busy, signIn, note) {
  return html`<form class="card middle sign-in" @submit=${signIn}>
    <h1>${w("sign-in")}</h1>
    <p class="lead">${w("sign-in.lead")}</p>
    <label>${w("sign-in.name")}<input name="name" autocomplete="username" autocapitalize="none" required autofocus></label>
    <label>${w("sign-in.password")}
      <input name="password" type="password" autocomplete="current-password" required>
    </label>
    <button class="button primary" ?disabled=${busy}>${w("sign-in")}</button>
    ${providerLink(location.pathname)}
    ${note}
  </form>`;
}
