// @ts-check
/** Taking back a wrong vote: only with a reason, which stays in the report for complaints. */
import { html } from "/lib/lit-html/lit-html.js";

/**
 * @typedef {import("./manager-view.js").Page} Page
 * @typedef {import("./manager-view.js").Acts} Acts
 * @typedef {{id: number, number: string}} Voided the ticket whose vote is taken back
 */

/**
 * @param {Page} page
 * @param {Voided} ticket
 * @param {Acts} acts
 * @param {unknown} note
 */
export function voidView({ w, busy }, { number }, acts, note) {
  const title = w("vote.void", { number });
  return html`<div class="curtain">
    <section class="card dialog" role="dialog" aria-modal="true" aria-label=${title}>
      <h2>${title}</h2>
      <p class="soft">${w("vote.lead")}</p>
      <form @submit=${acts.voidNow}>
        <label class="said">${w("vote.why")}<input name="why" maxlength="200" autocomplete="off" required></label>
        ${note}
        <div class="answers">
          <button class="button primary" ?disabled=${busy}>${w("vote.now")}</button>
          <button type="button" class="button quiet" @click=${acts.giveUp}>${w("move.not")}<kbd class="key">Esc</kbd></button>
        </div>
      </form>
    </section>
  </div>`;
}
