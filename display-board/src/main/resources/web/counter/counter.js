// @ts-check
/** The small screen above one desk: its number, and whom it calls or serves. */
import { deviceToken } from "/lib/device-token.js";
import { openFeed } from "/lib/feed.js";
import { html, nothing, render } from "/lib/lit-html/lit-html.js";
import { orPaired } from "/lib/pairing.js";
import { age } from "/tv/age.js";
import { bilingual, inBoth } from "/tv/bilingual.js";
import { markPart } from "/tv/mark-part.js";
import { planLoader } from "/tv/plan.js";
import { counterOf, desk } from "./desk.js";
import { catalogue } from "./words.js";

const w = bilingual(catalogue);
const counter = counterOf(location.search);
const token = deviceToken();
/** Its fields give the numbers their colours and shapes. */
const loadPlan = planLoader(token, (plan) => show({ plan }));

/**
 * All that is on the screen.
 *
 * @type {{ hall?: import("/lib/hall.js").HallView, plan?: any, lostFor?: number, refused?: import("/lib/listening.js").Refused }} ms
 *   since the hub was heard, when that is too long
 */
const screen = {};

show({});
if (counter) {
  openFeed({
    view: `counter/${counter}`,
    token,
    onHall: (hall, step) => {
      if (!step) loadPlan();
      show({ hall, refused: undefined });
    },
    onLost: (lostFor) => show({ lostFor }),
    onBack: () => show({ lostFor: undefined }),
    onRefused: orPaired((refused) => show({ refused })),
  });
}

/** @param {Partial<typeof screen>} change */
function show(change) {
  Object.assign(screen, change);
  render(page(), document.body);
}

function page() {
  if (!counter) return message(w("noCounter"));
  const { hall, lostFor, refused } = screen;
  return html`
    <header>
      <h1>${w("counter")} <b>${counter}</b></h1>
    </header>
    ${hall ? deskPart(desk(hall, counter), lostFor !== undefined) : message(w("loading"))}
    ${lostFor === undefined ? nothing : html`<p class="banner" role="status">${lostWords(lostFor)}</p>`}
    ${refused ? html`<p class="banner" role="alert">${inBoth({ vi: refused.messageVi, en: refused.messageEn })}</p>` : nothing}
  `;
}

/** @param {number} lostFor ms */
function lostWords(lostFor) {
  const { unit, n } = age(lostFor);
  return w(`lost.${unit}`, { n });
}

/**
 * @param {import("./desk.js").Desk | undefined} desk
 * @param {boolean} isOld
 */
function deskPart(desk, isOld) {
  if (!desk) return message(w("unknownCounter", { n: Number(counter) }));
  const { state, number, service } = desk;
  return html`
    <main data-state=${state} ?data-old=${isOld} aria-live="polite">
      <p class="state">${w(`state.${state}`)}</p>
      ${number && service
        ? html`<div class="who" data-length=${number.length}>${markPart(service, screen.plan)}<p class="number">${number}</p></div>`
        : nothing}
    </main>
  `;
}

/** @param {unknown} words */
function message(words) {
  return html`<main><p class="state">${words}</p></main>`;
}
