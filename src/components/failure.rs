//! What went wrong, in words, with a way on.

use crate::error::LoadError;
use crate::i18n::Message;
use crate::platform::page;
use crate::state::Context;
use leptos::html::{a, button, h2, p, section};
use leptos::{ev, prelude::*};

/// What failed, why, and what can be done: ask again, the original page, the list of articles.
pub(crate) fn failure(
    error: &LoadError,
    context: &Context,
    original: Option<String>,
    retry: Box<dyn Fn()>,
) -> impl IntoView + use<> {
    let catalog = context.catalog;
    let home = context.home.clone();
    let home =
        home.map(|href| a().class("button failure__home").attr("href", href).child(catalog.get(Message::AllArticles)));
    let retry = error.retryable().then(|| {
        button()
            .class("button button--primary failure__retry")
            .attr("type", "button")
            .on(ev::click, move |_| retry())
            .child(catalog.get(Message::TryAgain))
    });
    let original = original.map(|href| {
        a().class("button failure__original")
            .attr("href", href)
            .attr("rel", "noopener")
            .child(catalog.get(Message::OpenOriginal))
    });
    section().class("failure").attr("role", "alert").child((
        h2().class("failure__title").attr("tabindex", "-1").child(catalog.get(error.kind.sentence())),
        p().class("failure__cause").child(catalog.get(error.kind.explanation(page::online()))),
        p().class("failure__actions").child((retry, original, home)),
        p().class("failure__code").child(catalog.format(Message::ErrorCode, &[("code", &error.code())])),
    ))
}
