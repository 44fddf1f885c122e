// @ts-check
/**
 * What the administrator's page shows: its frame, signing in, versions, devices and people. The plan is in
 * plan-editor.js.
 *
 * @typedef {"plan" | "versions" | "devices" | "people"} Room
 * @typedef {{name: string, displayName: string, role: string, mustChangePassword?: boolean}} Person
 *
 * @typedef {object} Page
 * @property {import("/lib/words.js").Language} language
 * @property {import("/lib/words.js").Words} w
 * @property {Person | null | undefined} person null when signed out, undefined until the hub said
 * @property {Room} room
 * @property {boolean} busy
 * @property {import("/lib/api.js").HubProblem | import("/lib/api.js").HubAway | null} problem
 * @property {string | null} told what went well
 * @property {any} plan in force
 * @property {string | null} version its ETag
 * @property {any} draft
 * @property {boolean} changed
 * @property {import("/lib/api.js").Fault[]} faults of the draft
 * @property {{version: number, at: string, by?: string}[]} versions newest first
 * @property {{name: string, role: string, seenAt?: string, revoked: boolean}[]} devices
 * @property {any[]} people
 * @property {{of: string, words: string, role: string} | null} secret a token or a password that is shown this once
 *
 * @typedef {object} Acts
 * @property {() => void} otherLanguage
 * @property {(event: SubmitEvent) => void} signIn
 * @property {() => void} signOut
 * @property {(room: Room) => void} enter
 * @property {(draft: any) => void} edit
 * @property {() => void} save
 * @property {() => void} drop
 * @property {(version: number) => void} putAgain
 * @property {(version: number) => void} look
 * @property {(event: SubmitEvent) => void} addDevice
 * @property {(name: string) => void} revoke
 * @property {(event: SubmitEvent) => void} addPerson
 * @property {(name: string, change: {displayName: string, role: string}) => void} changePerson
 * @property {(name: string, what: "password" | "disable" | "enable" | "sign-out") => void} ask
 */
import { HubProblem } from "/lib/api.js";
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { planEditor } from "./plan-editor.js";

const DEVICES = ["KIOSK", "BOARD", "TABLET"];
const PEOPLE = ["CLERK", "HOST", "MANAGER", "TECHNICIAN", "ADMIN"];

/**
 * @param {Page} page
 * @param {Acts} acts
 */
