// What runs inside the measured pages. Shadow roots are looked into.

/** Before the page's own scripts: notes when things show, and what kept the reader waiting. */
export function watch() {
  const seen = { tasks: /** @type {number[]} */ ([]), shift: 0, lcp: 0, title: 0, text: 0, ready: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => list.getEntries().forEach((task) => seen.tasks.push(task.duration))).observe({ type: "longtask", buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach((paint) => (seen.lcp = paint.startTime))).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!(/** @type {any} */ (entry).hadRecentInput)) seen.shift += /** @type {any} */ (entry).value;
  }).observe({ type: "layout-shift", buffered: true });
  addEventListener("gatefold-ready", () => (seen.ready = performance.now()));
  const find = (/** @type {string} */ selector) =>
    document.querySelector(selector) ?? document.querySelector("gatefold-reader")?.shadowRoot?.querySelector(selector);
  const shown = (/** @type {string} */ selector) => (find(selector)?.getBoundingClientRect().height ?? 0) > 0;
  // In the frame after the one in which it is laid out, it has been painted.
  const look = () => {
    if (!seen.title && shown("h1")) requestAnimationFrame((at) => (seen.title = at));
    if (!seen.text && shown(":is(.section, .prose) p")) requestAnimationFrame((at) => (seen.text = at));
    if (!seen.text) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Whether all of the article is in the page. */
export const isReady = () =>
  /** @type {any} */ (window).seen.ready > 0 || ["1", "failed"].includes(document.documentElement.dataset.ready ?? "");

/** The times since the navigation began, in ms. */
export function times() {
  const { tasks, ...seen } = /** @type {any} */ (window).seen;
  const mark = performance.getEntriesByName("article-rendered")[0]?.startTime ?? seen.ready;
  return {
    fcp: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? null,
    lcp: seen.lcp,
    title: seen.title,
    text: seen.text,
    rendered: mark,
    blocking: tasks.reduce((/** @type {number} */ sum, /** @type {number} */ task) => sum + Math.max(0, task - 50), 0),
    longest: Math.max(0, ...tasks),
    shift: seen.shift,
    elements: (() => {
      const shadow = document.querySelector("gatefold-reader")?.shadowRoot;
      return document.querySelectorAll("*").length + (shadow?.querySelectorAll("*").length ?? 0);
    })(),
  };
}

/**
 * Clicks, and gives the ms until what comes of it has been painted, or until a dialog shows.
 * @param {"fold" | "share"} what
 */
export async function act(what) {
  const root = document.querySelector("gatefold-reader")?.shadowRoot ?? document;
  const frame = () => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  await frame();
  const name = what === "fold" ? "[data-testid=fold-all], .collapse-all" : "[data-testid=share-open]";
  const button = /** @type {HTMLElement} */ (root.querySelector(name));
  const begun = performance.now();
  button.click();
  if (what === "share") {
    const open = () => (root.querySelector("dialog[open], [role=dialog]") ?? document.querySelector("dialog[open], [role=dialog]"))?.getBoundingClientRect().height;
    while (!open() && performance.now() - begun < 10_000) await frame();
  }
  await frame();
  return performance.now() - begun;
}
