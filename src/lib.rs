//! Gatefold reads articles: in the browser, as an app and as the element `<gatefold-reader>`, and natively, as a library
//! that turns the JSON of a publishing system into a document without markup.
//!
//! ```
//! use gatefold::ingest::foreign::{Given, article};
//! use gatefold::model::{Base, plain_text};
//! use gatefold::sanitize::parser::Html5ever;
//!
//! let post: serde_json::Value = serde_json::from_str(
//!     r#"{
//!         "id": 812,
//!         "type": "post",
//!         "link": "https://news.example/tide-mill/",
//!         "title": { "rendered": "The mill that works twice a day" },
//!         "content": { "rendered": "<p>The pond fills.</p><h2>What the moon decides</h2><p>When it empties.</p>" }
//!     }"#,
//! )?;
//! // Relative addresses start from where the JSON came from.
//! let base = Base::at("https://news.example/wp-json/wp/v2/posts/812");
//! let read = article(&&post, &base, &Html5ever, Given::default())?;
//!
//! println!("{}", plain_text(&read.article.title));
//! for section in &read.article.sections {
//!     println!("- {} ({} blocks)", plain_text(&section.heading), section.blocks.len());
//! }
//! # assert_eq!(plain_text(&read.article.title), "The mill that works twice a day");
//! # let sections = read.article.sections.iter().map(|section| (plain_text(&section.heading), section.blocks.len()));
//! # assert!(sections.eq([(String::new(), 1), ("What the moon decides".to_owned(), 1)]));
//! # assert_eq!(read.notes, []);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! As a library, leave the command line out: `gatefold = { version = "…", default-features = false }`. What exists
//! only in a browser is not compiled natively, and no tool for WebAssembly is needed. [`ingest::Ingested::notes`] says
//! what could not be taken as it was; the article serialises (`serde`) as Article JSON.
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
//! 6. Natively, `cli` is the command line for publishers, behind the feature of that name.
//!
//! Everything up to 4 builds and tests natively.

// The app and the element are built of the same parts; what only the other one needs, the linker drops.
#![cfg_attr(target_arch = "wasm32", allow(dead_code))]

/// Whether this is the reader of an element on somebody's page, in a shadow root, and not the app.
#[cfg(target_arch = "wasm32")]
const EMBEDDED: bool = cfg!(feature = "embed");

pub mod aloud;
pub mod config;
pub mod error;
pub mod i18n;
pub mod ingest;
pub mod model;
pub mod preferences;
pub mod related;
pub mod sanitize;
pub mod share;

#[cfg(all(not(target_arch = "wasm32"), feature = "cli"))]
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
