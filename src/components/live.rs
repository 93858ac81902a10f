//! What is new in an article while it is being read.
//!
//! 1. Every so often, as long as the page is seen, the article is asked for again ([`Live::look`]). A failure only makes the
//!    next look come later; the second in a row is said.
//! 2. What changed inside the sections that both versions have is changed in place, block by block, and marked; what is
//!    being read stays where it is ([`Live::renew`], [`change`]).
//! 3. A bar over the text says how much is new, and leads there. An article that is put together otherwise is only shown
//!    when the reader says so.

mod change;

use super::panel::{Answer, Ask};
use super::{keep, on_click};
use crate::i18n::{Later, Message};
use crate::model::revision::{self, Revision, Step};
use crate::platform::clock::{self, Timer};
use crate::platform::dom::{El, closest, el, find, find_all, focus_quietly};
use crate::platform::fetch::Abort;
use crate::platform::highlight::uncover;
use crate::platform::listen::{Frames, Listener};
use crate::platform::page;
use crate::render::{self, Scope};
use crate::state::{self, Context, Document, Told};
use change::{Change, renew_head};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::Element;

/// What holds the blocks of a section; in reading order, one a section.
const FRAMES: &str = ".prose :is(.opening, .untitled, .section__body)";

/// After failures it waits longer, up to so many times as long.
const LONGEST: u32 = 8;

/// What is to become of an article that is shown.
pub(super) enum Newer {
    /// It is asked for again.
    Wanted,
    /// This is what is shown now.
    Shown(Rc<Document>),
    /// This is to be shown in its place.
    Ready(Rc<Document>),
}

/// Sees to it.
pub(super) type Renew = Rc<dyn Fn(Newer)>;

/// An article that is looked after.
struct Live {
    root: El,
    context: Context,
    renew: Renew,
    document: RefCell<Rc<Document>>,
    /// Another version, built when the reader says so.
    waiting: RefCell<Option<Rc<Document>>>,
    /// What is new and was not on the screen yet.
    unseen: RefCell<Vec<Element>>,
    bar: El,
    button: El,
    failures: Cell<u32>,
    /// When it was last asked for, in milliseconds since the page was opened.
    asked: Cell<f64>,
    request: RefCell<Option<Abort>>,
    timer: RefCell<Option<Timer>>,
    /// Of the blocks that have come since.
    listeners: RefCell<Vec<Listener>>,
}

/// Looks after the article at `root`, once it is asked to.
pub(super) fn live(root: &El, context: Context, document: &Rc<Document>) -> Answer {
    let (root, document) = (root.clone(), document.clone());
    Rc::new(move |ask| {
        if let Ask::Watch(renew) = ask {
            watch(&root, &context, &document, renew);
        }
    })
}

fn watch(root: &El, context: &Context, document: &Rc<Document>, renew: Renew) {
    let locale = context.catalog.locale();
    let button = el("button", "button button--primary news__button").attr("type", "button").attr("hidden", "");
    let bar = el("div", "news").attr("role", "status").attr("lang", locale.tag).attr("dir", locale.direction.as_str());
    let bar = bar.add(button.clone());
    El::from(root.node().clone()).put_first(bar.clone());
    let live = Rc::new(Live {
        root: root.clone(),
        context: context.clone(),
        renew,
        document: RefCell::new(document.clone()),
        waiting: RefCell::default(),
        unseen: RefCell::default(),
        bar,
        button: button.clone(),
        failures: Cell::default(),
        asked: Cell::new(clock::now()),
        request: RefCell::default(),
        timer: RefCell::default(),
        listeners: RefCell::default(),
    });
    let (pressed, scrolled, turned) = (Rc::downgrade(&live), Rc::downgrade(&live), Rc::downgrade(&live));
    on_click(&button, move |_| {
        if let Some(live) = pressed.upgrade() {
            live.go();
        }
    });
    keep(Frames::follow(root.node(), move || {
        if let Some(live) = scrolled.upgrade() {
            live.seen();
        }
    }));
    let turn = move |_| {
        if let Some(live) = turned.upgrade() {
            live.schedule();
        }
    };
    keep(Listener::new(&page::window(), "online", turn.clone()));
    if let Some(document) = page::window().document() {
        keep(Listener::new(&document, "visibilitychange", turn));
    }
    live.schedule();
    keep(live);
}

impl Live {
    /// How long it waits between two looks, in milliseconds: longer where looking fails, or data are to be saved.
    fn pause(&self) -> f64 {
        let slower = (1_u32 << self.failures.get().min(3)).min(LONGEST) * if page::saves_data() { 4 } else { 1 };
        f64::from(self.context.config.refresh) * 1000.0 * f64::from(slower)
    }

    /// Sets the time of the next look. Nobody looks at what nobody sees, without a connection, or twice at once.
    fn schedule(self: &Rc<Self>) {
        self.timer.take();
        if page::is_hidden() || !page::online() || self.request.borrow().is_some() {
            return;
        }
        let rest = (self.asked.get() + self.pause() - clock::now()).max(0.0);
        let this = Rc::downgrade(self);
        let look = move || {
            if let Some(this) = this.upgrade() {
                this.look();
            }
        };
        self.timer.replace(Some(clock::after(rest as u32, look)));
    }

