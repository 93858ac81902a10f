// `<gatefold-reader>`: an article reader for any page. This is all that a page has to name:
//
//     <script type="module" src="https://cdn.example/gatefold/gatefold.js"></script>
//     <gatefold-reader src="article.json"><a href="article.html">Read the article</a></gatefold-reader>
//
// 1. Here the element is registered, once however often this file is included.
// 2. `element.js` is the element: what it is asked for, when it begins, what of it is on screen.
// 3. `engine.js` loads the WebAssembly, which all elements share, and notices when it is lost.
// 4. `early.js` shows the title before the WebAssembly is there; `sheets.js` dresses the shadow root; `near.js` waits
//    until an element comes near the viewport.
//
// The build bundles these into one file. Nothing is left on `window` but the element.

import { GatefoldReader as Own } from "./element.js";
import { VERSION } from "./files.js";

const NAME = "gatefold-reader";

/** Where a page is rendered on a server there are no elements. */
const registry = globalThis.customElements;

const first = /** @type {typeof Own | undefined} */ (registry?.get(NAME));
if (!first) {
  registry?.define(NAME, Own);
} else if (first.version !== VERSION) {
  console.warn(`Gatefold: version ${VERSION} is not used, because version ${first.version} came first.`);
}

/** The element's class, of whichever version came first. */
export const GatefoldReader = /** @type {typeof import("./gatefold.js").GatefoldReader} */ (
  /** @type {unknown} */ (first ?? Own)
);
