// Where an element has its article from: an object, JSON, or an address.

import { quiet } from "./later.js";

export class Source {
  /** The article, when it is not fetched. @type {unknown} */
  given;
  /** The request, until Rust takes it. @type {Promise<Response> | undefined} */
  #answer;
  /** What stops it. @type {AbortController | undefined} */
  controller;

  /** @param {unknown} article as it is, or its JSON; throws when it is none */
  give(article) {
    this.cancel();
    this.given = (typeof article === "string" ? JSON.parse(article) : article) ?? undefined;
  }

  /** @param {string} address */
  request(address) {
    // Rust tells what is wrong with it.
    if (!URL.canParse(address, document.baseURI)) return;
    this.controller = new AbortController();
    const headers = { accept: "application/json, */*;q=0.5" };
    this.#answer = quiet(fetch(new URL(address, document.baseURI), { headers, signal: this.controller.signal }));
  }

  /** The answer, once. */
  take() {
    const answer = this.#answer;
    this.#answer = undefined;
    return answer;
  }

  /** A copy of the article to look at; nothing when it is too big for two. @returns {Promise<unknown>} */
  async peek() {
    const reply = await this.#answer;
    if (!reply) return this.given;
    if (Number(reply.headers.get("content-length")) <= 1e6) return reply.clone().json();
  }

  cancel() {
    this.controller?.abort();
    this.controller = this.#answer = undefined;
  }
}
