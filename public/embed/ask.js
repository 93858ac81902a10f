// The request for an article.
//
// Readers that ask for the same while it is on its way share one request. It is called off when all of them have.

import { quiet } from "./quiet.js";

/** @typedef {{ answer: Promise<Response>, controller: AbortController }} Asked */

/** What is on its way, with how many want it. @type {Map<string, { answer: Promise<Response>, all: AbortController, wanted: number }>} */
const flying = new Map();

/** What is wrong with it, Rust tells. @param {string} src @returns {Asked} */
export function ask(src) {
  const controller = new AbortController();
  const landed = () => flying.delete(src);
  let shared = flying.get(src);
  if (!shared) {
    const all = new AbortController();
    const headers = { accept: "application/json, */*;q=0.5" };
    shared = { answer: fetch(src, { headers, signal: all.signal }), all, wanted: 0 };
    flying.set(src, shared);
    shared.answer.then(landed, landed);
  }
  const { answer, all } = shared;
  const of = shared;
  of.wanted++;
  controller.signal.onabort = () => --of.wanted || (landed(), all.abort());
  return { controller, answer: quiet(answer.then((response) => (of.wanted > 1 ? response.clone() : response))) };
}
