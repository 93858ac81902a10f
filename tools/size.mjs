// Prints what the network carries of dist/: each code file raw, gzip -9 and brotli -q 11, in bytes. Fails where it is more
// than its budget.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, extname, join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const dist = join(import.meta.dirname ?? dirname(new URL(import.meta.url).pathname), "..", "dist");
const kinds = [".wasm", ".js", ".css", ".html"];

/**
 * The most that may come before the first article, and that the loader may have: bytes of brotli. A little more than the
 * round number that is aimed at, because the names that hold digests compress differently in every build.
 */
const SLACK = 128;
const budgets = /** @type {Record<string, number>} */ ({
  "dist/": 92.25 * 1024 + SLACK,
  "dist/embed/": 84.75 * 1024 + SLACK,
  "gatefold.js": 5 * 1024 + SLACK,
});

/** @param {string} what @param {number} bytes */
function hold(what, bytes) {
  if (bytes <= (budgets[what] ?? bytes)) return;
  console.error(`size: ${what} has ${bytes} bytes, more than its budget of ${budgets[what]}`);
  process.exitCode = 1;
}

/** @param {string} folder @returns {string[]} */
function files(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : kinds.includes(extname(path)) ? [path] : [];
  });
}

/** @param {Buffer} bytes @returns {number[]} */
function sizes(bytes) {
  const brotli = {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 22,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  };
  return [bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes, brotli).length];
}

/** @param {string} name @param {(string | number)[]} columns */
function print(name, columns) {
  console.log(name.padEnd(52) + columns.map((column) => column.toLocaleString("en").padStart(14)).join(""));
}

let found;
try {
  found = files(dist);
} catch {
  console.error("size: there is no dist/ yet: run `make dist`");
  process.exit(1);
}

/**
 * Whether a file comes before the first article: what the page names, but for paper, and the parts that nobody names.
 * @param {string} folder @param {string} name @returns {boolean}
 */
function first(folder, name) {
  // In the embed, the loader names what it loads: all but the parts and the sheet for paper.
  if (!existsSync(join(folder, "index.html"))) return /^gatefold/.test(name);
  const page = readFileSync(join(folder, "index.html"), "utf8");
  const tags = page.match(/<(?:link|script)\b[^>]*>/g) ?? [];
  return tags.some((tag) => tag.includes(`./${name}"`) && !/media="print"|rel="offline"/.test(tag));
}

/** What keeps the app on the device; it comes when all else has. */
const offline = /^(sw|sw-off|offline-\w+)\.js$/;

// One table for each folder: the app, and whatever is shipped beside it.
for (const folder of [...new Set(found.map(dirname))].sort()) {
  const [before, later, afterwards] = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  const heading = join("dist", relative(dist, folder), "/");
  print(heading, ["raw", "gzip -9", "brotli -q 11"]);
  const here = found.filter((path) => dirname(path) === folder);
  here.sort((a, b) => kinds.indexOf(extname(a)) - kinds.indexOf(extname(b)) || (a < b ? -1 : 1));
  for (const path of here) {
    const row = sizes(readFileSync(path));
    const name = relative(folder, path);
    const total = offline.test(name) ? afterwards : first(folder, name) ? before : later;
    if (extname(path) !== ".html") row.forEach((size, column) => (total[column] += size));
    print(`  ${name}`, row);
    hold(name, row[2]);
  }
  print("  before the first article", before);
  hold(heading, before[2]);
  print("  when wanted: sharing, cards, formats, paper …", later);
  if (afterwards[0]) print("  when all is there: the worker", afterwards);
}
