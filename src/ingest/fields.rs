//! Reading the fields of an object, one by one, with a note for each that is not what it should be.

use super::{Json, Kind};
use crate::model::plain::is_language_tag;
use crate::model::url::{Base, Use};
use crate::model::{Direction, Fate, Link, Locale, Note, SafeUrl};
use std::fmt;

pub(super) use crate::model::plain::without_overrides;

/// Most notes that are kept: enough to see what is wrong with a source, not enough to fill the memory.
const MAX_NOTES: usize = 500;

/// Where a value stands in its source; prints as `sections[3].blocks[0].src`.
#[derive(Clone, Copy)]
pub enum Place<'a> {
    /// The whole.
    Root,
    /// A field of an object.
    Field(&'a Place<'a>, &'a str),
    /// An item of a list.
    Index(&'a Place<'a>, usize),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Root => Ok(()),
            Self::Field(Place::Root, name) => f.write_str(name),
            Self::Field(parent, name) => write!(f, "{parent}.{name}"),
            Self::Index(parent, index) => write!(f, "{parent}[{index}]"),
        }
    }
}

/// What a whole reading shares: the base of its addresses, and the notes.
pub(super) struct Reading {
    pub(super) base: Base,
    pub(super) notes: Vec<Note>,
    /// Names of the fields taken so far of the objects that are being read, the outermost first.
    taken: Vec<&'static str>,
}

impl Reading {
    pub(super) fn new(base: Base) -> Self {
        Self { base, notes: Vec::new(), taken: Vec::new() }
    }

    pub(super) fn note(&mut self, place: &Place<'_>, fate: Fate, reason: impl fmt::Display) {
        if self.notes.len() < MAX_NOTES {
            self.notes.push(Note { path: place.to_string(), fate, reason: reason.to_string() });
        }
    }

    pub(super) fn dropped(&mut self, place: &Place<'_>, reason: impl fmt::Display) {
        self.note(place, Fate::Dropped, reason);
    }
}

/// An object whose fields are taken by name. [`Fields::finish`] notes those that nobody took.
pub(super) struct Fields<'a, J> {
    json: &'a J,
    pub(super) place: &'a Place<'a>,
    /// Where its names begin in [`Reading::taken`].
    start: usize,
}

impl<'a, J: Json> Fields<'a, J> {
    pub(super) fn new(json: &'a J, place: &'a Place<'a>, reading: &Reading) -> Self {
        Self { json, place, start: reading.taken.len() }
    }

    /// The fields of the whole, of which others may have been taken already.
    pub(super) fn of_root(json: &'a J) -> Self {
        Self { json, place: &Place::Root, start: 0 }
    }

    /// The field, when it is there and not `null`.
    #[inline(never)]
    pub(super) fn take(&self, name: &'static str, reading: &mut Reading) -> Option<J> {
        reading.taken.push(name);
        self.json.field(name)
    }

    /// A string; a number will do. What is only white space counts as missing.
    #[inline(never)]
    pub(super) fn string(&self, name: &'static str, reading: &mut Reading) -> Option<String> {
        let value = self.take(name, reading)?;
        let Some(text) = value.text() else {
            let place = Place::Field(self.place, name);
            reading.dropped(&place, format_args!("expected a string, found {}", value.kind().name()));
            return None;
        };
        if text.trim().is_empty() { None } else { Some(text) }
    }

    /// A string for people: trimmed, and without bidirectional overrides.
    #[inline(never)]
    pub(super) fn label(&self, name: &'static str, reading: &mut Reading) -> Option<String> {
        self.string(name, reading).map(|text| without_overrides(text.trim()))
    }

    /// A boolean; anything else is noted and counts as `false`.
    #[inline(never)]
    pub(super) fn boolean(&self, name: &'static str, reading: &mut Reading) -> bool {
        let Some(value) = self.take(name, reading) else { return false };
        value.boolean().unwrap_or_else(|| {
            let place = Place::Field(self.place, name);
            reading.dropped(&place, format_args!("expected true or false, found {}", value.kind().name()));
            false
        })
    }

