use super::*;
use serde_json::{Value, json};

/// A document of each format, as small as it can be.
fn shapes() -> Vec<(Format, Value)> {
    vec![
        (Format::Native, json!({ "gatefold": 1, "title": "Mill" })),
        (Format::JsonFeed, json!({ "version": "https://jsonfeed.org/version/1", "items": [] })),
        (Format::JsonFeed, json!({ "items": [{ "id": 1 }, { "id": 2, "content_text": "a" }] })),
        (Format::WordPress, json!({ "title": { "rendered": "Mill" }, "content": { "rendered": "" } })),
        (Format::Ans, json!({ "type": "story", "version": "0.10.9" })),
        (Format::Ans, json!({ "content_elements": [{ "type": "text" }] })),
        (Format::AppleNews, json!({ "identifier": "a", "components": [{ "role": "title" }] })),
        (Format::Ninjs, json!({ "uri": "urn:a", "bodies": [{ "role": "main" }] })),
        (Format::Ninjs, json!({ "uri": "urn:a", "body_html5": "<p>a</p>" })),
        (Format::Ninjs, json!({ "uri": "urn:a", "versionCreated": "2026-10-12T08:00:00Z" })),
        (Format::Capi, json!({ "webTitle": "Mill", "fields": { "body": "" } })),
        (Format::Capi, json!({ "webUrl": "https://news.example/a", "blocks": {} })),
        (Format::Bbc, json!({ "metadata": {}, "content": { "model": { "blocks": [{ "type": "text" }] } } })),
        (Format::JsonLd, json!({ "@context": "https://schema.org/", "@type": "Recipe" })),
        (Format::JsonLd, json!({ "@context": { "@vocab": "http://schema.org/" } })),
        (Format::JsonLd, json!({ "@context": ["https://schema.org", { "a": "b" }] })),
        (Format::JsonLd, json!({ "@context": [{ "schema": "https://schema.org/" }] })),
        (Format::JsonLd, json!({ "@type": ["Thing", "NewsArticle"] })),
        (Format::JsonLd, json!({ "@graph": [{ "@type": "WebPage" }, { "@type": "BlogPosting" }] })),
        (Format::JsonLd, json!({ "@type": "schema:Article" })),
        (Format::Ghost, json!({ "html": null, "slug": "a", "uuid": "b" })),
        (Format::Ghost, json!({ "html": "<p>a</p>", "slug": "a", "feature_image": null })),
        (Format::PortableText, json!([{ "_type": "image" }, { "_type": "block", "children": [] }])),
        (Format::PortableText, json!({ "_type": "post", "body": [{ "_type": "block" }] })),
        (Format::EditorJs, json!({ "time": 1, "blocks": [{ "type": "paragraph", "data": {} }] })),
        (Format::ProseMirror, json!({ "type": "doc", "content": [] })),
        (Format::Lexical, json!({ "root": { "type": "root", "children": [] } })),
        (Format::Contentful, json!({ "nodeType": "document", "content": [] })),
        (Format::Contentful, json!({ "sys": {}, "fields": { "text": { "nodeType": "document" } } })),
        (Format::Contentful, json!({ "items": [{ "fields": { "text": { "nodeType": "document" } } }] })),
        (Format::ContentTree, json!({ "type": "body", "children": [] })),
    ]
}

fn found(json: &Value) -> Option<(Format, usize, bool)> {
    find(&json, None).map(|found| (found.format, found.items.len(), found.list))
}

#[test]
fn each_shape_is_told_from_the_others() {
    for (format, json) in shapes() {
        assert_eq!(detect(&&json), Some(format), "{json}");
        assert_eq!(find(&&json, None).map(|found| found.format), Some(format), "{json}");
    }
    let formats: Vec<_> = shapes().into_iter().map(|(format, _)| format).collect();
    assert!(Format::TABLE.iter().all(|(format, _)| formats.contains(format)));
}

#[test]
fn signs_are_in_the_order_of_the_formats() {
    let order = |formats: &[Format]| formats.iter().map(|format| format.name()).collect::<Vec<_>>();
    assert_eq!(order(&SIGNS.map(|(format, ..)| format)), order(&Format::TABLE.map(|(format, _)| format)));
}

#[test]
fn every_wrapper_comes_off() {
    for (format, json) in shapes().into_iter().filter(|(_, json)| json.is_object()) {
        let inner = json.to_string();
        for (wrapped, list) in [
            (json!([json]), true),
            (json!({ "body": json, "status": 200, "headers": {} }), false),
            (json!({ "body": [json, json], "status": 200, "headers": {} }), true),
            (json!({ "posts": [json], "meta": { "pagination": { "next": null } } }), true),
            (json!({ "pages": [json] }), true),
            (json!({ "response": { "status": "ok", "content": json } }), false),
            (json!({ "response": { "status": "ok", "results": [json] } }), true),
            (json!({ "data": { "article": json } }), false),
            (json!({ "type": "results", "content_elements": [json] }), true),
            (json!({ "type": "collection", "version": "0.10.9", "content_elements": [json] }), true),
            (json!({ "query": "*", "ms": 2, "result": json }), false),
            (json!(inner), false),
        ] {
            let got = find(&&wrapped, None).unwrap_or_else(|| panic!("{wrapped}"));
            // A list of nodes is one document of linked data.
            let list = list && format != Format::JsonLd;
            assert_eq!((got.format, got.list), (format, list), "{wrapped}");
        }
    }
}

