//! Blocks: the plain ones here, the others by name in their own modules.

use super::inline::{fill, with_text};
use super::{Scope, figure, localized};
use crate::i18n::Message;
use crate::model::block::{Item, Role};
use crate::model::{Block, BlockKind, SafeUrl, Text};
use crate::platform::dom::{El, el};

/// Fills an element with blocks.
pub(super) fn fill_blocks(scope: &Scope, parent: El, blocks: &[Block]) -> El {
    blocks.iter().fold(parent, |parent, block| parent.add(element(scope, block)))
}

/// The element of a block.
pub(crate) fn element(scope: &Scope, block: &Block) -> El {
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
        BlockKind::Quote { blocks, citation, url, pull } => quote(scope, blocks, citation, url.as_ref(), *pull),
        BlockKind::Divider {} => el("hr", "divider"),
        BlockKind::Image(image) => figure::figure(scope, image, ""),
        BlockKind::Unknown { name, text } => with_text(scope, "div", "unknown", text).attr("data-name", name),
        // An article that has others was read with these at hand.
        kind => scope.extras.map_or_else(|| el("div", "unknown"), |extras| (extras.block)(scope, kind)),
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
