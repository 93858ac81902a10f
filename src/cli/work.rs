//! What each command does with one file.

use super::Stop;
use super::addresses::Addresses;
use super::arguments::{Command, Request};
use super::input::{Entry, Failure, document};
use super::read;
use super::schema::{Fault, Schema};
use crate::ingest::format::Format;
use crate::ingest::json_feed::Feed;
use crate::model::{Article, Base, Note};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// What became of a file.
pub(super) struct Outcome {
    /// As it is shown.
    pub(super) name: String,
    pub(super) format: Option<Format>,
    /// What could not be taken as it was.
    pub(super) notes: Vec<Note>,
    pub(super) found: Result<Found, Failure>,
}

/// What was found in it.
pub(super) enum Found {
    Article(Box<Article>),
    Feed(Feed),
    /// A list of articles, met in a folder by a command that takes articles only.
    PassedOver,
    /// What breaks the schema's rules; nothing when it is valid.
    Faults(Vec<Fault>),
    /// An article, converted into this file.
    Written(PathBuf),
}

impl Outcome {
    /// Whether it counts as all right; with `strict` only without notes.
    pub(super) fn is_right(&self, strict: bool) -> bool {
        let right = match &self.found {
            Ok(Found::Faults(faults)) => faults.is_empty(),
            Ok(_) => true,
            Err(_) => false,
        };
        right && (!strict || self.notes.is_empty())
    }
}

/// Does the command for one file after another.
pub(super) struct Worker<'a> {
    request: &'a Request,
    addresses: Addresses,
    schema: Option<Schema>,
    /// What has been written, so that no two files get the same name.
    written: BTreeSet<PathBuf>,
}

impl<'a> Worker<'a> {
    pub(super) fn new(request: &'a Request) -> Result<Self, Stop> {
        let schema = match request.command {
            Command::Validate => Some(Schema::new().map_err(std::io::Error::other)?),
            _ => None,
        };
        let addresses = Addresses::new(request.base.clone());
        Ok(Self { request, addresses, schema, written: BTreeSet::new() })
    }

    pub(super) fn addresses(&self) -> &Addresses {
        &self.addresses
    }

    /// Does the command for one file.
    pub(super) fn work(&mut self, entry: Entry) -> Outcome {
        let mut outcome =
            Outcome { name: entry.name.clone(), format: None, notes: Vec::new(), found: Ok(Found::PassedOver) };
        let found = self.find(entry, &mut outcome);
        Outcome { found, ..outcome }
    }

    fn find(&mut self, mut entry: Entry, outcome: &mut Outcome) -> Result<Found, Failure> {
        if let Some(failure) = entry.failure.take() {
            return Err(failure);
        }
        let (json, notes) = document(&entry.path)?;
        outcome.notes = notes;
        if read::is_json_feed(&json) && entry.walked && self.request.command != Command::Inspect {
            outcome.format = Some(Format::JsonFeed);
            return Ok(Found::PassedOver);
        }
        if let Some(schema) = &self.schema {
            return Ok(Found::Faults(schema.faults(&json)));
        }
        let base = self.addresses.base(&entry);
        if self.request.command == Command::Inspect {
            return self.inspect(&json, &base, outcome);
        }
        let article = self.article(&json, &base, outcome)?;
        match &self.request.out {
            Some(folder) => self.write(&article, &entry, folder).map(Found::Written),
            None => Ok(Found::Article(Box::new(article))),
        }
    }

    fn inspect(&self, json: &Value, base: &Base, outcome: &mut Outcome) -> Result<Found, Failure> {
        let known = &self.request.known;
        // The start page of a site is such a list; one of its articles is read when that format is named.
        if known.feed || known.format.is_none() && read::is_json_feed(json) {
            let (mut feed, format) = read::feed(json, base, known)?;
            outcome.format = format;
            outcome.notes.append(&mut feed.notes);
            return Ok(Found::Feed(feed));
        }
        let read = self.article(json, base, outcome);
        read.map(|article| Found::Article(Box::new(article))).map_err(|failure| {
            // It is no guess that somebody takes an article and a list for each other.
            match read::feed(json, base, known) {
                Ok((feed, _)) if !feed.cards.is_empty() => {
                    let hint = format!("{}; with --feed it is a list of {}", failure.cause, feed.cards.len());
                    Failure { cause: hint, ..failure }
                }
                _ => failure,
            }
        })
    }

    fn article(&self, json: &Value, base: &Base, outcome: &mut Outcome) -> Result<Article, Failure> {
        let mut ingested = read::article(json, base, &self.request.known)?;
        let format = ingested.format;
        outcome.format = format;
        outcome.notes.append(&mut ingested.notes);
        Ok(ingested.article)
    }

    /// The article that came out, as the text of a file.
    pub(super) fn converted(&self, outcome: &Outcome) -> Option<String> {
        match &outcome.found {
            Ok(Found::Article(article)) => Some(self.text(article)),
            _ => None,
        }
    }

    fn text(&self, article: &Article) -> String {
        let mut value = to_json(article);
        self.addresses.restore(&mut value);
        format!("{value:#}\n")
    }

    /// Writes an article into the folder, under the path that its source has in its own.
    fn write(&mut self, article: &Article, entry: &Entry, folder: &Path) -> Result<PathBuf, Failure> {
        let target = folder.join(&entry.below);
        let about = |error: std::io::Error| Failure::file(format!("{}: {error}", target.display()));
        fs::create_dir_all(target.parent().unwrap_or(folder)).map_err(about)?;
        if target.canonicalize().is_ok_and(|target| entry.path.canonicalize().is_ok_and(|source| source == target)) {
            return Err(Failure::file("it would be written over itself; choose another folder for --out"));
        }
        if !self.written.insert(target.clone()) {
            return Err(Failure::file(format!(
                "{} is written already, from a file of the same name",
                target.display()
            )));
        }
        fs::write(&target, self.text(article)).map_err(about)?;
        Ok(target)
    }
}

/// A value as JSON. By way of text, because the shortest way to write a number is only found there: 0.1, not
/// 0.10000000149011612.
pub(super) fn to_json(value: &impl Serialize) -> Value {
    let text = serde_json::to_string(value).unwrap_or_default();
    let mut parser = serde_json::Deserializer::from_str(&text);
    parser.disable_recursion_limit();
    serde::Deserialize::deserialize(&mut parser).unwrap_or_default()
}
