//! Files as publishers' tools leave them: with marks, in other encodings, with half characters.

use super::Folder;
use serde_json::Value;

/// A title, between quotation marks that no ASCII has.
const TITLE: &str = "“Mühle” 水 🌊";

fn article(title: &str) -> String {
    format!("{{ \"gatefold\": 1, \"title\": \"{title}\" }}")
}

/// The title that comes out, and the reasons of the diagnostics.
#[track_caller]
fn title(name: &str, bytes: &[u8]) -> (String, Vec<String>) {
    let ran = Folder::new(name).run_with(&["inspect", "--json", "-"], bytes).ends_with(0);
    let line = &ran.lines()[0];
    assert_eq!(line["file"], "standard input");
    let reason = |note: &Value| note["reason"].as_str().unwrap().to_owned();
    let notes = line["notes"].as_array().unwrap().iter().map(reason).collect();
    (line["article"]["title"].as_str().unwrap().to_owned(), notes)
}

#[test]
fn utf_8_is_read_with_and_without_a_mark() {
    let text = article(TITLE);
    assert_eq!(title("utf-8", text.as_bytes()), (TITLE.to_owned(), vec![]));
    assert_eq!(title("utf-8-mark", &[b"\xEF\xBB\xBF", text.as_bytes()].concat()), (TITLE.to_owned(), vec![]));
}

#[test]
fn utf_16_is_read_and_noted() {
    let units: Vec<_> =
        ['\u{FEFF}'].into_iter().chain(article(TITLE).chars()).collect::<String>().encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    for (name, bytes) in [("utf-16-le", little), ("utf-16-be", big)] {
        let (title, notes) = title(name, &bytes);
        assert_eq!(title, TITLE);
        assert!(notes.len() == 1 && notes[0].contains("UTF-16"), "{notes:?}");
    }
}

#[test]
fn windows_1252_is_read_and_noted() {
    let bytes = [b"{ \"gatefold\": 1, \"title\": \"\x93Caf\xE9\x94 \x96 5 \x80\" }".as_slice()].concat();
    let (title, notes) = title("windows-1252", &bytes);
    assert_eq!(title, "“Café” – 5 €");
    assert!(notes.len() == 1 && notes[0].starts_with("5 bytes are no UTF-8"), "{notes:?}");
}

#[test]
fn half_characters_show_as_in_a_browser() {
    let (title, notes) = title("surrogates", article("a\\ud800b\\udc00 \\ud83c\\udf0a \\\\ud800").as_bytes());
    assert_eq!(title, "a\u{FFFD}b\u{FFFD} 🌊 \\ud800");
    assert!(notes.len() == 1 && notes[0].contains("line 1, and 1 more"), "{notes:?}");
}

#[test]
fn the_last_of_two_fields_counts() {
    assert_eq!(title("twice", br#"{ "gatefold": 1, "title": "first", "title": "last" }"#).0, "last");
}

#[test]
fn deep_nesting_is_read_or_refused_but_never_a_crash() {
    let nested = |levels: usize| {
        let (open, close) = ("{\"type\":\"group\",\"blocks\":[".repeat(levels), "]}".repeat(levels));
        format!("{{\"gatefold\":1,\"title\":\"T\",\"sections\":[{{\"blocks\":[{open}\"x\"{close}]}}]}}")
    };
    let folder = Folder::new("nested").with(&[("deep.json", &nested(2_000)), ("deeper.json", &nested(50_000))]);
    for command in ["inspect", "convert", "validate"] {
        folder.run(&[command, "deep.json"]).ends_with(0);
        let ran = folder.run(&[command, "deeper.json"]).ends_with(1);
        assert!([ran.out, ran.err].concat().contains("nested deeper than 4096 levels"));
    }
}

#[test]
fn a_title_cannot_command_the_terminal() {
    let folder = Folder::new("escape");
    let ran = folder.run_with(&["inspect", "-"], article("\\u001b[31mred\\u202etxt").as_bytes()).ends_with(0);
    assert!(ran.out.contains("title       \u{FFFD}[31mredtxt\n"), "{}", ran.out);
}
