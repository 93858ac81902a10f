//! Every text of the interface is said somewhere.

use gatefold::i18n::Message;
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

#[test]
fn no_message_is_left_over() {
    let mut text = String::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut text);
    for message in Message::ALL {
        let name = format!("Message::{message:?}");
        let used = text.match_indices(&name).any(|(at, _)| !text[at + name.len()..].starts_with(char::is_alphanumeric));
        assert!(used, "{name} is in the catalogue and nowhere else");
    }
}
