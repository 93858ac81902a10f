//! What holds other nodes: lists, tables, notes that open, columns, timelines.

use super::names::Sort;
use super::record::{BODY, TITLE, paragraph, some, some_list};
use super::{Node, Piece, Tree, at, count, find, first_string, flag, gathered, label, line, string};
use crate::ingest::fields::Place;
use crate::ingest::source::paragraphs;
use crate::ingest::{Json, Kind};
use crate::model::block::{Align, Cell, Column, Event, Item, Table};
use crate::model::{Block, BlockKind, Fate, MAX_DEPTH, Text};

/// Most columns or rows that a cell may span (HTML, §4.9.11: `colspan` is clamped to 1000).
const MAX_SPAN: u32 = 1000;

/// How the formats say where text stands in a cell.
const ALIGN: [(&str, Align); 5] = [
    ("left", Align::Start),
    ("start", Align::Start),
    ("center", Align::Center),
    ("right", Align::End),
    ("end", Align::End),
];

impl<J: Json> Tree<'_, '_, J> {
    pub(super) fn list_of(&mut self, sort: Sort, node: &Node<'_, J>) -> Option<BlockKind> {
        let style = first_string(node.record, &["listType", "style", "tag", "listStyle"]).unwrap_or_default();
        let ordered = sort == Sort::Numbers
            || sort == Sort::List && matches!(style.as_str(), "number" | "ordered" | "ol")
            || flag(node.record, &["ordered"]);
        let mut items = Vec::new();
        self.each(node, &mut |tree, sort, child| {
            let mut blocks = Vec::new();
            if sort == Sort::Item {
                blocks = tree.held(child);
            } else {
                let mut pieces = Vec::new();
                tree.node(child.json, child.place, child.depth, &mut pieces);
                blocks.extend(line::blocks(pieces));
            }
            let checked = ["checked", "done"].iter().find_map(|name| child.record.field(name)?.boolean());
            // Atlassian says it in a word; its decisions have another.
            let word = string(child.record, "state").filter(|_| child.name == "taskItem");
            let checked = checked.or(word.map(|word| word == "DONE"));
            let checked = checked.filter(|_| !matches!(style.as_str(), "number" | "bullet"));
            add_item(&mut items, Item { blocks, checked });
        });
        self.listed_items(ordered, node.record, node.at, node.depth, &mut items);
        let start = find(node.record, &["start", "order", "meta.start"]).and_then(|(value, _)| value.numeric());
        let start = start.filter(|start| ordered && *start != 1.0).map(|start| start as i32);
        Some(BlockKind::List { ordered, start, items: some_list(items)? })
    }

    /// The items of a list that is all attributes (Editor.js): strings, or objects that may hold items themselves.
    fn listed_items(&mut self, ordered: bool, record: &J, place: &Place<'_>, depth: usize, items: &mut Vec<Item>) {
        let Some(list) = record.field("items") else { return };
        let place = Place::Field(place, "items");
        for index in 0..list.len() {
            let Some(value) = list.item(index) else { continue };
            let place = Place::Index(&place, index);
            if depth >= MAX_DEPTH {
                self.source.note(&place, Fate::Downgraded, "nested too deep: only its text is kept");
                items.push(Item { blocks: paragraphs(&gathered(&value)), checked: None });
                continue;
            }
            let mut blocks = self.cell(&value, &place, depth + 1);
            let mut inner = Vec::new();
            self.listed_items(ordered, &value, &place, depth + 1, &mut inner);
            if !inner.is_empty() {
                // Sublists have the style of the whole.
                blocks.push(BlockKind::List { ordered, start: None, items: inner }.into());
            }
            let checked = ["checked", "meta.checked"].iter().find_map(|name| at(&value, name)?.boolean());
            add_item(items, Item { blocks, checked });
        }
    }

