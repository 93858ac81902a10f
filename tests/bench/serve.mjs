// Serves what is measured: every file compressed beforehand, as a good server would, and never from a cache.

import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/**
 * @param {Map<string, Buffer>} site
 * @returns {Promise<{ origin: string, close: () => void }>}
 */
export async function serve(site) {
  /** @type {Map<string, Buffer>} */
  const compressed = new Map();
  for (const [path, bytes] of site) {
    // Quality 9 is within a per cent of 11 for what is large, and does not take minutes.
    const quality = bytes.length > 2_000_000 ? 9 : 11;
    compressed.set(path, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }));
  }
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://bench").pathname;
    const body = compressed.get(path) ?? compressed.get(`${path}index.html`);
    if (!body) return response.writeHead(404).end();
    const type = types[/** @type {keyof typeof types} */ (extname(path) || ".html")] ?? "application/octet-stream";
    response.writeHead(200, {
      "content-type": type,
      "content-encoding": "br",
      "content-length": body.length,
      "cache-control": "no-store",
    });
    response.end(body);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", () => ready(undefined)));
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Every file below a folder, under an address. @param {string} folder @param {string} mount @returns {Map<string, Buffer>} */
export function tree(folder, mount) {
  /** @type {Map<string, Buffer>} */
  const found = new Map();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) for (const [name, bytes] of tree(path, `${mount}${entry.name}/`)) found.set(name, bytes);
    else found.set(mount + entry.name, readFileSync(path));
  }
  return found;
}
