//! The next articles, one below the other, as the reader comes to the end of each.
//!
//! 1. [`follow`] waits for the first scrolling: who does not read on fetches nothing.
//! 2. When the foot comes near, the next card of the feed becomes an article below the others ([`Item`]).
//! 3. [`Following::look`] says which one is in view. One that is far from it gives its elements up and keeps its height.

use super::reader::reader;
use super::related::feed;
use super::{Presentation, keep};
use crate::config::Config;
use crate::i18n::{Later, Message};
use crate::model::{Card, SafeUrl};
use crate::platform::dom::{El, el};
use crate::platform::fetch::Abort;
use crate::platform::listen::{Frames, Listener, Nearness};
use crate::platform::page;
use crate::related::{Feed, Page, Phase, Step};
use crate::state::{self, Context, Document, Source, Told, Visit};
use leptos::prelude::Owner;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

/// Articles on each side of the one in view that are kept.
const KEPT: usize = 5;

/// The articles below the first.
struct Following {
    first: Rc<Document>,
    /// Names the visit of the first.
    key: String,
    context: Context,
    feed: RefCell<Feed>,
    list: El,
    foot: El,
    items: RefCell<Vec<Rc<Item>>>,
    /// Which one is in view: 0 for the first, else that of the items and one more.
    current: Cell<usize>,
    /// One is on its way.
    busy: Cell<bool>,
    near: RefCell<Option<Nearness>>,
    owner: Owner,
    abort: Abort,
}

/// One article of them.
struct Item {
    element: El,
    /// What holds the reader.
    place: El,
    src: String,
    /// Where it is on this page, if it can be opened there.
    address: Option<String>,
    visit: Rc<Visit>,
    context: Context,
    /// Of its reader, while it has one.
    owner: RefCell<Option<Owner>>,
}

/// Lets the articles that follow `document` come below it, in `parent`.
pub(super) fn follow(parent: &El, document: &Rc<Document>, visit: &Visit, context: &Context) {
    let list = el("div", "following");
    let foot = el("div", "following__foot").attr("role", "status");
    let _ = parent.clone().add(list.clone().add(foot.clone()));
    let this = Rc::new(Following {
        first: document.clone(),
        key: visit.key.clone(),
        context: context.clone(),
        feed: RefCell::new(feed(document, context, 1)),
        list,
        foot,
        items: RefCell::default(),
        current: Cell::new(0),
        busy: Cell::new(false),
        near: RefCell::default(),
        owner: Owner::current().unwrap_or_default(),
        abort: Abort::new(),
    });
    let (looks, begins) = (Rc::downgrade(&this), Rc::downgrade(&this));
    // One who was further down before has scrolled already.
    let begun = Cell::new(page::scroll() > 0);
    if begun.get() {
        this.watch();
    }
    keep(Frames::follow(this.list.node(), move || {
        if let Some(this) = looks.upgrade() {
            this.look();
        }
    }));
    keep(Listener::capturing(&page::window(), "scroll", move |_| {
        if let Some(this) = begins.upgrade().filter(|_| !begun.replace(true)) {
            this.watch();
        }
    }));
    keep(this);
}

impl Following {
    /// Goes on when the foot comes near.
    fn watch(self: &Rc<Self>) {
        let this = Rc::downgrade(self);
        let near = Nearness::new(self.foot.node(), move || {
            let this = this.clone();
            // Not before: it is what calls this.
            wasm_bindgen_futures::spawn_local(async move {
                if let Some(this) = this.upgrade().filter(|this| !this.busy.replace(true)) {
                    this.near.take();
                    let step = this.feed.borrow_mut().load_more();
                    this.take(step).await;
                }
            });
        });
        *self.near.borrow_mut() = near;
    }

    /// Does what the feed says, until an article is on its way or there is none.
    async fn take(self: Rc<Self>, mut step: Step) {
        loop {
            step = match step {
                Step::Shown { first_new } => {
                    let card = self.feed.borrow().cards().get(first_new).cloned();
                    if card.is_some_and(|card| self.add(&card)) {
                        return;
                    }
                    // One that leads elsewhere does not follow.
                    self.feed.borrow_mut().load_more()
                }
                Step::Fetch(address) => match self.fetch(&address).await {
                    Some(step) => step,
                    None => return,
                },
                Step::Nothing => {
                    let words = self.context.catalog.get(Later::NoMoreArticles);
                    return self.foot.hold(el("p", "related__end").text(words));
                }
            }
        }
    }

    /// Asks for a page of the feed; `None` where it did not come, which is said with a way to try again.
    async fn fetch(self: &Rc<Self>, address: &SafeUrl) -> Option<Step> {
        match state::feed(address.as_str(), &self.context, &self.abort.token()).await {
            Ok(answer) => Some(self.feed.borrow_mut().received(Page { cards: answer.cards, next: answer.next })),
            Err(error) => {
                self.feed.borrow_mut().failed(error.code().into_owned());
                let this = Rc::downgrade(self);
                self.foot.hold(self.retry(move || {
                    let Some(this) = this.upgrade() else { return };
                    if matches!(this.feed.borrow().phase(), Phase::Failed(_)) {
                        this.foot.say("");
                        let step = this.feed.borrow_mut().retry();
                        wasm_bindgen_futures::spawn_local(this.take(step));
                    }
                }));
                None
            }
        }
    }

