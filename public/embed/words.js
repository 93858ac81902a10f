// The words of the interface, in the language of the page or of whoever reads.
//
// English is in the WebAssembly. Every other language is a file, and a reader pays for one. It is asked for beside the
// WebAssembly, so nothing waits for it that does not wait anyway; without it the interface speaks English.

/** The languages, as src/i18n/words has them. */
const TAGS = "ar de es fa fr he hi it ja ko nl pl pt-BR ru tr uk zh-Hans".split(" ");

/** Where a language is; the build puts its own name here. */
const FILE = "words/*.json";

/** How long it may take, in milliseconds. */
const PATIENCE = 4000;

/** @typedef {{ tag: string, texts: Record<string, unknown> } | undefined} Words none are English */

/** @type {Record<string, Promise<Words>>} */
const known = {};

/** @param {string} tag @param {string} base @returns {Promise<Words>} */
async function fetched(tag, base) {
  try {
    const address = new URL(FILE.replace("*", tag), base).href;
    const reply = await fetch(address, { signal: AbortSignal.timeout?.(PATIENCE) });
    return { tag, texts: await reply.json() };
  } catch (error) {
    delete known[tag];
    console.warn("Gatefold:", error);
  }
}

/**
 * The words in the first of the languages that there is: to be compared with what an earlier call gave.
 * @param {(string | null | undefined)[]} wanted language tags (BCP 47) @param {string} base where the files are
 * @returns {Promise<Words> | undefined}
 */
export function words(wanted, base) {
  for (const tag of wanted) {
    try {
      // Subtags that go without saying, and names that have changed: `pt` is Brazil's, `zh-SG` is Hans, `iw` is `he`.
      const { language, script } = new Intl.Locale(tag ?? "").maximize();
      if (language === "en") return;
      const found = TAGS.find((known) => known.split("-")[0] === language);
      if (found && script !== "Hant") return (known[found] ??= fetched(found, base));
    } catch {
      // No tag.
    }
  }
}
