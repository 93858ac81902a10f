// Which crates ship: asked of cargo, for tools/sbom.mjs.
//
// 1. `linked` reads a tree of cargo's: normal dependencies for wasm32, no macros, nothing for builds or tests; checksums
//    are those of the lock file beside it.
// 2. `ships` asks for this repository's, with the features of tools/dist.sh, and for the standard library's, which the
//    release build compiles from the compiler's own sources and lock file.
//
// What the linker then drops is listed too.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Crate
 * @property {string} ref unique: the purl, or the path in the repository
 * @property {string} name
 * @property {string} version
 * @property {string} license an expression of SPDX
 * @property {string} repository
 * @property {string[]} folders where its licences are
 * @property {string} [purl] unless it is of this repository
 * @property {string} [sha256] of the packed crate
 * @property {string} [note]
 * @property {Set<string>} uses the refs of what it depends on
 */

export const top = fileURLToPath(new URL("../", import.meta.url));
const registry = join(process.env.CARGO_HOME ?? join(homedir(), ".cargo"), "registry/src");

/** @param {string} program @param {string[]} options @returns {string} what it printed */
function run(program, ...options) {
  // The standard library's manifests are only for who says this.
  const env = { ...process.env, RUSTC_BOOTSTRAP: "1" };
  return execFileSync(program, options, { cwd: top, encoding: "utf8", env, maxBuffer: 1e8 }).trim();
}

/** @param {string} folder @returns {string[]} what is in it; nothing where there is none */
export function entries(folder) {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}

/** @param {string} workspace @returns {Map<string, string>} the checksums of its lock file, by name and version */
function checksums(workspace) {
  const lock = readFileSync(join(workspace, "Cargo.lock"), "utf8");
  const blocks = lock.matchAll(/^name = "(.+)"\nversion = "(.+)"\nsource = ".+"\nchecksum = "(.+)"$/gm);
  return new Map([...blocks].map(([, name, version, sum]) => [`${name} ${version}`, sum]));
}

/** @param {string} workspace @param {string[]} options @returns {Crate[]} the root first */
function linked(workspace, ...options) {
  const sums = checksums(workspace);
  const tree = run("cargo", "tree", "--locked", "--manifest-path", join(workspace, "Cargo.toml"), ...options, "--target",
    "wasm32-unknown-unknown", "-e", "normal,no-proc-macro", "--prefix", "depth", "-f", "{p}|{l}|{r}|");
  // cargo has fetched what it names.
  const indexes = readdirSync(registry).map((index) => join(registry, index));
  /** @type {Map<string, Crate>} */
  const crates = new Map();
  /** @type {Crate[]} */
  const above = [];
  for (const line of tree.split("\n")) {
    const [, depth, name, version, path, license, repository] =
      /^(\d+)(\S+) v(\S+)(?: \((.+?)\))?\|(.*?)\|(.*?)\|/.exec(line) ?? [];
    if (!name) throw new Error(`sbom: what is ${line}?`);
    const sha256 = sums.get(`${name} ${version}`);
    if (!license || !path === !sha256) throw new Error(`sbom: ${name} ${version} has no licence, or no checksum`);
    const purl = path ? undefined : `pkg:cargo/${name}@${encodeURIComponent(version)}`;
    const ref = purl ?? `${relative(workspace, path) || name}@${version}`;
    const crate = crates.get(ref) ?? {
      ref, name, version, repository, purl, sha256, uses: new Set(),
      // As it was written before there were expressions.
      license: license.replaceAll("/", " OR "),
      folders: path ? [path] : indexes.map((index) => join(index, `${name}-${version}`)),
    };
    crates.set(ref, crate);
    above.length = Number(depth);
    above.at(-1)?.uses.add(ref);
    above.push(crate);
  }
  return [...crates.values()];
}

/** @returns {Crate[]} the standard library: what is its own as one crate, then what it takes from elsewhere */
function standard() {
  const library = join(run("rustc", "--print", "sysroot"), "lib/rustlib/src/rust/library");
  const [compiler, version] = run("rustc", "--version").match(/^rustc (\S+).*/) ?? [];
  const all = linked(library, "-p", "std");
  const own = all.filter(({ purl }) => !purl);
  const others = all.filter(({ purl }) => purl);
  // The tables of letters in `core` are Unicode's.
  const licenses = new Set([...own.map(({ license }) => license), "Unicode-3.0"]);
  /** @param {string} ref */
  const isOther = (ref) => others.some((crate) => crate.ref === ref);
  const std = {
    ...own[0], name: "std", version: `${version}`, ref: `std@${version}`, purl: `pkg:generic/rust-std@${version}`,
    license: [...licenses].map((license) => (license.includes(" ") ? `(${license})` : license)).join(" AND "),
    folders: ["stdarch", "compiler-builtins"].map((folder) => join(library, folder)),
    note: `The standard library of ${compiler}: ${own.map(({ name }) => name).sort().join(", ")}`,
    uses: new Set(others.map(({ ref }) => ref)),
  };
  return [std, ...others.map((crate) => ({ ...crate, uses: new Set([...crate.uses].filter(isOther)) }))];
}

/** @returns {Crate[]} this crate first, then all that is compiled into its WebAssembly, by name */
export function ships() {
  const [gatefold, ...others] = linked(top, "--features", "split,embed");
  const [std, ...below] = standard();
  gatefold.uses.add(std.ref);
  for (const crate of others) {
    if (!crate.purl) crate.note = `Gatefold's own, in ${crate.ref.split("@")[0]}`;
  }
  const sorted = new Map([...others, std, ...below].map((crate) => [crate.ref, crate]));
  return [gatefold, ...[...sorted.values()].sort((a, b) => (a.ref < b.ref ? -1 : 1))];
}
