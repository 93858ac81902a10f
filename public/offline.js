// Has the app kept on the device by sw.js, or no longer. boot.js loads this once the app runs, where the build has made both.
//
// 1. It waits until the page has loaded, shows something and is idle, so the first view shares its line with nothing.
// 2. Another worker of the same folder is left alone, and who saves data is not sent more than they asked for.
// 3. With `data-offline="off"` the worker goes, and what it kept; what a reader has saved stays.

const script = new URL("sw.js", import.meta.url).href;
const scope = new URL(".", import.meta.url).href;
const off = document.getElementById("gatefold")?.dataset.offline === "off";

/** @returns {Promise<void>} */
async function shown() {
  if (document.readyState !== "complete") await new Promise((done) => addEventListener("load", done, { once: true }));
  const page = document.documentElement;
  if (!page.dataset.ready) {
    await new Promise((done) => {
      new MutationObserver((_, observer) => {
        if (!page.dataset.ready) return;
        observer.disconnect();
        done(undefined);
      }).observe(page, { attributeFilter: ["data-ready"] });
    });
  }
  await new Promise((done) => (window.requestIdleCallback ?? setTimeout)(done));
}

/** @param {ServiceWorkerRegistration} registration @returns {boolean} whether it is of this worker */
function ours({ installing, waiting, active }) {
  return [installing, waiting, active].some((worker) => worker?.scriptURL === script);
}

/** @param {ServiceWorkerRegistration | undefined} registration @returns {Promise<void>} */
async function leave(registration) {
  await registration?.unregister();
  for (const name of [`gatefold-shell-${scope}`, "gatefold-pictures"]) await caches.delete(name);
}

/** @returns {Promise<void>} */
async function keep() {
  if (!navigator.serviceWorker) return;
  await shown();
  const there = (await navigator.serviceWorker.getRegistrations()).find((one) => one.scope === scope);
  if (there && !ours(there)) return;
  if (off) return leave(there);
  if (!there && /** @type {any} */ (navigator).connection?.saveData) return;
  const same = { createScriptURL: (/** @type {string} */ address) => address };
  const policy = /** @type {any} */ (window).trustedTypes?.createPolicy("gatefold-worker", same);
  await navigator.serviceWorker.register(policy?.createScriptURL(script) ?? script);
}

keep().catch((error) => console.info("gatefold: not kept for offline use:", error));
