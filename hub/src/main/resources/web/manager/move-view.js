// @ts-check
/** Moving services between counters: what one counter serves, and what a change would do to the waits. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { fromTo, inLanguage } from "/lib/words.js";
import { changes } from "./move.js";

/**
 * @typedef {import("./manager-view.js").Page} Page
 * @typedef {import("./manager-view.js").Acts} Acts
 * @typedef {import("./live.js").Plan} Plan
 * @typedef {{counter: number, services: string[], effect: import("./move.js").Effect | null}} Move
 */

/**
 * @param {Page} page
 * @param {Plan} plan
 * @param {Move} move
 * @param {Acts} acts
 * @param {unknown} note
 */
export function moveView({ w, language, busy }, plan, { counter, services, effect }, acts, note) {
  const title = w("move", { counter });
  return html`<div class="curtain">
    <section class="card dialog move" role="dialog" aria-modal="true" aria-label=${title}>
      <h2>${title}</h2>
      <p class="soft">${w("move.lead")}</p>
      <div class="move-fields">
        ${plan.fields.map(
          (field) => html`<fieldset>
            <legend>${inLanguage(field.name, language)}</legend>
            ${field.services.map(
              ({ id, prefix, name }) => html`<label class="choice">
                <input type="checkbox" name=${id} .checked=${services.includes(id)} @change=${() => acts.toggle(id)}>
                <b class="prefix">${prefix}</b> ${inLanguage(name, language)}
              </label>`,
            )}
          </fieldset>`,
        )}
      </div>
      ${effect ? effectPart(w, language, plan, effect) : nothing} ${note}
      <div class="answers">
        <button class="button primary" ?disabled=${busy || !effect} @click=${acts.moveNow}>${w("move.now")}</button>
        <button class="button quiet" @click=${acts.giveUp}>${w("move.not")}<kbd class="key">Esc</kbd></button>
      </div>
    </section>
  </div>`;
}

/**
 * @param {import("/lib/words.js").Words} w
 * @param {import("/lib/words.js").Language} language
 * @param {Plan} plan
 * @param {import("./move.js").Effect} effect
 */
function effectPart(w, language, plan, effect) {
  const all = changes(effect);
  const nothingKnown = !Object.keys(effect.before).length && !Object.keys(effect.after).length;
  if (nothingKnown) return html`<p class="soft" role="status">${w("move.unknown")}</p>`;
  const names = new Map(
    plan.fields.flatMap((field) =>
      field.services.map(({ id, name }) => [id, `${inLanguage(field.name, language)} · ${inLanguage(name, language)}`]),
    ),
  );
  if (!all.length) return html`<p class="soft" role="status">${w("move.same")}</p>`;
  return html`<table class="effect">
    <caption class="only-heard">${w("move.effect")}</caption>
    <thead>
      <tr><th scope="col">${w("move.service")}</th><th scope="col">${w("move.before")}</th><th scope="col">${w("move.after")}</th></tr>
    </thead>
    <tbody>
      ${all.map(
        ({ service, before, after, better }) => html`<tr>
          <th scope="row">${names.get(service)}</th>
          <td class="figures">${range(before)}</td>
          <td class="figures ${better ? "better" : "late"}">${better ? "▼" : "▲"} ${range(after)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

/** @param {import("./live.js").WaitRange | undefined} range */
export function range(range) {
  if (!range) return "–";
  if (range.most <= 1) return "≤ 1";
  return fromTo(range.likely, range.most);
}
