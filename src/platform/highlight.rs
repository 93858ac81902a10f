//! Finding one's place in the text that the page shows, and marking it.

use super::dom::{closest, lay_out};
use super::page;
use std::ops::Range as Bytes;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventInit, Node, Range};

/// Names under which a part is marked, for `::highlight()` (CSS Custom Highlight API, §3).
pub(crate) const PASSAGE: &str = "gatefold-passage";
pub(crate) const SENTENCE: &str = "gatefold-sentence";
pub(crate) const WORD: &str = "gatefold-word";

/// What stands in an article and is none of its words.
pub(crate) const ASIDE: &str =
    "nav, aside, .meta, .body-tools, .section__minutes, .print-source, .print-links, [role=tooltip]";

/// How far down the screen one reads without moving it, as a share of its height.
const SEEN: f64 = 0.8;

/// `NodeFilter.SHOW_TEXT`.
const TEXT: u32 = 4;

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new(range: &Range) -> Result<Highlight, JsValue>;
    #[wasm_bindgen(js_namespace = ["CSS", "highlights"], js_name = set, catch)]
    fn set_highlight(name: &str, highlight: &Highlight) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["CSS", "highlights"], js_name = delete, catch)]
    fn delete_highlight(name: &str) -> Result<bool, JsValue>;
}

/// The text of an element with the nodes that it stands in: a line for each block.
pub(crate) struct Shown {
    /// The text.
    pub(crate) text: String,
    /// Each node, with where in the text it begins.
    nodes: Vec<(usize, Node)>,
}

/// The words of the article at `element`, opened or closed, without what stands in `aside`.
pub(crate) fn shown(element: &Element, aside: &str) -> Option<Shown> {
    let walker = page::window().document()?.create_tree_walker_with_what_to_show(element, TEXT).ok()?;
    let mut shown = Shown { text: String::new(), nodes: Vec::new() };
    let mut last = None;
    while let Ok(Some(node)) = walker.next_node() {
        let Some(parent) = node.parent_element().filter(|parent| closest(parent, aside).is_none()) else { continue };
        let block = closest(&parent, super::share::BLOCKS);
        if block != last {
            shown.text.push('\n');
            last = block;
        }
        let text = node.node_value().unwrap_or_default();
        shown.nodes.push((shown.text.len(), node));
        shown.text.push_str(&text);
    }
    Some(shown)
}

impl Shown {
    /// The node that holds a byte of the text, and the place in it in UTF-16 units, by which the page counts.
    fn place(&self, at: usize) -> Option<(&Node, u32)> {
        let (start, node) = self.nodes.iter().rev().find(|(start, _)| *start <= at)?;
        let units = self.text.get(*start..at)?.encode_utf16().count();
        Some((node, units as u32))
    }

    /// Where the words of an element begin.
    pub(crate) fn start_of(&self, element: &Element) -> Option<usize> {
        self.nodes.iter().find(|(_, node)| element.contains(Some(node))).map(|(start, _)| *start)
    }

    /// A part of the text as the page has it.
    fn range(&self, part: Bytes<usize>) -> Option<Range> {
        let range = page::window().document()?.create_range().ok()?;
        let ((first, start), (last, end)) = (self.place(part.start)?, self.place(part.end)?);
        range.set_start(first, start).ok()?;
        range.set_end(last, end).ok()?;
        Some(range)
    }

    /// Marks a part of the text under a name, and nothing else under that; where the engine has marks.
    pub(crate) fn mark(&self, name: &str, part: Bytes<usize>) -> Option<()> {
        let mark = Highlight::new(&self.range(part)?).ok()?;
        set_highlight(name, &mark).ok().map(drop)
    }

    /// Opens what hides a part of the text, and has the page follow where it is out of sight.
    pub(crate) fn follow(&self, part: Bytes<usize>) -> Option<()> {
        let range = self.range(part)?;
        reveal(&range)?;
        let place = range.get_bounding_client_rect();
        if place.top() < 0.0 || place.bottom() > page::height() * SEEN {
            bring(&range);
        }
        Some(())
    }

    /// Marks the passage that an address points at, opens what hides it and brings it into view.
    pub(crate) fn show_passage(&self, part: Bytes<usize>) -> Option<()> {
        let range = self.range(part)?;
        if Highlight::new(&range).and_then(|mark| set_highlight(PASSAGE, &mark)).is_err() {
            // An engine without marks still has a selection.
            let selection = page::window().get_selection().ok()??;
            selection.remove_all_ranges().ok()?;
            selection.add_range(&range).ok()?;
        }
        reveal(&range)?.scroll_into_view();
        bring(&range);
        Some(())
    }
}

/// Takes a mark away.
pub(crate) fn unmark(name: &str) {
    // An engine without marks has nothing to take away.
    let _ = delete_highlight(name);
}

/// Opens what hides a range.
fn reveal(range: &Range) -> Option<Element> {
    let element = range.start_container().ok()?.parent_element()?;
    uncover(&element).map(|()| element)
}

/// Opens what hides an element, as finding it in the page does.
pub(crate) fn uncover(element: &Element) -> Option<()> {
    let options = EventInit::new();
    options.set_bubbles(true);
    let found = Event::new_with_event_init_dict("beforematch", &options).ok()?;
    element.dispatch_event(&found).ok()?;
    lay_out(element);
    Some(())
}

/// Brings a range to the upper third of the screen.
fn bring(range: &Range) {
    let top = range.get_bounding_client_rect().top();
    page::set_scroll(page::scroll() + (top - page::height() / 3.0) as i32);
}
