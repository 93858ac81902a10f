use super::*;
use crate::ingest::{content_tree, contentful, editor_js, lexical, portable_text, prosemirror};
use crate::model::{Base, Note, plain_text};
use crate::sanitize::parser::Html5ever;
use serde_json::{Value, json};

/// What a format makes of a value.
fn read(format: &str, json: &Value) -> (Value, Vec<Note>) {
    let base = Base::at("https://news.example/a");
    let mut source = Source::new(&base, &Html5ever);
    let blocks = match format {
        "Portable Text" => portable_text::blocks(&json, &Place::Root, &mut source),
        "Editor.js" => editor_js::blocks(&json, &Place::Root, &mut source),
        "ProseMirror" => prosemirror::blocks(&json, &Place::Root, &mut source),
        "Lexical" => lexical::blocks(&json, &Place::Root, &mut source),
        "Contentful" => contentful::blocks(&json, &Place::Root, &mut source),
        _ => content_tree::blocks(&json, &Place::Root, &mut source),
    };
    (serde_json::to_value(blocks).unwrap(), source.reading.notes)
}

/// A value at this place of a template, that at the same place of another, and so on.
fn nested(times: usize, mut value: Value, template: Value, place: &str) -> Value {
    for _ in 0..times {
        // Not by the macro, which would copy all of it each time.
        let mut around = template.clone();
        *around.pointer_mut(place).unwrap() = value;
        value = around;
    }
    value
}

#[test]
fn what_is_nested_too_deep_keeps_its_text() {
    let text = |kind: &str, text: &str| json!({ kind: "text", text: "bottom" });
    let in_prosemirror = |times, template, place| nested(times, text("type", "text"), template, place);
    let row = json!({ "type": "tableRow", "content": [{ "type": "tableCell", "content": [null] }] });
    let block = json!({ "type": "block", "fields": { "blockType": "banner", "content": null } });
    let cases = [
        ("ProseMirror", in_prosemirror(2000, json!({ "type": "blockquote", "content": [null] }), "/content/0")),
        ("ProseMirror", {
            let item = json!({ "type": "listItem", "content": [null] });
            in_prosemirror(1000, json!({ "type": "bulletList", "content": [item] }), "/content/0/content/0")
        }),
        ("ProseMirror", {
            let template = json!({ "type": "table", "content": [row] });
            in_prosemirror(700, template, "/content/0/content/0/content/0")
        }),
        ("ProseMirror", in_prosemirror(2000, json!({ "type": "sidebar", "content": [null] }), "/content/0")),
        ("Lexical", {
            let template = json!({ "type": "quote", "children": [null] });
            let quote = nested(2000, text("type", "text"), template, "/children/0");
            nested(1, quote, json!({ "root": { "type": "root", "children": [null] } }), "/root/children/0")
        }),
        ("Lexical", {
            let template = json!({ "root": { "type": "root", "children": [block] } });
            nested(700, json!("bottom"), template, "/root/children/0/fields/content")
        }),
        ("Contentful", {
            let template = json!({ "nodeType": "blockquote", "content": [null] });
            nested(2000, text("nodeType", "value"), template, "/content/0")
        }),
        ("content-tree", {
            nested(2000, text("type", "value"), json!({ "type": "card", "children": [null] }), "/children/0")
        }),
        ("Portable Text", {
            let block = json!([{ "_type": "block", "children": [{ "_type": "span", "text": "bottom" }] }]);
            nested(1000, block, json!([{ "_type": "callout", "content": null }]), "/0/content")
        }),
        ("Editor.js", {
            let columns = json!({ "type": "columns", "data": { "cols": [null] } });
            let text = json!({ "blocks": [{ "type": "paragraph", "data": { "text": "bottom" } }] });
            nested(700, text, json!({ "blocks": [columns] }), "/blocks/0/data/cols/0")
        }),
    ];
    for (name, json) in cases {
        let (blocks, notes) = read(name, &json);
        assert!(blocks.to_string().contains("bottom"), "{name}");
        assert!(notes.iter().any(|note| note.reason.starts_with("nested too deep")), "{name}");
    }
}

