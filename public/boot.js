// Starts the app. A file of its own because a strict content-security policy forbids inline scripts.
//
// 1. The words of the interface, unless they are English, are asked for beside everything else. What was chosen for reading
//    becomes options.
// 2. The build writes two preload links into the page, with the hashed names of the glue and the WebAssembly.
// 3. `start` imports the glue and lets it compile the WebAssembly while it arrives.
// 4. When that fails, `explain` says so in words, above the fallback the page already has.
// 5. Once the app runs, offline.js has it kept on the device; only the release build names that in the page.

import { chosen } from "./embed/chosen.js";
import { words } from "./embed/words.js";

/**
 * The absolute address of a preload link.
 * @param {string} selector
 * @returns {string}
 */
function address(selector) {
  const link = document.querySelector(selector);
  if (!(link instanceof HTMLLinkElement)) throw new Error(`no ${selector} in the page`);
  return link.href;
}

/** @returns {Promise<void>} */
async function start() {
  const element = /** @type {any} */ (document.getElementById("gatefold"));
  const languages = [element?.dataset.lang, document.documentElement.lang, ...navigator.languages];
  const [glue, spoken] = await Promise.all([
    import(address('link[rel="modulepreload"]')),
    words(languages, import.meta.url, element?.dataset.messages),
  ]);
  if (element) {
    element.words = spoken;
    Object.assign(element.dataset, chosen(element.dataset.settings));
  }
  await glue.default({ module_or_path: address('link[rel="preload"][type="application/wasm"]') });
}

/**
 * A sentence for the reader of the page.
 * @param {unknown} error
 * @returns {string}
 */
function sentence(error) {
  if (typeof WebAssembly !== "object") {
    return "The articles cannot be shown here: this browser has no WebAssembly, or it is turned off.";
  }
  if (error instanceof WebAssembly.CompileError) {
    return "The articles cannot be shown here: this browser refused to run the reader.";
  }
  if (error instanceof WebAssembly.RuntimeError) {
    return "The reader stopped while starting. Reloading the page may help.";
  }
  return "The reader could not be loaded. Check the connection and reload the page.";
}

/**
 * @param {unknown} error
 * @returns {void}
 */
function explain(error) {
  console.error("gatefold: the app did not start:", error);
  let message = document.querySelector("[data-boot-message]");
  if (!message) {
    // The app had already taken the place of the fallback.
    message = document.createElement("p");
    message.setAttribute("data-boot-message", "");
    (document.getElementById("gatefold") ?? document.body).prepend(message);
  }
  message.textContent = sentence(error);
  message.setAttribute("role", "alert");
  message.removeAttribute("hidden");
}

/** @returns {Promise<void>} */
async function keep() {
  const link = /** @type {HTMLLinkElement | null} */ (document.querySelector("link[rel=offline]"));
  if (link) await import(link.href);
}

start().then(keep, explain).catch(console.info);
