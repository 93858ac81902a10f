//! Attacks in every place of the formats: what comes of the whole document is safe, and a harmless paragraph stays.
//!
//! `GATEFOLD_PAYLOADS` names a file with further ones, a JSON list of objects with a `payload`: collections of others are
//! tried so without a copy of them here.

use super::{BEFORE, LONG, base, part, safe, vectors};
use gatefold::ingest::foreign::{self, Given};
use gatefold::sanitize::parser::Html5ever;
use serde_json::{Value, json};

/// Documents with an attack in every place where a publisher's could be: body, title, standfirst, caption, author,
/// address.
fn documents(x: &str) -> [(&'static str, Value); 11] {
    let html = format!(
        "<p>{BEFORE}</p>\n<figure><img src=\"{x}\" alt=\"{x}\"><figcaption>{x}</figcaption></figure><p><a href=\"{x}\">{x}</a></p>{x}"
    );
    let tree = |text: &str| json!({ "type": "text", "text": text });
    [
        (
            "gatefold",
            json!({ "gatefold": 1, "url": x, "title": x, "standfirst": x, "kicker": x, "language": x, "authors": [x, { "name": x, "url": x }],
                "image": { "src": x, "alt": x, "caption": x, "credit": x, "href": x }, "tags": [x], "published": x,
                "sections": [{ "heading": x, "direction": x, "blocks": [BEFORE, x, [{ "type": "link", "href": x, "text": x, "title": x }],
                    { "type": "embed", "url": x, "text": x, "title": x }, { "type": "math", "text": x, "tree": [{ "tag": x, "text": x }] },
                    { "type": "video", "sources": [{ "src": x, "type": "video/mp4" }], "poster": x }, { "type": "code", "code": x }, { "type": x, "text": x }] }],
                "related": { "src": x, "items": [{ "url": x, "title": x, "teaser": x, "image": { "src": x } }] } }),
        ),
        (
            "wordpress",
            json!({ "id": 1, "link": x, "title": { "rendered": x }, "excerpt": { "rendered": x }, "content": { "rendered": html },
                "_embedded": { "author": [{ "name": x, "link": x }], "wp:term": [[{ "taxonomy": "post_tag", "name": x }]],
                    "wp:featuredmedia": [{ "source_url": x, "alt_text": x, "caption": { "rendered": x } }] } }),
        ),
        (
            "ghost",
            json!({ "id": "1", "uuid": "1", "slug": "a", "url": x, "canonical_url": x, "title": x, "custom_excerpt": x, "html": html,
                "feature_image": x, "feature_image_alt": x, "feature_image_caption": x, "authors": [{ "name": x, "url": x }], "tags": [{ "name": x }] }),
        ),
        (
            "json-feed",
            json!({ "version": "https://jsonfeed.org/version/1.1", "title": x, "next_url": x, "items": [{ "id": "1", "url": x, "external_url": x,
                "title": x, "summary": x, "content_html": html, "image": x, "authors": [{ "name": x, "url": x }], "tags": [x] }] }),
        ),
        (
            "json-ld",
            json!({ "@context": "https://schema.org", "@type": "Article", "url": x, "headline": x, "description": x, "articleBody": html,
                "author": [x, { "name": x, "url": x }], "image": { "url": x, "caption": x }, "keywords": x, "inLanguage": x, "relatedLink": x }),
        ),
        (
            "ans",
            json!({ "_id": "1", "type": "story", "version": "0.10.9", "canonical_url": x, "headlines": { "basic": x }, "subheadlines": { "basic": x },
                "credits": { "by": [{ "type": "author", "name": x, "url": x }] },
                "content_elements": [{ "type": "text", "content": BEFORE }, { "type": "text", "content": x }, { "type": "header", "level": 2, "content": x },
                    { "type": "raw_html", "content": html }, { "type": "image", "url": x, "caption": x, "alt_text": x, "credits": { "by": [{ "name": x }] } },
                    { "type": "interstitial_link", "content": x, "url": x }, { "type": "list", "items": [{ "type": "text", "content": x }] }, { "type": x, "content": x }] }),
        ),
        (
            "apple-news",
            json!({ "identifier": "1", "version": "1.20", "title": x, "subtitle": x, "language": x, "metadata": { "authors": [x], "canonicalURL": x, "excerpt": x },
                "components": [{ "role": "body", "text": BEFORE }, { "role": "body", "format": "html", "text": html }, { "role": "body", "format": "markdown", "text": x },
                    { "role": "body", "text": x, "additions": [{ "type": "link", "URL": x, "rangeStart": 0, "rangeLength": 5 }] },
                    { "role": "heading1", "text": x }, { "role": "photo", "URL": x, "caption": x, "accessibilityCaption": x }, { "role": "tweet", "URL": x }, { "role": x, "text": x }] }),
        ),
        (
            "capi",
            json!({ "id": "1", "webUrl": x, "webTitle": x, "fields": { "headline": x, "standfirst": x, "byline": x, "main": html, "thumbnail": x, "lang": x },
                "blocks": { "body": [{ "elements": [{ "type": "text", "textTypeData": { "html": html } }, { "type": "embed", "embedTypeData": { "html": x, "url": x, "alt": x } },
                    { "type": "image", "assets": [{ "file": x }], "imageTypeData": { "caption": x, "alt": x, "credit": x } }, { "type": "code", "codeTypeData": { "html": x, "language": x } }] }] } }),
        ),
        (
            "portable-text",
            json!([{ "_type": "block", "children": [{ "_type": "span", "text": BEFORE }] },
                { "_type": "block", "style": x, "markDefs": [{ "_key": "a", "_type": "link", "href": x }], "children": [{ "_type": "span", "text": x, "marks": ["a", x] }] },
                { "_type": "image", "asset": { "url": x }, "alt": x, "caption": x }, { "_type": x, "text": x, "url": x }]),
        ),
        (
            "editor-js",
            json!({ "time": 1, "blocks": [{ "type": "paragraph", "data": { "text": BEFORE } }, { "type": "paragraph", "data": { "text": x } },
                { "type": "header", "data": { "text": x, "level": 2 } }, { "type": "raw", "data": { "html": html } }, { "type": "list", "data": { "items": [x] } },
                { "type": "image", "data": { "file": { "url": x }, "caption": x } }, { "type": "embed", "data": { "embed": x, "source": x, "caption": x } },
                { "type": "linkTool", "data": { "link": x, "meta": { "title": x, "image": { "url": x } } } }, { "type": x, "data": { "text": x } }] }),
        ),
        (
            "prosemirror",
            json!({ "type": "doc", "content": [{ "type": "paragraph", "content": [tree(BEFORE)] },
                { "type": "paragraph", "attrs": { "dir": x, "textAlign": x }, "content": [{ "type": "text", "text": x, "marks": [{ "type": "link", "attrs": { "href": x, "title": x } }] }] },
                { "type": "image", "attrs": { "src": x, "alt": x, "title": x } }, { "type": "youtube", "attrs": { "src": x } }, { "type": x, "attrs": { "html": x }, "content": [tree(x)] }] }),
        ),
    ]
}

/// What is wrong with what comes of the documents with an attack in them, each named.
fn wrong_of(name: &str, attack: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    for (format, document) in documents(attack) {
        let read = foreign::article(&&document, &base(), &Html5ever, Given::default());
        let Ok(ingested) = read else {
            wrong.push(format!("{name} in {format}: refused"));
            continue;
        };
        let value = serde_json::to_value(&ingested.article).unwrap();
        wrong.extend(safe::check("", &value).err().map(|what| format!("{name} in {format}: {what}")));
        if !value.to_string().contains(BEFORE) {
            wrong.push(format!("{name} in {format}: the harmless paragraph is gone"));
        }
        if let Ok(feed) = foreign::feed(&&document, &base(), &Html5ever, Given::default()) {
            let cards = serde_json::to_value(&feed.cards).unwrap();
            wrong.extend(safe::check("", &cards).err().map(|what| format!("{name} in a list of {format}: {what}")));
        }
    }
    wrong
}

#[test]
fn nothing_comes_through_wherever_it_is_put() {
    let vectors = vectors();
    let short = vectors.iter().filter(|vector| part(vector, "html").len() <= LONG);
    let wrong: Vec<String> = short.flat_map(|vector| wrong_of(part(vector, "name"), part(vector, "html"))).collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn nothing_comes_through_of_the_payloads_that_are_given() {
    let Ok(file) = std::env::var("GATEFOLD_PAYLOADS") else { return };
    let payloads: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let wrong: Vec<String> = payloads
        .iter()
        .enumerate()
        .flat_map(|(index, payload)| wrong_of(&format!("payload {index}"), part(payload, "payload")))
        .collect();
    assert!(wrong.is_empty(), "{} payloads\n{}", payloads.len(), wrong.join("\n"));
    assert!(!payloads.is_empty());
}
