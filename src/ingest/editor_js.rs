//! Editor.js (editorjs.io, "Saving data"): a list of blocks, each with a `type` and its `data`.
//!
//! Which types there are depends on the tools that somebody installed; the official ones and those in wide use go
//! through the tables of [`super::tree`]. Strings are HTML. `tunes`, `id`, `time` and `version` concern the editor alone.

use super::Json;
use super::fields::Place;
use super::source::{Source, items_at};
use super::tree::{Dialect, Sort, Tree, blocks as set, count, find, string};
use crate::model::{Block, BlockKind, Text, plain_text};

static EDITOR_JS: Dialect = Dialect {
    kind: "type",
    children: "blocks",
    attributes: "data",
    own: &[("header", Sort::Heading(0)), ("nestedlist", Sort::List), ("nestedchecklist", Sort::List)],
    html: true,
    lines: false,
};

/// The blocks of a body.
pub(super) fn blocks<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    Tree::new(source, &EDITOR_JS).editor_js(json, place, 0)
}

impl<J: Json> Tree<'_, '_, J> {
    pub(super) fn editor_js(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Vec<Block> {
        self.in_dialect(&EDITOR_JS, |tree| {
            let Some((_, name)) = find(json, &["blocks"]) else { return tree.blocks_of(json, place, depth) };
            let place = Place::Field(place, name);
            let mut pieces = Vec::new();
            // A toggle, with how many of the following blocks are inside.
            let mut toggle: Option<(Text, bool, u32, Vec<Block>)> = None;
            let mut blocks = Vec::new();
            for (index, block) in items_at(json, name).iter().enumerate() {
                let place = Place::Index(&place, index);
                let inside = count(block, &["data.items"], 1000);
                if toggle.is_none() && inside > 0 && string(block, "type").as_deref() == Some("toggle") {
                    blocks.append(&mut set(std::mem::take(&mut pieces)));
                    let html = string(block, "data.text").unwrap_or_default();
                    let summary = tree.source.text(&html, &place);
                    let open = string(block, "data.status").as_deref() == Some("open");
                    toggle = Some((summary, open, inside, Vec::new()));
                    continue;
                }
                tree.node(block, &place, depth + 1, &mut pieces);
                if let Some((_, _, left, inner)) = &mut toggle {
                    inner.append(&mut set(std::mem::take(&mut pieces)));
                    *left -= 1;
                }
                if toggle.as_ref().is_some_and(|(_, _, left, _)| *left == 0) {
                    blocks.extend(toggle.take().and_then(closed));
                }
            }
            blocks.extend(toggle.and_then(closed));
            blocks.append(&mut set(pieces));
            blocks
        })
    }
}

fn closed((summary, open, _, blocks): (Text, bool, u32, Vec<Block>)) -> Option<Block> {
    if blocks.is_empty() {
        return None;
    }
    let kind = match plain_text(&summary).trim().is_empty() {
        true => BlockKind::Group { title: Text::default(), blocks },
        false => BlockKind::Details { summary, blocks, open },
    };
    Some(kind.into())
}
