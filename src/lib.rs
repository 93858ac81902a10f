//! Gatefold reads articles in the browser.
//!
//! The flow, left to right, and the modules in reading order:
//!
//! ```text
//! attribute / route ─► config ─► state ─► platform::fetch ─► ingest ─► Article ─► render, components ─► DOM
//!                                  ▲                                                  │
//!                                  └─────────── commands (share, next, toggle) ◄──────┘
//! ```
//!
//! 1. [`config`] reads every option once; [`error`] is what can go wrong.
//! 2. [`model`] is the document: no markup, script or unchecked address can be represented in it.
//! 3. [`ingest`] turns JSON into that model, with notes on what was lost.
//! 4. [`related`], [`share`] and [`i18n`] decide what to show next, where to share and in which words.
//! 5. In a browser, `platform` is the browser behind small functions, `render` builds the document node by node,
//!    `components` are the interactive views, and `app` is the standalone application.
//!
//! 6. Natively, `cli` is the command line for publishers.
//!
//! Everything up to 4 builds and tests natively.

// The app and the element are built of the same parts; what only the other one needs, the linker drops.
#![cfg_attr(target_arch = "wasm32", allow(dead_code))]

/// Whether this is the reader of an element on somebody's page, in a shadow root, and not the app.
#[cfg(target_arch = "wasm32")]
const EMBEDDED: bool = cfg!(feature = "embed");

pub mod config;
pub mod error;
pub mod i18n;
pub mod ingest;
pub mod model;
pub mod related;
pub mod sanitize;
pub mod share;

#[cfg(not(target_arch = "wasm32"))]
pub mod cli;

#[cfg(all(target_arch = "wasm32", not(feature = "embed")))]
pub mod app;
#[cfg(target_arch = "wasm32")]
mod components;
#[cfg(all(target_arch = "wasm32", feature = "embed"))]
pub mod embed;
#[cfg(target_arch = "wasm32")]
mod platform;
#[cfg(target_arch = "wasm32")]
mod render;
#[cfg(target_arch = "wasm32")]
mod state;
