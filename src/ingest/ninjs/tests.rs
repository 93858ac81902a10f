use super::names::{all, field, text, variant};
use serde_json::json;

#[test]
fn fields_are_found_in_any_case() {
    let json =
        json!({ "VersionCreated": "2026", "headline": "exact", "HEADLINE": "other", "Empty": " ", "none": null });
    let json = &json;
    assert_eq!(text(&json, "versioncreated").as_deref(), Some("2026"));
    assert_eq!(text(&json, "headline").as_deref(), Some("exact"));
    assert_eq!(text(&json, "empty"), None);
    assert!(field(&json, "none").is_none() && field(&json, "missing").is_none());
    assert!(field(&&json!([1]), "a").is_none());
}

#[test]
fn variants_come_in_the_ways_of_three_versions() {
    for (json, expected) in [
        (json!({ "headline": "plain", "headline_main": "main" }), "main"),
        (json!({ "headline": "plain", "headline_short": "short" }), "plain"),
        (json!({ "Headline_Simple": "only" }), "only"),
        (json!({ "headlines": [{ "role": "short", "value": "short" }, { "role": "Main", "value": "main" }] }), "main"),
        (json!({ "Headlines": [{ "value": "first" }, { "value": "second" }] }), "first"),
        (json!({ "headlines": [{ "role": "main", "value": " " }], "headline": "plain" }), "plain"),
        (json!({ "headlines": "a string" }), "a string"),
    ] {
        assert_eq!(variant(&&json, "headline", "headlines", &["main"]).as_deref(), Some(expected), "{json}");
    }
    assert_eq!(variant(&&json!({ "headliner": "another" }), "headline", "headlines", &[]), None);
}

#[test]
fn lists_and_objects_have_names() {
    let names = |json| all(&&json, "associations").into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(json!({ "associations": { "main": { "type": "picture" }, "gone": null } })), ["main"]);
    assert_eq!(names(json!({ "Associations": [{ "name": "a" }, null, { "role": "b" }, {}] })), ["a", "b", ""]);
    assert_eq!(names(json!({ "associations": null })), [""; 0]);
}
