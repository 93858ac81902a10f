// The articles that are measured, made of the same words each time: S as a long read, L as a book, XL as a shelf.
//
// Each has two forms that say the same: Article JSON for Gatefold, and sections of HTML for the peers, which have no model
// of a text. P is a WordPress post of a megabyte, for Gatefold alone.

const words =
  "the pond river mill wheel tide moon stone grain miller sluice gate harbour boat bridge weir water keeps turns fills waits lifts " +
  "carries slow quiet early late broad narrow old new under over between beyond across within while until because although where when";
const vocabulary = words.split(" ");

export const sizes = {
  S: { words: 1_100, sections: 8 },
  L: { words: 60_000, sections: 200 },
  XL: { words: 600_000, sections: 2_000 },
};

/** Numbers that look like chance and are the same each time (Park and Miller's generator). @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ sides) => (state = (state * 48_271) % 2_147_483_647) % sides;
}

const capital = (/** @type {string} */ text) => text[0].toUpperCase() + text.slice(1);

/** @param {(sides: number) => number} roll @param {number} count */
function sentence(roll, count) {
  return capital(Array.from({ length: count }, () => vocabulary[roll(vocabulary.length)]).join(" ")) + ".";
}

/**
 * A paragraph as pieces: text, emphasis, text, link, text.
 * @param {(sides: number) => number} roll @param {number} count of words
 */
function paragraph(roll, count) {
  const part = Math.max(3, Math.floor(count / 4));
  return {
    text: [sentence(roll, part), sentence(roll, part), sentence(roll, part)],
    em: sentence(roll, Math.max(2, Math.floor(part / 2))),
    link: sentence(roll, Math.max(2, Math.ceil(part / 2))),
  };
}

const link = "https://example.org/mills";
const asBlock = (/** @type {ReturnType<typeof paragraph>} */ { text, em, link: words }) => [
  `${text[0]} `,
  { type: "em", text: em },
  ` ${text[1]} `,
  { type: "link", href: link, text: words },
  ` ${text[2]}`,
];
const asHtml = (/** @type {ReturnType<typeof paragraph>} */ { text, em, link: words }) =>
  `<p>${text[0]} <em>${em}</em> ${text[1]} <a href="${link}">${words}</a> ${text[2]}</p>`;

/** @param {keyof typeof sizes} name @returns {{ gatefold: object, peers: object }} */
export function article(name) {
  const { words: total, sections: count } = sizes[name];
  const roll = dice(7);
  const head = {
    title: "The mill that works twice a day",
    standfirst: "A restored tide mill grinds flour again, on a timetable set by the moon.",
    published: "2026-10-12T08:00:00Z",
    language: "en",
    image: { src: "/data/mill.svg", alt: "A mill beside a pond", width: 1200, height: 800 },
  };
  const cards = Array.from({ length: 4 }, (_, index) => ({
    title: sentence(roll, 6),
    url: `https://example.org/${index}`,
    teaser: sentence(roll, 14),
  }));
  const sections = Array.from({ length: count }, (_, index) => ({
    heading: sentence(roll, 4).slice(0, -1),
    paragraphs: Array.from({ length: 4 }, () => paragraph(roll, total / count / 4)),
    list: index % 4 === 3 ? [sentence(roll, 5), sentence(roll, 5), sentence(roll, 5)] : [],
  }));
  return {
    gatefold: {
      gatefold: 1,
      ...head,
      authors: ["Ada Fenwick"],
      sections: sections.map(({ heading, paragraphs, list }) => ({
        heading,
        blocks: [...paragraphs.map(asBlock), ...(list.length ? [{ type: "list", items: list }] : [])],
      })),
      related: { items: cards },
    },
    peers: {
      ...head,
      author: "Ada Fenwick",
      sections: sections.map(({ heading, paragraphs, list }) => ({
        heading,
        html: paragraphs.map(asHtml).join("\n") + (list.length ? `<ul>${list.map((item) => `<li>${item}</li>`).join("")}</ul>` : ""),
      })),
      related: cards,
    },
  };
}

/** A WordPress post of about so many bytes. @param {number} bytes */
export function post(bytes) {
  const roll = dice(11);
  let html = "";
  while (html.length < bytes) {
    html += `<h2 class="wp-block-heading" id="h-${html.length}">${sentence(roll, 4).slice(0, -1)}</h2>\n\n\n\n`;
    for (let count = 0; count < 4; count++) html += `${asHtml(paragraph(roll, 70))}\n\n\n\n`;
    html += `<figure class="wp-block-table"><table><tbody><tr><th>${sentence(roll, 1)}</th><td>${sentence(roll, 2)}</td></tr></tbody></table></figure>\n\n`;
    html += `<ul class="wp-block-list"><li>${sentence(roll, 6)}</li><li>${sentence(roll, 6)}</li></ul>\n\n`;
  }
  return { id: 1, link: "https://example.org/post", title: { rendered: "A long post" }, content: { rendered: html } };
}
