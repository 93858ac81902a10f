// Keeps the app on the device, so that it opens without a network and an open page outlives a release.
//
// 1. On install every file of this build is kept (`shell`). A page of another build or a start page in the place of a missing
//    file is not taken for one: then the install fails, and the browser tries again later.
// 2. The app's own address, with any query, is answered with the kept page; what is kept is answered from there.
// 3. Pictures of the same origin are answered as they were last time and asked for again; the last `MOST` of them are kept.
//    Where there is no network, those that a reader has saved are answered from there, of whatever origin.
// 4. Everything else is the network's: articles and feeds, other pages, the element's files, sound and film.
// 5. A new worker waits until no page of the old one is open, and only then forgets the old files.

import { clientsClaim, registerQuotaErrorCallback, setCacheNameDetails } from "workbox-core";
import { addPlugins, createHandlerBoundToURL, precacheAndRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { NetworkOnly, StaleWhileRevalidate } from "workbox-strategies";

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

/** The files of the build, and the script that its page names: tools/worker.mjs puts them in. */
const shell = /** @type {(string | { url: string, revision: string })[]} */ (/** @type {unknown} */ ("%SHELL%"));
const boot = "%BOOT%";

const PAGE = "index.html";
const PICTURES = "gatefold-pictures";
const MOST = 300;

/** What readers have saved; the app fills it. */
const SAVED = "gatefold-saved";

setCacheNameDetails({ prefix: "gatefold", precache: "shell" });

addPlugins([
  {
    cacheWillUpdate: async ({ request, response }) => {
      if (response.status !== 200) return null;
      const isPage = (response.headers.get("content-type") ?? "").startsWith("text/html");
      if (new URL(request.url).pathname.endsWith(`/${PAGE}`)) {
        return isPage && (await response.clone().text()).includes(boot) ? response : null;
      }
      return isPage ? null : response;
    },
  },
]);
// An address with a query is not the file; folders and other pages are the network's.
precacheAndRoute(shell, { cleanURLs: false, directoryIndex: "", ignoreURLParametersMatching: [] });

/** The addresses of what is saved; each time the app is opened they are looked up anew. @type {Set<string>} */
let saved = new Set();
async function know() {
  try {
    const there = await caches.has(SAVED);
    saved = new Set(there ? (await (await caches.open(SAVED)).keys()).map(({ url }) => url) : []);
  } catch {
    // What cannot be known is not answered for: the network is what is left.
  }
}
know();

const scope = new URL(worker.registration.scope);
const ours = [scope.pathname, scope.pathname + PAGE];
const page = createHandlerBoundToURL(PAGE);
registerRoute(
  ({ request, sameOrigin, url }) => sameOrigin && request.mode === "navigate" && ours.includes(url.pathname),
  (options) => {
    options.event.waitUntil(know());
    return page(options);
  },
);

/** Answers what the network did not. */
const orSaved = {
  handlerDidError: async (/** @type {{ request: Request }} */ { request }) => {
    return caches.match(request, { cacheName: SAVED, ignoreVary: true });
  },
};
/** Keeps whole answers that may be kept. What is put is last among the keys, so the first were not used for longest. */
const kept = {
  cacheWillUpdate: async (/** @type {{ response: Response }} */ { response }) => {
    const never = response.headers.get("cache-control")?.includes("no-store");
    return response.status === 200 && !never ? response : null;
  },
  cacheDidUpdate: async () => {
    const cache = await caches.open(PICTURES);
    await Promise.all((await cache.keys()).slice(0, -MOST).map((key) => cache.delete(key)));
  },
};
registerRoute(
  ({ request, sameOrigin }) => sameOrigin && request.destination === "image",
  new StaleWhileRevalidate({ cacheName: PICTURES, plugins: [kept, orSaved] }),
);
registerQuotaErrorCallback(() => caches.delete(PICTURES));

// A picture of another origin goes by here only where it was saved: what this worker asks for is held to its own policy, which
// may allow less than the page's. Whether it was is known ahead, because the answer to that cannot wait.
registerRoute(({ request, sameOrigin, url }) => {
  return !sameOrigin && request.destination === "image" && (saved.has(url.href) || !navigator.onLine);
}, new NetworkOnly({ plugins: [orSaved] }));

clientsClaim();
