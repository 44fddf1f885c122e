// @ts-check
/**
 * What the set-up shows.
 *
 * @typedef {"loading" | "over" | "code" | "centre" | "fields" | "counters" | "admin" | "devices" | "review" | "starting"
 *   | "done"} Step
 * @typedef {import("./draft.js").Draft} Draft
 *
 * @typedef {object} Page
 * @property {import("/lib/words.js").Language} language
 * @property {import("/lib/words.js").Words} w
 * @property {Step} step
 * @property {string} code
 * @property {any} sample the plan that lends its fields; null until it is there
 * @property {Draft | null} draft
 * @property {{displayName: string, name: string, password: string, again: string}} admin
 * @property {boolean} busy
 * @property {import("/lib/api.js").HubProblem | import("/lib/api.js").HubAway | null} problem
 * @property {import("/lib/api.js").Fault[]} faults
 * @property {{name: string, role: string, token: string}[]} devices let in, with tokens that are shown this once
 *
 * @typedef {object} Acts
 * @property {() => void} otherLanguage
 * @property {(event: SubmitEvent) => void} tryCode
 * @property {(edit: () => void) => void} change
 * @property {(vi: string) => void} addField
 * @property {(count: number) => void} counters
 * @property {() => void} back
 * @property {(event: SubmitEvent) => void} next
 * @property {() => void} make
 */
import { HubProblem } from "/lib/api.js";
import { linkOf } from "/lib/device-link.js";
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { inLanguage } from "/lib/words.js";
import { chosen } from "./draft.js";
import { admin, centre, counters, devices, drafted, fields, typed } from "./setup-steps.js";

/** @type {Step[]} */
const STEPS = ["centre", "fields", "counters", "admin", "devices", "review"];

/**
 * @param {Page} page
 * @param {Acts} acts
 */
export function view(page, acts) {
  const { w } = page;
  return html`<div class="screen">
    <header class="top">
      <span class="wordmark">Lượt</span>
      <span class="grow soft">${w("title")}</span>
      <button class="button quiet" @click=${acts.otherLanguage}>${w("language")}</button>
    </header>
    <main class="form-page">${STEPS.includes(page.step) ? path(page) : nothing} ${room(page, acts)}</main>
  </div>`;
}