    pub(super) fn table(&mut self, node: &Node<'_, J>) -> Option<BlockKind> {
        let mut table = Table { caption: self.text(node, &["caption", "title"]), ..Table::default() };
        let mut rows = Vec::new();
        self.each(node, &mut |tree, sort, child| match sort {
            Sort::Part => tree.each(child, &mut |tree, _, row| rows.push(tree.row(row))),
            Sort::Caption => table.caption = line::one_line(tree.held(child)),
            Sort::Foot if !tree.has_rows(child) => {
                let blocks = tree.held(child);
                table.foot.extend((!blocks.is_empty()).then(|| vec![Cell { blocks, ..Cell::default() }]));
            }
            Sort::Foot => tree.each(child, &mut |tree, _, row| table.foot.push(tree.row(row))),
            _ => rows.push(tree.row(child)),
        });
        self.listed_rows(node, &mut rows);
        rows.retain(|row| !row.is_empty());
        let width = rows.first().map_or(1, |row| row.iter().map(|cell| cell.colspan.max(1)).sum());
        if let [row] = table.foot.as_mut_slice()
            && let [cell] = row.as_mut_slice()
            && cell.colspan == 0
        {
            cell.colspan = width;
        }
        let head = rows.iter().take_while(|row| row.iter().all(|cell| cell.header)).count();
        // A table that is nothing but names has no head.
        let head = if head == rows.len() { 0 } else { head };
        table.body = rows.split_off(head);
        table.head = rows;
        (!table.body.is_empty()).then_some(BlockKind::Table(table))
    }

    fn has_rows(&mut self, node: &Node<'_, J>) -> bool {
        let mut found = false;
        self.each(node, &mut |_, sort, _| found |= sort == Sort::Row);
        found
    }

    fn row(&mut self, node: &Node<'_, J>) -> Vec<Cell> {
        let mut cells = Vec::new();
        self.each(node, &mut |tree, sort, child| {
            let record = child.record;
            // Lexical numbers what a cell heads: rows, columns or both.
            let header = sort == Sort::HeadCell || count(record, &["headerState"], 3) > 0 || flag(record, &["heading"]);
            let align = tree.align(child);
            let blocks = if matches!(sort, Sort::Cell | Sort::HeadCell) {
                tree.held(child)
            } else {
                let mut pieces = Vec::new();
                tree.node(child.json, child.place, child.depth, &mut pieces);
                line::blocks(pieces)
            };
            cells.push(Cell {
                blocks,
                header,
                colspan: count(record, &["colspan", "colSpan", "columnSpan"], MAX_SPAN),
                rowspan: count(record, &["rowspan", "rowSpan"], MAX_SPAN),
                align,
            });
        });
        cells
    }

    /// Where a cell's text stands: said of the cell, or of its first paragraph.
    fn align(&mut self, node: &Node<'_, J>) -> Option<Align> {
        let said = |record: &J| {
            let word = first_string(record, &["textAlign", "align", "alignment", "format"])?;
            ALIGN.iter().find(|(name, _)| *name == word).map(|(_, align)| *align)
        };
        let mut align = said(node.record);
        let mut first = true;
        self.each(node, &mut |_, _, child| {
            if std::mem::take(&mut first) && align.is_none() {
                align = said(child.record);
            }
        });
        align
    }

    /// The rows of a table that is all attributes: lists of cells, or objects that hold them.
    fn listed_rows(&mut self, node: &Node<'_, J>, rows: &mut Vec<Vec<Cell>>) {
        let Some((list, name)) = find(node.record, &["rows", "content", "table.rows", "data"]) else { return };
        if !rows.is_empty() || self.has_children(node) {
            return;
        }
        let headed = flag(node.record, &["withHeadings", "hasHeaderRow", "headerRow", "firstRowIsHeader", "hasHeader"]);
        let place = Place::Field(node.at, name);
        for index in 0..list.len() {
            let Some(row) = list.item(index) else { continue };
            let place = Place::Index(&place, index);
            let inner = find(&row, &["cells", "columns"]).map(|(cells, _)| cells);
            let cells = inner.as_ref().unwrap_or(&row);
            let header = index == 0 && headed || flag(&row, &["isHeader", "header"]);
            let cell = |index| {
                let value = cells.item(index)?;
                let blocks = self.cell(&value, &Place::Index(&place, index), node.depth + 1);
                Some(Cell { blocks, header, ..Cell::default() })
            };
            rows.push((0..cells.len()).filter_map(cell).collect());
        }
    }

    fn cell(&mut self, value: &J, place: &Place<'_>, depth: usize) -> Vec<Block> {
        if let Some(text) = value.text() {
            let text = if self.dialect.html { self.source.text(&text, place) } else { Text::plain(text.trim()) };
            return if line::is_blank(&text) { Vec::new() } else { vec![paragraph(text)] };
        }
        match find(value, &["text", "value", "content", "body"]) {
            Some((inner, name)) => self.any(&inner, &Place::Field(place, name), depth),
            None if value.kind() == Kind::Array => self.any(value, place, depth),
            None => Vec::new(),
        }
    }

