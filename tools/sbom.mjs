// What ships and under which licences: `sbom.cdx.json` (CycloneDX 1.5) and `THIRD-PARTY.txt`, which tools/package.mjs puts
// into the packages.
//
// Nothing of npm is in them: its packages are the build's tools, and the JavaScript that ships is this repository's or
// what wasm-bindgen, which is listed, writes. The same sources and compiler give the same bytes, so there is no date.
//
//     node tools/sbom.mjs FOLDER

import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { argv } from "node:process";
import { entries, ships, top } from "./crates.mjs";

/** @typedef {import("./crates.mjs").Crate} Crate */

/** @param {Crate} crate @param {string} type */
const component = ({ ref, name, version, license, repository, purl, sha256, note }, type = "library") => ({
  type,
  "bom-ref": ref,
  name,
  version,
  description: note,
  hashes: sha256 && [{ alg: "SHA-256", content: sha256 }],
  licenses: [{ expression: license }],
  purl,
  externalReferences: repository ? [{ type: "vcs", url: repository }] : undefined,
});

/** @param {Crate[]} crates @returns {string} */
function bom([gatefold, ...crates]) {
  const main = { ...gatefold, purl: `pkg:npm/${gatefold.name}@${gatefold.version}` };
  const content = {
    version: 1,
    metadata: { lifecycles: [{ phase: "build" }], component: component(main, "application") },
    components: crates.map((crate) => component(crate)),
    dependencies: [gatefold, ...crates].map(({ ref, uses }) => ({ ref, dependsOn: [...uses].sort() })),
    compositions: [{ aggregate: "complete", assemblies: [gatefold.ref], dependencies: [gatefold.ref] }],
  };
  // Another number for other content, and the same for the same: the form of a UUID that one makes up (version 8).
  const digits = createHash("sha256").update(JSON.stringify(content)).digest("hex");
  const uuid = digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*/, "$1-$2-8$3-8$4-$5");
  const head = { bomFormat: "CycloneDX", specVersion: "1.5", serialNumber: `urn:uuid:${uuid}` };
  return `${JSON.stringify({ ...head, ...content }, null, 2)}\n`;
}

/** @param {Crate} crate @returns {string[]} the texts in its folders; where there is none, that of the MIT licence */
function texts({ name, license, folders }) {
  const paths = folders.flatMap((folder) => entries(folder).map((file) => [file, join(folder, file)]));
  const found = paths.filter(([file]) => /^(un)?licen[sc]e|^copy(ing|right)|^notice/i.test(file));
  if (found.length > 0) return found.map(([, path]) => readFileSync(path, "utf8").replaceAll("\r", "").trimEnd());
  if (!/\bMIT\b/.test(license)) throw new Error(`sbom: ${name} (${license}) comes without its licence`);
  const manifest = folders.map((folder) => join(folder, "Cargo.toml")).find((path) => entries(join(path, "..")).length > 0);
  const authors = /^authors = (\[[^\]]*\])/m.exec(manifest ? readFileSync(manifest, "utf8") : "")?.[1];
  const names = authors ? JSON.parse(authors.replace(/,\s*\]/, "]")).join(", ") : `the authors of ${name}`;
  const text = readFileSync(join(top, "LICENSE-MIT"), "utf8").replace(/^Copyright .*$/m, `Copyright (c) ${names}`);
  return [`The crate has no text of its licence; its manifest names this one, and who wrote it.\n\n${text.trimEnd()}`];
}

/** @param {Crate[]} crates @returns {string} every text once, below the list of the crates that refer to it */
function notices(crates) {
  /** @type {Map<string, { text: string, names: string[] }>} */
  const all = new Map();
  const lines = crates.map((crate) => `${crate.name} ${crate.version}: ${crate.license}`);
  for (const crate of crates) {
    for (const text of texts(crate)) {
      // How lines are broken makes no other licence.
      const key = text.replaceAll(/\s+/g, " ");
      const entry = all.get(key) ?? { text, names: [] };
      all.set(key, entry);
      entry.names.push(`${crate.name} ${crate.version}`);
    }
  }
  const rule = "=".repeat(80);
  const sections = [...all.values()].map(({ text, names }) => `${rule}\n${names.join("\n")}\n${rule}\n\n${text}\n`);
  return `Gatefold's WebAssembly is compiled from these crates:\n\n${lines.join("\n")}\n\n${sections.join("\n")}`;
}

const [folder] = argv.slice(2);
if (!folder) throw new Error("sbom: into which folder?");
const crates = ships();
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "sbom.cdx.json"), bom(crates));
writeFileSync(join(folder, "THIRD-PARTY.txt"), notices(crates.filter(({ purl }) => purl)));
