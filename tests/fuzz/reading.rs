//! One reading of arbitrary bytes, as the fuzz target and the replay of its corpus do it.
//!
//! The first line says how to read the rest: the name of a format or none, `list` for a list of cards, `html` for the
//! converter alone, `house` for a map of fields. Whatever comes, a reading ends; what comes of it has addresses of the
//! allowed schemes alone, and can be read again as Article JSON.

use gatefold::ingest::foreign::{self, Given};
use gatefold::ingest::format::Format;
use gatefold::model::Base;
use gatefold::sanitize::parser::Html5ever;
use gatefold::sanitize::{Html, blocks, text};
use serde::Deserialize;
use serde_json::Value;
use std::thread;

/// Longest input. What is longer is a matter of time, which others measure: html5ever, which parses here, takes seconds for
/// tens of thousands of tags inside one another; browsers stop at a depth of some hundred.
const LONGEST: usize = 1 << 14;

/// Deepest nesting of JSON: far beyond what any reader keeps.
const DEEPEST: usize = 1_500;

/// The stack of a reading. WebAssembly has as much, and smaller frames.
const STACK: usize = 1 << 20;

/// The stack of what makes and drops values, which knows no limit of depth.
const LARGE_STACK: usize = 64 << 20;

/// Fields that hold addresses: of what the page fetches, and of what a reader follows.
const FETCHED: [&str; 3] = ["src", "poster", "article"];
const FOLLOWED: [&str; 3] = ["href", "url", "edit"];

/// Reads the bytes.
///
/// # Panics
/// When the reader does, or when what comes of it is not safe.
pub(crate) fn read(data: &[u8]) {
    let Ok(input) = std::str::from_utf8(data) else { return };
    let Some((head, rest)) = input.split_once('\n').filter(|_| input.len() <= LONGEST) else { return };
    thread::scope(|scope| {
        let parse = || {
            let Some(document) = parsed(head, rest) else { return };
            thread::scope(|scope| {
                let reader = thread::Builder::new().stack_size(STACK);
                let reading = || read_document(head, &document, rest);
                reader.spawn_scoped(scope, reading).expect("a thread").join().expect("a reading that ends");
            });
        };
        let parser = thread::Builder::new().stack_size(LARGE_STACK);
        parser.spawn_scoped(scope, parse).expect("a thread").join().expect("a reading that ends");
    });
}

/// The JSON of the input, unless it is HTML.
fn parsed(head: &str, text: &str) -> Option<Value> {
    if is(head, "html") {
        return Some(Value::Null);
    }
    let mut depth = 0_usize;
    let deepest = text.bytes().map(|byte| {
        match byte {
            b'[' | b'{' => depth += 1,
            b']' | b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth
    });
    if deepest.max()? > DEEPEST {
        return None;
    }
    let mut parser = serde_json::Deserializer::from_str(text);
    parser.disable_recursion_limit();
    Value::deserialize(&mut parser).ok()
}

fn is(head: &str, word: &str) -> bool {
    head.split(' ').any(|known| known == word)
}

fn read_document(head: &str, document: &Value, html: &str) {
    let base = Base::at("https://news.example/api/article.json");
    if is(head, "html") {
        let tree = Html5ever.parse(html).expect("html5ever refuses nothing");
        let fragment = blocks(&tree, &base);
        check("", &to_value(&fragment.blocks));
        check("", &to_value(&fragment.footnotes));
        check("", &to_value(&text(&tree, &base).0));
        return;
    }
    let fields =
        [("title", "title"), ("body", "body"), ("authors", "authors"), ("image", "image"), ("related", "items")];
    let fields = fields.map(|(field, path)| (field.to_owned(), path.to_owned()));
    let format = head.split(' ').find_map(Format::from_name);
    let given = Given { format, fields: if is(head, "house") { &fields } else { &[] }, pages: 3 };
    if is(head, "list") {
        if let Ok(feed) = foreign::feed(&document, &base, &Html5ever, given) {
            check("", &to_value(&feed.cards));
        }
        return;
    }
    let Ok(ingested) = foreign::article(&document, &base, &Html5ever, given) else { return };
    let article = to_value(&ingested.article);
    check("", &article);
    let again = gatefold::ingest::article(&&article, &base, Some(gatefold::ingest::Extras::all()));
    assert!(again.is_ok(), "what was written is not read: {article}");
}

fn to_value(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).expect("the model is JSON")
}

/// Addresses have a scheme of the tables.
fn check(field: &str, value: &Value) {
    match value {
        Value::String(text) if FETCHED.contains(&field) || FOLLOWED.contains(&field) => {
            let resource = text.starts_with("https://") || text.starts_with("http://");
            let followed = ["mailto:", "tel:", "#"].iter().any(|scheme| text.starts_with(scheme));
            assert!(resource || followed && FOLLOWED.contains(&field), "{field} is {text}");
        }
        Value::Array(items) => items.iter().for_each(|item| check(field, item)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| check(name, value)),
        _ => {}
    }
}
