// What every peer has to do in the same way: ask for the article, say when it is there, and where to share to.

/** Begins at once, as a good page would, beside everything that still loads. */
const asked = fetch(new URLSearchParams(location.search).get("a") ?? "/data/S.json");

export const load = async () => {
  const article = await (await asked).json();
  document.title = article.title;
  return article;
};

/** When it is in the page. */
export const rendered = () => {
  performance.mark("article-rendered");
  document.documentElement.dataset.ready = "1";
};

export const minutes = (/** @type {{ sections: { html: string }[] }} */ article) =>
  Math.max(1, Math.round(article.sections.reduce((sum, { html }) => sum + html.length / 6, 0) / 230));

export const date = (/** @type {string} */ iso) => new Date(iso).toLocaleDateString("en", { dateStyle: "long" });

const url = encodeURIComponent(location.href);
export const targets = [
  ["E-mail", `mailto:?body=${url}`],
  ["WhatsApp", `https://wa.me/?text=${url}`],
  ["Telegram", `https://t.me/share/url?url=${url}`],
  ["Facebook", `https://www.facebook.com/sharer/sharer.php?u=${url}`],
  ["LinkedIn", `https://www.linkedin.com/sharing/share-offsite/?url=${url}`],
  ["Reddit", `https://www.reddit.com/submit?url=${url}`],
];
