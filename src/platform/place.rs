//! How far a page was read: by paragraph where there is one, so that the place is found again when the text is set
//! otherwise, else by pixel.

use super::dom::lay_out;
use super::page;
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

/// What a place is counted by.
const BLOCKS: &str = ".prose :is(p, li, h2, h3, h4, h5, h6, pre, figure, table, dt, dd):not(.contents *)";

/// A place on a page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Place {
    /// How far the page is scrolled, in CSS pixels.
    scroll: i32,
    /// Ordinal of the first block in view, and how far its top is from that of the viewport; `None` outside a text.
    block: Option<(u32, i32)>,
}

fn blocks() -> Option<NodeList> {
    page::root()?.query_selector_all(BLOCKS).ok()
}

fn block(blocks: &NodeList, at: u32) -> Option<Element> {
    blocks.item(at)?.dyn_into().ok()
}

impl Place {
    /// Where the page is now.
    pub(crate) fn current() -> Self {
        let scroll = page::scroll();
        // The top of the page is its top, however it is set.
        let block = if scroll == 0 { None } else { first_in_view() };
        Self { scroll, block }
    }

    /// Goes there.
    pub(crate) fn restore(self) {
        page::set_scroll(self.scroll);
        let Some((at, offset)) = self.block else { return };
        if let Some(block) = blocks().and_then(|blocks| block(&blocks, at)) {
            lay_out(&block);
            page::set_scroll(page::scroll() + block.get_bounding_client_rect().top() as i32 - offset);
        }
    }

    /// As text: pixels, then ordinal and distance.
    pub(crate) fn to_text(self) -> String {
        match self.block {
            Some((at, offset)) => format!("{} {at} {offset}", self.scroll),
            None => self.scroll.to_string(),
        }
    }

    /// Reads what [`Place::to_text`] wrote.
    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let mut parts = text.split(' ');
        let scroll = parts.next()?.parse().ok()?;
        let block = parts.next().zip(parts.next());
        let block = block.and_then(|(at, offset)| Some((at.parse().ok()?, offset.parse().ok()?)));
        Some(Self { scroll, block })
    }
}

fn first_in_view() -> Option<(u32, i32)> {
    let blocks = blocks()?;
    let height = page::window().inner_height().ok()?.as_f64()?;
    (0..blocks.length()).find_map(|at| {
        let area = block(&blocks, at)?.get_bounding_client_rect();
        // What is closed has no height.
        let seen = area.height() > 0.0 && area.bottom() > 0.0 && area.top() < height;
        seen.then_some((at, area.top() as i32))
    })
}
