// @ts-check
/** Colour and shape of a ticket's field beside its number, for whoever does not read. */
import { html } from "/lib/lit-html/lit-html.js";
import { markOf } from "/lib/marks.js";

/**
 * The place is kept where the plan is not known yet.
 *
 * @param {string} service
 * @param {any} plan
 */
export function markPart(service, plan) {
  /** @type {{ services: { id: string }[] }[]} */
  const fields = plan?.fields ?? [];
  const place = fields.findIndex(({ services }) => services.some(({ id }) => id === service));
  if (place < 0) return html`<span></span>`;
  const { hue, shape } = markOf(place);
  return html`<span class="mark" data-hue=${hue} data-shape=${shape}></span>`;
}
