// `make bench`: Gatefold beside what a publisher would take instead, in one browser, in turn.
//
//   node tests/bench/bench.mjs [--runs 5] [--sizes S,L,XL] [--profiles none,slow,phone] [--apps gatefold,hinted,app,floor,react,preact,svelte]
//
// 1. The peers are built as their users build them, and all is served alike: compressed beforehand, from this machine.
// 2. For each size and profile every app is loaded cold, in turn and each time in another order, so that whatever else the
//    machine does hits all of them. The first round warms up and does not count.
// 3. `report.mjs` makes a table, JSON and a picture of it.

import { existsSync, readFileSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "playwright-core";
import { article, post } from "./articles.mjs";
import { executablePath } from "./browser.mjs";
import { build } from "./build.mjs";
import { act, isReady, times, watch } from "./page.mjs";
import { report } from "./report.mjs";
import { serve, tree } from "./serve.mjs";

const top = fileURLToPath(new URL("../../", import.meta.url));

/** A laptop on a good line; one with a slow processor; a phone of some years ago on a slow line. */
export const profiles = {
  none: { cpu: 1, net: null, width: 1280, height: 800 },
  slow: { cpu: 4, net: null, width: 1280, height: 800 },
  phone: { cpu: 4, net: { latency: 150, down: 1_600_000 / 8, up: 750_000 / 8 }, width: 412, height: 823 },
};

/** @typedef {keyof typeof profiles} Profile */
/** @typedef {"S" | "L" | "XL"} Size */
/** @typedef {Record<string, number | null>} Figures */

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "5" },
    sizes: { type: "string", default: "S,L,XL" },
    profiles: { type: "string", default: "none,slow,phone" },
    apps: { type: "string", default: "gatefold,hinted,app,floor,react,preact,svelte" },
  },
});

/** @param {string} app @param {Size} size */
function address(app, size) {
  if (app === "gatefold") return `/page-${size}.html`;
  if (app === "hinted") return `/hinted-${size}.html`;
  if (app === "app") return `/?article=/data/${size}.json&sections=open`;
  return `/peers/${app}/?a=/data/${size}-peers.json`;
}

