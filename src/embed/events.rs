//! What the host page is told: the `detail` of each event.

use super::host::Host;
use crate::error::LoadError;
use crate::model::{Fate, SafeUrl, plain_text};
use crate::platform::json::object;
use crate::platform::page;
use crate::state::{Document, Told};
use wasm_bindgen::JsValue;

/// Tells the host page of something that happened in the article; `false` when it prevents what would follow.
pub(super) fn tell(host: &Host, told: &Told<'_>) -> bool {
    match *told {
        Told::Section { id, open } => host.tell("section", &object(&[("id", text(id)), ("open", some(open))]), false),
        Told::Share { target, title, url } => {
            let detail = object(&[("target", text(target)), ("title", text(title)), ("url", text(url))]);
            host.tell("share", &detail, true)
        }
        Told::Turned { document, .. } => {
            let article = &document.article;
            let url = article.url.as_ref().map(SafeUrl::as_str);
            let detail = navigate(url, Some(&document.src), &plain_text(&article.title), true);
            host.tell("navigate", &detail, false)
        }
        Told::Updated { added, changed, removed } => {
            let detail = object(&[("added", some(added)), ("changed", some(changed)), ("removed", some(removed))]);
            host.tell("update", &detail, false)
        }
        Told::Related { shown, phase } => {
            let detail = object(&[("shown", some(shown as u32)), ("phase", text(phase))]);
            // Before it loads: afterwards there is nothing left to prevent.
            host.tell("related", &detail, phase == "loading")
        }
    }
}

/// The article is complete.
pub(super) fn ready(document: &Document) -> JsValue {
    let notes = js_sys::Array::new();
    for note in &document.notes {
        let fate = match note.fate {
            Fate::Dropped => "dropped",
            Fate::Downgraded => "downgraded",
            Fate::Unresolved => "unresolved",
        };
        notes.push(&object(&[("path", text(&note.path)), ("fate", text(fate)), ("reason", text(&note.reason))]));
    }
    object(&[
        ("title", text(&plain_text(&document.article.title))),
        ("url", document.article.url.as_ref().and_then(|url| text(url.as_str()))),
        ("src", text(&document.src)),
        ("sections", some(document.outline.entries.len() as u32)),
        ("minutes", some(document.outline.minutes)),
        ("kept", document.kept.as_deref().and_then(text)),
        ("notes", Some(notes.into())),
    ])
}

/// There is no article, or no newer one.
pub(super) fn error(error: &LoadError) -> JsValue {
    object(&[
        ("code", text(&error.code())),
        ("message", text(&error.to_string())),
        ("object", text(&error.object)),
        ("cause", text(&error.cause)),
        ("retryable", some(error.retryable())),
        ("online", some(page::online())),
    ])
}

/// A card was chosen, or an article that stands `inline` came into view.
pub(super) fn navigate(url: Option<&str>, src: Option<&str>, title: &str, inline: bool) -> JsValue {
    object(&[
        ("url", url.and_then(text)),
        ("src", src.and_then(text)),
        ("title", text(title)),
        ("inline", some(inline)),
    ])
}

fn text(value: &str) -> Option<JsValue> {
    Some(JsValue::from_str(value))
}

fn some(value: impl Into<JsValue>) -> Option<JsValue> {
    Some(value.into())
}
