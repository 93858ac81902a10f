//! What is seldom met in Article JSON: everything but paragraphs, headings, lists, quotes and pictures.
//!
//! Reached through [`Extras`] alone, a table of functions, so that a build can keep it apart and load it when an article
//! has such a thing.

use super::Native;
use super::block::{non_empty, non_empty_list};
use crate::ingest::Json;
use crate::ingest::fields::{Fields, Place};
use crate::model::block::{BlockKind, CorrectionKind, LinkItem, Tone};
use crate::model::math::Math;
use crate::model::url::Use;
use crate::model::{Card, Fate, Locale, Text};

type ReadBlock<J> = fn(&mut Native<J>, &str, &J, Fields<'_, J>, usize) -> Option<BlockKind>;

/// Readers of what is seldom met.
pub struct Extras<J: Json> {
    pub(super) block: ReadBlock<J>,
    pub(super) math: fn(&mut Native<J>, &J, &Place<'_>) -> Option<Math>,
}

impl<J: Json> Clone for Extras<J> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<J: Json> Copy for Extras<J> {}

impl<J: Json> Extras<J> {
    /// All of them.
    pub fn all() -> Self {
        Self { block: Native::extra_block, math: Native::math }
    }
}

impl<J: Json> Native<J> {
    fn extra_block(&mut self, name: &str, json: &J, fields: Fields<'_, J>, depth: usize) -> Option<BlockKind> {
        let place = fields.place;
        // These read the same object themselves and note what is unknown in it.
        match name {
            "video" => return self.player(json, place).map(BlockKind::Video),
            "audio" => return self.player(json, place).map(BlockKind::Audio),
            "embed" => return self.embed(json, place),
            "math" => return self.math(json, place).map(BlockKind::Math),
            "card" => {
                // Its identity and language are the block's.
                let card = self.card(json, place)?;
                return Some(BlockKind::Card(Box::new(Card { id: None, locale: Locale::default(), ..card })));
            }
            _ => {}
        }
        let before = self.reading.notes.len();
        let kind = self.extra_kind(name, &fields, depth);
        self.finished(kind, before, name, fields)
    }

    fn extra_kind(&mut self, name: &str, fields: &Fields<'_, J>, depth: usize) -> Option<BlockKind> {
        Some(match name {
            "definitions" => BlockKind::Definitions {
                items: non_empty_list(
                    self.listed(fields, "items", |reader, item, place| reader.definition(item, place, depth)),
                )?,
            },
            "code" => BlockKind::Code {
                code: fields.string("code", &mut self.reading)?,
                syntax: fields.string("syntax", &mut self.reading),
                caption: self.text_field(fields, "caption", depth),
            },
            "preformatted" => BlockKind::Preformatted {
                text: self.filled(fields, "text", depth)?,
                verse: fields.boolean("verse", &mut self.reading),
            },
            "gallery" => {
                let images = self.listed(fields, "images", |reader, item, place| reader.image(item, place));
                BlockKind::Gallery {
                    images: non_empty_list(images)?,
                    caption: self.text_field(fields, "caption", depth),
                }
            }
            "table" => BlockKind::Table(self.table(fields, depth)?),
            "details" => {
                let summary = self.text_field(fields, "summary", depth);
                let open = fields.boolean("open", &mut self.reading);
                let blocks = self.body(fields, depth);
                match summary.is_empty() {
                    // What could not be opened is open.
                    true => BlockKind::Group { title: summary, blocks: non_empty_list(blocks)? },
                    false => BlockKind::Details { summary, blocks, open },
                }
            }
            "group" => {
                let title = self.text_field(fields, "title", depth);
                BlockKind::Group { title, blocks: non_empty_list(self.body(fields, depth))? }
            }
            "columns" => {
                let columns =
                    self.listed(fields, "columns", |reader, item, place| Some(reader.column(item, place, depth)));
                BlockKind::Columns { columns: non_empty_list(columns)? }
            }
            "callout" => {
                let title = self.text_field(fields, "title", depth);
                let icon = fields.label("icon", &mut self.reading);
                let tone = fields.one_of("tone", tone, &mut self.reading);
                BlockKind::Callout { title, icon, tone, blocks: non_empty_list(self.body(fields, depth))? }
            }
            "links" => {
                let items = self.listed(fields, "items", |reader, item, place| {
                    let fields = Fields::new(item, place, &reader.reading);
                    let link = reader.link_item(&fields, depth);
                    fields.finish(&mut reader.reading);
                    link
                });
                BlockKind::Links { title: self.text_field(fields, "title", depth), items: non_empty_list(items)? }
            }
            "button" => {
                let href = fields.link("href", &mut self.reading);
                let text = self.link_text(fields, depth)?;
                match href {
                    Some(href) => BlockKind::Button(LinkItem { href, text }),
                    None => BlockKind::Unknown { name: name.to_owned(), text },
                }
            }
            "file" => {
                let href = fields.url("href", Use::Resource, &mut self.reading);
                let name = fields.label("name", &mut self.reading);
                let bytes = fields.number("bytes", &mut self.reading).filter(|bytes| *bytes > 0.0);
                let text = self.text_field(fields, "text", depth);
                BlockKind::File { href: href?, name: name?, bytes: bytes.map(|bytes| bytes as u64), text }
            }
            "fact" => {
                let value = fields.label("value", &mut self.reading);
                BlockKind::Fact { text: self.text_field(fields, "text", depth), value: value? }
            }
            "timeline" => {
                let items = self.listed(fields, "items", |reader, item, place| reader.event(item, place, depth));
                BlockKind::Timeline { items: non_empty_list(items)? }
            }
            "live" => {
                let published = fields.string("published", &mut self.reading);
                let title = self.text_field(fields, "title", depth);
                let author = fields.label("author", &mut self.reading);
                let blocks = self.body(fields, depth);
                // The first words of an update are often all of it.
                if title.is_empty() && blocks.is_empty() {
                    return None;
                }
                BlockKind::Live { published, title, author, blocks }
            }
            "correction" => BlockKind::Correction {
                sort: fields.one_of("kind", correction, &mut self.reading),
                date: fields.string("date", &mut self.reading),
                blocks: non_empty_list(self.body(fields, depth))?,
            },
            "rating" => {
                let value = fields.number("value", &mut self.reading);
                let best = fields.number("best", &mut self.reading);
                let worst = fields.number("worst", &mut self.reading);
                let subject = fields.label("subject", &mut self.reading);
                let text = self.text_field(fields, "text", depth);
                match (value, best) {
                    (Some(value), Some(best)) => BlockKind::Rating { value, best, worst, subject, text },
                    _ => return non_empty(text).map(|text| BlockKind::Paragraph { text, role: None, drop_cap: false }),
                }
            }
            "paywall" => BlockKind::Paywall {
                text: self.text_field(fields, "text", depth),
                href: fields.url("href", Use::Link, &mut self.reading),
            },
            "unknown" => {
                let name = fields.string("name", &mut self.reading).unwrap_or_default();
                BlockKind::Unknown { name, text: self.filled(fields, "text", depth)? }
            }
            _ => return self.unknown(name, fields, depth),
        })
    }

    /// A type that is not known: what it says is kept.
    fn unknown(&mut self, name: &str, fields: &Fields<'_, J>, depth: usize) -> Option<BlockKind> {
        let text = self.text_field(fields, "text", depth);
        if text.is_empty() {
            self.reading.dropped(fields.place, format_args!("unknown type `{name}`"));
            return None;
        }
        self.reading.note(fields.place, Fate::Downgraded, format_args!("unknown type `{name}`: only its text is kept"));
        Some(BlockKind::Unknown { name: name.to_owned(), text })
    }

    fn link_item(&mut self, fields: &Fields<'_, J>, depth: usize) -> Option<LinkItem> {
        let href = fields.link("href", &mut self.reading);
        let text = self.link_text(fields, depth);
        Some(LinkItem { href: href?, text: text? })
    }

    fn link_text(&mut self, fields: &Fields<'_, J>, depth: usize) -> Option<Text> {
        let before = std::mem::replace(&mut self.label, true);
        let text = self.text_field(fields, "text", depth);
        self.label = before;
        non_empty(text)
    }
}

fn tone(name: &str) -> Option<Tone> {
    match name {
        "note" => Some(Tone::Note),
        "tip" => Some(Tone::Tip),
        "warning" => Some(Tone::Warning),
        _ => None,
    }
}

fn correction(name: &str) -> Option<CorrectionKind> {
    match name {
        "correction" => Some(CorrectionKind::Correction),
        "update" => Some(CorrectionKind::Update),
        "note" => Some(CorrectionKind::Note),
        _ => None,
    }
}
