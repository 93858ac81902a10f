//! The faults under `/fault/`, each an answer that a reader must survive.

use super::Reply;
use serde_json::{Value, json};

/// The fault of that name.
pub(super) fn named(name: &str) -> Option<Reply> {
    Some(match name {
        "403.json" => Reply::status(403),
        "404.json" => Reply::status(404),
        "500.json" => Reply::status(500),
        "hang.json" => Reply::never(),
        "drip.json" => small().drip(),
        "html.json" => {
            Reply::new("text/html", "<!doctype html><title>Sign in</title><p>Welcome to the café's network.")
        }
        "empty.json" => Reply::new("application/json", ""),
        "truncated.json" => Reply::new("application/json", &b"{\"gatefold\":1,\"title\":\"Cut sho"[..]),
        "broken-off.json" => small().broken(),
        "large.json" => large(),
        "large-unmeasured.json" => large().unmeasured(),
        "not-an-article.json" => Reply::json(&json!({ "hello": "world" })),
        "list.json" => Reply::json(&json!([1, 2, 3])),
        "nothing-to-show.json" => Reply::json(&json!({ "gatefold": 1, "sections": [] })),
        "wrong-types.json" => Reply::json(&wrong_types()),
        "deep-lists.json" => Reply::new("application/json", deep_lists(10_000)),
        "many-blocks.json" => Reply::json(&many_blocks(100_000)),
        "hostile.json" => Reply::json(&hostile()),
        "bidi.json" => Reply::json(&bidi()),
        _ => return None,
    })
}

fn small() -> Reply {
    Reply::json(&json!({ "gatefold": 1, "title": "Small", "sections": [{ "blocks": ["word ".repeat(400)] }] }))
}

/// 50 MB of a proper article.
fn large() -> Reply {
    let mut json = br#"{"gatefold":1,"title":"Large","sections":[{"blocks":[""#.to_vec();
    json.resize(50 << 20, b'x');
    json.extend(br#""]}]}"#);
    Reply::new("application/json", json)
}

/// Every field is of a type that it must not be; two paragraphs are sound.
fn wrong_types() -> Value {
    let odd = [json!(null), json!(true), json!(-7), json!(1e300), json!([[[]]]), json!({ "type": {} }), json!("")];
    let types = [
        "paragraph",
        "heading",
        "list",
        "definitions",
        "quote",
        "code",
        "preformatted",
        "math",
        "image",
        "gallery",
        "video",
        "audio",
        "embed",
        "table",
        "details",
        "group",
        "columns",
        "callout",
        "card",
        "links",
        "button",
        "file",
        "fact",
        "timeline",
        "live",
        "correction",
        "rating",
        "footnote",
        "paywall",
        "unknown",
        "never-heard-of",
    ];
    let fields = [
        "text", "blocks", "items", "src", "href", "url", "level", "width", "sources", "images", "body", "columns", "id",
    ];
    let mut blocks = vec![json!("Before the damage.")];
    for name in types {
        for value in &odd {
            let mut block = json!({ "type": name });
            for field in fields {
                block[field] = value.clone();
            }
            blocks.push(block);
        }
    }
    blocks.extend(odd);
    blocks.push(json!("After the damage."));
    json!({ "gatefold": 1, "id": {}, "url": 7, "language": [], "title": "Wrong types", "standfirst": 3, "authors": "x",
        "published": {}, "tags": 4, "image": [], "footnotes": "y", "related": 12, "edit": {},
        "sections": [{ "blocks": blocks }, 5, null, { "heading": {}, "level": "deep", "blocks": "no list" }] })
}

/// A list in a list in a list, with a word at the bottom.
fn deep_lists(depth: usize) -> String {
    let mut json = String::from(r#"{"gatefold":1,"title":"Deep","sections":[{"blocks":[{"type":"list","items":["#);
    json.push_str(&r#"{"blocks":[{"type":"list","items":["#.repeat(depth));
    json.push_str(r#""the bottom of it""#);
    json.push_str(&"]}]}".repeat(depth));
    json.push_str("]}]}]}");
    json
}

fn many_blocks(count: usize) -> Value {
    let blocks: Vec<Value> = (1..=count).map(|index| Value::from(format!("Paragraph {index}."))).collect();
    json!({ "gatefold": 1, "title": "Many blocks", "sections": [{ "blocks": blocks }] })
}

/// Addresses that run a script, carry a document or reach into the reader's machine, wherever an address can stand.
fn hostile() -> Value {
    let addresses = [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "\u{1}javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "javascript\u{0}:alert(1)",
        "javascript&colon;alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
        "vbscript:msgbox(1)",
        "blob:https://example.org/1",
        "file:///etc/passwd",
        "filesystem:https://example.org/x",
        "view-source:https://example.org/",
        "about:blank",
        "ws://example.org/",
        "intent:#Intent;end",
    ];
    let mut blocks = Vec::new();
    for address in addresses {
        blocks.push(json!([{ "type": "link", "href": address, "text": "a link that stays text" }]));
        blocks.push(json!([{ "type": "mention", "href": address, "text": "@mention" }]));
        blocks.push(json!([{ "type": "image", "src": address, "alt": "inline" }]));
        for (name, field) in [
            ("image", "src"),
            ("embed", "url"),
            ("button", "href"),
            ("file", "href"),
            ("card", "url"),
            ("quote", "url"),
            ("paywall", "href"),
        ] {
            let mut block = json!({ "type": name, "text": "words", "name": "words", "title": "words", "alt": "words",
                "blocks": ["words"] });
            block[field] = json!(address);
            blocks.push(block);
        }
        blocks.push(json!({ "type": "image", "src": "images/none.svg", "href": address, "alt": "linked", "width": 4,
            "height": 3, "sources": [{ "src": address, "type": "image/webp" }] }));
        for name in ["video", "audio"] {
            blocks.push(json!({ "type": name, "sources": [{ "src": address }], "poster": address, "title": "words",
                "tracks": [{ "src": address, "kind": "captions" }] }));
        }
        blocks.push(json!({ "type": "links", "items": [{ "href": address, "text": "words" }] }));
    }
    let cards: Vec<Value> = addresses
        .iter()
        .map(|address| {
            json!({ "title": format!("Card {}", address.len()), "url": address, "article": address,
            "image": { "src": address, "alt": "" } })
        })
        .collect();
    json!({ "gatefold": 1, "id": "hostile", "url": addresses[0], "title": "<img src=x onerror=alert(1)>",
        "standfirst": "<script>alert(1)</script>", "edit": addresses[0], "image": { "src": addresses[0], "alt": "lead" },
        "authors": [{ "name": "<b onclick=alert(1)>A</b>", "url": addresses[0] }],
        "sections": [{ "blocks": ["Before."] }, { "heading": "\"><svg onload=alert(1)>", "blocks": blocks },
            { "heading": "Last", "id": "\" onmouseover=alert(1) x=\"", "blocks": ["After the attack."] }],
        "related": { "items": cards, "src": addresses[0] } })
}

/// Marks that turn what follows around.
fn bidi() -> Value {
    json!({ "gatefold": 1, "language": "en", "title": "Invoice \u{202E}gpj.exe", "standfirst": "\u{202D}Left\u{202C}",
        "sections": [{ "heading": "Part \u{202E}eno", "blocks": [
            ["See ", { "type": "link", "href": "https://example.org/", "text": "bank\u{202E}moc.elpmaxe" }, "."]] }],
        "related": { "items": [{ "url": "https://example.org/c", "title": "Card \u{202E}drac" }] } })
}
