//! ProseMirror (prosemirror.net, reference of `Node.toJSON`) and what is built on it: Tiptap, Storyblok, Atlassian's
//! document format.
//!
//! A document has the type `doc`; nodes have `content` and `attrs`, texts have `marks` of the same shape. Names in
//! camelCase and snake_case are the same in the tables of [`super::tree`].

use super::Json;
use super::fields::Place;
use super::source::Source;
use super::tree::{Dialect, Tree, find};
use crate::model::Block;

static PROSEMIRROR: Dialect =
    Dialect { kind: "type", children: "content", attributes: "attrs", own: &[], html: false, lines: false };

/// The blocks of a body.
pub(super) fn blocks<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    Tree::new(source, &PROSEMIRROR).prosemirror(json, place, 0)
}

impl<J: Json> Tree<'_, '_, J> {
    pub(super) fn prosemirror(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Vec<Block> {
        self.in_dialect(&PROSEMIRROR, |tree| match find(json, &["doc", "content"]) {
            Some((content, name)) => tree.blocks_of(&content, &Place::Field(place, name), depth + 1),
            None => tree.blocks_of(json, place, depth),
        })
    }
}
