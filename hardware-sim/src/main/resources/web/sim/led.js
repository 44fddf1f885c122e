// @ts-check
/** Pictures of LEDs: a matrix of dots, and digits of seven segments. */

const COLUMNS_A_LETTER = 6;
const ROWS_A_LINE = 8;

/**
 * Every dot of a matrix sign, lit or not, row by row. The sign is at least `letters` × `lines` large.
 *
 * @param {string[][]} dots for each line of text its rows of "1" and "0": seven, or more where it has a picture
 * @param {number} letters
 * @param {number} lines
 * @returns {boolean[][]}
 */
export function matrix(dots, letters, lines) {
  const columns = letters * COLUMNS_A_LETTER - 1;
  const rows = dots.flatMap((line) => [...line, ""]);
  const height = Math.max(lines * ROWS_A_LINE, rows.length) - 1;
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: columns }, (_, column) => rows[row]?.[column] === "1"),
  );
}

/**
 * Segments of a digit: top, upper right, lower right, bottom, lower left, upper left, middle. A character that cannot be
 * shown lights none.
 *
 * @param {string} character
 * @returns {string} letters a to g of those that are lit
 */
export function segments(character) {
  return SEGMENTS[character] ?? SEGMENTS[character.toUpperCase()] ?? "";
}

/** @type {Record<string, string>} */
const SEGMENTS = {
  0: "abcdef",
  1: "bc",
  2: "abged",
  3: "abgcd",
  4: "fgbc",
  5: "afgcd",
  6: "afgedc",
  7: "abc",
  8: "abcdefg",
  9: "abcdfg",
  A: "abcefg",
  b: "cdefg",
  C: "adef",
  c: "deg",
  d: "bcdeg",
  E: "adefg",
  F: "aefg",
  G: "acdef",
  H: "bcefg",
  h: "cefg",
  I: "ef",
  J: "bcde",
  K: "acefg",
  L: "def",
  M: "aceg",
  n: "ceg",
  O: "abcdef",
  o: "cdeg",
  P: "abefg",
  q: "abcfg",
  r: "eg",
  S: "acdfg",
  t: "defg",
  U: "bcdef",
  u: "cde",
  V: "bcdef",
  y: "bcdfg",
  Z: "abdeg",
  B: "cdefg",
  D: "bcdeg",
  N: "ceg",
  Q: "abcfg",
  R: "eg",
  T: "defg",
  Y: "bcdfg",
  "-": "g",
  _: "d",
  "=": "dg",
};

/**
 * @param {HTMLCanvasElement} canvas
 * @param {boolean[][]} dots
 * @param {{lit: string, dim: string}} colours
 */
export function drawMatrix(canvas, dots, { lit, dim }) {
  const pitch = 8;
  canvas.width = (dots[0].length + 3) * pitch;
  canvas.height = (dots.length + 3) * pitch;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  for (const [row, columns] of dots.entries()) {
    for (const [column, on] of columns.entries()) {
      pen.fillStyle = on ? lit : dim;
      pen.shadowColor = lit;
      pen.shadowBlur = on ? pitch * 0.8 : 0;
      pen.beginPath();
      pen.arc((column + 2) * pitch, (row + 2) * pitch, pitch * 0.36, 0, 2 * Math.PI);
      pen.fill();
    }
  }
}

const DIGIT = { width: 40, height: 70, thick: 9, gap: 14 };

/**
 * @param {HTMLCanvasElement} canvas
 * @param {string} text
 * @param {{lit: string, dim: string}} colours
 */
export function drawSegments(canvas, text, { lit, dim }) {
  canvas.width = text.length * (DIGIT.width + DIGIT.gap) + DIGIT.gap;
  canvas.height = DIGIT.height + 2 * DIGIT.gap;
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.transform(1, 0, -0.08, 1, 5, 0);
  for (const [place, character] of [...text].entries()) {
    const left = DIGIT.gap + place * (DIGIT.width + DIGIT.gap);
    for (const segment of "abcdefg") {
      const on = segments(character).includes(segment);
      pen.strokeStyle = on ? lit : dim;
      pen.shadowColor = lit;
      pen.shadowBlur = on ? 8 : 0;
      drawSegment(pen, segment, left, DIGIT.gap);
    }
  }
}

/**
 * @param {CanvasRenderingContext2D} pen
 * @param {string} segment
 * @param {number} left
 * @param {number} top
 */
function drawSegment(pen, segment, left, top) {
  const { width, height, thick } = DIGIT;
  const inset = thick * 0.7;
  const [x0, x1] = [left, left + width];
  const [y0, y1, y2] = [top, top + height / 2, top + height];
  /** @type {Record<string, number[]>} */
  const ends = {
    a: [x0 + inset, y0, x1 - inset, y0],
    b: [x1, y0 + inset, x1, y1 - inset],
    c: [x1, y1 + inset, x1, y2 - inset],
    d: [x0 + inset, y2, x1 - inset, y2],
    e: [x0, y1 + inset, x0, y2 - inset],
    f: [x0, y0 + inset, x0, y1 - inset],
    g: [x0 + inset, y1, x1 - inset, y1],
  };
  const [fromX, fromY, toX, toY] = ends[segment];
  pen.lineWidth = thick;
  pen.lineCap = "round";
  pen.beginPath();
  pen.moveTo(fromX, fromY);
  pen.lineTo(toX, toY);
  pen.stroke();
}