    /// A button that tries again.
    fn retry(&self, again: impl Fn() + 'static) -> El {
        let button = el("button", "button following__retry").attr("type", "button");
        let button = button.text(self.context.catalog.get(Message::TryAgain));
        let listener = Listener::new(button.node(), "click", move |_| again());
        self.owner.with(|| keep(listener));
        button
    }

    /// Puts the article of a card below the others; `false` for a card that has none to show here.
    fn add(self: &Rc<Self>, card: &Card) -> bool {
        let address = (self.context.address)(card);
        // In the app, what it may not open leads elsewhere.
        let Some(src) = card.article.as_ref().filter(|_| address.is_some() || self.context.home.is_none()) else {
            return false;
        };
        let catalog = self.context.catalog;
        let number = self.items.borrow().len() + 2;
        let title = card.title.as_deref().or(card.teaser.as_deref()).unwrap_or_default();
        let name = el("bdi", "following__name").text(title);
        let label =
            el("p", "following__label").add(el("span", "following__next").text(catalog.get(Later::NextArticle)));
        let place = el("div", "following__place");
        let element = el("section", "following__item").attr("aria-label", title);
        let element = element.add(label.text(" ").add(name)).add(place.clone());
        let config = Config {
            next_inline: false,
            related: false,
            heading_level: self.context.config.heading_level + 1,
            id_prefix: format!("gf{number}-"),
            ..(*self.context.config).clone()
        };
        let context = Context { config: Rc::new(config), ..self.context.clone() };
        let src = src.as_str().to_owned();
        let item = Rc::new(Item {
            element: element.clone(),
            place,
            src,
            address,
            visit: Rc::new(Visit { key: format!("{} {number}", self.key), ..Visit::default() }),
            context,
            owner: RefCell::default(),
        });
        // The foot stays last.
        let _ = self.list.node().insert_before(element.node(), Some(self.foot.node()));
        self.items.borrow_mut().push(item.clone());
        self.build(&item);
        true
    }

    /// Builds the reader of an article.
    fn build(self: &Rc<Self>, item: &Rc<Item>) {
        let owner = self.owner.with(Owner::new);
        let (done, failed) = (Rc::downgrade(self), Rc::downgrade(self));
        let (built, missed) = (Rc::downgrade(item), Rc::downgrade(item));
        let presentation = Presentation {
            width: self.list.html().client_width(),
            follows: true,
            began: Rc::new(|| {}),
            arrived: Rc::new(|_| {}),
            ready: Rc::new(move || {
                if let Some(item) = built.upgrade() {
                    let _ = item.place.html().style().remove_property("min-block-size");
                }
                Self::go_on(&done);
            }),
            failed: Rc::new(move |_| {
                if let (Some(this), Some(item)) = (failed.upgrade(), missed.upgrade()) {
                    this.skip(&item);
                }
            }),
            controls: Rc::new(drop),
        };
        let source = Source::Address { src: item.src.clone(), named: false };
        let (visit, context) = (item.visit.clone(), item.context.clone());
        let reader = owner.with(|| reader(source, visit, context, presentation));
        item.place.hold(reader.element);
        *item.owner.borrow_mut() = Some(owner);
    }

    /// The one on its way is there, or will not come: the next may.
    fn go_on(this: &Weak<Self>) {
        if let Some(this) = this.upgrade() {
            if this.busy.take() {
                this.watch();
            }
            this.look();
        }
    }

    /// Leaves an article out that did not come, with a way to try again.
    fn skip(self: &Rc<Self>, item: &Rc<Item>) {
        let (this, again) = (Rc::downgrade(self), Rc::downgrade(item));
        let retry = self.retry(move || {
            if let (Some(this), Some(item)) = (this.upgrade(), again.upgrade()) {
                this.build(&item);
            }
        });
        let (this, item) = (Rc::downgrade(self), item.clone());
        // Not while its own reader is calling.
        wasm_bindgen_futures::spawn_local(async move {
            if let Some(owner) = item.owner.take() {
                owner.cleanup();
            }
            item.place.hold(retry);
            Self::go_on(&this);
        });
    }

    /// Which article is in view, and which are far from it.
    fn look(self: &Rc<Self>) {
        let middle = page::height() / 2.0;
        let items = self.items.borrow().clone();
        let passed = |item: &&Rc<Item>| item.element.node().get_bounding_client_rect().top() < middle;
        let current = items.iter().take_while(passed).count();
        if current == self.current.get() {
            return;
        }
        let document = match current.checked_sub(1).and_then(|at| items.get(at)) {
            // One that is not there yet is not read.
            Some(item) => item.visit.document.borrow().clone().map(|document| (document, item.address.clone())),
            None => Some((self.first.clone(), None)),
        };
        let Some((document, address)) = document else { return };
        self.current.set(current);
        (self.context.tell)(Told::Turned { document: &document, address: address.as_deref() });
        for (at, item) in items.iter().enumerate() {
            let (far, there) = ((at + 1).abs_diff(current) > KEPT, item.owner.borrow().is_some());
            if far && there && item.visit.document.borrow().is_some() {
                item.release();
            } else if !far && !there && item.visit.document.borrow().is_some() {
                self.build(item);
            }
        }
    }
}

impl Item {
    /// Gives up its elements, and keeps its height and its document.
    fn release(&self) {
        let height = self.place.node().get_bounding_client_rect().height();
        let _ = self.place.html().style().set_property("min-block-size", &format!("{}px", height.ceil() as i32));
        if let Some(owner) = self.owner.take() {
            owner.cleanup();
        }
        self.place.say("");
    }
}
