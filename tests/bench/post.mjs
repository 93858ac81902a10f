// How long a WordPress post takes from its last byte, or from `load()`, until the first element of its text is built.
//
// `make dist && node tests/bench/post.mjs` after `make bench` has installed what it needs. Loads are interleaved, each of
// them comes after a short article, and the first of each page is not counted.

import { chromium } from "playwright-core";
import { post } from "./articles.mjs";
import { executablePath } from "./browser.mjs";
import { serve, tree } from "./serve.mjs";

const sizes = [10_000, 100_000, 1_000_000, 3_000_000, 10_000_000];
const rounds = Number(process.argv[2] ?? 3);

const files = tree(new URL("../../dist", import.meta.url).pathname, "/");
const short = { ...post(2_000), title: { rendered: "A short post" } };
files.set("/short.json", Buffer.from(JSON.stringify(short)));
for (const size of sizes) files.set(`/${size}.json`, Buffer.from(JSON.stringify(post(size))));
const head = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Post</title>`;
const reader = `<script type="module" src="/embed/gatefold.js"></script><gatefold-reader src="/short.json"></gatefold-reader>`;
files.set("/post.html", Buffer.from(head + reader));
const { origin, close } = await serve(files);
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });

/**
 * In the page: loads the post of a size and tells the milliseconds.
 * @param {{ size: number, given: unknown }} what `given` is the post itself, else it is fetched
 */
async function once({ size, given }) {
  const element = /** @type {any} */ (document.querySelector("gatefold-reader"));
  const ready = () => new Promise((resolve) => element.addEventListener("gatefold-ready", resolve, { once: true }));
  const before = ready();
  element.src = `/short.json?${Math.random()}`;
  await before;
  await new Promise((resolve) => setTimeout(resolve, 300));

  const real = Document.prototype.createElement;
  let first = 0;
  Document.prototype.createElement = function (/** @type {any[]} */ ...names) {
    if (names[0] === "header") first ||= performance.now();
    return real.apply(this, /** @type {any} */ (names));
  };
  let start = performance.now();
  const done = ready();
  const address = `${location.origin}/${size}.json?${Math.random()}`;
  if (given) element.load(given);
  else element.src = address;
  await done;
  Document.prototype.createElement = real;
  const [entry] = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByName(address));
  return first - (given ? start : entry.responseEnd);
}

/** @type {Map<string, number[]>} */
const times = new Map();
for (let round = 0; round < rounds; round++) {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${origin}/post.html`);
  await page.waitForFunction(() => document.querySelector("gatefold-reader")?.shadowRoot?.querySelector("h1"));
  for (let again = 0; again < 4; again++) {
    for (const size of sizes) {
      for (const given of [undefined, post(size)]) {
        const time = await page.evaluate(once, { size, given });
        const key = `${size / 1000} KB by ${given ? "load()" : "src"}`;
        if (again > 0) times.set(key, [...(times.get(key) ?? []), time]);
      }
    }
  }
  await page.context().close();
}
console.log("milliseconds: least, median, most");
for (const [key, list] of times) {
  list.sort((a, b) => a - b);
  const [least, median, most] = [list[0], list[list.length >> 1], list[list.length - 1]].map((time) => Math.round(time));
  console.log(`${key.padEnd(22)} ${least} ${median} ${most}`);
}
await browser.close();
close();
