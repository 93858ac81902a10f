// What is in the shadow root, and what of it shows.
//
// - The root is what Rust fills.
// - The default slot is what the page wrote between the tags: until there is something better, and again when that
//   fails.
// - The early title stands in front of the root until the article does.

/**
 * An element with its attributes and what is in it.
 * @param {string} name @param {Record<string, string>} [attributes] @param {(Node | string)[]} children
 */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  made.append(...children);
  return made;
}

/** @param {ShadowRoot} shadow of an element @param {() => Record<string, string>} look what was chosen for reading */
export function stageIn(shadow, look) {
  const looking = (/** @type {HTMLElement} */ made) => (Object.assign(made.dataset, look()), made);
  const newRoot = () => looking(el("div", { class: "gatefold" }));
  let root = newRoot();
  const fallback = /** @type {HTMLSlotElement} */ (el("slot"));
  /** @type {HTMLElement | undefined} */
  let early;
  shadow.append(el("slot", { name: "before" }), root, fallback, el("slot", { name: "after" }));

  /** Shows the root, and with it or not what stands between the tags. @param {boolean} whole */
  const reveal = (whole) => {
    early?.remove();
    early = undefined;
    root.removeAttribute("style");
    fallback.hidden = !whole;
  };

  /** Whether something shows that was written between the tags. */
  const hasFallback = () => {
    const says = (/** @type {any} */ node) =>
      node.matches ? !node.matches("script,style,template") : node.data.trim();
    return !fallback.hidden && fallback.assignedNodes().some(says);
  };

  /** Gives the root its width but no height, as long as something else shows. */
  const hold = () => {
    if (early || hasFallback()) root.style.cssText = "height:0;overflow:hidden";
    return root;
  };

  return {
    reveal,
    hold,

    /** Rust has built something. @param {boolean} failed and it is no article, unless an older one is there still */
    shown(failed) {
      reveal(failed && !root.querySelector("article"));
    },

    /** Begins anew, in an element that a lost instance does not know. */
    clear() {
      // As src/platform/page.rs gives the page its scrolling back when a dialog closes.
      const page = document.documentElement;
      if (root.querySelector("dialog[open]")) {
        page.style.overflow = page.style.scrollbarGutter = "";
        if (!page.getAttribute("style")) page.removeAttribute("style");
      }
      const next = newRoot();
      root.replaceWith(next);
      root = next;
      reveal(true);
    },

    /** @param {HTMLElement} title */
    preview(title) {
      early = looking(title);
      root.before(title);
      hold();
      fallback.hidden = true;
    },

    /**
     * Says that there is no article, since Rust cannot.
     * @param {string} sentence @param {boolean} always also where something stands between the tags
     * @param {(() => void) | false} retry
     */
    complain(sentence, always, retry) {
      if (!always && hasFallback()) return;
      const actions = el("p", { class: "failure__actions" });
      if (retry) {
        const button = el("button", { type: "button", class: "button button--primary failure__retry" }, "Try again");
        button.onclick = retry;
        actions.append(button);
      }
      const title = el("p", { class: "failure__title" }, sentence);
      const failure = el("section", { class: "failure", role: "alert", lang: "en", dir: "ltr" }, title, actions);
      root.append(el("div", { class: "reader" }, failure));
    },
  };
}
