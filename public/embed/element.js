// The element as the page sees it: attributes, the properties that are the same, and methods. `reader.js` does the
// rest.

import { VERSION, files } from "./files.js";
import { reader } from "./reader.js";

/** The attributes, as src/config/options.rs has them. */
const OPTIONS = (
  "src format fields lang messages theme sections settings contents progress enlarge keys listen related related-src " +
  "related-size related-layout related-more next share share-targets own-targets campaign navigate edit-href heading-level " +
  "history timeout max-bytes copies refresh diagnostics debug loading"
).split(" ");

/** Where a page is rendered on a server this file may be read, but there are no elements. */
const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

export class GatefoldReader extends Base {
  static version = VERSION;
  static observedAttributes = OPTIONS;
  /** Its `base` says where the reader's files are, when they are not beside this one. */
  static files = files;

  #reader = reader(this);

  constructor() {
    super();
    // What was set before there were properties to set.
    const own = /** @type {any} */ (this);
    for (const name of Object.keys(own)) {
      if (name in GatefoldReader.prototype) {
        const value = own[name];
        delete own[name];
        own[name] = value;
      }
    }
  }

  connectedCallback() {
    this.#reader.schedule();
  }

  disconnectedCallback() {
    this.#reader.schedule();
  }

  /** Without it `moveBefore` would count as leaving and coming. */
  connectedMoveCallback() {}

  adoptedCallback() {
    this.#reader.moved();
  }

  /** @param {string} name @param {string | null} before @param {string | null} after */
  attributeChangedCallback(name, before, after) {
    if (before !== after) this.#reader.changed(name);
  }

  /** @returns {any} */
  get article() {
    return this.#reader.article();
  }
  set article(article) {
    this.#reader.give(article);
  }

  get ready() {
    return this.#reader.ready();
  }

  /** @param {unknown} article an object or its JSON @returns {Promise<any>} settles with the article */
  load(article) {
    return this.#reader.ask(() => {
      this.article = article;
      return this.ready;
    });
  }

  /** @returns {Promise<any>} settles with the article */
  reload() {
    return this.#reader.reload();
  }

  expandAll() {
    return this.#reader.command("expandAll");
  }

  collapseAll() {
    return this.#reader.command("collapseAll");
  }

  /** @param {string} id */
  scrollToSection(id) {
    return this.#reader.command("scrollToSection", id);
  }

  /** @param {string} [section] */
  openShare(section) {
    return this.#reader.command("openShare", section);
  }
}

for (const name of OPTIONS) {
  const key = name.replace(/-./g, (part) => part[1].toUpperCase());
  // The browser has `lang` already.
  if (key in Base.prototype) continue;
  Object.defineProperty(GatefoldReader.prototype, key, {
    /** @this {GatefoldReader} */
    get() {
      return this.getAttribute(name) ?? "";
    },
    /** @this {GatefoldReader} @param {unknown} value */
    set(value) {
      if (value == null) this.removeAttribute(name);
      else this.setAttribute(name, `${value}`);
    },
  });
}
