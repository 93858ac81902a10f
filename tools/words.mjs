// The words of the interface, a file a language: named by a digest of them all, so that a loader finds those of its build.

import { createHash } from "node:crypto";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What stands in public/embed/words.js for where they are. */
const SOURCE = '"words/*.json"';

/** @param {string} source their folder @param {string} out where they go @returns {(script: string) => string} names them in a script */
export function shipWords(source, out) {
  const files = readdirSync(source).map((name) => {
    const text = JSON.stringify(JSON.parse(readFileSync(join(source, name), "utf8")));
    return { tag: name.replace(".json", ""), text };
  });
  const digest = createHash("sha256").update(files.map(({ text }) => text).join()).digest("hex").slice(0, 16);
  const named = (/** @type {string} */ tag) => `words-${tag}-${digest}.json`;
  for (const { tag, text } of files) writeFileSync(join(out, named(tag)), text);
  return (script) => {
    if (script.split(SOURCE).length !== 2) throw new Error(`words: expected ${SOURCE} once in the script`);
    return script.replace(SOURCE, JSON.stringify(named("*")));
  };
}
