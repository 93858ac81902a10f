//! The browser behind small functions.
//!
//! What the modules above need from the browser they ask for here, so that a reader of the code sees every way in which
//! Gatefold touches the page; of `web_sys` they name types at most. Whoever registers, releases: listeners, observers and timers
//! are guards that let go when they are dropped.

pub(crate) mod clock;
pub(crate) mod copies;
pub(crate) mod dialog;
pub(crate) mod dom;
pub(crate) mod draw;
pub(crate) mod fetch;
pub(crate) mod head;
pub(crate) mod highlight;
pub(crate) mod html;
pub(crate) mod intl;
pub(crate) mod json;
pub(crate) mod listen;
pub(crate) mod page;
pub(crate) mod part;
pub(crate) mod place;
mod policy;
pub(crate) mod popover;
pub(crate) mod share;
pub(crate) mod speech;
pub(crate) mod storage;
pub(crate) mod words;
