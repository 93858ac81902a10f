//! Data tables: records by descriptors (`DataTable`, `RecordStore`).

use super::super::Json;
use super::super::fields::Place;
use super::super::parts::each;
use super::super::source::string_at;
use super::Reader;
use super::components::cell;
use crate::model::block::{Block, BlockKind, Cell, Table};
use crate::model::{Image, Text};

impl<J: Json> Reader<'_, '_, J> {
    /// A table; vertical ones have a record in each column and their headings at the side.
    pub(super) fn data_table(&mut self, json: &J, place: &Place<'_>) -> Option<Block> {
        let data = json.field("data")?;
        let place = Place::Field(place, "data");
        let mut keys = Vec::new();
        let mut head = Vec::new();
        each(&data, "descriptors", &place, |item, place| {
            let Some(key) = string_at(item, "key") else { return };
            let label = self.line_in(item, "label", place);
            head.push(Cell { blocks: cell(label), header: true, ..Cell::default() });
            keys.push(key);
        });
        let mut body = Vec::new();
        each(&data, "records", &place, |record, place| {
            let row = keys.iter().map(|key| self.record(record, key, place));
            body.push(row.collect::<Vec<_>>());
        });
        if keys.is_empty() || body.is_empty() {
            self.source.dropped(&place, "a table without records");
            return None;
        }
        let labelled = json.field("showDescriptorLabels").and_then(|shown| shown.boolean()) != Some(false);
        if !labelled {
            head.clear();
        }
        let vertical = string_at(json, "dataOrientation").is_some_and(|orientation| orientation == "vertical");
        let table = if vertical {
            let mut rows: Vec<Vec<Cell>> = head.into_iter().map(|cell| vec![cell]).collect();
            rows.resize_with(keys.len(), Vec::new);
            for record in body {
                rows.iter_mut().zip(record).for_each(|(row, cell)| row.push(cell));
            }
            Table { body: rows, ..Table::default() }
        } else {
            Table { head: if head.is_empty() { Vec::new() } else { vec![head] }, body, ..Table::default() }
        };
        Some(BlockKind::Table(table).into())
    }

    /// A value of a record: text, a number, formatted text or a picture.
    fn record(&mut self, record: &J, key: &str, place: &Place<'_>) -> Cell {
        let place = Place::Field(place, key);
        let Some(value) = record.field(key) else { return Cell::default() };
        let blocks = if string_at(&value, "type").is_some_and(|kind| kind == "image") {
            let image: Option<Image> = self.image(&value, &place);
            image.map(|image| BlockKind::Image(image).into()).into_iter().collect()
        } else {
            match value.text().filter(|_| value.string().is_none()) {
                Some(number) => cell(Text::plain(number)),
                None => cell(self.line(&value, &place)),
            }
        };
        Cell { blocks, ..Cell::default() }
    }
}
