// The part of `make dist` that makes dist/embed/: what a page needs for `<gatefold-reader>`.
//
// 1. The WebAssembly is cut and shrunk as the app's is, and the style sheets are minified. Each is named by its bytes.
// 2. The loader (public/embed/gatefold.js) gets those names in the place of its marks, and is minified. It keeps its own
//    name: it is what pages write. So it is the one file that must not be cached for ever, unless its path has a version.
// 3. The words of the interface, the types, the schema of articles and the licences are copied, and integrity.json says the digest of every file.

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildSync, transformSync } from "esbuild";
import { shrink } from "./shrink.mjs";
import { split } from "./split.mjs";
import { shipWords } from "./words.mjs";

const top = fileURLToPath(new URL("../", import.meta.url));
const out = join(top, "dist/embed");
const source = join(top, "public/embed");
const target = "es2022";

/** What the loader calls (src/embed.rs). */
const calls = ["mount", "update", "command", "unmount"];

/** @param {string} name with `*` for the digest @param {Buffer | string} bytes @returns {string} the name it got */
function ship(name, bytes) {
  const digest = createHash("sha256").update(bytes).digest("hex").slice(0, 16);
  const final = name.replace("*", digest);
  writeFileSync(join(out, final), bytes);
  return final;
}

/** @param {string} path @returns {string} */
const css = (path) =>
  transformSync(readFileSync(join(top, path), "utf8"), { loader: "css", minify: true, legalComments: "none" }).code;

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });

const cut = await split(join(top, "target/wasm32-unknown-unknown/release/gatefold-embed.wasm"));
const shrunk = await shrink(cut.glue, cut.wasm, calls);
for (const [name, bytes] of cut.parts) writeFileSync(join(out, name), bytes);
const glue = transformSync(shrunk.glue, { format: "esm", target, minify: true, legalComments: "none" }).code;

const version = /^version = "(.+)"$/m.exec(readFileSync(join(top, "Cargo.toml"), "utf8"))?.[1];
if (!version) throw new Error("embed: no version in Cargo.toml");
const marks = {
  "%GLUE%": ship("gatefold-embed-*.js", glue),
  "%WASM%": ship("gatefold-embed-*_bg.wasm", shrunk.wasm),
  "%STYLE%": ship("gatefold-*.css", css("target/gatefold-embed.css")),
  "%SELDOM%": ship("seldom-*.css", css("target/gatefold-seldom.css")),
  "%CHOICES%": ship("choices-*.css", css("style/choices.css")),
  "%PRINT%": ship("late-*.css", css("target/gatefold-late.css")),
  "%VERSION%": version,
};
const bundled = buildSync({
  entryPoints: [join(source, "gatefold.js")], bundle: true, write: false, format: "esm", target, minify: true, legalComments: "none",
}).outputFiles[0].text;
const loader = Object.entries(marks).reduce((text, [mark, name]) => {
  if (text.split(mark).length !== 2) throw new Error(`embed: expected ${mark} once in the loader`);
  return text.replace(mark, name);
}, bundled);
ship("gatefold.js", shipWords(join(top, "src/i18n/words"), out)(loader));

const beside = ["public/embed/gatefold.d.ts", "public/embed/custom-elements.json", "public/schema/article-1.json"];
for (const path of [...beside, "LICENSE-MIT", "LICENSE-APACHE"]) ship(basename(path), readFileSync(join(top, path)));
const digests = readdirSync(out).map((name) => {
  return [name, `sha384-${createHash("sha384").update(readFileSync(join(out, name))).digest("base64")}`];
});
writeFileSync(join(out, "integrity.json"), `${JSON.stringify({ version, files: Object.fromEntries(digests) }, null, 2)}\n`);
