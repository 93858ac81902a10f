//! What is set apart from the text: notes that open, remarks.

use super::Node;
use super::allow;
use super::flow::{Flow, Takes};
use super::place::Place;
use super::walk::Walk;
use crate::model::{Block, BlockKind, Text};

impl<N: Node> Walk<'_, N> {
    /// A note that opens. What could not be opened, for lack of a title, is open.
    pub(super) fn details(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut inner = self.inner_flow(node, place, flow, Takes::Title);
        let summary = std::mem::take(&mut inner.taken);
        let blocks = inner.blocks;
        let kind = match (summary.is_empty(), blocks.is_empty()) {
            (true, true) => return,
            (true, false) => BlockKind::Group { title: summary, blocks },
            (false, true) => {
                return flow
                    .push(BlockKind::Paragraph { text: summary, role: None, drop_cap: false }, self.carried(node));
            }
            (false, false) => BlockKind::Details { summary, blocks, open: allow::OPEN.of(node).is_some() },
        };
        flow.push(kind, self.carried(node));
    }

    /// A remark set apart; a heading at its start is its title.
    pub(super) fn callout(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut inner = self.inner_flow(node, place, flow, Takes::Title);
        let mut title = Text::default();
        if inner.blocks.len() > 1
            && let Some(Block { kind: BlockKind::Heading { text, .. }, id, .. }) = inner.blocks.first_mut()
        {
            title = std::mem::take(text);
            let id = id.take();
            inner.blocks.remove(0);
            if let Some(first) = inner.blocks.first_mut() {
                first.id = first.id.take().or(id);
            }
        }
        if title.is_empty() {
            title = std::mem::take(&mut inner.taken);
        }
        let (icon, blocks) = (inner.icon, inner.blocks);
        if !blocks.is_empty() {
            flow.push(BlockKind::Callout { title, icon, tone: None, blocks }, self.carried(node));
        } else if let Some(block) = super::walk::paragraph(title, None) {
            flow.flush();
            flow.add(block);
        }
    }
}
