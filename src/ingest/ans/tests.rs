use super::*;
use crate::model::{Base, MAX_DEPTH};
use crate::sanitize::parser::Html5ever;
use serde_json::{Value, json};

fn read(json: &Value) -> (Article, Vec<String>) {
    let base = Base::at("https://cms.example/api/story.json");
    let mut source = Source::new(&base, &Html5ever);
    let article = article(&json, &mut source).unwrap();
    (article, source.reading.notes.iter().map(ToString::to_string).collect())
}

#[test]
fn a_relative_canonical_address_is_of_the_website() {
    let site = json!({ "primary_site": { "site": { "site_url": "https://news.example" } } });
    for (path, taxonomy, expected) in [
        ("/rivers/mill/", &Value::Null, "https://cms.example/rivers/mill/"),
        ("/rivers/mill/", &site, "https://news.example/rivers/mill/"),
        ("https://other.example/mill/", &site, "https://other.example/mill/"),
        ("//other.example/mill/", &site, "https://other.example/mill/"),
    ] {
        let json = json!({ "headlines": { "basic": "Mill" }, "canonical_url": path, "taxonomy": taxonomy });
        let (article, notes) = read(&json);
        assert_eq!(article.url.as_ref().map(SafeUrl::as_str), Some(expected));
        assert_eq!(notes, [""; 0]);
    }
    let (article, notes) = read(&json!({ "headlines": { "basic": "Mill" }, "canonical_url": "javascript:alert(1)" }));
    assert_eq!((article.url, notes.join("")), (None, "canonical_url: scheme not allowed".to_owned()));
}

#[test]
fn what_lies_too_deep_is_kept_as_text() {
    let mut element = json!({ "type": "text", "content": "the deepest" });
    for _ in 0..2 * MAX_DEPTH {
        element = json!({ "type": "element_group", "content_elements": [element] });
    }
    let document = json!({ "headlines": { "basic": "Deep" }, "content_elements": [element] });
    let (article, notes) = read(&document);
    // serde_json drops and prints deep values by recursion.
    std::mem::forget(document);
    let mut blocks = &article.sections[0].blocks;
    let mut depth = 0;
    while let BlockKind::Group { blocks: inner, .. } = &blocks[0].kind {
        (blocks, depth) = (inner, depth + 1);
    }
    assert_eq!(depth, MAX_DEPTH);
    assert_eq!(blocks[0], paragraph(Text::plain("the deepest")));
    assert!(notes[0].ends_with("nested too deep: only its text is kept"), "{notes:?}");
}
