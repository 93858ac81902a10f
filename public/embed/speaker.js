// The language that an element speaks: what it says itself, what is said around it, the browser's.

import { files } from "./files.js";
import { words } from "./words.js";

/** @param {Element} element */
export function speaker(element) {
  /** @type {import("./words.js").Words} */
  let spoken;
  /** What they come by. @type {Promise<import("./words.js").Words> | undefined} */
  let asked;

  return {
    /** The words that are there. */
    words: () => spoken,

    /**
     * Looks which language it is now.
     * @param {() => void} [then] called when its words are there, at once when it is the one from before
     * @returns {Promise<void> | void} when that is done
     */
    speak(then = () => {}) {
      const near = /** @type {HTMLElement} */ (element.closest("[lang]:not([lang=''])") ?? document.documentElement);
      const now = words([near.lang, ...navigator.languages], files.base, element.getAttribute("messages"));
      if (now === asked) return then();
      asked = now;
      return Promise.resolve(now).then((came) => {
        if (now === asked) spoken = came;
        then();
      });
    },
  };
}
