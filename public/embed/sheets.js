// The style sheets of the shadow roots.
//
// 1. Every root adopts the same sheets, so fifty readers cost one. One comes at once, one with the first article that has
//    something seldom in it, one with what readers have chosen for themselves, one once an article shows.
// 2. Where a sheet cannot be adopted (an old engine, an element that was moved to another document, a policy that lets
//    it be linked but not fetched), a root gets links instead.

import { CHOICES, LATE, SELDOM, STYLE, at } from "./files.js";

/** By their names. @type {Record<string, Promise<CSSStyleSheet | undefined>>} */
const sheets = {};

/** @param {string} name @returns {Promise<CSSStyleSheet>} */
async function load(name) {
  const sheet = new CSSStyleSheet();
  const reply = await fetch(at(name));
  return reply.ok ? sheet.replace(await reply.text()) : Promise.reject(reply.status);
}

/** @param {ShadowRoot} root @param {string} [name] @returns {Promise<void>} when it is there, or known not to come */
export async function dress(root, name = STYLE) {
  // One that fails is linked, and the browser says what is wrong.
  const sheet = await (sheets[name] ??= load(name).catch(() => undefined));
  if (sheet && root.adoptedStyleSheets && root.ownerDocument === document) {
    if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
  } else if (!root.querySelector(`link[href$="${name}"]`)) {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = at(name);
    // The first says in which order the layers are.
    const last = [...root.querySelectorAll("link")].pop();
    if (last) last.after(link);
    else root.prepend(link);
    await new Promise((done) => (link.onload = link.onerror = done));
  }
}

/**
 * Dresses a root with more.
 * @param {ShadowRoot} root @param {string} what is `seldom` met, is `chosen`, or comes `late`: cards may be in any script
 * @returns {Promise<void>}
 */
export const dressMore = (root, what) =>
  what === "late"
    ? dressMore(root, "seldom").then(() => dress(root, LATE))
    : dress(root, what === "chosen" ? CHOICES : SELDOM);
