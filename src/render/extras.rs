//! What is seldom met in an article, each by name here or in a module of its own.
//!
//! Reached through [`Extras`] alone, so that a build can keep it apart and load it when an article has such a thing.

use super::block::{fill_blocks, tight};
use super::inline::{linked, some_text, with_text};
use super::{Footnotes, Scope, figure, math, media, panel, table};
use crate::i18n::Later;
use crate::model::block::{Column, Definition, LinkItem};
use crate::model::math::Math;
use crate::model::{BlockKind, Text};
use crate::platform::dom::{El, el};
use crate::platform::listen::Listener;
use crate::platform::share;

/// Builders of what is seldom met.
#[derive(Clone, Copy)]
pub(crate) struct Extras {
    pub(super) block: fn(&Scope, &BlockKind) -> El,
    pub(super) math: fn(&Math, &str) -> El,
    pub(super) footnotes: fn(&Scope) -> Footnotes,
}

impl Extras {
    /// All of them.
    pub(crate) fn all() -> Self {
        Self { block: of_kind, math: math::math, footnotes: Footnotes::new }
    }
}

fn of_kind(scope: &Scope, kind: &BlockKind) -> El {
    match kind {
        BlockKind::Definitions { items } => definitions(scope, items),
        BlockKind::Code { code, syntax, caption } => code_block(scope, code, syntax.as_deref(), caption),
        BlockKind::Preformatted { text, verse: true } => with_text(scope, "div", "verse", text),
        BlockKind::Preformatted { text, verse: false } => {
            // Focusable, so that it can be scrolled from the keyboard.
            with_text(scope, "pre", "preformatted", text).attr("tabindex", "0")
        }
        BlockKind::Math(formula) => {
            let class = if formula.display { "math math--display" } else { "math" };
            el("div", class).attr("tabindex", "0").add(math::math(formula, "math__formula"))
        }
        BlockKind::Gallery { images, caption } => figure::gallery(scope, images, caption),
        BlockKind::Video(player) => media::player(scope, "video", player),
        BlockKind::Audio(player) => media::player(scope, "audio", player),
        BlockKind::Embed(embed) => media::embed(scope, embed),
        BlockKind::Table(contents) => table::table(scope, contents),
        BlockKind::Details { summary, blocks, open } => {
            let details = if *open { el("details", "details").attr("open", "") } else { el("details", "details") };
            let body = fill_blocks(scope, el("div", "details__body"), blocks);
            let words = with_text(scope, "span", "", summary);
            details.add(el("summary", "details__summary").add(words)).add(body)
        }
        BlockKind::Group { title, blocks } => {
            let group = el("div", "group").add_some(some_text(scope, "p", "group__title", title));
            fill_blocks(scope, group, blocks)
        }
        BlockKind::Columns { columns } => columns.iter().fold(el("div", "columns"), |parent, Column { blocks }| {
            parent.add(fill_blocks(scope, el("div", "column"), blocks))
        }),
        BlockKind::Links { title, items } => links(scope, title, items),
        BlockKind::Button(link) => el("p", "button-line").add(link_item(scope, "button", link)),
        kind => panel::element(scope, kind),
    }
}

fn definitions(scope: &Scope, items: &[Definition]) -> El {
    items.iter().fold(el("dl", "definitions"), |list, item| {
        let list = item.terms.iter().fold(list, |list, term| list.add(with_text(scope, "dt", "", term)));
        // A term without a definition still has its place for one: a list of terms alone is not valid.
        if item.definitions.is_empty() {
            return list.add(el("dd", ""));
        }
        item.definitions.iter().fold(list, |list, Column { blocks }| list.add(tight(scope, el("dd", ""), blocks)))
    })
}

fn code_block(scope: &Scope, code: &str, syntax: Option<&str>, caption: &Text) -> El {
    let catalog = scope.catalog;
    let label = syntax.map_or_else(|| catalog.get(Later::CodeRegion).to_owned(), str::to_owned);
    let text = el("code", "").maybe("data-syntax", syntax).text(code);
    let scroll = el("div", "code__scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", &label);
    let copy = el("button", "code__copy text-button").attr("type", "button").text(catalog.get(Later::Copy));
    let (source, button) = (code.to_owned(), copy.clone());
    scope.keep(Listener::new(copy.node(), "click", move |_| {
        let button = button.clone();
        share::copy(&source, move |copied| {
            if copied {
                button.node().set_text_content(Some(catalog.get(Later::Copied)));
            }
        });
    }));
    let frame = scroll.add(el("pre", "").attr("dir", "ltr").attr("translate", "no").add(text));
    el("figure", "code").add(frame).add(copy).add_some(some_text(scope, "figcaption", "caption", caption))
}

fn links(scope: &Scope, title: &Text, items: &[LinkItem]) -> El {
    let list = items
        .iter()
        .fold(el("ul", "").attr("role", "list"), |list, item| list.add(el("li", "").add(link_item(scope, "", item))));
    el("div", "links").add_some(some_text(scope, "p", "links__title", title)).add(list)
}

fn link_item(scope: &Scope, class: &str, item: &LinkItem) -> El {
    // Its words are one thing beside the arrow, whatever marks they have.
    linked(el("a", class).add(with_text(scope, "span", "", &item.text)), &item.href)
}
