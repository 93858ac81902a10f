// `make package`: what publishers install, out of dist/embed/.
//
// 1. `wholeBuild` reads the folder and holds every file against integrity.json: half a build is not packed.
// 2. `packNpm` adds what npm wants (package.json, a README, the manifest by its path there) and has npm pack it. Nothing
//    in it runs when it is installed.
// 3. `packZip` puts the same files under a path with the version, for a server of one's own: there they never change.
//
// Both have what tools/sbom.mjs says of them: a bill of materials, and the licences of others.
//
// Names, version and description are those of Cargo.toml. The same build gives the same bytes, whenever it is packed; the
// tarball's are those of npm's own compression, so another npm may give others.
//
//     node tools/package.mjs [--from dist/embed] [--to target/package]

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { zipSync } from "fflate";
import { reference } from "./reference.mjs";

const top = fileURLToPath(new URL("../", import.meta.url));
const { values } = parseArgs({ options: { from: { type: "string" }, to: { type: "string" } } });
const from = resolve(values.from ?? join(top, "dist/embed"));
const to = resolve(values.to ?? join(top, "target/package"));

const manifest = readFileSync(join(top, "Cargo.toml"), "utf8");

/** @param {string} field of Cargo.toml @returns {string} what stands behind its equals sign */
function cargo(field) {
  const value = new RegExp(`^${field} = (.+)$`, "m").exec(manifest)?.[1];
  if (!value) throw new Error(`package: no ${field} in Cargo.toml`);
  return JSON.parse(value);
}

/** @returns {Map<string, Buffer>} the files of the build, by name and in its order */
function wholeBuild() {
  const { version, files } = JSON.parse(readFileSync(join(from, "integrity.json"), "utf8"));
  if (version !== cargo("version")) throw new Error(`package: ${from} is of version ${version}: run \`make dist\``);
  const names = readdirSync(from).sort();
  const found = new Map(names.map((name) => [name, readFileSync(join(from, name))]));
  for (const name of new Set([...names, ...Object.keys(files)])) {
    if (name === "integrity.json") continue;
    const bytes = found.get(name);
    const digest = bytes && `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
    if (digest !== files[name]) throw new Error(`package: ${name} is not as it was built: run \`make dist\``);
  }
  return found;
}

/** @returns {object} package.json; no `engines`, because what runs it is a browser */
const packageJson = () => ({
  name: cargo("name"),
  version: cargo("version"),
  description: cargo("description"),
  keywords: [...cargo("keywords"), "custom-element", "web-component"],
  license: cargo("license"),
  type: "module",
  main: "./dist/gatefold.js",
  types: "./dist/gatefold.d.ts",
  exports: {
    ".": { types: "./dist/gatefold.d.ts", default: "./dist/gatefold.js" },
    "./dist/*": "./dist/*",
    "./custom-elements.json": "./custom-elements.json",
    "./package.json": "./package.json",
  },
  // To import it is to register the element.
  sideEffects: ["./dist/*.js"],
  customElements: "custom-elements.json",
});

/** @template T @param {(folder: string) => T} use @returns {T} what is made of a folder that is gone afterwards */
function aside(use) {
  const folder = mkdtempSync(join(tmpdir(), "gatefold-npm-"));
  try {
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @returns {Map<string, Buffer>} what is said of the build, by the names of the files */
const said = () => aside((folder) => {
  execFileSync(process.execPath, [join(top, "tools/sbom.mjs"), folder]);
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]));
});

/** @param {Map<string, Buffer>} build @param {Map<string, Buffer>} papers */
function packNpm(build, papers) {
  aside((folder) => {
    /** @param {string} name @param {string | Buffer} bytes */
    const put = (name, bytes) => writeFileSync(join(folder, name), bytes);
    mkdirSync(join(folder, "dist"));
    for (const [name, bytes] of build) put(join("dist", name), bytes);
    const elements = JSON.parse(readFileSync(join(from, "custom-elements.json"), "utf8"));
    // In a package its paths begin at the top.
    const moved = JSON.stringify(elements, null, 2).replaceAll(/("(?:path|module)": ")(?=gatefold\.js")/g, "$1dist/");
    put("custom-elements.json", `${moved}\n`);
    put("package.json", `${JSON.stringify(packageJson(), null, 2)}\n`);
    put("README.md", `${readFileSync(join(top, "docs/npm.md"), "utf8")}\n${reference(elements)}`);
    for (const name of ["LICENSE-MIT", "LICENSE-APACHE", "CHANGELOG.md"]) copyFileSync(join(top, name), join(folder, name));
    for (const [name, bytes] of papers) put(name, bytes);
    // It gives every file the same date.
    execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", to], { cwd: folder });
  });
}

/** @param {Map<string, Buffer>} build @param {Map<string, Buffer>} papers */
function packZip(build, papers) {
  const name = `${cargo("name")}-${cargo("version")}.zip`;
  const files = [...build, ...papers].map(([file, bytes]) => [`${cargo("name")}/${cargo("version")}/${file}`, bytes]);
  // The first date that a zip can say, whatever the time zone.
  writeFileSync(join(to, name), zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(1980, 0, 1) }));
}

const build = wholeBuild();
const papers = said();
mkdirSync(to, { recursive: true });
packNpm(build, papers);
packZip(build, papers);
