// How an element looks: as its attributes say, but for what whoever reads has chosen.

import { chosen } from "./chosen.js";
import { dress, dressMore } from "./sheets.js";

/** @param {HTMLElement} element @param {ShadowRoot} shadow its own */
export function looks(element, shadow) {
  const given = (/** @type {string} */ name) => element.getAttribute(name) ?? undefined;
  const look = () => chosen(given("settings"));
  const option = (/** @type {string} */ name) => (name === "theme" && look().theme) || given(name);

  return {
    /** What was chosen, for the data attributes of a root. */
    look,
    option,

    /** Dresses the root with what it needs at first. @returns {Promise<void>} */
    dressed: () =>
      dress(shadow).then(() => {
        if (Object.keys(look())[0] || /sepia|contrast/i.test(`${option("theme")}`)) return dressMore(shadow, "chosen");
      }),
  };
}