export function view(page, acts) {
  const { w, person } = page;
  return html`<div class="screen">
    <header class="top">
      <span class="wordmark">Lượt</span>
      <span class="grow">${person ? person.displayName : w("title")}</span>
      <button class="button quiet" @click=${acts.otherLanguage}>${w("language")}</button>
      ${person ? html`<button class="button quiet" @click=${acts.signOut}>${w("sign-out")}</button>` : nothing}
    </header>
    <main class="form-page">${inside(page, acts)}</main>
    ${page.room === "plan" && page.draft && person ? bar(page, acts) : nothing}
  </div>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function inside(page, acts) {
  const { w, person } = page;
  if (person === undefined) return html`<p class="lead" role="status">${w("connecting")}</p>`;
  if (person === null) return signInForm(page, acts);
  if (person.mustChangePassword) return html`<p class="faults" role="alert">${w("must-change")}</p>`;
  if (person.role !== "ADMIN" && person.role !== "TECHNICIAN") return html`<p class="faults" role="alert">${w("not-yours")}</p>`;
  /** @type {Room[]} */
  const rooms = person.role === "ADMIN" ? ["plan", "versions", "devices", "people"] : ["devices"];
  return html`
    <nav class="tabs" aria-label=${w("rooms")}>
      ${rooms.map(
        (room) => html`<button class="button" aria-current=${room === page.room ? "page" : nothing} ?disabled=${page.busy}
          @click=${() => acts.enter(room)}>${w(`room.${room}`)}</button>`,
      )}
    </nav>
    ${notes(page, acts)} ${roomOf(page, acts)}`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function roomOf(page, acts) {
  switch (page.room) {
    case "plan":
      return page.draft ? planEditor(page, acts) : nothing;
    case "versions":
      return versions(page, acts);
    case "devices":
      return devices(page, acts);
    case "people":
      return people(page, acts);
  }
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function notes({ problem, told, faults, language, w, person, room }, acts) {
  const stale = problem instanceof HubProblem && problem.code === "PLAN_STALE";
  const inUse = problem instanceof HubProblem && problem.code === "PLAN_IN_USE";
  return html`
    ${told ? html`<p class="told" role="status">${told}</p>` : nothing}
    ${problem
      ? html`<div class="faults" role="alert">
          <p>${problem instanceof HubProblem ? problem.words(language) : w("away")}</p>
          ${inUse
            ? html`<ul>${faults.map((fault) => html`<li>${language === "en" ? fault.en : fault.vi}</li>`)}</ul>`
            : nothing}
          ${stale && person && room === "plan"
            ? html`<button class="button" @click=${acts.drop}>${w("plan.take-theirs")}</button>`
            : nothing}
        </div>`
      : nothing}`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function signInForm(page, acts) {
  const { w, busy, problem } = page;
  const code = problem instanceof HubProblem && problem.code === "CODE_NEEDED";
  return html`<form class="card narrow" @submit=${acts.signIn}>
    <h1>${w("sign-in")}</h1>
    <p class="lead">${w("sign-in.lead")}</p>
    <label class="field">${w("sign-in.name")}
      <input name="name" autocomplete="username" autocapitalize="none" required autofocus></label>
    <label class="field">${w("sign-in.password")}
      <input name="password" type="password" autocomplete="current-password" required></label>
    ${code
      ? html`<label class="field">${w("sign-in.code")}
          <input name="code" inputmode="numeric" autocomplete="one-time-code" required></label>`
      : nothing}
    ${notes(page, acts)}
    <button class="button primary" ?disabled=${busy}>${w("sign-in")}</button>
  </form>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function bar({ w, changed, busy, faults }, acts) {
  return html`<footer class="bar">
    <span class="grow" role="status">
      ${faults.length ? w("plan.faults", { count: faults.length }) : changed ? w("plan.changed") : w("plan.same")}
    </span>
    <button class="button" ?disabled=${!changed || busy} @click=${acts.drop}>${w("plan.drop")}</button>
    <button class="button primary" ?disabled=${!changed || busy} @click=${acts.save}>${w("plan.save")}</button>
  </footer>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function versions({ w, versions, language, busy }, acts) {
  return html`<section class="card">
    <h1>${w("room.versions")}</h1>
    <p class="soft">${w("versions.lead")}</p>
    <div class="scrolls"><table class="table">
      <thead><tr>
        <th>${w("versions.version")}</th><th>${w("versions.at")}</th><th>${w("versions.by")}</th><th>${w("versions.undo")}</th>
      </tr></thead>
      <tbody>${versions.map(
        ({ version, at, by }, place) => html`<tr>
          <td class="figures">${version}</td>
          <td>${moment(at, language)}</td>
          <td>${by ?? w("versions.command-line")}</td>
          <td>${place === 0
            ? html`<span class="chip done">${w("versions.in-force")}</span>`
            : html`<div class="row">
                <button class="button" ?disabled=${busy} @click=${() => acts.look(version)}>${w("versions.look", { version })}</button>
                <button class="button" ?disabled=${busy} @click=${() => acts.putAgain(version)}>${w("versions.again", { version })}</button>
              </div>`}
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
function devices({ w, devices, language, busy, secret }, acts) {
  return html`
    <form class="card" @submit=${acts.addDevice}>
      <h1>${w("devices.add")}</h1>
      <div class="row">
        <label class="field">${w("devices.name")}<input name="name" maxlength="100" required></label>
        <label class="field">${w("devices.role")}
          <select name="role">${DEVICES.map((role) => html`<option value=${role}>${w(`role.${role}`)}</option>`)}</select>
        </label>
        <button class="button primary" ?disabled=${busy}>${w("devices.add")}</button>
      </div>
      ${secret ? shown(w, w("devices.token", { name: secret.of }), secret.words) : nothing}
    </form>
    <section class="card">
      <h2>${w("room.devices")}</h2>
      <div class="scrolls"><table class="table">
        <thead><tr>
          <th>${w("devices.name")}</th><th>${w("devices.role")}</th><th>${w("devices.seen")}</th><th>${w("devices.access")}</th>
        </tr></thead>
        <tbody>${devices.map(
          ({ name, role, seenAt, revoked }) => html`<tr>
            <td class=${revoked ? "off" : ""}>${name}</td>
            <td>${w(`role.${role}`)}</td>
            <td>${seenAt ? moment(seenAt, language) : w("never")}</td>
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
function people({ w, people, language, busy, secret, person }, acts) {
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
              @change=${(/** @type {Event} */ event) =>
                acts.changePerson(one.name, {
                  displayName: one.displayName,
                  role: /** @type {HTMLSelectElement} */ (event.target).value,
                })}>
              ${PEOPLE.map((role) => html`<option value=${role} ?selected=${role === one.role}>${w(`role.${role}`)}</option>`)}
            </select></span></td>
            <td>${one.signedInAt ? moment(one.signedInAt, language) : w("never")}</td>
            <td><div class="row">
              <button class="button" ?disabled=${busy} @click=${() => acts.ask(one.name, "password")}
                aria-label=${w("people.reset-of", { name: one.name })}>${w("people.reset")}</button>
              ${one.name === person?.name
                ? nothing
                : html`<button class="button" ?disabled=${busy}
                    aria-label=${one.disabled ? w("people.enable-of", { name: one.name }) : w("people.disable-of", { name: one.name })}
                    @click=${() => acts.ask(one.name, one.disabled ? "enable" : "disable")}>
                    ${one.disabled ? w("people.enable") : w("people.disable")}</button>`}
            </div></td>
          </tr>`,
        )}</tbody>
      </table></div>
    </section>`;
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
 * @param {string | number} at
 * @param {import("/lib/words.js").Language} language
 */
function moment(at, language) {
  return new Date(at).toLocaleString(language === "en" ? "en-GB" : "vi-VN", { dateStyle: "short", timeStyle: "short" });
}
