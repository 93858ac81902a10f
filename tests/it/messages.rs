//! Every text of the interface is said somewhere.

use gatefold::i18n::{Catalog, Later, Message};
use std::fs;
use std::path::Path;

/// All source text below a folder, but for the catalogue itself.
fn sources(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("i18n") {
            sources(&path, text);
        } else if path.extension().is_some_and(|kind| kind == "rs") {
            text.push_str(&fs::read_to_string(&path).unwrap());
        }
    }
}

/// Every text in its place: its enum and its name, and what is filled into it.
fn all() -> Vec<(String, Vec<&'static str>)> {
    let now = Message::ALL.iter().map(|text| (format!("Message::{text:?}"), text.placeholders().to_vec()));
    now.chain(Later::ALL.iter().map(|text| (format!("Later::{text:?}"), text.placeholders().to_vec()))).collect()
}

#[test]
fn no_message_is_left_over() {
    let mut text = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    for (name, _) in all() {
        let used = text.match_indices(&name).any(|(at, _)| !text[at + name.len()..].starts_with(char::is_alphanumeric));
        assert!(used, "{name} is in the catalogue and nowhere else");
    }
}

/// The languages, with the categories that numbers have in them (Unicode CLDR 45, cardinal, whole numbers
/// below a million).
const LANGUAGES: [(&str, &[&str]); 18] = [
    ("ar", &["zero", "one", "two", "few", "many", "other"]),
    ("de", &["one", "other"]),
    ("en", &["one", "other"]),
    ("es", &["one", "other"]),
    ("fa", &["one", "other"]),
    ("fr", &["one", "other"]),
    ("he", &["one", "two", "other"]),
    ("hi", &["one", "other"]),
    ("it", &["one", "other"]),
    ("ja", &["other"]),
    ("ko", &["other"]),
    ("nl", &["one", "other"]),
    ("pl", &["one", "few", "many", "other"]),
    ("pt-BR", &["one", "other"]),
    ("ru", &["one", "few", "many", "other"]),
    ("tr", &["one", "other"]),
    ("uk", &["one", "few", "many", "other"]),
    ("zh-Hans", &["other"]),
];

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// The texts of a language, by name, as they stand in its file.
fn texts(tag: &str) -> Vec<(String, serde_json::Value)> {
    let file = read(&format!("src/i18n/words/{tag}.json"));
    let lines = file.trim().strip_prefix("{\n").unwrap().strip_suffix("\n}").unwrap().lines();
    let pairs = lines.map(|line| {
        let one: serde_json::Map<_, _> = serde_json::from_str(&format!("{{{}}}", line.trim_end_matches(','))).unwrap();
        one.into_iter().next().unwrap()
    });
    pairs.collect()
}

/// The names in braces.
fn placeholders(text: &str) -> Vec<&str> {
    let mut found: Vec<_> = text.split('{').skip(1).map(|rest| rest.split_once('}').unwrap().0).collect();
    found.sort_unstable();
    found
}

#[test]
fn every_language_says_everything_in_its_own_way() {
    let counted = ["ArticlesLoaded", "Bytes", "Diagnostics"];
    for (tag, categories) in LANGUAGES {
        let texts = texts(tag);
        let names: Vec<_> = texts.iter().map(|(name, _)| name.clone()).collect();
        let all = all();
        let wanted: Vec<_> = all.iter().map(|(name, _)| name.split_once("::").unwrap().1).collect();
        // The program knows a text by its place alone.
        assert_eq!(names, wanted, "the messages of {tag}, in their order");
        for ((_, placeholders_of), (name, value)) in all.iter().zip(&texts) {
            let forms: Vec<_> = match value.as_object() {
                Some(forms) => forms.iter().map(|(name, text)| (name.as_str(), text.as_str().unwrap())).collect(),
                None => vec![("", value.as_str().unwrap())],
            };
            if counted.contains(&name.as_str()) {
                let mut found: Vec<_> = forms.iter().map(|(category, _)| *category).collect();
                let mut wanted = categories.to_vec();
                found.sort_unstable();
                wanted.sort_unstable();
                assert_eq!(found, wanted, "{name} in {tag}");
            }
            let mut declared = placeholders_of.clone();
            declared.sort_unstable();
            for (category, text) in forms {
                assert!(!text.trim().is_empty() && text.trim() == text, "{name} in {tag}");
                assert!(!text.contains(['\'', '"']) && !text.contains("..."), "{name} in {tag}: {text}");
                // One and two may be words.
                let words = ["zero", "one", "two"].contains(&category) && placeholders(text).is_empty();
                assert!(words || placeholders(text) == declared, "{name} in {tag}: {text}");
            }
        }
        // The last form stands for all that are not named.
        let file = read(&format!("src/i18n/words/{tag}.json"));
        assert_eq!(file.matches("{ \"").count(), file.matches("\" }").count());
        for line in file.lines().filter(|line| line.contains("{ \"")) {
            let last = line.rfind("\": \"").and_then(|at| line[..at].rfind('"').map(|from| &line[from + 1..at]));
            assert_eq!(last, Some("other"), "{tag}: {line}");
        }
    }
}

#[test]
fn the_loader_knows_every_language() {
    let loader = read("public/embed/words.js");
    let tags = loader.split("TAGS = \"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let known = LANGUAGES.map(|(tag, _)| tag).join(" ");
    assert_eq!(tags, known);
    let mut files: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/i18n/words"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap().replace(".json", ""))
        .collect();
    files.sort_unstable();
    assert_eq!(files.join(" "), known);
}

#[test]
fn the_file_of_english_says_what_the_program_says() {
    let catalog = Catalog::default();
    let said = |at: usize, count: Option<u32>| match (Message::ALL.get(at), count) {
        (Some(&text), _) => catalog.get(text).to_owned(),
        (None, Some(count)) => catalog.count(Later::ALL[at - Message::ALL.len()], count, &[]),
        (None, None) => catalog.get(Later::ALL[at - Message::ALL.len()]).to_owned(),
    };
    for (at, (name, text)) in texts("en").iter().enumerate() {
        match text.as_str() {
            Some(text) => assert_eq!(text, said(at, None), "{name}"),
            None => {
                assert_eq!(text["one"], said(at, Some(1)).as_str(), "{name}");
                assert_eq!(text["other"], said(at, Some(2)).as_str(), "{name}");
            }
        }
    }
}
