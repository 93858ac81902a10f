//! HTML and what becomes of it, family by family. Each case is a piece of HTML and the blocks it must give, as JSON.

mod cards;
mod deceit;
mod documents;
mod embeds;
mod figures;
mod formulas;
mod links;
mod lists;
mod media;
mod notes;
mod pictures;
mod places;
mod quiet;
mod soup;
mod tables;
mod texts;

use super::parser::Html5ever;
use super::{Fragment, Html, blocks};
use crate::model::Base;
use serde_json::{Value, json};

fn base() -> Base {
    Base::at("https://m.example/")
}

fn read(html: &str) -> Fragment {
    blocks(&Html5ever.parse(html).unwrap(), &base())
}

fn made(html: &str) -> Value {
    serde_json::to_value(read(html).blocks).unwrap()
}

fn footnotes(html: &str) -> Value {
    serde_json::to_value(read(html).footnotes).unwrap()
}

/// A paragraph of plain text.
fn p(text: &str) -> Value {
    json!({ "type": "paragraph", "text": text })
}

/// A picture of which nothing but its file is known.
fn img(file: &str) -> Value {
    json!({ "type": "image", "src": (["https://m.example/", file].concat()), "alt": "" })
}

/// Notes as `fate path: reason`.
fn notes(html: &str) -> Vec<String> {
    let fate = |fate| serde_json::to_value(fate).unwrap().as_str().unwrap().to_owned();
    read(html).notes.into_iter().map(|note| format!("{} {note}", fate(note.fate))).collect()
}

/// Each piece of HTML gives these blocks.
fn give(cases: &[(&str, Value)]) {
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(html, expected)| made(html) != *expected)
        .map(|(html, expected)| format!("{html}\n     is {}\n not as {expected}", made(html)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

/// Each piece of HTML gives these notes.
fn tell(cases: &[(&str, &[&str])]) {
    for (html, expected) in cases {
        assert_eq!(notes(html), *expected, "{html}");
    }
}
