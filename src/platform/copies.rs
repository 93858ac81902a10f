//! Copies of what was read, in the browser's own store of answers (Service Workers, §5: Cache), for when it cannot be had
//! again.
//!
//! What was read lately is in [`READ`], as much as [`MOST`] and no more; what a reader has saved is in [`SAVED`] and stays. A
//! copy is put there whole or not at all. Where the browser has no such store or refuses it, there are no copies.

#[cfg(not(feature = "embed"))]
pub(crate) mod saved;

use super::fetch::Answer;
use super::json;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Headers, Response, ResponseInit};

/// The store of what was read lately.
pub(crate) const READ: &str = "gatefold-articles";

/// The store of what readers have saved.
pub(crate) const SAVED: &str = "gatefold-saved";

/// How many copies there are of what was read lately; the oldest goes first.
const MOST: u32 = 60;

/// Says of a copy when it was made, as ISO 8601 has it.
pub(crate) const KEPT: &str = "x-gatefold-kept";

/// Says how many pages a list has, as WordPress does.
const PAGES: &str = "x-wp-totalpages";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = caches, js_name = open, catch)]
    async fn open_store(name: &str) -> Result<JsValue, JsValue>;

    /// A store of answers.
    pub(crate) type Store;
    #[wasm_bindgen(method, js_name = match, catch)]
    async fn find(this: &Store, address: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, js_name = put, catch)]
    async fn put_answer(this: &Store, address: &str, answer: &Response) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, js_name = delete, catch)]
    async fn delete_request(this: &Store, request: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, js_name = keys, catch)]
    async fn requests(this: &Store) -> Result<JsValue, JsValue>;
}

impl Store {
    /// The store of that name.
    pub(crate) async fn open(name: &str) -> Result<Self, JsValue> {
        open_store(name).await.map(JsCast::unchecked_into)
    }

    /// The answer that is kept for an address.
    pub(crate) async fn answer(&self, address: &str) -> Option<Response> {
        self.find(address).await.ok()?.dyn_into().ok()
    }

    /// Keeps an answer in the place of an earlier one; where there is no room for it, after what was read lately has made
    /// some.
    pub(crate) async fn put(&self, address: &str, answer: &Response) -> Result<(), JsValue> {
        let again = answer.clone()?;
        if self.put_answer(address, answer).await.is_err() {
            thin(&Self::open(READ).await?, MOST / 4).await;
            self.put_answer(address, &again).await?;
        }
        Ok(())
    }

    /// Forgets what is kept for an address.
    pub(crate) async fn forget(&self, address: &str) {
        // What cannot be forgotten was not there.
        let _ = self.delete_request(&address.into()).await;
    }

    /// What answers are kept for, the oldest first.
    pub(crate) async fn requests_kept(&self) -> js_sys::Array {
        self.requests().await.map(JsCast::unchecked_into).unwrap_or_default()
    }
}

/// Leaves the latest in a store.
async fn thin(store: &Store, most: u32) {
    let requests = store.requests_kept().await;
    for at in 0..requests.length().saturating_sub(most) {
        let _ = store.delete_request(&requests.get(at)).await;
    }
}

/// An answer as it is kept, with what else is to be known of it.
pub(crate) fn answer(body: &Blob, known: &Headers) -> Result<Response, JsValue> {
    known.set("content-type", "application/json")?;
    known.set(KEPT, &String::from(js_sys::Date::new_0().to_iso_string()))?;
    let init = ResponseInit::new();
    init.set_headers(known);
    Response::new_with_opt_blob_and_init(Some(body), &init)
}

/// Keeps what came from an address.
pub(crate) async fn keep(src: &str, body: &Blob, pages: u32) -> Result<(), JsValue> {
    let known = Headers::new()?;
    known.set(PAGES, &pages.to_string())?;
    let store = Store::open(READ).await?;
    store.put(src, &answer(body, &known)?).await?;
    thin(&store, MOST).await;
    // What was saved becomes as new as what was read.
    let saved = Store::open(SAVED).await?;
    if let Some(before) = saved.answer(src).await {
        saved.put(src, &answer(body, &Headers::new_with_headers(&before.headers())?)?).await?;
    }
    Ok(())
}

/// The copy of what an address had, with when it was made.
pub(crate) async fn find(src: &str) -> Option<Answer> {
    for name in [READ, SAVED] {
        let Ok(store) = Store::open(name).await else { return None };
        let Some(copy) = store.answer(src).await else { continue };
        let known = |name| copy.headers().get(name).ok().flatten();
        let (kept, pages) = (known(KEPT), known(PAGES).and_then(|pages| pages.parse().ok()).unwrap_or_default());
        let text = JsFuture::from(copy.text().ok()?).await.ok()?;
        let json = json::parse(text.unchecked_ref()).ok()?;
        return Some(Answer { json, pages, body: None, kept });
    }
    None
}

/// Forgets what an address had: it is no longer there either.
pub(crate) async fn forget(src: &str) {
    for name in [READ, SAVED] {
        if let Ok(store) = Store::open(name).await {
            store.forget(src).await;
        }
    }
}
