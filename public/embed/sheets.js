// The style sheets of the shadow roots.
//
// 1. Every root adopts the same two sheets, so fifty readers cost one. One is empty until the page is idle.
// 2. Where a sheet cannot be adopted, or the policy lets it be linked but not fetched, each root gets links instead.

import { LATE, STYLE, at } from "./files.js";

/** @type {Promise<string | undefined> | undefined} */
let text;

/** @type {Promise<string | undefined> | undefined} */
let late;

/** Sheets belong to a document, and an element may be moved to another. @type {Map<Document, CSSStyleSheet[]>} */
const sheets = new Map();

/** @param {string} name @returns {Promise<string | undefined>} the text of a sheet, if it can be adopted */
async function load(name) {
  if (!("adoptedStyleSheets" in Document.prototype)) return;
  try {
    const reply = await fetch(at(name));
    if (reply.ok) return await reply.text();
  } catch {
    // It is linked then, and the browser says what is wrong.
  }
}

/** Starts the request for the style sheet. */
export function loadStyle() {
  return (text ??= load(STYLE));
}

/** @param {ShadowRoot} root @param {string} name @returns {Promise<unknown>} when it is there, or known not to come */
function link(root, name) {
  const element = document.createElement("link");
  element.rel = "stylesheet";
  const loaded = new Promise((resolve) => (element.onload = element.onerror = resolve));
  element.href = at(name);
  root.prepend(element);
  return loaded;
}

/** @param {ShadowRoot} root @returns {Promise<unknown>} when it is dressed */
export async function dress(root) {
  const style = await loadStyle();
  if (style === undefined) return root.querySelector("link") ?? link(root, STYLE);
  const owner = root.ownerDocument;
  let pair = sheets.get(owner);
  if (!pair) {
    const Sheet = owner.defaultView?.CSSStyleSheet ?? CSSStyleSheet;
    pair = [new Sheet(), new Sheet()];
    pair[0].replaceSync(style);
    sheets.set(owner, pair);
    if (late) fill();
  }
  root.adoptedStyleSheets = pair;
}

async function fill() {
  const style = await late;
  if (style !== undefined) for (const [, sheet] of sheets.values()) sheet.replaceSync(style);
}

/** Loads the rest once the page has nothing else to do. @param {ShadowRoot} root */
export async function dressLate(root) {
  await new Promise((resolve) => (globalThis.requestIdleCallback ?? setTimeout)(resolve, { timeout: 2000 }));
  if (await text) {
    late ??= load(LATE);
    fill();
  } else if (root.querySelectorAll("link").length < 2) {
    link(root, LATE);
  }
}
