//! Blocks of Article JSON.

use super::inline::gathered;
use super::{Native, paragraph};
use crate::ingest::fields::{Fields, Place};
use crate::ingest::{Json, Kind};
use crate::model::block::{
    Align, Block, BlockKind, Cell, Column, CorrectionKind, Definition, Event, Item, LinkItem, Role, Table, Tone,
};
use crate::model::url::Use;
use crate::model::{Card, Fate, Locale, MAX_DEPTH, Text};

/// Most columns or rows that a cell may span (HTML, §4.9.11: `colspan` is clamped to 1000).
const MAX_SPAN: u32 = 1000;

impl Native {
    /// What a thing holds: its `blocks`, or its `text` as one paragraph.
    pub(super) fn body<J: Json>(&mut self, fields: &mut Fields<'_, J>, depth: usize) -> Vec<Block> {
        if let Some(list) = fields.take("blocks") {
            // A text beside the blocks would be said twice or not at all: the blocks win, the text is noted.
            return self.blocks(&list, &Place::Field(fields.place, "blocks"), depth);
        }
        let text = self.text_field(fields, "text", depth);
        if text.is_empty() { Vec::new() } else { vec![paragraph(text)] }
    }

    fn blocks<J: Json>(&mut self, list: &J, place: &Place<'_>, depth: usize) -> Vec<Block> {
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
        let mut fields = Fields::new(json, place);
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
            "card" => {
                self.card(json, place).map(|card| BlockKind::Card(Card { id: None, locale: Locale::default(), ..card }))
            }
            "footnote" => {
                self.footnote(json, place);
                None
            }
            _ => {
                let before = self.reading.notes.len();
                let kind = self.block_of(&name, &mut fields, depth + 1);
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
    pub(super) fn block_attributes<J: Json>(&mut self, fields: &mut Fields<'_, J>) {
        for name in ["language", "direction", "id"] {
            fields.take(name);
        }
    }

    fn block_of<J: Json>(&mut self, name: &str, fields: &mut Fields<'_, J>, depth: usize) -> Option<BlockKind> {
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
                let summary = self.filled(fields, "summary", depth)?;
                let open = fields.boolean("open", &mut self.reading);
                BlockKind::Details { summary, blocks: self.body(fields, depth), open }
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
                    let mut fields = Fields::new(item, place);
                    let link = reader.link_item(&mut fields, depth);
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
                let value = fields.number("value", &mut self.reading)?;
                let best = fields.number("best", &mut self.reading)?;
                BlockKind::Rating {
                    value,
                    best,
                    worst: fields.number("worst", &mut self.reading),
                    subject: fields.label("subject", &mut self.reading),
                    text: self.text_field(fields, "text", depth),
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
    fn unknown<J: Json>(&mut self, name: &str, fields: &mut Fields<'_, J>, depth: usize) -> Option<BlockKind> {
        let text = self.text_field(fields, "text", depth);
        if text.is_empty() {
            self.reading.dropped(fields.place, format_args!("unknown type `{name}`"));
            return None;
        }
        self.reading.note(fields.place, Fate::Downgraded, format_args!("unknown type `{name}`: only its text is kept"));
        Some(BlockKind::Unknown { name: name.to_owned(), text })
    }

    fn item<J: Json>(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Option<Item> {
        let (blocks, checked) = if is_holder(json) {
            let mut fields = Fields::new(json, place);
            let checked = fields.take("checked").and_then(|value| value.boolean());
            let blocks = self.body(&mut fields, depth);
            fields.finish(&mut self.reading);
            (blocks, checked)
        } else {
            (self.block(json, place, depth).into_iter().collect(), None)
        };
        (!blocks.is_empty()).then_some(Item { blocks, checked })
    }

    fn column<J: Json>(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Column {
        if !is_holder(json) {
            return Column { blocks: self.blocks(json, place, depth) };
        }
        let mut fields = Fields::new(json, place);
        let blocks = self.body(&mut fields, depth);
        fields.finish(&mut self.reading);
        Column { blocks }
    }

    fn definition<J: Json>(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Option<Definition> {
        let mut fields = Fields::new(json, place);
        let terms = self.listed(&mut fields, "terms", |reader, item, place| non_empty(reader.text(item, place, depth)));
        let definitions = self.listed(&mut fields, "definitions", |reader, item, place| {
            // A list is one text with marks here, as everywhere a text can stand.
            let column = match item.kind() {
                Kind::Array => Column { blocks: reader.block(item, place, depth).into_iter().collect() },
                _ => reader.column(item, place, depth),
            };
            (!column.blocks.is_empty()).then_some(column)
        });
        fields.finish(&mut self.reading);
        (!terms.is_empty()).then_some(Definition { terms, definitions })
    }

    fn event<J: Json>(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Option<Event> {
        let mut fields = Fields::new(json, place);
        let event = Event {
            time: fields.label("time", &mut self.reading).unwrap_or_default(),
            datetime: fields.string("datetime", &mut self.reading),
            title: self.text_field(&mut fields, "title", depth),
            blocks: self.body(&mut fields, depth),
        };
        fields.finish(&mut self.reading);
        (!event.time.is_empty() || !event.title.is_empty() || !event.blocks.is_empty()).then_some(event)
    }

    fn link_item<J: Json>(&mut self, fields: &mut Fields<'_, J>, depth: usize) -> Option<LinkItem> {
        let href = fields.link("href", &mut self.reading);
        let before = std::mem::replace(&mut self.label, true);
        let text = self.text_field(fields, "text", depth);
        self.label = before;
        Some(LinkItem { href: href?, text: non_empty(text)? })
    }

    fn table<J: Json>(&mut self, fields: &mut Fields<'_, J>, depth: usize) -> Option<Table> {
        let mut rows =
            |reader: &mut Self, name| reader.listed(fields, name, |reader, row, place| reader.row(row, place, depth));
        let table = Table {
            head: rows(self, "head"),
            body: rows(self, "body"),
            foot: rows(self, "foot"),
            caption: Text::default(),
        };
        let caption = self.text_field(fields, "caption", depth);
        let empty = table.head.is_empty() && table.body.is_empty() && table.foot.is_empty();
        (!empty).then_some(Table { caption, ..table })
    }

    fn row<J: Json>(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Option<Vec<Cell>> {
        let mut cells = Vec::new();
        self.each(json, place, |reader, cell, place| cells.push(reader.cell(cell, place, depth)));
        non_empty_list(cells)
    }

    fn cell<J: Json>(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Cell {
        if !is_holder(json) {
            let blocks = match json.string() {
                // An empty cell keeps its place in the row.
                Some(text) if text.trim().is_empty() => Vec::new(),
                _ if json.kind() == Kind::Null => Vec::new(),
                _ => self.block(json, place, depth).into_iter().collect(),
            };
            return Cell { blocks, ..Cell::default() };
        }
        let mut fields = Fields::new(json, place);
        let cell = Cell {
            header: fields.boolean("header", &mut self.reading),
            colspan: fields.count("colspan", MAX_SPAN, &mut self.reading),
            rowspan: fields.count("rowspan", MAX_SPAN, &mut self.reading),
            align: fields.one_of("align", align, &mut self.reading),
            blocks: self.body(&mut fields, depth),
        };
        fields.finish(&mut self.reading);
        cell
    }

    /// The items of a list field that could be read.
    fn listed<J: Json, T>(
        &mut self,
        fields: &mut Fields<'_, J>,
        name: &'static str,
        mut read: impl FnMut(&mut Self, &J, &Place<'_>) -> Option<T>,
    ) -> Vec<T> {
        let mut items = Vec::new();
        let Some(list) = fields.take(name) else { return items };
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

    fn filled<J: Json>(&mut self, fields: &mut Fields<'_, J>, name: &'static str, depth: usize) -> Option<Text> {
        non_empty(self.text_field(fields, name, depth))
    }
}

/// An object that holds blocks, as against one that is a block or an inline.
fn is_holder<J: Json>(json: &J) -> bool {
    json.kind() == Kind::Object && json.field("type").is_none()
}

fn non_empty(text: Text) -> Option<Text> {
    if text.is_empty() { None } else { Some(text) }
}

fn non_empty_list<T>(list: Vec<T>) -> Option<Vec<T>> {
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

fn align(name: &str) -> Option<Align> {
    match name {
        "start" => Some(Align::Start),
        "center" => Some(Align::Center),
        "end" => Some(Align::End),
        _ => None,
    }
}
