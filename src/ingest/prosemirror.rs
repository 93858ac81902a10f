//! ProseMirror and Tiptap: a tree of blocks.

use super::Json;
use super::fields::Place;
use super::source::Source;
use crate::model::Block;
use crate::sanitize::Html;

/// The blocks of a body.
pub(super) fn blocks<J: Json, H: Html>(_json: &J, _place: &Place<'_>, _source: &mut Source<'_, H>) -> Vec<Block> {
    Vec::new()
}
