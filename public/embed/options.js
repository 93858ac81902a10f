// The attributes, and the properties that reflect them.

/** As src/config/options.rs has them. */
export const OPTIONS = (
  "src format fields lang theme sections related related-size share campaign navigate edit-href heading-level history " +
  "timeout max-bytes diagnostics loading"
).split(" ");

/** Gives a class of elements a property for each attribute. @param {HTMLElement} prototype */
export function reflect(prototype) {
  for (const name of OPTIONS) {
    const key = name.replace(/-./g, (part) => part[1].toUpperCase());
    // The browser has `lang` already.
    if (key in prototype) continue;
    Object.defineProperty(prototype, key, {
      configurable: true,
      enumerable: true,
      /** @this {HTMLElement} */
      get() {
        return this.getAttribute(name) ?? "";
      },
      /** @this {HTMLElement} @param {unknown} value */
      set(value) {
        if (value == null) this.removeAttribute(name);
        else this.setAttribute(name, `${value}`);
      },
    });
  }
}

/** Takes over what was set on an element before there were properties to set. @param {any} element */
export function takeOver(element) {
  for (const name of Object.keys(element)) {
    if (name in Object.getPrototypeOf(element)) {
      const value = element[name];
      delete element[name];
      element[name] = value;
    }
  }
}
