// @ts-check
/** How the simulated hall looks. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { ref } from "/lib/lit-html/directives/ref.js";
import { repeat } from "/lib/lit-html/directives/repeat.js";
import { inLanguage, words } from "/lib/words.js";
import { drawMatrix, drawSegments, matrix } from "./led.js";
import { catalogue } from "./words.js";

/**
 * What the simulator says, see Scene.java.
 *
 * @typedef {object} Scene
 * @property {number} speed
 * @property {boolean} hub
 * @property {number} waiting
 * @property {Record<string, number>} counts
 * @property {{line: string, tickets: Ticket[], misunderstood: string[]}} printer
 * @property {{line: string, text: string, dots: string[][]}} sign
 * @property {Place[]} counters
 * @property {Happening[]} lately
 * @property {string[]} broken
 *
 * @typedef {{number: number, bytes: number, seconds: number, height: number}} Ticket
 * @typedef {{id: number, clerk?: string, number?: string, state: string, shows: string, working: boolean}} Place
 * @typedef {{seq: number, at: string, kind: string, number?: string, counter?: number}} Happening
 * @typedef {{id: string, name: import("/lib/hall.js").Text, address: string, note?: import("/lib/hall.js").Text}} Screen
 *
 * @typedef {object} Sight
 * @property {import("/lib/words.js").Language} language
 * @property {Scene} [scene]
 * @property {Screen[]} screens
 * @property {number} tablet number of the counter whose tablet is shown
 * @property {boolean} away
 *
 * @typedef {object} Hands
 * @property {(speed: number) => void} speed
 * @property {(id: string, on: boolean) => void} flip
 * @property {(counter: number, working: boolean) => void} clerk
 * @property {(counter: number) => void} tablet
 * @property {(language: import("/lib/words.js").Language) => void} language
 */

const SPEEDS = [0, 1, 5, 20, 60];
const PRINTER_SWITCHES = [
  "PAPER_LOW", "PAPER_OUT", "PAPER_JAMMED", "COVER_OPEN", "CUTTER_JAMMED", "HEAD_HOT", "OFFLINE", "POWER_OFF",
  "STATUS_LATE", "STATUS_GARBLED", "STATUS_ABSENT", "NO_COMPLETION", "GARBAGE",
  "UNPLUGGED", "NOT_ANSWERING", "NOT_READING", "NOISE",
];
const LINE_SWITCHES = ["UNPLUGGED", "NOT_ANSWERING", "NOT_READING", "NOISE"];
const DISPLAY_SWITCHES = [...LINE_SWITCHES, "CRC_ERROR", "SAME_ADDRESS"];
const SIGN_LETTERS = 16;
const SIGN_LINES = 4;
const AMBER = { lit: "#ffb000", dim: "#2b2410" };
const RED = { lit: "#ff4b33", dim: "#2a1210" };
const TV = { width: 1280, height: 720 };
const TABLET = { width: 1024, height: 640 };

/**
 * @param {Sight} sight
 * @param {Hands} hands
 */
export function page(sight, hands) {
  const w = words(catalogue, sight.language);
  const { scene, screens } = sight;
  return html`
    ${headPart(sight, hands, w)}
    ${sight.away ? html`<p class="banner" role="alert">${w("away")}</p>` : nothing}
    ${scene
      ? html`<main>
          <div class="side">${kioskPart(scene, hands, w)} ${latelyPart(scene, w, sight.language)}</div>
          <div class="middle">${signPart(scene, hands, w)} ${countersPart(scene, hands, w)}</div>
          <div class="side">
            ${tvPart(screens, w)} ${tabletPart(sight, hands, w)} ${screensPart(screens, w, sight.language)}
          </div>
        </main>`
      : html`<p class="loading" role="status">${w("loading")}</p>`}
  `;
}

/**
 * @param {Sight} sight
 * @param {Hands} hands
 * @param {import("/lib/words.js").Words} w
 */
function headPart({ scene, language }, hands, w) {
  const other = language === "vi" ? "en" : "vi";
  return html`
    <header>
      <h1>${w("title")}</h1>
      ${scene
        ? html`
            <span class="chip ${scene.hub ? "done" : "warn"}" role="status">${scene.hub ? w("hubHere") : w("hubAway")}</span>
            <dl class="figures">
              ${figure(w("waiting"), scene.waiting)} ${figure(w("issued"), scene.counts.ISSUED)}
              ${figure(w("served"), scene.counts.FINISHED)} ${figure(w("noShow"), scene.counts.NO_SHOW)}
            </dl>
            ${speedPart(scene, hands, w)}
          `
        : nothing}
      <button class="button quiet" lang=${other} @click=${() => hands.language(other)}>${w("otherLanguage")}</button>
    </header>
  `;
}

