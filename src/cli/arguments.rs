//! What is asked: the command, the files and the options. [`COMMANDS`] and [`OPTIONS`] say each once; the help is made
//! of them.

use super::text::wrapped;
use crate::ingest::format::Format;
use lexopt::Arg;
use serde_json::Value;
use std::ffi::OsString;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use url::Url;

/// What to do with each file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Command {
    Inspect,
    Convert,
    Validate,
}

/// Every command with its name and what it does.
const COMMANDS: [(Command, &str, &str); 3] = [
    (Command::Inspect, "inspect", "Say which format it is, what of it is shown and what is not."),
    (Command::Convert, "convert", "Write it as Article JSON, version 1."),
    (Command::Validate, "validate", "Check Article JSON against its schema, with the place of each fault."),
];

/// An option: its name, what its value is called, the commands that take it, and what it does.
struct Choice {
    name: &'static str,
    value: &'static str,
    commands: &'static [Command],
    doc: &'static str,
}

const READING: &[Command] = &[Command::Inspect, Command::Convert];
const ALL: &[Command] = &[Command::Inspect, Command::Convert, Command::Validate];

const OPTIONS: [Choice; 7] = [
    Choice { name: "format", value: "NAME", commands: READING, doc: "Which format it is; else that is found out." },
    Choice {
        name: "fields",
        value: "MAP",
        commands: READING,
        doc: "Where the fields of a house format are: a JSON object from field to path, or a file with one.",
    },
    Choice {
        name: "base",
        value: "URL",
        commands: READING,
        doc: "Where it was published: relative addresses start there. When it ends in `/`, the file's name is added. \
              Without it they stay relative.",
    },
    Choice { name: "feed", value: "", commands: &[Command::Inspect], doc: "Read it as a list of articles." },
    Choice { name: "out", value: "DIR", commands: &[Command::Convert], doc: "Write files into this folder." },
    Choice { name: "json", value: "", commands: ALL, doc: "Report as JSON: one object a line for each file." },
    Choice { name: "strict", value: "", commands: ALL, doc: "Count a file with diagnostics as wrong." },
];

/// What the process ends with, as the help says it.
const EXIT_CODES: [(u8, &str); 3] = [
    (super::RIGHT, "All right; diagnostics are too, unless --strict."),
    (super::WRONG, "Something could not be read or written, or is invalid."),
    (super::USAGE, "Wrong usage."),
];

/// What the arguments ask for.
#[derive(Debug)]
pub(super) enum Asked {
    Run(Request),
    Help,
    Version,
}

/// A command with everything that belongs to it.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) command: Command,
    /// Files, folders, and `-` for standard input.
    pub(super) files: Vec<PathBuf>,
    pub(super) known: Known,
    pub(super) base: Option<Url>,
    pub(super) out: Option<PathBuf>,
    pub(super) json: bool,
    pub(super) strict: bool,
}

/// What is known of the files beside their content.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) format: Option<Format>,
    /// From field to path.
    pub(super) fields: Vec<(String, String)>,
    /// Each is a list of articles.
    pub(super) feed: bool,
}

/// Reads the arguments, without the name of the program.
///
/// # Errors
/// What is wrong with them, as a sentence.
pub(super) fn parse(arguments: impl Iterator<Item = OsString>) -> Result<Asked, String> {
    let mut parser = lexopt::Parser::from_args(arguments);
    let (mut command, mut used) = (None, Vec::new());
    let (mut known, mut files) = (Known::default(), Vec::new());
    let (mut base, mut out, mut json, mut strict) = (None, None, false, false);
    while let Some(argument) = parser.next().map_err(|error| error.to_string())? {
        let name = match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Asked::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Asked::Version),
            Arg::Value(value) if command.is_none() && value == "help" => return Ok(Asked::Help),
            Arg::Value(value) if command.is_none() => {
                let known = COMMANDS.iter().find(|(_, name, _)| value == *name);
                command = Some(known.ok_or_else(|| format!("no command is called `{}`", value.display()))?);
                continue;
            }
            Arg::Value(value) => {
                files.push(PathBuf::from(value));
                continue;
            }
            Arg::Long(name) if OPTIONS.iter().any(|option| option.name == name) => name.to_owned(),
            other => return Err(other.unexpected().to_string()),
        };
        let mut value = || parser.value().map_err(|error| error.to_string());
        match name.as_str() {
            "format" => known.format = Some(format(&value()?.display().to_string())?),
            "fields" => known.fields = fields(&value()?)?,
            "base" => base = Some(address(&value()?.display().to_string())?),
            "out" => out = Some(PathBuf::from(value()?)),
            "feed" => known.feed = true,
            "json" => json = true,
            _ => strict = true,
        }
        used.push(name);
    }
    let &(command, command_name, _) = command.ok_or("a command is missing")?;
    let allowed =
        |name: &String| OPTIONS.iter().any(|option| option.name == name && option.commands.contains(&command));
    if let Some(wrong) = used.iter().find(|name| !allowed(name)) {
        return Err(format!("`{command_name}` takes no --{wrong}"));
    }
    if files.is_empty() {
        return Err("a file is missing; `-` is standard input".to_owned());
    }
    match files.iter().filter(|file| is_standard_input(file)).count() {
        1 if out.is_some() => Err("standard input has no name in the folder of --out".to_owned()),
        0 | 1 => Ok(Asked::Run(Request { command, files, known, base, out, json, strict })),
        _ => Err("standard input can be read once".to_owned()),
    }
}

