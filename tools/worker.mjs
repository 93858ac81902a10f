// The last step of `make dist`: the worker that keeps the app on the device, for just what dist/ holds.
//
// 1. public/offline.js, which registers it, gets its name by its bytes and a line in the page, where boot.js finds it.
// 2. public/sw.js is bundled with Workbox, and gets the list of the files of the app: those whose names hold a digest as they
//    are, the others with one. The page, too: whoever changes dist/index.html afterwards runs this again.
// 3. public/sw-off.js, which takes the worker away again, and Workbox's licence are put beside it.
//
// Articles, pictures, media and embed/ are not on the list: they are not the app's own, or not for this page.
//
//     node tools/worker.mjs

import { createHash } from "node:crypto";
import { copyFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const top = fileURLToPath(new URL("../", import.meta.url));
const dist = join(top, "dist");
const page = join(dist, "index.html");

/** What the build named by its bytes. */
const hashed = /-[0-9a-f]{16}(_bg)?\.(css|js|json|svg|wasm)$/;

/** @param {string | Buffer} bytes @returns {string} */
const digest = (bytes) => createHash("sha256").update(bytes).digest("hex").slice(0, 16);

/** @param {string} name @param {"esm" | "iife"} [format] @returns {string} a script of public/, in one file */
function bundle(name, format = "iife") {
  const built = buildSync({
    entryPoints: [join(top, "public", name)],
    nodePaths: [join(top, "tools/node_modules")],
    define: { "process.env.NODE_ENV": '"production"' },
    bundle: true,
    write: false,
    format,
    target: "es2022",
    minify: true,
    legalComments: "none",
  });
  return built.outputFiles[0].text;
}

/** Registers the worker, in the place of what an earlier run put there. */
function shipOffline() {
  for (const name of readdirSync(dist)) if (/^offline-\w+\.js$/.test(name)) rmSync(join(dist, name));
  const script = bundle("offline.js", "esm");
  const name = `offline-${digest(script)}.js`;
  writeFileSync(join(dist, name), script);
  const html = readFileSync(page, "utf8").replace(/<link rel="offline"[^>]*>\n?/, "");
  const end = html.indexOf("</head>");
  if (end < 0) throw new Error("worker: dist/index.html has no end of its head");
  writeFileSync(page, `${html.slice(0, end)}<link rel="offline" href="./${name}">\n${html.slice(end)}`);
}

/** @returns {(string | { url: string, revision: string })[]} the files of the app */
function shell() {
  const named = readdirSync(dist).filter((name) => hashed.test(name));
  const icons = readdirSync(join(dist, "icons")).filter((name) => /\.(png|svg)$/.test(name)).map((name) => `icons/${name}`);
  const others = ["index.html", "manifest.webmanifest", ...icons].map((url) => {
    return { url, revision: digest(readFileSync(join(dist, url))) };
  });
  return [...others, ...named];
}

/** @param {string} text @param {string} mark @param {unknown} value @returns {string} */
function fill(text, mark, value) {
  if (text.split(`"${mark}"`).length !== 2) throw new Error(`worker: expected ${mark} once in the worker`);
  return text.replace(`"${mark}"`, () => JSON.stringify(value));
}

shipOffline();
const files = shell();
const boot = files.find((file) => typeof file === "string" && file.startsWith("boot-"));
if (!boot) throw new Error("worker: no boot script in dist/: run `make dist`");
const licence = "LICENSE-workbox.txt";
const worker = fill(fill(bundle("sw.js"), "%SHELL%", files), "%BOOT%", boot);
writeFileSync(join(dist, "sw.js"), `// With Workbox, (c) Google LLC, under the MIT licence: see ${licence}\n${worker}`);
writeFileSync(join(dist, "sw-off.js"), bundle("sw-off.js"));
copyFileSync(join(top, "tools/node_modules/workbox-core/LICENSE"), join(dist, licence));
