// @ts-check
/** Five drawn faces, from very glad to very cross: told apart by mouth and brows as well as by colour. */
import { nothing, svg, html } from "/lib/lit-html/lit-html.js";

const FACES = 5;

/** @type {Record<number, import("/lib/lit-html/lit-html.js").TemplateResult>} */
const MOUTHS = [
  svg`<path class="open" d="M25 56 Q50 62 75 56 Q72 84 50 84 Q28 84 25 56 Z"/>`,
  svg`<path d="M28 60 Q50 80 72 60"/>`,
  svg`<path d="M31 67 H69"/>`,
  svg`<path d="M30 73 Q50 57 70 73"/>`,
  svg`<path d="M28 77 Q50 52 72 77"/>`,
];
const BROWS = svg`<path d="M23 27 L41 35"/><path d="M77 27 L59 35"/>`;

/**
 * @param {number} place of the level on its scale, 0 is the best
 * @param {number} levels of the scale
 */
export function face(place, levels) {
  const mood = moodOf(place, levels);
  return html`<svg class="face" data-mood=${mood} viewBox="0 0 100 100" aria-hidden="true">
    <circle class="skin" cx="50" cy="50" r="47"/>
    <circle class="eye" cx="34" cy="42" r="5.5"/>
    <circle class="eye" cx="66" cy="42" r="5.5"/>
    ${MOUTHS[mood]} ${mood === FACES - 1 ? BROWS : nothing}
  </svg>`;
}

/**
 * Scales of three, four or five levels use the faces from end to end.
 *
 * @param {number} place
 * @param {number} levels
 */
function moodOf(place, levels) {
  return levels > 1 ? Math.round((place * (FACES - 1)) / (levels - 1)) : 0;
}
