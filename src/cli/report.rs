//! What came out, for people and for programs.
//!
//! One file has a page for itself ([`summary`]), several have a line each ([`line`]) and a sum ([`Counts`]). As JSON each
//! file is one object on one line ([`json`]), however many there are.

mod summary;

use super::addresses::Addresses;
use super::arguments::Request;
use super::input::Failure;
use super::schema::Fault;
use super::text::{count, cut, padded, plain, width, wrapped};
use super::work::{Found, Outcome, to_json};
use crate::model::{Fate, Note};
use serde_json::{Value, json as object};
use std::io::{self, Write};

/// Cells in a line of a terminal.
const WIDTH: usize = 80;

/// Most diagnostics or faults that a page lists; as JSON all are there.
const MOST: usize = 40;

/// Most cells of the column of places.
const PLACE: usize = 36;

/// Writes what came out for one file.
pub(super) fn write(
    request: &Request,
    outcome: &Outcome,
    many: bool,
    addresses: &Addresses,
    out: &mut dyn Write,
) -> io::Result<()> {
    match (request.json, many) {
        (true, _) => json(request, outcome, addresses, out),
        (false, true) => line(outcome, request.strict, out),
        (false, false) => page(outcome, addresses, out),
    }
}

/// What came out, as one line of JSON.
pub(super) fn json(request: &Request, outcome: &Outcome, addresses: &Addresses, out: &mut dyn Write) -> io::Result<()> {
    let mut line = object!({ "file": outcome.name, "ok": outcome.is_right(request.strict) });
    if let Some(format) = outcome.format {
        line["format"] = format.name().into();
    }
    let restored = |mut value: Value| {
        addresses.restore(&mut value);
        value
    };
    let (name, value) = match &outcome.found {
        // Its article is on standard output.
        Ok(Found::Article(_)) if request.command == super::Command::Convert => ("written", "-".into()),
        Ok(Found::Article(article)) => ("article", restored(to_json(article))),
        Ok(Found::Feed(feed)) => {
            let fields = object!({ "title": feed.title, "description": feed.description, "next": feed.next });
            let mut fields = restored(fields);
            fields["cards"] = feed.cards.iter().map(|card| restored(to_json(card))).collect();
            ("feed", fields)
        }
        Ok(Found::PassedOver) => ("passedOver", true.into()),
        Ok(Found::Faults(faults)) => ("faults", to_json(faults)),
        Ok(Found::Written(path)) => ("written", path.display().to_string().into()),
        Err(failure) => ("error", object!({ "code": failure.code, "cause": failure.cause })),
    };
    line[name] = value;
    line["notes"] = to_json(&outcome.notes);
    writeln!(out, "{line}")
}

/// What came out, in one line.
fn line(outcome: &Outcome, strict: bool, out: &mut dyn Write) -> io::Result<()> {
    let notes = if outcome.notes.is_empty() { String::new() } else { count(outcome.notes.len(), "note") };
    let (status, detail) = match &outcome.found {
        Err(failure) => ("failed", format!(": {}", cause(failure))),
        Ok(Found::PassedOver) => ("list", ": a list of articles, passed over".to_owned()),
        Ok(Found::Faults(faults)) => match faults.first() {
            None => ("valid", String::new()),
            Some(first) => ("invalid", format!(": {}, first: {}", count(faults.len(), "fault"), told(first))),
        },
        Ok(Found::Written(path)) => ("written", format!(" → {}", path.display())),
        Ok(Found::Feed(feed)) => ("list", format!(": {}", count(feed.cards.len(), "card"))),
        Ok(Found::Article(_)) => ("article", String::new()),
    };
    let status = if outcome.found.is_ok() && strict && !notes.is_empty() { "strict" } else { status };
    let format = outcome.format.map_or("", |format| format.name());
    let start = [padded(status, 9), padded(format, 15), padded(&notes, 11)].concat();
    writeln!(out, "{start}{}{}", plain(&outcome.name), plain_after(&detail))
}

/// As [`plain`], with the space at the start that some details have.
fn plain_after(detail: &str) -> String {
    let space = if detail.starts_with(' ') { " " } else { "" };
    [space, &plain(detail)].concat()
}

/// What came out, at length.
fn page(outcome: &Outcome, addresses: &Addresses, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}\n", plain(&outcome.name))?;
    let mut page = summary::Page::new(out, addresses);
    if let Some(format) = outcome.format {
        page.field("format", format.name())?;
    }
    let verdict = match &outcome.found {
        Ok(Found::Article(article)) => {
            page.article(article)?;
            "Readable"
        }
        Ok(Found::Feed(feed)) => {
            page.feed(feed)?;
            "Readable, as a list"
        }
        Ok(Found::PassedOver) => "A list of articles, passed over",
        Ok(Found::Faults(faults)) if faults.is_empty() => "Valid Article JSON",
        Ok(Found::Faults(faults)) => {
            listed("faults", faults.iter().map(|fault| (fault.path.as_str(), fault.reason.as_str())), out)?;
            &format!("Not valid: {}", count(faults.len(), "fault"))
        }
        Ok(Found::Written(path)) => &format!("Written to {}", plain(&path.display().to_string())),
        Err(failure) => &format!("Not readable: {}", cause(failure)),
    };
    for (fate, name) in FATES {
        let notes = outcome.notes.iter().filter(|note| note.fate == fate);
        listed(name, notes.map(|note| (note.path.as_str(), note.reason.as_str())), out)?;
    }
    let lost = match &outcome.found {
        Ok(Found::Article(_) | Found::Feed(_)) if outcome.notes.is_empty() => "; nothing was lost".to_owned(),
        _ => tally(&outcome.notes),
    };
    for line in wrapped(&format!("{verdict}{lost}."), WIDTH) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// What can have happened to a part of the source.
