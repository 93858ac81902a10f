// The WebAssembly, which all elements of the page share.
//
// 1. `start` fetches it and its glue, in parallel, and checks what the server sends.
// 2. Each element has a `Seat`, through which it calls. After a panic nothing in it can be relied on, so whatever is thrown, the instance is lost:
//    then each of its elements is told, and takes its part of the page back without asking it.
// 3. A panic outside a call, in a listener or a promise of the instance, is heard by the page's two listeners.
// 4. The next `start` makes a fresh instance: to the browser, the same glue with another fragment is another module.

import { GLUE, WASM, at } from "./files.js";
import { quiet } from "./later.js";

/**
 * The glue: what src/embed.rs exports.
 * @typedef {object} Glue
 * @property {(input: { module_or_path: Promise<Response> }) => Promise<unknown>} default
 * @property {(root: HTMLElement, host: object) => number} mount
 * @property {(handle: number) => void} update
 * @property {(handle: number, name: string, argument: string) => boolean} command
 * @property {(handle: number) => void} unmount
 */

/**
 * What `gatefold-error` tells.
 * @typedef {{ code: string, message: string, object: string, cause: string, retryable: boolean, online: boolean }} Failure
 */

/** The smallest module there is: magic number and version. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** At most so many automatic restarts in so many milliseconds. */
const RESTARTS = 2;
const MINUTE = 60_000;

/** @type {Engine | undefined} */
let current;
let launched = 0;
/** @type {number[]} */
let restarts = [];

/** @param {string} code @param {string} object @param {unknown} cause @returns {Failure} */
export function failure(code, object, cause, retryable = true) {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return { code, message: `${object}: ${reason}`, object, cause: reason, retryable, online: navigator.onLine };
}

/** What an element holds of an instance. */
export class Seat {
  handle = -1;
  /** Its article was complete. */
  ready = false;
  /** The `src` that Rust was told last. @type {string | undefined} */
  src;
  /** Rust was given an article besides. */
  inline = false;

  /** @param {Engine} engine @param {(error: Failure, restart: boolean) => void} lost */
  constructor(engine, lost) {
    this.engine = engine;
    this.lost = lost;
  }

  /**
   * @template T
   * @param {(glue: Glue, handle: number) => T} act
   * @returns {T | undefined} nothing when the instance is lost
   */
  call(act) {
    const { engine } = this;
    if (engine.lost || !engine.glue) return;
    try {
      return act(engine.glue, this.handle);
    } catch (cause) {
      console.error("Gatefold:", cause);
      engine.lose(cause, this);
    }
  }

  /** Gives it back. */
  leave() {
    this.call((glue, handle) => glue.unmount(handle));
    this.engine.seats.delete(this);
  }
}

/** One instance. */
class Engine {
  /** @type {Set<Seat>} */
  seats = new Set();
  lost = false;
  /** @type {Glue | undefined} */
  glue;

  /** @param {number} number of it, from 0 */
  constructor(number) {
    this.script = at(GLUE) + (number ? `#${number}` : "");
    // No browser has the fragment of a WebAssembly in its stacks, but the query.
    this.binary = at(WASM) + (number ? `?${number}` : "");
    /** Fails with a `Failure`. */
    this.started = quiet(
      this.#start().catch((error) => {
        if (current === this) current = undefined;
        const told = error instanceof Error ? failure("engine-failed", this.binary, error) : error;
        console.error("Gatefold:", told.message);
        throw told;
      }),
    );
  }

  async #start() {
    try {
      // Whether there is WebAssembly and the policy allows it, is better known before than after the download.
      new WebAssembly.Module(EMPTY);
    } catch (cause) {
      throw failure("engine-blocked", "WebAssembly", cause, false);
    }
    // Both are on their way at once.
    const binary = quiet(fetchBinary(this.binary));
    this.glue = await importGlue(this.script);
    await this.glue.default({ module_or_path: binary });
  }

  /** @param {(error: Failure, restart: boolean) => void} lost is told when the instance is @returns {Seat} */
  seat(lost) {
    const seat = new Seat(this, lost);
    this.seats.add(seat);
    return seat;
  }

  /** @param {unknown} cause @param {Seat} [culprit] in whose call it was, when that is known */
  lose(cause, culprit) {
    if (this.lost) return;
    this.lost = true;
    if (current === this) current = undefined;
    const seats = [...this.seats];
    // One that was not complete may well have been the culprit.
    const innocent = seats.filter((seat) => seat.ready && seat !== culprit && seats[1]);
    const now = performance.now();
    restarts = restarts.filter((time) => now - time < MINUTE);
    const again = restarts.length < RESTARTS;
    if (again && innocent[0]) restarts.push(now);
    const error = failure("crashed", "Gatefold", cause);
    for (const seat of seats) seat.lost(error, again && innocent.includes(seat));
  }
}

/** @returns {Engine} the instance of this page, on its way or there */
export function start() {
  if (!launched) {
    addEventListener("error", ({ error }) => heard(error));
    addEventListener("unhandledrejection", ({ reason }) => heard(reason));
  }
  return (current ??= new Engine(launched++));
}

/** @param {any} error that nobody caught: does it come out of the instance? */
function heard(error) {
  const fatal = error instanceof WebAssembly.RuntimeError || /recursion|call stack/.test(error?.message);
  // An address ends at the position, or it is that of another instance.
  const names = (/** @type {string} */ address) => String(error.stack).includes(`${address}:`);
  if (current && fatal && (names(current.script) || names(current.binary))) current.lose(error);
}

/** @param {string} address @returns {Promise<Response>} as the browser wants it */
async function fetchBinary(address) {
  const reply = await fetch(address).catch((cause) => Promise.reject(failure("engine-missing", address, cause)));
  if (!reply.ok) throw failure("engine-missing", address, `status ${reply.status}`);
  const type = reply.headers.get("content-type");
  if (type === "application/wasm") return reply;
  const cause = wrong(type, "application/wasm");
  if (/html/.test(`${type}`)) throw failure("engine-missing", address, cause);
  console.warn(`Gatefold: ${address}: ${cause}`);
  return new Response(reply.body, { headers: { "content-type": "application/wasm" } });
}

/** @param {string} address @returns {Promise<Glue>} */
async function importGlue(address) {
  try {
    return await import(address);
  } catch (cause) {
    // The browser does not say to scripts what it did not like.
    const reply = await fetch(address).catch(() => undefined);
    const type = reply?.headers.get("content-type");
    if (!reply?.ok) throw failure("engine-missing", address, reply ? `status ${reply.status}` : cause);
    if (!/javascript/.test(`${type}`)) throw failure("engine-missing", address, wrong(type, "text/javascript"));
    throw failure("engine-failed", address, cause);
  }
}

/** @param {string | null | undefined} type @param {string} needed */
const wrong = (type, needed) => `sent as ${type || "nothing"}, must be sent as ${needed}`;
