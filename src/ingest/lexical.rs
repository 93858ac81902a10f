//! Lexical (lexical.dev, "Serialization"), as Meta's playground, Ghost and Payload write it.
//!
//! 1. The document is `root`, possibly inside an `editorState`; nodes have `children`, texts a `format` of one bit for
//!    each mark.
//! 2. A list inside a list has an item of its own, which the item before it takes over ([`super::tree`]).
//! 3. Ghost's cards and Payload's blocks are nodes without children; both go through the same tables.

use super::Json;
use super::fields::Place;
use super::source::Source;
use super::tree::{Dialect, Sort, Tree, find, string};
use crate::model::Block;

static LEXICAL: Dialect = Dialect {
    kind: "type",
    children: "children",
    attributes: "",
    own: &[("block", Sort::Wrapped), ("tablecell", Sort::Cell)],
    html: true,
    lines: false,
};

/// The blocks of a body.
pub(super) fn blocks<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    Tree::new(source, &LEXICAL).lexical(json, place, 0)
}

impl<J: Json> Tree<'_, '_, J> {
    pub(super) fn lexical(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Vec<Block> {
        let root = find(json, &["editorState.root", "root"]);
        let within = root.as_ref().map(|(_, name)| Place::Field(place, name));
        let (root, place) = match (&root, &within) {
            (Some((root, _)), Some(within)) => (root, within),
            _ => (json, place),
        };
        let before = self.rtl;
        self.rtl |= string(root, "direction").as_deref() == Some("rtl");
        let blocks = self.in_dialect(&LEXICAL, |tree| match find(root, &["children"]) {
            Some((children, name)) => tree.blocks_of(&children, &Place::Field(place, name), depth + 1),
            None => tree.blocks_of(root, place, depth + 1),
        });
        self.rtl = before;
        blocks
    }
}
