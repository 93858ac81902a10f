//! A list of cards that grows: from what is in hand, then page by page.
//!
//! The rules are those of [`crate::related`]; here is what the reader sees of them: the cards, and under them exactly one
//! of "Load more", "Loading…", a failure with a way to try again, or the end.

use super::{holding, local};
use crate::i18n::Message;
use crate::ingest::{self, json_feed};
use crate::model::{Base, SafeUrl};
use crate::platform::dom::{El, el, find, focus};
use crate::platform::fetch::{self, Abort};
use crate::platform::listen::Nearness;
use crate::platform::page;
use crate::related::{Feed, Page, Phase, Step};
use crate::render;
use crate::state::Context;
use leptos::html::{button, div, p, span};
use leptos::{ev, prelude::*};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// What a list says when there are no cards to show.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    /// When a page did not come.
    pub(crate) failed: Message,
    /// At the end of the list, if that needs saying.
    pub(crate) end: Option<Message>,
}

/// A growing list.
pub(crate) struct CardList {
    feed: RefCell<Feed>,
    phase: RwSignal<Phase, LocalStorage>,
    /// What is said to screen readers.
    said: RwSignal<String>,
    /// The list itself; cards are only ever appended.
    list: El,
    shown: Cell<usize>,
    /// The next cards were asked for from the keyboard: focus goes with them.
    by_key: Cell<bool>,
    words: Words,
    context: Context,
    abort: Abort,
    nearness: RefCell<Option<Nearness>>,
    /// Told of every change.
    changed: Box<dyn Fn(&Feed)>,
    /// Told of every page.
    arrived: Box<dyn Fn(&json_feed::Feed)>,
}

impl CardList {
    pub(crate) fn new(
        feed: Feed,
        class: &str,
        words: Words,
        context: Context,
        changed: impl Fn(&Feed) + 'static,
        arrived: impl Fn(&json_feed::Feed) + 'static,
    ) -> Rc<Self> {
        let this = Rc::new(Self {
            phase: RwSignal::new_local(feed.phase().clone()),
            said: RwSignal::new(String::new()),
            feed: RefCell::new(feed),
            // Lists without bullets lose their role in one engine unless it is said.
            list: el("ul", class).attr("role", "list"),
            shown: Cell::new(0),
            by_key: Cell::new(false),
            words,
            context,
            abort: Abort::new(),
            nearness: RefCell::default(),
            changed: Box::new(changed),
            arrived: Box::new(arrived),
        });
        this.append();
        this
    }

    /// Shows the first cards, or asks for them.
    pub(crate) fn start(self: &Rc<Self>) {
        let step = self.feed.borrow_mut().start();
        self.take(step);
    }

    /// Whether the first cards have to be fetched.
    pub(crate) fn start_fetches(&self) -> bool {
        self.feed.borrow().start_fetches()
    }

    /// Asks for the first cards when `element` comes near the viewport.
    pub(crate) fn start_near(self: &Rc<Self>, element: &web_sys::Element) {
        let this = Rc::downgrade(self);
        let nearness = Nearness::new(element, move || {
            if let Some(this) = this.upgrade() {
                this.start();
            }
        });
        match nearness {
            Some(nearness) => *self.nearness.borrow_mut() = Some(nearness),
            None => self.start(),
        }
    }

    /// Asks for more; from the keyboard, focus goes with them.
    fn more(self: &Rc<Self>, by_key: bool) {
        self.by_key.set(by_key);
        let step = self.feed.borrow_mut().load_more();
        self.take(step);
    }

    fn retry(self: &Rc<Self>, by_key: bool) {
        self.by_key.set(by_key);
        let step = self.feed.borrow_mut().retry();
        self.take(step);
    }

    fn take(self: &Rc<Self>, step: Step) {
        if let Step::Fetch(address) = &step {
            self.fetch(address.clone());
        }
        self.update(matches!(step, Step::Shown { .. }));
    }

