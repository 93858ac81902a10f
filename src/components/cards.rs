//! A list of cards that grows: from what is in hand, then page by page.
//!
//! The rules are those of [`crate::related`]; here is what the reader sees of them: the cards, and under them exactly one
//! of "Load more", "Loading…", a failure with a way to try again, or the end.

mod ahead;

use super::{keep, on_click};
use crate::i18n::{Later, Message};
use crate::ingest::json_feed;
use crate::model::SafeUrl;
use crate::platform::clock::{self, Slice};
use crate::platform::dom::{El, el, find, focus, focus_quietly};
use crate::platform::fetch::Abort;
use crate::platform::listen::{Listener, Nearness};
use crate::platform::page;
use crate::related::{Feed, Page, Phase, Step};
use crate::render;
use crate::state::{self, Context, Watched};
use leptos::prelude::Effect;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Pages that come by themselves before a reader is asked whether there are to be more.
const UNASKED: u32 = 2;

/// What a list says, and at which level of the page.
#[derive(Clone, Copy)]
pub(crate) struct Words {
    /// When a page did not come.
    pub(crate) failed: Message,
    /// At the end of the list, if that needs saying.
    pub(crate) end: Option<Later>,
    /// The element of the cards' titles, one level under the list's own.
    pub(crate) heading: &'static str,
}

/// A growing list.
pub(crate) struct CardList {
    feed: Rc<RefCell<Feed>>,
    phase: Rc<Watched<Phase>>,
    /// What screen readers say.
    said: El,
    /// The list itself; cards are only ever appended.
    list: El,
    shown: Cell<usize>,
    /// The next cards were asked for from the keyboard: focus goes with them.
    by_key: Cell<bool>,
    /// Pages that may still come by themselves.
    unasked: Cell<u32>,
    near: RefCell<Option<Nearness>>,
    words: Words,
    context: Context,
    abort: Abort,
    /// Told of every change; before a page is fetched it may answer `false`, and it is not.
    changed: Box<dyn Fn(&Phase) -> bool>,
    /// Told of every page.
    arrived: Box<dyn Fn(&json_feed::Feed)>,
}

impl CardList {
    pub(crate) fn new(
        feed: Rc<RefCell<Feed>>,
        class: &str,
        words: Words,
        context: Context,
        changed: impl Fn(&Phase) -> bool + 'static,
        arrived: impl Fn(&json_feed::Feed) + 'static,
    ) -> Rc<Self> {
        let phase = Watched::new(feed.borrow().phase().clone());
        let this = Rc::new(Self {
            phase,
            said: el("p", "visually-hidden").attr("role", "status"),
            feed,
            // Lists without bullets lose their role in one engine unless it is said.
            list: el("ul", class).attr("role", "list"),
            shown: Cell::new(0),
            by_key: Cell::new(false),
            unasked: Cell::new(if context.config.related_auto { UNASKED } else { 0 }),
            near: RefCell::default(),
            words,
            context,
            abort: Abort::new(),
            changed: Box::new(changed),
            arrived: Box::new(arrived),
        });
        // What was there before is there at once, so that a reader who comes back finds the place.
        while !this.append() {}
        this
    }

    /// Shows the first cards, or asks for them.
    pub(crate) fn start(self: &Rc<Self>) {
        let step = self.feed.borrow_mut().start();
        self.take(step);
    }

