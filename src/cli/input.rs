//! Files and folders → JSON values.
//!
//! 1. [`entries`] lists what is to be read: files as they were named, and every `*.json` below a folder, in order.
//! 2. [`document`] reads one: bytes, text ([`encoding`](super::encoding)), JSON.

use super::arguments::is_standard_input;
use super::encoding::{decode, paired};
use crate::error::{ErrorKind, LoadError};
use crate::model::{Fate, Note};
use serde::Deserialize;
use serde_json::Value;
use std::borrow::Cow;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

/// Deepest nesting of lists and objects that is read. Browsers read more, but an article is nowhere near.
pub(super) const MAX_NESTING: usize = 4096;

/// The default of the reader's option `max-bytes`.
const MAX_BYTES: usize = 20 << 20;

/// Something to read.
#[derive(Debug)]
pub(super) struct Entry {
    /// As it is shown.
    pub(super) name: String,
    /// Where it is.
    pub(super) path: PathBuf,
    /// Its path below the folder that was named, or its file name.
    pub(super) below: PathBuf,
    /// Met in a folder, not named.
    pub(super) walked: bool,
    /// Why it cannot be read, when that is known already.
    pub(super) failure: Option<Failure>,
}

impl Entry {
    fn new(path: &Path, below: &Path, walked: bool) -> Self {
        let name = if is_standard_input(path) { "standard input".into() } else { path.display().to_string() };
        Self { name, path: path.to_owned(), below: below.to_owned(), walked, failure: None }
    }
}

/// Why a file came to nothing.
#[derive(Debug)]
pub(super) struct Failure {
    /// A code of [`ErrorKind`], or `file` for what the file system says.
    pub(super) code: Cow<'static, str>,
    pub(super) cause: String,
}

impl Failure {
    pub(super) fn file(cause: impl ToString) -> Self {
        Self { code: Cow::Borrowed("file"), cause: cause.to_string() }
    }

    pub(super) fn new(kind: ErrorKind, cause: impl Into<String>) -> Self {
        Self { code: kind.code(), cause: cause.into() }
    }
}

impl From<LoadError> for Failure {
    fn from(error: LoadError) -> Self {
        Self::new(error.kind, error.cause)
    }
}

/// What is to be read, in order. `without` is a folder that is left out: what `convert` has written into it is no input.
pub(super) fn entries(named: &[PathBuf], without: Option<&Path>) -> Vec<Entry> {
    let without = without.and_then(|folder| folder.canonicalize().ok());
    let mut entries = Vec::new();
    for path in named {
        if path.is_dir() && !is_standard_input(path) {
            walk(path, without.as_deref(), &mut entries);
        } else {
            entries.push(Entry::new(path, Path::new(path.file_name().unwrap_or_default()), false));
        }
    }
    entries
}

/// Adds every `*.json` below a folder, by path, without what is hidden. Links to folders are not followed: they may lead
/// round in a circle.
fn walk(root: &Path, without: Option<&Path>, entries: &mut Vec<Entry>) {
    let start = entries.len();
    let mut folders = vec![root.to_owned()];
    let below = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_owned();
    let failed = |path: &Path, cause: String| Entry {
        failure: Some(Failure::file(cause)),
        ..Entry::new(path, &below(path), true)
    };
    while let Some(folder) = folders.pop() {
        let found = fs::read_dir(&folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let found = match found {
            Ok(found) => found,
            Err(error) => {
                entries.push(failed(&folder, error.to_string()));
                continue;
            }
        };
        for file in found.into_iter().filter(|file| !file.file_name().as_encoded_bytes().starts_with(b".")) {
            let path = file.path();
            if file.file_type().is_ok_and(|kind| kind.is_dir()) {
                if without.is_none() || path.canonicalize().ok().as_deref() != without {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) && !path.is_dir()
            {
                entries.push(Entry::new(&path, &below(&path), true));
            }
        }
    }
    if entries.len() == start {
        entries.push(failed(root, "no *.json in it".to_owned()));
    }
    if let Some(walked) = entries.get_mut(start..) {
        walked.sort_by(|a, b| a.path.cmp(&b.path));
    }
}

/// The JSON of a file, and what is odd about its encoding.
///
/// # Errors
/// Why it could not be read, with the line and column of what is no JSON.
pub(super) fn document(path: &Path) -> Result<(Value, Vec<Note>), Failure> {
    let mut bytes = Vec::new();
    let read = if is_standard_input(path) {
        io::stdin().lock().read_to_end(&mut bytes)
    } else {
        fs::File::open(path).and_then(|mut file| file.read_to_end(&mut bytes))
    };
    read.map_err(Failure::file)?;
    parse(&bytes)
}

fn parse(bytes: &[u8]) -> Result<(Value, Vec<Note>), Failure> {
    let (text, encoding) = decode(bytes);
    let (text, surrogates) = paired(text);
    match text.trim_start().chars().next() {
        None => return Err(Failure::new(ErrorKind::Empty, "nothing in it")),
        Some('<') => return Err(Failure::new(ErrorKind::Html, "a web page, not JSON")),
        Some(_) => {}
    }
    if nesting(&text) > MAX_NESTING {
        let cause = format!("nested deeper than {MAX_NESTING} levels");
        return Err(Failure::new(ErrorKind::Syntax, cause));
    }
    let mut parser = serde_json::Deserializer::from_str(&text);
    parser.disable_recursion_limit();
    let json = Value::deserialize(&mut parser).and_then(|json| parser.end().map(|()| json));
    let json = json.map_err(|error| Failure::new(ErrorKind::Syntax, error.to_string()))?;
    let large = (bytes.len() > MAX_BYTES)
        .then(|| format!("{} bytes; the reader takes {MAX_BYTES}, unless `max-bytes` says more", bytes.len()));
    let note = |reason| Note { path: String::new(), fate: Fate::Downgraded, reason };
    Ok((json, [encoding, surrogates, large].into_iter().flatten().map(note).collect()))
}

/// How deep lists and objects are nested, counted before the parser recurses.
fn nesting(text: &str) -> usize {
    let (mut depth, mut deepest, mut quoted, mut escaped) = (0usize, 0, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = quoted,
            b'"' => quoted = !quoted,
            b'[' | b'{' if !quoted => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b']' | b'}' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_last_of_equal_names_wins_as_in_a_browser() {
        assert_eq!(parse(br#"{"a": 1, "a": 2}"#).unwrap().0, json!({ "a": 2 }));
    }

    #[test]
    fn brackets_in_strings_nest_nothing() {
        assert_eq!(nesting(r#"[{"a[[": "\"[{", "b": [1]}, []]"#), 3);
        assert_eq!(nesting("]]}["), 1);
    }

    #[test]
    fn what_is_no_json_says_where() {
        for (text, code, cause) in [
            ("", "empty", "nothing"),
            (" \n", "empty", "nothing"),
            ("<!doctype html>", "html", "web page"),
            ("{\n  \"a\": }", "syntax", "line 2 column 8"),
            ("{} {}", "syntax", "trailing characters at line 1 column 4"),
        ] {
            let failure = parse(text.as_bytes()).unwrap_err();
            assert!(failure.code == code && failure.cause.contains(cause), "{failure:?}");
        }
        let deep = "[".repeat(MAX_NESTING + 1);
        assert!(parse(deep.as_bytes()).unwrap_err().cause.contains("nested"));
    }
}
