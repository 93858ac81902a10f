//! Input that is odd, huge or broken, in every format: what can be shown is, and the rest is told.
//!
//! Wrong types in every place are tried by `fixtures`, anything at all by `soup`, encodings by `cli`.

pub(crate) mod shapes;

use gatefold::ingest::Ingested;
use gatefold::ingest::foreign::{self, Given};
use gatefold::ingest::format::Format;
use gatefold::model::{Base, Fate, plain_text};
use gatefold::sanitize::parser::Html5ever;
use serde_json::{Value, json};
use shapes::{BOTTOM, SHAPES, Shape, Title};
use std::thread;
use std::time::{Duration, Instant};

/// Longest time for what is large, in a build without optimisation: what grows beyond measure takes minutes.
const LONGEST: Duration = Duration::from_secs(300);

/// The stack of a reading, twice that of WebAssembly, whose frames are less than half as large as those here.
const STACK: usize = 2 << 20;

/// The stack of what makes and drops values, which knows no limit of depth.
const LARGE_STACK: usize = 256 << 20;

fn read(document: &Value) -> Result<Ingested, String> {
    let base = Base::at("https://news.example/api/article.json");
    foreign::article(&document, &base, &Html5ever, Given::default()).map_err(|error| error.cause)
}

/// Reads on a stack like that of a browser.
fn read_small(document: &Value) -> Result<Ingested, String> {
    thread::scope(|scope| {
        let reader = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || read(document)).unwrap();
        reader.join().unwrap()
    })
}

fn on_a_large_stack(run: impl FnOnce() + Send + 'static) {
    thread::Builder::new().stack_size(LARGE_STACK).spawn(run).unwrap().join().unwrap();
}

fn body(ingested: &Ingested) -> String {
    serde_json::to_string(&ingested.article.sections).unwrap()
}

/// A document with paragraphs, all of the same words.
fn plain(shape: &Shape, title: &str, paragraphs: usize, words: &str) -> Value {
    (shape.document)(title, (0..paragraphs).map(|_| (shape.paragraph)(words)).collect())
}

#[test]
fn every_format_is_recognised_in_its_smallest_document() {
    for shape in &SHAPES {
        let ingested = read(&plain(shape, "The mill", 2, "The pond fills.")).unwrap();
        assert_eq!(ingested.format, Some(shape.format));
        assert_eq!(body(&ingested).matches("The pond fills.").count(), 2, "{}", shape.format.name());
        assert!(ingested.notes.is_empty(), "{}: {:?}", shape.format.name(), ingested.notes);
        let title = if shape.title == Title::None { "" } else { "The mill" };
        assert_eq!(plain_text(&ingested.article.title), title);
    }
}

#[test]
fn a_title_without_a_body_is_an_article() {
    for shape in SHAPES.iter().filter(|shape| shape.title != Title::None) {
        // Two are known by their bodies alone.
        let given = Given { format: Some(shape.format), ..Given::default() };
        let base = Base::at("https://news.example/api/article.json");
        let ingested = foreign::article(&&plain(shape, "The mill", 0, ""), &base, &Html5ever, given);
        let ingested = ingested.unwrap_or_else(|error| panic!("{}: {}", shape.format.name(), error.cause));
        assert_eq!(plain_text(&ingested.article.title), "The mill");
        assert!(ingested.article.sections.is_empty());
    }
}

#[test]
fn neither_title_nor_body_is_refused_with_a_reason() {
    for shape in &SHAPES {
        let empty = read(&plain(shape, "", 0, "")).map(|ingested| body(&ingested));
        assert!(empty.is_err_and(|cause| !cause.is_empty()), "{}", shape.format.name());
    }
}

#[test]
fn entities_in_titles_are_characters_where_titles_are_html() {
    for shape in SHAPES.iter().filter(|shape| shape.title == Title::Html) {
        let title = "Fish &amp; chips &#8211; &lt;b&gt;5 &euro;&nosuch;&#x110000;";
        let ingested = read(&plain(shape, title, 1, "Words.")).unwrap();
        let expected = "Fish & chips – <b>5 €&nosuch;\u{fffd}";
        assert_eq!(plain_text(&ingested.article.title), expected, "{}", shape.format.name());
    }
    for shape in SHAPES.iter().filter(|shape| shape.title == Title::Plain) {
        let ingested = read(&plain(shape, "Fish & chips < 5", 1, "Words.")).unwrap();
        assert_eq!(plain_text(&ingested.article.title), "Fish & chips < 5", "{}", shape.format.name());
    }
}

#[test]
fn five_megabytes_are_read_whole() {
    for shape in &SHAPES {
        let words = "The pond fills without anyone touching it. ".repeat(1_200);
        let document = plain(shape, "The mill", 100, &words);
        let begun = Instant::now();
        let ingested = read_small(&document).unwrap();
        assert!(begun.elapsed() < LONGEST, "{} took {:?}", shape.format.name(), begun.elapsed());
        assert_eq!(body(&ingested).matches("The pond fills").count(), 120_000, "{}", shape.format.name());
    }
}

