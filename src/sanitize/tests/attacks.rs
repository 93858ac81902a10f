//! What attackers write. The vectors stand in `tests/fixtures/attacks/vectors.json`, where a browser can be given them,
//! too.

use super::{base, read};
use crate::model::{plain::is_language_tag, plain_text};
use crate::sanitize::parser::Html5ever;
use crate::sanitize::{Html, text};
use serde_json::Value;

/// Fields that hold addresses.
const ADDRESSES: [&str; 5] = ["src", "href", "url", "poster", "article"];

/// Schemes that an address may have; a fragment has none.
const SCHEMES: [&str; 5] = ["https://", "http://", "mailto:", "tel:", "#"];

/// Fields that hold what people read.
const WORDS: [&str; 18] = [
    "text", "alt", "title", "code", "caption", "name", "credit", "reading", "summary", "citation", "teaser", "source",
    "provider", "label", "terms", "icon", "value", "head",
];

/// Fields that hold a word of a vocabulary, or a name without white space.
const NAMES: [&str; 10] = ["type", "id", "ref", "tag", "kind", "syntax", "size", "role", "direction", "align"];

/// Every string in a value is an address with an allowed scheme, or words, or a name.
fn check(field: &str, value: &Value, vector: &str) {
    match value {
        Value::String(text) if ADDRESSES.contains(&field) => {
            assert!(SCHEMES.iter().any(|scheme| text.starts_with(scheme)), "{vector}: {field} is {text}");
            let loose = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"');
            assert!(text.starts_with('#') || !text.contains(loose), "{vector}: {field} is {text}");
        }
        Value::String(text) if field == "language" => assert!(is_language_tag(text), "{vector}: {text}"),
        Value::String(text) if NAMES.contains(&field) => {
            assert!(!text.contains(char::is_whitespace), "{vector}: {field} is {text}");
        }
        Value::String(_) => {
            let known = WORDS.contains(&field) || matches!(field, "datetime" | "media" | "tex");
            assert!(known, "{vector}: a string in {field}");
        }
        Value::Array(list) => {
            list.iter().for_each(|item| check(if item.is_string() { "text" } else { field }, item, vector))
        }
        Value::Object(fields) => fields.iter().for_each(|(name, value)| check(name, value, vector)),
        _ => {}
    }
}

fn try_one(name: &str, html: &str) {
    let fragment = read(html);
    check("", &serde_json::to_value(&fragment.blocks).unwrap(), name);
    check("", &serde_json::to_value(&fragment.footnotes).unwrap(), name);
    let (line, _) = text(&Html5ever.parse(html).unwrap(), &base());
    check("text", &serde_json::to_value(&line).unwrap(), name);
}

#[test]
fn nothing_but_words_and_safe_addresses_comes_through() {
    let vectors = include_str!("../../../tests/fixtures/attacks/vectors.json");
    let vectors: Vec<Value> = serde_json::from_str(vectors).unwrap();
    assert!(vectors.len() >= 60);
    for vector in &vectors {
        let (name, html) = (vector["name"].as_str().unwrap(), vector["html"].as_str().unwrap());
        try_one(name, html);
        // In a place of each kind, and cut off in the middle.
        for (before, after) in
            [("<p>", "</p>"), ("<table><tr><td>", "</table>"), ("<a href=/x>", "</a>"), ("<figure>", "<figcaption>")]
        {
            try_one(name, &[before, html, after].concat());
        }
        let half = html.char_indices().nth(html.chars().count() / 2).map_or(0, |(at, _)| at);
        try_one(name, &html[..half]);
    }
}

#[test]
fn what_runs_is_not_even_text() {
    for html in [
        "a<script>alert(1)</script>",
        "a<style>alert(1)</style>",
        "a<template>alert(1)</template>",
        "a<svg><style>alert(1)",
    ] {
        let (line, _) = text(&Html5ever.parse(html).unwrap(), &base());
        assert_eq!(plain_text(&line), "a", "{html}");
    }
}
