// What the host page hears, and whoever looks into the performance of a page or into what goes wrong.

/**
 * Dispatches an event of the element; false when the page prevents what would follow. The end of a load is also a measure of
 * the page's performance (User Timing, §3), and with the option `debug` each event is a line in the console.
 * @param {HTMLElement} element @param {string} name @param {any} detail @param {boolean | undefined} cancelable
 * @param {{ start?: number } | undefined} load that it is about; it ends once
 */
export function announce(element, name, detail, cancelable, load) {
  const type = `gatefold-${name}`;
  if (load?.start && (name === "ready" || name === "error")) {
    performance.measure?.(type, { start: load.start, detail: element.getAttribute("src") });
    load.start = 0;
  }
  if (element.getAttribute("debug") === "on") console.debug("Gatefold:", type, detail);
  return element.dispatchEvent(new CustomEvent(type, { detail, cancelable, bubbles: true, composed: true }));
}
