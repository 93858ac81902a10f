//! Portable Text (portabletext.org, "Specification"): a list of blocks, each with spans.
//!
//! 1. Blocks carry a `style`: a paragraph, a heading or a quotation. Their spans carry `marks`, each a name or the key of
//!    an annotation in `markDefs`.
//! 2. Lists are flat: a block says of itself that it is an item, and at which `level`. [`Lists`] nests them; levels may
//!    be skipped, which deepens by one.
//! 3. Everything else is somebody's own type and goes through the tables of [`super::tree`].

use super::fields::Place;
use super::source::{Source, items_at};
use super::tree::{Dialect, Node, Sort, Tree, add_item, blocks as set, count, string};
use super::{Json, Kind};
use crate::model::block::{Item, Role};
use crate::model::{Block, BlockKind, Fate, MAX_DEPTH, Text};

static PORTABLE_TEXT: Dialect = Dialect {
    kind: "_type",
    children: "children",
    attributes: "",
    own: &[("block", Sort::Holder), ("break", Sort::Rule), ("reference", Sort::Upload)],
    html: false,
    lines: true,
};

/// Deepest level that is read.
const MAX_LEVEL: u32 = 10_000;

/// The blocks of a body.
pub(super) fn blocks<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    Tree::new(source, &PORTABLE_TEXT).portable_text(json, place, 0)
}

impl<J: Json> Tree<'_, '_, J> {
    pub(super) fn portable_text(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Vec<Block> {
        self.in_dialect(&PORTABLE_TEXT, |tree| {
            let mut blocks = Vec::new();
            let mut lists = Lists::default();
            if json.kind() == Kind::Array {
                for index in 0..json.len() {
                    if let Some(item) = json.item(index) {
                        tree.portable_block(&item, &Place::Index(place, index), depth, &mut lists, &mut blocks);
                    }
                }
            } else {
                tree.portable_block(json, place, depth, &mut lists, &mut blocks);
            }
            lists.close(0, &mut blocks);
            blocks
        })
    }

    fn portable_block(
        &mut self,
        json: &J,
        place: &Place<'_>,
        depth: usize,
        lists: &mut Lists,
        blocks: &mut Vec<Block>,
    ) {
        let is_text = json.field("children").is_some_and(|children| children.kind() == Kind::Array)
            && string(json, "_type").is_none_or(|name| name == "block");
        if depth >= MAX_DEPTH || !is_text {
            lists.close(0, blocks);
            let mut pieces = Vec::new();
            self.node(json, place, depth, &mut pieces);
            blocks.append(&mut set(pieces));
            return;
        }
        let before = std::mem::replace(&mut self.annotations, items_at(json, "markDefs"));
        let style = string(json, "style").unwrap_or_default();
        let node = Node { json, name: "block", place, record: json, at: place, depth };
        match string(json, "listItem") {
            Some(list) => {
                let mut item = Item { blocks: self.held(&node), checked: None };
                item.checked = json.field("checked").and_then(|checked| checked.boolean());
                let ordered = matches!(list.as_str(), "number" | "numbered" | "ordered");
                lists.add(count(json, &["level"], MAX_LEVEL).max(1), ordered, depth, item, blocks);
            }
            None => {
                lists.close(0, blocks);
                self.styled(&style, &node, blocks);
            }
        }
        self.annotations = before;
    }

    /// A block by its style.
    fn styled(&mut self, style: &str, node: &Node<'_, J>, blocks: &mut Vec<Block>) {
        let mut pieces = Vec::new();
        let level =
            style.strip_prefix('h').and_then(|level| level.parse().ok()).filter(|level| (1..=6).contains(level));
        if let Some(level) = level {
            self.heading(level, node, &mut pieces);
            return blocks.append(&mut set(pieces));
        }
        let mut held = self.held(node);
        match style {
            "blockquote" | "quote" | "pullquote" | "pullQuote" => {
                let pull = !style.ends_with("quote") || style == "pullquote";
                match blocks.last_mut().map(|block| &mut block.kind) {
                    // Each paragraph of a quotation is a block of its own.
                    Some(BlockKind::Quote { blocks, pull: same, citation, .. })
                        if *same == pull && citation.is_empty() =>
                    {
                        blocks.append(&mut held);
                    }
                    _ if held.is_empty() => {}
                    _ => {
                        let kind = BlockKind::Quote { blocks: held, citation: Text::default(), url: None, pull };
                        self.push(kind, node, &mut pieces);
                    }
                }
            }
            _ => {
                let role = match style {
                    "lead" | "lede" | "intro" | "standfirst" => Some(Role::Lead),
                    "note" | "small" => Some(Role::Note),
                    "" | "normal" | "p" | "paragraph" => None,
                    _ => {
                        let reason = format_args!("unknown style `{style}`: a paragraph");
                        self.source.note(node.place, Fate::Downgraded, reason);
                        None
                    }
                };
                for mut block in held {
                    if let BlockKind::Paragraph { role: own, .. } = &mut block.kind {
                        *own = role;
                    }
                    self.push_held(block, node, &mut pieces);
                }
            }
        }
        blocks.append(&mut set(pieces));
    }
}

/// A list that more items may come to.
struct Open {
    level: u32,
    ordered: bool,
    items: Vec<Item>,
}

/// The lists that are open, the outermost first.
#[derive(Default)]
struct Lists {
    open: Vec<Open>,
}

impl Lists {
    fn add(&mut self, level: u32, ordered: bool, depth: usize, item: Item, blocks: &mut Vec<Block>) {
        // Closes the lists below this level. The last stays open when no list has exactly this level: after 1 and 3,
        // 2 goes on where 3 was.
        while let [.., outer, inner] = self.open.as_slice()
            && inner.level > level
            && outer.level >= level
        {
            self.close(self.open.len() - 1, blocks);
        }
        let deep = depth + 2 * self.open.len() >= MAX_DEPTH;
        match self.open.last_mut() {
            Some(last) if last.level > level => last.level = level,
            Some(last) if deep => last.level = last.level.max(level),
            _ => {}
        }
        if self.open.last().is_some_and(|last| last.level == level && last.ordered != ordered) {
            self.close(self.open.len() - 1, blocks);
        }
        match self.open.last_mut() {
            Some(last) if last.level == level => add_item(&mut last.items, item),
            _ => self.open.push(Open { level, ordered, items: vec![item] }),
        }
    }

    /// Closes all but so many lists: each goes into the last item of the one around it.
    fn close(&mut self, keep: usize, blocks: &mut Vec<Block>) {
        while self.open.len() > keep {
            let Some(Open { ordered, mut items, .. }) = self.open.pop() else { return };
            items.retain(|item| !item.blocks.is_empty());
            if items.is_empty() {
                continue;
            }
            let list = BlockKind::List { ordered, start: None, items }.into();
            match self.open.last_mut().and_then(|outer| outer.items.last_mut()) {
                Some(item) => item.blocks.push(list),
                None => blocks.push(list),
            }
        }
    }
}
