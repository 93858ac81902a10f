//! Footnotes: WordPress' own, and those that Markdown and word processors leave.
//!
//! They come last in a text, so their names are looked up ahead, once, when the first link inside the article is met
//! ([`Walk::in_notes`]). A link to one becomes a reference; their list becomes the article's footnotes
//! ([`Walk::endnotes`]), without the links back.

use super::Node;
use super::allow::{self, Card};
use super::flow::{Carried, Flow, Takes, localize};
use super::line::Wrap;
use super::place::{Place, descend, plain};
use super::walk::Walk;
use crate::model::block::{BlockKind, Item};
use crate::model::{Footnote, Inline, MAX_DEPTH};

/// Longest text of a reference: a number in brackets, a dagger.
const MAX_MARK: usize = 8;

impl<N: Node> Walk<'_, N> {
    /// Takes a link inside the article when it is a reference to a footnote, or leads back from one.
    pub(super) fn in_notes(&mut self, target: &str, node: &N, place: &Place<'_>, flow: &mut Flow) -> bool {
        let text = plain(node);
        if self.in_note && !text.chars().any(char::is_alphanumeric) {
            return true;
        }
        // The sign beside a heading that links to itself.
        if flow.line.label
            && matches!(text.as_str(), "#" | "¶" | "§" | "🔗" | "")
            && self.is_empty(node) == text.is_empty()
        {
            self.dropped(place, "a link of a heading to itself");
            return true;
        }
        if self.names().binary_search_by(|name| name.as_str().cmp(target)).is_err() {
            return false;
        }
        // Words that lead to a footnote stay before the reference to it.
        if text.chars().count() > MAX_MARK {
            self.wrapped(Wrap::None, node, place, flow);
        }
        flow.line.push(Inline::Note { id: target.to_owned() });
        true
    }

    /// The names of all footnotes in the tree.
    fn names(&mut self) -> &[String] {
        let root = self.root;
        self.known.get_or_insert_with(|| {
            let mut names = Vec::new();
            descend(root, &mut |list, name, _| {
                let is_list = !name.is_empty() && is_list(list);
                if is_list {
                    let mut item = |node: &N, name: &str| {
                        if name == "li" {
                            names.extend(allow::ID.of(node));
                        }
                    };
                    descend(list, &mut |node, name, _| {
                        item(node, name);
                        true
                    });
                }
                !is_list
            });
            names.sort_unstable();
            names
        })
    }

    /// A list of footnotes, or what holds it. Items without a name stay a list.
    pub(super) fn endnotes(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut nameless = Vec::new();
        self.each(node, place, &mut |walk, child, at| {
            let Some(at) = at else { return walk.node(child, place, None, flow) };
            match at.name {
                "hr" => {}
                // The list of footnotes has a title of its own.
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => walk.dropped(at, "the title of the footnotes"),
                "ol" | "ul" | "div" | "section" if at.depth < MAX_DEPTH => walk.endnotes(child, at, flow),
                "li" if at.depth < MAX_DEPTH => {
                    let Carried { id, locale } = walk.carried(child);
                    let before = std::mem::replace(&mut walk.in_note, true);
                    let mut blocks = walk.inner_flow(child, at, flow, Takes::Nothing).blocks;
                    walk.in_note = before;
                    localize(Some(&mut blocks), &locale);
                    match id {
                        _ if blocks.is_empty() => {}
                        Some(id) => walk.out.footnotes.push(Footnote { id, blocks }),
                        None => nameless.push(Item { blocks, checked: None }),
                    }
                }
                _ => walk.node(child, place, Some(at), flow),
            }
        });
        if !nameless.is_empty() {
            let kind = BlockKind::List { ordered: place.name == "ol", start: None, items: nameless };
            flow.push(kind, self.carried(node));
        }
    }
}

fn is_list<N: Node>(node: &N) -> bool {
    allow::CLASS.of(node).is_some_and(|classes| allow::card(&classes) == Some(Card::Endnotes))
}