/**
 * @param {string} name
 * @param {number | undefined} value
 */
function figure(name, value) {
  return html`<div><dt>${name}</dt><dd>${value ?? 0}</dd></div>`;
}

/**
 * @param {Scene} scene
 * @param {Hands} hands
 * @param {import("/lib/words.js").Words} w
 */
function speedPart(scene, hands, w) {
  return html`
    <div class="speeds" role="group" aria-label=${w("speed")}>
      ${SPEEDS.map(
        (speed) => html`<button
          class="button"
          aria-pressed=${scene.speed === speed}
          aria-label=${speed === 0 ? w("pause") : w("times", { n: speed })}
          @click=${() => hands.speed(speed)}
        >
          ${speed === 0 ? "❚❚" : `${speed}×`}
        </button>`,
      )}
    </div>
  `;
}

/**
 * @param {Scene} scene
 * @param {Hands} hands
 * @param {import("/lib/words.js").Words} w
 */
function kioskPart({ printer, broken }, hands, w) {
  const last = printer.tickets.at(-1);
  const misunderstood = printer.misunderstood.at(-1);
  return html`
    <section class="card kiosk" aria-labelledby="kiosk">
      <h2 id="kiosk">${w("kiosk")}</h2>
      <div class="outlet">
        <div class="printer" aria-hidden="true"><span></span></div>
        <div class="paper">
          ${last
            ? repeat(
                [last],
                (ticket) => ticket.number,
                (ticket) => html`<img
                  src="/ticket/${ticket.number}.png"
                  alt=${w("ticketPicture", { n: ticket.number })}
                  width="576"
                  height=${ticket.height}
                />`,
              )
            : html`<p class="empty">${w("noTicket")}</p>`}
        </div>
      </div>
      ${last
        ? html`<p class="quiet figures">
            ${w("ticketFigures", { bytes: last.bytes.toLocaleString("vi"), seconds: last.seconds.toLocaleString("vi") })}
          </p>`
        : nothing}
      ${misunderstood ? html`<p class="chip warn">${w("misunderstood", { what: misunderstood })}</p>` : nothing}
      ${switchesPart("printer", PRINTER_SWITCHES, broken, hands, w)}
    </section>
  `;
}

/**
 * @param {Scene} scene
 * @param {Hands} hands
 * @param {import("/lib/words.js").Words} w
 */
function signPart({ sign, broken }, hands, w) {
  const dots = matrix(sign.dots, SIGN_LETTERS, SIGN_LINES);
  return html`
    <section class="card" aria-labelledby="sign">
      <h2 id="sign">${w("sign")}</h2>
      <canvas
        class="led"
        role="img"
        aria-label=${sign.text || w("dark")}
        data-text=${sign.text}
        ${ref((canvas) => redraw(canvas, dots.join(), (leds) => drawMatrix(leds, dots, AMBER)))}
      ></canvas>
      ${switchesPart("sign", LINE_SWITCHES, broken, hands, w)}
    </section>
  `;
}

/**
 * @param {Scene} scene
 * @param {Hands} hands
 * @param {import("/lib/words.js").Words} w
 */
function countersPart({ counters, broken }, hands, w) {
  return html`
    <section class="card" aria-labelledby="counters">
      <h2 id="counters">${w("counters")}</h2>
      <ol class="counters" role="list">
        ${counters.map((place) => placePart(place, hands, w))}
      </ol>
      ${switchesPart("displays", DISPLAY_SWITCHES, broken, hands, w)}
    </section>
  `;
}

/** @type {Record<string, string>} */
const CHIPS = { CLOSED: "", OPEN: "done", CALLED: "called", SERVING: "serving" };

/**
 * @param {Place} place
 * @param {Hands} hands
 * @param {import("/lib/words.js").Words} w
 */
function placePart({ id, clerk, state, shows, working }, hands, w) {
  return html`
    <li>
      <canvas
        class="led"
        role="img"
        aria-label=${w("displayShows", { text: shows.trim() })}
        data-text=${shows}
        ${ref((canvas) => redraw(canvas, shows, (leds) => drawSegments(leds, shows, RED)))}
      ></canvas>
      <h3>${w("counter", { n: id })}</h3>
      <p class="clerk">${clerk ?? "–"}</p>
      <span class="chip ${CHIPS[state]}">${w(`state.${state}`)}</span>
      <label>
        <input
          type="checkbox"
          aria-label=${w("simulatedClerk", { n: id })}
          .checked=${working}
          @change=${(/** @type {any} */ event) => hands.clerk(id, event.target.checked)}
        />
        ${w("automatic")}
      </label>
    </li>
  `;
}

/** What each canvas shows: glowing dots are dear, and most scenes change none. @type {WeakMap<Element, string>} */
const drawn = new WeakMap();