#[test]
fn lists_nested_too_deep_keep_their_items() {
    let item = nested(1000, json!({ "content": "bottom" }), json!({ "content": "item", "items": [null] }), "/items/0");
    let list = nested(
        1,
        item,
        json!({ "blocks": [{ "type": "list", "data": { "items": [null] } }] }),
        "/blocks/0/data/items/0",
    );
    let (blocks, notes) = read("Editor.js", &list);
    assert!(blocks.to_string().contains("bottom"));
    assert!(!notes.is_empty());

    let item = |level: usize| {
        let text = format!("item {level}");
        json!({ "_type": "block", "listItem": "bullet", "level": level, "children": [{ "_type": "span", "text": text }] })
    };
    let (blocks, _) = read("Portable Text", &(1..3000).map(item).collect());
    let blocks = blocks.to_string();
    assert!((1..3000).all(|level| blocks.contains(&format!("\"item {level}\""))));
}

#[test]
fn a_small_document_does_not_become_a_huge_one() {
    let link = |id: usize| json!({ "nodeType": "embedded-entry-block", "data": { "target": { "sys": { "id": format!("e{id}") } } } });
    let entry = |id: usize| {
        let content = json!({ "nodeType": "document", "content": [link(id + 1), link(id + 1)] });
        json!({ "sys": { "id": format!("e{id}") }, "fields": { "text": content } })
    };
    let entries: Value = (0..40).map(entry).collect();
    let body = json!({ "nodeType": "document", "content": [link(0)] });
    let document = json!({ "fields": { "body": body }, "includes": { "Entry": entries } });
    let (_, notes) = read("Contentful", &document);
    assert!(notes.iter().any(|note| note.reason.contains("more than 16 times")));
}

#[test]
fn names_are_one_however_they_are_written() {
    for name in ["bulletList", "bullet_list", "bullet-list", "BulletList"] {
        assert!(sort_of(name, &[]) == Sort::Bullets, "{name}");
    }
    assert!(sort_of("extended-heading", &[]) == Sort::Heading(0));
    assert!(sort_of("bulletList", &[("bulletlist", Sort::Rule)]) == Sort::Rule, "a dialect's own names go first");
    assert!(sort_of("constructor", &[]) == Sort::Unknown && sort_of("", &[]) == Sort::Unknown);
}

#[test]
fn neighbours_with_the_same_marks_are_one() {
    let text = |text: &str, bits: u32| json!({ "type": "text", "text": text, "format": bits });
    let line = json!([text("a", 1), text("b", 3), text("c", 2), text("d", 0), text(" ", 0)]);
    let (blocks, notes) =
        read("Lexical", &json!({ "root": { "children": [{ "type": "paragraph", "children": line }] } }));
    let em = |text: &str| json!({ "type": "em", "text": text });
    let strong = json!({ "type": "strong", "text": ["a", em("b")] });
    assert_eq!(blocks, json!([{ "type": "paragraph", "text": [strong, em("c"), "d "] }]));
    assert!(notes.is_empty());
}

#[test]
fn overrides_of_direction_are_taken_from_links_and_headings_only() {
    let document = json!({ "type": "doc", "content": [
        { "type": "heading", "content": [{ "type": "text", "text": "a\u{202E}b" }] },
        { "type": "paragraph", "content": [
            { "type": "text", "text": "c\u{202E}d" },
            { "type": "text", "text": "e\u{202E}f", "marks": [{ "type": "link", "attrs": { "href": "/x" } }] },
        ] },
    ] });
    let (blocks, _) = read("ProseMirror", &document);
    assert_eq!(blocks[0]["text"], "ab");
    assert_eq!(blocks[1]["text"][0], "c\u{202E}d");
    assert_eq!(blocks[1]["text"][1]["text"], "ef");
}

#[test]
fn gathered_text_is_in_reading_order() {
    let value = json!({ "children": ["two", { "text": "three" }], "title": "one", "id": "no", "caption": "four" });
    assert_eq!(gathered(&&value), "one two three four");
    assert_eq!(plain_text(&Text::plain(gathered(&&json!(3)))), "");
}
