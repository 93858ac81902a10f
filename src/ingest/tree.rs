//! Body trees: what the formats of the editors have in common.
//!
//! Portable Text, Editor.js, ProseMirror, Lexical, Contentful's rich text and content-tree hold nodes, each with a type,
//! with children or a text, and with attributes. What differs is how the fields are called, which a [`Dialect`] says, and
//! where a document begins, which is all that their own modules add.
//!
//! 1. [`Tree::node`] takes one node and looks its type up in [`names`].
//! 2. [`Tree::emit`] reads it by the [`Sort`] of thing that it is: text in [`line`], lists, tables and what else holds
//!    nodes in [`nest`] and [`note`], what has only attributes in [`record`], [`media`], [`film`] and [`cards`].
//! 3. Each yields [`Piece`]s; [`blocks`] sets those that stand in a line into paragraphs.
//! 4. [`Tree::any`] reads a field of whichever of these formats: they occur inside each other.
//!
//! A node of an unknown type keeps what it holds; below [`MAX_DEPTH`] only the text is kept. Both are noted.

mod cards;
mod film;
mod line;
mod media;
mod names;
mod nest;
mod note;
mod plain;
mod record;

use super::contentful::Linked;
use super::fields::{Place, without_overrides};
use super::source::{Source, at, first_string, paragraphs};
use super::{Json, Kind};
use crate::model::{Block, BlockKind, Direction, Fate, Inline, MAX_DEPTH, Text};

pub(super) use line::blocks;
pub(super) use names::{Sort, sort as sort_of};
pub(super) use nest::add_item;
use plain::gathered;

/// How the fields of a format are called.
pub(super) struct Dialect {
    /// The type of a node.
    pub(super) kind: &'static str,
    /// Its children.
    pub(super) children: &'static str,
    /// The object with its attributes; empty where they are fields of the node.
    pub(super) attributes: &'static str,
    /// Types that mean something else than elsewhere.
    pub(super) own: &'static [(&'static str, Sort)],
    /// Strings in attributes are HTML.
    pub(super) html: bool,
    /// A line feed in a text is a line break.
    pub(super) lines: bool,
}

/// What a node became.
pub(super) enum Piece {
    /// Something in a line.
    Inline(Inline),
    /// Something that stands for itself.
    Block(Block),
}

/// A node with what is needed to read it.
pub(super) struct Node<'a, J> {
    pub(super) json: &'a J,
    pub(super) name: &'a str,
    pub(super) place: &'a Place<'a>,
    /// Its attributes.
    pub(super) record: &'a J,
    /// Where they are.
    pub(super) at: &'a Place<'a>,
    pub(super) depth: usize,
}

/// One reading of one tree.
pub(super) struct Tree<'s, 'h, J> {
    pub(super) source: &'s mut Source<'h>,
    pub(super) dialect: &'static Dialect,
    /// The whole runs from right to left, so that the opposite is worth saying.
    pub(super) rtl: bool,
    /// Inside a link or a heading, where overrides of direction only deceive.
    label: bool,
    /// Annotations of the Portable Text block that is being read.
    pub(super) annotations: Vec<J>,
    /// What Contentful's documents refer to.
    pub(super) linked: Linked<J>,
}

impl<'s, 'h, J: Json> Tree<'s, 'h, J> {
    pub(super) fn new(source: &'s mut Source<'h>, dialect: &'static Dialect) -> Self {
        Self { source, dialect, rtl: false, label: false, annotations: Vec::new(), linked: Linked::new() }
    }

