//! The same many times over: thousands of loads that fail in every way, of readers that come and go, and of readers beside
//! each other.
//!
//! 1. Each test is a promise that holds for few as for many. `make test` tries it with few, in some seconds; `make soak`
//!    with `GATEFOLD_SOAK=full`, in some minutes ([`scaled`]).
//! 2. What is left to chance follows from a number alone, `GATEFOLD_SEED` ([`seed`]); it is part of what a test prints.
//! 3. Each prints what it found as a line that begins with `soak: ` ([`figures`]), of which `make soak` makes its summary.

mod crowd;
#[path = "../it/soup/dice.rs"]
mod dice;
mod loads;
mod mounts;

use crate::browser::Engine;
use std::time::Duration;

/// How long a test may take at full size.
const LONGEST: Duration = Duration::from_secs(3600);

/// Whether the environment asks for many.
fn is_full() -> bool {
    std::env::var("GATEFOLD_SOAK").is_ok_and(|size| size == "full")
}

/// What of the two the environment asks for.
fn scaled(full: usize, short: usize) -> usize {
    if is_full() { full } else { short }
}

/// What everything left to chance follows from.
fn seed() -> u64 {
    std::env::var("GATEFOLD_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1)
}

/// A line of the summary.
fn figures(line: &str) {
    eprintln!("soak: {}: {line}", Engine::chosen().name());
}

/// 10000 → `10,000`.
fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> =
        digits.as_bytes().rchunks(3).rev().filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(",")
}

#[test]
fn large_numbers_are_written_in_groups() {
    assert_eq!([0, 999, 1000, 1_234_567].map(thousands), ["0", "999", "1,000", "1,234,567"]);
}
