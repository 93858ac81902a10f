//! Tables, which scroll inside themselves.

use super::Scope;
use super::block::tight;
use super::inline::with_text;
use crate::i18n::Later;
use crate::model::block::{Align, Cell, Table};
use crate::platform::dom::{El, el};
use std::cell::Cell as Counter;

thread_local! {
    /// Numbers the captions, so that each table can be named by its own.
    static CAPTIONS: Counter<u32> = const { Counter::new(0) };
}

pub(super) fn table(scope: &Scope, contents: &Table) -> El {
    // The box takes focus, so that a wide table can be scrolled from the keyboard; a box with focus needs a name.
    let scroll = el("div", "table__scroll").attr("tabindex", "0").attr("role", "region");
    let grid = el("table", "");
    let grid = rows(scope, grid, "thead", &contents.head, true);
    let grid = rows(scope, grid, "tbody", &contents.body, false);
    let grid = rows(scope, grid, "tfoot", &contents.foot, false);
    let figure = el("figure", "table");
    if contents.caption.is_empty() {
        let label = scope.catalog.get(Later::TableRegion);
        return figure.add(scroll.attr("aria-label", label).add(grid));
    }
    let number = CAPTIONS.with(|next| next.replace(next.get() + 1));
    let id = scope.id(&format!("table-{number}"));
    let caption = with_text(scope, "figcaption", "caption table__caption", &contents.caption).attr("id", &id);
    figure.add(caption).add(scroll.attr("aria-labelledby", &id).add(grid.attr("aria-labelledby", &id)))
}

fn rows(scope: &Scope, grid: El, name: &str, rows: &[Vec<Cell>], head: bool) -> El {
    if rows.is_empty() {
        return grid;
    }
    grid.add(rows.iter().fold(el(name, ""), |part, row| {
        part.add(row.iter().fold(el("tr", ""), |line, contents| line.add(cell(scope, contents, head))))
    }))
}

fn cell(scope: &Scope, contents: &Cell, head: bool) -> El {
    let header = head || contents.header;
    let cell = el(if header { "th" } else { "td" }, "");
    let cell = if header { cell.attr("scope", if head { "col" } else { "row" }) } else { cell };
    let cell = span(span(cell, "colspan", contents.colspan), "rowspan", contents.rowspan);
    let cell = match contents.align {
        Some(Align::Center) => cell.attr("data-align", "center"),
        Some(Align::End) => cell.attr("data-align", "end"),
        Some(Align::Start) | None => cell,
    };
    tight(scope, cell, &contents.blocks)
}

fn span(cell: El, name: &'static str, count: u32) -> El {
    if count > 1 { cell.attr(name, &count.to_string()) } else { cell }
}
