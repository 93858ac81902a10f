//! The library: every article of a feed.

use super::cards::{CardList, Words};
use crate::i18n::Message;
use crate::model::url::Use;
use crate::model::{Article, Base, Related, SafeUrl};
use crate::platform::page;
use crate::related::{Feed, Phase};
use crate::state::Context;
use leptos::html::{div, h1, header, p};
use leptos::prelude::*;

/// Cards of one page are shown all at once.
const PAGE: usize = 1_000;

/// The list of articles at the address that the options name, relative to the page. `arrived` is told the
/// list's title, `settled` that there is something to see.
pub(crate) fn library(
    context: Context,
    arrived: impl Fn(&str) + 'static,
    settled: impl Fn() + 'static,
) -> impl IntoView {
    let base = Base::new(page::directory(), page::resolve);
    let src = SafeUrl::parse(&context.config.feed, &base, Use::Resource).ok();
    let fixed = context.config.site_name.clone();
    let title = RwSignal::new(fixed.clone().unwrap_or_default());
    let description = RwSignal::new(None);
    let article = Article { related: Related { src, ..Related::default() }, ..Article::default() };
    let words = Words { failed: Message::ErrorNoList, end: None };
    let changed = move |feed: &Feed| match feed.phase() {
        Phase::Loading => {}
        Phase::Failed(_) => page::set_ready(Some("failed")),
        Phase::More | Phase::End => {
            settled();
            page::set_ready(Some("library"));
        }
    };
    let list = CardList::new(Feed::new(&article, "", PAGE), "library__list", words, context, changed, move |page| {
        let name = fixed.clone().or_else(|| page.title.clone()).unwrap_or_default();
        arrived(&name);
        let _ = title.try_set(name);
        let _ = description.try_set(page.description.clone());
    });
    list.start();
    let about = move || description.get().map(|text: String| p().class("library__description").child(text));
    let heading = h1().class("library__title").attr("tabindex", "-1").child(move || title.get());
    let top = header().class("library__header").child((heading, about));
    div().class("reader").child(div().class("library").child((top, list.view())))
}
