// wasm-opt, as every step of the release build runs it.

import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const command = fileURLToPath(new URL("node_modules/.bin/wasm-opt", import.meta.url));

/** The features are those rustc emits, no others, because browsers refuse some that wasm-opt knows. */
export const features = [
  "bulk-memory", "bulk-memory-opt", "call-indirect-overlong", "multivalue", "mutable-globals", "nontrapping-float-to-int",
  "reference-types", "sign-ext",
].map((feature) => `--enable-${feature}`);

/**
 * For size. Nothing is below address 1024: rustc puts the stack first, and it grows down to there only when it is all but
 * full.
 */
const rounds = ["--flatten", "--rereloop", "-Oz", "-Oz", "--low-memory-unused"];
const strips = ["--strip-debug", "--strip-producers", "--strip-target-features"];
export const smallest = [...rounds, ...strips];

/** The same, its functions in the order of their names, which then go. */
export const smallestByName = [...rounds, "--reorder-functions-by-name", ...strips];

/**
 * @param {Buffer} wasm @param {string[]} passes
 * @returns {Promise<{ wasm: Buffer<ArrayBuffer>, printed: string }>} the result and what wasm-opt printed
 */
export async function optimize(wasm, passes) {
  const folder = mkdtempSync(join(tmpdir(), "gatefold-wasm-opt-"));
  const [input, output] = [join(folder, "in.wasm"), join(folder, "out.wasm")];
  try {
    writeFileSync(input, wasm);
    const options = { maxBuffer: 1 << 26 };
    const { stdout: printed } = await promisify(execFile)(command, [input, "-o", output, ...features, ...passes], options);
    return { wasm: readFileSync(output), printed };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
