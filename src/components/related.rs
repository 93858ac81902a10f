//! The articles that follow the one being read.

use super::cards::{CardList, Words};
use super::following::follow;
use crate::i18n::{Later, Message};
use crate::model::url::Use;
use crate::model::{Base, SafeUrl};
use crate::platform::dom::{El, el};
use crate::platform::page;
use crate::related::{Feed, Phase};
use crate::state::{Context, Document, Told, Visit};
use std::cell::RefCell;
use std::rc::Rc;

/// Fills `aside`, which stays hidden when there is nothing to show; or has the articles themselves follow.
pub(super) fn related(aside: &El, document: &Rc<Document>, visit: &Visit, context: Context) {
    let reader = aside.node().parent_element().and_then(|article| article.parent_element());
    if let Some(reader) = reader.filter(|_| context.config.next_inline) {
        follow(&reader.into(), document, visit, &context);
    }
    if !context.config.related {
        let _ = aside.clone().attr("hidden", "");
        return;
    }
    let size = context.config.related_size as usize;
    let mut kept = visit.feed.borrow_mut();
    let feed = kept.get_or_insert_with(|| Rc::new(RefCell::new(feed(document, &context, size)))).clone();
    if feed.borrow().is_empty() {
        return;
    }
    let title = document.article.related.title.as_deref().unwrap_or(context.catalog.get(Later::MoreLikeThis));
    let heading = el(context.config.heading(2), "related__title").attr("id", &context.config.id("related")).text(title);
    let words =
        Words { failed: Message::MoreFailed, end: Some(Later::NoMoreArticles), heading: context.config.heading(3) };
    let (tell, told) = (context.tell.clone(), feed.clone());
    let changed = move |phase: &Phase| {
        let name = match phase {
            Phase::More => "more",
            Phase::Loading => "loading",
            Phase::Failed(_) => "failed",
            Phase::End => "end",
        };
        tell(Told::Related { shown: told.borrow().cards().len(), phase: name })
    };
    let class = ["related__list", context.config.related_layout.class()].concat();
    let cards = CardList::new(feed, &class, words, context, changed, |_| {});
    let aside = aside.clone().without("hidden").attr("aria-labelledby", &heading.node().id()).add(heading);
    let _ = cards.clone().view(aside);
    cards.start();
}

/// What to read after an article, so many at a time.
pub(super) fn feed(document: &Document, context: &Context, size: usize) -> Feed {
    // Relative to the page, as the other options are.
    let base = Base::new(page::base(), page::resolve);
    let list = context.config.related_address(&document.article);
    let list = list.and_then(|address| SafeUrl::parse(&address, &base, Use::Resource).ok());
    Feed::new(&document.article, &document.src, list, size)
}
