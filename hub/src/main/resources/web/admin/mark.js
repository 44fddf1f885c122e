// @ts-check
/** The centre's mark as a ticket's printer takes it: black or white, and small. */

const WIDEST = 320;
const HIGHEST = 120;
const BLACK_BELOW = 128;

/**
 * @param {Blob} file any picture that the browser knows
 * @returns {Promise<string | null>} a PNG in base64; null when it is no picture
 */
export async function markOf(file) {
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return null;
  const scale = Math.min(1, WIDEST / picture.width, HIGHEST / picture.height);
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.floor(picture.width * scale));
  canvas.height = Math.max(1, Math.floor(picture.height * scale));
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.fillStyle = "white";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const dots = pen.getImageData(0, 0, canvas.width, canvas.height);
  blackOrWhite(dots.data);
  pen.putImageData(dots, 0, 0);
  return canvas.toDataURL("image/png").split(",")[1];
}

/** @param {Uint8ClampedArray} rgba */
function blackOrWhite(rgba) {
  for (let at = 0; at < rgba.length; at += 4) {
    const light = (54 * rgba[at] + 183 * rgba[at + 1] + 19 * rgba[at + 2]) / 256;
    rgba.fill(light < BLACK_BELOW ? 0 : 255, at, at + 3);
  }
}
