//! Finding one's place in the text that the page shows, and marking it.

use super::dom::{closest, lay_out};
use super::page;
use std::ops::Range as Bytes;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Event, EventInit, Node, Range};

/// The name under which it is marked, for `::highlight()` (CSS Custom Highlight API, §3).
const NAME: &str = "gatefold-passage";

/// What stands in an article and is none of its words.
const ASIDE: &str = "nav, aside, .meta, .body-tools, .section__minutes, .print-source, [role=tooltip]";

/// `NodeFilter.SHOW_TEXT`.
const TEXT: u32 = 4;

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new(range: &Range) -> Result<Highlight, JsValue>;
    #[wasm_bindgen(js_namespace = ["CSS", "highlights"], js_name = set, catch)]
    fn set_highlight(name: &str, highlight: &Highlight) -> Result<JsValue, JsValue>;
}

/// The text of an element with the nodes that it stands in: a line for each block.
pub(crate) struct Shown {
    /// The text.
    pub(crate) text: String,
    /// Each node, with where in the text it begins.
    nodes: Vec<(usize, Node)>,
}

/// The words of the article at `element`, opened or closed.
pub(crate) fn shown(element: &Element) -> Option<Shown> {
    let walker = page::window().document()?.create_tree_walker_with_what_to_show(element, TEXT).ok()?;
    let mut shown = Shown { text: String::new(), nodes: Vec::new() };
    let mut last = None;
    while let Ok(Some(node)) = walker.next_node() {
        let Some(parent) = node.parent_element().filter(|parent| closest(parent, ASIDE).is_none()) else { continue };
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

    /// Marks a part of the text, opens what hides it and brings it into view.
    pub(crate) fn mark(&self, part: Bytes<usize>) -> Option<()> {
        let range = page::window().document()?.create_range().ok()?;
        let ((first, start), (last, end)) = (self.place(part.start)?, self.place(part.end)?);
        range.set_start(first, start).ok()?;
        range.set_end(last, end).ok()?;
        if Highlight::new(&range).and_then(|mark| set_highlight(NAME, &mark)).is_err() {
            // An engine without marks still has a selection.
            let selection = page::window().get_selection().ok()??;
            selection.remove_all_ranges().ok()?;
            selection.add_range(&range).ok()?;
        }
        let element = first.parent_element()?;
        // What finding it in the page does.
        let options = EventInit::new();
        options.set_bubbles(true);
        let found = Event::new_with_event_init_dict("beforematch", &options).ok()?;
        element.dispatch_event(&found).ok()?;
        lay_out(&element);
        element.scroll_into_view();
        let top = range.get_bounding_client_rect().top();
        page::set_scroll(page::scroll() + (top - page::height() / 3.0) as i32);
        Some(())
    }
}
