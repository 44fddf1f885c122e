// @ts-check
/** What is asked before an administrator's account is opened: whether the phone is at hand. */
import { html } from "/lib/lit-html/lit-html.js";

/**
 * @param {import("./admin-view.js").Page} page
 * @param {import("./admin-view.js").Acts} acts
 * @param {unknown} note what came of the last try
 */
export function codeView({ w, busy }, acts, note) {
  return html`<div class="curtain">
    <section class="card dialog" role="dialog" aria-modal="true" aria-label=${w("code.title")}>
      <h2>${w("code.title")}</h2>
      <form @submit=${acts.giveCode}>
        <p class="soft">${w("code.lead")}</p>
        <label class="field">${w("code")}
          <input name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" maxlength="6" required></label>
        ${note}
        <div class="answers">
          <button class="button primary" ?disabled=${busy}>${w("code.go")}</button>
          <button type="button" class="button quiet" ?disabled=${busy} @click=${acts.giveUp}>${w("code.not")}<kbd class="key">Esc</kbd></button>
        </div>
      </form>
    </section>
  </div>`;
}