    /// A number; a string that holds one will do.
    #[inline(never)]
    pub(super) fn number(&self, name: &'static str, reading: &mut Reading) -> Option<f64> {
        let value = self.take(name, reading)?;
        let number = value.numeric();
        if number.is_none() {
            let place = Place::Field(self.place, name);
            reading.dropped(&place, format_args!("expected a number, found {}", value.kind().name()));
        }
        number.filter(|number| number.is_finite())
    }

    /// A size or a count: a whole number in `1..=max`, else 0 with a note.
    #[inline(never)]
    pub(super) fn count(&self, name: &'static str, max: u32, reading: &mut Reading) -> u32 {
        let Some(number) = self.number(name, reading) else { return 0 };
        if (1.0..=f64::from(max)).contains(&number) {
            number as u32
        } else {
            reading.dropped(&Place::Field(self.place, name), format_args!("not between 1 and {max}"));
            0
        }
    }

    /// An address to follow or to fetch.
    #[inline(never)]
    pub(super) fn url(&self, name: &'static str, purpose: Use, reading: &mut Reading) -> Option<SafeUrl> {
        let reference = self.address(name, reading)?;
        let url = SafeUrl::parse(&reference, &reading.base, purpose);
        url.map_err(|error| reading.dropped(&Place::Field(self.place, name), error)).ok()
    }

    /// An address to follow, possibly inside the article.
    #[inline(never)]
    pub(super) fn link(&self, name: &'static str, reading: &mut Reading) -> Option<Link> {
        let reference = self.address(name, reading)?;
        let link = Link::parse(&reference, &reading.base);
        link.map_err(|error| reading.dropped(&Place::Field(self.place, name), error)).ok()
    }

    fn address(&self, name: &'static str, reading: &mut Reading) -> Option<String> {
        let value = self.take(name, reading)?;
        let reference = value.string();
        if reference.is_none() {
            reading.dropped(&Place::Field(self.place, name), "not a URL");
        }
        reference
    }

    /// `language` and `direction`.
    #[inline(never)]
    pub(super) fn locale(&self, reading: &mut Reading) -> Locale {
        Locale { language: self.language(reading), direction: self.one_of("direction", Direction::from_name, reading) }
    }

    /// `language`, when it is a language tag.
    #[inline(never)]
    pub(super) fn language(&self, reading: &mut Reading) -> Option<String> {
        let tag = self.string("language", reading)?;
        if is_language_tag(&tag) {
            return Some(tag);
        }
        reading.dropped(&Place::Field(self.place, "language"), "not a language tag");
        None
    }

    /// A string out of a small vocabulary.
    pub(super) fn one_of<T>(
        &self,
        name: &'static str,
        parse: impl Fn(&str) -> Option<T>,
        reading: &mut Reading,
    ) -> Option<T> {
        let word = self.string(name, reading)?;
        let value = parse(&word);
        if value.is_none() {
            reading.dropped(&Place::Field(self.place, name), format_args!("unknown value `{word}`"));
        }
        value
    }

    /// The items of a list field; a single value counts as a list of one.
    #[inline(never)]
    pub(super) fn items(&self, name: &'static str, reading: &mut Reading) -> Vec<J> {
        match self.take(name, reading) {
            Some(list) if list.kind() == Kind::Array => (0..list.len()).filter_map(|at| list.item(at)).collect(),
            Some(value) => vec![value],
            None => Vec::new(),
        }
    }

    /// Notes the fields that nobody took. Those that begin with `_` are somebody's extension.
    pub(super) fn finish(self, reading: &mut Reading) {
        for name in self.json.names() {
            let known = reading.taken.get(self.start..).is_some_and(|taken| taken.contains(&name.as_str()));
            if !known && !name.starts_with('_') {
                reading.dropped(&Place::Field(self.place, &name), "unknown field");
            }
        }
        reading.taken.truncate(self.start);
    }
}
