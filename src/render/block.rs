//! Blocks: the plain ones here, the others by name in their own modules.

use super::inline::{fill, linked, math, some_text, with_text};
use super::{Scope, figure, localized, media, panel, table};
use crate::i18n::Message;
use crate::model::block::{Column, Definition, Item, LinkItem, Role};
use crate::model::{Block, BlockKind, SafeUrl, Text};
use crate::platform::dom::{El, el};
use crate::platform::listen::Listener;
use crate::platform::share;

/// Fills an element with blocks.
pub(super) fn fill_blocks(scope: &Scope, parent: El, blocks: &[Block]) -> El {
    blocks.iter().fold(parent, |parent, block| parent.add(element(scope, block)))
}

/// The element of a block.
pub(super) fn element(scope: &Scope, block: &Block) -> El {
    let element = localized(of_kind(scope, &block.kind), &block.locale);
    match &block.id {
        Some(id) => scope.named(element, id),
        None => element,
    }
}

fn of_kind(scope: &Scope, kind: &BlockKind) -> El {
    match kind {
        BlockKind::Paragraph { text, role, drop_cap } => {
            with_text(scope, "p", if *drop_cap { "drop-cap" } else { role_class(*role) }, text)
        }
        BlockKind::Heading { text, level } => {
            // A heading inside a block stands below the section's own.
            with_text(scope, ["h3", "h3", "h3", "h4", "h5", "h6"][usize::from(*level - 1)], "subheading", text)
        }
        BlockKind::List { ordered, start, items } => list(scope, *ordered, *start, items),
        BlockKind::Definitions { items } => definitions(scope, items),
        BlockKind::Quote { blocks, citation, url, pull } => quote(scope, blocks, citation, url.as_ref(), *pull),
        BlockKind::Code { code, syntax, caption } => code_block(scope, code, syntax.as_deref(), caption),
        BlockKind::Preformatted { text, verse: true } => with_text(scope, "div", "verse", text),
        BlockKind::Preformatted { text, verse: false } => {
            // Focusable, so that it can be scrolled from the keyboard.
            with_text(scope, "pre", "preformatted", text).attr("tabindex", "0")
        }
        BlockKind::Divider {} => el("hr", "divider"),
        BlockKind::Math(formula) => {
            let class = if formula.display { "math math--display" } else { "math" };
            el("div", class).attr("tabindex", "0").add(math(formula, "math__formula"))
        }
        BlockKind::Image(image) => figure::figure(scope, image, ""),
        BlockKind::Gallery { images, caption } => figure::gallery(scope, images, caption),
        BlockKind::Video(player) => media::player(scope, "video", player),
        BlockKind::Audio(player) => media::player(scope, "audio", player),
        BlockKind::Embed(embed) => media::embed(scope, embed),
        BlockKind::Table(contents) => table::table(scope, contents),
        BlockKind::Details { summary, blocks, open } => {
            let details = if *open { el("details", "details").attr("open", "") } else { el("details", "details") };
            let body = fill_blocks(scope, el("div", "details__body"), blocks);
            details.add(with_text(scope, "summary", "details__summary", summary)).add(body)
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
        BlockKind::Unknown { name, text } => with_text(scope, "div", "unknown", text).attr("data-name", name),
        kind => panel::element(scope, kind),
    }
}

fn role_class(role: Option<Role>) -> &'static str {
    match role {
        None => "",
        Some(Role::Lead) => "lead",
        Some(Role::Byline) => "byline-note",
        Some(Role::Note) => "note",
        Some(Role::Address) => "address",
    }
}

fn list(scope: &Scope, ordered: bool, start: Option<i32>, items: &[Item]) -> El {
    let tasks = items.iter().any(|item| item.checked.is_some());
    let list = el(if ordered { "ol" } else { "ul" }, if tasks { "tasks" } else { "" });
    let list = list.maybe("start", start.filter(|_| ordered).map(|start| start.to_string()).as_deref());
    // Lists without bullets lose their role in one engine unless it is said.
    let list = if tasks { list.attr("role", "list") } else { list };
    items.iter().fold(list, |list, item| list.add(list_item(scope, item)))
}

fn list_item(scope: &Scope, item: &Item) -> El {
    let Some(checked) = item.checked else { return tight(scope, el("li", ""), &item.blocks) };
    let label = scope.catalog.get(if checked { Message::TaskDone } else { Message::TaskNotDone });
    let done = el("span", "task__box").attr("role", "img").attr("aria-label", label);
    let done = if checked { done.attr("data-checked", "") } else { done };
    el("li", "task").add(done).add(tight(scope, el("div", "task__text"), &item.blocks))
}

/// A single plain paragraph goes straight into its item, as it would be written by hand.
pub(super) fn tight(scope: &Scope, parent: El, blocks: &[Block]) -> El {
    match blocks {
        [Block { kind: BlockKind::Paragraph { text, role: None, drop_cap: false }, locale, id: None }] => {
            fill(scope, localized(parent, locale), text)
        }
        blocks => fill_blocks(scope, parent, blocks),
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

fn quote(scope: &Scope, blocks: &[Block], citation: &Text, url: Option<&SafeUrl>, pull: bool) -> El {
    let quote = el("blockquote", if pull { "" } else { "quote" }).maybe("cite", url.map(SafeUrl::as_str));
    let quote = fill_blocks(scope, quote, blocks);
    let cited = |name: &str, class: &str| {
        let text = match url {
            Some(url) if !citation.is_empty() => el(name, class)
                .add(with_text(scope, "a", "", citation).attr("href", url.as_str()).attr("rel", "noopener")),
            _ => with_text(scope, name, class, citation),
        };
        (!citation.is_empty()).then_some(text)
    };
    if pull {
        return el("figure", "pull-quote").add(quote).add_some(cited("figcaption", "pull-quote__citation"));
    }
    quote.add_some(cited("footer", "quote__citation"))
}

fn code_block(scope: &Scope, code: &str, syntax: Option<&str>, caption: &Text) -> El {
    let catalog = scope.catalog;
    let label = syntax.map_or_else(|| catalog.get(Message::CodeRegion).to_owned(), str::to_owned);
    let text = el("code", "").maybe("data-syntax", syntax).text(code);
    let scroll = el("div", "code__scroll").attr("tabindex", "0").attr("role", "region").attr("aria-label", &label);
    let copy = el("button", "code__copy text-button").attr("type", "button").text(catalog.get(Message::Copy));
    let (source, button) = (code.to_owned(), copy.clone());
    scope.keep(Listener::new(copy.node(), "click", move |_| {
        let button = button.clone();
        share::copy(&source, move |copied| {
            if copied {
                button.node().set_text_content(Some(catalog.get(Message::Copied)));
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

pub(super) fn link_item(scope: &Scope, class: &str, item: &LinkItem) -> El {
    linked(with_text(scope, "a", class, &item.text), &item.href)
}
