//! Text arrives whole: what can be read in a piece of HTML is in the document that it becomes, in the same order, minus
//! what the notes say.
//!
//! 1. [`pieces`] takes every piece of HTML out of the golden sources.
//! 2. [`readable`] lists its texts as a browser would show them, each with its place.
//! 3. [`lost`] looks for them in the blocks, one after the other; letters and digits count, white space is free where
//!    blocks part.

use crate::fixtures;
use gatefold::model::{Base, Note};
use gatefold::sanitize::parser::Html5ever;
use gatefold::sanitize::{Fragment, Html, Node, blocks};
use serde_json::Value;

/// Elements whose text nobody sees, and fallbacks for what is shown.
const UNSEEN: [&str; 20] = [
    "script",
    "style",
    "template",
    "head",
    "title",
    "textarea",
    "select",
    "datalist",
    "noscript",
    "iframe",
    "noembed",
    "noframes",
    "rp",
    "video",
    "audio",
    "object",
    "canvas",
    "svg:style",
    "svg:script",
    "math:annotation",
];

/// Classes of what the reader says by other means: how large a file is, and that it can be had.
const INTERFACE: [&str; 2] = ["kg-file-card-filesize", "wp-block-file__button"];

/// Fields of a block in which there is text, in the order in which it is written.
const FIELDS: [&str; 26] = [
    "title",
    "heading",
    "summary",
    "caption",
    "images",
    "columns",
    "terms",
    "definitions",
    "name",
    "value",
    "code",
    "text",
    "reading",
    "blocks",
    "items",
    "head",
    "body",
    "foot",
    "citation",
    "teaser",
    "source",
    "label",
    "alt",
    "credit",
    "provider",
    "subject",
];

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Every string of a value that looks like HTML.
fn pieces(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => {
            let tag = |part: &str| part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/');
            found.extend(text.split('<').skip(1).any(tag).then(|| text.clone()));
        }
        Value::Array(items) => items.iter().for_each(|item| pieces(item, found)),
        Value::Object(fields) => fields.values().for_each(|field| pieces(field, found)),
        _ => {}
    }
}

/// The captions of WordPress before its block editor stand between brackets, which say nothing.
fn without_shortcodes(text: &str) -> String {
    let text = text.replace("[/caption]", "");
    match text.split_once("[caption ").and_then(|(before, rest)| Some((before, rest.split_once(']')?.1))) {
        Some((before, after)) => [before, after].concat(),
        None => text,
    }
}

/// The texts below a node, in order, each with its place as notes write it.
fn readable<N: Node>(node: &N, place: &str, found: &mut Vec<(String, String)>) {
    let (mut next, mut number) = (node.first_child(), 0);
    while let Some(child) = next {
        next = child.next_sibling();
        if let Some(text) = child.text() {
            found.push((place.to_owned(), letters(&without_shortcodes(&text))));
        }
        let Some(name) = child.name() else { continue };
        number += 1;
        let classes = child.attribute("class").unwrap_or_default();
        if UNSEEN.contains(&name.as_str()) || INTERFACE.iter().any(|class| classes.contains(class)) {
            continue;
        }
        let slash = if place.is_empty() { "" } else { "/" };
        let index = if number > 1 { format!("[{number}]") } else { String::new() };
        readable(&child, &format!("{place}{slash}{name}{index}"), found);
    }
}

/// The text of blocks, in order.
fn said(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => out.push_str(&letters(text)),
        Value::Array(items) => items.iter().for_each(|item| said(item, out)),
        Value::Object(fields) => FIELDS.iter().filter_map(|name| fields.get(*name)).for_each(|field| said(field, out)),
        _ => {}
    }
}

fn is_noted(place: &str, notes: &[Note]) -> bool {
    notes.iter().any(|note| place.strip_prefix(&note.path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
}

/// The texts of a piece of HTML that are not empty, each with its place. Footnotes are numbered anew.
fn texts(html: &str) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    readable(&Html5ever.parse(html).unwrap(), "", &mut texts);
    let number = |place: &str, text: &str| place.contains("/sup") && text.chars().all(|c| c.is_ascii_digit());
    texts.retain(|(place, text)| !text.is_empty() && !number(place, text));
    texts
}

/// The texts that are not in the fragment, or not in their order.
fn lost(html: &str, fragment: &Fragment) -> Vec<String> {
    let mut all = String::new();
    said(&serde_json::to_value(&fragment.blocks).unwrap(), &mut all);
    let mut notes = String::new();
    said(&serde_json::to_value(&fragment.footnotes).unwrap(), &mut notes);
    let (mut at, mut below) = (0, 0);
    let mut lost = Vec::new();
    for (place, text) in texts(html) {
        if let Some(next) = all[at..].find(text.as_str()) {
            at += next + text.len();
        } else if let Some(next) = notes[below..].find(text.as_str()) {
            below += next + text.len();
        } else if !is_noted(&place, &fragment.notes) {
            // What a table is called stands above it.
            if place.contains("figcaption") && all.contains(text.as_str()) {
                continue;
            }
            let kind = if all.contains(text.as_str()) { "out of order" } else { "lost" };
            lost.push(format!("{kind} at {place}: {text}"));
        }
    }
    lost
}

#[test]
fn every_text_of_the_golden_sources_is_in_the_document() {
    let base = Base::at("https://news.example/");
    let mut wrong = Vec::new();
    let mut count = 0;
    for folder in fixtures::cases() {
        let mut found = Vec::new();
        pieces(&fixtures::source(&folder), &mut found);
        for html in found {
            count += 1;
            let lost = lost(&html, &blocks(&Html5ever.parse(&html).unwrap(), &base));
            if !lost.is_empty() {
                wrong.push(format!("{}\n  {}\n  of {html}", folder.display(), lost.join("\n  ")));
            }
        }
    }
    assert!(count > 150, "{count}");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n\n"));
}

/// Where the formats have their body.
const BODIES: [&str; 6] =
    ["/content/rendered", "/0/content/rendered", "/html", "/posts/0/html", "/items/0/content_html", "/fields/body"];

/// Sections, titles and footnotes are made of the blocks, and repetitions go: still every text is there once.
#[test]
fn every_text_of_a_body_is_in_the_article() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for folder in fixtures::cases() {
        let (source, outcome) = (fixtures::source(&folder), fixtures::expected(&folder));
        let Some(html) = BODIES.iter().find_map(|path| source.pointer(path)?.as_str()) else { continue };
        let Some(article) = outcome.get("article") else { continue };
        // In its stead there is a form for a password.
        if source.pointer("/content/protected") == Some(&Value::Bool(true)) {
            continue;
        }
        count += 1;
        let mut all = String::new();
        ["title", "standfirst", "image", "sections", "footnotes"]
            .iter()
            .for_each(|field| said(&article[field], &mut all));
        let noted = blocks(&Html5ever.parse(html).unwrap(), &Base::at("https://news.example/")).notes;
        let missing =
            texts(html).into_iter().filter(|(place, text)| !all.contains(text.as_str()) && !is_noted(place, &noted));
        wrong.extend(missing.map(|(place, text)| format!("{}: {place}: {text}", folder.display())));
    }
    assert!(count > 25, "{count}");
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}
