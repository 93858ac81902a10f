//! Folders, several files, and where output goes.

use super::{FEED, Folder, MILL, PROGRAM, WEIR};
use serde_json::{Value, json};
use std::process::Command;

/// A folder with sub-folders, one broken file, and what is no input.
fn mixed(name: &str) -> Folder {
    Folder::new(name).with(&[
        ("in/b/mill.json", MILL),
        ("in/a/weir.json", WEIR),
        ("in/broken.json", "{"),
        ("in/feed.json", FEED),
        ("in/notes.txt", "not looked at"),
        ("in/.git/hidden.json", "{"),
    ])
}

#[test]
fn a_folder_is_walked_in_order_with_a_line_for_each_file() {
    let ran = mixed("walk").run(&["inspect", "in"]).ends_with(1);
    let lines: Vec<_> = ran.out.lines().collect();
    assert_eq!(
        lines,
        [
            "article  gatefold                  in/a/weir.json",
            "article  gatefold       2 notes    in/b/mill.json",
            "failed                             in/broken.json: EOF while parsing an object at line 1 column 1 (syntax)",
            "list     json-feed                 in/feed.json: 2 cards",
            "",
            "4 files: 3 all right, 1 wrong; 2 diagnostics.",
        ]
    );
    assert_eq!(ran.err, "", "there is no progress where nobody watches");
}

#[test]
fn several_files_are_a_line_of_json_each() {
    let folder = mixed("walk-json");
    let lines = folder.run(&["inspect", "--json", "in"]).ends_with(1).lines();
    let seen: Vec<_> =
        lines.iter().map(|line| (line["file"].as_str().unwrap(), line["ok"].as_bool().unwrap())).collect();
    let expected =
        [("in/a/weir.json", true), ("in/b/mill.json", true), ("in/broken.json", false), ("in/feed.json", true)];
    assert_eq!(seen, expected);
    let lines = folder.run(&["validate", "--json", "in/a/weir.json", "in/b/mill.json"]).ends_with(1).lines();
    assert_eq!((&lines[0]["faults"], lines[1]["faults"].as_array().map(Vec::len)), (&json!([]), Some(2)));
}

#[test]
fn validating_a_folder_passes_over_the_list_of_its_articles() {
    let folder = Folder::new("walk-validate").with(&[("in/weir.json", WEIR), ("in/feed.json", FEED)]);
    let ran = folder.run(&["validate", "in"]).ends_with(0);
    assert!(ran.out.contains("in/feed.json: a list of articles, passed over\n"), "{}", ran.out);
}

#[test]
fn many_are_converted_into_a_folder_of_the_same_shape() {
    let folder = mixed("out");
    folder.run(&["convert", "in"]).ends_with(2);
    let ran = folder.run(&["convert", "in", "--out", "in/done"]).ends_with(1);
    assert!(ran.out.contains("in/a/weir.json → in/done/a/weir.json\n"), "{}", ran.out);
    let mill: Value = serde_json::from_str(&folder.read("in/done/b/mill.json")).unwrap();
    assert_eq!(mill["title"], "The mill that works twice a day");
    assert!(!folder.0.join("in/done/broken.json").exists());
    let again = folder.run(&["convert", "in", "--out", "in/done"]).ends_with(1);
    assert_eq!(again.out, ran.out, "what was written is not read");
}

#[test]
fn nothing_is_written_over_its_source_or_over_another() {
    let folder = Folder::new("over").with(&[("a/x.json", WEIR), ("b/x.json", MILL)]);
    let ran = folder.run(&["convert", "a", "--out", "a"]).ends_with(1);
    assert!(ran.out.contains("written over itself") && folder.read("a/x.json") == WEIR, "{}", ran.out);
    let ran = folder.run(&["convert", "a/x.json", "b/x.json", "--out", "c"]).ends_with(1);
    assert!(ran.out.contains("written already") && folder.read("c/x.json").contains("The weir"), "{}", ran.out);
}

#[test]
fn a_folder_without_articles_is_a_mistake() {
    let folder = Folder::new("none").with(&[("in/a.txt", "")]);
    let ran = folder.run(&["inspect", "in"]).ends_with(1);
    assert!(ran.out.contains("in: no *.json in it (file)"), "{}", ran.out);
}

#[test]
#[cfg(unix)]
fn links_that_lead_in_a_circle_end() {
    let folder = Folder::new("circle").with(&[("in/weir.json", WEIR)]);
    std::os::unix::fs::symlink("..", folder.0.join("in/round")).unwrap();
    std::os::unix::fs::symlink("..", folder.0.join("in/round.json")).unwrap();
    let ran = folder.run(&["inspect", "in"]).ends_with(0);
    assert!(ran.out.ends_with("1 file: 1 all right, 0 wrong; 0 diagnostics.\n"), "{}", ran.out);
}

#[test]
fn a_base_that_is_a_folder_goes_on_into_its_folders() {
    let card = r#"{ "gatefold": 1, "title": "T", "related": { "src": "more.json" } }"#;
    let folder = Folder::new("bases").with(&[("in/2026/a.json", card)]);
    let ran = folder.run(&["inspect", "--json", "--base", "https://weir.example/x/", "in"]).ends_with(0);
    assert_eq!(ran.lines()[0]["article"]["related"]["src"], "https://weir.example/x/2026/more.json");
}

#[test]
fn a_pipe_that_is_closed_ends_it_quietly() {
    let folder = mixed("pipe");
    for arguments in [&["inspect", "in"][..], &["convert", "in/b/mill.json"], &["--help"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = Command::new(PROGRAM);
        let ended = command.args(arguments).current_dir(&folder.0).stdout(writer).output().unwrap();
        assert_eq!(ended.status.code(), Some(0), "{arguments:?}");
        assert_eq!(String::from_utf8_lossy(&ended.stderr), "", "{arguments:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn output_that_fails_is_a_failure() {
    let folder = Folder::new("full").with(&[("weir.json", WEIR)]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut command = Command::new(PROGRAM);
    let ended = command.args(["convert", "weir.json"]).current_dir(&folder.0).stdout(full).output().unwrap();
    assert_eq!(ended.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&ended.stderr).contains("No space left"), "{ended:?}");
}
