//! Article JSON, version 1: Gatefold's own format (`docs/article-json.md`).
//!
//! Reading is lenient: [`article`] takes what it understands, notes the rest with its place, and refuses only what holds
//! nothing to show. [`block`] and [`inline`] read what the sections hold. [`ArticleReading`] does it a section at a time.

mod article;
mod block;
mod extras;
mod inline;
mod item;
mod media;

pub use article::ArticleReading;
pub use extras::Extras;

use super::fields::{Fields, Place, Reading, without_overrides};
use super::{Ingested, Json, Kind};
use crate::model::url::{Base, Use};
use crate::model::{Author, Block, BlockKind, Card, Footnote, Related, Section, Text};

/// Reads an article.
///
/// # Errors
/// The place and the reason, when the value is not Article JSON or nothing in it could be shown.
pub(super) fn article<J: Json>(json: &J, base: &Base, extras: Option<Extras<J>>) -> Result<Ingested, String> {
    let mut reading = ArticleReading::begin(json, base, extras)?;
    while reading.step() {}
    reading.finish()
}

/// A card inside a document of another format.
pub(super) fn card<J: Json>(json: &J, place: &Place<'_>, reading: &mut Reading) -> Option<Card> {
    within(reading, |reader| reader.card(json, place)).0
}

/// Blocks and footnotes inside a document of another format.
pub(super) fn blocks<J: Json>(list: &J, place: &Place<'_>, reading: &mut Reading) -> (Vec<Block>, Vec<Footnote>) {
    within(reading, |reader| reader.blocks(list, place, 0))
}

/// Reads as a part of another reading; what footnotes were met comes with the result.
fn within<J: Json, T>(reading: &mut Reading, read: impl FnOnce(&mut Native<J>) -> T) -> (T, Vec<Footnote>) {
    let lent = std::mem::replace(reading, Reading::new(reading.base.clone()));
    let extras = Some(Extras::all());
    let mut reader = Native { reading: lent, footnotes: Vec::new(), label: false, extras, incomplete: false };
    let result = read(&mut reader);
    *reading = reader.reading;
    (result, reader.footnotes)
}

/// One reading of one article.
pub(crate) struct Native<J: Json> {
    reading: Reading,
    /// Footnotes met in the body.
    footnotes: Vec<Footnote>,
    /// Inside a title or the text of a link, where nothing may change the order of characters.
    label: bool,
    /// Reads what is seldom met.
    extras: Option<Extras<J>>,
    /// Something seldom was met, and nothing here to read it. No more is read then.
    incomplete: bool,
}

impl<J: Json> Native<J> {
    fn authors(&mut self, fields: &Fields<'_, J>) -> Vec<Author> {
        let place = Place::Field(fields.place, "authors");
        let mut authors = Vec::new();
        for (index, item) in fields.items("authors", &mut self.reading).iter().enumerate() {
            let place = Place::Index(&place, index);
            let author = match item.kind() {
                Kind::String => item.string().map(|name| Author { name, url: None }),
                Kind::Object => {
                    let fields = Fields::new(item, &place, &self.reading);
                    let url = fields.url("url", Use::Link, &mut self.reading);
                    let name = fields.label("name", &mut self.reading);
                    fields.finish(&mut self.reading);
                    name.map(|name| Author { name, url })
                }
                _ => None,
            };
            match author {
                Some(author) if !author.name.trim().is_empty() => {
                    authors.push(Author { name: without_overrides(author.name.trim()), ..author });
                }
                _ => self.reading.dropped(&place, "an author without a name"),
            }
        }
        authors
    }

