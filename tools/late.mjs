// Takes out of the glue what only the parts call.
//
// wasm-split leaves every import in the first module, and the parts call it through the table; so the glue would have a
// function for whatever the share dialog or a reader of formats asks of the browser, and grow with each. Here:
//
// 1. `onlyOfParts` finds the imports that nothing but the table mentions. wasm-split calls what it puts there a local
//    shim; what wasm-bindgen has between that and the import goes with it.
// 2. They become a module of their own, which puts them into the table when it is loaded. It is merged into the file that
//    comes with every part (split.mjs).
// 3. Their functions in the glue become a script of their own, which gets what it needs of the glue (`lent`).
//
// The table of the first module then says nothing of these places, nor of those that the parts fill.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { lookedUpOnce } from "./shrink.mjs";
import { features } from "./wasm-opt.mjs";

/** @param {unknown} held @param {string} what @returns {asserts held} */
function expect(held, what) {
  if (!held) throw new Error(`late: expected ${what}: tools/late.mjs does not fit what the tools wrote`);
}

/** A function of the import object, as wasm-bindgen writes it. */
const importFunction = /^ {8}([\w$]+): function\([^\n]*\{\n.*?^ {8}\}(?:, arguments\); \})?,\n/gms;

/** The module that the late imports are of. */
export const LATE = "late";

/** What the glue lends its late functions, by the name that they have for it. @type {Record<string, string>} */
const lent = {
  addToExternrefTable0: "addToExternrefTable0",
  getDataViewMemory0: "getDataViewMemory0",
  getStringFromWasm0: "getStringFromWasm0",
  handleError: "handleError",
  passed: "(text) => passStringToWasm0(text, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc)",
  passedLength: "() => WASM_VECTOR_LEN",
};

/** What the late script has a copy of. */
const copied = ["isLikeNone", "GetOwnOrInheritedPropertyDescriptor"];

/** @param {string} file @returns {string} what the glue calls to have the late functions */
export const lateLoader = (file) => `
let lateFunctions, lateAttempts = 0;
function loadLate() {
  // What failed once stays so in some browsers, by its address.
  return lateFunctions ??= import(${JSON.stringify(`./${file}`)} + (lateAttempts++ ? "?" + lateAttempts : "")).then(
    (late) => late.default(${Object.values(lent).join(", ")}),
    (error) => {
      lateFunctions = undefined;
      throw error;
    });
}
`;

/** The program's function that makes room for an object of the browser's. */
const ALLOC = "$__externref_table_alloc";

/** A name in the text of a module. */
const name = /\$(?:"(?:[^"\\]|\\.)*"|[^\s()]+)/g;

/** @param {string} command of binaryen @param {string[]} parameters */
const binaryen = (command, parameters) =>
  execFileSync(fileURLToPath(new URL(`node_modules/.bin/${command}`, import.meta.url)), [...features, ...parameters], {
    encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"],
  });

