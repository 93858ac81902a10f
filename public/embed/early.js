// The title, before the WebAssembly is there to show the article. Only Article JSON is read here; other formats wait.
//
// What is built looks as what src/components/article.rs and src/render/header.rs build, so that nothing moves when they
// do.

import { el } from "./stage.js";

/** @param {any} json a string, or a list of strings and inline objects @returns {string} what it says */
const textOf = (json) =>
  Array.isArray(json)
    ? json.map(textOf).join("")
    : typeof json === "object"
      ? textOf(json?.text ?? "")
      : // What overrides a direction only deceives in a title.
        `${json}`.replace(/[\u202A-\u202E]/g, "");

/**
 * @param {any} article the JSON @param {string | undefined} theme @param {string | undefined} level of the title
 * @returns {HTMLElement | undefined} the head of the article, where it is Article JSON with a title
 */
export function early({ gatefold, title, kicker, standfirst, language, direction }, theme, level) {
  const words = textOf(title ?? "");
  if (gatefold !== 1 || !words.trim()) return;
  // A letter of a dense script says as much as two.
  const length = words.replace(/[^\0-\u2E7F]/gu, "--").length;
  const size = length > 110 ? " title--very-long" : length > 60 ? " title--long" : "";
  const part = (/** @type {string} */ name, /** @type {any} */ json, kind = "p", more = {}) => {
    const text = textOf(json ?? "");
    return text.trim() && el(kind, { class: name, dir: "auto", ...more }, text);
  };
  const rtl = /^\P{L}*[\u0590-\u08FF\uFB1D-\uFEFC]/u.test(words);
  const root = el(
    "article",
    { class: "article", part: "article", dir: /^(ltr|rtl)$/.test(direction) ? direction : rtl ? "rtl" : "ltr" },
    el(
      "header",
      { class: "header", part: "header" },
      part("kicker", kicker),
      part("title" + size, title, `h${/^[1-6]$/.test(level ?? "") ? level : 1}`, { part: "title" }),
      part("standfirst", standfirst, "p", { part: "standfirst" }),
    ),
  );
  // It says the script too, by which src/model/script.rs sets the type.
  root.lang = textOf(language ?? "");
  const reader = el("div", { class: "reader", part: "reader" }, root);
  return el("div", { class: "gatefold", "data-theme": theme ?? "auto" }, reader);
}
