//! Figures: what they show, with its caption and credit; galleries; posts and players with a caption.

use super::Node;
use super::flow::{Carried, Flow, Takes};
use super::place::{Place, plain};
use super::walk::{Walk, paragraph};
use crate::model::block::Role;
use crate::model::inline::Mark;
use crate::model::media::Size;
use crate::model::plain::without_overrides;
use crate::model::{Block, BlockKind, Inline, Text, plain_text};

/// Classes that say how much room a figure takes.
const SIZES: [(&str, Size); 4] = [
    ("alignwide", Size::Wide),
    ("kg-width-wide", Size::Wide),
    ("alignfull", Size::Full),
    ("kg-width-full", Size::Full),
];

pub(super) fn size(classes: &str) -> Size {
    let of = |class: &str| SIZES.iter().find(|(name, _)| *name == class).map(|(_, size)| *size);
    classes.split_ascii_whitespace().find_map(of).unwrap_or_default()
}

impl<N: Node> Walk<'_, N> {
    /// A figure: its caption goes to what it shows.
    pub(super) fn figure(&mut self, classes: &str, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut inner = self.inner_flow(node, place, flow, Takes::Caption);
        for block in &mut inner.blocks {
            if let BlockKind::Image(image) = &mut block.kind
                && image.size == Size::Column
            {
                image.size = size(classes);
            }
        }
        let carried = self.carried(node);
        captioned(inner, carried, flow);
    }

    /// The caption of a figure, with a credit in it apart.
    pub(super) fn caption(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut line = self.line_of(node, place, Takes::Caption);
        let mut text = line.text();
        let credit = line.credit.or_else(|| credit(&mut text));
        if let Some(credit) = credit.filter(|credit| !credit.is_empty()) {
            flow.take_credit(credit);
        }
        flow.take(text);
    }

    /// Pictures that belong together; what else stands between them follows.
    pub(super) fn gallery(&mut self, classes: &str, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut inner = Flow::new(flow.line.wraps(), false, Takes::Caption);
        inner.gallery = true;
        self.children(node, place, &mut inner);
        let (mut images, mut rest) = (Vec::new(), Vec::new());
        for block in inner.finish() {
            match block.kind {
                BlockKind::Image(image) => images.push(image),
                BlockKind::Gallery { images: more, caption } => {
                    images.extend(more);
                    rest.extend(paragraph(caption, Some(Role::Note)));
                }
                _ => rest.push(block),
            }
        }
        if images.len() == 1 && size(classes) != Size::Column {
            images.iter_mut().for_each(|image| image.size = size(classes));
        }
        if images.is_empty() {
            inner.blocks = rest;
            return captioned(inner, self.carried(node), flow);
        }
        let caption = with_credit(inner.taken, inner.credit);
        flow.push(BlockKind::Gallery { images, caption }, self.carried(node));
        rest.into_iter().for_each(|block| flow.add(block));
    }

    /// A figure around what another site shows, or only its address.
    pub(super) fn embed(&mut self, classes: &str, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut inner = self.inner_flow(node, place, flow, Takes::Caption);
        let shown =
            |block: &Block| matches!(block.kind, BlockKind::Embed(_) | BlockKind::Card(_) | BlockKind::Video(_));
        if !inner.blocks.iter().any(shown) {
            for block in &mut inner.blocks {
                if let BlockKind::Paragraph { text, .. } = &block.kind
                    && let Some(embed) = self.embed_of(&plain_text(text), place)
                {
                    block.kind = BlockKind::Embed(embed);
                }
            }
        }
        if inner.blocks.is_empty() && inner.taken.is_empty() && !plain(node).is_empty() {
            return self.figure(classes, node, place, flow);
        }
        let carried = self.carried(node);
        captioned(inner, carried, flow);
    }
}

/// Puts caption and credit to the block they belong to, and the blocks into the flow.
pub(super) fn captioned(mut inner: Flow, carried: Carried, flow: &mut Flow) {
    let (caption, credit) = (std::mem::take(&mut inner.taken), inner.credit.take());
    let mut blocks = inner.finish();
    let takes: Vec<usize> = (0..blocks.len())
        .filter(|at| blocks.get_mut(*at).is_some_and(|block| slot(&mut block.kind).is_some()))
        .collect();
    let pictures = blocks.iter().all(|block| matches!(block.kind, BlockKind::Image(_)));
    if blocks.len() > 1 && pictures {
        let images = blocks.into_iter().filter_map(|block| match block.kind {
            BlockKind::Image(image) => Some(image),
            _ => None,
        });
        let kind = BlockKind::Gallery { images: images.collect(), caption: with_credit(caption, credit) };
        return flow.push(kind, carried);
    }
    let mut left = None;
    match takes.first().and_then(|at| blocks.get_mut(*at)) {
        Some(block) if takes.len() == 1 => give(&mut block.kind, caption, credit),
        _ => left = paragraph(with_credit(caption, credit), Some(Role::Note)),
    }
    flow.flush();
    flow.anchor(carried.id);
    let start = flow.blocks.len();
    blocks.into_iter().chain(left).for_each(|block| flow.add(block));
    super::flow::localize(flow.blocks.get_mut(start..), &carried.locale);
}

/// Where a block has its caption.
fn slot(kind: &mut BlockKind) -> Option<&mut Text> {
    match kind {
        BlockKind::Image(image) => Some(&mut image.caption),
        BlockKind::Video(player) | BlockKind::Audio(player) => Some(&mut player.caption),
        BlockKind::Gallery { caption, .. } | BlockKind::Code { caption, .. } => Some(caption),
        BlockKind::Embed(embed) => Some(&mut embed.caption),
        BlockKind::Table(table) => Some(&mut table.caption),
        BlockKind::Quote { citation, .. } => Some(citation),
        _ => None,
    }
}

fn give(kind: &mut BlockKind, caption: Text, mut credit: Option<String>) {
    match kind {
        BlockKind::Image(image) if image.credit.is_none() => image.credit = credit.take(),
        BlockKind::Video(player) | BlockKind::Audio(player) if player.credit.is_none() => player.credit = credit.take(),
        _ => {}
    }
    let Some(slot) = slot(kind) else { return };
    let caption = with_credit(caption, credit);
    if !slot.is_empty() && !caption.is_empty() {
        slot.0.push(Inline::Break {});
    }
    slot.0.extend(caption.0);
}

/// A caption with the credit after it, where that has no place of its own.
fn with_credit(mut caption: Text, credit: Option<String>) -> Text {
    if let Some(credit) = credit {
        if !caption.is_empty() {
            super::line::append(&mut caption.0, vec![Inline::Text(" ".to_owned())]);
        }
        caption.0.push(Inline::Marked { mark: Mark::Small, text: Text::plain(credit) });
    }
    caption
}

/// The credit that ends a caption: a work cited or small print, when something stands before it.
fn credit(caption: &mut Text) -> Option<String> {
    let alone = caption.0.len() == 1;
    let credited = match caption.0.last()? {
        Inline::Marked { mark: Mark::Cite, text } => plain_text(text),
        Inline::Marked { mark: Mark::Small, text } if !alone => plain_text(text),
        _ => return None,
    };
    caption.0.pop();
    while let Some(last) = caption.0.last_mut() {
        match last {
            Inline::Break {} => {}
            Inline::Text(text) => {
                text.truncate(text.trim_end().len());
                if !text.is_empty() {
                    break;
                }
            }
            _ => break,
        }
        caption.0.pop();
    }
    Some(without_overrides(credited.trim()))
}
