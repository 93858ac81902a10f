//! Sharing through the browser: its own share sheet, the clipboard, the selection.

use super::dom::{El, closest, focus};
use super::{json, page};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomRect, Element, HtmlInputElement, Node, Range};

#[wasm_bindgen]
extern "C" {
    /// `navigator` with what not every engine has.
    type Sharing;
    #[wasm_bindgen(method, js_name = canShare, catch)]
    fn can_share(this: &Sharing, payload: &js_sys::Object) -> Result<bool, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn share(this: &Sharing, payload: &js_sys::Object) -> Result<js_sys::Promise, JsValue>;

    /// A document, or a shadow root in an engine whose shadow roots have a selection of their own.
    type Selecting;
    #[wasm_bindgen(method, js_name = getSelection)]
    fn get_selection(this: &Selecting) -> Option<web_sys::Selection>;
}

/// What the share sheet gets.
pub(crate) struct Payload {
    pub(crate) title: String,
    pub(crate) text: Option<String>,
    pub(crate) url: String,
}

impl Payload {
    fn object(&self) -> js_sys::Object {
        let fields = [("title", Some(&self.title)), ("text", self.text.as_ref()), ("url", Some(&self.url))];
        json::object(&fields.map(|(name, value)| (name, value.map(|text| JsValue::from_str(text))))).unchecked_into()
    }
}

fn sharing() -> Sharing {
    JsValue::from(page::window().navigator()).unchecked_into()
}

/// The browser would share exactly this.
pub(crate) fn can_share(payload: &Payload) -> bool {
    let navigator = sharing();
    let has = |name: &str| js_sys::Reflect::has(navigator.as_ref(), &name.into()).unwrap_or(false);
    has("share") && has("canShare") && navigator.can_share(&payload.object()).unwrap_or(false)
}

/// Opens the share sheet; called straight from a click, as browsers demand. A reader who closes it has changed their
/// mind: that is no error. `failed` is called for anything else.
pub(crate) fn share(payload: &Payload, failed: impl FnOnce() + 'static) {
    let Ok(promise) = sharing().share(&payload.object()) else { return failed() };
    wasm_bindgen_futures::spawn_local(async move {
        let Err(cause) = JsFuture::from(promise).await else { return };
        let name = js_sys::Reflect::get(&cause, &"name".into()).ok().and_then(|name| name.as_string());
        if name.as_deref() != Some("AbortError") {
            failed();
        }
    });
}

/// Copies text; `done` is told whether the browser let it.
pub(crate) fn copy(text: &str, done: impl FnOnce(bool) + 'static) {
    let navigator = page::window().navigator();
    // Absent on pages that are not secure.
    let has = js_sys::Reflect::get(navigator.as_ref(), &"clipboard".into()).is_ok_and(|value| value.is_object());
    if !has {
        done(false);
        return;
    }
    let promise = navigator.clipboard().write_text(text);
    wasm_bindgen_futures::spawn_local(async move { done(JsFuture::from(promise).await.is_ok()) });
}

/// Selects all of a field's text, so that it can be copied by hand.
pub(crate) fn select_all(field: &El) {
    // A text area has the same method.
    let input: &HtmlInputElement = field.node().unchecked_ref();
    focus(input);
    input.select();
}

/// What stands in a field, or is chosen of a list.
pub(crate) fn value(field: &El) -> String {
    field.node().unchecked_ref::<HtmlInputElement>().value()
}

/// The selection of the shadow root that holds `element`, where there is one and the engine tells, else of the page.
fn selection_near(element: &Element) -> Option<web_sys::Selection> {
    let root: Selecting = JsValue::from(element.get_root_node()).unchecked_into();
    let own = js_sys::Reflect::has(root.as_ref(), &"getSelection".into()).unwrap_or(false);
    if own { root.get_selection() } else { page::window().get_selection().ok().flatten() }
}

/// The blocks of a text, the innermost of which its words belong to.
pub(super) const BLOCKS: &str = "p, li, h1, h2, h3, h4, h5, h6, figcaption, blockquote, pre, td, th, dt, dd, div";

/// A text that is selected.
pub(crate) struct Selected {
    pub(crate) text: String,
    range: Option<Range>,
    /// The article that it is a part of.
    whole: Element,
}

/// What stands around a text.
pub(crate) struct Around {
    /// The whole that it is a part of, and how many bytes of that are before it.
    pub(crate) text: String,
    pub(crate) at: usize,
    /// What is before it and after it in its own block.
    pub(crate) before: String,
    pub(crate) after: String,
}

/// The text that is selected inside `element`, when there is any.
pub(crate) fn selected(element: &Element) -> Option<Selected> {
    let selection = selection_near(element)?;
    let text = String::from(selection.to_string());
    let inside = |node: Option<web_sys::Node>| node.is_some_and(|node| element.contains(Some(&node)));
    let text = text.trim();
    let is_some = !text.is_empty() && inside(selection.anchor_node()) && inside(selection.focus_node());
    // A range of its own, which stays when the selection goes.
    let range = || selection.get_range_at(0).ok().map(|range| range.clone_range());
    let whole = || closest(element, ".article").unwrap_or_else(|| element.clone());
    is_some.then(|| Selected { text: text.to_owned(), range: range(), whole: whole() })
}

impl Selected {
    /// What stands around it; `None` where the engine does not tell where it is.
    pub(crate) fn around(&self) -> Option<Around> {
        let range = self.range.as_ref()?;
        let text = self.whole.text_content()?;
        let start = (range.start_container().ok()?, range.start_offset().ok()?);
        let end = (range.end_container().ok()?, range.end_offset().ok()?);
        let led = between((&self.whole, 0), (&start.0, start.1))?.len();
        // The selection was taken without the space around it.
        let at = led + text.get(led..).map_or(0, |rest| rest.len() - rest.trim_start().len());
        let (first, last) = (block(&start.0)?, block(&end.0)?);
        let before = between((&first, 0), (&start.0, start.1))?;
        let after = between((&end.0, end.1), (&last, last.child_nodes().length()))?;
        Some(Around { text, at, before, after })
    }

    /// Where it ends: the last line of it on the screen.
    pub(crate) fn last_line(&self) -> Option<DomRect> {
        let lines = self.range.as_ref()?.get_client_rects()?;
        lines.get(lines.length().checked_sub(1)?)
    }

    /// The block that it begins in.
    pub(crate) fn first_block(&self) -> Option<Element> {
        block(&self.range.as_ref()?.start_container().ok()?)
    }

    /// The block that it ends in.
    pub(crate) fn last_block(&self) -> Option<Element> {
        block(&self.range.as_ref()?.end_container().ok()?)
    }
}

/// The block that a node is in.
fn block(node: &Node) -> Option<Element> {
    let element = node.dyn_ref::<Element>().cloned().or_else(|| node.parent_element())?;
    closest(&element, BLOCKS)
}

/// The text from one place to another.
fn between(from: (&Node, u32), to: (&Node, u32)) -> Option<String> {
    let range = page::window().document()?.create_range().ok()?;
    range.set_start(from.0, from.1).ok()?;
    range.set_end(to.0, to.1).ok()?;
    Some(range.to_string().into())
}

/// The address of a script of this page, by the name of its file.
pub(crate) fn script_named(name: &str) -> Option<String> {
    let script = page::window().document()?.query_selector(&["script[src$='/", name, "']"].concat()).ok()??;
    page::resolve(&page::base(), &script.get_attribute("src")?)
}