    /// The blocks of one value or a list of them, in this dialect.
    pub(super) fn blocks_of(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Vec<Block> {
        let mut pieces = Vec::new();
        self.list(json, place, depth, &mut pieces);
        blocks(pieces)
    }

    /// The same in another dialect, for a while.
    pub(super) fn in_dialect<T>(&mut self, dialect: &'static Dialect, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = std::mem::replace(&mut self.dialect, dialect);
        let result = read(self);
        self.dialect = before;
        result
    }

    fn list(&mut self, json: &J, place: &Place<'_>, depth: usize, out: &mut Vec<Piece>) {
        if json.kind() != Kind::Array {
            return self.node(json, place, depth, out);
        }
        for index in 0..json.len() {
            if let Some(item) = json.item(index) {
                self.node(&item, &Place::Index(place, index), depth, out);
            }
        }
    }

    /// Reads one node.
    pub(super) fn node(&mut self, json: &J, place: &Place<'_>, depth: usize, out: &mut Vec<Piece>) {
        self.open_node(json, place, depth, &mut |tree, sort, node| {
            if depth < MAX_DEPTH {
                return tree.emit(sort, node, out);
            }
            let text = gathered(json);
            if !text.is_empty() {
                tree.source.note(place, Fate::Downgraded, "nested too deep: only its text is kept");
                out.push(Piece::Inline(Inline::Text(text)));
            }
        });
    }

    /// Finds out what a node is.
    fn open_node(
        &mut self,
        json: &J,
        place: &Place<'_>,
        depth: usize,
        read: &mut dyn FnMut(&mut Self, Sort, &Node<'_, J>),
    ) {
        let dialect = self.dialect;
        let sort = match json.kind() {
            Kind::Object => None,
            Kind::String => Some(Sort::Plain),
            Kind::Null => return,
            kind => return self.source.dropped(place, format_args!("expected a node, found {}", kind.name())),
        };
        let name = json.field(dialect.kind).and_then(|name| name.string()).unwrap_or_default();
        let sort = sort.unwrap_or_else(|| names::sort(&name, dialect.own));
        let attributes = if dialect.attributes.is_empty() { None } else { json.field(dialect.attributes) };
        let within = Place::Field(place, dialect.attributes);
        let (record, at) = match &attributes {
            Some(attributes) => (attributes, &within),
            None => (json, place),
        };
        read(self, sort, &Node { json, name: &name, place, record, at, depth });
    }

    /// Reads each child of a node.
    pub(super) fn each(&mut self, node: &Node<'_, J>, read: &mut dyn FnMut(&mut Self, Sort, &Node<'_, J>)) {
        let Some(list) = node.json.field(self.dialect.children) else { return };
        let place = Place::Field(node.place, self.dialect.children);
        for index in 0..list.len() {
            if let Some(item) = list.item(index) {
                self.open_node(&item, &Place::Index(&place, index), node.depth + 1, read);
            }
        }
    }

    /// Reads an object as a node of that type: what an editor wraps, or another system embeds.
    pub(super) fn record_of(&mut self, name: &str, record: &J, place: &Place<'_>, depth: usize, out: &mut Vec<Piece>) {
        let sort = names::sort(name, self.dialect.own);
        if depth < MAX_DEPTH {
            self.emit(sort, &Node { json: record, name, place, record, at: place, depth }, out);
        } else {
            self.source.note(place, Fate::Downgraded, "nested too deep: only its text is kept");
            out.push(Piece::Inline(Inline::Text(gathered(record))));
        }
    }

    pub(super) fn children(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        if let Some(list) = node.json.field(self.dialect.children) {
            self.list(&list, &Place::Field(node.place, self.dialect.children), node.depth + 1, out);
        }
    }

    /// What a node holds, as blocks.
    pub(super) fn held(&mut self, node: &Node<'_, J>) -> Vec<Block> {
        let mut pieces = Vec::new();
        self.children(node, &mut pieces);
        blocks(pieces)
    }

    /// What a node holds, or else the first of these attributes.
    pub(super) fn body(&mut self, node: &Node<'_, J>, names: &[&str]) -> Vec<Block> {
        if self.has_children(node) {
            return self.held(node);
        }
        let Some((value, name)) = find(node.record, names) else { return Vec::new() };
        self.any(&value, &Place::Field(node.at, name), node.depth + 1)
    }

    /// Has a list of nodes below it.
    pub(super) fn has_children(&self, node: &Node<'_, J>) -> bool {
        let first = node.json.field(self.dialect.children).and_then(|list| list.item(0));
        first.is_some_and(|first| first.field(self.dialect.kind).is_some())
    }

    /// A field in whichever format: a string, or a body tree.
    pub(super) fn any(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Vec<Block> {
        if let Some(text) = json.text() {
            let html = self.dialect.html && text.contains(['<', '&']);
            return if html { self.source.blocks(&text, place) } else { paragraphs(&text) };
        }
        if depth >= MAX_DEPTH {
            self.source.note(place, Fate::Downgraded, "nested too deep: only its text is kept");
            return paragraphs(&gathered(json));
        }
        let first = json.item(0);
        let first = first.as_ref().unwrap_or(json);
        if first.field("_type").is_some() {
            return self.portable_text(json, place, depth);
        }
        for wrapper in ["root", "editorState"] {
            if json.field(wrapper).is_some() {
                return self.lexical(json, place, depth);
            }
        }
        if json.field("json").is_some() || json.field("nodeType").is_some() {
            return self.rich_text(json, place, depth);
        }
        if json.field("blocks").is_some() {
            return self.editor_js(json, place, depth);
        }
        if string(json, "type").as_deref() == Some("doc") {
            return self.prosemirror(json, place, depth);
        }
        self.blocks_of(json, place, depth)
    }

    /// A field as one line, with its marks.
    pub(super) fn text(&mut self, node: &Node<'_, J>, names: &[&str]) -> Text {
        let Some((value, name)) = find(node.record, names) else { return Text::default() };
        let place = Place::Field(node.at, name);
        let text = match value.text() {
            Some(text) if self.dialect.html => self.source.text(&text, &place),
            Some(text) => Text::plain(text.trim()),
            None => line::one_line(self.any(&value, &place, node.depth + 1)),
        };
        if line::is_blank(&text) { Text::default() } else { text }
    }

    /// Puts a block out, with its language, direction and anchor.
    pub(super) fn push(&mut self, kind: BlockKind, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let mut block = Block::from(kind);
        let direction = first_string(node.record, &["dir", "direction"]);
        block.locale.direction = direction.and_then(|name| Direction::from_name(&name));
        if block.locale.direction == Some(Direction::Ltr) && !self.rtl {
            // Editors write it everywhere.
            block.locale.direction = None;
        }
        block.id = string(node.record, "fragmentIdentifier");
        if matches!(block.kind, BlockKind::Heading { .. }) && block.id.is_none() && self.dialect.attributes == "attrs" {
            block.id = string(node.record, "id");
        }
        out.push(Piece::Block(block));
    }
}

/// The first of these paths that leads somewhere, and which it is.
pub(super) fn find<'n, J: Json>(json: &J, names: &[&'n str]) -> Option<(J, &'n str)> {
    names.iter().find_map(|name| {
        let value = at(json, name)?;
        // An empty string counts as missing.
        let empty = value.string().is_some_and(|text| text.trim().is_empty());
        (!empty).then_some((value, *name))
    })
}

/// A string at a path.
pub(super) fn string<J: Json>(json: &J, path: &str) -> Option<String> {
    first_string(json, &[path])
}

/// A string for people, at the first of these paths: trimmed, and without overrides of direction.
pub(super) fn label<J: Json>(json: &J, names: &[&str]) -> Option<String> {
    first_string(json, names).map(|text| without_overrides(text.trim()))
}

/// A size or a count, at the first of these paths: 0 when it is unknown or cannot be believed.
pub(super) fn count<J: Json>(json: &J, names: &[&str], max: u32) -> u32 {
    let number = find(json, names).and_then(|(value, _)| value.numeric()).unwrap_or_default();
    if (1.0..=f64::from(max)).contains(&number) { number as u32 } else { 0 }
}

/// One of these flags is set.
pub(super) fn flag<J: Json>(json: &J, names: &[&str]) -> bool {
    names.iter().any(|name| at(json, name).and_then(|value| value.boolean()) == Some(true))
}

#[cfg(test)]
mod tests;
