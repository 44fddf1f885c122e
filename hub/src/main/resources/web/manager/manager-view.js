// @ts-check
/**
 * The frame of the manager's page: who is here, and which of the two rooms is open.
 *
 * @typedef {import("/lib/staff-told.js").Note} Note
 *
 * @typedef {object} Page
 * @property {import("/lib/words.js").Language} language
 * @property {import("/lib/words.js").Words} w
 * @property {import("/lib/staff-session.js").Person | null | undefined} person null when signed out, undefined until
 *   the hub said
 * @property {import("./live.js").Plan | null} plan
 * @property {import("/lib/hall.js").HallView | null} hall
 * @property {import("/lib/hall.js").TicketView[]} queue who waits, is called, is served, is held or did not come
 * @property {import("./live.js").WaitsView | null} waits
 * @property {import("./live.js").NextHour | null} next
 * @property {import("./move-view.js").Move | null} moving services of a counter that are being changed
 * @property {number | null} silentMs how long the hub has been silent; null while it is heard
 * @property {number} hubAheadMs how far the hub's clock is ahead of this one
 * @property {"live" | "reports"} tab
 * @property {import("./report.js").Question} question
 * @property {import("./report.js").Report | null} report
 * @property {import("./report-view.js").Behind | null} behind
 * @property {import("./void-view.js").Voided | null} voiding whose vote is being taken back
 * @property {import("./slip.js").Slip | null} slip of the day's end, when it is looked at
 * @property {string} today where the hall is
 * @property {boolean} busy
 * @property {Note | null} note
 *
 * @typedef {object} Acts
 * @property {(event: SubmitEvent) => void} signIn
 * @property {() => void} signOut
 * @property {() => void} otherLanguage
 * @property {(tab: "live" | "reports") => void} show
 * @property {(change: Partial<import("./report.js").Question>) => void} ask
 * @property {(row: import("./report.js").Row | null, figure: import("./report.js").Counted) => void} open
 * @property {() => void} closeBehind
 * @property {(counter: number) => void} move
 * @property {(service: string) => void} toggle
 * @property {() => void} moveNow
 * @property {(ticket: import("./void-view.js").Voided) => void} beginVoid
 * @property {(event: SubmitEvent) => void} voidNow
 * @property {() => void} openSlip
 * @property {() => void} printSlip
 * @property {(kiosk: string) => void} printSlipAt
 * @property {() => void} closeSlip
 * @property {() => void} giveUp
 */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { behind, lostBanner, noteOf } from "/lib/staff-told.js";
import { signInForm } from "/lib/staff-view.js";
import { liveView } from "./live-view.js";
import { moveView } from "./move-view.js";
import { reportView } from "./report-view.js";
import { slipView } from "./slip-view.js";
import { voidView } from "./void-view.js";

/**
 * @param {Page} page
 * @param {Acts} acts
 */
export function view(page, acts) {
  return html`<div class="screen">
    ${behind(
      (page.moving ?? page.voiding) !== null,
      html`${top(page, acts)} ${lostBanner(page)}
        <main>${room(page, acts)}</main>`,
    )}
    ${page.moving && page.plan ? moveView(page, page.plan, page.moving, acts, noteOf(page)) : nothing}
    ${page.voiding ? voidView(page, page.voiding, acts, noteOf(page)) : nothing}
  </div>`;
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function room(page, acts) {
  const { person, plan, hall, w } = page;
  if (person === null) return signInForm(w, page.busy, acts.signIn, noteOf(page));
  if (!plan || !hall) return html`<p class="middle lead" role="status">${w("connecting")}</p>`;
  if (page.tab === "reports") {
    if (page.slip) return slipView(page, page.slip, acts, noteOf(page));
    return reportView(page, acts, page.voiding ? nothing : noteOf(page));
  }
  return liveView(page, plan, hall, acts);
}

/**
 * @param {Page} page
 * @param {Acts} acts
 */
function top({ person, tab, w, busy }, acts) {
  return html`<header class="top">
    <span class="wordmark">Lượt</span>
    ${person
      ? html`<nav class="tabs" aria-label=${w("title")}>
          <button class="button quiet" aria-current=${tab === "live" ? "page" : nothing} @click=${() => acts.show("live")}>
            ${w("live")}
          </button>
          <button
            class="button quiet"
            aria-current=${tab === "reports" ? "page" : nothing}
            @click=${() => acts.show("reports")}
          >
            ${w("reports")}
          </button>
        </nav>`
      : nothing}
    <span class="who">${person ? person.displayName : nothing}</span>
    <button class="button quiet" @click=${acts.otherLanguage}>${w("language")}</button>
    ${person
      ? html`<button class="button quiet" ?disabled=${busy} @click=${acts.signOut}>${w("sign-out")}</button>`
      : nothing}
  </header>`;
}
