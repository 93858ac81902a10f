// The bars that a release is held against, and how it stands to each: a ratio to a peer of the same run, or a figure.

/** @typedef {{ size: string, profile: string, app: string, medians: Record<string, number | null> }} Row */

/** @type {[what: string, size: string, profile: string, key: string, peer: string | null, most: number][]} */
const bars = [
  ["1,100 words on a phone: text on screen", "S", "phone", "text", "floor", 1.05],
  ["1,100 words on a phone: all in the page", "S", "phone", "rendered", "react", 0.75],
  ["1,100 words on a phone: all in the page", "S", "phone", "rendered", "preact", 1],
  ["1,100 words: all in the page", "S", "none", "rendered", "react", 0.75],
  ["60,000 words: text on screen", "L", "none", "text", "floor", 0.6],
  ["60,000 words: all in the page", "L", "none", "rendered", "floor", 1.2],
  ["600,000 words: text on screen", "XL", "none", "text", "floor", 0.25],
  ["600,000 words: all in the page", "XL", "none", "rendered", "floor", 1.3],
  ["60,000 words, a slow processor: longest task, ms", "L", "slow", "longest", null, 50],
  ["600,000 words: longest task, ms", "XL", "none", "longest", null, 50],
  ["1,100 words on a phone: blocking time, ms", "S", "phone", "blocking", null, 20],
  ["60,000 words: close all", "L", "none", "fold", "floor", 1],
  ["600,000 words: close all", "XL", "none", "fold", "floor", 0.2],
  ["1,100 words on a phone: share dialog", "S", "phone", "share", "floor", 1],
  ["1,100 words: memory", "S", "none", "memory", "floor", 1.15],
  ["60,000 words: memory", "L", "none", "memory", "floor", 1.15],
  ["600,000 words: memory", "XL", "none", "memory", "floor", 1.15],
  ["1,100 words on a phone: layout shift", "S", "phone", "shift", null, 0.02],
];

/** @param {Row[]} rows @returns {string} a table; bars whose figures are not there are left out */
export function standing(rows) {
  const figure = (/** @type {string} */ size, /** @type {string} */ profile, /** @type {string} */ key, /** @type {string} */ app) =>
    rows.find((row) => row.size === size && row.profile === profile && row.app === app)?.medians[key];
  const lines = bars.flatMap(([what, size, profile, key, peer, most]) => {
    const [own, other] = ["gatefold", peer ?? "gatefold"].map((app) => figure(size, profile, key, app));
    if (own == null || !(other || peer === null)) return [];
    const value = peer === null ? own : own / Number(other);
    const digits = key === "shift" || peer !== null ? 2 : 0;
    const [bar, is] = [most, value].map((number) => (peer === null ? "" : "× ") + number.toFixed(digits));
    return [`| ${what} | ≤ ${bar}${peer ? ` ${peer}` : ""} | ${is} | ${value <= most ? "met" : "missed"} |`];
  });
  return ["| of the element | bar | is | |", "|---|---:|---:|---|", ...lines, ""].join("\n");
}
