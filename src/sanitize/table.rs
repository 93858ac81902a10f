//! Tables; those that only set a page are taken apart.

use super::Node;
use super::allow;
use super::flow::{Carried, Flow, Takes, localize};
use super::place::Place;
use super::walk::{Walk, paragraph};
use crate::model::block::{Align, Block, BlockKind, Cell, Table};

/// Most columns or rows that a cell may span (HTML, §4.9.11 "Attributes common to td and th elements").
const MAX_SPAN: u32 = 1000;

/// Which part of a table rows are in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Head,
    Body,
    Foot,
}

impl<N: Node> Walk<'_, N> {
    pub(super) fn table(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut table = Table::default();
        let mut loose = Flow::new(flow.line.wraps(), false, Takes::Nothing);
        self.each(node, place, &mut |walk, child, at| match at.map_or("", |at| at.name) {
            "caption" => table.caption = at.map(|at| walk.text_of(child, at)).unwrap_or_default(),
            name => match (at, name) {
                (Some(at), "thead") => walk.rows(Part::Head, child, at, flow, &mut table),
                (Some(at), "tfoot") => walk.rows(Part::Foot, child, at, flow, &mut table),
                (Some(at), "tbody") => walk.rows(Part::Body, child, at, flow, &mut table),
                (Some(at), "tr") => walk.row(Part::Body, child, at, flow, &mut table),
                _ => walk.node(child, place, at, &mut loose),
            },
        });
        let carried = self.carried(node);
        let role = allow::ROLE.of(node);
        if role.is_some_and(|role| matches!(role.as_str(), "presentation" | "none")) || is_layout(&table) {
            unwrap(table, carried, flow);
        } else if rows(&table).flatten().any(|cell| !cell.blocks.is_empty()) {
            // A first row of headers is the head of a table that has none.
            let heads = |row: &Vec<Cell>| !row.is_empty() && row.iter().all(|cell| cell.header);
            if table.head.is_empty() && table.body.len() > 1 && table.body.first().is_some_and(heads) {
                table.head.push(table.body.remove(0));
            }
            table.head.iter_mut().flatten().for_each(|cell| cell.header = false);
            flow.push(BlockKind::Table(table), carried);
        } else if let Some(caption) = paragraph(table.caption, None) {
            flow.flush();
            flow.add(caption);
        }
        flow.flush();
        loose.finish().into_iter().for_each(|block| flow.add(block));
    }

    fn rows(&mut self, part: Part, node: &N, place: &Place<'_>, flow: &Flow, table: &mut Table) {
        self.each(node, place, &mut |walk, child, at| {
            if let Some(at) = at.filter(|at| at.name == "tr") {
                walk.row(part, child, at, flow, table);
            }
        });
    }

    fn row(&mut self, part: Part, node: &N, place: &Place<'_>, flow: &Flow, table: &mut Table) {
        let mut row = Vec::new();
        self.each(node, place, &mut |walk, child, at| {
            if let Some(at) = at.filter(|at| matches!(at.name, "td" | "th")) {
                row.push(walk.cell(child, at, flow));
            }
        });
        let rows = match part {
            Part::Head => &mut table.head,
            Part::Body => &mut table.body,
            Part::Foot => &mut table.foot,
        };
        if !row.is_empty() {
            rows.push(row);
        }
    }

    fn cell(&mut self, node: &N, place: &Place<'_>, flow: &Flow) -> Cell {
        let mut blocks = self.inner(node, place, flow);
        let Carried { id, locale } = self.carried(node);
        localize(Some(&mut blocks), &locale);
        if let Some(first) = blocks.first_mut() {
            first.id = first.id.take().or(id);
        }
        let span = |attribute| match self.count(attribute, MAX_SPAN, node) {
            1 => 0,
            count => count,
        };
        Cell {
            blocks,
            header: place.name == "th",
            colspan: span(&allow::COLSPAN),
            rowspan: span(&allow::ROWSPAN),
            align: self.align(node),
        }
    }

    fn align(&self, node: &N) -> Option<Align> {
        const NAMES: [(&str, Align); 5] = [
            ("left", Align::Start),
            ("start", Align::Start),
            ("center", Align::Center),
            ("right", Align::End),
            ("end", Align::End),
        ];
        let of = |name: &str| NAMES.iter().find(|(known, _)| name.eq_ignore_ascii_case(known)).map(|(_, align)| *align);
        let style = allow::STYLE.of(node).unwrap_or_default();
        let mut by_style = style.split(';').filter_map(|declaration| declaration.split_once(':'));
        let by_style = by_style.rfind(|(property, _)| property.trim().eq_ignore_ascii_case("text-align"));
        by_style.and_then(|(_, value)| of(value.trim())).or_else(|| of(allow::ALIGN.of(node)?.trim()))
    }
}

fn rows(table: &Table) -> impl Iterator<Item = &Vec<Cell>> {
    table.head.iter().chain(&table.body).chain(&table.foot)
}

/// A table that sets a page: it has one cell, or no headers and in its cells what no cell of data holds.
fn is_layout(table: &Table) -> bool {
    let mut cells = rows(table).flatten();
    let page = |block: &Block| {
        let kind = &block.kind;
        matches!(kind, BlockKind::Heading { .. } | BlockKind::Table(_) | BlockKind::Divider {} | BlockKind::Embed(_))
            || matches!(kind, BlockKind::Columns { .. } | BlockKind::Gallery { .. } | BlockKind::Video(_))
            || matches!(kind, BlockKind::Quote { .. } | BlockKind::Details { .. } | BlockKind::Button(_))
    };
    rows(table).flatten().count() == 1
        || table.caption.is_empty()
            && table.head.is_empty()
            && !rows(table).flatten().any(|cell| cell.header)
            && cells.any(|cell| cell.blocks.iter().any(page))
}

/// The blocks of a table without it.
fn unwrap(table: Table, carried: Carried, flow: &mut Flow) {
    flow.flush();
    flow.anchor(carried.id);
    let start = flow.blocks.len();
    let Table { caption, head, body, foot } = table;
    paragraph(caption, None).into_iter().for_each(|block| flow.add(block));
    let cells = head.into_iter().chain(body).chain(foot).flatten();
    cells.flat_map(|cell| cell.blocks).for_each(|block| flow.add(block));
    localize(flow.blocks.get_mut(start..), &carried.locale);
}
