// Reads the sections of a WebAssembly module (WebAssembly, §5.5.2).

export const CUSTOM = 0;
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
