//! The text alone of a tree, without recursion: it may be nested ten thousand deep.

use crate::ingest::{Json, Kind};

/// The fields in which text can stand, in reading order.
const TEXT_FIELDS: [&str; 29] = [
    "term",
    "title",
    "heading",
    "header",
    "summary",
    "label",
    "name",
    "number",
    "text",
    "value",
    "quote",
    "code",
    "latex",
    "message",
    "data",
    "attrs",
    "fields",
    "root",
    "content",
    "children",
    "blocks",
    "body",
    "items",
    "columns",
    "cols",
    "rows",
    "cells",
    "description",
    "caption",
];

/// Every text in a value, in reading order.
pub(in crate::ingest) fn gathered<J: Json>(json: &J) -> String {
    let mut out = String::new();
    walk(json, &mut |text| {
        if !out.is_empty() && !out.ends_with(char::is_whitespace) && !text.starts_with(char::is_whitespace) {
            out.push(' ');
        }
        out.push_str(&text);
    });
    out.trim().to_owned()
}

/// The texts of an object itself, and not of what it holds.
pub(super) fn own<J: Json>(json: &J) -> String {
    let texts = TEXT_FIELDS.iter().filter_map(|name| json.field(name)?.string());
    texts.collect::<Vec<_>>().join(" ").trim().to_owned()
}

/// The lines of source code: its texts as they are, with line feeds where the tree has breaks.
pub(super) fn code<J: Json>(json: &J) -> String {
    let mut out = String::new();
    walk(json, &mut |text| out.push_str(&text));
    out
}

fn walk<J: Json>(json: &J, take: &mut dyn FnMut(String)) {
    let mut stack: Vec<J> = Vec::new();
    push_children(json, &mut stack);
    if let Some(text) = json.string() {
        take(text);
    }
    while let Some(value) = stack.pop() {
        match value.string() {
            Some(text) => take(text),
            None => push_children(&value, &mut stack),
        }
        if is_break(&value) {
            take("\n".to_owned());
        }
    }
}

fn is_break<J: Json>(value: &J) -> bool {
    let name = value.field("type").and_then(|name| name.string());
    name.is_some_and(|name| matches!(name.as_str(), "linebreak" | "hardBreak" | "hard_break" | "break"))
}

fn push_children<J: Json>(value: &J, stack: &mut Vec<J>) {
    match value.kind() {
        Kind::Array => stack.extend((0..value.len()).rev().filter_map(|index| value.item(index))),
        Kind::Object => {
            let names = value.names();
            let known = TEXT_FIELDS.iter().rev().filter(|known| names.iter().any(|name| name == *known));
            stack.extend(known.filter_map(|name| value.field(name)));
        }
        _ => {}
    }
}
