//! `docs/command-line.md` says what the program does: its examples are run, its tables compared with the help.

use super::{Folder, PROGRAM};
use std::path::Path;
use std::process::Command;

const DOCS: &str = include_str!("../../../docs/command-line.md");

#[test]
fn every_example_prints_what_the_docs_say() {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/cli");
    let mut examples = 0;
    for block in DOCS.split("```console\n").skip(1) {
        let (block, _) = block.split_once("```").unwrap();
        let (command, expected) = block.split_once('\n').unwrap();
        let arguments = command.strip_prefix("$ gatefold ").expect(command).split(' ');
        let output = Command::new(PROGRAM).args(arguments).current_dir(&fixtures).output().unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), expected, "{command}");
        examples += 1;
    }
    assert!(examples >= 3);
}

#[test]
fn every_option_and_exit_code_of_the_help_is_in_the_docs() {
    let help = Folder::new("docs").run(&["--help"]).out;
    let rows = DOCS.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    let listed: Vec<_> = rows.collect();
    let (_, options) = help.split_once("\nOptions:\n").unwrap();
    let named = |text: &'static str| listed.contains(&text);
    let first = |line: &str| {
        Some(line.strip_prefix("  ")?.split("  ").next()?.trim().to_owned()).filter(|name| !name.is_empty())
    };
    let names: Vec<_> = options.lines().filter_map(first).filter(|name| name.starts_with("--")).collect();
    assert_eq!(names.len(), 7);
    for name in names {
        assert!(listed.contains(&name.as_str()), "{name} is not in the docs");
    }
    assert!(["0", "1", "2"].into_iter().all(named) && help.contains("\n  2               Wrong usage.\n"));
}
