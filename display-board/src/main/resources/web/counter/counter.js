// @ts-check
/** The small screen above one desk: its number, and whom it calls or serves. */
import { deviceToken } from "/lib/device-token.js";
import { openFeed } from "/lib/feed.js";
import { html, nothing, render } from "/lib/lit-html/lit-html.js";
import { orPaired } from "/lib/pairing.js";
import { age } from "/tv/age.js";
import { bilingual, inBoth } from "/tv/bilingual.js";
import { counterOf, desk } from "./desk.js";
import { catalogue } from "./words.js";

const w = bilingual(catalogue);
const counter = counterOf(location.search);

/**
 * All that is on the screen.
 *
 * @type {{ hall?: import("/lib/hall.js").HallView, lostFor?: number, refused?: import("/lib/listening.js").Refused }} ms
 *   since the hub was heard, when that is too long
 */
const screen = {};

show({});
if (counter) {
  openFeed({
    view: `counter/${counter}`,
    token: deviceToken(),
    onHall: (hall) => show({ hall, refused: undefined }),
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
  const { state, number } = desk;
  return html`
    <main data-state=${state} ?data-old=${isOld} aria-live="polite">
      <p class="state">${w(`state.${state}`)}</p>
      ${number ? html`<p class="number" data-length=${number.length}>${number}</p>` : nothing}
    </main>
  `;
}

/** @param {unknown} words */
function message(words) {
  return html`<main><p class="state">${words}</p></main>`;
}
