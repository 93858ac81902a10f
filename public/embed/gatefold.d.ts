// Types of `<gatefold-reader>`.
//
// `import "gatefold"` registers the element; `import { GatefoldReader } from "gatefold"` is its class. Both name its
// attributes to React (19) and Svelte as well.

/** Reads an article from JSON and shows it. */
export class GatefoldReader extends HTMLElement {
  /** Its version: the first one on a page stays. */
  static readonly version: string;
  /**
   * Where the reader's other files are, when they are not beside the loader: an absolute address, ending in a slash. Set
   * it before the first element needs them.
   */
  static readonly files: { base: string };

  /** Where the article's JSON is. */
  src: string;
  /** Name of the article's format, when it is not to be recognised by itself. */
  format: string;
  /** Where the fields of a house format are, as JSON: `{"title": "data.headline"}`. */
  fields: string;
  /** Language of the interface, when it is not the page's. */
  lang: string;
  /** What the interface says otherwise, by the names and with the placeholders of `src/i18n/words/en.json`: `{"ShareArticle": "Share this story"}`: JSON: texts by name. */
  messages: string;
  /** `auto`, `light`, `dark`, `sepia` or `contrast`. */
  theme: string;
  /** Which sections are open at first: `open`, `closed`, `first` or `auto`. */
  sections: string;
  /** What readers may set for themselves: `on`, `off`, or names with spaces. */
  settings: string;
  /** Whether there is a table of contents: `on` or `off`. */
  contents: string;
  /** Whether a line says how far one has read: `on` or `off`. */
  progress: string;
  /** Whether pictures can be enlarged: `on` or `off`. */
  enlarge: string;
  /** Whether single keys go about in the article; `?` lists them: `on` or `off`. */
  keys: string;
  /** Whether articles can be read aloud, where the engine has a voice for their language: `on` or `off`. */
  listen: string;
  /** Whether related articles follow: `on` or `off`. */
  related: string;
  /** Where more like an article are listed, for articles that do not say so. */
  relatedSrc: string;
  /** How many related cards are added at a time, 1–50. */
  get relatedSize(): string;
  set relatedSize(value: string | number);
  /** How related cards stand: `auto`, `list`, `grid` or `compact`. */
  relatedLayout: string;
  /** Whether more cards come by a `button`, or twice by themselves: `auto`. */
  relatedMore: string;
  /** Whether the next article is a card, `link`, or follows below: `inline`. */
  next: string;
  /** Whether sharing is offered: `on` or `off`. */
  share: string;
  /** What can be shared to, names with spaces, in this order. */
  shareTargets: string;
  /** Targets beside the usual ones, as a JSON list of `id`, `name` and `href`. */
  ownTargets: string;
  /** Query parameters that are added to shared addresses. */
  campaign: string;
  /** What a related card does: `link` or `in-place`. */
  navigate: string;
  /** Where an article is edited, with `{id}` for its id. */
  editHref: string;
  /** Level of the title, 1–6. */
  get headingLevel(): string;
  set headingLevel(value: string | number);
  /** Whether links inside the article change the page's address: `on` or `off`. */
  history: string;
  /** Seconds that a request may take, 1–300. */
  get timeout(): string;
  set timeout(value: string | number);
  /** Bytes that an article may have. */
  get maxBytes(): string;
  set maxBytes(value: string | number);
  /** Whether a copy of what was read is kept, for when it cannot be had: `on` or `off`. */
  copies: string;
  /** After how many seconds the article is asked for again; `0` for never. */
  get refresh(): string;
  set refresh(value: string | number);
  /** Whether notes on what could not be shown are listed: `on` or `off`. */
  diagnostics: string;
  /** Whether each event is a line in the console: `on` or `off`. */
  debug: string;
  /** `lazy` waits until the element comes near the viewport; `eager` does not. */
  loading: string;

  /** The article itself, or its JSON. Of `article` and `src` the one that was set last counts. */
  get article(): ArticleJson | object | string | undefined;
  set article(article: ArticleJson | object | string | null | undefined);

  /** Settles with the article that is asked for now: when it is complete, or with why there is none. */
  readonly ready: Promise<ReadyDetail>;

