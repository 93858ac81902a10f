//! HTML from strangers → blocks, by allow-tables.
//!
//! 1. [`Html::parse`] makes an inert tree: the browser's own parser in WebAssembly, html5ever in native tests. Nothing
//!    in it runs and nothing of it is fetched.
//! 2. [`blocks`] and [`text`] walk the tree (`walk`) and build the model's types. What may become what stands in one
//!    place (`allow`): elements, attributes, classes of content systems, players of other sites. What is not there has
//!    no way in.
//! 3. Text gathers in a `line`, which folds its white space and ends where a block begins; what a line becomes is
//!    decided when it is whole (`paragraph`). Blocks gather in a `flow`.
//! 4. What vanishes or changes is noted with its `place`.
//!
//! The tree itself never reaches a page.

mod allow;
mod card;
mod endnote;
mod figure;
mod flow;
mod inline;
mod line;
mod link;
mod list;
mod math;
mod media;
mod panel;
mod paragraph;
#[cfg(not(target_arch = "wasm32"))]
pub mod parser;
mod picture;
mod place;
pub mod quiet;
mod quote;
mod shortcode;
mod table;
mod walk;

use flow::{Flow, Takes};
use place::Place;
use walk::Walk;

use crate::model::{Base, Block, Footnote, Note, Text};

/// A node of an inert tree. Cheap to clone: a handle.
pub trait Node: Clone {
    /// Local name of an element of the HTML namespace, in lower case. Elements of other namespaces have their prefix:
    /// `svg:a`, `math:mi`. `None` for what is no element.
    fn name(&self) -> Option<String>;
    /// Content of a text node. `None` for elements, comments and everything else.
    fn text(&self) -> Option<String>;
    /// The value of an attribute, by its name in lower case.
    fn attribute(&self, name: &str) -> Option<String>;
    /// First child. The content of a `template` counts as none.
    fn first_child(&self) -> Option<Self>;
    /// Next sibling.
    fn next_sibling(&self) -> Option<Self>;
}

/// A parser that runs no script and fetches nothing.
pub trait Html {
    /// Its nodes.
    type Node: Node;
    /// Parses a document or a fragment and returns its body; `None` where the page's policy forbids parsing.
    fn parse(&self, html: &str) -> Option<Self::Node>;
}

/// What makes the document's types of HTML, whatever parses it.
pub trait ReadHtml {
    /// [`blocks`] of a piece of HTML; `None` where it cannot be parsed.
    fn blocks(&self, html: &str, base: &Base) -> Option<Fragment>;
    /// [`text`] of a piece of HTML; `None` where it cannot be parsed.
    fn text(&self, html: &str, base: &Base) -> Option<(Text, Vec<Note>)>;
}

impl<P: Html> ReadHtml for P {
    fn blocks(&self, html: &str, base: &Base) -> Option<Fragment> {
        Some(blocks(&self.parse(html)?, base))
    }

    fn text(&self, html: &str, base: &Base) -> Option<(Text, Vec<Note>)> {
        Some(text(&self.parse(html)?, base))
    }
}

/// What a piece of HTML became.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fragment {
    /// Its blocks in order; headings are blocks of their own.
    pub blocks: Vec<Block>,
    /// Its footnotes.
    pub footnotes: Vec<Footnote>,
    /// What could not be taken as it was. Paths are those of the tree: `p[2]/img`.
    pub notes: Vec<Note>,
}

/// The blocks of a tree. Addresses resolve against `base`.
pub fn blocks<N: Node>(root: &N, base: &Base) -> Fragment {
    let mut walk = Walk::new(root, base);
    let mut flow = Flow::new(Vec::new(), false, Takes::Nothing);
    walk.children(root, &Place::ROOT, &mut flow);
    Fragment { blocks: flow.finish(), ..walk.out }
}

/// The tree as one line of text with its marks: for titles, captions and the like. Line breaks stay, blocks are joined by
/// spaces.
pub fn text<N: Node>(root: &N, base: &Base) -> (Text, Vec<Note>) {
    let mut walk = Walk::new(root, base);
    let text = walk.text_of(root, &Place::ROOT);
    (text, walk.out.notes)
}

#[cfg(test)]
mod tests;
