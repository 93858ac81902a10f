// The files that belong to the loader. The build puts their names in the place of the marks.

export const VERSION = "%VERSION%";
export const GLUE = "%GLUE%";
export const WASM = "%WASM%";
export const STYLE = "%STYLE%";
/** What is seldom met: blocks that few articles have, scripts other than Latin. */
export const SELDOM = "%SELDOM%";
/** What readers choose for themselves. */
export const CHOICES = "%CHOICES%";
/** What nothing needs at first: cards, sharing, paper. */
export const LATE = "%PRINT%";

/** Where they are: beside the loader, unless the page has moved them. */
export const files = { base: import.meta.url };

/** @param {string} name @returns {string} its address */
export const at = (name) => new URL(name, files.base).href;
