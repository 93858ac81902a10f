// The WebAssembly, which all elements of the page share.
//
// 1. `start` fetches it and its glue, in parallel, and checks what the server sends.
// 2. `call` calls into it. After a panic nothing in it can be relied on, so whatever is thrown, the instance is lost:
//    then each of its elements is told, and takes its part of the page back without asking it.
// 3. A panic outside a call, in a listener or a promise of the instance, is heard by the page's two listeners.
// 4. The next `start` makes a fresh instance: to the browser, the same glue with another fragment is another module.

import { GLUE, WASM, at } from "./files.js";
import { quiet } from "./quiet.js";

/**
 * The glue: what src/embed.rs exports.
 * @typedef {object} Glue
 * @property {(input: { readonly module_or_path: Promise<Response> }) => Promise<unknown>} default
 * @property {(root: HTMLElement, host: object) => number} mount
 * @property {(handle: number) => void} update
 * @property {(handle: number, name: string, argument: string) => boolean} command
 * @property {(handle: number) => void} unmount
 */

/**
 * One instance.
 * @typedef {object} Engine
 * @property {string} script the address of its glue, as stacks have it
 * @property {Set<Seat>} seats
 * @property {Promise<Glue>} started fails with a `Failure`
 * @property {Glue} [glue] once it is started, unless it is lost
 */

/**
 * What an element holds of an instance.
 * @typedef {object} Seat
 * @property {Engine} engine
 * @property {number} [handle] of its reader
 * @property {(error: Failure, restart: boolean) => void} lost
 * @property {boolean} [ready] its article was complete
 */

/**
 * What `gatefold-error` tells.
 * @typedef {{ code: string, message: string, object: string, cause: string, retryable: boolean }} Failure
 */

/** At most so many automatic restarts in so many milliseconds. */
const RESTARTS = 2;
const MINUTE = 60_000;

/** @type {Engine | undefined} */
let current;
let launched = 0;
let restarts = 0;

/** @param {string} code @param {string} object @param {any} cause @returns {Failure} */
export function failure(code, object, cause, retryable = true) {
  cause = cause?.message ?? `${cause}`;
  return { code, message: `${object}: ${cause}`, object, cause, retryable };
}

/** @returns {Engine} the instance of this page, on its way or there */
export function start() {
  if (current) return current;
  if (!launched) {
    addEventListener("error", heard);
    addEventListener("unhandledrejection", heard);
  }
  const script = at(GLUE) + (launched ? `#${launched}` : "");
  launched++;
  const engine = (current = /** @type {Engine} */ ({ script, seats: new Set() }));
  engine.started = launch(engine);
  engine.started.then(
    (glue) => (engine.glue = glue),
    (error) => {
      if (engine === current) current = undefined;
      console.error("Gatefold:", error.message);
    },
  );
  return engine;
}

/** @param {Engine} engine @returns {Promise<Glue>} */
async function launch(engine) {
  const { script } = engine;
  const start = performance.now();
  try {
    // Whether there is WebAssembly, and whether the policy allows it, is better known before than after the download.
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0));
  } catch (cause) {
    throw failure("engine-blocked", "WebAssembly", cause, false);
  }
  // Both are on their way at once.
  const answer = quiet(wasm(at(WASM)));
  try {
    const glue = await import(script).catch((cause) => explain(script, cause));
    await glue.default({
      get module_or_path() {
        // WebKit tells no fragments.
        if (!new Error().stack?.includes(script)) engine.script = at(GLUE);
        return answer;
      },
    });
    performance.measure?.("gatefold-start", { start });
    return glue;
  } catch (cause) {
    throw cause instanceof Error ? failure("engine-failed", at(WASM), cause) : cause;
  }
}

/** @param {string} address @returns {Promise<Response>} the WebAssembly, such that it compiles while it arrives */
async function wasm(address) {
  const type = "application/wasm";
  const { reply, wrong } = await get(address, type);
  if (!wrong) return reply;
  console.warn(`Gatefold: ${address}: ${wrong}`);
  return new Response(reply.body, { headers: { "content-type": type } });
}

/**
 * Says why a module was not imported: browsers do not say that they dislike its type.
 * @param {string} address @param {unknown} cause what they do say
 */
async function explain(address, cause) {
  const { wrong } = await get(address, "javascript");
  throw wrong ? failure("engine-missing", address, wrong) : cause;
}

/** @param {string} address @param {string} needed */
async function get(address, needed) {
  const reply = await fetch(address).catch((cause) => Promise.reject(failure("engine-missing", address, cause)));
  if (!reply.ok) throw failure("engine-missing", address, reply.status);
  const type = reply.headers.get("content-type");
  return { reply, wrong: type?.includes(needed) ? "" : `sent as ${type}, needed as ${needed}` };
}

/**
 * Calls into an instance.
 * @param {Seat | undefined} seat @param {keyof Glue} name @param {any[]} input
 * @returns {any} nothing when the instance is lost
 */
export function call(seat, name, ...input) {
  const glue = /** @type {any} */ (seat?.engine.glue);
  try {
    return glue?.[name](...input);
  } catch (cause) {
    console.error("Gatefold:", cause);
    if (seat) lose(seat.engine, cause, seat);
  }
}

/** Gives back what an element has of an instance. @param {Seat | undefined} seat */
export function leave(seat) {
  call(seat, "unmount", seat?.handle);
  seat?.engine.seats.delete(seat);
}

/** @param {ErrorEvent | PromiseRejectionEvent} event that nobody caught an error: does it come out of the instance? */
function heard(event) {
  const error = "reason" in event ? event.reason : event.error;
  if (!(error instanceof WebAssembly.RuntimeError)) return;
  // Only the glue tells one instance from another, and a long stack loses it: then it is the one that is in use.
  const names = (/** @type {string} */ address) => error.stack?.includes(address);
  if (current && (names(`${current.script}:`) || (names(at(WASM)) && !names(at(GLUE))))) lose(current, error);
}

/** @param {Engine} engine @param {unknown} cause @param {Seat} [culprit] in whose call it was, when that is known */
function lose(engine, cause, culprit) {
  if (engine === current) current = undefined;
  engine.glue = undefined;
  const seats = [...engine.seats];
  // One that was not complete may well have been the culprit.
  const innocent = restarts < RESTARTS ? seats.filter((seat) => seat.ready && seat !== culprit && seats[1]) : [];
  if (innocent[0]) {
    restarts++;
    setTimeout(() => restarts--, MINUTE);
  }
  const error = failure("crashed", "Gatefold", cause);
  for (const seat of seats) seat.lost(error, innocent.includes(seat));
}
