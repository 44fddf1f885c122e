// @ts-check
/**
 * Beside the desk: who waits, is held, or missed the call, each with what may be done; and the clerk's own day.
 *
 * @typedef {import("./clerk-view.js").Page} Page
 * @typedef {import("./clerk-view.js").Acts} Acts
 * @typedef {import("/lib/hall.js").TicketView} TicketView
 * @typedef {{waiting: TicketView[], held: TicketView[], missed: TicketView[]}} Lists
 * @typedef {{seen: number, served: {average: number}, waited: {count: number}, withinTarget: number}} OwnDay
 */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { clock } from "/lib/times.js";

/** As many as fit beside the desk; who comes later is seen when the first have gone. */
const MOST = 30;

/** @type {import("./clerk-view.js").ListName[]} */
const TABS = ["waiting", "held", "missed"];

/**
 * @param {Page} page
 * @param {Acts} acts
 */
export function lists(page, acts) {
  const { w, tab, late } = page;
  const shown = page.lists[tab];
  return html`<section class="card lists">
    <div class="tabs" role="tablist" aria-label=${w("lists")}>
      ${TABS.map(
        (name) => html`<button
          class="button quiet"
          role="tab"
          aria-selected=${name === tab}
          @click=${() => acts.showList(name)}
        >
          ${w(`list.${name}`)} <span class="figures">${page.lists[name].length}</span>
        </button>`,
      )}
    </div>
    ${late ? html`<p class="chip warn" role="status">${w("late", { late })}</p>` : nothing}
    ${shown.length ? nothing : html`<p class="soft">${w(`list.${tab}.none`)}</p>`}
    <div class="scroll" role="tabpanel" tabindex="0" aria-label=${w(`list.${tab}`)}>
      <ul class="rows">
        ${shown.slice(0, MOST).map((ticket) => row(page, ticket, acts))}
      </ul>
    </div>
  </section>`;
}

/**
 * @param {Page} page
 * @param {TicketView} ticket
 * @param {Acts} acts
 */
function row({ w, tab, plan, desk, busy }, ticket, acts) {
  const free = desk?.mode === "free";
  return html`<li>
    <span class="figures called-number">${ticket.number}</span>
    <span class="grow soft">
      ${w("since", { time: clock(ticket.issuedAt, plan.centre.timeZone) })}
      ${ticket.priorityClass ? html`<span class="chip called">${w("priority")}</span>` : nothing}
    </span>
    ${tab === "waiting"
      ? html`<button class="button quiet" ?disabled=${busy || !free} @click=${() => acts.callChosen(ticket)}>
          ${w("list.call")}
        </button>`
      : nothing}
    ${tab === "held"
      ? html`<button class="button quiet" ?disabled=${busy || !free} @click=${() => acts.resume(ticket)}>
          ${w("list.resume")}
        </button>`
      : nothing}
    ${tab === "missed"
      ? html`<button class="button quiet" ?disabled=${busy} @click=${() => acts.sendBack(ticket)}>
          ${w("list.return")}
        </button>`
      : nothing}
  </li>`;
}

/**
 * @param {OwnDay | null} figures
 * @param {import("/lib/words.js").Words} w
 */
export function ownDay(figures, w) {
  if (!figures || figures.seen === 0) return nothing;
  const { seen, served, waited, withinTarget } = figures;
  return html`<span class="own-day figures">
    ${w("own-day", {
      seen,
      minutes: Math.round(served.average / 60),
      within: waited.count ? Math.round((100 * withinTarget) / waited.count) : 0,
    })}
  </span>`;
}

/** A kiosk without paper is everybody's concern. @param {Page} page */
export function hardwareTrouble({ hall, clerk, w }) {
  const broken = (hall?.hardware ?? []).filter(({ condition }) => !["OK", "LOW"].includes(condition));
  if (!clerk || broken.length === 0) return nothing;
  const [{ device, name, detail }] = broken;
  return html`<p class="banner calm" role="status">
    ${w("hardware", { device, name, detail: detail ?? "" })}
    ${broken.length > 1 ? w("hardware.more", { more: broken.length - 1 }) : nothing}
  </p>`;
}
