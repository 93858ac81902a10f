//! Footnotes: defined where they are referred to, or in a list at the end.

use super::record::BODY;
use super::{Node, Piece, Tree, first_string};
use crate::ingest::Json;
use crate::model::{Footnote, Inline};

/// Where the name of a footnote can be.
const ID: [&str; 5] = ["data-id", "dataId", "id", "ref", "identifier"];

impl<J: Json> Tree<'_, '_, J> {
    /// A reference to a footnote that is defined elsewhere.
    pub(super) fn note_reference(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        match first_string(node.record, &ID) {
            Some(id) => out.push(Piece::Inline(Inline::Note { id })),
            None => self.source.dropped(node.place, "a reference to a footnote without its name"),
        }
    }

    /// A footnote that stands where it is referred to; its new name.
    pub(super) fn define(&mut self, node: &Node<'_, J>) -> Option<String> {
        let blocks =
            self.body(node, &["content", "text", "note", "footnote", "body", "value", "description", "children"]);
        if blocks.is_empty() {
            self.source.dropped(node.place, "an empty footnote");
            return None;
        }
        let number = self.source.footnotes.len() + 1;
        let id = ["note-", &number.to_string()].concat();
        self.source.footnotes.push(Footnote { id: id.clone(), blocks });
        Some(id)
    }

    /// A list of footnotes.
    pub(super) fn footnotes(&mut self, node: &Node<'_, J>) {
        self.each(node, &mut |tree, _, child| {
            let blocks = tree.body(child, &BODY);
            match first_string(child.record, &ID) {
                Some(id) if !blocks.is_empty() => tree.source.footnotes.push(Footnote { id, blocks }),
                _ => tree.source.dropped(child.place, "a footnote without text or name"),
            }
        });
    }
}
