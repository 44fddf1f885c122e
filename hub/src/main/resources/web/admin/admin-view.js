// @ts-check
/**
 * What the administrator's page shows: its frame and the versions. The plan is in plan-editor.js, devices and people are
 * in admin-access.js.
 *
 * @typedef {"plan" | "versions" | "devices" | "people"} Room
 * @typedef {import("/lib/staff-session.js").Person} Person
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
 * @property {{name: string, role: string, seenAt?: string, revoked: boolean, clonedAt?: string}[]} devices
 * @property {any[]} people
 * @property {{of: string, words: string, role: string, link: string | null} | null} secret a token or a password that is
 *   shown this once, and the page that a device opens with it
 * @property {((code?: string) => Promise<void>) | null} awaitsCode what is done once the phone was shown
 * @property {import("/lib/device-link.js").Use} use of the device that is to be added
 * @property {any} usualTicket the template of whoever has none of its own
 * @property {import("./ticket-paper.js").When} ticketWhen which ticket is looked at
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
 * @property {(event: Event) => void} chooseMark
 * @property {(when: import("./ticket-paper.js").When) => void} proof
 * @property {(use: import("/lib/device-link.js").Use) => void} chooseUse
 * @property {(event: SubmitEvent) => void} addDevice
 * @property {(event: SubmitEvent) => void} pair
 * @property {(name: string) => void} revoke
 * @property {(event: SubmitEvent) => void} addPerson
 * @property {(name: string, change: {displayName: string, role: string}) => void} changePerson
 * @property {(name: string, what: "password" | "disable" | "enable" | "sign-out") => void} ask
 * @property {(name: string) => void} forgetPhone
 * @property {(event: SubmitEvent) => void} giveCode
 * @property {() => void} giveUp
 */
import { HubProblem } from "/lib/api.js";
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { behind } from "/lib/staff-told.js";
import { signInForm } from "/lib/staff-view.js";
import { devices, moment, people } from "./admin-access.js";
import { codeView } from "./code-view.js";
import { planEditor } from "./plan-editor.js";

/**
 * @param {Page} page
 * @param {Acts} acts
 */
export function view(page, acts) {
  const { w, person } = page;
  const asks = page.awaitsCode !== null;
  return html`<div class="screen">
    ${behind(
      asks,
      html`<header class="top">
        <span class="wordmark">Lượt</span>
        <span class="grow">${person ? person.displayName : w("title")}</span>
        <button class="button quiet" @click=${acts.otherLanguage}>${w("language")}</button>
        ${person ? html`<button class="button quiet" @click=${acts.signOut}>${w("sign-out")}</button>` : nothing}
      </header>
      <main class="form-page">${inside(page, acts)}</main>
      ${page.room === "plan" && page.draft && person ? bar(page, acts) : nothing}`,
    )}
    ${asks ? codeView(page, acts, notes(page, acts)) : nothing}
  </div>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function inside(page, acts) {
  const { w, person } = page;
  if (person === undefined) return html`<p class="lead" role="status">${w("connecting")}</p>`;
  if (person === null) return signInForm(w, page.busy, acts.signIn, notes(page, acts));
  if (person.role !== "ADMIN" && person.role !== "TECHNICIAN") return html`<p class="faults" role="alert">${w("not-yours")}</p>`;
  /** @type {Room[]} */
  const rooms = person.role === "ADMIN" ? ["plan", "versions", "devices", "people"] : ["devices"];
  return html`
    <nav class="tabs" aria-label=${w("rooms")}>
      ${rooms.map(
        (room) => html`<button class="button" aria-current=${room === page.room ? "page" : nothing}
          @click=${() => acts.enter(room)}>${w(`room.${room}`)}</button>`,
      )}
    </nav>
    ${page.awaitsCode ? nothing : notes(page, acts)} ${roomOf(page, acts)}`;
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
function versions(page, acts) {
  const { w, versions, busy } = page;
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
          <td>${moment(page, at)}</td>
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
