// @ts-check
/** Typing the code of an appointment, for whoever has nothing to scan. */
import { html } from "/lib/lit-html/lit-html.js";
import { backButton, keyboard } from "./choose-view.js";
import { grouped, isWhole } from "./code.js";
import { heading } from "./parts.js";

/**
 * @typedef {import("./kiosk-view.js").Page} Page
 * @typedef {import("./kiosk-view.js").Actions} Actions
 */

/** @param {Page} page @param {string} typed @param {Actions} actions */
export function codeScreen(page, typed, actions) {
  const { w } = page;
  return html`
    ${heading(page, (w) => w("code.title"))}
    <p class="typed code" role="status" aria-label=${w("code.so-far", { code: [...typed].join(" ") })}>${grouped(typed)}</p>
    <p class="hint">${w("code.hint")}</p>
    ${keyboard(page, actions, [["clear", w("search.clear")], ["back", w("search.back")]])}
    <div class="turns">
      ${backButton(page, actions)}
      <button class="button primary" ?disabled=${!isWhole(typed)} @click=${actions.arrive}>${w("code.done")}</button>
    </div>
  `;
}
