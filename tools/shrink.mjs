// Takes out of the glue and the WebAssembly what neither needs of the other, and the long names between them.
//
// wasm-bindgen writes both for a library, of which a page may call anything. To esbuild every wasm-facing function is
// therefore used, and to wasm-opt every export. Here both are looked at together:
//
// 1. The glue is shaken: all that counts is its default export, which is what boot.js calls.
// 2. The WebAssembly loses the exports the glue does not mention, and what only they reached.
// 3. The glue loses the functions the WebAssembly no longer imports. That may free exports: back to 1 until nothing falls.
// 4. wasm-opt runs once more on what is left, gives imports and exports names of one or two letters, and the glue follows.
//    The functions are arranged for the compressor (arrange.mjs).
//
// All of this goes by how wasm-bindgen happens to write its glue. Where that is not as expected, the build stops.

import { transformSync } from "esbuild";
import { arranged } from "./arrange.mjs";
import { CUSTOM, sections } from "./sections.mjs";
import { optimize, smallest } from "./wasm-opt.mjs";

/** What the WebAssembly imports, as esbuild indents it: the head, the functions, the end. */
const importObject = /(const import0 = \{\n {4}__proto__: null,\n)(.*?)(\n {2}\};\n)/s;

/** One of these functions, up to the line that closes it. */
const importFunction = /^ {4}([\w$]+): function\([^\n]*\{\n.*?^ {4}\},?(?:\n|$)/gms;

/** @param {unknown} held @param {string} what @returns {asserts held} */
function expect(held, what) {
  if (!held) throw new Error(`shrink: expected ${what}: tools/shrink.mjs does not fit what wasm-bindgen wrote`);
}

/** @param {string} glue @param {string | RegExp} from found exactly once @param {string} to @returns {string} */
function replaceOne(glue, from, to) {
  expect(glue.split(from).length === 2, `once in the glue: ${from}`);
  return glue.replace(from, () => to);
}

/**
 * Starts the program, in the place of what wasm-bindgen has for every way that anybody may call it: with the address or the
 * answer. A server that sends another type loses the streaming, not the reader.
 */
const start = `
async function __wbg_init({ module_or_path: given }) {
  const reply = await (typeof given === "string" ? fetch(given) : given);
  if (!reply.ok) throw new Error(reply.status + " " + reply.url);
  const streams = reply.headers.get("content-type") === "application/wasm";
  const { instance, module } = await (streams
    ? WebAssembly.instantiateStreaming(reply, __wbg_get_imports())
    : WebAssembly.instantiate(await reply.arrayBuffer(), __wbg_get_imports()));
  return __wbg_finalize_init(instance, module);
}
`;

/** @param {string} glue as wasm-bindgen wrote it @returns {string} such that esbuild can tell what is unused */
function prepared(glue) {
  expect(!/^import\b/m.test(glue), "glue that imports nothing");
  const ways = /^async function __wbg_load\(.*^export \{ initSync, __wbg_init as default \};$/ms;
  let text = replaceOne(glue, ways, `${start}export { __wbg_init as default };`);
  // For browsers without WebAssembly.
  text = replaceOne(text, /^if \(!\('encodeInto' in cachedTextEncoder\)\) \{.*?^\}$/ms, "");
  expect(text.includes(": new FinalizationRegistry("), "registries in the glue");
  text = text.replaceAll(": new FinalizationRegistry(", ": /* @__PURE__ */ new FinalizationRegistry(");
  return lookedUpOnce(text);
}

/**
 * What reads a property by its prototype's getter (`final`) looks the getter up each time it is called, for every node of
 * an article. Once is enough.
 * @param {string} glue @returns {string}
 */
export function lookedUpOnce(glue) {
  const getters = new Map();
  const text = glue.replace(
    /GetOwnOrInheritedPropertyDescriptor\((\w+)\.prototype, '(\w+)'\)\.get\.call\(/g,
    (_, type, name) => {
      const getter = `get_${type}_${name}`;
      getters.set(getter, `const ${getter} = /* @__PURE__ */ getterOf(${type}, "${name}");\n`);
      return `${getter}.call(`;
    },
  );
  if (getters.size === 0) return glue;
  const getterOf = "const getterOf = (type, name) => GetOwnOrInheritedPropertyDescriptor(type.prototype, name).get;\n";
  return getterOf + [...getters.values()].join("") + text;
}

/** @param {string} glue @returns {string} without what the default export does not reach */
const shaken = (glue) => transformSync(glue, { format: "esm", treeShaking: true, legalComments: "none" }).code;

/** @param {string} glue @returns {Set<string>} the exports it uses */
function used(glue) {
  const names = new Set([...glue.matchAll(/\bwasm\.([\w$]+)/g)].map(([, name]) => name));
  // Else there may be uses under another name, or another thing's property of the same name.
  expect(!/\bwasm *(?:\[|\?\.)|[=(,:] *wasm\b *[;,)}]/.test(glue), "no use of the exports but wasm.name");
  expect(glue.split("instance.exports").length === 2, "one use of instance.exports");
  for (const [, before, name] of glue.matchAll(/([\w$)\]]+)\.([\w$]+)/g)) {
    expect(before === "wasm" || !names.has(name), `no property of the name of an export: ${before}.${name}`);
  }
  for (const name of ["memory", "__wbindgen_start"]) expect(names.has(name), `wasm.${name} in the glue`);
  return names;
}

/** @param {string} glue @param {Set<string>} names @returns {string} with these import functions alone */
function withImports(glue, names) {
  const body = importObject.exec(glue)?.[2];
  expect(body, "the import object in the glue");
  const functions = [...body.matchAll(importFunction)];
  expect(functions.map(([text]) => text).join("") === body, "nothing but functions in the import object");
  const kept = functions.filter(([, name]) => names.delete(name)).map(([text]) => text);
  expect(names.size === 0, `these import functions: ${[...names].join(" ")}`);
  return glue.replace(importObject, (_, head, __, end) => head + kept.join("").trimEnd() + end);
}

/**
 * Custom sections are for tools. wasm-opt keeps those it does not know.
 * @param {Buffer<ArrayBuffer>} wasm @returns {Buffer<ArrayBuffer>}
 */
function withoutCustomSections(wasm) {
  const kept = [wasm.subarray(0, 8)];
  for (const { kind, start, end } of sections(wasm)) if (kind !== CUSTOM) kept.push(wasm.subarray(start, end));
  return Buffer.concat(kept);
}

/**
 * @param {string} glue @param {Buffer<ArrayBuffer>} wasm as wasm-bindgen left them
 * @param {string[]} [calls] what is called of it beside its default export
 * @returns {Promise<{ glue: string, wasm: Buffer<ArrayBuffer> }>} the glue is not minified yet
 */
export async function shrink(glue, wasm, calls = []) {
  let module = new WebAssembly.Module(wasm);
  /** @param {string[]} passes @returns {Promise<string>} what wasm-opt printed; `wasm` and `module` are the result */
  const pass = async (passes) => {
    const result = await optimize(wasm, passes);
    wasm = result.wasm;
    module = new WebAssembly.Module(wasm);
    return result.printed;
  };

  let text = prepared(glue);
  for (let before; before !== text; ) {
    before = text;
    text = shaken(text);
    const names = used(text);
    const exported = WebAssembly.Module.exports(module).map(({ name }) => name);
    for (const name of names) expect(exported.includes(name), `an export ${name}`);
    const dead = exported.filter((name) => !names.has(name));
    // A comma or a star means more than itself there.
    for (const name of dead) expect(/^[\w$]+$/.test(name), `a plain name for the export ${name}`);
    if (dead.length > 0) await pass([`--remove-exports=${dead.join()}`, "--remove-unused-module-elements"]);
    text = withImports(text, new Set(WebAssembly.Module.imports(module).map(({ name }) => name)));
  }
  expect(!/^(?:export )?class\b|initSync/m.test(text), "that no class and no initSync is left in the glue");
  const exported = (/^export \{([^}]*)\};/m.exec(text)?.[1] ?? "").split(",").map((name) => name.trim());
  const expected = ["__wbg_init as default", ...calls];
  expect(exported.toSorted().join() === expected.toSorted().join(), `the glue to export ${expected}, not ${exported}`);

  const printed = await pass([...smallest, "--minify-imports-and-exports-and-modules"]);
  wasm = withoutCustomSections(await arranged(wasm));
  return { glue: renamed(text, JSON.parse(printed), new WebAssembly.Module(wasm)), wasm };
}

