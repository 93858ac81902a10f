//! The page's one Trusted Types policy, `gatefold`, made when it is first needed (Trusted Types, §2.3).
//!
//! Two things go through it that nothing ever runs: HTML to be parsed into an inert tree, and a block of JSON-LD.

use super::json::object;
use super::page;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    type Policy;
    #[wasm_bindgen(js_namespace = trustedTypes, js_name = createPolicy, catch)]
    fn create_policy(name: &str, rules: &JsValue) -> Result<Policy, JsValue>;
    #[wasm_bindgen(method, js_name = createScript)]
    fn create_script(this: &Policy, text: &str) -> JsValue;
    #[wasm_bindgen(method, js_name = createHTML)]
    fn create_html(this: &Policy, text: &str) -> JsValue;
    #[wasm_bindgen(thread_local_v2, js_name = String)]
    static AS_IT_IS: JsValue;
}

thread_local! {
    static POLICY: Option<Policy> = {
        let same = AS_IT_IS.with(Clone::clone);
        create_policy("gatefold", &object(&[("createScript", Some(same.clone())), ("createHTML", Some(same))])).ok()
    };
}

/// What the engine takes for a data block's text; `None` where the page allows no policy of this name.
pub(crate) fn script(text: &str) -> Option<JsValue> {
    through(text, Policy::create_script)
}

/// What the engine takes for HTML to be parsed; `None` where the page allows no policy of this name.
pub(crate) fn html(text: &str) -> Option<JsValue> {
    through(text, Policy::create_html)
}

fn through(text: &str, make: impl Fn(&Policy, &str) -> JsValue) -> Option<JsValue> {
    let known = js_sys::Reflect::has(&page::window(), &"trustedTypes".into()).unwrap_or(false);
    if known {
        POLICY.with(|policy| policy.as_ref().map(|policy| make(policy, text)))
    } else {
        Some(JsValue::from_str(text))
    }
}
