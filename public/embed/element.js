// The element: what it is asked for, and when that happens.
//
// 1. Attributes are the only state that options have; a property is its attribute. A burst of changes in one task is
//    looked at once, when it is over (`#settle`), so moving the element within the page changes nothing.
// 2. `#begin` asks for the article and, beside it, for the style and the WebAssembly; once for each `src` or article.
// 3. `#mount` lets Rust build the reader. `#host` is all that Rust knows of the element.
// 4. `#fail` is for what Rust cannot tell because it is not there: the page shows as it was written, or a sentence.

import { early } from "./early.js";
import { failure, start } from "./engine.js";
import { VERSION, place } from "./files.js";
import { Later, quiet } from "./later.js";
import { forget, whenNear } from "./near.js";
import { OPTIONS, reflect, takeOver } from "./options.js";
import { dress, dressLate, loadStyle } from "./sheets.js";
import { Source } from "./source.js";
import { Stage } from "./stage.js";

/** @typedef {import("./engine.js").Failure} Failure */
/** @typedef {import("./engine.js").Seat} Seat */

/** Where a page is rendered on a server this file may be read, but there are no elements. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class GatefoldReader extends Base {
  static version = VERSION;
  static observedAttributes = OPTIONS;

  /** Where the files of the reader are, when they are not beside this one. */
  static get base() {
    return place.base;
  }
  static set base(address) {
    place.base = address;
  }

  #shadow = this.attachShadow({ mode: "open" });
  #stage = new Stage(this.#shadow);
  #source = new Source();
  /** @type {Later<any>} */
  #ready = new Later();
  /** What the property was set to, or what was found between the tags. @type {unknown} */
  #article;
  /** The load that is under way or done. @type {{ shown?: boolean } | undefined} */
  #turn;
  /** @type {Seat | undefined} */
  #seat;

  #settling = false;
  /** Another article is asked for than is there. */
  #stale = true;
  /** Options have changed. */
  #changed = false;
  /** It is near the viewport, or a method was called. */
  #near = false;
  /** It has been in a document. */
  #placed = false;
  /** A first load has begun; from then on the last of `src` and `article` wins. */
  #begun = false;

  constructor() {
    super();
    takeOver(this);
  }

  connectedCallback() {
    this.#placed = true;
    if (this.#stale) this.#renew();
    this.#schedule();
  }

  disconnectedCallback() {
    this.#schedule();
  }

  /** Without it `moveBefore` would count as leaving and coming. */
  connectedMoveCallback() {}

  /** Sheets stay behind in the old document. */
  adoptedCallback() {
    if (this.#turn) dress(this.#shadow);
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before === after) return;
    if (name === "src") {
      if (this.#begun) this.#article = undefined;
      this.#outdate();
    }
    this.#changed ||= name !== "loading";
    this.#schedule();
  }

  get article() {
    return this.#article;
  }
  set article(article) {
    this.#article = article ?? undefined;
    this.#outdate();
  }

  get ready() {
    return this.#ready.promise;
  }

  /** @param {unknown} article an object or its JSON @returns {Promise<any>} settles with the article */
  load(article) {
    if (this.#gone) return this.#refused();
    this.#near = true;
    this.article = article;
    return this.ready;
  }

  /** @returns {Promise<any>} settles with the article */
  reload() {
    if (this.#gone) return this.#refused();
    this.#near = true;
    const seat = this.#seat;
    if (!seat || this.#stale) {
      // Unless it is on its way already.
      if (!this.#turn) this.#outdate();
    } else {
      this.#renew();
      // Rust may be the one that is calling: not into it again before it is done.
      queueMicrotask(() => seat.call((glue, handle) => glue.command(handle, "reload", "")));
    }
    return this.ready;
  }

  expandAll() {
    return this.#command("expandAll");
  }

  collapseAll() {
    return this.#command("collapseAll");
  }

  /** @param {string} id */
  scrollToSection(id) {
    return this.#command("scrollToSection", id);
  }

  /** @param {string} [section] */
  openShare(section) {
    return this.#command("openShare", section);
  }

  /** @param {string} name @param {string} [argument] @returns {Promise<boolean>} whether there was something to do it on */
  #command(name, argument = "") {
    if (this.#gone) return this.#refused();
    this.#near = true;
    this.#schedule();
    const act = () => this.#seat?.call((glue, handle) => glue.command(handle, name, `${argument}`)) ?? false;
    return quiet(this.ready.then(act));
  }

  /** It was taken out of the page. */
  get #gone() {
    return this.#placed && !this.isConnected;
  }

  #removed() {
    return errorOf(failure("aborted", this.localName, "not in the page", false));
  }

  /** @returns {Promise<never>} */
  #refused() {
    return quiet(Promise.reject(this.#removed()));
  }

  /** What `ready` said is no longer of interest. */
  #renew() {
    if (this.#ready.done) this.#ready = new Later();
  }

  #outdate() {
    this.#stale = true;
    this.#renew();
    this.#schedule();
  }

  #schedule() {
    if (!this.#settling) queueMicrotask(() => this.#settle());
    this.#settling = true;
  }

  #settle() {
    this.#settling = false;
    forget(this);
    if (!this.isConnected) return this.#leave();
    // A fragment that names nothing in the page may name a section.
    const named = /^#[^/!:]/.test(location.hash) && !document.querySelector(":target");
    if (!this.#near && !named && this.getAttribute("loading") !== "eager") {
      whenNear(this, () => {
        this.#near = true;
        this.#schedule();
      });
    } else if (!this.#stale) {
      if (this.#changed) this.#update();
    } else if (this.#article === undefined && !this.hasAttribute("src") && document.readyState === "loading") {
      // What will stand between the tags is still on its way.
      document.addEventListener("DOMContentLoaded", () => this.#schedule(), { once: true });
    } else {
      this.#begin();
    }
  }

  #leave() {
    this.#clear();
    this.#near = false;
    this.#stale = true;
    this.#ready.reject(this.#removed());
  }

  /** Lets go of everything of this load. */
  #clear() {
    const seat = this.#seat;
    this.#turn = this.#seat = undefined;
    this.#source.cancel();
    seat?.leave();
    this.#stage.clear();
  }

  #begin() {
    if (!this.#begun) this.#article ??= this.querySelector(":scope > script[type='application/json']")?.textContent;
    this.#begun = true;
    this.#stale = false;
    const source = this.#source;
    try {
      source.give(this.#article);
    } catch (cause) {
      return this.#fail(failure("syntax", "article", cause, false));
    }
    const src = this.getAttribute("src")?.trim();
    if (source.given === undefined) {
      if (!src) return this.#fail(failure("refused", "src", "neither `src` nor an article is given", false), "");
      // To Rust it would be the one that it had before the article.
      if (this.#seat?.inline && this.#seat.src === src) this.#clear();
      source.request(src);
    }
    const turn = (this.#turn = {});
    if (this.#seat) return this.#update();
    this.#stage.reveal(true);
    loadStyle();
    this.#mount(turn);
    this.#preview(turn);
  }

  /** Shows the title as soon as the JSON is there. @param {{ shown?: boolean }} turn */
  async #preview(turn) {
    try {
      const article = await this.#source.peek();
      await dress(this.#shadow);
      if (turn !== this.#turn || turn.shown) return;
      const title = early(article, this.getAttribute("theme"), Number(this.getAttribute("heading-level")));
      if (title) this.#stage.preview(title);
    } catch {
      // Rust reads it again, and tells.
    }
  }

  /** @param {object} turn */
  async #mount(turn) {
    const engine = start();
    try {
      await Promise.all([engine.started, dress(this.#shadow)]);
    } catch (error) {
      if (turn === this.#turn) this.#fail(/** @type {Failure} */ (error));
      return;
    }
    if (turn !== this.#turn) return;
    const seat = engine.seat((error, restart) => seat === this.#seat && this.#crash(error, restart));
    this.#seat = seat;
    this.#note(seat);
    this.#stage.hold();
    seat.call((glue) => {
      seat.handle = glue.mount(this.#stage.root, this.#host(seat));
    });
  }

  /** What Rust may ask and do; of an instance that is lost nothing is taken any more. @param {Seat} seat */
  #host(seat) {
    const mine = () => seat === this.#seat;
    return {
      element: this,
      option: (/** @type {string} */ name) => this.getAttribute(name) ?? undefined,
      answer: () => this.#source.take(),
      controller: () => this.#source.controller,
      article: () => this.#source.given,
      tell: (/** @type {string} */ name, /** @type {any} */ detail, /** @type {boolean} */ cancelable) =>
        !mine() || this.#tell(name, detail, cancelable),
      navigate: (/** @type {string} */ src) => mine() && this.setAttribute("src", src),
      shown: (/** @type {string} */ state) => mine() && this.#shown(state),
    };
  }

  /** Remembers what Rust is told the article is. @param {Seat} seat */
  #note(seat) {
    this.#changed = false;
    seat.src = this.getAttribute("src")?.trim();
    seat.inline = this.#source.given !== undefined;
  }

  #update() {
    const seat = this.#seat;
    if (!seat) return;
    this.#note(seat);
    seat.call((glue, handle) => glue.update(handle));
  }

  /** @param {string} state */
  #shown(state) {
    if (this.#turn) this.#turn.shown = true;
    // A refresh may fail under an article that stays.
    this.#stage.reveal(state === "failed" && !this.#stage.root.querySelector("article"));
    if (state === "article") dressLate(this.#shadow);
  }

  /** @param {string} name @param {any} detail @param {boolean} [cancelable] @returns {boolean} false when it is prevented */
  #tell(name, detail, cancelable) {
    if (name === "ready" || name === "error") this.#renew();
    if (name === "ready") {
      this.#ready.resolve(detail);
      if (this.#seat) this.#seat.ready = true;
    }
    if (name === "error") this.#ready.reject(errorOf(detail));
    return this.dispatchEvent(new CustomEvent(`gatefold-${name}`, { detail, cancelable, bubbles: true, composed: true }));
  }

  /** @param {Failure} error @param {string} [sentence] for who reads, where nothing stands between the tags */
  #fail(error, sentence = "We couldn’t load this article.", always = false) {
    this.#clear();
    if (sentence && (always || !this.#stage.hasFallback)) {
      this.#stage.complain(sentence, error.code, error.retryable && (() => this.#outdate()));
    }
    this.#tell("error", error);
  }

  /** @param {Failure} error @param {boolean} restart */
  #crash(error, restart) {
    this.#stage.unlock();
    this.#fail(error, restart ? "" : "The reader stopped.", true);
    if (restart) this.#outdate();
  }
}

/** @param {Failure} detail @returns {Error} */
const errorOf = (detail) => Object.assign(new Error(detail.message), detail);

reflect(GatefoldReader.prototype);
