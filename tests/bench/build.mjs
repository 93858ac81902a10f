// Builds the peers by Vite, as their users would.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import react from "@vitejs/plugin-react";
import { build as vite } from "vite";
import { tree } from "./serve.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const top = fileURLToPath(new URL("../../", import.meta.url));

const preact = [
  { find: "react-dom/client", replacement: "preact/compat/client" },
  { find: /^react-dom$/, replacement: "preact/compat" },
  { find: "react/jsx-runtime", replacement: "preact/jsx-runtime" },
  { find: /^react$/, replacement: "preact/compat" },
];

const peers = {
  floor: { source: "floor", plugins: [], alias: [] },
  react: { source: "react", plugins: [react()], alias: [] },
  preact: { source: "react", plugins: [react()], alias: preact },
  svelte: { source: "svelte", plugins: [svelte()], alias: [] },
};

/** @param {string[]} apps @returns {Promise<Map<string, Buffer>>} their files, by address */
export async function build(apps) {
  /** @type {Map<string, Buffer>} */
  const files = new Map();
  for (const [name, { source, plugins, alias }] of Object.entries(peers).filter(([name]) => apps.includes(name))) {
    const out = join(top, "target/bench", name);
    await vite({
      root: join(here, "peers", source),
      base: `/peers/${name}/`,
      configFile: false,
      logLevel: "error",
      plugins,
      resolve: { alias },
      build: { outDir: out, emptyOutDir: true, target: "es2022", modulePreload: { polyfill: false } },
    });
    for (const [path, bytes] of tree(out, `/peers/${name}/`)) files.set(path, bytes);
  }
  return files;
}