/**
 * @param {Element | undefined} canvas
 * @param {string} content
 * @param {(canvas: HTMLCanvasElement) => void} draw
 */
function redraw(canvas, content, draw) {
  if (!canvas || drawn.get(canvas) === content) return;
  drawn.set(canvas, content);
  draw(/** @type {HTMLCanvasElement} */ (canvas));
}

/**
 * @param {string} device
 * @param {string[]} names
 * @param {string[]} broken
 * @param {Hands} hands
 * @param {import("/lib/words.js").Words} w
 */
function switchesPart(device, names, broken, hands, w) {
  return html`
    <div class="switches" role="group" aria-label=${w("breakIt")}>
      ${names.map((name) => {
        const id = `${device}.${name}`;
        const on = broken.includes(id);
        return html`<button class="switch" data-breaks=${id} aria-pressed=${on} @click=${() => hands.flip(id, !on)}>${w(`broken.${name}`)}</button>`;
      })}
    </div>
  `;
}

/**
 * @param {Screen[]} screens
 * @param {import("/lib/words.js").Words} w
 */
function tvPart(screens, w) {
  return framePart(w("tv"), find(screens, "tv"), TV);
}

/**
 * @param {Sight} sight
 * @param {Hands} hands
 * @param {import("/lib/words.js").Words} w
 */
function tabletPart({ scene, screens, tablet }, hands, w) {
  const choice = html`
    <select
      aria-label=${w("tablet")}
      @change=${(/** @type {any} */ event) => hands.tablet(Number(event.target.value))}
    >
      ${scene?.counters.map(({ id }) => html`<option value=${id} ?selected=${id === tablet}>${id}</option>`)}
    </select>
  `;
  return framePart(w("tabletOf", { n: tablet }), find(screens, `tablet-${tablet}`), TABLET, choice);
}

/**
 * @param {string} title
 * @param {Screen | undefined} screen
 * @param {{width: number, height: number}} size of the real screen, in CSS pixels
 * @param {unknown} [beside]
 */
function framePart(title, screen, size, beside = nothing) {
  if (!screen) return nothing;
  return html`
    <section class="card">
      <h2>${title} ${beside}</h2>
      <div class="frame" ${ref((box) => box && fit(/** @type {HTMLElement} */ (box), size))}>
        ${repeat(
          [screen],
          ({ address }) => address,
          ({ address }) => html`<iframe title=${title} src=${address} allow="autoplay"></iframe>`,
        )}
      </div>
    </section>
  `;
}

/** Shows a whole screen in a small box. @type {WeakSet<HTMLElement>} */
const fitted = new WeakSet();

/**
 * @param {HTMLElement} box
 * @param {{width: number, height: number}} size
 */
function fit(box, { width, height }) {
  if (fitted.has(box)) return;
  fitted.add(box);
  box.style.aspectRatio = `${width} / ${height}`;
  new ResizeObserver(() => {
    const frame = box.querySelector("iframe");
    if (!frame) return;
    frame.style.width = `${width}px`;
    frame.style.height = `${height}px`;
    frame.style.transform = `scale(${box.clientWidth / width})`;
  }).observe(box);
}

/**
 * @param {Screen[]} screens
 * @param {import("/lib/words.js").Words} w
 * @param {import("/lib/words.js").Language} language
 */
function screensPart(screens, w, language) {
  return html`
    <section class="card" aria-labelledby="screens">
      <h2 id="screens">${w("screens")}</h2>
      <ul class="screens">
        ${screens.map(
          ({ name, address, note }) => html`<li>
            <a href=${address} target="_blank" rel="noopener">${inLanguage(name, language)}</a>
            ${note ? html`<span class="quiet">${inLanguage(note, language)}</span>` : nothing}
          </li>`,
        )}
      </ul>
    </section>
  `;
}

/**
 * @param {Scene} scene
 * @param {import("/lib/words.js").Words} w
 * @param {import("/lib/words.js").Language} language
 */
function latelyPart({ lately }, w, language) {
  return html`
    <section class="card" aria-labelledby="lately">
      <h2 id="lately">${w("lately")}</h2>
      ${lately.length === 0 ? html`<p class="empty">${w("nothingYet")}</p>` : nothing}
      <ol class="lately">
        ${repeat(
          lately,
          ({ seq }) => seq,
          ({ at, kind, number, counter }) => html`<li>
            <time class="figures quiet">${at.slice(11, 19)}</time>
            ${w(`happened.${kind}`, { number: number ?? "", counter: counter ?? "" })}
          </li>`,
        )}
      </ol>
    </section>
  `;
}

/**
 * @param {Screen[]} screens
 * @param {string} id
 */
function find(screens, id) {
  return screens.find((screen) => screen.id === id);
}
