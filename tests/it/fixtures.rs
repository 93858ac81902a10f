//! The golden folders: `tests/fixtures/FORMAT/CASE/` holds `source.json`, what becomes of it in `expected.json`, and if
//! needed in `given.json` what is known beside it (`format`, `fields`, `pages`, `base`, `feed`: read as a list of cards).
//!
//! `BLESS=1 cargo test --test it fixtures` writes what comes out; look at the difference before you keep it.

use gatefold::ingest::Ingested;
use gatefold::ingest::foreign::{self, Given};
use gatefold::ingest::format::Format;
use gatefold::model::Base;
use gatefold::sanitize::parser::Html5ever;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

/// Where sources come from, unless a case says otherwise.
const BASE: &str = "https://news.example/api/article.json";

/// The folders of all cases.
pub(crate) fn cases() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let formats =
        Format::TABLE.iter().map(|(_, name)| root.join(name)).chain([root.join("house"), root.join("unknown")]);
    let folders = formats.filter(|folder| folder.is_dir()).flat_map(|folder| fs::read_dir(folder).unwrap());
    let mut cases: Vec<_> = folders.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    cases.sort();
    cases
}

/// What a case reads.
pub(crate) fn source(folder: &Path) -> Value {
    json_in(folder, "source.json")
}

/// What must become of it.
pub(crate) fn expected(folder: &Path) -> Value {
    json_in(folder, "expected.json")
}

fn json_in(folder: &Path, name: &str) -> Value {
    let text = fs::read_to_string(folder.join(name)).expect("a file of the case");
    serde_json::from_str(&text).expect("JSON in it")
}

/// A source with what is known beside it.
struct Case {
    source: Value,
    given: Value,
    fields: Vec<(String, String)>,
}

impl Case {
    fn read(folder: &Path) -> Self {
        let read = |name: &str| fs::read_to_string(folder.join(name)).ok();
        let given: Value = read("given.json").map_or(Value::Null, |text| serde_json::from_str(&text).unwrap());
        let fields = given["fields"].as_object().into_iter().flatten();
        let fields = fields.map(|(name, path)| (name.clone(), path.as_str().expect("a path").to_owned())).collect();
        Self { source: source(folder), given, fields }
    }

    fn known(&self) -> Given<'_> {
        Given {
            format: self.given["format"].as_str().map(|name| Format::from_name(name).expect("a format's name")),
            fields: &self.fields,
            pages: self.given["pages"].as_u64().unwrap_or(0) as u32,
        }
    }

    fn base(&self) -> Base {
        Base::at(self.given["base"].as_str().unwrap_or(BASE))
    }

    /// What becomes of it, as JSON.
    fn outcome(&self) -> Value {
        if self.given["feed"] == true {
            return match foreign::feed(&&self.source, &self.base(), &Html5ever, self.known()) {
                Ok(feed) => json!({ "title": feed.title, "cards": feed.cards, "next": feed.next, "notes": feed.notes }),
                Err(error) => json!({ "error": error.cause }),
            };
        }
        match foreign::article(&&self.source, &self.base(), &Html5ever, self.known()) {
            Ok(Ingested { format, article, notes, .. }) => {
                json!({ "format": format.map(Format::name), "article": article, "notes": notes })
            }
            Err(error) => json!({ "error": error.cause }),
        }
    }
}

#[test]
fn each_source_becomes_what_is_expected() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for folder in cases() {
        let outcome = format!("{:#}\n", Case::read(&folder).outcome());
        let file = folder.join("expected.json");
        if bless {
            fs::write(&file, &outcome).unwrap();
        } else if fs::read_to_string(&file).unwrap_or_default() != outcome {
            wrong.push(folder.display().to_string());
        }
    }
    assert!(wrong.is_empty(), "other than expected:\n{}", wrong.join("\n"));
}

#[test]
fn every_format_has_eight_cases_or_more() {
    let all = cases();
    for name in Format::TABLE.iter().map(|(_, name)| *name).chain(["house", "unknown"]) {
        let count = all.iter().filter(|case| case.parent().is_some_and(|folder| folder.ends_with(name))).count();
        assert!(count >= 8, "{name}: {count}");
    }
}

/// Every place of a value that holds one, as JSON pointers.
fn places(value: &Value, at: &str, places: &mut Vec<String>) {
    places.push(at.to_owned());
    match value {
        Value::Array(items) => items.iter().enumerate().for_each(|(index, item)| {
            self::places(item, &format!("{at}/{index}"), places);
        }),
        Value::Object(fields) => fields.iter().for_each(|(name, field)| {
            self::places(field, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), places);
        }),
        _ => {}
    }
}

/// Puts something else in every place, one after the other: whatever it is, it must be read or refused.
#[test]
fn nothing_in_a_wrong_place_breaks_a_reading() {
    let others = [json!(null), json!(-1.5), json!("\u{202e}<b "), json!([]), json!({}), json!([null, [{}], {"": ""}])];
    for folder in cases() {
        let mut case = Case::read(&folder);
        let mut all = Vec::new();
        places(&case.source, "", &mut all);
        for (index, place) in all.iter().enumerate() {
            let Some(value) = case.source.pointer_mut(place) else { continue };
            let kept = std::mem::replace(value, others[index % others.len()].clone());
            for feed in [false, true] {
                case.given["feed"] = json!(feed);
                case.outcome();
            }
            *case.source.pointer_mut(place).unwrap() = kept;
        }
    }
}
