// What whoever reads has chosen for themselves (src/preferences.rs), as it was kept.

/** What can be chosen. */
const NAMES = "theme size face leading measure align letters words paragraphs motion";

/**
 * @param {string | undefined} settings the option: `on`, `off`, or the names of what may be chosen
 * @returns {Record<string, string>} for the data attributes of the reader's root
 */
export function chosen(settings = "on") {
  /** @type {Record<string, string>} */
  const found = {};
  try {
    for (const [name, value] of new URLSearchParams(localStorage.getItem("gatefold-reading") ?? "")) {
      if ((settings === "on" ? NAMES : settings).includes(name)) found[name] = value;
    }
  } catch {
    // Storage is refused.
  }
  return found;
}
