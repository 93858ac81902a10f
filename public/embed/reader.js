// What goes on behind an element: what it is asked for, and when that happens.
//
// 1. Every change only says what is `stale`. A burst of changes in one task is looked at once, when it is over
//    (`settle`), so moving the element within the page changes nothing.
// 2. `begin` asks for the article and, beside it, for the style and the WebAssembly; once for each `src` or article.
// 3. `mount` lets Rust build the reader. `host` is all that Rust knows of the element.
// 4. `fail` is for what Rust cannot tell because it is not there: the page shows as it was written, or a sentence.

import { announce } from "./announce.js";
import { ask as request } from "./ask.js";
import { early } from "./early.js";
import { call, failure, leave, start } from "./engine.js";
import { looks } from "./looks.js";
import { quiet } from "./quiet.js";
import { dressMore } from "./sheets.js";
import { speaker } from "./speaker.js";
import { stageIn } from "./stage.js";

/** @import { Asked } from "./ask.js" */
/** @import { Failure, Seat } from "./engine.js" */
/** One load: an article, or the request for one until Rust takes it.
 * @typedef {Partial<Asked> & { given?: unknown, start?: number, shown?: boolean }} Load */

/** @param {HTMLElement} element */
export function reader(element) {
  const shadow = element.attachShadow({ mode: "open" });
  const { look, option, dressed } = looks(element, shadow);
  const stage = stageIn(shadow, look);
  const { speak, words } = speaker(element);

  /** What the property was set to, or what was found between the tags. @type {unknown} */
  let article;
  /** The load that is under way or done. @type {Load | undefined} */
  let load;
  /** What was asked for ahead. @type {Asked & { src: string } | undefined} */
  let ahead;
  /** @type {Seat | undefined} */
  let seat;
  /** @type {IntersectionObserver | undefined} */
  let viewport;
  /** @type {Promise<any>} */
  let ready;
  /** What settles it, as long as it is not settled. @type {((value: any) => void)[] | undefined} */
  let settlers;

  let settling = false;
  /** Another article is asked for than is there. */
  let stale = true;
  /** Options have changed. */
  let changed = false;
  /** It is near the viewport, or a method was called. */
  let near = false;
  /** A first load has begun; from then on the last of `src` and `article` wins. */
  let begun = false;

  /** What `ready` said is no longer of interest. */
  const renew = () => {
    if (!settlers) ready = quiet(new Promise((...both) => (settlers = both)));
  };

  /** @param {unknown} detail @param {Failure} [error] */
  const settleReady = (detail, error) => {
    renew();
    settlers?.[error ? 1 : 0](error ? Object.assign(new Error(error.message), error) : detail);
    settlers = undefined;
  };

  const retire = () => settleReady(0, failure("aborted", element.localName, "not in the page", false));
  const schedule = () => {
    if (stale && element.isConnected) renew();
    if (!settling) queueMicrotask(settle);
    settling = true;
  };

  const outdate = () => ((stale = true), schedule());
  const approach = () => ((near = true), schedule());

  function settle() {
    settling = false;
    viewport?.disconnect();
    if (!element.isConnected) {
      clear();
      near = false;
      stale = true;
      retire();
    } else if (!(near ||= isDue())) {
      viewport ??= new IntersectionObserver(
        (entries) => {
          if (entries.some((entry) => entry.isIntersecting)) approach();
        },
        { rootMargin: "800px" },
      );
      viewport.observe(element);
    } else if (!stale) {
      if (changed) update();
    } else if (article === undefined && !option("src") && document.readyState === "loading") {
      // What will stand between the tags is still on its way.
      document.addEventListener("DOMContentLoaded", schedule, { once: true });
    } else {
      begin();
    }
  }

  const isDue = () =>
    option("loading") === "eager" ||
    !globalThis.IntersectionObserver ||
    // A fragment that names nothing in the page may name a section.
    (/^#[^/!:]/.test(location.hash) && !document.getElementById(location.hash.slice(1)));

  /** Lets go of everything of this load. */
  function clear() {
    const left = seat;
    load?.controller?.abort();
    load = seat = undefined;
    leave(left);
    stage.clear();
  }

  function begin() {
    if (!begun) article ??= element.querySelector(":scope > script[type='application/json']")?.textContent;
    begun = true;
    stale = false;
    let given = article;
    try {
      // Rust reads it as what a parser made: no symbols, no cycles, nothing that answers otherwise the next time.
      if (given != null) given = JSON.parse(typeof given === "string" ? given : JSON.stringify(given));
    } catch (cause) {
      return refuse(failure("syntax", "article", cause, false));
    }
    // To Rust an address may be the one that it had before the article.
    if (given == null && load?.given != null) clear();
    load?.controller?.abort();
    load = { given, start: performance.now() };
    if (given == null) {
      const src = option("src");
      if (!src) return refuse(failure("refused", "src", "neither `src` nor an article is given", false), "");
      Object.assign(load, ahead?.src === src ? ahead : request(src));
      ahead = undefined;
    }
    if (seat) {
      seat.ready = false;
      return update();
    }
    stage.reveal(true);
    mount(load);
    preview(load);
  }

  /** Shows the title as soon as the JSON is there. @param {Load} current */
  async function preview(current) {
    try {
      const text = await (await current.answer)?.clone().text();
      // Parsed twice, what is long or of another format would only come later.
      if (text && (text.length > 1e6 || !text.includes('"gatefold"'))) return;
      const json = text ? JSON.parse(text) : current.given;
      await dressed();
      // Scripts other than Latin, Greek and Cyrillic are set by rules of their own.
      if (/[\u0530-\u1DFF\u2E80-\uFFFF]/.test(json.title)) await dressMore(shadow, "seldom");
      if (current !== load || current.shown) return;
      const title = early(json, option("theme"), option("heading-level"));
      if (title) stage.preview(title);
    } catch {
      // Rust reads it again, and tells.
    }
  }

  /** @param {Load} current @returns {Promise<void>} */
  async function mount(current) {
    const wearing = dressed();
    const speaking = speak();
    const engine = start();
    try {
      await engine.started;
      await wearing;
      await speaking;
    } catch (error) {
      if (current === load) fail(/** @type {Failure} */ (error));
      return;
    }
    if (current !== load) return;
    // Lost meanwhile, by another element.
    if (!engine.glue) return mount(current);
    /** @type {Seat} */
    const taken = {
      engine,
      lost(error, restart) {
        if (taken !== seat) return;
        fail(error, restart ? "" : "The reader stopped.", true);
        if (restart) outdate();
      },
    };
    seat = taken;
    engine.seats.add(taken);
    changed = false;
    taken.handle = call(taken, "mount", stage.hold(), host(taken));
  }

  /** What Rust may ask and do; of an instance that is lost nothing is taken any more. @param {Seat} taken */
  const host = (taken) => ({
    element,
    option,
    answer() {
      const answer = load?.answer;
      delete load?.answer;
      return answer;
    },
    controller: () => load?.controller,
    dress: (/** @type {string} */ what) => dressMore(shadow, what),
    words,
    article: () => load?.given,
    tell: (/** @type {string} */ name, /** @type {any} */ detail, /** @type {boolean} */ cancelable) =>
      taken !== seat || tell(name, detail, cancelable),
    navigate(/** @type {string} */ src, /** @type {any} */ answer, /** @type {any} */ controller) {
      if (taken !== seat) return;
      ahead = answer && { src, answer, controller };
      element.setAttribute("src", src);
    },
    shown(/** @type {string} */ state) {
      if (taken !== seat || !load) return;
      load.shown = true;
      // The early title reads a copy, which would go on without a limit.
      if (state === "failed") load.controller?.abort();
      stage.shown(state === "failed");
      // While little is there to be dressed: after a book it would take a fifth of a second.
      if (state === "article") dressMore(shadow, "late");
    },
  });

  const update = () => {
    changed = false;
    const now = seat;
    dressed();
    speak(() => now === seat && call(seat, "update", seat?.handle));
  };

  /**
   * Tells the page; false when it prevents what would follow.
   * @param {string} name @param {any} detail @param {boolean} [cancelable]
   */
  function tell(name, detail, cancelable) {
    if (name === "error") settleReady(0, detail);
    if (name === "ready") {
      settleReady(detail);
      if (seat) seat.ready = true;
    }
    return announce(element, name, detail, cancelable, load);
  }

  /** @param {Failure} error that is the page's own @param {string} [sentence] */
  const refuse = (error, sentence) => {
    console.warn("Gatefold:", error.message);
    fail(error, sentence);
  };

  /** @param {Failure} error @param {string} [sentence] for who reads, where nothing stands between the tags */
  function fail(error, sentence = "We couldn’t load this article.", always = false) {
    clear();
    if (sentence) stage.complain(sentence, always, error.retryable && outdate);
    tell("error", error);
  }

  /**
   * What a method does, unless the element was taken out of the page.
   * @param {() => Promise<any>} act @returns {Promise<any>}
   */
  function ask(act) {
    approach();
    if (!begun || element.isConnected) return quiet(act());
    retire();
    return ready;
  }

  renew();
  return {
    schedule,
    ask,
    ready: () => ready,
    article: () => article,

    /** @param {unknown} given an article, or its JSON */
    give(given) {
      article = given ?? undefined;
      outdate();
    },

    /** @param {string} name of an attribute */
    changed(name) {
      if (name === "src") {
        if (begun) article = undefined;
        stale = true;
      }
      changed ||= name !== "loading";
      schedule();
    },

    /** Sheets stay behind in the old document. */
    moved() {
      if (load) dressed().then(() => dressMore(shadow, "late"));
    },

    reload: () =>
      ask(() => {
        if (!seat || stale) {
          if (!load) outdate();
        } else {
          renew();
          // Rust may be the one that is calling: not into it again before it is done.
          queueMicrotask(() => call(seat, "command", seat?.handle, "reload", ""));
        }
        return ready;
      }),

    /**
     * Whether there was something to do it on.
     * @param {string} name @param {string} [argument] @returns {Promise<boolean>}
     */
    command: (name, argument = "") =>
      ask(() => ready.then(() => call(seat, "command", seat?.handle, name, `${argument}`) ?? false)),
  };
}