  /** Shows this article. Settles as `ready` does. */
  load(article: ArticleJson | object | string): Promise<ReadyDetail>;
  /** Asks for the same article again. Settles as `ready` does. */
  reload(): Promise<ReadyDetail>;
  /** Opens every section. */
  expandAll(): Promise<boolean>;
  /** Closes every section. */
  collapseAll(): Promise<boolean>;
  /** Opens the section of that id, and goes there; false when there is none. */
  scrollToSection(id: string): Promise<boolean>;
  /** Opens the share dialog, about a section or the whole article; false when there is nothing to share. */
  openShare(section?: string): Promise<boolean>;
}

/** The article is complete. */
export interface ReadyDetail {
  title: string;
  /** Its canonical address. */
  url?: string;
  /** Where its JSON came from. */
  src: string;
  /** How many sections it has. */
  sections: number;
  /** How long it takes to read. */
  minutes: number;
  /** What could not be shown as it was written. */
  notes: { path: string; fate: "dropped" | "downgraded" | "unresolved"; reason: string }[];
  /** When it came, in ISO 8601, if it is a copy of an earlier visit because it could not be had. */
  kept?: string;
}

/** There is no article, or no newer one. The errors that promises fail with have the same fields. */
export interface ErrorDetail {
  /**
   * Stays the same in every version: `network`, `timeout`, `http-404` (any status), `html`, `empty`, `syntax`,
   * `too-large`, `format`, `refused`, `aborted`; `engine-blocked`, `engine-missing`, `engine-failed` where the reader
   * itself could not be loaded; `crashed`.
   */
  code: string;
  message: string;
  /** What it is about: an address, mostly. */
  object: string;
  cause: string;
  /** Whether the very same may succeed a moment later. */
  retryable: boolean;
  /** Whether the browser believed that it was connected, where that matters. */
  online?: boolean;
}

/** The text was scrolled. */
export interface ProgressDetail {
  /** How much of it was read, 0–1. */
  fraction: number;
}

/** A section was opened or closed. */
export interface SectionDetail {
  id: string;
  open: boolean;
}

/** A newer version of the article is shown. How many of its blocks are new, others, gone. */
export interface UpdateDetail {
  added: number;
  changed: number;
  removed: number;
}

/** A target to share to was chosen. */
export interface ShareDetail {
  target: string;
  title: string;
  url: string;
}

/** The list of related articles changed. */
export interface RelatedDetail {
  /** How many cards there are. */
  shown: number;
  phase: "more" | "loading" | "failed" | "end";
}

/** A related article was chosen, or one that stands inline came into view. */
export interface NavigateDetail {
  /** Its page. */
  url?: string;
  /** Its JSON. */
  src?: string;
  title: string;
  /** Nothing was chosen: it is one of those that follow below, and has come into view. */
  inline: boolean;
}

/** A string, or a list of strings and inline objects. */
export type TextJson = string | (string | { type: string; text?: TextJson; [field: string]: unknown })[];

/** Article JSON, version 1, as far as most articles need it; `article-1.json` is the whole schema. */
export interface ArticleJson {
  gatefold: 1;
  id?: string;
  url?: string;
  language?: string;
  direction?: "ltr" | "rtl";
  kicker?: string;
  title?: TextJson;
  standfirst?: TextJson;
  authors?: (string | { name: string; url?: string })[];
  source?: string;
  published?: string;
  updated?: string;
  tags?: string[];
  image?: { src: string; alt?: string; width?: number; height?: number; [field: string]: unknown };
  sections?: { heading?: TextJson; level?: number; id?: string; blocks?: BlockJson[]; [field: string]: unknown }[];
  footnotes?: { id: string; text?: TextJson; blocks?: BlockJson[] }[];
  related?: { title?: string; items?: object[]; src?: string };
  edit?: string;
  [field: string]: unknown;
}

/** A paragraph, or any other block. */
export type BlockJson = TextJson | { type: string; [field: string]: unknown };

