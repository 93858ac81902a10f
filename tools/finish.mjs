// The last step of `make dist`: minifies what trunk left in dist/ and names each file by its final bytes.
//
// 1. split.mjs cuts what cargo built into what is needed at once and parts that are loaded when they are wanted; shrink.mjs
//    takes what is unused out of the first and its glue. Both take the place of what trunk made of it.
// 2. Every file that the page asks for with an integrity attribute is read: these are the ones trunk named by a hash.
// 3. What starts the app is bundled with what it imports, and the words of the interface get their names.
// 4. JavaScript and CSS are minified. trunk could, but its JavaScript minifier does not parse wasm-bindgen's glue, and its
//    CSS minifier drops fallbacks (`height: 100vh; height: 100dvh`).
// 5. The hash in the name becomes that of the final bytes: trunk's is of its own, and other bytes under an old name are what
//    caches keep and the integrity attribute then refuses.
// 6. The page gets the new names and digests, and loses its comments and indentation.

import { createHash } from "node:crypto";
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync, transformSync } from "esbuild";
import { shrink } from "./shrink.mjs";
import { split } from "./split.mjs";
import { shipWords } from "./words.mjs";

const dist = fileURLToPath(new URL("../dist/", import.meta.url));
const page = join(dist, "index.html");

/** The features all engines with WebAssembly reference types have; nothing newer is rewritten into something older. */
const target = "es2022";

const nameWords = shipWords(join(dist, "words"), dist);
rmSync(join(dist, "words"), { recursive: true });

/** @returns {Buffer} what starts the app, in one file */
function boot() {
  const entryPoints = [fileURLToPath(new URL("../public/boot.js", import.meta.url))];
  const built = buildSync({ entryPoints, bundle: true, write: false, format: "esm", target, minify: true, legalComments: "none" });
  return Buffer.from(nameWords(built.outputFiles[0].text));
}

/** @param {string} name @returns {Buffer} the bytes to ship */
function finished(name) {
  if (name.startsWith("boot-")) return boot();
  const bytes = readFileSync(join(dist, name));
  /** @type {Record<string, import("esbuild").TransformOptions>} */
  const kinds = { ".js": { loader: "js", format: "esm", target }, ".css": { loader: "css" } };
  const options = kinds[extname(name)];
  if (!options) return bytes;
  return Buffer.from(transformSync(bytes.toString(), { ...options, minify: true, legalComments: "none" }).code);
}

/** @param {string} tag of index.html @returns {string} the tag with the final name and digest */
function finishTag(tag) {
  const name = /(?:src|href)="\.\/([^"]+)"/.exec(tag)?.[1];
  if (!name) throw new Error(`finish: no relative address in ${tag}`);
  const bytes = finished(name);
  const digest = createHash("sha384").update(bytes).digest();
  // A file in a folder is one that another file imports by its name.
  const hashed = /^([^/]*)-[0-9a-f]{6,16}((?:_bg)?\.\w+)$/.exec(name);
  const final = hashed ? `${hashed[1]}-${digest.toString("hex", 0, 8)}${hashed[2]}` : name;
  writeFileSync(join(dist, name), bytes);
  renameSync(join(dist, name), join(dist, final));
  // Browsers ignore the attribute on a preload for fetch, and warn about it.
  const integrity = tag.includes('as="fetch"') ? "" : ` integrity="sha384-${digest.toString("base64")}"`;
  return tag.replace(name, final).replace(/\sintegrity="[^"]*"/, integrity);
}

/** @param {string | URL} file @param {RegExp} pattern @returns {string} what its group matches */
function find(file, pattern) {
  const found = pattern.exec(readFileSync(file, "utf8"))?.[1];
  if (!found) throw new Error(`finish: no ${pattern} in ${file}`);
  return found;
}

const glue = join(dist, find(page, /<link rel="modulepreload" href="\.\/([^"]+\.js)"/));
const wasm = join(dist, find(page, /<link rel="preload" href="\.\/([^"]+_bg\.wasm)"/));
const bin = find(new URL("../index.html", import.meta.url), /data-bin="([\w-]+)"/);
const cut = await split(fileURLToPath(new URL(`../target/wasm32-unknown-unknown/release/${bin}.wasm`, import.meta.url)));
const shrunk = await shrink(cut.glue, cut.wasm);
writeFileSync(glue, shrunk.glue);
writeFileSync(wasm, shrunk.wasm);
for (const [name, bytes] of cut.parts) writeFileSync(join(dist, name), bytes);

const html = readFileSync(page, "utf8");
writeFileSync(
  page,
  html
    .replace(/<!--.*?-->/gs, "")
    .replace(/^\s+/gm, "")
    .replace(/<(?:link|script)\b[^>]*\sintegrity="[^"]*"[^>]*>/g, finishTag),
);
