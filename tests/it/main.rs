//! What holds for the repository as a whole: tests that run natively and need no browser.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]

mod attacks;
mod bad_input;
mod cli;
mod contrast;
mod documents;
mod fixtures;
mod manifest;
mod messages;
mod offline;
mod replay;
mod schema;
mod servers;
mod soak;
mod soup;
mod specimen;
mod supply;
mod tidy;
mod whole;
