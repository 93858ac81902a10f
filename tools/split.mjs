// Cuts the WebAssembly that cargo built into what is needed at once and parts that are loaded when first wanted.
//
// 1. wasm-split-cli goes by the relocations the linker kept (`--emit-relocs`): a part is what only the functions marked
//    with `wasm_split` reach. It shares memory and function table with the rest.
// 2. wasm-bindgen writes the glue of the rest; it must keep the linker's exports, by which the parts find both.
// 3. What only the parts ask of the browser goes out of the glue (late.mjs).
// 4. What is in a part, and the chunks that several have in common, become a few files (merge.mjs). wasm-opt shrinks each.
//    Its name gets a hash of its bytes.
// 5. The glue gets `loadPart` in the place of the loader that wasm-split writes: a tenth of it, and no second module.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { arranged } from "./arrange.mjs";
import { LATE, lateLoader, parted } from "./late.mjs";
import { COMMON, filesWith, home, merged } from "./merge.mjs";
import { CODE, DATA, ELEMENTS, Reader, sections } from "./sections.mjs";
import { optimize, smallest } from "./wasm-opt.mjs";

/**
 * Fetches and links the files of a part, each once; then tells the Rust side, which waits. After a failure the next call
 * tries again; so it does after a minute without an end.
 * `wasm` is the glue's own variable.
 */
const loader = `
const loadingFiles = {};
async function link(file) {
  const [reply, late] = await Promise.all([fetch(new URL(file, import.meta.url), { signal: AbortSignal.timeout?.(60000) }), loadLate()]);
  return WebAssembly.instantiateStreaming(reply, {
    "main": {
      "memory": wasm.memory, "__indirect_function_table": wasm.__indirect_function_table,
      "__wasm_split_shared0": wasm.__wasm_split_shared0,
      "__wbindgen_externrefs": wasm.__wbindgen_externrefs, "__externref_table_alloc": wasm.__externref_table_alloc
    },
    "${LATE}": late
  });
}
function loadFile(file) {
  return loadingFiles[file] ??= link(file).catch((error) => {
    delete loadingFiles[file];
    throw error;
  });
}
function loadPart(files, callback, data) {
  const done = (loaded) => wasm.__indirect_function_table.get(callback)(data, loaded);
  Promise.all(files.map(loadFile)).then(() => done(1), (error) => {
    console.warn("gatefold:", error);
    done(0);
  });
}
`;

/** @param {unknown} held @param {string} what */
function expect(held, what) {
  if (!held) throw new Error(`split: expected ${what}: tools/split.mjs does not fit what the tools wrote`);
}

/**
 * @param {string} raw path of the WebAssembly that cargo built
 * @returns {Promise<{ glue: string, wasm: Buffer<ArrayBuffer>, parts: Map<string, Buffer> }>} the parts, and the script that comes
 *   with them, by their final names
 */
