//! The browser behind small functions.
//!
//! Nothing above this module names `web_sys`; what it needs from the browser it asks for here, so that a reader of the
//! code sees every way in which Gatefold touches the page. Whoever registers, releases: listeners, observers and timers
//! are guards that let go when they are dropped.

pub(crate) mod clock;
pub(crate) mod dialog;
pub(crate) mod dom;
pub(crate) mod fetch;
pub(crate) mod head;
pub(crate) mod intl;
pub(crate) mod json;
pub(crate) mod listen;
pub(crate) mod page;
pub(crate) mod place;
pub(crate) mod share;
pub(crate) mod storage;
