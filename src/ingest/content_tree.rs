//! content-tree, the Financial Times' article format (github.com/Financial-Times/content-tree, SPEC.md).
//!
//! A `body` has `children`, all the way down; attributes are fields of the node. Most story blocks go through the tables
//! of [`super::tree`]; the rows below are those whose names mean something else there.

use super::Json;
use super::fields::Place;
use super::source::Source;
use super::tree::{Dialect, Sort, Tree, find};
use crate::model::Block;

static CONTENT_TREE: Dialect = Dialect {
    kind: "type",
    children: "children",
    attributes: "",
    own: &[("tableheader", Sort::Part), ("card", Sort::Group), ("document", Sort::Callout)],
    html: false,
    lines: false,
};

/// The blocks of a body.
pub(super) fn blocks<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    let mut tree = Tree::new(source, &CONTENT_TREE);
    match find(json, &["body.children", "children"]) {
        Some((children, name)) => tree.blocks_of(&children, &Place::Field(place, name), 1),
        None => tree.blocks_of(json, place, 0),
    }
}
