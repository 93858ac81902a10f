//! The README says what the code does: its tables are compared with the crate and the style sheets.

use crate::specimen;
use gatefold::config::{OPTIONS, Place};
use gatefold::error::{ErrorKind, LoadError};
use gatefold::ingest::Extras;
use gatefold::ingest::format::Format;
use serde_json::Value;
use std::path::Path;

pub(crate) const README: &str = include_str!("../../README.md");
const ARCHITECTURE: &str = include_str!("../../ARCHITECTURE.md");
const TOKENS: &str = include_str!("../../style/tokens.css");
const THEMES: &str = include_str!("../../style/themes.css");
const PRINT: &str = include_str!("../../style/print.css");

/// A page holds about this many lines, and nobody reads a third.
const TWO_PAGES: usize = 110;

/// The part of the README under that heading.
pub(crate) fn section(heading: &str) -> &'static str {
    let (_, rest) = README.split_once(&format!("\n## {heading}\n")).unwrap_or_else(|| panic!("no section {heading}"));
    rest.split("\n## ").next().unwrap()
}

/// The rows of the table under that heading, without its head.
pub(crate) fn rows(heading: &str) -> Vec<Vec<&'static str>> {
    let lines = section(heading).lines().filter(|line| line.starts_with('|')).skip(2);
    lines.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

pub(crate) fn code(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("`{text}`") }
}

#[test]
fn the_table_of_options_is_that_of_the_code() {
    let expected: Vec<_> = OPTIONS
        .iter()
        .map(|option| {
            let place = match option.place {
                Place::Both => "both",
                Place::App => "app",
                Place::Element => "element",
            };
            let place = if option.query { format!("{place}, address") } else { place.into() };
            [code(option.name), place, option.values.into(), code(option.default), option.doc.into()]
        })
        .collect();
    assert_eq!(rows("Options"), expected);
}

/// Every kind of failure; one that is missing here does not compile.
fn kinds() -> Vec<ErrorKind> {
    use ErrorKind::*;
    let all = [Network, Timeout, Http(404), Html, Empty, Syntax, TooLarge, Format, Refused, UnknownArticle, Aborted];
    for kind in all {
        match kind {
            Network | Timeout | Http(_) | Html | Empty | Syntax | TooLarge | Format | Refused | UnknownArticle
            | Aborted => {}
        }
    }
    all.to_vec()
}

#[test]
fn the_table_of_failures_names_every_code_and_whether_to_try_again() {
    let rows = rows("When something fails");
    assert_eq!(rows.len(), kinds().len());
    for (row, kind) in rows.iter().zip(kinds()) {
        let error = LoadError::new(kind, "", "");
        assert!(row[0].starts_with(&code(&error.code())), "{row:?} is not about {kind:?}");
        if !matches!(kind, ErrorKind::Http(_)) {
            assert_eq!(row[2], if error.retryable() { "yes" } else { "no" }, "{row:?}");
        }
    }
}

/// The public properties that a sheet reads, in their order, with the default where that is plain.
fn properties(sheet: &str) -> Vec<(String, &str)> {
    let declarations = sheet.lines().filter_map(|line| line.split_once("var(--gatefold-"));
    let named = declarations.map(|(_, rest)| {
        let (name, default) = rest.split_once(", ").unwrap();
        (format!("`--gatefold-{name}`"), default.strip_suffix(");").unwrap_or_default())
    });
    named.collect()
}

#[test]
fn the_table_of_properties_is_that_of_the_style_sheets() {
    let rows = rows("Make it yours");
    let mut read = properties(TOKENS);
    read.extend(properties(THEMES));
    read.extend(properties(PRINT));
    let mut expected: Vec<_> = read.iter().map(|(name, _)| name.as_str()).collect();
    let mut listed: Vec<_> = rows.iter().map(|row| row[0]).collect();
    expected.sort_unstable();
    listed.sort_unstable();
    assert_eq!(listed, expected);
    for row in rows.iter().filter(|row| row[2].contains("light-dark(")) {
        let (_, default) = read.iter().find(|(name, _)| name == row[0]).unwrap();
        assert_eq!(row[2], code(default), "{}", row[0]);
    }
}

#[test]
fn the_table_of_formats_names_every_format() {
    let rows = rows("Formats");
    let names: Vec<_> = rows.iter().flat_map(|row| row[1].split(", ")).collect();
    for (_, name) in Format::TABLE {
        assert!(names.contains(&code(name).as_str()), "{name}");
    }
    assert_eq!(names.len(), Format::TABLE.len() + 1, "the last row is that of house formats");
}

#[test]
fn the_examples_are_read_without_a_note() {
    let example = |after: &str| -> Value {
        let (_, rest) = README.split_once(after).unwrap();
        let (_, rest) = rest.split_once("```json").unwrap();
        serde_json::from_str(rest.split("```").next().unwrap()).unwrap()
    };
    let article =
        gatefold::ingest::article(&&example("\n### An article\n"), &specimen::base(), Some(Extras::all())).unwrap();
    assert_eq!(article.notes, []);
    let feed = gatefold::ingest::feed(&&example("\n### The list\n"), &specimen::base()).unwrap();
    assert_eq!(feed.notes, []);
    assert!(feed.cards[0].article.is_some() && feed.cards[0].image.is_some());
}

#[test]
fn the_architecture_is_told_on_two_pages() {
    assert!(ARCHITECTURE.lines().count() <= TWO_PAGES, "{} lines", ARCHITECTURE.lines().count());
}

/// The documents at the top of the repository, by name.
fn documents() -> impl Iterator<Item = (&'static str, String)> {
    let names = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "ACCESSIBILITY.md", "CHANGELOG.md"];
    names.into_iter().map(|name| (name, std::fs::read_to_string(root().join(name)).unwrap()))
}

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn links_lead_somewhere() {
    for (document, text) in documents() {
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for target in targets.filter(|target| !target.contains("://")) {
            assert!(root().join(target).exists(), "{document} links to {target}");
        }
    }
}

/// All Rust below a folder, as one text.
pub(crate) fn code_in(folder: &Path) -> String {
    let mut code = String::new();
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            code.push_str(&code_in(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            code.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
    code
}

#[test]
fn tests_that_are_named_exist() {
    let code = [code_in(&root().join("src")), code_in(&root().join("tests"))].concat();
    let test = |name: &&str| {
        name.matches('_').count() > 2 && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
    };
    for (document, text) in documents() {
        for name in text.split('`').skip(1).step_by(2).filter(test) {
            assert!(code.contains(&format!("fn {name}(")), "{document} names {name}");
        }
    }
}