export async function split(raw) {
  const folder = mkdtempSync(join(tmpdir(), "gatefold-split-"));
  const [cut, bound] = [join(folder, "cut"), join(folder, "bound")];
  mkdirSync(cut);
  try {
    const named = ["--target", "web", "--out-name", "gatefold"];
    execFileSync("wasm-split-cli", [...named, raw, cut], { stdio: ["ignore", "ignore", "inherit"] });
    const rest = join(cut, "gatefold.wasm");
    // It warns of a section of wasm-split's that it does not know.
    const bind = [...named, "--keep-lld-exports", "--no-typescript", "--out-dir", bound, rest];
    execFileSync("wasm-bindgen", bind, { stdio: "ignore" });

    const loaders = readFileSync(join(cut, "__wasm_split.js"), "utf8");
    const needs = chunksOf(loaders);
    expect(!addressesImports(readFileSync(raw)), "no address of an import: a part could not have it to itself");
    const first = parted(readFileSync(join(bound, "gatefold.js"), "utf8"), readFileSync(join(bound, "gatefold_bg.wasm")));
    const names = new Map();
    const parts = new Map();
    const waiting = contents(needs)[Symbol.iterator]();
    const work = async () => {
      for (const [file, pieces] of waiting) {
        const modules = pieces.map((piece) => readFileSync(join(cut, `${piece}.wasm`)));
        const whole = merged(file === COMMON ? [...modules, first.module] : modules, "__wasm_split", "main");
        const { wasm: small } = await optimize(whole, ["--remove-exports=*", ...smallest]);
        // Where the rest of the program has it all, there is nothing left.
        if (isEmpty(small)) continue;
        const bytes = await arranged(small);
        names.set(file, hashed(file, bytes, "wasm"));
        parts.set(names.get(file), bytes);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, work));
    const files = [...needs.keys()].map((part) => /** @type {[string, string[]]} */ ([
      part, filesWith(part).flatMap((file) => names.get(file) ?? []),
    ]));
    const script = Buffer.from(transformSync(first.script, { format: "esm", minify: true, legalComments: "none" }).code);
    const late = hashed(LATE, script, "js");
    parts.set(late, script);
    return { glue: woven(first.glue, files) + lateLoader(late), wasm: first.wasm, parts };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} file @param {Buffer} bytes @param {string} kind @returns {string} its name with a hash of its bytes */
const hashed = (file, bytes, kind) => `${file}-${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}.${kind}`;

/** @param {Buffer} wasm @returns {boolean} whether it has neither code nor data nor entries for the table */
function isEmpty(wasm) {
  return [...sections(wasm)].every(({ kind }) => ![ELEMENTS, CODE, DATA].includes(kind));
}

/**
 * Whether the program takes the address of something that it imports, beside what loads a part. Then that is in the linker's
 * table (§5.5.12), of which the linker writes one segment, of functions by their numbers.
 * @param {Buffer<ArrayBuffer>} wasm @returns {boolean}
 */
function addressesImports(wasm) {
  const imported = WebAssembly.Module.imports(new WebAssembly.Module(wasm)).filter(({ kind }) => kind === "function");
  const table = [...sections(wasm)].find(({ kind }) => kind === ELEMENTS);
  if (!table) return false;
  const reader = new Reader(wasm, table.content);
  const head = [reader.number(), reader.number(), wasm[reader.at++], reader.number(), wasm[reader.at++]];
  // One segment, of the first table, from a constant on: `i32.const 1 end`.
  expect(head.join() === "1,0,65,1,11", `the linker's table as it is written, not ${head}`);
  const addressed = Array.from({ length: reader.number() }, () => imported[reader.number()]);
  return addressed.some((one) => one && !one.name.startsWith("__wasm_split_load_"));
}

/**
 * The chunks of each part, beside its own.
 * @param {string} loaders as wasm-split wrote them @returns {Map<string, string[]>}
 */
function chunksOf(loaders) {
  const found = [...loaders.matchAll(/__wasm_split_load_(\w+) = wrapAsyncCb\(makeLoad\(.*?\n, \[([^\]]*)\]\)\);/gs)];
  expect(found.length > 0, "a loader for each part");
  return new Map(found.map(([, part, chunks]) => [part, [...chunks.matchAll(/__(chunk_\d+)/g)].map(([, chunk]) => chunk)]));
}

/**
 * What goes into each file.
 * @param {Map<string, string[]>} needs the chunks of each part @returns {Map<string, string[]>}
 */
function contents(needs) {
  /** @type {Map<string, string[]>} */
  const files = new Map([[COMMON, []]]);
  for (const part of needs.keys()) files.set(part, [`split_${part}`]);
  for (const chunk of new Set([...needs.values()].flat())) {
    const parts = [...needs.keys()].filter((part) => needs.get(part)?.includes(chunk));
    files.get(home(parts))?.push(chunk);
  }
  return files;
}

/** @param {string} glue @param {[string, string[]][]} parts and their files @returns {string} */
function woven(glue, parts) {
  const text = glue
    .replace(/^import \* as import\d+ from "\.\/__wasm_split\.js"\n/gm, "")
    .replace(/^ *"\.\/__wasm_split\.js": import\d+,\n/gm, "");
  expect(!text.includes("./__wasm_split.js"), "the loader's imports as they were");
  const head = "const import0 = {\n        __proto__: null,\n";
  expect(text.split(head).length === 2, "one import object");
  const functions = parts.map(
    ([name, files]) =>
      `        __wasm_split_load_${name}: function(callback, data) {\n` +
      `            loadPart(${JSON.stringify(files)}, callback, data);\n        },\n`,
  );
  return text.replace(head, () => head + functions.join("")) + loader;
}
