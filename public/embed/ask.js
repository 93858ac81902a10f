// The request for an article.
//
// Readers that ask for the same while it is on its way share one request. It is called off when all of them have.

import { quiet } from "./quiet.js";

/** @typedef {{ answer: Promise<Response>, controller: AbortController }} Asked */
/** A request, and how many want it. @typedef {Asked & { wanted: number }} Shared */

/** What is on its way. @type {Map<string, Shared>} */
const flying = new Map();

/** @param {string} src @returns {Shared} */
function fly(src) {
  const controller = new AbortController();
  const headers = { accept: "application/json, */*;q=0.5" };
  const shared = { answer: fetch(src, { headers, signal: controller.signal }), controller, wanted: 0 };
  const landed = () => flying.delete(src);
  flying.set(src, shared);
  controller.signal.onabort = landed;
  shared.answer.then(landed, landed);
  return shared;
}

/** What is wrong with it, Rust tells. @param {string} src @returns {Asked} */
export function ask(src) {
  const controller = new AbortController();
  const shared = flying.get(src) ?? fly(src);
  shared.wanted++;
  controller.signal.onabort = () => --shared.wanted || shared.controller.abort();
  const answer = shared.answer.then((response) => (shared.wanted > 1 ? response.clone() : response));
  return { controller, answer: quiet(answer) };
}
