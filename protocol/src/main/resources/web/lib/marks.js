// @ts-check
/** A colour and a shape for each field, the same on every screen of the hall. */

const HUES = 8;
const SHAPES = ["circle", "square", "triangle", "diamond", "cross", "star", "hexagon"];

/**
 * For `<span class="mark" data-hue data-shape>`. The first 56 fields all differ, neighbours in colour and in shape.
 *
 * @param {number} place of the field in the plan, from 0
 */
export function markOf(place) {
  return { hue: (place % HUES) + 1, shape: SHAPES[place % SHAPES.length] };
}