/** @param {string} text of a module @returns {Buffer<ArrayBuffer>} */
function assembled(text) {
  const folder = mkdtempSync(join(tmpdir(), "gatefold-late-"));
  try {
    const [input, output] = [join(folder, "in.wat"), join(folder, "out.wasm")];
    writeFileSync(input, text);
    binaryen("wasm-as", ["-g", input, "-o", output]);
    return readFileSync(output);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @param {string} text @returns {string[]} the names in it */
const names = (text) => text.match(name) ?? [];

/**
 * @typedef {{ imported: string, declaration: string, functions: string[] }} Chain an import, what is imported, and the
 *   functions between the table and it
 */

/**
 * @param {string} text of the first module @param {(imported: string) => boolean} movable
 * @returns {Map<string, Chain>} by the function that is in the table
 */
function onlyOfParts(text, movable) {
  /** @type {Map<string, number>} */
  const mentions = new Map();
  for (const one of names(text)) mentions.set(one, (mentions.get(one) ?? 0) + 1);
  const functions = new Map([...text.matchAll(/^ \(func .*?^ \)$/gms)].map(([whole]) => [names(whole)[0], whole]));
  const imports = new Map([...text.matchAll(/^ \(import "\.\/gatefold_bg\.js" "(.*?)" (\(func .*)\)$/gm)].map(
    ([, imported, declaration]) => [names(declaration)[0], { imported, declaration }],
  ));
  const found = new Map();
  for (const shim of functions.keys()) {
    if (!shim.endsWith(' local_shim"')) continue;
    const between = [];
    let at = /** @type {string | undefined} */ (shim);
    // Twice: as itself, and where it is mentioned.
    for (let whole; at && (whole = functions.get(at)) && mentions.get(at) === 2; ) {
      between.push(whole);
      at = names(whole).slice(1).find((one) => one !== ALLOC && (functions.has(one) || imports.has(one)));
    }
    const reached = at && mentions.get(at) === 2 && imports.get(at);
    if (reached && movable(reached.imported)) found.set(shim, { ...reached, functions: between });
  }
  return found;
}

/**
 * The places of the table that the first module fills: without the late ones, and those it only says are empty.
 * @param {string} text of the first module @param {Map<string, Chain>} late
 * @returns {{ text: string, late: Map<string, number> }} the rest, and the places of the late ones
 */
function emptied(text, late) {
  const places = new Map();
  const segment = /^ \(elem \$\S+ \(table \$0\) \(i32\.const (\d+)\) (?:func(.*)|funcref (?:\(item \(ref\.null nofunc\)\) ?)+)\)$\n/gm;
  const rest = text.replace(segment, (_, start, listed) => {
    /** @type {[number, string[]][]} */
    const runs = [];
    let open = false;
    for (const [index, one] of names(listed ?? "").entries()) {
      const isLate = late.has(one);
      if (isLate) places.set(one, Number(start) + index);
      else if (open) runs[runs.length - 1][1].push(one);
      else runs.push([Number(start) + index, [one]]);
      open = !isLate;
    }
    return runs.map(([at, some]) => ` (elem (table $0) (i32.const ${at}) func ${some.join(" ")})\n`).join("");
  });
  expect(places.size === late.size, "each late function at one place of the table");
  return { text: rest, late: places };
}

/**
 * @param {string} glue @param {Buffer} wasm as wasm-bindgen left them
 * @returns {{ glue: string, wasm: Buffer<ArrayBuffer>, module: Buffer, script: string }} both without the late functions;
 *   the module that puts them into the table, importing from `__wasm_split` and `LATE`; and the script with them
 */
export function parted(glue, wasm) {
  const folder = mkdtempSync(join(tmpdir(), "gatefold-late-"));
  let text;
  try {
    writeFileSync(join(folder, "in.wasm"), wasm);
    text = binaryen("wasm-dis", [join(folder, "in.wasm")]);
  } finally {
    rmSync(folder, { recursive: true });
  }
  const written = new Map([...glue.matchAll(importFunction)].map(([whole, imported]) => [imported, borrowed(whole)]));
  const tops = new Set([...glue.matchAll(/^(?:async )?(?:function|let|const|var|class) ([\w$]+)/gm)].map(([, top]) => top));
  for (const had of [...Object.keys(lent), ...copied]) tops.delete(had);
  const movable = (/** @type {string} */ imported) => {
    const words = written.get(imported)?.match(/[\w$]+/g) ?? ["wasm"];
    return !words.some((word) => word === "wasm" || tops.has(word));
  };

  const late = onlyOfParts(text, movable);
  expect(late.size > 0, "imports that only parts call");
  const table = emptied(text, late);
  let rest = table.text;
  const moved = [];
  const code = [];
  let script = "";
  for (const [index, { imported, declaration, functions }] of [...late.values()].entries()) {
    const short = `_${index.toString(36)}`;
    rest = functions.reduce((all, one) => all.replace(`${one}\n`, () => ""), rest);
    rest = rest.replace(` (import "./gatefold_bg.js" "${imported}" ${declaration})\n`, () => "");
    moved.push(` (import "${LATE}" "${short}" ${declaration})`);
    code.push(...functions);
    const whole = /** @type {string} */ (written.get(imported));
    script += whole.replace(imported, short);
    glue = glue.replace(importFunction, (one, of) => (of === imported ? "" : one));
  }
  const shared = [
    `(import "__wasm_split" "__indirect_function_table" ${/^ (\(table \$0 .*\))$/m.exec(text)?.[1]})`,
    `(import "__wasm_split" "__wbindgen_externrefs" ${/^ (\(table \$__wbindgen_externrefs .*\))$/m.exec(text)?.[1]})`,
    `(import "__wasm_split" "__externref_table_alloc" (func ${ALLOC} (result i32)))`,
  ];
  const places = [...table.late].map(([one, at]) => ` (elem (table $0) (i32.const ${at}) func ${one})`);
  const module = assembled(`(module\n${[...shared, ...moved, ...places, ...code].join("\n")}\n)\n`);
  const copies = copied.map((one) => new RegExp(`^function ${one}\\(.*?^\\}\\n`, "ms").exec(glue)?.[0]).join("");
  script = `${copies}export default (${Object.keys(lent).join(", ")}) => ({\n${script}});\n`;
  return { glue, wasm: assembled(rest), module, script: lookedUpOnce(script) };
}

/** @param {string} text of a function of the glue @returns {string} with what is lent in the place of the glue's own */
function borrowed(text) {
  return text
    .replace(/passStringToWasm0\(((?:[^(),]|\([^()]*\))*), wasm\.__wbindgen_malloc, wasm\.__wbindgen_realloc\)/g, "passed($1)")
    .replaceAll("WASM_VECTOR_LEN", "passedLength()");
}
