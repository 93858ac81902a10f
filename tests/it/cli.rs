//! The command line, as a publisher meets it: the built program on files in a folder and on standard input.

mod docs;
mod encodings;
mod files;

use serde_json::{Value, json};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

const PROGRAM: &str = env!("CARGO_BIN_EXE_gatefold");

const MILL: &str = include_str!("../fixtures/cli/articles/tide-mill.json");
const WEIR: &str = include_str!("../fixtures/cli/articles/weir.json");
const FEED: &str = include_str!("../fixtures/cli/articles/feed.json");

/// What a run came to.
#[derive(Debug)]
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Self { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Ran {
    /// What was reported as JSON, an object a line.
    fn lines(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
    }

    #[track_caller]
    fn ends_with(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        self
    }
}

/// An empty folder that is called like the test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
        let _ = std::fs::remove_dir_all(&path);
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// With files in it, by their paths.
    fn with(self, files: &[(&str, &str)]) -> Self {
        files.iter().for_each(|(path, text)| self.put(path, text.as_bytes()));
        self
    }

    fn put(&self, path: &str, bytes: &[u8]) {
        let path = self.0.join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.0.join(path)).unwrap()
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        self.run_with(arguments, b"")
    }

    fn run_with(&self, arguments: &[&str], input: &[u8]) -> Ran {
        let mut command = Command::new(PROGRAM);
        command.args(arguments).current_dir(&self.0);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // A program that ends on wrong usage reads nothing.
        let _ = child.stdin.take().unwrap().write_all(input);
        child.wait_with_output().unwrap().into()
    }
}

#[test]
fn inspect_shows_what_a_reader_gets_and_what_is_lost() {
    let ran = Folder::new("inspect").with(&[("mill.json", MILL)]).run(&["inspect", "mill.json"]).ends_with(0);
    for line in [
        "format      gatefold",
        "title       The mill that works twice a day",
        "authors     Ada Fenwick, Ben Marsh",
        "image       ../images/mill.svg (1200 × 800)",
        "footnotes   1 note",
        "related     1 card, then related/rivers.json",
        "  (opening)                                           2 blocks          15 words",
        "    Spring tides                                      2 blocks          10 words",
        "  sections[2].blocks[1].src  scheme not allowed",
        "Readable; 2 diagnostics: 1 dropped, 1 downgraded.",
    ] {
        assert!(ran.out.lines().any(|found| found == line), "{line}\n{}", ran.out);
    }
    assert!(ran.out.lines().all(|line| line.chars().count() <= 80), "{}", ran.out);
    assert_eq!(ran.err, "");
}

#[test]
fn inspect_as_json_holds_the_normal_form_and_every_diagnostic() {
    let ran =
        Folder::new("inspect-json").with(&[("mill.json", MILL)]).run(&["inspect", "--json", "mill.json"]).ends_with(0);
    let [line] = ran.lines().try_into().unwrap();
    assert_eq!((&line["file"], &line["ok"], &line["format"]), (&json!("mill.json"), &json!(true), &json!("gatefold")));
    assert_eq!(line["article"]["image"]["src"], "../images/mill.svg");
    assert_eq!(line["article"]["related"]["items"][0]["url"], "weir");
    let note = json!({ "path": "sections[2].blocks[1].src", "fate": "dropped", "reason": "scheme not allowed" });
    assert_eq!(line["notes"][0], note);
}

#[test]
fn a_list_of_articles_is_inspected_as_one() {
    let folder = Folder::new("feed").with(&[("feed.json", FEED)]);
    let ran = folder.run(&["inspect", "feed.json"]).ends_with(0);
    assert!(ran.out.contains("format      json-feed") && ran.out.contains("opens here: tide-mill.json"), "{}", ran.out);
    let ran =
        folder.run(&["inspect", "--json", "--feed", "--base", "https://weir.example/a/", "feed.json"]).ends_with(0);
    assert_eq!(ran.lines()[0]["feed"]["cards"][0]["article"], "https://weir.example/a/tide-mill.json");
}

#[test]
fn convert_writes_what_reads_back_as_it_is() {
    let folder = Folder::new("convert").with(&[("mill.json", MILL)]);
    let ran = folder.run(&["convert", "mill.json"]).ends_with(0);
    assert!(ran.err.contains("mill.json: dropped: sections[2].blocks[1].src: scheme not allowed"), "{}", ran.err);
    let article: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(article["image"]["src"], "../images/mill.svg");
    let again = folder.run_with(&["convert", "--strict", "-"], ran.out.as_bytes()).ends_with(0);
    assert_eq!((again.out, again.err.as_str()), (ran.out, ""));
}

#[test]
fn what_is_converted_is_valid() {
    let articles = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/articles");
    let folder = Folder::new("convert-valid");
    folder.run(&["convert", articles.to_str().unwrap(), "--out", "out"]).ends_with(0);
    // A picture whose address is refused stays as a box with its alternative text, which nobody should write.
    std::fs::remove_file(folder.0.join("out/broken-on-purpose.json")).unwrap();
    let ran = folder.run(&["validate", "out"]).ends_with(0);
    assert!(ran.out.lines().filter(|line| line.starts_with("valid ")).count() > 10, "{}", ran.out);
}

#[test]
fn a_base_makes_addresses_absolute() {
    let folder = Folder::new("base").with(&[("mill.json", MILL)]);
    let image = |base: &str| {
        let ran = folder.run(&["convert", "--base", base, "mill.json"]).ends_with(0);
        serde_json::from_str::<Value>(&ran.out).unwrap()["image"]["src"].as_str().unwrap().to_owned()
    };
    assert_eq!(image("https://weir.example/articles/"), "https://weir.example/images/mill.svg");
    assert_eq!(image("https://weir.example/api/v1/mill"), "https://weir.example/api/images/mill.svg");
}

