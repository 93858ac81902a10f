//! What went wrong, in words, with a way on.

use super::{keep, on_click};
use crate::error::LoadError;
use crate::i18n::Message;
use crate::platform::dom::{El, el};
use crate::platform::listen::Listener;
use crate::platform::page;
use crate::state::Context;
use std::rc::Rc;

/// What failed, why, and what can be done: ask again, the original page, the list of articles. Back online, it asks again by
/// itself.
pub(crate) fn failure(error: &LoadError, context: &Context, original: Option<&str>, retry: impl Fn() + 'static) -> El {
    let say = |message| context.catalog.get(message);
    let mut actions = el("p", "failure__actions");
    if error.retryable() {
        let button = el("button", "button button--primary failure__retry").attr("type", "button");
        let button = button.text(say(Message::TryAgain));
        let retry = Rc::new(retry);
        let again = retry.clone();
        on_click(&button, move |_| again());
        keep(Listener::new(&page::window(), "online", move |_| retry()));
        actions = actions.add(button);
    }
    let link = |class: &str, href: &str, message| el("a", class).attr("href", href).text(say(message));
    if let Some(href) = original {
        actions = actions.add(link("button failure__original", href, Message::OpenOriginal).attr("rel", "noopener"));
    }
    if let Some(href) = &context.home {
        actions = actions.add(link("button failure__home", href, Message::AllArticles));
    }
    let code = context.catalog.format(Message::ErrorCode, &[("code", &error.code())]);
    el("section", "failure")
        .attr("role", "alert")
        .add(el(context.config.heading(1), "failure__title").attr("tabindex", "-1").text(say(error.kind.sentence())))
        .add(el("p", "failure__cause").text(say(error.kind.explanation(page::online()))))
        .add(actions)
        .add(el("p", "failure__code").text(&code))
}
