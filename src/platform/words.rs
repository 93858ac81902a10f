//! The words of the interface as the loader brings them (`public/embed/words.js`): a language tag, and texts by name in
//! the order of [`Message::ALL`](crate::i18n::Message).

use super::json::JsJson;
use crate::i18n::{Catalog, Words};
use crate::ingest::Json;
use std::cell::RefCell;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;
    // Fails for no language that the interface has.
    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(locales: &str) -> PluralRules;
    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, count: u32) -> String;
}

thread_local! {
    /// One for each file of words that was ever shown; they stay, since every view holds one.
    static KNOWN: RefCell<Vec<(JsValue, Catalog)>> = const { RefCell::new(Vec::new()) };
}

/// What the interface says; English where nothing else came.
pub(crate) fn catalog(words: JsValue) -> Catalog {
    let said = JsJson::from(words.clone());
    let (Some(tag), Some(texts)) = (said.field("tag").and_then(|tag| tag.string()), said.field("texts")) else {
        return Catalog::default();
    };
    KNOWN.with_borrow_mut(|known| {
        if let Some((_, catalog)) = known.iter().find(|(one, _)| *one == words) {
            return *catalog;
        }
        let texts = texts.names().iter().map(|name| text(texts.field(name))).collect();
        let catalog = Catalog::of(tag, texts, category);
        known.push((words, catalog));
        catalog
    })
}

/// A text, or one for each category of its language's plurals.
fn text(value: Option<JsJson>) -> Words {
    let Some(value) = value else { return Words::default() };
    match value.string() {
        Some(text) => Words::Always(text),
        None => Words::Counted(value.names().into_iter().map(|name| (name.clone(), form(&value, &name))).collect()),
    }
}

fn form(value: &JsJson, name: &str) -> String {
    value.field(name).and_then(|text| text.string()).unwrap_or_default()
}

/// The category of a number in a language.
fn category(tag: &str, count: u32) -> String {
    PluralRules::new(tag).select(count)
}

/// What was left at the app's element by what started it (`public/boot.js`).
#[cfg(not(feature = "embed"))]
pub(crate) fn of_element(element: &web_sys::HtmlElement) -> Catalog {
    catalog(js_sys::Reflect::get(element, &"words".into()).unwrap_or_default())
}
