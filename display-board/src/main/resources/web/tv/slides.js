// @ts-check
/**
 * What the television shows beside the calls, one after the other: the centre's notices, then its pictures and films.
 *
 * @typedef {import("/lib/hall.js").Text} Text
 * @typedef {{ file: string, film: boolean, changed: number }} File as in /playlist/list.json
 * @typedef {{ id: string, kind: "notice", text: Text } | { id: string, kind: "picture" | "film", address: string }} Slide
 * @typedef {{ id?: string, since: number }} Turn the slide that is shown, and since when, ms
 */

const NOTICE_MS = 12_000;
const PICTURE_MS = 12_000;
/** A film ends by itself; one that hangs does not stay for ever. */
const LONGEST_FILM_MS = 10 * 60_000;

/** @type {Turn} */
export const NO_TURN = { since: 0 };

/**
 * @param {{ notices?: { text: Text, until?: string }[] } | undefined} plan
 * @param {File[]} files
 * @param {string | undefined} day the business day; a notice whose last day is over is left out
 * @returns {Slide[]}
 */
export function slidesOf(plan, files, day) {
  const notices = (plan?.notices ?? []).filter(({ until }) => !until || !day || day <= until);
  return [
    ...notices.map(({ text }) => /** @type {Slide} */ ({ id: `notice ${text.vi}`, kind: "notice", text })),
    ...files.map(({ file, film, changed }) => {
      const address = `/playlist/${encodeURIComponent(file)}?v=${changed}`;
      return /** @type {Slide} */ ({ id: address, kind: film ? "film" : "picture", address });
    }),
  ];
}

/**
 * The turn as time passes, and as slides come and go.
 *
 * @param {Turn} turn
 * @param {Slide[]} slides
 * @param {number} now ms
 * @returns {Turn}
 */
export function turned(turn, slides, now) {
  const slide = slideOf(turn, slides);
  return slide && now - turn.since < patience(slide) ? turn : over(turn, slides, now);
}

/**
 * The slide is over: the next one's turn.
 *
 * @param {Turn} turn
 * @param {Slide[]} slides
 * @param {number} now ms
 * @returns {Turn}
 */
export function over(turn, slides, now) {
  const at = slides.findIndex(({ id }) => id === turn.id);
  return { id: slides[(at + 1) % slides.length]?.id, since: now };
}

/**
 * @param {Turn} turn
 * @param {Slide[]} slides
 * @returns {Slide | undefined}
 */
export function slideOf(turn, slides) {
  return slides.find(({ id }) => id === turn.id);
}

/** @param {Slide} slide */
function patience({ kind }) {
  switch (kind) {
    case "notice":
      return NOTICE_MS;
    case "picture":
      return PICTURE_MS;
    case "film":
      return LONGEST_FILM_MS;
  }
}
