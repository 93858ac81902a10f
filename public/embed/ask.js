// The request for an article.

import { quiet } from "./quiet.js";

/** @typedef {{ answer: Promise<Response>, controller: AbortController }} Asked */

/** What is wrong with it, Rust tells. @param {string} src @returns {Asked} */
export function ask(src) {
  const controller = new AbortController();
  const headers = { accept: "application/json, */*;q=0.5" };
  return { controller, answer: quiet(fetch(src, { headers, signal: controller.signal })) };
}
