//! The element's side of the bargain, as `public/embed/reader.js` keeps it.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// One element.
    pub type Host;

    /// The element itself.
    #[wasm_bindgen(method, getter)]
    pub(super) fn element(this: &Host) -> web_sys::Element;
    /// The attribute of that name.
    #[wasm_bindgen(method)]
    pub(super) fn option(this: &Host, name: &str) -> Option<String>;
    /// The request for `src` that is on its way, once.
    #[wasm_bindgen(method)]
    pub(super) fn answer(this: &Host) -> Option<js_sys::Promise>;
    /// What stops that request.
    #[wasm_bindgen(method)]
    pub(super) fn controller(this: &Host) -> Option<web_sys::AbortController>;
    /// What the interface is to say, unless it is English.
    #[wasm_bindgen(method)]
    pub(super) fn words(this: &Host) -> JsValue;
    /// Brings the style of what is `seldom` met, comes `late` or is `chosen`.
    #[wasm_bindgen(method)]
    pub(super) fn dress(this: &Host, what: &str) -> js_sys::Promise;
    #[wasm_bindgen(method, js_name = article)]
    fn inline_article(this: &Host) -> JsValue;
    /// Tells the host page; `false` when it prevents what would follow.
    #[wasm_bindgen(method)]
    pub(super) fn tell(this: &Host, name: &str, detail: &JsValue, cancelable: bool) -> bool;
    /// Makes this the element's `src`; what was asked for ahead goes with it.
    #[wasm_bindgen(method)]
    pub(super) fn navigate(
        this: &Host,
        src: &str,
        answer: Option<js_sys::Promise>,
        controller: Option<web_sys::AbortController>,
    );
    /// Says what is on screen now.
    #[wasm_bindgen(method)]
    pub(super) fn shown(this: &Host, state: &str);
}

impl Host {
    /// An article that the page gave as it is.
    pub(super) fn article(&self) -> Option<JsValue> {
        let article = self.inline_article();
        (!article.is_undefined() && !article.is_null()).then_some(article)
    }
}
