//! What a reader shows: something on its way, an article, or what went wrong.
//!
//! [`load`] fetches and ingests, and moves the [`Phase`] on. Whoever drops its [`Abort`] no longer wants the answer.

mod load;

use crate::config::Config;
use crate::error::LoadError;
use crate::i18n::Catalog;
use crate::ingest::Ingested;
use crate::model::outline::{self, Outline};
use crate::model::{Article, Card, Note};
use crate::platform::fetch::{Abort, Limits};
use crate::platform::place::Place;
use crate::preferences::Choice;
use crate::related::Feed;
use crate::render;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsValue;
use web_sys::Blob;

pub(crate) use load::{Stale, feed, keep_copy, load, newer};

/// A value whose readers are told when it changes: a Leptos trigger beside a plain cell. A signal of each type would bring
/// the code of its arena along, and panics when it is asked after its owner has gone.
pub(crate) struct Watched<T> {
    value: RefCell<T>,
    changed: ArcTrigger,
}

impl<T: Clone> Watched<T> {
    pub(crate) fn new(value: T) -> Rc<Self> {
        Rc::new(Self { value: RefCell::new(value), changed: ArcTrigger::new() })
    }

    /// The value; an effect that asks runs again when it changes.
    pub(crate) fn get(&self) -> T {
        self.changed.track();
        self.now()
    }

    /// The value as it is.
    pub(crate) fn now(&self) -> T {
        self.value.borrow().clone()
    }

    /// Changes the value, and tells.
    pub(crate) fn set(&self, value: T) {
        self.value.replace(value);
        self.changed.notify();
    }
}

/// What is on screen.
#[derive(Clone)]
pub(crate) enum Phase {
    /// Something is on its way.
    Loading,
    /// The article.
    Ready(Rc<Document>),
    /// What went wrong.
    Failed(Rc<LoadError>),
}

/// An article with what is known of it.
pub(crate) struct Document {
    /// Where its JSON came from.
    pub(crate) src: String,
    pub(crate) article: Arc<Article>,
    pub(crate) outline: Rc<Outline>,
    pub(crate) notes: Vec<Note>,
    /// What builds the parts of it that are seldom met, if it has any.
    pub(crate) extras: Option<render::Extras>,
    /// When it came, if it is a copy that an earlier visit left: in ISO 8601.
    pub(crate) kept: Option<String>,
    /// It as it came, until a copy is kept.
    body: RefCell<Option<Blob>>,
}

impl Document {
    fn new(src: String, ingested: Ingested, extras: Option<render::Extras>) -> Self {
        let outline = Rc::new(outline::outline(&ingested.article));
        let (article, notes) = (Arc::new(ingested.article), ingested.notes);
        Self { src, article, outline, notes, extras, kept: None, body: RefCell::default() }
    }

    /// It as it came, where a copy of it may be kept and none was yet.
    #[cfg(not(feature = "embed"))]
    pub(crate) fn body(&self) -> Option<Blob> {
        self.body.take()
    }
}

/// One visit of an article: an entry of the history, and what Back has to bring back.
#[derive(Default)]
pub(crate) struct Visit {
    /// Names the entry.
    pub(crate) key: String,
    /// Where it was left; `None` for a visit that is new.
    pub(crate) place: Cell<Option<Place>>,
    /// Back or Forward has just gone to a place in this article, and found it.
    pub(crate) travelled: Cell<bool>,
    pub(crate) document: RefCell<Option<Rc<Document>>>,
    pub(crate) feed: RefCell<Option<Rc<RefCell<Feed>>>>,
}

/// Where a card opens in place.
pub(crate) type Address = Rc<dyn Fn(&Card) -> Option<String>>;

/// What a reader's surroundings are told as it happens. Where it starts something they may prevent it, by answering
/// `false`.
pub(crate) enum Told<'a> {
    /// A section was opened or closed.
    Section { id: &'a str, open: bool },
    /// A target to share to was chosen.
    Share { target: &'a str, title: &'a str, url: &'a str },
    /// Another article of several below one another has come into view: one that follows, with its address on this page if
    /// it has one, or the first again.
    Turned { document: &'a Document, address: Option<&'a str> },
    /// A newer version of the article has come: so many blocks of it are new, others, gone.
    Updated { added: u32, changed: u32, removed: u32 },
    /// The list of related articles changed.
    Related { shown: usize, phase: &'static str },
}

/// Whom a reader tells.
pub(crate) type Tell = Rc<dyn Fn(Told<'_>) -> bool>;

/// Brings a style; settled when it is there, or known not to come.
pub(crate) type Dress = Rc<dyn Fn(&str) -> js_sys::Promise>;

/// Shows a choice with its value.
pub(crate) type Choose = Rc<dyn Fn(Choice, &str)>;

/// Where an article comes from.
#[derive(Clone)]
pub(crate) enum Source {
    /// An address. `named`: it was made from a name, so that a 404 means an unknown article.
    Address { src: String, named: bool },
    /// JSON that is in hand already.
    Inline(JsValue),
    /// Nowhere: why not.
    Refused(LoadError),
}

/// A request that somebody else began.
pub(crate) struct Early {
    /// What it asks for; `None` for what is shown next, whatever that is.
    pub(crate) src: Option<String>,
    pub(crate) answer: js_sys::Promise,
    pub(crate) abort: Abort,
}

/// What every view needs: the options, and the words.
#[derive(Clone)]
pub(crate) struct Context {
    pub(crate) config: Rc<Config>,
    pub(crate) catalog: Catalog,
    /// Where a card leads on this page, for those that open in place.
    pub(crate) address: Address,
    /// Where the list of articles is, for those that have one.
    pub(crate) home: Option<String>,
    pub(crate) tell: Tell,
    /// Brings the style of what is `seldom` met, comes `late` or is `chosen`, where it is not there from the start.
    pub(crate) dress: Option<Dress>,
    /// Shows what a reader has chosen.
    pub(crate) choose: Choose,
    /// The request for the next article, when it is on its way already.
    pub(crate) early: Rc<RefCell<Option<Early>>>,
}

impl Context {
    /// What a request may cost.
    pub(crate) fn limits(&self) -> Limits {
        Limits { timeout: self.config.timeout * 1000, max_bytes: self.config.max_bytes, fresh: false }
    }
}
