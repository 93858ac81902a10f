//! What readers have saved: articles with their pictures.
//!
//! The pictures come first and the article last, so that what is in the store as an article is whole, whatever happens
//! while it is being saved. Each article says what it is called, how large it is and which pictures it has.

use super::{KEPT, SAVED, Store, answer};
use crate::platform::{json, page};
use crate::share::encode;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Headers, Response, ResponseInit};

const TITLE: &str = "x-gatefold-title";
const SIZE: &str = "x-gatefold-size";
const PICTURES: &str = "x-gatefold-pictures";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = fetch, catch)]
    async fn fetch_file(address: &str, options: &JsValue) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["navigator", "storage"], js_name = persist, catch)]
    fn persist() -> Result<JsValue, JsValue>;
}

/// An article that is saved.
pub(crate) struct Saved {
    /// Where its JSON came from.
    pub(crate) src: String,
    pub(crate) title: String,
    /// In bytes, with its pictures as far as their size is known.
    pub(crate) size: u32,
    /// When it came, in ISO 8601.
    pub(crate) kept: String,
    /// The addresses of its pictures.
    pictures: Vec<String>,
}

/// Whether the page has a store, which it has only on HTTPS.
pub(crate) fn is_possible() -> bool {
    js_sys::Reflect::has(&page::window(), &"caches".into()).unwrap_or(false)
}

/// Saves an article, as it came, and its pictures; `told` after each file how many there are of how many. One that is saved
/// already is renewed. Returns its size.
pub(crate) async fn save(
    src: &str,
    title: &str,
    body: &Blob,
    pictures: &[String],
    told: impl Fn(usize, usize),
) -> Result<u32, JsValue> {
    let store = Store::open(SAVED).await?;
    // Asked only so that the browser keeps it longer: refused, it is kept all the same.
    let _ = persist();
    let count = pictures.len() + 1;
    let mut size = body.size() as u32;
    for (done, address) in pictures.iter().enumerate() {
        told(done, count);
        // An article without one of its pictures is better than none.
        if let Ok(picture) = picture(address).await {
            size = size.saturating_add(picture.1);
            store.put(address, &picture.0).await?;
        }
    }
    told(pictures.len(), count);
    let known = Headers::new()?;
    for (name, value) in [(TITLE, encode(title)), (SIZE, size.to_string()), (PICTURES, pictures.join(" "))] {
        known.set(name, &value)?;
    }
    store.put(src, &answer(body, &known)?).await?;
    told(count, count);
    Ok(size)
}

/// A picture as it is kept, and its size; 0 where its server lets nobody look.
async fn picture(address: &str) -> Result<(Response, u32), JsValue> {
    let asked = |mode: &str| json::object(&[("mode", Some(mode.into()))]);
    let came: Response = match fetch_file(address, &asked("cors")).await {
        Ok(came) => came.unchecked_into(),
        Err(_) => return Ok((fetch_file(address, &asked("no-cors")).await?.unchecked_into(), 0)),
    };
    if !came.ok() {
        return Err(came.status().into());
    }
    let body: Blob = JsFuture::from(came.blob()?).await?.unchecked_into();
    let known = Headers::new()?;
    known.set("content-type", &body.type_())?;
    let init = ResponseInit::new();
    init.set_headers(&known);
    Ok((Response::new_with_opt_blob_and_init(Some(&body), &init)?, body.size() as u32))
}

/// What is saved, the oldest first.
pub(crate) async fn all() -> Vec<Saved> {
    let mut all = Vec::new();
    let Ok(store) = Store::open(SAVED).await else { return all };
    for request in store.requests_kept().await {
        let address = web_sys::Request::from(request).url();
        let Some(copy) = store.answer(&address).await else { continue };
        all.extend(known(address, &copy.headers()));
    }
    all
}

/// The article that is saved from there.
pub(crate) async fn of(src: &str) -> Option<Saved> {
    let copy = Store::open(SAVED).await.ok()?.answer(src).await?;
    known(src.to_owned(), &copy.headers())
}

/// What is known of an article; `None` for a picture.
fn known(src: String, headers: &Headers) -> Option<Saved> {
    let value = |name| headers.get(name).ok().flatten();
    let title = page::percent_decoded(&value(TITLE)?)?;
    let pictures = value(PICTURES).unwrap_or_default().split_whitespace().map(str::to_owned).collect();
    let size = value(SIZE)?.parse().unwrap_or_default();
    Some(Saved { src, title, size, kept: value(KEPT).unwrap_or_default(), pictures })
}

/// Forgets an article, and every picture that no other one has.
pub(crate) async fn forget(src: &str) {
    let Ok(store) = Store::open(SAVED).await else { return };
    store.forget(src).await;
    let left = all().await;
    let needed = |address: &str| {
        left.iter().any(|saved| saved.src == address || saved.pictures.iter().any(|known| known == address))
    };
    for request in store.requests_kept().await {
        let address = web_sys::Request::from(request).url();
        if !needed(&address) {
            store.forget(&address).await;
        }
    }
}
