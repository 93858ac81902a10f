//! `public/schema/article-1.json` says what `docs/article-json.md` says, what the crate writes, and what the sample
//! articles are.

use crate::specimen;
use gatefold::ingest::Extras;
use jsonschema::Validator;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::Path;

const SCHEMA: &str = include_str!("../../public/schema/article-1.json");
const DOCS: &str = include_str!("../../docs/article-json.md");

/// Breaks one of the format's rules on purpose, for the diagnostics.
const BROKEN: &str = "broken-on-purpose.json";

fn schema() -> Value {
    serde_json::from_str(SCHEMA).unwrap()
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&schema()).unwrap()
}

/// What is wrong with an article, one line each.
fn faults(validator: &Validator, article: &Value) -> Vec<String> {
    validator.iter_errors(article).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_schema_is_one() {
    assert!(jsonschema::draft202012::meta::is_valid(&schema()));
}

#[test]
fn what_the_crate_writes_is_valid() {
    let written = serde_json::to_value(specimen::article()).unwrap();
    assert_eq!(faults(&validator(), &written), Vec::<String>::new());
}

#[test]
fn what_the_crate_writes_reads_back_as_it_was() {
    let written = serde_json::to_string(&specimen::article()).unwrap();
    let read = gatefold::ingest::article(
        &&serde_json::from_str::<Value>(&written).unwrap(),
        &specimen::base(),
        Some(Extras::all()),
    )
    .unwrap();
    assert_eq!(read.notes, []);
    assert_eq!(read.article, specimen::article());
}

#[test]
fn the_example_in_the_docs_is_valid() {
    let (_, example) = DOCS.split_once("```json").unwrap();
    let (example, _) = example.split_once("```").unwrap();
    assert_eq!(faults(&validator(), &serde_json::from_str(example).unwrap()), Vec::<String>::new());
}

#[test]
fn every_article_in_public_is_valid() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/articles");
    let (validator, mut all) = (validator(), Vec::new());
    for entry in std::fs::read_dir(folder).into_iter().flatten().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if !name.ends_with(".json") || name == "feed.json" || name == BROKEN {
            continue;
        }
        let article = serde_json::from_slice(&std::fs::read(entry.path()).unwrap()).unwrap();
        all.extend(faults(&validator, &article).into_iter().map(|fault| format!("{name}{fault}")));
    }
    assert!(all.is_empty(), "\n{}\n", all.join("\n"));
}

/// The names of the types that `$defs/{list}` allows. Each must lead to its own definition.
fn types_in_schema(list: &str) -> BTreeSet<String> {
    let schema = schema();
    let definition = |reference: &Value| {
        let name = reference["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/"));
        name.map_or_else(|| reference.clone(), |name| schema["$defs"][name].clone())
    };
    // A type is a constant, or one of several, here or in a definition.
    let names = |kind: &Value| {
        let kind = definition(kind);
        let several = kind["enum"].as_array().into_iter().flatten().chain([&kind["const"]]);
        several.filter_map(|name| name.as_str().map(str::to_owned)).collect::<BTreeSet<_>>()
    };
    let list = &schema["$defs"][list];
    let mut led_to = BTreeSet::new();
    for choice in list["allOf"].as_array().unwrap() {
        let expected = names(&choice["if"]["properties"]["type"]);
        assert_eq!(names(&definition(&choice["then"])["properties"]["type"]), expected, "{choice}");
        led_to.extend(expected);
    }
    let kind = &list["properties"]["type"];
    let allowed = kind["anyOf"].as_array().into_iter().flatten().chain([kind]).flat_map(names).collect();
    assert_eq!(led_to, allowed);
    led_to
}

/// The names in the first column of the table under that heading.
fn types_in_docs(heading: &str) -> BTreeSet<String> {
    let (_, section) = DOCS.split_once(heading).unwrap();
    let rows = section.split("\n## ").next().unwrap().lines().filter_map(|line| line.strip_prefix("| `"));
    let names = |row: &str| -> Vec<String> {
        let first = row.split('|').next().unwrap_or_default();
        first.split(['`', ' ']).filter(|name| !name.is_empty()).map(str::to_owned).collect()
    };
    let mut names: BTreeSet<String> = rows.flat_map(names).collect();
    names.remove("type");
    names
}

