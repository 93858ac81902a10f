// Prints the digest of every file in a zip, by its path in there.

import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { unzipSync } from "../../../tools/node_modules/fflate/esm/index.mjs";

const digest = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
const files = Object.entries(unzipSync(readFileSync(process.argv[2])));
console.log(JSON.stringify(Object.fromEntries(files.map(([path, bytes]) => [path, digest(bytes)]))));
