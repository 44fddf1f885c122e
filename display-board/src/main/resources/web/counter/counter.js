// @ts-check
/** The small screen above one desk: its number, and whom it calls or serves. */
import { deviceToken } from "/lib/device-token.js";
import { openFeed } from "/lib/feed.js";
import { html, nothing, render } from "/lib/lit-html/lit-html.js";
import { bilingual, inBoth } from "/tv/bilingual.js";
import { counterOf, desk } from "./desk.js";
import { catalogue } from "./words.js";

const w = bilingual(catalogue);
const counter = counterOf(location.search);

/**
 * All that is on the screen.
 *
 * @type {{ hall?: import("/lib/hall.js").HallView, lost: boolean, refused?: { messageVi: string, messageEn: string } }}
 */
const screen = { lost: false };

show({});
if (counter) {
  openFeed({
    view: `counter/${counter}`,
    token: deviceToken(),
    onHall: (hall) => show({ hall, refused: undefined }),
    onLost: () => show({ lost: true }),
    onBack: () => show({ lost: false }),
    onRefused: (refused) => show({ refused }),
  });
}

/** @param {Partial<typeof screen>} change */
function show(change) {
  Object.assign(screen, change);
  render(page(), document.body);
}

function page() {
  if (!counter) return message(w("noCounter"));
  const { hall, lost, refused } = screen;
  return html`
    <header>
      <h1>${w("counter")} <b>${counter}</b></h1>
    </header>
    ${hall ? deskPart(desk(hall, counter)) : message(w("loading"))}
    ${lost ? html`<p class="banner" role="alert">${w("lost")}</p>` : nothing}
    ${refused ? html`<p class="banner" role="alert">${inBoth({ vi: refused.messageVi, en: refused.messageEn })}</p>` : nothing}
  `;
}

/** @param {import("./desk.js").Desk | undefined} desk */
function deskPart(desk) {
  if (!desk) return message(w("unknownCounter", { n: Number(counter) }));
  const { state, number } = desk;
  return html`
    <main data-state=${state} aria-live="polite">
      <p class="state">${w(`state.${state}`)}</p>
      ${number ? html`<p class="number" data-length=${number.length}>${number}</p>` : nothing}
    </main>
  `;
}

/** @param {unknown} words */
function message(words) {
  return html`<main><p class="state">${words}</p></main>`;
}
