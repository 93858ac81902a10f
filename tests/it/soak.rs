//! Generated documents by the million: each is read and outlined, none stops the reading, and none loses its text.
//!
//! 1. [`generated`] makes sound documents: of every format, and of Article JSON with blocks in blocks and headings at all
//!    levels. Every word in one is told apart by its ending.
//! 2. [`kept`] reads one and looks for its words in the article; [`sound`] looks at the outline of that.
//! 3. Every tenth document is a spoilt one (`soup`), of which nothing is asked but that it is read or refused.
//!
//! `GATEFOLD_SOAK=full` reads a million, in all threads that there are; in short it is 2,000. A document follows from
//! `GATEFOLD_SEED` and its number alone, which a failure names.

mod generated;

use crate::soup::dice::Dice;
use crate::soup::{fixtures, spoil};
use gatefold::ingest::Ingested;
use gatefold::ingest::foreign::{self, Given};
use gatefold::ingest::format::Format;
use gatefold::model::outline::outline;
use gatefold::model::{Article, Base, plain_text};
use gatefold::sanitize::parser::Html5ever;
use serde_json::Value;
use std::collections::HashSet;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;
use std::{env, thread};

const SHORT: u64 = 2_000;
const FULL: u64 = 1_000_000;

/// How many documents a thread takes at once.
const SHEAF: u64 = 500;

/// The stack of a thread that makes, reads and drops documents: what makes and drops them knows no limit of depth. How deep
/// a reading goes is measured in `soup`.
const LARGE_STACK: usize = 256 << 20;

/// What came of some documents.
#[derive(Default)]
struct Tally {
    words: u64,
    headings: u64,
    spoilt: u64,
    refused: u64,
    failures: Vec<String>,
}

impl Tally {
    fn add(&mut self, other: Self) {
        self.words += other.words;
        self.headings += other.headings;
        self.spoilt += other.spoilt;
        self.refused += other.refused;
        self.failures.extend(other.failures);
    }
}

fn read(document: &Value, format: Option<Format>) -> Result<Ingested, String> {
    let base = Base::at("https://news.example/api/article.json");
    let given = Given { format, ..Given::default() };
    foreign::article(&document, &base, &Html5ever, given).map_err(|error| error.cause)
}

/// What is wrong with the outline of an article.
fn sound(article: &Article) -> Result<u64, String> {
    let outline = outline(article);
    let mut names = HashSet::new();
    for (at, entry) in outline.entries.iter().enumerate() {
        let Range { start, end } = entry.sections.clone();
        let heading = plain_text(&article.sections.get(start).ok_or("no such section")?.heading);
        if end > article.sections.len() || entry.end <= at || entry.end > outline.entries.len() {
            return Err(format!("`{heading}` ends nowhere: {entry:?}"));
        }
        if !names.insert(entry.slug.as_str()) || entry.slug.is_empty() {
            return Err(format!("`{heading}` has no name of its own: {}", entry.slug));
        }
        let parent = entry.parent.map(|parent| &outline.entries[parent]);
        let nests =
            parent.map_or(entry.level >= 2, |parent| entry.level == parent.level + 1 && parent.end >= entry.end);
        if !nests || entry.level > 6 || entry.parent.is_some_and(|parent| parent >= at) {
            return Err(format!("`{heading}` does not nest: {entry:?}"));
        }
        if outline.find(article, &entry.slug).is_none() {
            return Err(format!("`{heading}` is not found by its name {}", entry.slug));
        }
    }
    Ok(outline.entries.len() as u64)
}

/// Reads a sound document; how many words and headings it has.
fn kept(dice: &mut Dice) -> Result<(u64, u64), String> {
    let made = generated::document(dice);
    let told = |what: String| format!("{what} of {}", made.json);
    let ingested = read(&made.json, made.given).map_err(told)?;
    let text = serde_json::to_string(&ingested.article).map_err(|error| error.to_string())?;
    let lost = generated::missing(&text, made.words);
    if !lost.is_empty() {
        return Err(told(format!("lost the words {lost:?}")));
    }
    Ok((made.words as u64, sound(&ingested.article).map_err(told)?))
}

/// Reads a spoilt document; whether there is an article in it.
fn survived(sources: &[(Option<Format>, Value)], dice: &mut Dice) -> Result<bool, String> {
    let (format, source) = dice.one_of(sources);
    let (_, other) = dice.one_of(sources);
    let mut document = source.clone();
    let deeds = spoil::spoil(&mut document, other, dice);
    let Ok(ingested) = read(&document, *format) else { return Ok(false) };
    sound(&ingested.article).map(|_| true).map_err(|what| format!("{what}, {}", deeds.join(", ")))
}

/// Reads the documents of these numbers.
fn read_all(numbers: Range<u64>, seed: u64, sources: &[(Option<Format>, Value)]) -> Tally {
    let mut tally = Tally::default();
    for number in numbers {
        let mut dice = Dice::new(seed.wrapping_mul(FULL).wrapping_add(number));
        let is_spoilt = number % 10 == 9;
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            if is_spoilt {
                let article = survived(sources, &mut dice)?;
                return Ok(Tally { spoilt: 1, refused: u64::from(!article), ..Tally::default() });
            }
            kept(&mut dice).map(|(words, headings)| Tally { words, headings, ..Tally::default() })
        }));
        match outcome {
            Ok(Ok(one)) => tally.add(one),
            Ok(Err(wrong)) => tally.failures.push(format!("document {number}: {wrong}")),
            Err(_) => tally.failures.push(format!("document {number}: a panic")),
        }
    }
    tally
}

fn thousands(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<&str> = digits.as_bytes().rchunks(3).rev().filter_map(|group| str::from_utf8(group).ok()).collect();
    groups.join(",")
}

#[test]
#[allow(clippy::print_stderr, reason = "the figures are what it is run for")]
fn generated_documents_by_the_million_keep_their_text_and_stop_nothing() {
    let is_full = env::var("GATEFOLD_SOAK").is_ok_and(|size| size == "full");
    let count = if is_full { FULL } else { SHORT };
    let seed = env::var("GATEFOLD_SEED").ok().and_then(|seed| seed.parse().ok()).unwrap_or(1);
    let (sources, next, begun) = (fixtures(), AtomicU64::new(0), Instant::now());
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let mut tally = Tally::default();
    thread::scope(|scope| {
        let work = || {
            let mut tally = Tally::default();
            loop {
                let first = next.fetch_add(SHEAF, Ordering::Relaxed);
                if first >= count || !tally.failures.is_empty() {
                    return tally;
                }
                tally.add(read_all(first..count.min(first + SHEAF), seed, &sources));
            }
        };
        let spawn = |_| thread::Builder::new().stack_size(LARGE_STACK).spawn_scoped(scope, work).unwrap();
        let workers: Vec<_> = (0..threads).map(spawn).collect();
        for worker in workers {
            tally.add(worker.join().unwrap());
        }
    });
    eprintln!(
        "soak: native: {} documents (seed {seed}): {} words kept, {} headings outlined, {} documents spoilt of which {} \
         refused, {} failures ({} s)",
        thousands(count),
        thousands(tally.words),
        thousands(tally.headings),
        thousands(tally.spoilt),
        thousands(tally.refused),
        tally.failures.len(),
        begun.elapsed().as_secs(),
    );
    assert!(tally.failures.is_empty(), "seed {seed}: {:#?}", &tally.failures[..tally.failures.len().min(5)]);
}
