//! The built app in a real browser.
//!
//! [`server`] serves it and misbehaves, [`browser`] drives it, [`pages`] knows where things are, and each of the other
//! modules tells what the app does with one topic; the name of a test is the promise that it checks. `tests/README.md`
//! says how to run them and how to add one.

#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test that cannot go on says so and stops"
)]

mod browser;
mod pages;
mod server;

mod access;
mod attacks;
mod bad_feeds;
mod bad_input;
mod boot;
mod cards;
mod contained;
mod copies;
mod embed;
mod following;
mod formats;
mod gallery;
mod guide;
mod hashes;
mod kept;
mod keys;
mod languages;
mod listen;
mod long;
mod offline;
mod packages;
mod passages;
mod previews;
mod print;
mod promises;
mod refresh;
mod related;
mod render;
mod saved;
mod sections;
mod selfcheck;
mod settings;
mod share;
mod share_dialog;
mod share_more;
mod share_targets;
mod soak;
mod states;
