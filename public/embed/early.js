// The title, before the WebAssembly is there to show the article. Only Article JSON is read here; other formats wait.
//
// What is built is what src/components/article.rs and src/render/header.rs build, so that nothing moves when they do.

/**
 * An element with its class, or nothing for an empty text.
 * @param {string} name @param {string} css @param {string} text @param {Record<string, string>} [attributes]
 */
export function element(name, css, text = "", attributes = {}) {
  const made = document.createElement(name);
  if (css) made.className = css;
  for (const key in attributes) made.setAttribute(key, attributes[key]);
  made.append(text);
  return made;
}

/** The names of the scripts by their codes (ISO 15924), as in src/model/script.rs; all others are set as Latin. */
const SCRIPTS = {
  Arab: "arabic", Thaa: "arabic", Aran: "urdu", Hebr: "hebrew", Hans: "chinese", Hant: "chinese", Jpan: "japanese",
  Kore: "korean", Deva: "devanagari", Gujr: "devanagari", Guru: "devanagari", Beng: "bengali", Taml: "tamil",
  Mlym: "tamil", Telu: "telugu", Knda: "telugu", Sinh: "telugu", Thai: "thai", Laoo: "thai", Khmr: "khmer", Mymr: "khmer",
};

/** @param {unknown} language a language tag @returns {string | undefined} its script, when it says */
function scriptOf(language) {
  if (typeof language !== "string") return;
  try {
    const locale = new Intl.Locale(language);
    if (/^(und|mul|zxx|mis)$/.test(locale.language)) return;
    if (/^(ur|pnb|ks|skr)$/.test(locale.language)) return "urdu";
    if (locale.language === "vi") return "vietnamese";
    const code = /** @type {keyof typeof SCRIPTS} */ (locale.maximize().script);
    return SCRIPTS[code] ?? "latin";
  } catch {
    // Not a language tag.
  }
}

/** @param {unknown} json a string, or a list of strings and inline objects @returns {string} what it says */
function textOf(json, depth = 0) {
  if (depth > 99 || json == null || typeof json === "boolean") return "";
  if (Array.isArray(json)) return json.map((item) => textOf(item, depth + 1)).join("");
  if (typeof json === "object") return textOf(/** @type {{ text?: unknown }} */ (json).text, depth + 1);
  // What embeds or overrides a direction only deceives in a title.
  return String(json).replace(/[\u202A-\u202E]/g, "");
}

/** @param {string} title @returns {string} the class for its length; a letter of a dense script says as much as two */
function titleClass(title) {
  let length = 0;
  for (const letter of title) length += letter < "\u2E80" ? 1 : 2;
  return "title" + (length > 110 ? " title--very-long" : length > 60 ? " title--long" : "");
}

/**
 * @param {any} article the JSON @param {string | null} theme @param {number} level of the title
 * @returns {HTMLElement | undefined} the head of the article, where it is Article JSON with a title
 */
export function early(article, theme, level) {
  const title = article?.gatefold === 1 && textOf(article.title);
  if (!title || !title.trim()) return;
  const auto = { dir: "auto" };
  const header = element("header", "header", "", { part: "header" });
  const kicker = typeof article.kicker === "string" && textOf(article.kicker.trim());
  if (kicker) header.append(element("p", "kicker", kicker, auto));
  const heading = { ...auto, part: "title", tabindex: "-1", id: "gf-title" };
  header.append(element(`h${level >= 1 && level <= 6 ? level : 1}`, titleClass(title), title, heading));
  const standfirst = textOf(article.standfirst);
  if (standfirst.trim()) header.append(element("p", "standfirst", standfirst, { ...auto, part: "standfirst" }));

  const script = scriptOf(article.language);
  const rtl = script ? /arabic|urdu|hebrew/.test(script) : /^\P{L}*[\u0590-\u08FF\uFB1D-\uFEFC]/u.test(title);
  const root = element("article", "article", "", {
    part: "article",
    dir: /^(ltr|rtl)$/.test(article.direction) ? article.direction : rtl ? "rtl" : "ltr",
    "data-script": script ?? "latin",
    "aria-labelledby": "gf-title",
  });
  if (script) root.lang = article.language;
  root.append(header);
  const reader = element("div", "reader", "", { part: "reader" });
  reader.append(root);
  const whole = element("div", "gatefold", "", { "data-theme": theme ?? "auto" });
  whole.append(reader);
  return whole;
}
