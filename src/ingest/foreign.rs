//! Articles and lists in the formats of others, and in our own.
//!
//! 1. [`article`] takes the value out of its wrappers, finds its format (`format::find`) and hands over to the adapter.
//!    Of a list, the first is the article, and the others are what to read next.
//! 2. A map from our fields to paths ([`Given::fields`]) reads what is in no known format, or, beside a `format`, corrects
//!    what its adapter found.
//! 3. What the body repeats of the head is taken out (`structure::without_repeats`); Article JSON means what it says.
//! 4. [`feed`] reads a list of cards: see `cards`.

pub(super) mod address;
pub(super) mod cards;
pub(super) mod date;

use super::fields::Place;
use super::format::{self, Format};
use super::json_feed::Feed;
use super::source::Source;
use super::{Adapter, Extras, Ingested, Json, Kind, house, native, structure};
use crate::error::{ErrorKind, LoadError};
use crate::model::{Article, Base, Note, Section, plain_text};
use crate::sanitize::ReadHtml;

/// What is known of a document beside its JSON.
#[derive(Debug, Clone, Copy, Default)]
pub struct Given<'a> {
    /// The format, when the publisher has said.
    pub format: Option<Format>,
    /// Where the fields of a house format are: pairs of a field and the path of its value.
    pub fields: &'a [(String, String)],
    /// How many pages the list has (`X-WP-TotalPages`), 0 when unknown.
    pub pages: u32,
}

impl Given<'_> {
    /// Whether the map alone says where everything is.
    fn is_house(&self) -> bool {
        self.format.is_none() && !self.fields.is_empty()
    }
}

/// Reads an article of any format.
///
/// # Errors
/// [`ErrorKind::Format`] when no format is recognised, or nothing in it could be shown; the cause says what was looked for.
pub fn article<J: Json>(json: &J, base: &Base, html: &dyn ReadHtml, given: Given<'_>) -> Result<Ingested, LoadError> {
    read_article(json, base, html, given).map_err(|cause| failed(base, cause))
}

/// Reads a list of cards of any format.
///
/// # Errors
/// [`ErrorKind::Format`] when it is no list that is known.
pub fn feed<J: Json>(json: &J, base: &Base, html: &dyn ReadHtml, given: Given<'_>) -> Result<Feed, LoadError> {
    cards::feed(json, base, html, given).map_err(|cause| failed(base, cause))
}

fn failed(base: &Base, cause: String) -> LoadError {
    LoadError { kind: ErrorKind::Format, object: base.href().to_owned(), cause }
}

fn read_article<J: Json>(json: &J, base: &Base, html: &dyn ReadHtml, given: Given<'_>) -> Result<Ingested, String> {
    let mut source = Source::new(base, html);
    if given.is_house() {
        let mut article = Article::default();
        house::apply(json, given.fields, &mut article, &mut source);
        return finished(None, article, source);
    }
    let found = format::find(json, given.format).ok_or_else(|| format::looked_for(json))?;
    let format = found.format;
    // Of a list whose first items are something else, the first that is an article.
    let fits = |item: &J| match given.format {
        Some(_) => item.kind() == Kind::Object,
        None => format::detect(item) == Some(format),
    };
    let first = found.items.iter().position(fits).unwrap_or_default();
    let item = found.items.get(first).ok_or("an empty list")?;
    if format == Format::Native {
        let mut ingested = native::article(item, base, Some(Extras::all()))?;
        cards::add_siblings(&mut ingested.article, json, &found, first, &mut source, given);
        ingested.notes.append(&mut source.reading.notes);
        return Ok(ingested);
    }
    let mut article = read(format, item, &mut source)?;
    source.reading.base = base.clone();
    cards::add_siblings(&mut article, json, &found, first, &mut source, given);
    source.at_home(article.url.as_ref());
    house::apply(item, given.fields, &mut article, &mut source);
    finished(Some(format), article, source)
}

/// Takes out repetitions, adds what was met on the way, and refuses what has nothing to show.
fn finished(format: Option<Format>, mut article: Article, mut source: Source<'_>) -> Result<Ingested, String> {
    article.title = structure::upright(std::mem::take(&mut article.title));
    if let Some(caption) = structure::without_repeats(&mut article) {
        let reason = ["the body's caption is kept, not `", &plain_text(&caption), "`"].concat();
        source.dropped(&Place::Field(&Place::Root, "image"), reason);
    }
    article.footnotes.extend(source.footnotes);
    let notes = source.reading.notes;
    if article.title.is_empty() && article.standfirst.is_empty() && article.sections.is_empty() {
        return Err(nothing(&notes));
    }
    Ok(Ingested { format, article, notes, incomplete: false })
}

fn nothing(notes: &[Note]) -> String {
    let first = notes.first().map_or_else(|| "no title, no text".to_owned(), ToString::to_string);
    ["nothing in it could be shown (", &first, ")"].concat()
}

fn read<J: Json>(format: Format, json: &J, source: &mut Source<'_>) -> Result<Article, String> {
    if format == Format::Native {
        return native::article(json, &source.reading.base, Some(Extras::all())).map(|ingested| {
            source.reading.notes.extend(ingested.notes);
            ingested.article
        });
    }
    match J::adapter(format).ok_or("what reads this format is not there")? {
        Adapter::Article(read) => read(json, source),
        Adapter::Body(read) => Ok(house::entry(json, format, source).unwrap_or_else(|| {
            let blocks = read(json, &Place::Root, source);
            Article { sections: structure::sections(blocks), ..Article::default() }
        })),
    }
}

/// The text of a document that stands inside another.
pub(super) fn sections<J: Json>(format: Format, json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Section> {
    // What reads the own format is no adapter, and always there.
    let adapter = if format == Format::Native { None } else { J::adapter(format) };
    match adapter {
        Some(Adapter::Body(read)) => structure::sections(read(json, place, source)),
        _ => read(format, json, source).map(|article| article.sections).unwrap_or_default(),
    }
}
