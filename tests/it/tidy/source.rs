//! The files of the repository, as the rules look at them.

use std::fs;
use std::path::Path;

/// A file, by its path in the repository.
pub(super) struct Source {
    pub(super) path: String,
    pub(super) text: String,
}

/// Lines, counted from 1, and what is wrong there.
pub(super) type Findings = Vec<(usize, String)>;

impl Source {
    fn new(path: &str, text: &str) -> Self {
        Self { path: path.to_owned(), text: text.to_owned() }
    }

    pub(super) fn is(&self, extensions: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, extension)| extensions.contains(&extension))
    }

    /// The module under `src` that the file belongs to, and how deep in it.
    pub(super) fn module(&self) -> Option<(&str, usize)> {
        let path = self.path.strip_prefix("src/")?.strip_suffix(".rs")?;
        let module = path.split('/').next()?;
        (!matches!(module, "lib" | "main")).then(|| (module, path.split('/').count()))
    }

    /// The code, line by line, without comments and, in Rust, without tests, which stand last.
    pub(super) fn shipped(&self) -> String {
        if self.is(&["css"]) {
            return without_block_comments(&self.text);
        }
        if self.path.starts_with("src/") && (self.path.ends_with("/tests.rs") || self.path.contains("/tests/")) {
            return String::new();
        }
        let end = if self.is(&["rs"]) { self.text.find("\n#[cfg(test)]\n") } else { None };
        let code = &self.text[..end.unwrap_or(self.text.len())];
        // `https://` is no comment.
        let uncommented = |line: &str| match line.match_indices("//").find(|(at, _)| !line[..*at].ends_with(':')) {
            Some((at, _)) => line[..at].to_owned(),
            None => line.to_owned(),
        };
        code.lines().map(uncommented).collect::<Vec<_>>().join("\n")
    }
}

fn without_block_comments(text: &str) -> String {
    let mut kept = String::new();
    for (at, part) in text.split("/*").enumerate() {
        let (comment, code) = if at == 0 { ("", part) } else { part.split_once("*/").unwrap_or((part, "")) };
        kept.extend(comment.matches('\n'));
        kept.push_str(code);
    }
    kept
}

/// Every text file in the repository that somebody wrote.
fn files(folder: &Path, path: &str, found: &mut Vec<Source>) {
    let mut entries: Vec<_> = fs::read_dir(folder).unwrap().map(Result::unwrap).collect();
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let name = entry.file_name().into_string().unwrap();
        let inner = if path.is_empty() { name.clone() } else { [path, "/", &name].concat() };
        if entry.file_type().unwrap().is_dir() {
            if !name.starts_with('.') && !["target", "dist", "node_modules"].contains(&name.as_str()) {
                files(&entry.path(), &inner, found);
            }
        } else if let Ok(text) = fs::read_to_string(entry.path()) {
            found.push(Source { path: inner, text });
        }
    }
}

pub(super) fn holds(rule: fn(&Source) -> Findings) {
    let mut sources = Vec::new();
    files(Path::new(env!("CARGO_MANIFEST_DIR")), "", &mut sources);
    assert!(sources.iter().any(|source| source.path == "src/lib.rs"), "the walk went elsewhere");
    let mut all = Vec::new();
    for source in &sources {
        all.extend(rule(source).into_iter().map(|(line, finding)| format!("{}:{line}: {finding}", source.path)));
    }
    assert!(all.is_empty(), "\n{}\n", all.join("\n"));
}

/// The rule finds something on exactly these lines.
pub(super) fn finds(rule: fn(&Source) -> Findings, path: &str, text: &str, lines: &[usize]) {
    let found: Vec<usize> = rule(&Source::new(path, text)).into_iter().map(|(line, _)| line).collect();
    assert_eq!(found, lines, "{path}: {text}");
}

/// The lines that hold one of the words.
pub(super) fn lines_with(text: &str, words: &[&str]) -> Findings {
    let on = |line: &str| words.iter().find(|word| line.contains(**word)).map(|word| format!("`{word}`"));
    text.lines().enumerate().filter_map(|(at, line)| Some((at + 1, on(line)?))).collect()
}

/// As [`lines_with`], for whole words.
pub(super) fn lines_with_words(text: &str, words: &[&str]) -> Findings {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() || "_\n".contains(c) { c } else { ' ' }).collect();
    let on =
        |line: &str| words.iter().find(|word| line.split(' ').any(|one| one == **word)).map(|word| format!("`{word}`"));
    spaced.lines().enumerate().filter_map(|(at, line)| Some((at + 1, on(line)?))).collect()
}
