//! What the document says of itself: title, description, canonical address, structured data.

use super::dom::{El, el};
use super::json::object;
use super::page;
use wasm_bindgen::prelude::*;
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

#[wasm_bindgen]
extern "C" {
    type Policy;
    #[wasm_bindgen(js_namespace = trustedTypes, js_name = createPolicy, catch)]
    fn create_policy(name: &str, rules: &JsValue) -> Result<Policy, JsValue>;
    #[wasm_bindgen(method, js_name = createScript)]
    fn create_script(this: &Policy, text: &str) -> JsValue;
    #[wasm_bindgen(thread_local_v2, js_name = String)]
    static AS_IT_IS: JsValue;
}

thread_local! {
    /// The one policy of the page, made when it is first needed (Trusted Types, §2.3). A data block is never run, but it
    /// is a script to the policy; nothing else goes through it.
    static POLICY: Option<Policy> = create_policy("gatefold", &object(&[("createScript", Some(AS_IT_IS.with(Clone::clone)))])).ok();
}

/// A block of JSON-LD. Left empty where the page allows no policy of this name.
fn data_block(json: &str) -> El {
    let script = el("script", "").attr("type", "application/ld+json");
    let known = js_sys::Reflect::has(&page::window(), &"trustedTypes".into()).unwrap_or(false);
    let text = if known {
        POLICY.with(|policy| policy.as_ref().map(|policy| policy.create_script(json)))
    } else {
        Some(JsValue::from_str(json))
    };
    if let Some(text) = text {
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
