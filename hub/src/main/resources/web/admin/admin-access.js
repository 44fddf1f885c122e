// @ts-check
/** Who may come in: devices and people. */
import { ROLES, USES } from "/lib/device-link.js";
import { html, nothing } from "/lib/lit-html/lit-html.js";

/**
 * @typedef {import("./admin-view.js").Page} Page
 * @typedef {import("./admin-view.js").Acts} Acts
 */

const PEOPLE = ["CLERK", "HOST", "MANAGER", "TECHNICIAN", "ADMIN"];

/**
 * @param {Page} page
 * @param {Acts} acts
 */
export function devices(page, acts) {
  return html`${addDevice(page, acts)} ${pair(page, acts)} ${allDevices(page, acts)}`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function addDevice({ w, busy, secret, use }, acts) {
  const choose = (/** @type {Event} */ event) =>
    acts.chooseUse(/** @type {import("/lib/device-link.js").Use} */ (/** @type {HTMLSelectElement} */ (event.target).value));
  return html`<form class="card" @submit=${acts.addDevice}>
    <h1>${w("devices.add")}</h1>
    <div class="row">
      <label class="field">${w("devices.name")}<input name="name" maxlength="100" required></label>
      <label class="field">${w("devices.use")}
        <select name="use" @change=${choose}>
          ${USES.map((one) => html`<option value=${one} ?selected=${one === use}>${w(`use.${one}`)}</option>`)}
        </select>
      </label>
      ${use === "COUNTER" || use === "TABLET"
        ? html`<label class="field short">${w("devices.counter")}
            <input name="counter" type="number" min="1" max="99" required></label>`
        : nothing}
      ${use === "TV"
        ? html`<label class="field">${w("devices.zone")}
            <input name="zone" pattern="[1-9][0-9]?(-[1-9][0-9]?)?(,[1-9][0-9]?(-[1-9][0-9]?)?)*" placeholder="1-6,9"></label>`
        : nothing}
      <button class="button primary" ?disabled=${busy}>${w("devices.add")}</button>
    </div>
    ${secret ? shown(w, w("devices.token", { name: secret.of }), secret.words) : nothing}
    ${secret?.link
      ? html`<p>${w("devices.link")} <a class="device-link" href=${secret.link} target="_blank">${secret.link}</a></p>`
      : nothing}
    ${secret && !secret.link ? html`<p>${w(`devices.program.${secret.role}`)}</p>` : nothing}
  </form>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function pair({ w, busy }, acts) {
  return html`<form class="card" @submit=${acts.pair}>
    <h2>${w("pair")}</h2>
    <p class="soft">${w("pair.lead")}</p>
    <div class="row">
      <label class="field">${w("pair.code")}
        <input name="userCode" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="12" required></label>
      <label class="field">${w("devices.name")}<input name="name" maxlength="100" required></label>
      <label class="field">${w("devices.role")}
        <select name="role">${ROLES.map((role) => html`<option value=${role}>${w(`role.${role}`)}</option>`)}</select>
      </label>
      <button class="button" ?disabled=${busy}>${w("pair.go")}</button>
    </div>
  </form>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function allDevices(page, acts) {
  const { w, devices, busy } = page;
  return html`<section class="card">
      <h2>${w("room.devices")}</h2>
      <div class="scrolls"><table class="table">
        <thead><tr>
          <th>${w("devices.name")}</th><th>${w("devices.role")}</th><th>${w("devices.seen")}</th><th>${w("devices.access")}</th>
        </tr></thead>
        <tbody>${devices.map(
          ({ name, role, seenAt, revoked, clonedAt }) => html`<tr>
            <td class=${revoked ? "off" : ""}>${name}${clonedAt
              ? html`<p class="note warn">${w("devices.cloned", { at: moment(page, clonedAt) })}</p>`
              : nothing}</td>
            <td>${w(`role.${role}`)}</td>
            <td>${seenAt ? moment(page, seenAt) : w("never")}</td>
            <td>${revoked
              ? html`<span class="chip warn">${w("devices.revoked")}</span>`
              : html`<button class="button" ?disabled=${busy} @click=${() => acts.revoke(name)}>${w("devices.revoke", { name })}</button>`}
            </td>
          </tr>`,
        )}</tbody>
      </table></div>
    </section>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
export function people(page, acts) {
  const { w, people, busy, secret, person } = page;
  return html`
    <form class="card" @submit=${acts.addPerson}>
      <h1>${w("people.add")}</h1>
      <div class="row">
        <label class="field">${w("people.display")}<input name="displayName" maxlength="100" required></label>
        <label class="field">${w("people.name")}<input name="name" autocapitalize="none" autocomplete="off" maxlength="100" required></label>
        <label class="field">${w("people.role")}
          <select name="role">${PEOPLE.map((role) => html`<option value=${role}>${w(`role.${role}`)}</option>`)}</select>
        </label>
        <button class="button primary" ?disabled=${busy}>${w("people.add")}</button>
      </div>
      ${secret ? shown(w, w("people.password", { name: secret.of }), secret.words) : nothing}
    </form>
    <section class="card">
      <h2>${w("room.people")}</h2>
      <div class="scrolls"><table class="table">
        <thead><tr>
          <th>${w("people.display")}</th><th>${w("people.name")}</th><th>${w("people.role")}</th>
          <th>${w("people.seen")}</th><th>${w("people.account")}</th>
        </tr></thead>
        <tbody>${people.map(
          (one) => html`<tr>
            <td class=${one.disabled ? "off" : ""}>${one.displayName}</td>
            <td>${one.name}</td>
            <td><span class="field"><select aria-label=${w("people.role-of", { name: one.name })} ?disabled=${busy || one.name === person?.name}
              @change=${(/** @type {Event} */ event) => acts.changePerson(one.name, { displayName: one.displayName, role: wanted(event, one.role) })}>
              ${PEOPLE.map((role) => html`<option value=${role} .selected=${role === one.role}>${w(`role.${role}`)}</option>`)}
            </select></span></td>
            <td>${one.signedInAt ? moment(page, one.signedInAt) : w("never")}</td>
            <td><div class="row">
${one.name === person?.name ? ownAccount(page, acts, one) : othersAccount(page, acts, one)}
            </div></td>
          </tr>`,
        )}</tbody>
      </table></div>
    </section>`;
}

/**
 * What was chosen; the present role is shown until the hub has changed it.
 *
 * @param {Event} event
 * @param {string} present
 */
function wanted(event, present) {
  const select = /** @type {HTMLSelectElement} */ (event.target);
  const chosen = select.value;
  select.value = present;
  return chosen;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 * @param {any} one
 */
function ownAccount({ w, busy }, acts, { name, secondFactor }) {
  return html`<a class="button" href="/account/?then=/admin/">${w("people.own-password")}</a>
    ${secondFactor
      ? html`<button class="button" ?disabled=${busy} @click=${() => acts.forgetPhone(name)}>${w("people.own-phone")}</button>`
      : nothing}`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 * @param {any} one
 */
function othersAccount({ w, busy }, acts, { name, secondFactor, disabled }) {
  return html`<button class="button" ?disabled=${busy} @click=${() => acts.ask(name, "password")}
      aria-label=${w("people.reset-of", { name })}>${w("people.reset")}</button>
    ${secondFactor
      ? html`<button class="button" ?disabled=${busy} @click=${() => acts.forgetPhone(name)}
          aria-label=${w("people.phone-of", { name })}>${w("people.phone")}</button>`
      : nothing}
    <button class="button" ?disabled=${busy}
      aria-label=${disabled ? w("people.enable-of", { name }) : w("people.disable-of", { name })}
      @click=${() => acts.ask(name, disabled ? "enable" : "disable")}>
      ${disabled ? w("people.enable") : w("people.disable")}</button>`;
}

/**
 * @param {import("/lib/words.js").Words} w
 * @param {string} label
 * @param {string} secret
 */
function shown(w, label, secret) {
  return html`<div class="told" role="status">
    <p>${label} ${w("once")}</p>
    <code class="token">${secret}</code>
  </div>`;
}

/**
 * By the hall's clock, wherever the browser is.
 *
 * @param {Page} page
 * @param {string | number} at
 */
export function moment({ plan, language }, at) {
  const locale = language === "en" ? "en-GB" : "vi-VN";
  const timeZone = plan?.centre.timeZone;
  return new Date(at).toLocaleString(locale, { dateStyle: "short", timeStyle: "short", timeZone });
}