#[test]
fn a_hundred_thousand_nodes_are_read_whole() {
    for shape in &SHAPES {
        let document = plain(shape, "The mill", 100_000, "Water.");
        let begun = Instant::now();
        let ingested = read_small(&document).unwrap();
        assert!(begun.elapsed() < LONGEST, "{} took {:?}", shape.format.name(), begun.elapsed());
        assert_eq!(body(&ingested).matches("Water.").count(), 100_000, "{}", shape.format.name());
    }
}

#[test]
fn ten_thousand_levels_end_in_their_text_and_a_note() {
    on_a_large_stack(|| {
        // Of those that hold HTML one is enough: what parses it here takes its time.
        let html = |shape: &&Shape| (shape.around)(json!("")).is_string();
        for shape in SHAPES.iter().filter(|shape| !html(shape) || shape.format == Format::WordPress) {
            let nested = (0..10_000).fold((shape.paragraph)(BOTTOM), |inner, _| (shape.around)(inner));
            let document = (shape.document)("The mill", vec![(shape.paragraph)("Above."), nested]);
            let begun = Instant::now();
            let ingested = read_small(&document).unwrap();
            assert!(begun.elapsed() < LONGEST, "{} took {:?}", shape.format.name(), begun.elapsed());
            assert!(body(&ingested).contains(BOTTOM), "{}", shape.format.name());
            let told =
                ingested.notes.iter().any(|note| note.fate == Fate::Downgraded && note.reason.contains("too deep"));
            assert!(told, "{}: {:?}", shape.format.name(), ingested.notes);
        }
    });
}

#[test]
fn the_last_of_two_fields_of_a_name_counts() {
    let twice =
        r#"{ "gatefold": 1, "title": "One", "title": "Two", "sections": [{ "blocks": ["a"], "blocks": ["b"] }] }"#;
    let ingested = read(&serde_json::from_str(twice).unwrap()).unwrap();
    assert_eq!(plain_text(&ingested.article.title), "Two");
    assert!(body(&ingested).contains("\"b\"") && !body(&ingested).contains("\"a\""));
}

#[test]
fn what_refers_to_itself_is_read_once() {
    let graph = json!({ "@context": "https://schema.org", "@graph": [
        { "@type": "Article", "@id": "#a", "headline": "The mill", "articleBody": "Words.", "author": { "@id": "#b" },
          "isPartOf": { "@id": "#c" }, "mainEntityOfPage": { "@id": "#a" }, "image": { "@id": "#a" } },
        { "@type": "Person", "@id": "#b", "name": { "@id": "#b" }, "url": { "@id": "#b" }, "worksFor": { "@id": "#c" } },
        { "@type": "WebPage", "@id": "#c", "mainEntity": { "@id": "#a" }, "isPartOf": { "@id": "#c" }, "hasPart": [{ "@id": "#a" }, { "@id": "#c" }] }
    ] });
    let article = read(&graph).unwrap();
    assert_eq!(body(&article).matches("Words.").count(), 1);
    let footnotes = json!({ "gatefold": 1, "title": "Notes", "sections": [{ "blocks": [["Text", { "type": "note", "ref": "a" }]] }],
        "footnotes": [{ "id": "a", "text": ["See", { "type": "note", "ref": "a" }, { "type": "note", "ref": "b" }] },
            { "id": "b", "text": ["See", { "type": "note", "ref": "a" }] }] });
    assert_eq!(read(&footnotes).unwrap().article.footnotes.len(), 2);
    let html = "<p>Text<sup><a href='#fn1'>1</a></sup></p><ol class='footnotes'><li id='fn1'>See<sup><a href='#fn1'>1</a></sup> and <a href='#fn2'>2</a></li><li id='fn2'>See <a href='#fn1'>1</a></li></ol>";
    let post = json!({ "title": { "rendered": "Notes" }, "content": { "rendered": html } });
    assert_eq!(read(&post).unwrap().article.footnotes.len(), 2);
    let entry = |id: &str, other: &str| {
        let target = json!({ "sys": { "type": "Link", "linkType": "Entry", "id": other } });
        let text = json!({ "nodeType": "document", "content": [{ "nodeType": "embedded-entry-block", "data": { "target": target }, "content": [] }] });
        json!({ "sys": { "id": id, "type": "Entry" }, "fields": { "title": id, "body": text } })
    };
    let includes = json!({ "items": [entry("a", "b")], "includes": { "Entry": [entry("b", "a"), entry("c", "c")] } });
    let article = read(&includes).map(|ingested| ingested.notes.len());
    assert!(article.is_ok(), "{article:?}");
}
