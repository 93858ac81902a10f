//! What attackers write. The vectors stand in `tests/fixtures/attacks/vectors.json`, where a browser can be given them,
//! too. Those that are `open` leave something unclosed that by HTML's own rules takes in what comes after them.
//!
//! 1. Each is read as HTML, alone and in places of every kind: [`safe::check`] looks at all that came of it.
//! 2. [`everywhere`] puts each where the formats have a body, a title, a caption, an author, an address.

mod everywhere;
mod safe;

use gatefold::model::{Base, plain_text};
use gatefold::sanitize::parser::Html5ever;
use gatefold::sanitize::{Html, blocks, text};
use serde_json::Value;

/// Longest vector, in bytes, that is tried in every place: those of great depth take long.
const LONG: usize = 3_000;

/// What stands around an attack: nobody may lose it.
const BEFORE: &str = "The ebb comes before.";
const AFTER: &str = "The flood comes after.";

fn base() -> Base {
    Base::at("https://m.example/")
}

fn vectors() -> Vec<Value> {
    let vectors = include_str!("../fixtures/attacks/vectors.json");
    let vectors: Vec<Value> = serde_json::from_str(vectors).unwrap();
    assert!(vectors.len() >= 220);
    vectors
}

fn part<'v>(vector: &'v Value, name: &str) -> &'v str {
    vector[name].as_str().unwrap()
}

fn try_one(name: &str, html: &str) {
    let tree = Html5ever.parse(html).unwrap();
    let fragment = blocks(&tree, &base());
    let (line, _) = text(&tree, &base());
    for value in [serde_json::to_value(&fragment.blocks), serde_json::to_value(&fragment.footnotes)] {
        safe::check("", &value.unwrap()).unwrap_or_else(|what| panic!("{name}: {what}"));
    }
    let line = serde_json::to_value(&line).unwrap();
    safe::check("text", &line).unwrap_or_else(|what| panic!("{name}: {what}"));
}

#[test]
fn nothing_but_words_and_safe_addresses_comes_through() {
    for vector in &vectors() {
        let (name, html) = (part(vector, "name"), part(vector, "html"));
        try_one(name, html);
        if html.len() > LONG {
            continue;
        }
        // In a place of each kind, and cut off in the middle.
        for (before, after) in [
            ("<p>", "</p>"),
            ("<table><tr><td>", "</table>"),
            ("<a href=/x>", "</a>"),
            ("<figure>", "<figcaption>"),
            ("<figure><img src=/a.jpg><figcaption>", "</figure>"),
            ("<ul><li>", "</ul>"),
            ("<h2>", "</h2>"),
            ("<pre>", "</pre>"),
            ("<picture>", "<img src=/a.jpg></picture>"),
            ("<ruby>a<rt>", "</ruby>"),
        ] {
            try_one(name, &[before, html, after].concat());
        }
        let half = html.char_indices().nth(html.chars().count() / 2).map_or(0, |(at, _)| at);
        try_one(name, &html[..half]);
    }
}

#[test]
fn harmless_text_around_an_attack_stays() {
    let mut wrong = Vec::new();
    for vector in &vectors() {
        let (name, html) = (part(vector, "name"), part(vector, "html"));
        let around = ["<p>", BEFORE, "</p>", html, "<p>", AFTER, "</p>"].concat();
        let blocks = blocks(&Html5ever.parse(&around).unwrap(), &base()).blocks;
        let blocks = serde_json::to_string(&blocks).unwrap();
        let open = vector["open"] == true;
        if !blocks.contains(BEFORE) || blocks.contains(AFTER) == open {
            wrong.push(name.to_owned());
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
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