const FATES: [(Fate, &str); 3] =
    [(Fate::Dropped, "dropped"), (Fate::Downgraded, "downgraded"), (Fate::Unresolved, "unresolved")];

/// How many diagnostics there are: `; 3 diagnostics: 2 dropped, 1 downgraded`.
fn tally(notes: &[Note]) -> String {
    if notes.is_empty() {
        return String::new();
    }
    let of = |fate| notes.iter().filter(|note| note.fate == fate).count();
    let kinds = FATES.iter().map(|(fate, name)| (of(*fate), name)).filter(|(number, _)| *number > 0);
    let kinds: Vec<_> = kinds.map(|(number, name)| format!("{number} {name}")).collect();
    format!("; {}: {}", count(notes.len(), "diagnostic"), kinds.join(", "))
}

/// Places with what is said about them, under a name.
fn listed<'a>(name: &str, rows: impl Iterator<Item = (&'a str, &'a str)>, out: &mut dyn Write) -> io::Result<()> {
    let rows: Vec<_> = rows.map(|(place, reason)| (plain(place), plain(reason))).collect();
    if rows.is_empty() {
        return Ok(());
    }
    writeln!(out, "{name}")?;
    let shown = rows.iter().take(MOST).map(|(place, reason)| {
        let place = if place.is_empty() { "(the whole)" } else { place };
        (cut(place, WIDTH - 2), reason)
    });
    let shown: Vec<_> = shown.collect();
    let column = 4 + shown.iter().map(|(place, _)| width(place)).filter(|wide| *wide <= PLACE).max().unwrap_or(4);
    for (place, reason) in shown {
        let mut start = format!("  {place}");
        // A place that is too long for the column has a line for itself.
        if width(&start) + 2 > column {
            writeln!(out, "{start}")?;
            start.clear();
        }
        for line in wrapped(reason, WIDTH - column) {
            writeln!(out, "{}{line}", padded(&start, column))?;
            start.clear();
        }
    }
    if rows.len() > MOST {
        writeln!(out, "  and {} more; --json lists all", rows.len() - MOST)?;
    }
    writeln!(out)
}

/// What there is to complain about, a line each, for standard error.
pub(super) fn complaints(outcome: &Outcome, out: &mut dyn Write) -> io::Result<()> {
    let name = plain(&outcome.name);
    if let Err(failure) = &outcome.found {
        writeln!(out, "gatefold: {name}: {}", cause(failure))?;
    }
    for note in &outcome.notes {
        let fate = FATES.iter().find(|(fate, _)| *fate == note.fate).map_or("", |(_, name)| name);
        writeln!(out, "gatefold: {name}: {fate}: {}", plain(note.to_string().trim_start_matches(": ")))?;
    }
    Ok(())
}

fn cause(failure: &Failure) -> String {
    format!("{} ({})", plain(&failure.cause), failure.code)
}

fn told(fault: &Fault) -> String {
    if fault.path.is_empty() { fault.reason.clone() } else { format!("{}: {}", fault.path, fault.reason) }
}

/// How many files came to what.
#[derive(Default)]
pub(super) struct Counts {
    right: usize,
    wrong: usize,
    notes: usize,
}

impl Counts {
    pub(super) fn add(&mut self, outcome: &Outcome, strict: bool) {
        *(if outcome.is_right(strict) { &mut self.right } else { &mut self.wrong }) += 1;
        self.notes += outcome.notes.len();
    }

    pub(super) fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let files = count(self.right + self.wrong, "file");
        let notes = count(self.notes, "diagnostic");
        writeln!(out, "\n{files}: {} all right, {} wrong; {notes}.", self.right, self.wrong)
    }
}

/// Which file it is at, on a line of standard error that is written over.
pub(super) struct Progress {
    shown: bool,
    total: usize,
}

impl Progress {
    pub(super) fn new(shown: bool, total: usize) -> Self {
        Self { shown, total }
    }

    pub(super) fn show(&self, done: usize, name: &str) {
        self.write(&cut(&format!("{}/{} {}", done + 1, self.total, plain(name)), WIDTH - 1));
    }

    /// Makes room for what is written next, perhaps on the same terminal.
    pub(super) fn clear(&self) {
        self.write("");
    }

    fn write(&self, line: &str) {
        if self.shown {
            // Return to the start of the line, then erase it (ECMA-48, §8.3.41). Progress that cannot be shown is no loss.
            let _ = write!(io::stderr(), "\r\u{1B}[K{line}");
        }
    }
}
