use super::*;
use crate::model::Base;
use crate::sanitize::parser::Html5ever;
use serde_json::{Value, json};

fn entries(blocks: &Value) -> Vec<Option<String>> {
    let base = Base::at("https://content.example/mill");
    let mut source = Source::new(&base, &Html5ever);
    let json = json!({ "webTitle": "Tide", "type": "liveblog", "blocks": { "body": blocks } });
    let article = article(&&json, &mut source).unwrap();
    let blocks = article.sections.into_iter().flat_map(|section| section.blocks);
    blocks
        .filter_map(|block| match block.kind {
            BlockKind::Live { published, .. } => Some(published),
            _ => None,
        })
        .collect()
}

#[test]
fn entries_have_dates_in_two_forms() {
    let iso = Some("2026-10-12T11:40:00Z".to_owned());
    assert_eq!(
        entries(&json!([{ "title": "a", "firstPublishedDate": "2026-10-12T11:40:00Z" }])),
        std::slice::from_ref(&iso)
    );
    let with_epoch = json!([{ "title": "a", "createdDate": { "dateTime": 1, "iso8601": "2026-10-12T11:40:00Z" } }]);
    assert_eq!(entries(&with_epoch), [iso]);
    assert_eq!(entries(&json!([{ "title": "a" }])), [None]);
}

#[test]
fn only_what_is_published_is_shown() {
    let entry = |published: Value| json!({ "title": "a", "published": published });
    let blocks = json!([entry(json!(true)), entry(json!("true")), entry(json!(false)), entry(json!("false")), {}]);
    assert_eq!(entries(&blocks).len(), 2);
}