/** @param {Page} page */
function path({ step, w }) {
  const here = STEPS.indexOf(step);
  return html`<ol class="steps" aria-label=${w("steps")}>
    ${STEPS.map(
      (one, at) => html`<li class=${at < here ? "past" : ""} aria-current=${at === here ? "step" : nothing}>
        ${at + 1}. ${w(`step.${one}`)}
      </li>`,
    )}
  </ol>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function room(page, acts) {
  switch (page.step) {
    case "loading":
      return html`<p class="lead" role="status">${page.w("loading")}</p>${wrong(page)}`;
    case "over":
      return over(page);
    case "code":
      return code(page, acts);
    case "centre":
      return step(page, acts, centre(page, acts));
    case "fields":
      return step(page, acts, fields(page, acts));
    case "counters":
      return step(page, acts, counters(page, acts));
    case "admin":
      return step(page, acts, admin(page, acts));
    case "devices":
      return step(page, acts, devices(page, acts));
    case "review":
      return review(page, acts);
    case "starting":
      return html`<p class="lead" role="status">${page.w("starting")}</p>${wrong(page)}`;
    case "done":
      return done(page);
  }
}

/** @param {Page} page */
function over({ w }) {
  return html`<section class="card narrow">
    <h1 tabindex="-1">${w("over")}</h1>
    <p class="lead">${w("over.lead")}</p>
    <a class="button primary" href="/admin/">${w("done.admin")}</a>
  </section>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function code(page, acts) {
  const { w } = page;
  return html`<form class="card narrow" @submit=${acts.tryCode}>
    <h1 tabindex="-1">${w("code")}</h1>
    <p class="lead">${w("code.lead")}</p>
    <label class="field code">${w("code.label")}
      <input name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="12" required autofocus
        .value=${page.code} @input=${typed((value) => (page.code = value))}>
    </label>
    ${wrong(page)}
    <button class="button primary" ?disabled=${page.busy}>${w("code.go")}</button>
  </form>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 * @param {unknown} inside
 */
function step(page, acts, inside) {
  const { w } = page;
  return html`<form class="card" @submit=${acts.next}>
    <h1 tabindex="-1">${w(`step.${page.step}`)}</h1>
    <p class="lead">${w(`lead.${page.step}`)}</p>
    ${inside} ${wrong(page)}
    <div class="row">
      ${page.step === "centre"
        ? nothing
        : html`<button type="button" class="button" @click=${acts.back}>${w("back")}</button>`}
      <span class="grow"></span>
      <button class="button primary" ?disabled=${page.busy}>${w("next")}</button>
    </div>
  </form>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function review(page, acts) {
  const { w, language, admin } = page;
  const draft = drafted(page);
  const names = chosen(draft).map((one) => inLanguage(one.name, language));
  return html`<section class="card">
    <h1 tabindex="-1">${w("step.review")}</h1>
    <p class="lead">${w("lead.review")}</p>
    <dl class="review">
      <dt>${w("step.centre")}</dt><dd>${draft.vi}</dd>
      <dt>${w("step.fields")}</dt><dd>${names.join(" · ")}</dd>
      <dt>${w("step.counters")}</dt><dd>${draft.counters.length}</dd>
      <dt>${w("step.admin")}</dt><dd>${admin.displayName} (${admin.name})</dd>
      <dt>${w("step.devices")}</dt>
      <dd>${w("review.devices", {
        kiosks: draft.kiosks,
        boards: draft.boards,
        tablets: draft.tablets ? draft.counters.length : 0,
      })}</dd>
    </dl>
    ${wrong(page)}
    <div class="row">
      <button class="button" @click=${acts.back}>${w("back")}</button>
      <span class="grow"></span>
      <button class="button primary" ?disabled=${page.busy} @click=${acts.make}>${w("make")}</button>
    </div>
  </section>`;
}

/** @param {Page} page */
function done({ w, devices }) {
  return html`<section class="card">
      <h1 tabindex="-1">${w("done")}</h1>
      <ol class="numbered">
        <li>${w("done.1")}</li>
        <li>${w("done.2")}</li>
        <li>${w("done.3")}</li>
        <li>${w("done.4")}</li>
      </ol>
      <div class="row">
        <a class="button primary" href="/admin/">${w("done.admin")}</a>
        <a class="button" href="/clerk/" target="_blank">${w("done.clerk")}</a>
      </div>
    </section>
    <section class="card">
      <h2>${w("done.devices")}</h2>
      <p class="soft">${w("done.once")}</p>
      <div class="scrolls">
        <table class="table">
          <thead><tr><th>${w("done.name")}</th><th>${w("done.open")}</th></tr></thead>
          <tbody>
            ${devices.map((device) => {
              const link = linkTo(device);
              return html`<tr>
                <td>${device.name}</td>
                <td>
                  ${link
                    ? html`<a href=${link} target="_blank">${link}</a>`
                    : kioskCommand(w, device)}
                </td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
    </section>`;
}

/**
 * The kiosk is a program and not only a page: what to type on its machine.
 *
 * @param {import("/lib/words.js").Words} w
 * @param {{name: string, token: string}} device
 */
function kioskCommand(w, { name, token }) {
  const file = `${name.toLowerCase().replaceAll(" ", "-")}.token`;
  return html`<p>${w("done.kiosk")}</p>
    <p><code class="command">(umask 077; echo <span data-device=${name}>${token}</span> &gt; ${file})</code></p>
    <p><code class="command">./luot kiosk --hub ${location.origin} --token-file ${file} --printer serial:/dev/ttyUSB0@9600 --profile generic-80mm</code></p>
    <p class="soft">${w("done.no-printer")} <code>./luot sim printer</code></p>`;
}

/**
 * A board is a television until somebody makes more of it.
 *
 * @param {{name: string, role: string, token: string}} device
 */
function linkTo({ name, role, token }) {
  const use = /** @type {import("/lib/device-link.js").Use} */ (role === "BOARD" ? "TV" : role);
  return linkOf(use, token, { origin: location.origin, counter: name.match(/\d+$/)?.[0] });
}

/** @param {Page} page */
function wrong({ problem, faults, language, w }) {
  if (faults.length) {
    return html`<ul class="faults" role="alert">
      ${faults.map((fault) => html`<li>${language === "en" ? fault.en : fault.vi}</li>`)}
    </ul>`;
  }
  if (!problem) return nothing;
  return html`<p class="faults" role="alert">
    ${problem instanceof HubProblem ? problem.words(language) : w("away")}
  </p>`;
}