/// The types in what the crate writes, in lists under those names.
fn types_in_specimen(keys: &[&str]) -> BTreeSet<String> {
    fn walk(value: &Value, in_list: bool, keys: &[&str], names: &mut BTreeSet<String>) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| walk(item, in_list, keys, names)),
            Value::Object(fields) => {
                if let (true, Some(name)) = (in_list, fields.get("type").and_then(Value::as_str)) {
                    names.insert(name.to_owned());
                }
                fields.iter().for_each(|(key, value)| walk(value, keys.contains(&key.as_str()), keys, names));
            }
            _ => {}
        }
    }
    let mut names = BTreeSet::new();
    walk(&serde_json::to_value(specimen::article()).unwrap(), false, keys, &mut names);
    names
}

#[test]
fn schema_docs_and_crate_have_the_same_types() {
    let blocks = types_in_schema("typed");
    assert_eq!(blocks, types_in_docs("\n## Blocks\n"));
    let mut written = types_in_specimen(&["blocks"]);
    // Read, but never written: it has moved to the end by then.
    written.insert("footnote".to_owned());
    assert_eq!(blocks, written);
    let inlines = types_in_schema("inline");
    assert_eq!(inlines, types_in_docs("\n## Inlines\n"));
    assert_eq!(inlines, types_in_specimen(&["text"]));
}

#[test]
fn formula_parts_are_those_of_the_model() {
    assert_eq!(schema()["$defs"]["mathNode"]["properties"]["tag"]["enum"], json!(gatefold::model::math::MATH_TAGS));
}

#[test]
fn what_is_not_allowed_is_refused() {
    let validator = validator();
    let block = |block: Value| json!({ "gatefold": 1, "sections": [{ "blocks": [block] }] });
    for wrong in [
        json!([]),
        json!({ "title": "No version" }),
        json!({ "gatefold": 2, "title": "T" }),
        json!({ "gatefold": 1 }),
        json!({ "gatefold": 1, "title": "T", "titel": "T" }),
        json!({ "gatefold": 1, "title": "T", "url": "javascript:alert(1)" }),
        json!({ "gatefold": 1, "title": "T", "published": "12 October" }),
        json!({ "gatefold": 1, "title": "T", "image": { "src": "a.svg" } }),
        json!({ "gatefold": 1, "title": "T", "related": { "items": [{ "url": "a" }] } }),
        json!({ "gatefold": 1, "sections": [{ "heading": "H", "level": 1 }] }),
        json!({ "gatefold": 1, "sections": [{ "blocks": [], "text": "T" }] }),
        block(json!({ "type": "paragraph" })),
        block(json!({ "type": "paragraph", "text": "T", "colour": "red" })),
        block(json!({ "type": "video", "sources": [] })),
        block(json!({ "type": "image", "src": "data:image/png;base64,AA", "alt": "" })),
        block(json!({ "type": "list", "items": [["T", ["nested"]]] })),
        block(json!({ "type": "marquee", "text": "T" })),
        block(json!({ "type": "quote", "blocks": [] })),
        block(json!([{ "type": "link", "href": "vbscript:x", "text": "T" }])),
        block(json!([{ "type": "strong", "text": "T", "class": "x" }])),
    ] {
        assert!(!validator.is_valid(&wrong), "{wrong}");
    }
    for right in [
        json!({ "gatefold": 1, "title": "T", "_mine": { "anything": [1] } }),
        block(json!({ "type": "paragraph", "text": "T", "_mine": 1, "id": "a", "direction": "rtl" })),
        block(json!("T")),
        block(
            json!(["T ", { "type": "link", "href": "#a", "text": ["U", { "type": "em", "text": "V" }], "_mine": 1 }]),
        ),
        block(json!({ "type": "card", "url": "../b", "title": "B", "id": "b" })),
    ] {
        assert_eq!(faults(&validator, &right), Vec::<String>::new(), "{right}");
    }
}
