// Puts what wasm-split cut too small together again.
//
// Whatever two parts have in common wasm-split puts into a chunk for just that set of parts: a score of files, most of
// less than a kilobyte. A file costs a request, so:
//
// 1. `home` says which part's file a chunk goes into, such that every part that needs it loads that file anyway.
// 2. `merged` makes one module of several by wasm-merge. They import the same memory, table and stack pointer; a stub
//    that has them stands between, or each would come once a module.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { imports } from "./sections.mjs";
import { features } from "./wasm-opt.mjs";

/** @param {string} name */
const command = (name) => fileURLToPath(new URL(`node_modules/.bin/${name}`, import.meta.url));

/** What no single part has for itself. */
export const COMMON = "common";

/**
 * What else is loaded with a part, nearest first. Formats are read with what reads and builds the seldom blocks at hand,
 * and what reads one of them or a family after it is known which one it is (src/state/load.rs).
 * @type {Record<string, string[]>}
 */
const company = {
  formats: ["extras"],
  ...Object.fromEntries(["ans", "apple_news", "ninjs", "capi", "bbc", "trees"].map((part) => [part, ["formats", "extras"]])),
};

/** @param {string} part @returns {string[]} the files that are there once it is */
export const filesWith = (part) => [part, ...(company[part] ?? []), COMMON];

/**
 * @param {string[]} parts that need a chunk @returns {string} the file to put it into
 */
export function home(parts) {
  const [first, ...others] = parts.map(filesWith);
  return first.find((file) => others.every((files) => files.includes(file))) ?? COMMON;
}

/**
 * @param {Buffer[]} modules that share memory, table and stack pointer
 * @param {string} from the module of these imports @param {string} to the same in the result
 * @returns {Buffer} one module that has what is in all of them
 */
export function merged(modules, from, to) {
  const folder = mkdtempSync(join(tmpdir(), "gatefold-merge-"));
  try {
    // It warns of a section of wasm-split's that it does not know.
    /** @type {{ encoding: "utf8", maxBuffer: number, stdio: ("ignore" | "pipe")[] }} */
    const quiet = { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] };
    /** By its name, what is imported and how: `(memory $m 17)`. @type {Map<string, string>} */
    const taken = new Map();
    const input = modules.flatMap((bytes, index) => {
      const file = join(folder, `${index}.wasm`);
      writeFileSync(file, bytes);
      for (const { module, name, kind, type } of imports(bytes)) {
        if (module !== from && kind !== "func") throw new Error(`merge: an import of ${module}, not of ${from}`);
        if (module === from) taken.set(name, `(${kind} $${name} ${type})`);
      }
      return [file, `m${index}`];
    });
    const stub = [...taken].map(([name, what]) => {
      const [kind, id] = what.slice(1).split(" ");
      return `(import "${to}" "${name}" ${what}) (export "${name}" (${kind} ${id}))`;
    });
    writeFileSync(join(folder, "stub.wat"), `(module ${stub.toSorted((one) => (one.includes("(memory ") ? -1 : 1)).join("\n")})`);
    const out = join(folder, "out.wasm");
    execFileSync(command("wasm-merge"), [...features, join(folder, "stub.wat"), from, ...input, "-o", out], quiet);
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
