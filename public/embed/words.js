// The words of the interface, in the language of the page or of whoever reads.
//
// English is in the WebAssembly. Every other language is a file, and a reader pays for one. It is asked for beside the
// WebAssembly, so nothing waits for it that does not wait anyway; without it the interface speaks English. A page that has
// words of its own (`messages`) has them put into the file of its language, English too.

/** The languages, as src/i18n/words has them. */
const TAGS = "ar de en es fa fr he hi it ja ko nl pl pt-BR ru tr uk zh-Hans".split(" ");

/** Where a language is; the build puts its own name here. */
const FILE = "words/*.json";

/** How long it may take, in milliseconds. */
const PATIENCE = 4000;

/** @typedef {{ tag: string, texts: Record<string, unknown> } | undefined} Words none are English */

/** @type {Record<string, Promise<Words>>} */
const known = {};

/** @param {string} tag @param {string} base @param {string} own @returns {Promise<Words>} */
async function fetched(tag, base, own) {
  try {
    const address = new URL(FILE.replace("*", tag), base).href;
    const reply = await fetch(address, { signal: AbortSignal.timeout?.(PATIENCE) });
    const texts = await reply.json();
    try {
      const given = own && JSON.parse(own);
      for (const name in texts) texts[name] = given[name] ?? texts[name];
    } catch (error) {
      console.warn("Gatefold: messages:", error);
    }
    return { tag, texts };
  } catch (error) {
    delete known[tag + own];
    console.warn("Gatefold:", error);
  }
}

/**
 * The words in the first of the languages that there is: to be compared with what an earlier call gave.
 * @param {(string | null | undefined)[]} wanted language tags (BCP 47) @param {string} base where the files are
 * @param {string | null} [messages] JSON: what the page says otherwise, by name
 * @returns {Promise<Words> | undefined}
 */
export function words(wanted, base, messages) {
  const own = messages ?? "";
  for (const tag of wanted) {
    try {
      // Subtags that go without saying, and names that have changed: `pt` is Brazil's, `zh-SG` is Hans, `iw` is `he`.
      const { language, script } = new Intl.Locale(tag ?? "").maximize();
      if (language === "en" && !own) return;
      const found = TAGS.find((known) => known.split("-")[0] === language);
      if (found && script !== "Hant") return (known[found + own] ??= fetched(found, base, own));
    } catch {
      // No tag.
    }
  }
}
