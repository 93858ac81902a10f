//! Articles that readers keep for when there is no connection.
//!
//! 1. [`button`] makes the article's button work: it saves, with its pictures, or keeps no longer.
//! 2. [`shelf`] lists what is saved over the list of all articles, and saves all of those.

use super::{keep, on_click};
use crate::i18n::{Catalog, Later};
use crate::model::url::Use;
use crate::model::{Base, Card, SafeUrl, pictures::pictures, plain_text};
use crate::platform::copies::saved::{self, Saved};
use crate::platform::dom::{El, el, find, focus_quietly};
use crate::platform::fetch::Abort;
use crate::platform::page;
use crate::render::{Icon, size};
use crate::state::{self, Context, Document};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;

/// Makes the button over the article at `root` work. Without a store there is none.
pub(super) fn button(root: &El, context: Context, document: &Rc<Document>) {
    let Some(button) = find(root.node(), ".save-open").map(El::from_html) else { return };
    if !saved::is_possible() {
        return button.node().remove();
    }
    let said = el("span", "save-said").attr("role", "status");
    let _ = find(root.node(), ".meta__facts").map(|facts| El::from_html(facts).add(said.clone()));
    let press = |button: &El, is_saved: bool| {
        drop(button.clone().attr("aria-pressed", if is_saved { "true" } else { "false" }))
    };
    let (src, shown) = (document.src.clone(), button.clone());
    spawn_local(async move { press(&shown, saved::of(&src).await.is_some()) });
    let (src, pressed, abort) = (document.src.clone(), button.clone(), Rc::new(Abort::new()));
    keep(abort.clone());
    on_click(&button, move |_| {
        let (src, button, said, context, abort) =
            (src.clone(), pressed.clone(), said.clone(), context.clone(), abort.clone());
        spawn_local(async move {
            if saved::of(&src).await.is_some() {
                saved::forget(&src).await;
                said.say("");
                return press(&button, false);
            }
            let catalog = context.catalog;
            let progress = |done, count| said.say(&progress(catalog, done, count));
            match save(&src, &context, &abort, progress).await {
                Some(bytes) => said.say(&catalog.format(Later::Saved, &[("size", &size(catalog, bytes.into()))])),
                None => said.say(catalog.get(Later::SaveFailed)),
            }
            press(&button, saved::of(&src).await.is_some());
        });
    });
}

/// Saves the article at an address, as it is there now. `None` where that did not work.
async fn save(src: &str, context: &Context, abort: &Abort, told: impl Fn(usize, usize)) -> Option<u32> {
    let document = state::newer(src, context, &abort.token()).await.ok()?;
    let body = document.body()?;
    let article = &document.article;
    let addresses: Vec<_> = pictures(article).into_iter().map(|url| url.as_str().to_owned()).collect();
    saved::save(src, &plain_text(&article.title), &body, &addresses, told).await.ok()
}

fn progress(catalog: Catalog, done: usize, count: usize) -> String {
    catalog.format(Later::Saving, &[("n", &done.to_string()), ("count", &count.to_string())])
}

/// What is saved, in `place`, and a button that saves every article of `cards`.
pub(super) fn shelf(place: &El, context: Context, cards: Rc<dyn Fn() -> Vec<Card>>) {
    if !saved::is_possible() {
        return;
    }
    let catalog = context.catalog;
    let title = el("h2", "saved__title").attr("tabindex", "-1").text(catalog.get(Later::SavedArticles));
    let list = el("ul", "saved__list").attr("role", "list");
    let kept = el("section", "saved").attr("hidden", "").add(title).add(list.clone());
    let all = el("button", "text-button saved__all").attr("type", "button").text(catalog.get(Later::SaveAll));
    let said = el("p", "saved__said").attr("role", "status");
    let _ = place.clone().add(kept.clone()).add(all.clone()).add(said.clone());
    let shelf = Rc::new(Shelf { kept, list, context, rows: RefCell::default() });
    keep(shelf.clone());
    let shown = Rc::downgrade(&shelf);
    spawn_local(async move {
        let saved = saved::all().await;
        if let Some(shelf) = shown.upgrade() {
            saved.into_iter().for_each(|saved| shelf.add(saved));
        }
    });
    let abort = Rc::new(Abort::new());
    keep(abort.clone());
    on_click(&all, move |_| {
        let (shelf, said, abort, cards) = (Rc::downgrade(&shelf), said.clone(), abort.clone(), cards());
        spawn_local(async move {
            let (count, mut failed) = (cards.len(), 0);
            for (done, card) in cards.into_iter().enumerate() {
                let Some(shelf) = shelf.upgrade() else { return };
                said.say(&progress(catalog, done, count));
                let Some(src) = card.article.as_ref().map(SafeUrl::as_str) else { continue };
                if save(src, &shelf.context, &abort, |_, _| {}).await.is_none() {
                    failed += 1;
                } else if let Some(saved) = saved::of(src).await {
                    shelf.add(saved);
                }
            }
            match shelf.upgrade().filter(|_| failed == 0) {
                Some(shelf) => said.say(&catalog.format(Later::Saved, &[("size", &shelf.size())])),
                None => said.say(catalog.get(Later::SaveFailed)),
            }
        });
    });
}

/// The list of what is saved.
struct Shelf {
    kept: El,
    list: El,
    context: Context,
    /// What each row is about, and how large it is.
    rows: RefCell<Vec<(String, u32)>>,
}

impl Shelf {
    /// Adds a row, unless there is one about that.
    fn add(self: &Rc<Self>, saved: Saved) {
        let base = Base::new(page::href(), page::resolve);
        let Ok(article) = SafeUrl::parse(&saved.src, &base, Use::Resource) else { return };
        if self.rows.borrow().iter().any(|(src, _)| *src == saved.src) {
            return;
        }
        let card = Card { article: Some(article), ..Card::default() };
        // One of an origin that is no longer listed.
        let Some(href) = (self.context.address)(&card) else { return };
        self.rows.borrow_mut().push((saved.src.clone(), saved.size));
        let catalog = self.context.catalog;
        let link = el("a", "saved__link").attr("href", &href).attr("dir", "auto").text(&saved.title);
        let size = el("span", "saved__size").text(&size(catalog, saved.size.into()));
        let remove = el("button", "icon-button saved__remove").attr("type", "button");
        let remove = remove.attr("aria-label", &catalog.format(Later::RemoveSaved, &[("title", &saved.title)]));
        let remove = remove.add(Icon::Close.draw(""));
        let row = el("li", "saved__row").add(link).add(size).add(remove.clone());
        let _ = self.list.clone().add(row.clone());
        let _ = self.kept.clone().without("hidden");
        let this = Rc::downgrade(self);
        on_click(&remove, move |_| {
            let (this, row, src) = (this.clone(), row.clone(), saved.src.clone());
            spawn_local(async move {
                saved::forget(&src).await;
                if let Some(this) = this.upgrade() {
                    this.remove(&row, &src);
                }
            });
        });
    }

    /// Takes a row away; focus goes to the heading.
    fn remove(&self, row: &El, src: &str) {
        row.node().remove();
        self.rows.borrow_mut().retain(|(known, _)| known != src);
        if self.rows.borrow().is_empty() {
            let _ = self.kept.clone().attr("hidden", "");
        } else if let Some(title) = find(self.kept.node(), ".saved__title") {
            focus_quietly(&title);
        }
    }

    /// How large all of it is.
    fn size(&self) -> String {
        size(self.context.catalog, self.rows.borrow().iter().map(|(_, bytes)| u64::from(*bytes)).sum())
    }
}