    fn fetch(self: &Rc<Self>, address: SafeUrl) {
        let (this, token, limits) = (Rc::downgrade(self), self.abort.token(), self.context.limits());
        wasm_bindgen_futures::spawn_local(async move {
            let json = fetch::json(address.as_str(), limits, &token).await;
            let base = Base::new(address.as_str(), page::resolve);
            let answer = json.and_then(|json| ingest::feed(&json, &base));
            let Some(this) = this.upgrade() else { return };
            match answer {
                Ok(answer) => {
                    (this.arrived)(&answer);
                    let page = Page { cards: answer.cards, next: answer.next };
                    let step = this.feed.borrow_mut().received(page);
                    this.take(step);
                }
                Err(error) => {
                    page::warn(&format!("Gatefold: {error} [{}]", error.code()));
                    this.feed.borrow_mut().failed(error.code().into_owned());
                    this.update(false);
                }
            }
        });
    }

    /// Shows what changed.
    fn update(&self, more: bool) {
        let before = self.shown.get();
        let first = self.append();
        let added = self.shown.get() - before;
        (self.changed)(&self.feed.borrow());
        let _ = self.phase.try_set(self.feed.borrow().phase().clone());
        if !more || added == 0 || before == 0 {
            return;
        }
        let count = added.to_string();
        let words = self.context.catalog.count(Message::ArticlesLoaded, added as u32, &[("count", &count)]);
        let _ = self.said.try_set(words);
        if self.by_key.replace(false) {
            if let Some(link) = first.and_then(|first| find(first.node(), ".card__link")) {
                focus(&link);
            }
        }
    }

    /// Appends the cards that are not there yet and returns the first of them.
    fn append(&self) -> Option<El> {
        let feed = self.feed.borrow();
        let language = self.context.catalog.locale().tag;
        let mut first = None;
        for card in feed.cards().iter().skip(self.shown.get()) {
            let address = (self.context.address)(card);
            let item = render::card(card, address.as_deref(), language);
            let _ = self.list.clone().add(&item);
            first = first.or(Some(item));
        }
        self.shown.set(feed.cards().len());
        first
    }

    /// The list and what stands under it.
    pub(crate) fn view(self: Rc<Self>) -> impl IntoView {
        let list = self.list.clone();
        let said = self.said;
        (
            div().class("card-list").directive(holding(list), ()),
            div().class("related__foot").child(local(move || self.foot(self.phase.get()))),
            p().class("visually-hidden").attr("role", "status").child(move || said.get()),
        )
    }

    fn foot(self: &Rc<Self>, phase: Phase) -> AnyView {
        let catalog = self.context.catalog;
        match phase {
            Phase::End => self.words.end.map(|end| p().class("related__end").child(catalog.get(end))).into_any(),
            Phase::Failed(_) => {
                let this = self.clone();
                let retry = button().class("button related__retry").attr("type", "button");
                let retry = retry.on(ev::click, move |event| this.retry(from_keyboard(&event)));
                let words = p().child(catalog.get(self.words.failed));
                div()
                    .class("related__failed")
                    .attr("role", "alert")
                    .child((words, retry.child(catalog.get(Message::TryAgain))))
                    .into_any()
            }
            // One button for both, so that focus stays while the next cards are on their way.
            Phase::More | Phase::Loading => {
                let busy = phase == Phase::Loading;
                let this = self.clone();
                let more = button().class("button related__more").attr("type", "button");
                let more = more.attr("aria-disabled", busy.then_some("true")).attr("data-busy", busy.then_some(""));
                let more = more.on(ev::click, move |event| this.more(from_keyboard(&event)));
                let ring = busy.then(|| span().class("spinner").attr("aria-hidden", "true"));
                let words = catalog.get(if busy { Message::LoadingMore } else { Message::LoadMore });
                more.child((ring, words)).into_any()
            }
        }
    }
}

/// Enter and Space make a click without a pointer.
fn from_keyboard(event: &ev::MouseEvent) -> bool {
    event.detail() == 0
}
