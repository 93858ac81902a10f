//! Blocks of Article JSON.

use super::inline::gathered;
use super::{Native, paragraph};
use crate::ingest::fields::{Fields, Place};
use crate::ingest::{Json, Kind};
use crate::model::block::{Block, BlockKind, Role};
use crate::model::url::Use;
use crate::model::{Fate, MAX_DEPTH, Text};

impl<J: Json> Native<J> {
    /// What a thing holds: its `blocks`, or its `text` as one paragraph.
    pub(super) fn body(&mut self, fields: &Fields<'_, J>, depth: usize) -> Vec<Block> {
        if let Some(list) = fields.take("blocks", &mut self.reading) {
            // A text beside the blocks would be said twice or not at all: the blocks win, the text is noted.
            return self.blocks(&list, &Place::Field(fields.place, "blocks"), depth);
        }
        let text = self.text_field(fields, "text", depth);
        if text.is_empty() { Vec::new() } else { vec![paragraph(text)] }
    }

    pub(super) fn blocks(&mut self, list: &J, place: &Place<'_>, depth: usize) -> Vec<Block> {
        if list.kind() != Kind::Array {
            return self.block(list, place, depth).into_iter().collect();
        }
        let mut blocks = Vec::new();
        self.each(list, place, |reader, item, place| blocks.extend(reader.block(item, place, depth)));
        blocks
    }

    pub(super) fn block(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Option<Block> {
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
        let kind = match name.as_str() {
            // It reads the same object itself and notes what is unknown in it.
            "image" => self.image(json, place).map(BlockKind::Image),
            "footnote" => {
                self.footnote(json, place);
                None
            }
            "paragraph" | "heading" | "list" | "quote" | "divider" => {
                let before = self.reading.notes.len();
                let kind = self.plain_block(&name, &fields, depth + 1);
                self.finished(kind, before, &name, fields)
            }
            _ => match self.extras {
                Some(extras) => (extras.block)(self, &name, json, fields, depth + 1),
                None => {
                    self.incomplete = true;
                    None
                }
            },
        };
        Some(Block { kind: kind?, locale, id })
    }

    /// The fields that every block may carry, taken so that they are not noted as unknown.
    pub(super) fn block_attributes(&mut self, fields: &Fields<'_, J>) {
        for name in ["language", "direction", "id"] {
            fields.take(name, &mut self.reading);
        }
    }

    /// What nearly every article is made of.
    fn plain_block(&mut self, name: &str, fields: &Fields<'_, J>, depth: usize) -> Option<BlockKind> {
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
            "quote" => BlockKind::Quote {
                blocks: non_empty_list(self.body(fields, depth))?,
                citation: self.text_field(fields, "citation", depth),
                url: fields.url("url", Use::Link, &mut self.reading),
                pull: fields.boolean("pull", &mut self.reading),
            },
            _ => BlockKind::Divider {},
        })
    }

    /// Takes leave of a block's object: notes that the block could not be made, unless something was noted since there
    /// were `before` notes, and what is unknown in it.
    pub(super) fn finished(
        &mut self,
        kind: Option<BlockKind>,
        before: usize,
        name: &str,
        fields: Fields<'_, J>,
    ) -> Option<BlockKind> {
        if kind.is_none() && self.reading.notes.len() == before {
            self.reading.dropped(fields.place, format_args!("`{name}` lacks what it needs"));
        }
        fields.finish(&mut self.reading);
        kind
    }

    /// The items of a list field that could be read.
    pub(super) fn listed<T>(
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

    pub(super) fn filled(&mut self, fields: &Fields<'_, J>, name: &'static str, depth: usize) -> Option<Text> {
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
