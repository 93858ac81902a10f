// The tables at the end of the npm package's README, from custom-elements.json.

/**
 * As custom-elements.json has them.
 * @typedef {{ name: string, description: string, default?: string, type?: { text: string }, static?: boolean }} Entry
 * @typedef {Entry & { kind: string, attribute?: string, parameters?: { name: string, optional?: boolean }[] }} Member
 * @typedef {{ attributes: Entry[], members: Member[], events: Entry[], slots: Entry[], cssParts: Entry[],
 *   cssProperties: Entry[] }} Declaration
 */

/** @param {string} text @returns {string} */
const code = (text) => (text ? `\`${text}\`` : "");

/** @param {string} title @param {string[]} head @param {string[][]} rows @returns {string} */
function table(title, head, rows) {
  // A bar would end the cell, in code too.
  const line = (/** @type {string[]} */ cells) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
  return `## ${title}\n\n${line(head)}${line(head.map(() => "---"))}${rows.map(line).join("")}`;
}

/**
 * @param {{ modules: { declarations: Declaration[] }[] }} manifest custom-elements.json
 * @returns {string} Markdown
 */
export function reference(manifest) {
  const { attributes, members, events, slots, cssParts, cssProperties } = manifest.modules[0].declarations[0];
  /** @param {Member} member @returns {string} how it is written */
  const written = ({ kind, name, static: of, parameters = [] }) => {
    const inner = parameters.map(({ name, optional }) => (optional ? `${name}?` : name)).join(", ");
    return `${of ? "GatefoldReader." : ""}${name}${kind === "method" ? `(${inner})` : ""}`;
  };
  const described = (/** @type {Entry} */ { name, description }) => [code(name), description];
  return [
    table(
      "Attributes",
      ["attribute", "default", "meaning"],
      attributes.map(({ name, default: text = "", description }) => [code(name), code(text.replaceAll('"', "")), description]),
    ),
    table(
      "Properties and methods",
      ["property, method", "what it does"],
      members.filter(({ attribute }) => !attribute).map((member) => [code(written(member)), member.description]),
    ),
    table(
      "Events",
      ["event", "type", "when"],
      events.map(({ name, type, description }) => [code(name), code(type?.text ?? ""), description]),
    ),
    table("Slots", ["slot", "where it shows"], slots.map(({ name, description }) => [code(name) || "none", description])),
    table("Parts", ["part", "what it is"], cssParts.map(described)),
    table(
      "Custom properties",
      ["property", "default", "what it sets"],
      cssProperties.map(({ name, default: text = "", description }) => [code(name), code(text), description]),
    ),
  ].join("\n");
}
