//! Blocks of Article JSON.

use super::inline::gathered;
use super::{Native, paragraph};
use crate::ingest::fields::{Fields, Place};
use crate::ingest::{Json, Kind};
use crate::model::block::{Block, BlockKind, CorrectionKind, LinkItem, Role, Tone};
use crate::model::url::Use;
use crate::model::{Card, Fate, Locale, MAX_DEPTH, Text};

impl Native {
    /// What a thing holds: its `blocks`, or its `text` as one paragraph.
    pub(super) fn body<J: Json>(&mut self, fields: &Fields<'_, J>, depth: usize) -> Vec<Block> {
        if let Some(list) = fields.take("blocks", &mut self.reading) {
            // A text beside the blocks would be said twice or not at all: the blocks win, the text is noted.
            return self.blocks(&list, &Place::Field(fields.place, "blocks"), depth);
        }
        let text = self.text_field(fields, "text", depth);
        if text.is_empty() { Vec::new() } else { vec![paragraph(text)] }
    }

    pub(super) fn blocks<J: Json>(&mut self, list: &J, place: &Place<'_>, depth: usize) -> Vec<Block> {
        if list.kind() != Kind::Array {
            return self.block(list, place, depth).into_iter().collect();
        }
        let mut blocks = Vec::new();
        self.each(list, place, |reader, item, place| blocks.extend(reader.block(item, place, depth)));
        blocks
    }