/// Whether a file is `-`.
pub(super) fn is_standard_input(file: &Path) -> bool {
    file.as_os_str() == "-"
}

fn format(name: &str) -> Result<Format, String> {
    Format::from_name(name).ok_or_else(|| format!("no format is called `{name}`"))
}

fn address(text: &str) -> Result<Url, String> {
    let url = Url::parse(text).ok().filter(|url| matches!(url.scheme(), "https" | "http"));
    url.ok_or_else(|| format!("--base: `{text}` is no https: or http: address"))
}

/// The map of fields, given as JSON or as the file that holds it.
fn fields(given: &OsString) -> Result<Vec<(String, String)>, String> {
    let shown = given.display();
    let text = match given.to_str().filter(|text| text.trim_start().starts_with('{')) {
        Some(json) => json.to_owned(),
        None => std::fs::read_to_string(given).map_err(|error| format!("--fields: `{shown}`: {error}"))?,
    };
    let map: Value = serde_json::from_str(text.trim_start_matches('\u{FEFF}'))
        .map_err(|error| format!("--fields: `{shown}`: {error}"))?;
    let map = map.as_object().ok_or_else(|| format!("--fields: `{shown}` is no object"))?;
    let path = |(field, path): (&String, &Value)| {
        let path = path.as_str().ok_or_else(|| format!("--fields: `{field}` needs a path, which is a string"))?;
        Ok((field.clone(), path.to_owned()))
    };
    map.iter().map(path).collect()
}

/// What `--help` prints.
pub(super) fn help() -> String {
    let mut help = String::from(
        "Gatefold's command line: what the reader makes of an article in JSON.\n\n\
         Usage: gatefold COMMAND [OPTIONS] FILE...\n\n\
         FILE is a file, a folder (every *.json below it), or - for standard input.\n\nCommands:\n",
    );
    for (_, name, doc) in COMMANDS {
        row(&mut help, name, doc);
    }
    help.push_str("\nOptions:\n");
    for option in OPTIONS {
        let names: Vec<_> = COMMANDS.iter().filter(|row| option.commands.contains(&row.0)).map(|row| row.1).collect();
        let only = if option.commands == ALL { String::new() } else { format!(" [{}]", names.join("|")) };
        row(&mut help, &format!("--{} {}", option.name, option.value), &[option.doc, &only].concat());
    }
    row(&mut help, "-h, --help", "Print this.");
    row(&mut help, "-V, --version", "Print the version.");
    help.push_str("\nFormats:\n");
    let names: Vec<_> = Format::TABLE.iter().map(|(_, name)| *name).collect();
    for line in wrapped(&names.join(", "), 76) {
        let _ = writeln!(help, "  {line}");
    }
    help.push_str("\nExit codes:\n");
    for (code, doc) in EXIT_CODES {
        row(&mut help, &code.to_string(), doc);
    }
    help
}

fn row(help: &mut String, name: &str, doc: &str) {
    for (index, line) in wrapped(doc, 60).iter().enumerate() {
        // Writing to a string cannot fail.
        let _ = writeln!(help, "  {:<16}{line}", if index == 0 { name } else { "" });
    }
}