    /// Asks for more; from the keyboard, focus goes with them.
    fn more(self: &Rc<Self>, by_key: bool) {
        if self.shown.get() < self.feed.borrow().cards().len() {
            // Those before are still coming.
            return;
        }
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
            if !(self.changed)(&Phase::Loading) {
                self.feed.borrow_mut().cancelled();
                self.phase.set(Phase::More);
                return;
            }
            self.fetch(address.clone());
            self.phase.set(Phase::Loading);
            return;
        }
        self.update(matches!(step, Step::Shown { .. }));
    }

    fn fetch(self: &Rc<Self>, address: SafeUrl) {
        let (this, token, context) = (Rc::downgrade(self), self.abort.token(), self.context.clone());
        wasm_bindgen_futures::spawn_local(async move {
            let answer = state::feed(address.as_str(), &context, &token).await;
            let Some(this) = this.upgrade() else { return };
            match answer {
                Ok(answer) => {
                    (this.arrived)(&answer);
                    let page = Page { cards: answer.cards, next: answer.next };
                    let step = this.feed.borrow_mut().received(page);
                    this.take(step);
                }
                Err(error) => {
                    this.feed.borrow_mut().failed(error.code().into_owned());
                    this.update(false);
                }
            }
        });
    }

    /// Shows what changed: many cards in slices, between which the browser has its turn.
    fn update(self: &Rc<Self>, more: bool) {
        let before = self.shown.get();
        if self.append() {
            return self.updated(more, before);
        }
        let this = Rc::downgrade(self);
        wasm_bindgen_futures::spawn_local(async move {
            loop {
                clock::turn().await;
                let Some(this) = this.upgrade() else { return };
                if this.append() {
                    return this.updated(more, before);
                }
            }
        });
    }

    /// Tells of the cards after the first `before`, all of which are there.
    fn updated(&self, more: bool, before: usize) {
        let added = self.shown.get() - before;
        let phase = self.feed.borrow().phase().clone();
        (self.changed)(&phase);
        self.phase.set(phase);
        if !more || added == 0 || before == 0 {
            return;
        }
        let count = added.to_string();
        let words = self.context.catalog.count(Later::ArticlesLoaded, added as u32, &[("count", &count)]);
        self.said.node().set_text_content(Some(&words));
        if self.by_key.replace(false) {
            let first = [":scope > :nth-child(", &(before + 1).to_string(), ") .card__link"].concat();
            if let Some(link) = find(self.list.node(), &first) {
                focus(&link);
            }
        }
    }

    /// Appends the cards that are not there yet, until its time is over; `false` where some are left.
    fn append(&self) -> bool {
        let feed = self.feed.borrow();
        let language = self.context.catalog.locale().tag;
        let slice = Slice::begin();
        for card in feed.cards().iter().skip(self.shown.get()) {
            if slice.is_over() {
                return false;
            }
            let address = (self.context.address)(card);
            let item = render::card(card, self.words.heading, address.as_deref(), language);
            let _ = self.list.clone().add(item);
            self.shown.set(self.shown.get() + 1);
        }
        true
    }

    /// Puts the list, and what stands under it, into `parent`.
    pub(crate) fn view(self: Rc<Self>, parent: El) -> El {
        let foot = el("div", "related__foot");
        let all = parent.add(self.list.clone()).add(foot.clone()).add(self.said.clone());
        if self.context.home.is_some() || self.context.config.in_place {
            keep(ahead::ask(&self.list, &self.context));
        }
        Effect::new(move |_| {
            let phase = self.phase.get();
            self.show_foot(&foot, &phase);
            self.watch(&foot, &phase);
        });
        all
    }

    /// Asks for more when the reader comes near the end, as often as that may happen.
    fn watch(self: &Rc<Self>, foot: &El, phase: &Phase) {
        let left = self.unasked.get();
        let this = Rc::downgrade(self);
        let comes = *phase == Phase::More && left > 0 && self.shown.get() > 0;
        let near = comes.then(|| {
            Nearness::new(foot.node(), move || {
                let Some(this) = this.upgrade() else { return };
                this.unasked.set(left - 1);
                this.more(false);
            })
        });
        // After what calls this, it is not what drops it.
        let before = self.near.replace(near.flatten());
        wasm_bindgen_futures::spawn_local(async move { drop(before) });
    }

    /// Shows exactly one of: the button, the failure, the end. The button stays while it is busy, so that focus does.
    fn show_foot(self: &Rc<Self>, foot: &El, phase: &Phase) {
        let catalog = self.context.catalog;
        let kept = find(foot.node(), ".related__more").map(El::from_html);
        let focused = find(foot.node(), ":focus").is_some();
        match phase {
            Phase::End => {
                let end =
                    self.words.end.map(|end| el("p", "related__end").attr("tabindex", "-1").text(catalog.get(end)));
                foot.hold_some(end.clone());
                // The button goes, and must not take the reader's place with it.
                if let Some(end) = end.filter(|_| focused) {
                    focus_quietly(end.html());
                }
            }
            Phase::Failed(code) => {
                let this = self.clone();
                let retry =
                    el("button", "button related__retry").attr("type", "button").text(catalog.get(Message::TryAgain));
                on_click(&retry, move |by_key| this.retry(by_key));
                let this = Rc::downgrade(self);
                let online = move |_| this.upgrade().into_iter().for_each(|this| this.retry(false));
                keep(Listener::new(&page::window(), "online", online));
                let words = el("p", "").text(catalog.get(self.words.failed));
                let code = catalog.format(Message::ErrorCode, &[("code", code)]);
                let code = el("p", "failure__code").text(&code);
                foot.hold(el("div", "related__failed").attr("role", "alert").add(words).add(retry).add(code));
            }
            Phase::More | Phase::Loading => {
                let busy = *phase == Phase::Loading;
                let stays = kept.is_some();
                let more = kept.unwrap_or_else(|| el("button", "button related__more").attr("type", "button"));
                let words = catalog.get(if busy { Later::LoadingMore } else { Later::LoadMore });
                more.node().set_text_content(Some(words));
                let this = self.clone();
                on_click(&more, move |by_key| this.more(by_key));
                let more = if busy {
                    more.attr("aria-disabled", "true")
                        .attr("data-busy", "")
                        .add(el("span", "spinner").attr("aria-hidden", "true"))
                } else {
                    more.without("aria-disabled").without("data-busy")
                };
                // Put in its place again, it would lose the focus.
                if !stays {
                    foot.hold(more);
                }
            }
        }
    }
}