    pub(super) fn block<J: Json>(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Option<Block> {
        if depth >= MAX_DEPTH {
            let text = json.string().unwrap_or_else(|| gathered(json));
            self.reading.note(place, Fate::Downgraded, "nested too deep: only its text is kept");
            return (!text.is_empty()).then(|| paragraph(Text::plain(text)));
        }
        match json.kind() {
            Kind::Object => {}
            Kind::String | Kind::Array | Kind::Number => {
                let text = self.text(json, place, depth + 1);
                if text.is_empty() {
                    self.reading.dropped(place, "empty");
                    return None;
                }
                return Some(paragraph(text));
            }
            kind => {
                self.reading.dropped(place, format_args!("expected a block, found {}", kind.name()));
                return None;
            }
        }
        let fields = Fields::new(json, place, &self.reading);
        let name = fields.string("type", &mut self.reading).unwrap_or_default();
        let locale = fields.locale(&mut self.reading);
        let id = fields.string("id", &mut self.reading);
        // These read the same object themselves and note what is unknown in it.
        let kind = match name.as_str() {
            "image" => self.image(json, place).map(BlockKind::Image),
            "video" => self.player(json, place).map(BlockKind::Video),
            "audio" => self.player(json, place).map(BlockKind::Audio),
            "embed" => self.embed(json, place).map(BlockKind::Embed),
            "math" => self.math(json, place).map(BlockKind::Math),
            // Its identity and language are the block's.
            "card" => self
                .card(json, place)
                .map(|card| BlockKind::Card(Box::new(Card { id: None, locale: Locale::default(), ..card }))),
            "footnote" => {
                self.footnote(json, place);
                None
            }
            _ => {
                let before = self.reading.notes.len();
                let kind = self.block_of(&name, &fields, depth + 1);
                if kind.is_none() && self.reading.notes.len() == before {
                    self.reading.dropped(place, format_args!("`{name}` lacks what it needs"));
                }
                fields.finish(&mut self.reading);
                kind
            }
        };
        Some(Block { kind: kind?, locale, id })
    }

    /// The fields that every block may carry, taken so that they are not noted as unknown.
    pub(super) fn block_attributes<J: Json>(&mut self, fields: &Fields<'_, J>) {
        for name in ["language", "direction", "id"] {
            fields.take(name, &mut self.reading);
        }
    }

    fn block_of<J: Json>(&mut self, name: &str, fields: &Fields<'_, J>, depth: usize) -> Option<BlockKind> {
        Some(match name {
            "paragraph" => BlockKind::Paragraph {
                text: self.filled(fields, "text", depth)?,
                role: fields.one_of("role", role, &mut self.reading),
                drop_cap: fields.boolean("dropCap", &mut self.reading),
            },
            "heading" => {
                let level = fields.count("level", 6, &mut self.reading) as u8;
                let text = self.label_field(fields, "text");
                BlockKind::Heading { text: non_empty(text)?, level: if level == 0 { 3 } else { level } }
            }
            "list" => BlockKind::List {
                ordered: fields.boolean("ordered", &mut self.reading),
                start: fields.number("start", &mut self.reading).map(|number| number as i32),
                items: non_empty_list(
                    self.listed(fields, "items", |reader, item, place| reader.item(item, place, depth)),
                )?,
            },
            "definitions" => BlockKind::Definitions {
                items: non_empty_list(
                    self.listed(fields, "items", |reader, item, place| reader.definition(item, place, depth)),
                )?,
            },
            "quote" => BlockKind::Quote {
                blocks: non_empty_list(self.body(fields, depth))?,
                citation: self.text_field(fields, "citation", depth),
                url: fields.url("url", Use::Link, &mut self.reading),
                pull: fields.boolean("pull", &mut self.reading),
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
            "divider" => BlockKind::Divider {},
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
            "button" => BlockKind::Button(self.link_item(fields, depth)?),
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
            "live" => BlockKind::Live {
                published: fields.string("published", &mut self.reading),
                title: self.text_field(fields, "title", depth),
                author: fields.label("author", &mut self.reading),
                blocks: non_empty_list(self.body(fields, depth))?,
            },
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
    fn unknown<J: Json>(&mut self, name: &str, fields: &Fields<'_, J>, depth: usize) -> Option<BlockKind> {
        let text = self.text_field(fields, "text", depth);
        if text.is_empty() {
            self.reading.dropped(fields.place, format_args!("unknown type `{name}`"));
            return None;
        }
        self.reading.note(fields.place, Fate::Downgraded, format_args!("unknown type `{name}`: only its text is kept"));
        Some(BlockKind::Unknown { name: name.to_owned(), text })
    }

    fn link_item<J: Json>(&mut self, fields: &Fields<'_, J>, depth: usize) -> Option<LinkItem> {
        let href = fields.link("href", &mut self.reading);
        let before = std::mem::replace(&mut self.label, true);
        let text = self.text_field(fields, "text", depth);
        self.label = before;
        Some(LinkItem { href: href?, text: non_empty(text)? })
    }

    /// The items of a list field that could be read.
    pub(super) fn listed<J: Json, T>(
        &mut self,
        fields: &Fields<'_, J>,
        name: &'static str,
        mut read: impl FnMut(&mut Self, &J, &Place<'_>) -> Option<T>,
    ) -> Vec<T> {
        let mut items = Vec::new();
        let Some(list) = fields.take(name, &mut self.reading) else { return items };
        let place = Place::Field(fields.place, name);
        self.each(&list, &place, |reader, item, place| {
            let before = reader.reading.notes.len();
            match read(reader, item, place) {
                Some(item) => items.push(item),
                None if reader.reading.notes.len() == before => reader.reading.dropped(place, "empty"),
                None => {}
            }
        });
        items
    }

    fn filled<J: Json>(&mut self, fields: &Fields<'_, J>, name: &'static str, depth: usize) -> Option<Text> {
        non_empty(self.text_field(fields, name, depth))
    }
}

pub(super) fn non_empty(text: Text) -> Option<Text> {
    if text.is_empty() { None } else { Some(text) }
}

pub(super) fn non_empty_list<T>(list: Vec<T>) -> Option<Vec<T>> {
    if list.is_empty() { None } else { Some(list) }
}

fn role(name: &str) -> Option<Role> {
    match name {
        "lead" => Some(Role::Lead),
        "byline" => Some(Role::Byline),
        "note" => Some(Role::Note),
        "address" => Some(Role::Address),
        _ => None,
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