    /// Asks for the article again.
    fn look(self: &Rc<Self>) {
        self.asked.set(clock::now());
        let abort = Abort::new();
        let (token, this) = (abort.token(), Rc::downgrade(self));
        self.request.replace(Some(abort));
        let (src, context) = (self.document.borrow().src.clone(), self.context.clone());
        spawn_local(async move {
            let newer = state::newer(&src, &context, &token).await;
            // Another article may have come meanwhile.
            let Some(this) = this.upgrade() else { return };
            this.request.take();
            match newer {
                Ok(newer) => {
                    this.failures.set(0);
                    this.compare(Rc::new(newer));
                }
                Err(error) => {
                    this.failures.set(this.failures.get() + 1);
                    if this.failures.get() == 1 {
                        page::warn(&format!("Gatefold: {error} [{}]", error.code()));
                    }
                }
            }
            this.say();
            this.schedule();
        });
    }

    fn compare(&self, newer: Rc<Document>) {
        // What waits to be shown was compared already.
        let shown = self.waiting.borrow().clone().unwrap_or_else(|| self.document.borrow().clone());
        match revision::compare(&shown.article, &newer.article) {
            Revision::Same => {}
            Revision::Inside { head, sections } if self.waiting.borrow().is_none() => {
                self.renew(newer, head, &sections)
            }
            _ => drop(self.waiting.replace(Some(newer))),
        }
    }

    /// Changes in place what has changed, and holds the page where it is.
    fn renew(&self, newer: Rc<Document>, head: bool, sections: &[(usize, Vec<Step>)]) {
        let frames = find_all(self.root.node(), FRAMES);
        if frames.len() != newer.article.sections.len() {
            self.waiting.replace(Some(newer));
            return;
        }
        let (catalog, config) = (self.context.catalog, self.context.config.clone());
        let scope = Scope::new(newer.article.clone(), &newer.outline, newer.extras, catalog, config);
        for mark in find_all(self.root.node(), "[data-news]") {
            let _ = mark.remove_attribute("data-news");
        }
        let mut change = Change::begin(&frames);
        for (index, steps) in sections {
            if let Some((frame, section)) = frames.get(*index).zip(newer.article.sections.get(*index)) {
                change.walk(frame, steps, section.blocks.iter().map(|block| render::block(&scope, block)));
            }
        }
        if head {
            renew_head(self.root.node(), &render::header(&scope, newer.outline.minutes, None));
        }
        let (count, removed) = (change.come.len() as u32, change.removed);
        let mut added = 0;
        for (block, word) in std::mem::take(&mut change.come) {
            added += u32::from(word == Later::NewPart);
            let block = block.attr("data-news", catalog.get(word));
            self.unseen.borrow_mut().push(block.node().clone());
        }
        change.settle();
        self.listeners.borrow_mut().extend(scope.release());
        state::keep_copy(&newer, &self.context);
        self.document.replace(newer.clone());
        (self.renew)(Newer::Shown(newer));
        (self.context.tell)(Told::Updated { added, changed: count - added, removed });
        self.seen();
    }

    /// Takes off the list what is on the screen.
    fn seen(&self) {
        let height = page::height();
        self.unseen.borrow_mut().retain(|block| {
            let area = block.get_bounding_client_rect();
            // What is closed may have a place all the same.
            let hidden = closest(block, ".section__body[hidden]").is_some();
            block.is_connected() && (hidden || area.top() >= height || area.bottom() <= 0.0)
        });
        self.say();
    }

    /// Says how much is new.
    fn say(&self) {
        let (catalog, count) = (self.context.catalog, self.unseen.borrow().len());
        let words = if self.waiting.borrow().is_some() {
            catalog.get(Later::Revised).to_owned()
        } else {
            catalog.count(Later::Updates, count as u32, &[("count", &count.to_string())])
        };
        let offered = count > 0 || self.waiting.borrow().is_some();
        if offered && self.button.node().text_content().as_deref() != Some(&words) {
            self.button.say(&words);
        }
        let _ = if offered { self.button.clone().without("hidden") } else { self.button.clone().attr("hidden", "") };
        let late = find(self.bar.node(), ".news__late");
        match late {
            None if self.failures.get() > 1 => {
                let _ = self.bar.clone().add(el("p", "news__late").text(catalog.get(Message::StillOld)));
            }
            Some(late) if self.failures.get() == 0 => late.remove(),
            _ => {}
        }
    }

    /// Goes to the first that is new, or shows what waits.
    fn go(&self) {
        if let Some(newer) = self.waiting.take() {
            return (self.renew)(Newer::Ready(newer));
        }
        let first = self.unseen.borrow().first().cloned();
        if let Some(first) = first {
            uncover(&first);
            let first = El::from(first).attr("tabindex", "-1");
            focus_quietly(first.html());
            page::bring(first.node());
        }
        self.seen();
    }
}
