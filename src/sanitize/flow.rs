//! Blocks while they are put together: [`Flow`] takes text into its line, and ends the line where a block begins.

use super::line::{Line, Wrap};
use super::paragraph::{is_blank, settle};
use crate::model::block::Role;
use crate::model::{Block, BlockKind, Inline, Locale, Text};

/// What every block may carry.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Carried {
    pub(super) id: Option<String>,
    pub(super) locale: Locale,
}

/// Which parts of an element go to fields of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Takes {
    Nothing,
    Caption,
    Citation,
    /// The title of a note that opens, or of a card.
    Title,
    /// Whether an item is a task, and done.
    Task,
}

/// Blocks in the making.
#[derive(Debug)]
pub(super) struct Flow {
    pub(super) blocks: Vec<Block>,
    pub(super) line: Line,
    /// All in one line: blocks are joined by spaces.
    pub(super) flat: bool,
    /// Lists and definitions are only there to set pictures.
    pub(super) gallery: bool,
    pub(super) takes: Takes,
    /// What it took.
    pub(super) taken: Text,
    pub(super) credit: Option<String>,
    /// The emoji of a callout.
    pub(super) icon: Option<String>,
    /// The item it is in is a task, done or not.
    pub(super) task: Option<bool>,
    /// What part the paragraph plays, and whether it begins with a large initial.
    pub(super) role: (Option<Role>, bool),
    /// Places named before the block that they stand for.
    anchors: Vec<String>,
    /// Where the block begins that a shortcode captions.
    pub(super) shortcode: Option<usize>,
}

impl Flow {
    /// Blocks, or a line, inside marks.
    pub(super) fn new(wraps: Vec<Wrap>, flat: bool, takes: Takes) -> Self {
        Self {
            blocks: Vec::new(),
            line: Line::within(wraps),
            flat,
            gallery: false,
            takes,
            taken: Text::default(),
            credit: None,
            icon: None,
            task: None,
            role: (None, false),
            anchors: Vec::new(),
            shortcode: None,
        }
    }

    /// Ends the paragraph.
    pub(super) fn flush(&mut self) {
        if self.flat {
            return self.line.gap();
        }
        let line = self.line.take();
        if line.is_empty() {
            return;
        }
        if is_blank(&line) {
            self.anchors.extend(line.into_iter().filter_map(|inline| match inline {
                Inline::Anchor { id } => Some(id),
                _ => None,
            }));
            return;
        }
        for kind in settle(line, self.role) {
            self.add(kind.into());
        }
    }

    /// Adds a block after what stands in the line.
    pub(super) fn push(&mut self, kind: BlockKind, carried: Carried) {
        self.flush();
        self.add(Block { kind, locale: carried.locale, id: carried.id });
    }

    /// Adds a block as it is.
    pub(super) fn add(&mut self, mut block: Block) {
        let mut anchors = std::mem::take(&mut self.anchors).into_iter();
        if block.id.is_none() {
            block.id = anchors.next();
        }
        match &mut block.kind {
            BlockKind::Paragraph { text, .. } | BlockKind::Heading { text, .. } => {
                text.0.splice(0..0, anchors.map(|id| Inline::Anchor { id }));
            }
            _ => self.anchors = anchors.collect(),
        }
        self.blocks.push(block);
    }

    /// Names the next block.
    pub(super) fn anchor(&mut self, id: Option<String>) {
        self.anchors.extend(id);
    }

    /// Takes a text into its field; several are lines of it.
    pub(super) fn take(&mut self, mut text: Text) {
        if !self.taken.is_empty() && !text.is_empty() {
            self.taken.0.push(Inline::Break {});
        }
        self.taken.0.append(&mut text.0);
    }

    /// Takes a credit; several follow each other.
    pub(super) fn take_credit(&mut self, credit: String) {
        self.credit = Some(match self.credit.take() {
            Some(before) => [&before, " ", &credit].concat(),
            None => credit,
        });
    }

    /// The blocks.
    pub(super) fn finish(&mut self) -> Vec<Block> {
        self.flush();
        std::mem::take(&mut self.blocks)
    }

    /// The line; white space alone is none.
    pub(super) fn text(&mut self) -> Text {
        let line = self.line.take();
        if is_blank(&line) { Text::default() } else { Text(line) }
    }
}

/// Gives blocks the language and direction of what they stood in.
pub(super) fn localize(blocks: Option<&mut [Block]>, locale: &Locale) {
    if *locale == Locale::default() {
        return;
    }
    for block in blocks.into_iter().flatten() {
        block.locale.direction = block.locale.direction.or(locale.direction);
        if block.locale.language.is_none() {
            block.locale.language.clone_from(&locale.language);
        }
    }
}
