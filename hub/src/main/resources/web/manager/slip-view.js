// @ts-check
/** The slip of a day's end, as it is printed by the browser. */
import { html } from "/lib/lit-html/lit-html.js";
import { written } from "/lib/times.js";
import { inGroups, printersOf } from "./slip.js";

/**
 * @typedef {import("./manager-view.js").Page} Page
 * @typedef {import("./manager-view.js").Acts} Acts
 *
 * @param {Page} page
 * @param {import("./slip.js").Slip} slip
 * @param {Acts} acts
 * @param {unknown} note
 */
export function slipView({ w, plan, person, hall, busy }, { day, total, checkpoint }, acts, note) {
  const kiosks = hall ? printersOf(hall) : [];
  const time = new Intl.DateTimeFormat("vi-VN", {
    timeZone: plan?.centre.timeZone,
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    day: "2-digit",
    month: "2-digit",
    year: "numeric",
  });
  /** @type {[string, unknown][]} */
  const lines = [
    [w("arrived"), total.arrived],
    [w("seen"), total.seen],
    [w("no-show"), total.noShow],
    [w("gone"), total.cancelled + total.voided + total.unserved],
    [w("present"), total.present],
    [w("votes"), total.votes.count],
    [w("slip.at"), time.format(new Date(checkpoint.at))],
    [w("slip.steps"), `${checkpoint.seq} / ${checkpoint.count}`],
    [w("slip.access"), checkpoint.accessSeq],
  ];
  return html`<section class="card slip">
    <h1>${w("slip.title", { day: written(day) })}</h1>
    <p>${plan?.centre.name.vi}</p>
    <dl>${lines.map(([name, value]) => html`<div><dt>${name}</dt><dd class="figures">${value}</dd></div>`)}</dl>
    <h2>${w("slip.head")}</h2>
    <p class="proof">${inGroups(checkpoint.head)}</p>
    <h2>${w("slip.access-head")}</h2>
    <p class="proof">${inGroups(checkpoint.accessHead)}</p>
    <h2>${w("slip.signature")}</h2>
    <p class="proof">${inGroups(checkpoint.signature)}</p>
    <p class="soft told-why">${w("slip.lead")}</p>
    <p class="sign">${w("slip.by", { name: person?.displayName ?? "" })}</p>
    ${note}
    <div class="answers">
      <button class="button primary" @click=${acts.printSlip}>${w("slip.print")}</button>
      ${kiosks.map(
        (kiosk) =>
          html`<button class="button" ?disabled=${busy} @click=${() => acts.printSlipAt(kiosk)}>${w("slip.print-at", { kiosk })}</button>`,
      )}
      <button class="button" @click=${acts.closeSlip}>${w("back")}</button>
    </div>
  </section>`;
}
