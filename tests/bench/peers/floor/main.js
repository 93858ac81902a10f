// The floor: what a careful engineer writes by hand, without a framework. A sanitiser, `details`, `dialog`.

import "../article.css";
import DOMPurify from "dompurify";
import { date, load, minutes, rendered, targets } from "../common.js";

/** @param {string} name @param {Record<string, any>} properties @param {...(Node | string)} children */
const el = (name, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
};

const article = await load();
const sections = article.sections.map(({ heading, html }) => {
  const body = DOMPurify.sanitize(html, { RETURN_DOM_FRAGMENT: true });
  return el("details", { className: "section", open: true }, el("summary", {}, el("h2", { textContent: heading })), body);
});
const list = targets.map(([label, href]) => el("li", {}, el("a", { href, target: "_blank", rel: "noopener", textContent: label })));
const close = el("button", { textContent: "Close", onclick: () => dialog.close() });
close.dataset.testid = "share-close";
const dialog = el("dialog", {}, el("h2", { textContent: "Share" }), el("ul", { className: "targets" }, ...list), close);
const share = el("button", { textContent: "Share", onclick: () => dialog.showModal() });
share.dataset.testid = "share-open";
const fold = el("button", {
  textContent: "Collapse all",
  onclick: () => {
    const open = !sections[0].open;
    for (const section of sections) section.open = open;
  },
});
fold.dataset.testid = "fold-all";
const cards = article.related.map(({ title, url, teaser }) =>
  el("li", { className: "card" }, el("a", { href: url, textContent: title }), el("p", { textContent: teaser })),
);
document.querySelector("#root")?.append(
  el("h1", { textContent: article.title }),
  el("p", { textContent: article.standfirst }),
  el("p", { className: "meta" }, `By ${article.author} · ${date(article.published)} · ${minutes(article)} min `, share, fold),
  el("img", article.image),
  ...sections,
  el("ul", { className: "cards" }, ...cards),
  dialog,
);
rendered();
