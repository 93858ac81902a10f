// Reads the sections of a WebAssembly module (WebAssembly, §5.5.2).

export const CUSTOM = 0;
const TYPES = 1;
const IMPORTS = 2;
export const ELEMENTS = 9;
export const CODE = 10;
export const DATA = 11;

/** Reads a module's numbers (§5.2.2). */
export class Reader {
  /** @param {Buffer} bytes @param {number} at where to begin */
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  number() {
    let value = 0;
    for (let shift = 0, byte = 0x80; byte & 0x80; shift += 7) {
      byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
    }
    return value;
  }
}

/**
 * @param {Buffer} wasm
 * @returns {Generator<{ kind: number, start: number, content: number, end: number }>} each section, from its kind on, and
 *   where its content begins
 */
export function* sections(wasm) {
  for (let start = 8, end; start < wasm.length; start = end) {
    const reader = new Reader(wasm, start + 1);
    const size = reader.number();
    end = reader.at + size;
    yield { kind: wasm[start], start, content: reader.at, end };
  }
}

const valueTypes = new Map([[0x7f, "i32"], [0x7e, "i64"], [0x7d, "f32"], [0x7c, "f64"], [0x7b, "v128"], [0x70, "funcref"], [0x6f, "externref"]]);

/**
 * @param {Buffer} wasm
 * @returns {{ module: string, name: string, kind: string, type: string }[]} what it imports (§5.5.5), the type as in its text
 *   format: `(param i32) (result i32)`, `17`, `1 funcref`, `(mut i32)`
 */
export function imports(wasm) {
  /** @type {string[]} */
  const types = [];
  const found = [];
  for (const { kind, content } of sections(wasm)) {
    const reader = new Reader(wasm, content);
    const text = () => {
      const length = reader.number();
      return wasm.toString("utf8", reader.at, (reader.at += length));
    };
    const valueType = () => valueTypes.get(wasm[reader.at++]) ?? fail("a value type");
    const list = (/** @type {string} */ word) => {
      const values = Array.from({ length: reader.number() }, valueType);
      return values.length ? `(${word} ${values.join(" ")})` : "";
    };
    const limits = () => {
      const bounded = wasm[reader.at++];
      if (bounded > 1) fail("limits that are neither shared nor of 64 bits");
      return bounded ? `${reader.number()} ${reader.number()}` : `${reader.number()}`;
    };
    if (kind === TYPES) {
      for (let left = reader.number(); left > 0; left--) {
        if (wasm[reader.at++] !== 0x60) fail("a function type");
        types.push(`${list("param")} ${list("result")}`);
      }
    } else if (kind === IMPORTS) {
      for (let left = reader.number(); left > 0; left--) {
        const [module, name, sort] = [text(), text(), wasm[reader.at++]];
        if (sort === 0) found.push({ module, name, kind: "func", type: types[reader.number()] });
        else if (sort === 1) {
          const element = valueType();
          found.push({ module, name, kind: "table", type: `${limits()} ${element}` });
        } else if (sort === 2) found.push({ module, name, kind: "memory", type: limits() });
        else if (sort === 3) {
          const value = valueType();
          found.push({ module, name, kind: "global", type: wasm[reader.at++] ? `(mut ${value})` : value });
        } else fail("a known kind of import");
      }
    }
  }
  return found;
}

/** @param {string} what @returns {never} */
function fail(what) {
  throw new Error(`sections: expected ${what}`);
}
