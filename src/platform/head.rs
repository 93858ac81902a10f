//! What the document says of itself: title, description, canonical address, structured data.

use super::dom::{El, el};
use super::{page, policy};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The metadata of one page.
#[derive(Debug, Clone, Default)]
pub(crate) struct Metadata {
    pub(crate) title: String,
    pub(crate) description: Option<String>,
    pub(crate) canonical: Option<String>,
    /// JSON-LD, as text.
    pub(crate) structured: Option<String>,
}

/// Replaces what the document says of itself.
pub(crate) fn set(metadata: &Metadata) {
    let Some(document) = page::window().document() else { return };
    document.set_title(&metadata.title);
    let Some(head) = document.head() else { return };
    place(&head, "meta[name=description]", metadata.description.as_deref(), |text| {
        el("meta", "").attr("name", "description").attr("content", text)
    });
    place(&head, "link[rel=canonical]", metadata.canonical.as_deref(), |href| {
        el("link", "").attr("rel", "canonical").attr("href", href)
    });
    place(&head, "script[type='application/ld+json']", metadata.structured.as_deref(), data_block);
}

/// A block of JSON-LD. Left empty where the page allows no policy of this name.
fn data_block(json: &str) -> El {
    let script = el("script", "").attr("type", "application/ld+json");
    if let Some(text) = policy::script(json) {
        // Refused only where the policy is.
        let _ = js_sys::Reflect::set(script.node(), &"text".into(), &text);
    }
    script
}

/// Puts a new element where an old one was, or nothing.
fn place(head: &Element, selector: &str, value: Option<&str>, make: impl Fn(&str) -> El) {
    let old = head.query_selector(selector).ok().flatten();
    if let Some(old) = old {
        old.remove();
    }
    if let Some(value) = value {
        // The head is an element like any other.
        let _ = El::from(head.unchecked_ref::<Element>().clone()).add(make(value));
    }
}
