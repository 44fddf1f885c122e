// @ts-check
/** One notice, picture or film beside the calls. */
import { html, nothing } from "/lib/lit-html/lit-html.js";
import { keyed } from "/lib/lit-html/directives/keyed.js";
import { inBoth } from "./bilingual.js";

/**
 * Films are silent: calls are heard.
 *
 * @param {import("./slides.js").Slide | undefined} slide
 * @param {number} since when its turn began: a film that is alone begins anew
 * @param {SlideEnds} ends
 */
export function slidePart(slide, since, ends) {
  if (!slide) return nothing;
  const key = slide.kind === "film" ? `${slide.id} ${since}` : slide.id;
  return keyed(key, html`<section class="slide" data-kind=${slide.kind}>${inside(slide, ends)}</section>`);
}

/** @typedef {{ ended: () => void, broken: (address: string) => void }} SlideEnds the film is over; it cannot be shown */

/**
 * @param {import("./slides.js").Slide} slide
 * @param {SlideEnds} ends
 */
function inside(slide, { ended, broken }) {
  switch (slide.kind) {
    case "notice":
      return html`<p>${inBoth(slide.text)}</p>`;
    case "picture":
      return html`<img src=${slide.address} alt="" @error=${() => broken(slide.address)} />`;
    case "film":
      return html`<video
        src=${slide.address}
        .muted=${true}
        autoplay
        playsinline
        @ended=${ended}
        @error=${() => broken(slide.address)}
      ></video>`;
  }
}
