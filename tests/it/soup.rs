//! Hostile documents in the shape of every format: whatever comes, a reading ends, with an article or a refusal.
//!
//! 1. [`fixtures`] takes the sources of all golden folders.
//! 2. [`spoil`] does something bad to one of them, a few times over; what, follows from the number of the document alone.
//! 3. [`survives`] reads the outcome in its own format as an article and as a list, and in another format, and with none
//!    given, as either in turns.
//!
//! `GATEFOLD_SOUP` says how many documents, `GATEFOLD_SOUP_FROM` at which to begin: a failure names its number.

pub(crate) mod dice;
pub(crate) mod spoil;

use dice::Dice;
use gatefold::ingest::foreign::{self, Given};
use gatefold::ingest::format::Format;
use gatefold::model::Base;
use gatefold::sanitize::parser::Html5ever;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};
use std::{env, fs, thread};

/// Documents in an ordinary run.
const DOCUMENTS: u64 = 2000;

/// Longest time that one document may take, in a build without optimisation: what grows beyond measure takes longer.
const LONGEST: Duration = Duration::from_secs(5);

/// The stack of a reading; half of it is what WebAssembly has, whose frames are less than half as large as those here.
const STACK: usize = 2 << 20;

/// The stack of what makes, copies and drops documents, which knows no limit of depth.
const LARGE_STACK: usize = 256 << 20;

/// Every golden source, with the format that its folder is called by.
pub(crate) fn fixtures() -> Vec<(Option<Format>, Value)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut files = Vec::new();
    for format in fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        let known = format.file_name().and_then(|name| Format::from_name(name.to_str()?));
        for case in fs::read_dir(&format).unwrap().map(|entry| entry.unwrap().path()) {
            if let Ok(text) = fs::read_to_string(case.join("source.json")) {
                files.push((case, known, serde_json::from_str(&text).unwrap()));
            }
        }
    }
    files.sort_by(|one, other| one.0.cmp(&other.0));
    files.into_iter().map(|(_, known, source)| (known, source)).collect()
}

fn resolve(base: &str, reference: &str) -> Option<String> {
    Some(url::Url::parse(base).ok()?.join(reference).ok()?.into())
}

/// A format, or none, and whether to read a list.
type Way = (Option<Format>, bool);

/// Reads a document in these ways; the message of a panic, or how long it took.
fn survives(document: &Value, ways: [Way; 4]) -> Result<Duration, String> {
    let base = Base::new("https://news.example/api/article.json", resolve);
    let begun = Instant::now();
    let read = || {
        for (format, list) in ways {
            let given = Given { format, ..Given::default() };
            if list {
                let feed = foreign::feed(&document, &base, &Html5ever, given);
                feed.map(|feed| serde_json::to_string(&feed.cards).unwrap()).ok();
            } else {
                let article = foreign::article(&document, &base, &Html5ever, given);
                article.map(|ingested| serde_json::to_string(&ingested.article).unwrap()).ok();
            }
        }
    };
    let outcome = catch_unwind(AssertUnwindSafe(read)).map_err(|panic| {
        let text = panic.downcast_ref::<String>().cloned();
        text.or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned())).unwrap_or_default()
    });
    outcome.map(|()| begun.elapsed())
}

fn setting(name: &str) -> Option<u64> {
    env::var(name).ok()?.parse().ok()
}

fn run() {
    let fixtures = fixtures();
    assert!(!fixtures.is_empty(), "no golden folders");
    let first = setting("GATEFOLD_SOUP_FROM").unwrap_or(0);
    for number in first..first + setting("GATEFOLD_SOUP").unwrap_or(DOCUMENTS) {
        let mut dice = Dice::new(number);
        let (own, source) = &fixtures[dice.below(fixtures.len())];
        let (_, other) = &fixtures[dice.below(fixtures.len())];
        let mut document = source.clone();
        let deeds = spoil::spoil(&mut document, other, &mut dice);
        let another = Format::TABLE[dice.below(Format::TABLE.len())].0;
        let even = number % 2 == 0;
        let ways = [(*own, false), (*own, true), (None, even), (Some(another), !even)];
        let outcome = thread::scope(|scope| {
            let read = || survives(&document, ways);
            let reader = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, read).unwrap();
            reader.join().unwrap()
        });
        let format = own.map_or("house", Format::name);
        match outcome {
            Ok(time) => assert!(time < LONGEST, "document {number} ({format}, {}) took {time:?}", deeds.join(", ")),
            Err(panic) => panic!("document {number} ({format}, {}): {panic}", deeds.join(", ")),
        }
    }
}

#[test]
fn no_document_breaks_a_reading() {
    thread::Builder::new().stack_size(LARGE_STACK).spawn(run).unwrap().join().unwrap();
}
