//! The golden folders: `tests/fixtures/FORMAT/CASE/` holds `source.json`, what becomes of it in `expected.json`, and if
//! needed in `given.json` what is known beside it (`format`, `fields`, `pages`, `base`, `feed`: read as a list of cards).
//!
//! `BLESS=1 cargo test --test it fixtures` writes what comes out; look at the difference before you keep it.

use gatefold::ingest::foreign::{self, Given};
use gatefold::ingest::format::Format;
use gatefold::model::Base;
use gatefold::sanitize::parser::Html5ever;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Where sources come from, unless a case says otherwise.
const BASE: &str = "https://news.example/api/article.json";

fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let formats =
        Format::TABLE.iter().map(|(_, name)| root.join(name)).chain([root.join("house"), root.join("unknown")]);
    let folders = formats.filter(|folder| folder.is_dir()).flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut cases: Vec<_> = folders.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    cases.sort();
    cases
}

fn resolve(base: &str, reference: &str) -> Option<String> {
    Some(url::Url::parse(base).ok()?.join(reference).ok()?.into())
}

/// What becomes of a case, as JSON.
fn outcome(folder: &Path) -> Value {
    let read = |name: &str| fs::read_to_string(folder.join(name)).ok();
    let source: Value = serde_json::from_str(&read("source.json").expect("source.json")).expect("JSON in source.json");
    let given: Value = read("given.json").map_or(Value::Null, |text| serde_json::from_str(&text).unwrap());
    let fields: Vec<(String, String)> = given["fields"].as_object().map_or_else(Vec::new, |fields| {
        fields.iter().map(|(name, path)| (name.clone(), path.as_str().expect("a path").to_owned())).collect()
    });
    let base = Base::new(given["base"].as_str().unwrap_or(BASE), resolve);
    let known = Given {
        format: given["format"].as_str().map(|name| Format::from_name(name).expect("a format's name")),
        fields: &fields,
        pages: given["pages"].as_u64().unwrap_or(0) as u32,
    };
    if given["feed"] == true {
        return match foreign::feed(&&source, &base, &Html5ever, known) {
            Ok(feed) => json!({ "title": feed.title, "cards": feed.cards, "next": feed.next, "notes": feed.notes }),
            Err(error) => json!({ "error": error.cause }),
        };
    }
    match foreign::article(&&source, &base, &Html5ever, known) {
        Ok(ingested) => {
            json!({ "format": ingested.format.map(Format::name), "article": ingested.article, "notes": ingested.notes })
        }
        Err(error) => json!({ "error": error.cause }),
    }
}

#[test]
fn each_source_becomes_what_is_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for folder in cases() {
        let outcome = format!("{:#}\n", outcome(&folder));
        let file = folder.join("expected.json");
        if bless {
            fs::write(&file, &outcome).unwrap();
        } else if fs::read_to_string(&file).unwrap_or_default() != outcome {
            wrong.push(folder.display().to_string());
        }
    }
    assert!(wrong.is_empty(), "other than expected:\n{}", wrong.join("\n"));
}
