//! The smallest documents of every format: a title and a body of as many paragraphs, or of as many levels, as are wanted.

use gatefold::ingest::format::Format;
use serde_json::{Value, json};

/// The word at the bottom of everything that is nested.
pub(crate) const BOTTOM: &str = "the bottom of it";

/// How a format writes a body.
pub(crate) struct Shape {
    pub(crate) format: Format,
    /// A document: the title, and the list of what is in the body.
    pub(crate) document: fn(&str, Vec<Value>) -> Value,
    /// A paragraph.
    pub(crate) paragraph: fn(&str) -> Value,
    /// Something around something.
    pub(crate) around: fn(Value) -> Value,
    /// Whether the format has a title in plain text, in HTML, or none.
    pub(crate) title: Title,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Title {
    Plain,
    Html,
    None,
}

/// A value with another at a place in it; `json!` would copy what is put into it.
fn filled(mut value: Value, place: &str, inner: Value) -> Value {
    *value.pointer_mut(place).expect("a place of the template") = inner;
    value
}

/// Of HTML, pieces are strings.
fn html_paragraph(text: &str) -> Value {
    json!(["<p>", text, "</p>\n"].concat())
}

fn html_around(inner: Value) -> Value {
    json!(["<blockquote>", inner.as_str().unwrap_or_default(), "</blockquote>"].concat())
}

fn html(pieces: &[Value]) -> String {
    pieces.iter().filter_map(Value::as_str).collect()
}

fn blocks_of_lines(name: &str, text: &str) -> Value {
    json!({ "type": name, "model": { "blocks": [{ "type": "fragment", "model": { "text": text, "attributes": [] } }] } })
}

pub(crate) const SHAPES: [Shape; 16] = [
    Shape {
        format: Format::Native,
        document: |title, body| {
            filled(
                json!({ "gatefold": 1, "title": title, "sections": [{ "blocks": [] }] }),
                "/sections/0/blocks",
                body.into(),
            )
        },
        paragraph: |text| json!(text),
        around: |inner| filled(json!({ "type": "quote", "blocks": [null] }), "/blocks/0", inner),
        title: Title::Plain,
    },
    Shape {
        format: Format::JsonFeed,
        document: |title, body| {
            let item = json!({ "id": "1", "title": title, "content_html": html(&body) });
            json!({ "version": "https://jsonfeed.org/version/1.1", "items": [item] })
        },
        paragraph: html_paragraph,
        around: html_around,
        title: Title::Plain,
    },
    Shape {
        format: Format::WordPress,
        document: |title, body| json!({ "id": 1, "title": { "rendered": title }, "content": { "rendered": html(&body) } }),
        paragraph: html_paragraph,
        around: html_around,
        title: Title::Html,
    },
    Shape {
        format: Format::Ans,
        document: |title, body| json!({ "type": "story", "version": "0.10.9", "headlines": { "basic": title }, "content_elements": body }),
        paragraph: |text| json!({ "type": "text", "content": text }),
        around: |inner| filled(json!({ "type": "quote", "content_elements": [null] }), "/content_elements/0", inner),
        title: Title::Html,
    },
    Shape {
        format: Format::AppleNews,
        document: |title, body| json!({ "identifier": "1", "version": "1.20", "title": title, "components": body }),
        paragraph: |text| json!({ "role": "body", "text": text }),
        around: |inner| filled(json!({ "role": "container", "components": [null] }), "/components/0", inner),
        title: Title::Plain,
    },
    Shape {
        format: Format::Ninjs,
        document: |title, body| json!({ "uri": "urn:1", "headline": title, "versioncreated": "2026-10-12T08:00:00Z", "body_html": html(&body) }),
        paragraph: html_paragraph,
        around: html_around,
        title: Title::Plain,
    },
    Shape {
        format: Format::Capi,
        document: |title, body| json!({ "webTitle": title, "fields": { "body": html(&body) } }),
        paragraph: html_paragraph,
        around: html_around,
        title: Title::Html,
    },
    Shape {
        format: Format::Bbc,
        document: |title, mut body| {
            body.insert(0, json!({ "type": "headline", "model": { "text": title } }));
            json!({ "metadata": {}, "content": { "model": { "blocks": body } } })
        },
        paragraph: |text| blocks_of_lines("paragraph", text),
        around: |inner| filled(json!({ "type": "group", "model": { "blocks": [null] } }), "/model/blocks/0", inner),
        title: Title::Plain,
    },
    Shape {
        format: Format::JsonLd,
        document: |title, body| json!({ "@context": "https://schema.org", "@type": "Article", "headline": title, "articleBody": html(&body) }),
        paragraph: html_paragraph,
        around: html_around,
        title: Title::Html,
    },
    Shape {
        format: Format::Ghost,
        document: |title, body| json!({ "uuid": "1", "slug": "a", "title": title, "html": html(&body) }),
        paragraph: html_paragraph,
        around: html_around,
        title: Title::Plain,
    },
    Shape {
        format: Format::PortableText,
        document: |_, body| Value::Array(body),
        paragraph: |text| json!({ "_type": "block", "children": [{ "_type": "span", "text": text }] }),
        around: |inner| filled(json!({ "_type": "callout", "content": [null] }), "/content/0", inner),
        title: Title::None,
    },
    Shape {
        format: Format::EditorJs,
        document: |_, body| filled(json!({ "blocks": [] }), "/blocks", body.into()),
        paragraph: |text| json!({ "type": "paragraph", "data": { "text": text } }),
        around: |mut inner| {
            let items = inner.pointer_mut("/data/items").map(Value::take).unwrap_or_else(|| json!([BOTTOM]));
            let item = json!({ "content": "", "items": [] });
            let list = json!({ "type": "list", "data": { "style": "unordered", "items": [item] } });
            filled(list, "/data/items/0/items", items)
        },
        title: Title::None,
    },
    Shape {
        format: Format::ProseMirror,
        document: |_, body| filled(json!({ "type": "doc", "content": [] }), "/content", body.into()),
        paragraph: |text| json!({ "type": "paragraph", "content": [{ "type": "text", "text": text }] }),
        around: |inner| filled(json!({ "type": "blockquote", "content": [null] }), "/content/0", inner),
        title: Title::None,
    },
    Shape {
        format: Format::Lexical,
        document: |_, body| {
            filled(json!({ "root": { "type": "root", "children": [] } }), "/root/children", body.into())
        },
        paragraph: |text| json!({ "type": "paragraph", "children": [{ "type": "text", "text": text, "format": 0 }] }),
        around: |inner| filled(json!({ "type": "quote", "children": [null] }), "/children/0", inner),
        title: Title::None,
    },
    Shape {
        format: Format::Contentful,
        document: |_, body| filled(json!({ "nodeType": "document", "content": [] }), "/content", body.into()),
        paragraph: |text| json!({ "nodeType": "paragraph", "content": [{ "nodeType": "text", "value": text, "marks": [] }] }),
        around: |inner| filled(json!({ "nodeType": "blockquote", "content": [null] }), "/content/0", inner),
        title: Title::None,
    },
    Shape {
        format: Format::ContentTree,
        document: |_, body| filled(json!({ "type": "body", "children": [] }), "/children", body.into()),
        paragraph: |text| json!({ "type": "paragraph", "children": [{ "type": "text", "value": text }] }),
        around: |inner| filled(json!({ "type": "blockquote", "children": [null] }), "/children/0", inner),
        title: Title::None,
    },
];
