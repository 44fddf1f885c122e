// @ts-check
/** What the account's page shows. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { providerLink } from "/lib/provider.js";
import { grouped, stageOf } from "./stage.js";

/**
 * @typedef {object} Page
 * @property {import("/lib/words.js").Language} language
 * @property {import("/lib/words.js").Words} w
 * @property {{displayName: string, mustChangePassword?: boolean, mustSetSecondFactor?: boolean} | null} person
 * @property {boolean} codeNeeded
 * @property {{secret: string, uri: string, picture: string} | null} offered
 * @property {{text: string, done: boolean} | null} note
 * @property {boolean} busy
 * @property {string} back
 *
 * @typedef {object} Acts
 * @property {(event: SubmitEvent) => void} signIn
 * @property {(event: SubmitEvent) => void} changePassword
 * @property {() => void} offer
 * @property {(event: SubmitEvent) => void} confirm
 * @property {() => void} signOut
 * @property {() => void} otherLanguage
 *
 * @param {Page} page
 * @param {Acts} acts
 */
export function view(page, acts) {
  return html`<header class="top">
      <span class="wordmark">Lượt</span>
      <span class="who">${page.person ? page.person.displayName : nothing}</span>
      <button class="button quiet" @click=${acts.otherLanguage}>${page.w("language")}</button>
      ${page.person ? html`<button class="button quiet" ?disabled=${page.busy} @click=${acts.signOut}>${page.w("sign-out")}</button>` : nothing}
    </header>
    <main class="form-page narrow">
      ${page.note ? html`<p class=${page.note.done ? "told" : "faults"} role="status">${page.note.text}</p>` : nothing}
      ${forms(page, acts)}
    </main>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function forms(page, acts) {
  switch (stageOf(page)) {
    case "sign-in":
    case "code":
      return signInForm(page, acts);
    case "must-change":
      return passwordForm(page, acts);
    case "must-set":
      return secondFactor(page, acts);
    case "account":
      return html`${passwordForm(page, acts)}${secondFactor(page, acts)}
        <a class="button quiet" href=${page.back}>${page.w("back")}</a>`;
  }
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function signInForm({ w, busy, codeNeeded, back }, acts) {
  return html`<form class="card" @submit=${acts.signIn}>
    <h1>${w("sign-in")}</h1>
    <label class="field">${w("name")}<input name="name" autocomplete="username" autocapitalize="none" required autofocus></label>
    <label class="field">${w("password")}<input name="password" type="password" autocomplete="current-password" required></label>
    ${codeNeeded
      ? html`<p class="soft">${w("code.lead")}</p>
          <label class="field">${w("code")}<input name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" required></label>`
      : nothing}
    <button class="button primary" ?disabled=${busy}>${w("sign-in")}</button>
    ${codeNeeded ? nothing : providerLink(back)}
  </form>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function passwordForm({ w, busy, person }, acts) {
  return html`<form class="card" @submit=${acts.changePassword}>
    <h1>${w("password.change")}</h1>
    ${person?.mustChangePassword ? html`<p class="soft">${w("password.must")}</p>` : nothing}
    <label class="field">${w("password.present")}<input name="present" type="password" autocomplete="current-password" required></label>
    <label class="field">${w("password.next")}<input name="next" type="password" autocomplete="new-password" minlength="8" required></label>
    <label class="field">${w("password.again")}<input name="again" type="password" autocomplete="new-password" minlength="8" required></label>
    <p class="soft">${w("password.lead")}</p>
    <button class="button primary" ?disabled=${busy}>${w("password.change")}</button>
  </form>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function secondFactor({ w, busy, offered, person }, acts) {
  // Alone on the page, it is what the page is about.
  const heading = person?.mustSetSecondFactor ? html`<h1>${w("second")}</h1>` : html`<h2>${w("second")}</h2>`;
  if (!offered) {
    return html`<section class="card">
      ${heading}
      <p class="soft">${person?.mustSetSecondFactor ? w("second.must") : w("second.lead")}</p>
      <button class=${person?.mustSetSecondFactor ? "button primary" : "button"} ?disabled=${busy} @click=${acts.offer}>${w("second.begin")}</button>
    </section>`;
  }
  return html`<form class="card" @submit=${acts.confirm}>
    ${heading}
    <p class="soft">${w("second.scan")}</p>
    <img class="qr" src=${`data:image/svg+xml,${encodeURIComponent(offered.picture)}`} alt=${w("second.picture")} width="288" height="288">
    <p class="soft">${w("second.secret")}</p>
    <p class="token">${grouped(offered.secret)}</p>
    <a class="button quiet" href=${offered.uri}>${w("second.open")}</a>
    <label class="field">${w("code")}<input name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9]{6}" required></label>
    <label class="field">${w("password.present")}<input name="password" type="password" autocomplete="current-password" required></label>
    <button class="button primary" ?disabled=${busy}>${w("second.confirm")}</button>
  </form>`;
}
