//! HTML and what becomes of it, family by family. Each case is a piece of HTML and the blocks it must give, as JSON.

mod attacks;
mod cards;
mod documents;
mod embeds;
mod figures;
mod links;
mod lists;
mod notes;
mod pictures;
mod soup;
mod tables;
mod texts;

use super::parser::Html5ever;
use super::{Fragment, Html, blocks};
use crate::model::Base;
use serde_json::Value;

fn base() -> Base {
    Base::new("https://news.example/2026/mill/", |base, reference| {
        Some(url::Url::parse(base).ok()?.join(reference).ok()?.into())
    })
}

fn read(html: &str) -> Fragment {
    blocks(&Html5ever.parse(html).unwrap(), &base())
}

fn json(html: &str) -> Value {
    serde_json::to_value(read(html).blocks).unwrap()
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
        .filter(|(html, expected)| json(html) != *expected)
        .map(|(html, expected)| format!("{html}\n     is {}\n not as {expected}", json(html)))
        .collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}