/**
 * @param {string} glue
 * @param {{ imports: string[][], exports: string[][] }} map as wasm-opt prints it: [module, old, new] and [old, new]
 * @param {WebAssembly.Module} module with the new names
 * @returns {string} the glue with the new names
 */
function renamed(glue, map, module) {
  const names = Object.fromEntries([...map.imports.map(([, from, to]) => [from, to]), ...map.exports]);
  const modules = new Set(map.imports.map(([from]) => from));
  const imports = WebAssembly.Module.imports(module);
  expect(imports.length === map.imports.length, "the imports that were renamed");
  const from = [...modules].find((name) => name !== "./__wasm_split.js");

  const pattern = new RegExp(`^(?:${Object.keys(names).map((name) => name.replaceAll("$", "\\$")).join("|")})$`);
  const { code, mangleCache = {} } = transformSync(glue, { format: "esm", mangleProps: pattern, mangleCache: names });
  // esbuild makes up names for what it was given none for.
  expect(Object.keys(mangleCache).length === Object.keys(names).length, "a new name for each old one");
  const text = replaceOne(code, `"${from}": import0`, `${imports[0].module}: import0`);

  withImports(text, new Set(imports.map(({ name }) => name)));
  const exported = new Set(WebAssembly.Module.exports(module).map(({ name }) => name));
  const uses = new Set([...text.matchAll(/\bwasm\.([\w$]+)/g)].map(([, name]) => name));
  expect([...uses].every((name) => exported.delete(name)) && exported.size === 0, "each export used by its new name");
  // `a(b) {` for `a: function(b) {`, which esbuild leaves as it is because only a function can be called with `new`.
  return text.replace(importFunction, (method) => method.replace(": function(", "("));
}