    /// Reads a section; a heading block directly in it begins another.
    fn section(&mut self, json: &J, place: &Place<'_>, sections: &mut Vec<Section>) {
        if json.kind() != Kind::Object {
            // A paragraph where a section is expected is meant to be read.
            let blocks: Vec<_> = self.block(json, place, 0).into_iter().collect();
            if !blocks.is_empty() {
                sections.push(Section { blocks, ..Section::default() });
            }
            return;
        }
        let fields = Fields::new(json, place, &self.reading);
        let heading = self.label_field(&fields, "heading");
        let level = fields.count("level", 6, &mut self.reading) as u8;
        let mut section = Section {
            level: if heading.is_empty() { 0 } else { level.max(2) },
            heading,
            id: fields.string("id", &mut self.reading),
            locale: fields.locale(&mut self.reading),
            blocks: Vec::new(),
        };
        let blocks = self.body(&fields, 0);
        fields.finish(&mut self.reading);
        for block in blocks {
            match block.kind {
                BlockKind::Heading { text, level } => {
                    let next = Section {
                        heading: text,
                        level: level.clamp(2, 6),
                        id: block.id,
                        locale: block.locale,
                        blocks: Vec::new(),
                    };
                    push_section(sections, std::mem::replace(&mut section, next));
                }
                _ => section.blocks.push(block),
            }
        }
        push_section(sections, section);
    }

    fn footnote(&mut self, json: &J, place: &Place<'_>) {
        let fields = Fields::new(json, place, &self.reading);
        fields.take("type", &mut self.reading);
        let id = fields.string("id", &mut self.reading);
        let blocks = self.body(&fields, 1);
        fields.finish(&mut self.reading);
        match id {
            Some(id) if !blocks.is_empty() => self.footnotes.push(Footnote { id, blocks }),
            _ => self.reading.dropped(place, "a footnote needs an id and a text"),
        }
    }

    fn related(&mut self, json: &J, place: &Place<'_>) -> Related {
        let fields = Fields::new(json, place, &self.reading);
        let mut items = Vec::new();
        let title = fields.label("title", &mut self.reading);
        let src = fields.url("src", Use::Resource, &mut self.reading);
        if let Some(list) = fields.take("items", &mut self.reading) {
            self.each(&list, &Place::Field(place, "items"), |reader, item, place| {
                items.extend(reader.card(item, place));
            });
        }
        fields.finish(&mut self.reading);
        Related { title, items, src }
    }

    fn card(&mut self, json: &J, place: &Place<'_>) -> Option<Card> {
        if json.kind() != Kind::Object {
            self.reading.dropped(place, format_args!("expected a card, found {}", json.kind().name()));
            return None;
        }
        let fields = Fields::new(json, place, &self.reading);
        fields.take("type", &mut self.reading);
        let image =
            fields.take("image", &mut self.reading).and_then(|image| self.image(&image, &Place::Field(place, "image")));
        let reading = &mut self.reading;
        let card = Card {
            id: fields.string("id", reading),
            url: fields.url("url", Use::Link, reading),
            article: fields.url("article", Use::Resource, reading),
            kicker: fields.label("kicker", reading),
            title: fields.label("title", reading),
            teaser: fields.label("teaser", reading),
            image,
            source: fields.label("source", reading),
            published: fields.string("published", reading),
            locale: fields.locale(reading),
        };
        fields.finish(reading);
        if card.title.is_none() && card.teaser.is_none() && card.image.is_none() {
            reading.dropped(place, "a card needs a title, a teaser or an image");
            return None;
        }
        Some(card)
    }

    /// A text for people in which nothing may change the order of characters.
    fn label_field(&mut self, fields: &Fields<'_, J>, name: &'static str) -> Text {
        let before = std::mem::replace(&mut self.label, true);
        let text = self.text_field(fields, name, 0);
        self.label = before;
        text
    }

    /// Calls `read` with every item of a list; what is no list is noted.
    fn each(&mut self, list: &J, place: &Place<'_>, mut read: impl FnMut(&mut Self, &J, &Place<'_>)) {
        if list.kind() != Kind::Array {
            self.reading.dropped(place, format_args!("expected a list, found {}", list.kind().name()));
            return;
        }
        for index in 0..list.len() {
            if self.incomplete {
                return;
            }
            if let Some(item) = list.item(index) {
                read(self, &item, &Place::Index(place, index));
            }
        }
    }
}

fn push_section(sections: &mut Vec<Section>, section: Section) {
    if !section.heading.is_empty() || !section.blocks.is_empty() {
        sections.push(section);
    }
}

/// A block with nothing but a text.
fn paragraph(text: Text) -> Block {
    BlockKind::Paragraph { text, role: None, drop_cap: false }.into()
}
