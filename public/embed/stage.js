// What is in the shadow root, and what of it shows.
//
// - `root` is what Rust fills.
// - The default slot is what the page wrote between the tags: until there is something better, and again when that fails.
// - The early title stands in front of `root` until the article does.

import { element } from "./early.js";

export class Stage {
  root = element("div", "gatefold");
  #fallback = document.createElement("slot");
  /** @type {HTMLElement | undefined} */
  #early;

  /** @param {ShadowRoot} shadow */
  constructor(shadow) {
    const slot = (/** @type {string} */ name) => element("slot", "", "", { name });
    shadow.append(slot("before"), this.root, this.#fallback, slot("after"));
  }

  /** Whether something was written between the tags. */
  get hasFallback() {
    return this.#fallback.assignedNodes().some((node) =>
      node.nodeType === 1 ? !(/** @type {Element} */ (node).matches("script,style,template")) : node.textContent?.trim(),
    );
  }

  /** Shows `root`, and with it or not what stands between the tags. @param {boolean} fallback */
  reveal(fallback) {
    this.#early?.remove();
    this.#early = undefined;
    this.root.removeAttribute("style");
    this.#fallback.hidden = !fallback;
  }

  /** Begins anew, in an element that a lost instance does not know. */
  clear() {
    const root = element("div", "gatefold");
    this.root.replaceWith(root);
    this.root = root;
    this.reveal(true);
  }

  /** Gives the page its scrolling back, as src/platform/page.rs does when a dialog closes. */
  unlock() {
    if (!this.root.querySelector("dialog[open]")) return;
    for (const name of ["overflow", "scrollbar-gutter"]) document.documentElement.style.removeProperty(name);
  }

  /** Gives `root` its width but no height, as long as something else shows. */
  hold() {
    if (this.#early || (!this.#fallback.hidden && this.hasFallback)) {
      this.root.style.cssText = "block-size:0;overflow:hidden;visibility:hidden";
    }
  }

  /** @param {HTMLElement} title */
  preview(title) {
    this.#early = title;
    this.hold();
    this.root.before(title);
    this.#fallback.hidden = true;
  }

  /**
   * Says that there is no article. Rust says it better, but it is not there.
   * @param {string} sentence @param {string} code @param {(() => void) | false} retry
   */
  complain(sentence, code, retry) {
    const failure = element("section", "failure", "", { role: "alert", lang: "en", dir: "ltr" });
    failure.append(element("p", "failure__title", sentence));
    if (retry) {
      const actions = element("p", "failure__actions");
      const button = element("button", "button button--primary failure__retry", "Try again", { type: "button" });
      button.onclick = retry;
      actions.append(button);
      failure.append(actions);
    }
    failure.append(element("p", "failure__code", `Code: ${code}`));
    const reader = element("div", "reader");
    reader.append(failure);
    this.root.append(reader);
  }
}
