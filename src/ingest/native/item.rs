//! What stands in a block and holds blocks itself: items, definitions, columns, events, cells.

use super::Native;
use super::block::{non_empty, non_empty_list};
use crate::ingest::fields::{Fields, Place};
use crate::ingest::{Json, Kind};
use crate::model::Text;
use crate::model::block::{Align, Cell, Column, Definition, Event, Item, Table};

/// Most columns or rows that a cell may span (HTML, §4.9.11: `colspan` is clamped to 1000).
const MAX_SPAN: u32 = 1000;

impl<J: Json> Native<J> {
    pub(super) fn item(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Option<Item> {
        let (blocks, checked) = if is_holder(json) {
            let fields = Fields::new(json, place, &self.reading);
            let checked = fields.take("checked", &mut self.reading).and_then(|value| value.boolean());
            let blocks = self.body(&fields, depth);
            fields.finish(&mut self.reading);
            (blocks, checked)
        } else {
            (self.block(json, place, depth).into_iter().collect(), None)
        };
        (!blocks.is_empty()).then_some(Item { blocks, checked })
    }

    pub(super) fn column(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Column {
        if !is_holder(json) {
            return Column { blocks: self.blocks(json, place, depth) };
        }
        let fields = Fields::new(json, place, &self.reading);
        let blocks = self.body(&fields, depth);
        fields.finish(&mut self.reading);
        Column { blocks }
    }

    pub(super) fn definition(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Option<Definition> {
        let fields = Fields::new(json, place, &self.reading);
        let terms = self.listed(&fields, "terms", |reader, item, place| non_empty(reader.text(item, place, depth)));
        let definitions = self.listed(&fields, "definitions", |reader, item, place| {
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

    pub(super) fn event(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Option<Event> {
        let fields = Fields::new(json, place, &self.reading);
        let event = Event {
            time: fields.label("time", &mut self.reading).unwrap_or_default(),
            datetime: fields.string("datetime", &mut self.reading),
            title: self.text_field(&fields, "title", depth),
            blocks: self.body(&fields, depth),
        };
        fields.finish(&mut self.reading);
        (!event.time.is_empty() || !event.title.is_empty() || !event.blocks.is_empty()).then_some(event)
    }

    pub(super) fn table(&mut self, fields: &Fields<'_, J>, depth: usize) -> Option<Table> {
        let rows =
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

    pub(super) fn row(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Option<Vec<Cell>> {
        let mut cells = Vec::new();
        self.each(json, place, |reader, cell, place| cells.push(reader.cell(cell, place, depth)));
        non_empty_list(cells)
    }

    pub(super) fn cell(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Cell {
        if !is_holder(json) {
            let blocks = match json.string() {
                // An empty cell keeps its place in the row.
                Some(text) if text.trim().is_empty() => Vec::new(),
                _ if json.kind() == Kind::Null => Vec::new(),
                _ => self.block(json, place, depth).into_iter().collect(),
            };
            return Cell { blocks, ..Cell::default() };
        }
        let fields = Fields::new(json, place, &self.reading);
        let cell = Cell {
            header: fields.boolean("header", &mut self.reading),
            colspan: fields.count("colspan", MAX_SPAN, &mut self.reading),
            rowspan: fields.count("rowspan", MAX_SPAN, &mut self.reading),
            align: fields.one_of("align", align, &mut self.reading),
            blocks: self.body(&fields, depth),
        };
        fields.finish(&mut self.reading);
        cell
    }
}

/// An object that holds blocks, as against one that is a block or an inline.
fn is_holder<J: Json>(json: &J) -> bool {
    json.kind() == Kind::Object && json.field("type").is_none()
}

fn align(name: &str) -> Option<Align> {
    match name {
        "start" => Some(Align::Start),
        "center" => Some(Align::Center),
        "end" => Some(Align::End),
        _ => None,
    }
}
