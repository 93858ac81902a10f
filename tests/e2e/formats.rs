//! The formats of others, in the browser: what its own parsers make of the golden sources says what the native ones say.

use crate::browser::{Tab, scene};
use crate::server::Reply;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

fn cases(format: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(format);
    let mut cases: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    cases.sort();
    assert!(cases.len() >= 4, "{} has too few cases", folder.display());
    cases
}

fn json_in(folder: &Path, name: &str) -> Value {
    fs::read_to_string(folder.join(name)).map_or(Value::Null, |text| serde_json::from_str(&text).unwrap())
}

/// Blocks that say something by other means than their text alone.
const PICTURED: [&str; 8] = ["image", "gallery", "video", "audio", "embed", "card", "file", "math"];

/// What a reader of these blocks reads, piece by piece.
fn texts(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|item| texts(item, found)),
        Value::Object(fields) => {
            let kind = fields.get("type").and_then(Value::as_str).unwrap_or_default();
            if PICTURED.contains(&kind) {
                return;
            }
            for name in
                ["heading", "text", "blocks", "items", "head", "body", "foot", "columns", "terms", "definitions"]
            {
                if let Some(value) = fields.get(name) {
                    texts(value, found);
                }
            }
        }
        _ => {}
    }
}

/// Without white space, which the page is free to set otherwise.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

async fn reads_the_same(tab: &Tab, folder: &Path) -> Result<(), String> {
    let (source, expected) = (json_in(folder, "source.json"), json_in(folder, "expected.json"));
    tab.site.put("/own/golden.json", Reply::json(&source));
    tab.open(&format!("{}&sections=open", tab.article_at("/own/golden.json"))).await;
    let Some(article) = expected.get("article") else {
        tab.wait_ready("failed").await;
        return Ok(());
    };
    tab.wait_ready("1").await;
    let page = bare(&tab.text(".article").await);
    let mut wanted = Vec::new();
    texts(&article["sections"], &mut wanted);
    texts(&article["title"], &mut wanted);
    match wanted.iter().find(|text| !page.contains(&bare(text))) {
        Some(missing) => Err(format!("{}: `{missing}` is not on the page", folder.display())),
        None => Ok(()),
    }
}

/// Every case of a format that needs no more than its name.
async fn all_read_the_same(format: &str) {
    for forced in [false, true] {
        scene(async |tab| {
            tab.expect_failed_requests();
            if forced {
                tab.site.option("data-format", format);
            }
            let mut wrong = Vec::new();
            for folder in cases(format) {
                let given = json_in(&folder, "given.json");
                let more = ["feed", "fields", "base", "pages"].iter().any(|name| given.get(name).is_some());
                if !more && given.get("format").is_some() == forced {
                    wrong.extend(reads_the_same(tab, &folder).await.err());
                }
            }
            assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        })
        .await;
    }
}

#[tokio::test]
async fn wordpress_reads_as_it_does_natively() {
    all_read_the_same("wordpress").await;
}

#[tokio::test]
async fn ghost_reads_as_it_does_natively() {
    all_read_the_same("ghost").await;
}

#[tokio::test]
async fn json_feed_reads_as_it_does_natively() {
    all_read_the_same("json-feed").await;
}

#[tokio::test]
async fn json_ld_reads_as_it_does_natively() {
    all_read_the_same("json-ld").await;
}

#[tokio::test]
async fn ans_reads_as_it_does_natively() {
    all_read_the_same("ans").await;
}

#[tokio::test]
async fn apple_news_reads_as_it_does_natively() {
    all_read_the_same("apple-news").await;
}

#[tokio::test]
async fn ninjs_reads_as_it_does_natively() {
    all_read_the_same("ninjs").await;
}

#[tokio::test]
async fn capi_and_bbc_read_as_they_do_natively() {
    all_read_the_same("capi").await;
    all_read_the_same("bbc").await;
}

#[tokio::test]
async fn body_trees_read_as_they_do_natively() {
    for format in ["portable-text", "editor-js", "prosemirror", "lexical", "contentful", "content-tree"] {
        all_read_the_same(format).await;
    }
}

#[tokio::test]
async fn a_map_of_fields_reads_house_json() {
    scene(async |tab| {
        tab.site.option("data-fields", r#"{"title": "data.headline", "body": "data.content"}"#);
        let source = json!({ "data": { "headline": "Low water", "content": "<p>The <b>ford</b> opens at six.</p>" } });
        tab.read_json(&source).await;
        assert_eq!(tab.text("h1").await, "Low water");
        assert_eq!(tab.text(".prose strong").await, "ford");
    })
    .await;
}

#[tokio::test]
async fn what_is_no_format_says_what_was_looked_for() {
    scene(async |tab| {
        tab.site.put("/own/odd.json", Reply::json(&json!({ "weather": "fine" })));
        tab.expect_error("WordPress");
        tab.open(&tab.article_at("/own/odd.json")).await;
        tab.wait_ready("failed").await;
        assert_eq!(tab.text(".failure__code").await, "Code: format");
    })
    .await;
}

#[tokio::test]
async fn a_list_of_posts_becomes_cards() {
    scene(async |tab| {
        let post = |id: u32| {
            json!({ "id": id, "link": format!("{}/posts/{id}", tab.site.origin), "date_gmt": "2026-10-12T08:00:00",
                "title": { "rendered": format!("Ferry &#8211; part {id}") }, "content": { "rendered": "<p>Text.</p>" },
                "excerpt": { "rendered": "<p>A short one.</p>" } })
        };
        tab.site.put("/own/posts.json", Reply::json(&json!([post(1), post(2), post(3)])));
        let article = json!({ "gatefold": 1, "title": "Given", "sections": [{ "blocks": ["Text."] }],
            "related": { "src": "posts.json" } });
        tab.read_json(&article).await;
        tab.scroll_to("document.querySelector('.related')").await;
        tab.wait("document.querySelectorAll('.related .card').length === 3").await;
        assert_eq!(tab.text(".related .card__title").await, "Ferry – part 1");
    })
    .await;
}
