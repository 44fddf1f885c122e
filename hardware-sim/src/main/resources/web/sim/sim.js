// @ts-check
/** The whole simulated hall on one page: drawn from what the simulator says, and a few things to turn. */
import { send } from "/lib/api.js";
import { render } from "/lib/lit-html/lit-html.js";
import { chooseLanguage, chosenLanguage } from "/lib/words.js";
import { page } from "./hall-view.js";

const COME_BACK_MS = 1_000;

/** @type {import("./hall-view.js").Sight} */
const sight = { language: chosenLanguage(), screens: [], tablet: 1, away: false };

/** @type {import("./hall-view.js").Hands} */
const hands = {
  speed: (speed) => turn("/speed", { speed }),
  flip: (id, on) => turn(`/switch/${id}`, { on }),
  clerk: (counter, on) => turn(`/clerk/${counter}`, { on }),
  tablet: (tablet) => show({ tablet }),
  language: (language) => {
    chooseLanguage(language);
    show({ language });
  },
};

chooseLanguage(sight.language);
show({});
show({ screens: (await send("GET", "/screens")).body });
watch();

function watch() {
  const socket = new WebSocket(`${location.origin.replace(/^http/, "ws")}/scene`);
  socket.onmessage = ({ data }) => show({ scene: JSON.parse(data), away: false });
  socket.onclose = () => {
    show({ away: true });
    setTimeout(watch, COME_BACK_MS);
  };
}

/**
 * @param {string} path
 * @param {unknown} body
 */
async function turn(path, body) {
  try {
    await send("POST", path, body);
  } catch (e) {
    console.error(`${path} was not turned`, e);
  }
}

/** @param {Partial<import("./hall-view.js").Sight>} change */
function show(change) {
  Object.assign(sight, change);
  render(page(sight, hands), document.body);
}
