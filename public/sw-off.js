// Put in the place of sw.js, this takes the worker away from every reader at their next visit: what it kept is deleted, but not
// what a reader has saved, and pages are the network's again.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

async function leave() {
  await worker.registration.unregister();
  for (const name of [`gatefold-shell-${worker.registration.scope}`, "gatefold-pictures"]) await caches.delete(name);
}

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (event) => event.waitUntil(leave()));