    pub(super) fn details(&mut self, node: &Node<'_, J>) -> Option<BlockKind> {
        let mut summary = self.text(node, &TITLE);
        let mut pieces = Vec::new();
        let nested = self.has_children(node);
        self.each(node, &mut |tree, sort, child| match sort {
            Sort::Summary => summary = line::one_line(tree.labelled(child)),
            _ => tree.node(child.json, child.place, child.depth, &mut pieces),
        });
        let mut blocks = line::blocks(pieces);
        if !nested {
            if summary.is_empty() {
                summary = self.text(node, &["text"]);
            }
            blocks = self.body(node, &["content", "body", "description", "answer", "richText", "blocks"]);
        }
        let open = flag(node.record, &["open", "isOpen"]);
        match summary.is_empty() {
            // What could not be opened is open.
            true => Some(BlockKind::Group { title: summary, blocks: some_list(blocks)? }),
            false => Some(BlockKind::Details { summary, blocks, open }),
        }
    }

    /// Columns; what stands beside them goes before.
    pub(super) fn columns(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let mut columns = Vec::new();
        if let Some(title) = some(self.text(node, &["title"])) {
            self.push(BlockKind::Heading { text: title, level: 3 }, node, out);
        }
        self.each(node, &mut |tree, sort, child| match sort {
            Sort::Column => columns.push(Column { blocks: tree.held(child) }),
            Sort::Group => {
                let mut pieces = Vec::new();
                tree.node(child.json, child.place, child.depth, &mut pieces);
                columns.push(Column { blocks: line::blocks(pieces) });
            }
            _ => tree.node(child.json, child.place, child.depth, out),
        });
        if let Some((list, name)) = find(node.record, &["columns", "cols"]) {
            let place = Place::Field(node.at, name);
            for index in 0..list.len() {
                let Some(column) = list.item(index) else { continue };
                let place = Place::Index(&place, index);
                let blocks = match find(&column, &["richText", "content", "body", "text"]) {
                    Some((inner, name)) => self.any(&inner, &Place::Field(&place, name), node.depth + 1),
                    None => self.any(&column, &place, node.depth + 1),
                };
                columns.push(Column { blocks });
            }
        }
        columns.retain(|column| !column.blocks.is_empty());
        if let Some(columns) = some_list(columns) {
            self.push(BlockKind::Columns { columns }, node, out);
        }
    }

    /// Figures that belong together.
    pub(super) fn facts(&mut self, node: &Node<'_, J>) -> Option<BlockKind> {
        let mut blocks = Vec::new();
        self.each(node, &mut |tree, _, child| blocks.extend(tree.fact(child).map(Block::from)));
        Some(BlockKind::Group { title: self.text(node, &TITLE), blocks: some_list(blocks)? })
    }

    /// A timeline; its own title makes it a group.
    pub(super) fn timeline(&mut self, node: &Node<'_, J>) -> Option<BlockKind> {
        let mut items = Vec::new();
        self.each(node, &mut |tree, _, child| {
            let time = label(child.record, &["time", "date", "title"]).unwrap_or_default();
            let title =
                if child.record.field("date").is_some() { tree.text(child, &["title"]) } else { Text::default() };
            let blocks = tree.body(child, &BODY);
            if !time.is_empty() || !blocks.is_empty() {
                items.push(Event { time, title, blocks, datetime: None });
            }
        });
        let timeline = BlockKind::Timeline { items: some_list(items)? };
        Some(match some(self.text(node, &TITLE)) {
            Some(title) => BlockKind::Group { title, blocks: vec![timeline.into()] },
            None => timeline,
        })
    }
}

/// Adds an item; one that is nothing but a list belongs to the item before it.
pub(in crate::ingest) fn add_item(items: &mut Vec<Item>, mut item: Item) {
    let nested = item.blocks.iter().all(|block| matches!(block.kind, BlockKind::List { .. }));
    match items.last_mut() {
        Some(last) if nested => last.blocks.append(&mut item.blocks),
        _ if item.blocks.is_empty() => {}
        _ => items.push(item),
    }
}
