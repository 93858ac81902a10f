// What the bench prints, and what it leaves in target/bench/: all figures as JSON, and for the README tables and a picture.

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { standing } from "./bars.mjs";

const out = fileURLToPath(new URL("../../target/bench/", import.meta.url));

const whole = (/** @type {number} */ value) => Math.round(value).toLocaleString("en");
const exact = (/** @type {number} */ digits) => (/** @type {number} */ value) => value.toFixed(digits);

/** @type {[string, string, (value: number) => string][]} */
const columns = [
  ["code", "code KiB", (value) => exact(1)(value / 1024)],
  ["fcp", "first paint", whole],
  ["title", "title", whole],
  ["text", "text", whole],
  ["rendered", "rendered", whole],
  ["lcp", "largest paint", whole],
  ["blocking", "blocking", whole],
  ["longest", "longest task", whole],
  ["busy", "main thread", whole],
  ["memory", "memory MB", (value) => whole(value / 1e6)],
  ["fold", "fold all", whole],
  ["share", "share", whole],
  ["shift", "shift", exact(3)],
];

/** @param {(number | null)[]} values */
function median(values) {
  const sorted = values.flatMap((value) => value ?? []).sort((a, b) => a - b);
  return sorted.length ? sorted[Math.floor(sorted.length / 2)] : null;
}

/** @param {(number | null)[]} values */
function spread(values) {
  const known = values.flatMap((value) => value ?? []);
  return known.length ? [Math.min(...known), Math.max(...known)] : null;
}

/**
 * @typedef {import("./bench.mjs").Figures} Figures
 * @param {{ machine: string, runs: number, results: { size: string, profile: string, app: string, runs: Figures[] }[] }} bench
 */
export function report({ machine, runs, results }) {
  const rows = results.map(({ size, profile, app, runs }) => {
    const keys = Object.keys(runs[0] ?? {});
    const of = (/** @type {string} */ key) => runs.map((figures) => figures[key] ?? null);
    return {
      size,
      profile,
      app,
      medians: Object.fromEntries(keys.map((key) => [key, median(of(key))])),
      spreads: Object.fromEntries(keys.map((key) => [key, spread(of(key))])),
    };
  });
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "results.json"), `${JSON.stringify({ machine, runs, date: new Date().toISOString(), rows, results }, null, 1)}\n`);
  console.log(`${machine}; medians of ${runs} cold loads, ms unless said otherwise`);
  for (const group of new Set(rows.map(({ size, profile }) => `${size} ${profile}`))) {
    const here = rows.filter(({ size, profile }) => `${size} ${profile}` === group);
    const base = Object.fromEntries(["floor", "react"].map((name) => [name, here.find(({ app }) => app === name)?.medians]));
    console.log(`\n| ${group} | ${columns.map(([, title]) => title).join(" | ")} | rendered ÷ floor, React |`);
    console.log(`|---|${"---:|".repeat(columns.length + 1)}`);
    for (const { app, medians } of here) {
      const cells = columns.map(([key, , format]) => (medians[key] == null ? "–" : format(medians[key])));
      const ratios = ["floor", "react"].map((name) => {
        const other = base[name]?.rendered;
        return other && medians.rendered ? (medians.rendered / other).toFixed(2) : "–";
      });
      console.log(`| ${app} | ${cells.join(" | ")} | ${ratios.join(", ")} |`);
    }
  }
  console.log(`\n${standing(rows)}`);
  writeFileSync(join(out, "tables.md"), `${tables(machine, runs, rows)}\n${standing(rows)}`);
  writeFileSync(join(out, "text.svg"), picture(rows));
}

const sizes = /** @type {Record<string, string>} */ ({ S: "1,100 words", L: "60,000 words, 200 sections", XL: "600,000 words, 2,000 sections" });
const profiles = /** @type {Record<string, string>} */ ({ none: "", slow: ", a slow processor", phone: ", a phone on a slow line" });
const apps = /** @type {Record<string, string>} */ ({
  gatefold: "**the element**", hinted: "**the element, hinted**", app: "**the app**", floor: "floor", react: "React", preact: "Preact", svelte: "Svelte",
});

/** What fits beside a bar. */
const pictured = /** @type {Record<string, string>} */ ({ ...apps, gatefold: "the element", hinted: "… hinted", app: "the app" });

/** The columns of the README, and what it calls them. @type {Record<string, string>} */
const named = {
  code: "code, KiB", text: "text on screen", rendered: "all in the page", longest: "longest task", busy: "main thread",
  memory: "memory, MB", fold: "close all", share: "share dialog",
};
const shown = columns.filter(([key]) => named[key]);

/** @param {string} machine @param {number} runs @param {import("./bars.mjs").Row[]} rows @returns {string} for the README */
function tables(machine, runs, rows) {
  const lines = [`Medians of ${runs} loads on ${machine}; milliseconds unless said otherwise.`];
  for (const group of new Set(rows.map(({ size, profile }) => `${size} ${profile}`))) {
    const [size, profile] = group.split(" ");
    lines.push("", `| ${sizes[size]}${profiles[profile]} | ${shown.map(([key]) => named[key]).join(" | ")} |`, `|---|${"---:|".repeat(shown.length)}`);
    for (const { app, medians } of rows.filter((row) => row.size === size && row.profile === profile)) {
      const cells = shown.map(([key, , format]) => (medians[key] == null ? "–" : format(Number(medians[key]))));
      lines.push(`| ${apps[app] ?? app} | ${cells.join(" | ")} |`);
    }
  }
  return `${lines.join("\n")}\n`;
}

/**
 * Bars of when the text was on the screen, for each group, as a picture that reads in light and dark.
 * @param {{ size: string, profile: string, app: string, medians: Record<string, number | null> }[]} rows
 */
function picture(rows) {
  const lines = [];
  let y = 0;
  for (const group of new Set(rows.map(({ size, profile }) => `${size} ${profile}`))) {
    const here = rows.filter(({ size, profile }) => `${size} ${profile}` === group);
    const most = Math.max(...here.map(({ medians }) => medians.text ?? 0));
    const [size, profile] = group.split(" ");
    const label = `${sizes[size]}${profiles[profile]}`;
    lines.push(`<text x="0" y="${(y += 26)}" class="head">${label}</text>`);
    for (const { app, medians } of here) {
      const value = medians.text ?? 0;
      const width = Math.round((value / most) * 420);
      y += 22;
      lines.push(
        `<text x="96" y="${y}" text-anchor="end">${pictured[app] ?? app}</text>`,
        `<rect x="108" y="${y - 12}" width="${width}" height="15" rx="2"${/gatefold|hinted|app/.test(app) ? ' class="own"' : ""}/>`,
        `<text x="${116 + width}" y="${y}">${Math.round(value).toLocaleString("en")} ms</text>`,
      );
    }
    y += 8;
  }
  const style =
    "text{font:14px system-ui,sans-serif;fill:#635a53}.head{font-weight:600;fill:#26201c}rect{fill:#c9c2ba}.own{fill:#9e2d1b}" +
    "@media(prefers-color-scheme:dark){text{fill:#afa8a0}.head{fill:#ddd8d2}rect{fill:#57504a}.own{fill:#f59c79}}";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 620 ${y + 8}" role="img"><title>Milliseconds until the text is on the screen</title><style>${style}</style>${lines.join("")}</svg>\n`;
}
