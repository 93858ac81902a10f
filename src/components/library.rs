//! The library: every article of a feed.

use super::cards::{CardList, Words};
use super::deferred::{LibraryTold, shelf};
use crate::i18n::Message;
use crate::model::url::Use;
use crate::model::{Article, Base, Related, SafeUrl};
use crate::platform::dom::{El, el};
use crate::platform::page;
use crate::related::{Feed, Phase};
use crate::state::Context;
use std::cell::RefCell;
use std::rc::Rc;

/// Cards of one page are shown all at once.
const PAGE: usize = 1_000;

/// Puts the list of articles at the address that the options name, relative to the page, into `root`.
pub(super) fn library(root: El, context: Context, told: LibraryTold) {
    let base = Base::new(page::directory(), page::resolve);
    let src = SafeUrl::parse(&context.config.feed, &base, Use::Resource).ok();
    let fixed = context.config.site_name.clone();
    let heading = el("h1", "library__title").attr("tabindex", "-1").text(fixed.as_deref().unwrap_or_default());
    let about = el("p", "library__description");
    let top = el("header", "library__header").add(heading.clone()).add(about.clone());
    let article = Article { related: Related { src, ..Related::default() }, ..Article::default() };
    let feed = Rc::new(RefCell::new(Feed::new(&article, "", None, PAGE)));
    let words = Words { failed: Message::ErrorNoList, end: None, heading: "h2" };
    let (copies, list_context, cards) = (context.config.copies, context.clone(), feed.clone());
    let LibraryTold { arrived, settled } = told;
    let changed = move |phase: &Phase| {
        match phase {
            Phase::Loading => {}
            Phase::Failed(_) => page::set_ready(Some("failed")),
            Phase::More | Phase::End => {
                settled();
                page::set_ready(Some("library"));
            }
        }
        true
    };
    let list = CardList::new(feed, "library__list", words, context, changed, move |page| {
        let name = fixed.as_deref().or(page.title.as_deref()).unwrap_or_default();
        arrived(name);
        heading.node().set_text_content(Some(name));
        about.node().set_text_content(page.description.as_deref());
    });
    list.start();
    let saved = el("div", "library__saved");
    if copies {
        shelf(&saved, &list_context, Rc::new(move || cards.borrow().cards().to_vec()));
    }
    let _ = root.add(list.view(el("div", "library").add(top).add(saved)));
}