#[test]
fn a_format_that_is_given_is_the_format_and_wrappers_still_come_off() {
    let post = json!({ "posts": [{ "html": "<p>a</p>" }] });
    assert!(find(&&post, None).is_none());
    let given = find(&&post, Some(Format::Ghost)).unwrap();
    assert_eq!((given.format, given.items.len(), given.list), (Format::Ghost, 1, true));
    let text = json!([{ "_type": "callout" }]);
    assert!(!find(&&text, Some(Format::PortableText)).unwrap().list, "a text of blocks of one's own");
    let documents = json!({ "result": [{ "_type": "post", "body": [{ "_type": "block" }] }] });
    assert!(find(&&documents, Some(Format::PortableText)).unwrap().list);
}

#[test]
fn our_own_format_is_never_unwrapped() {
    let json = json!({ "gatefold": 1, "title": "Mill", "result": { "type": "doc" }, "posts": [] });
    assert_eq!(found(&json), Some((Format::Native, 1, false)));
}

#[test]
fn one_odd_item_does_not_hide_the_others() {
    let post = json!({ "title": { "rendered": "Mill" }, "content": { "rendered": "" } });
    assert_eq!(found(&json!([null, 3, {}, post])), Some((Format::WordPress, 4, true)));
    let nodes = json!([{ "@type": "BreadcrumbList" }, { "@type": "NewsArticle" }]);
    assert_eq!(found(&nodes), Some((Format::JsonLd, 1, false)), "linked data is one document");
    assert_eq!(found(&json!([])), Some((Format::Native, 0, true)), "an empty list is in any format");
}

#[test]
fn what_only_looks_like_a_format_is_not_guessed() {
    for json in [
        json!(null),
        json!(true),
        json!("text"),
        json!({}),
        json!({ "gatefold": null }),
        json!({ "title": "Mill", "content": "text" }),
        json!({ "title": { "rendered": null }, "content": { "rendered": "" } }),
        json!({ "title": { "rendered": "Mill" } }),
        json!({ "content_elements": {} }),
        json!({ "content_elements": [] }),
        json!({ "type": "story", "version": 1 }),
        json!({ "components": [{ "role": "title" }] }),
        json!({ "components": "role", "identifier": "a" }),
        json!({ "uri": "urn:a" }),
        json!({ "bodies": [{}] }),
        json!({ "webTitle": "Mill" }),
        json!({ "content": { "model": { "blocks": {} } }, "metadata": {} }),
        json!({ "@context": "https://json-ld.org/", "@type": "Person" }),
        json!({ "@context": 3 }),
        json!({ "html": "<p>a</p>", "slug": "a" }),
        json!({ "_type": "block!" }),
        json!({ "blocks": [{ "type": "paragraph" }] }),
        json!({ "root": { "type": "tree" } }),
        json!({ "type": "body" }),
        json!({ "items": [{ "title": "Mill" }] }),
        json!({ "body": "text", "status": 200 }),
        json!({ "result": "text" }),
    ] {
        assert_eq!(found(&json), None, "{json}");
    }
}

#[test]
fn the_first_of_two_formats_wins() {
    let mut json = json!({ "version": "https://jsonfeed.org/version/1.1", "items": [], "type": "doc" });
    assert_eq!(detect(&&json), Some(Format::JsonFeed));
    json["gatefold"] = json!(1);
    assert_eq!(detect(&&json), Some(Format::Native));
    // Of a name that occurs twice, parsers keep the last.
    let twice: Value = serde_json::from_str(r#"{ "type": "doc", "type": "page" }"#).unwrap();
    assert_eq!(detect(&&twice), None);
}

#[test]
fn wrappers_without_end_are_no_format() {
    let wrap: [fn(Value) -> Value; 2] = [
        |json| Value::Object(serde_json::Map::from_iter([("result".to_owned(), json)])),
        |json| Value::Array(vec![json]),
    ];
    for wrap in wrap {
        let json = (0..10_000).fold(json!({ "gatefold": 1 }), |json, _| wrap(json));
        assert_eq!(found(&json), None);
        // Dropping it would be as deep as it is.
        std::mem::forget(json);
    }
}

#[test]
fn a_wide_document_is_looked_at_in_part() {
    let items: Vec<_> = (0..100_000).map(|id| json!({ "id": id })).collect();
    assert_eq!(found(&json!(items)), None);
    assert_eq!(found(&json!({ "items": items })), None);
}

#[test]
fn the_reader_of_the_error_learns_what_was_looked_for() {
    let text = looked_for(&&json!({ "code": "no_post", "message": "No such post." }));
    assert!(
        text.starts_with(
            "no known format: looked for Article JSON (`gatefold`), JSON Feed (`version*=jsonfeed.org`), "
        )
    );
    assert!(text.contains("WordPress (`title.rendered`), ANS (`content_elements[]`), "));
    assert!(text.ends_with("content-tree (`type=body`); found an object with `code`, `message`"));
    assert!(looked_for(&&json!("a")).ends_with("; found a string"));
}