/** The three lines of the README, on a page of their own. @param {Size} size @param {string} [hints] */
const page = (size, hints = "") => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Article</title>
${hints}<script type="module" src="/embed/gatefold.js"></script>
<body><gatefold-reader src="/data/${size}.json" loading="eager" sections="open"></gatefold-reader></body>
</html>`;

/** The hints of the README. @param {Size} size @param {Iterable<string>} paths of the build */
function hints(size, paths) {
  const named = [...paths].filter((path) => /^\/embed\/gatefold-embed-/.test(path));
  return [
    '<link rel="modulepreload" href="/embed/gatefold.js">',
    `<link rel="preload" as="fetch" crossorigin href="/data/${size}.json">`,
    ...named.filter((path) => path.endsWith(".wasm")).map((path) => `<link rel="preload" as="fetch" crossorigin href="${path}">`),
    ...named.filter((path) => path.endsWith(".js")).map((path) => `<link rel="modulepreload" href="${path}">`),
    "",
  ].join("\n");
}

/** @param {string[]} apps @param {Size[]} sizes */
async function site(apps, sizes) {
  const files = new Map([...tree(join(top, "dist"), "/"), ...(await build(apps))]);
  files.set("/data/mill.svg", readFileSync(join(top, "public/images/mill.svg")));
  for (const size of sizes) {
    const { gatefold, peers } = article(size);
    files.set(`/data/${size}.json`, Buffer.from(JSON.stringify(gatefold)));
    files.set(`/data/${size}-peers.json`, Buffer.from(JSON.stringify(peers)));
    files.set(`/page-${size}.html`, Buffer.from(page(size)));
    files.set(`/hinted-${size}.html`, Buffer.from(page(size, hints(size, files.keys()))));
  }
  files.set("/data/P.json", Buffer.from(JSON.stringify(post(1_000_000))));
  files.set("/page-P.html", Buffer.from(page("S")));
  return files;
}

/**
 * What the page's process has for itself, WebAssembly's memory included, which the heap of JavaScript does not count.
 * @param {import("playwright-core").Browser} browser @returns {Promise<number | null>} bytes; none where there is no /proc
 */
async function privateMemory(browser) {
  const tools = await browser.newBrowserCDPSession();
  const { processInfo } = await tools.send("SystemInfo.getProcessInfo");
  const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => {
    const file = `/proc/${id}/smaps_rollup`;
    if (!existsSync(file)) return 0;
    const kib = [...readFileSync(file, "utf8").matchAll(/^Private_\w+: +(\d+) kB$/gm)].map(([, size]) => Number(size));
    return 1024 * kib.reduce((sum, size) => sum + size, 0);
  });
  // Chromium keeps another one in reserve.
  return Math.max(0, ...sizes) || null;
}

/**
 * One cold load in a browser of its own, so that no process is shared.
 * @param {string} url @param {Profile} profile @returns {Promise<Figures>}
 */
async function load(url, profile) {
  const { cpu, net, width, height } = profiles[profile];
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    // The app's worker asks for the rest of its files when all is there, which is not what is measured.
    const tab = await browser.newPage({ viewport: { width, height }, serviceWorkers: "block" });
    const errors = /** @type {string[]} */ ([]);
    tab.on("pageerror", (error) => errors.push(String(error)));
    const tools = await tab.context().newCDPSession(tab);
    let [code, data] = [0, 0];
    const kinds = new Map();
    tools.on("Network.responseReceived", ({ requestId, response }) => kinds.set(requestId, response.mimeType));
    tools.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      if (/html|javascript|css|wasm/.test(kinds.get(requestId))) code += encodedDataLength;
      else data += encodedDataLength;
    });
    await tools.send("Network.enable");
    await tools.send("Performance.enable", { timeDomain: "threadTicks" });
    await tab.addInitScript(watch);
    if (net) {
      const conditions = { offline: false, latency: net.latency, downloadThroughput: net.down, uploadThroughput: net.up };
      await tools.send("Network.emulateNetworkConditions", conditions);
    }
    await tools.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    await tab.goto(url, { waitUntil: "commit" });
    await tab.waitForFunction(isReady, null, { timeout: 120_000, polling: 100 });
    await tab.waitForLoadState("networkidle");
    const figures = await tab.evaluate(times);
    const { metrics } = await tools.send("Performance.getMetrics");
    const memory = await privateMemory(browser);
    const busy = metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
    const fold = await tab.evaluate(act, /** @type {const} */ ("fold"));
    const share = await tab.evaluate(act, /** @type {const} */ ("share"));
    if (errors.length) throw new Error(errors.join("\n"));
    return { code, data, ...figures, busy: busy * 1000, memory, fold, share };
  } finally {
    await browser.close();
  }
}

/** @param {string[]} list @param {number} by */
const turned = (list, by) => list.map((_, index) => list[(index + by) % list.length]);

const apps = values.apps.split(",");
const sizes = /** @type {Size[]} */ (values.sizes.split(","));
const runs = Number(values.runs);
const { origin, close } = await serve(await site(apps, sizes));
/** @type {{ size: Size, profile: Profile, app: string, runs: Figures[] }[]} */
const results = [];
for (const size of sizes) {
  // Books are not measured on the phone's line: that would say how long a download takes.
  const suits = { none: true, slow: size === "L", phone: size === "S" };
  for (const profile of /** @type {Profile[]} */ (values.profiles.split(",")).filter((name) => suits[name])) {
    const rows = apps.map((app) => ({ size, profile, app, runs: /** @type {Figures[]} */ ([]) }));
    for (let run = 0; run <= runs; run++) {
      for (const app of turned(apps, run)) {
        const figures = await load(origin + address(app, size), profile);
        process.stderr.write(`${size} ${profile} ${run}/${runs} ${app}: rendered after ${Math.round(figures.rendered ?? 0)} ms\n`);
        if (run > 0) rows.find((row) => row.app === app)?.runs.push(figures);
      }
    }
    results.push(...rows);
  }
}
close();
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
const version = browser.version();
await browser.close();
report({ machine: `${cpus()[0]?.model.trim()} × ${cpus().length}, Chromium ${version}`, runs, results });