#[test]
fn validate_says_what_is_wrong_and_where() {
    let folder = Folder::new("validate").with(&[("mill.json", MILL), ("weir.json", WEIR), ("feed.json", FEED)]);
    let ran = folder.run(&["validate", "weir.json"]).ends_with(0);
    assert_eq!(ran.out, "weir.json\n\nValid Article JSON.\n");
    let ran = folder.run(&["validate", "mill.json"]).ends_with(1);
    assert!(ran.out.contains("  sections[3].blocks[1].type  unknown type `poll`\n"), "{}", ran.out);
    assert!(ran.out.ends_with("\nNot valid: 2 faults.\n"), "{}", ran.out);
    let ran = folder.run(&["validate", "--json", "mill.json"]).ends_with(1);
    let fault = &ran.lines()[0]["faults"][0];
    assert_eq!(fault["path"], "sections[2].blocks[1].src");
    assert_eq!(fault["pointer"], "/sections/2/blocks/1/src");
    folder.run(&["validate", "feed.json"]).ends_with(1);
}

#[test]
fn strict_makes_diagnostics_wrong() {
    let folder = Folder::new("strict").with(&[("mill.json", MILL), ("weir.json", WEIR)]);
    folder.run(&["inspect", "--strict", "mill.json"]).ends_with(1);
    folder.run(&["inspect", "--strict", "weir.json"]).ends_with(0);
    let ran = folder.run(&["convert", "--strict", "mill.json"]).ends_with(1);
    assert!(serde_json::from_str::<Value>(&ran.out).is_ok(), "it is written all the same");
    let ran = folder.run(&["inspect", "--strict", "--json", "mill.json"]).ends_with(1);
    assert_eq!(ran.lines()[0]["ok"], false);
}

#[test]
fn wrong_usage_says_what_is_wrong() {
    let folder = Folder::new("usage").with(&[("a.json", WEIR), ("b.json", WEIR), ("fields.json", "[1]")]);
    for (arguments, complaint) in [
        (&[][..], "a command is missing"),
        (&["insect", "a.json"], "no command is called `insect`"),
        (&["inspect"], "a file is missing"),
        (&["inspect", "--colour", "a.json"], "invalid option '--colour'"),
        (&["inspect", "--format"], "missing argument for option '--format'"),
        (&["inspect", "--format", "doc", "a.json"], "no format is called `doc`"),
        (&["inspect", "--base", "images/", "a.json"], "no https: or http: address"),
        (&["inspect", "--json=yes", "a.json"], "unexpected argument for option '--json'"),
        (&["inspect", "--fields", "{\"title\": 7}", "a.json"], "`title` needs a path"),
        (&["inspect", "--fields", "{\"title\": ", "a.json"], "EOF"),
        (&["inspect", "--fields", "fields.json", "a.json"], "is no object"),
        (&["inspect", "--fields", "nowhere.json", "a.json"], "nowhere.json"),
        (&["validate", "--feed", "a.json"], "`validate` takes no --feed"),
        (&["inspect", "--out", "x", "a.json"], "`inspect` takes no --out"),
        (&["convert", "a.json", "b.json"], "name a folder for them with --out"),
        (&["convert", "--out", "x", "-"], "standard input has no name"),
        (&["inspect", "-", "-"], "standard input can be read once"),
    ] {
        let ran = folder.run(arguments).ends_with(2);
        assert!(ran.err.starts_with("gatefold: ") && ran.err.contains(complaint), "{arguments:?}: {}", ran.err);
        assert!(ran.err.ends_with("Try `gatefold --help`.\n") && ran.out.is_empty());
    }
}

#[test]
fn what_cannot_be_read_says_why() {
    let folder =
        Folder::new("unreadable").with(&[("cut.json", "{ \"gatefold\": 1,"), ("page.json", "<!doctype html>")]);
    folder.put("empty.json", b"\xEF\xBB\xBF \n");
    folder.put("other.json", b"{ \"a\": 1 }");
    for (file, code, cause) in [
        ("cut.json", "syntax", "line 1 column 16"),
        ("page.json", "html", "a web page"),
        ("empty.json", "empty", "nothing in it"),
        ("other.json", "format", ""),
        ("nowhere.json", "file", "No such file"),
    ] {
        let ran = folder.run(&["inspect", "--json", file]).ends_with(1);
        let error = &ran.lines()[0]["error"];
        assert_eq!(error["code"], code, "{file}");
        assert!(error["cause"].as_str().unwrap().contains(cause), "{error}");
        let ran = folder.run(&["inspect", file]).ends_with(1);
        assert!(
            ran.out.contains("Not readable: ") && ran.out.trim_end().ends_with(&format!("({code}).")),
            "{}",
            ran.out
        );
        let ran = folder.run(&["convert", file]).ends_with(1);
        assert!(ran.out.is_empty() && ran.err.starts_with(&format!("gatefold: {file}: ")), "{ran:?}");
    }
}

#[test]
fn help_and_version_are_answers() {
    let folder = Folder::new("help");
    for arguments in [&["--help"][..], &["-h"], &["help"], &["inspect", "--help"]] {
        let ran = folder.run(arguments).ends_with(0);
        assert!(ran.out.contains("Usage: gatefold COMMAND") && ran.err.is_empty());
        assert!(ran.out.lines().all(|line| line.chars().count() <= 80), "{}", ran.out);
    }
    assert_eq!(folder.run(&["--version"]).ends_with(0).out, format!("gatefold {}\n", env!("CARGO_PKG_VERSION")));
}