/** The element's attributes as they are written in markup. */
export interface GatefoldReaderAttributes {
  src?: string;
  format?: string;
  fields?: string;
  lang?: string;
  messages?: string;
  theme?: "auto" | "light" | "dark" | "sepia" | "contrast";
  sections?: "open" | "closed" | "first" | "auto";
  settings?: string;
  contents?: "on" | "off";
  progress?: "on" | "off";
  enlarge?: "on" | "off";
  keys?: "on" | "off";
  listen?: "on" | "off";
  related?: "on" | "off";
  "related-src"?: string;
  "related-size"?: number | string;
  "related-layout"?: "auto" | "list" | "grid" | "compact";
  "related-more"?: "button" | "auto";
  next?: "link" | "inline";
  share?: "on" | "off";
  "share-targets"?: string;
  "own-targets"?: string;
  campaign?: string;
  navigate?: "link" | "in-place";
  "edit-href"?: string;
  "heading-level"?: 1 | 2 | 3 | 4 | 5 | 6 | "1" | "2" | "3" | "4" | "5" | "6";
  history?: "on" | "off";
  timeout?: number | string;
  "max-bytes"?: number | string;
  copies?: "on" | "off";
  refresh?: number | string;
  diagnostics?: "on" | "off";
  debug?: "on" | "off";
  loading?: "lazy" | "eager";
}

/** What JSX and Svelte may write beside what every element has: attributes, properties that have other names, listeners. */
export interface GatefoldReaderProps extends GatefoldReaderAttributes {
  article?: ArticleJson | object | string | null;
  relatedSrc?: string;
  relatedSize?: number | string;
  relatedLayout?: string;
  relatedMore?: string;
  shareTargets?: string;
  ownTargets?: string;
  editHref?: string;
  headingLevel?: number | string;
  maxBytes?: number | string;

  "ongatefold-ready"?: (event: CustomEvent<ReadyDetail>) => void;
  "ongatefold-error"?: (event: CustomEvent<ErrorDetail>) => void;
  "ongatefold-progress"?: (event: CustomEvent<ProgressDetail>) => void;
  "ongatefold-section"?: (event: CustomEvent<SectionDetail>) => void;
  "ongatefold-update"?: (event: CustomEvent<UpdateDetail>) => void;
  "ongatefold-share"?: (event: CustomEvent<ShareDetail>) => void;
  "ongatefold-related"?: (event: CustomEvent<RelatedDetail>) => void;
  "ongatefold-navigate"?: (event: CustomEvent<NavigateDetail>) => void;
}

declare global {
  interface HTMLElementTagNameMap {
    "gatefold-reader": GatefoldReader;
  }

  // They bubble, so any element may hear them, and so may the document and the window.
  interface GlobalEventHandlersEventMap {
    "gatefold-ready": CustomEvent<ReadyDetail>;
    "gatefold-error": CustomEvent<ErrorDetail>;
    "gatefold-progress": CustomEvent<ProgressDetail>;
    "gatefold-section": CustomEvent<SectionDetail>;
    "gatefold-update": CustomEvent<UpdateDetail>;
    /** Cancelable: the target is not opened then. */
    "gatefold-share": CustomEvent<ShareDetail>;
    /** Cancelable before more is loaded, in the phase `loading`: nothing is fetched then. */
    "gatefold-related": CustomEvent<RelatedDetail>;
    /** Cancelable where a card was chosen: the page goes there itself then. */
    "gatefold-navigate": CustomEvent<NavigateDetail>;
  }

  namespace svelteHTML {
    interface IntrinsicElements {
      // @ts-ignore Where Svelte is not installed, nobody asks.
      "gatefold-reader": Omit<import("svelte/elements").HTMLAttributes<GatefoldReader>, keyof GatefoldReaderProps> &
        GatefoldReaderProps;
    }
  }
}

// @ts-ignore Only where React's types are installed is there something to add to.
declare module "react" {
  namespace JSX {
    interface IntrinsicElements {
      // @ts-ignore
      "gatefold-reader": ClassAttributes<GatefoldReader> &
        // @ts-ignore
        Omit<HTMLAttributes<GatefoldReader>, keyof GatefoldReaderProps> &
        GatefoldReaderProps;
    }
  }
}
