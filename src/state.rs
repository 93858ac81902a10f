//! What a reader shows: something on its way, an article, or what went wrong.
//!
//! [`load`] fetches and ingests, and moves the [`Phase`] on. Whoever drops its [`Abort`] no longer wants the answer.

use crate::config::Config;
use crate::error::{ErrorKind, LoadError};
use crate::i18n::Catalog;
use crate::ingest::{self, Ingested};
use crate::model::outline::{self, Outline};
use crate::model::{Article, Base, Card, Note};
use crate::platform::fetch::{self, Abort, Limits};
use crate::platform::json::JsJson;
use crate::platform::page;
use crate::platform::part::{NotLoaded, enter};
use crate::platform::place::Place;
use crate::related::Feed;
use crate::render;
use leptos::prelude::*;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

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
}

impl Document {
    fn new(src: String, ingested: Ingested, extras: Option<render::Extras>) -> Self {
        let outline = Rc::new(outline::outline(&ingested.article));
        Self { src, article: Arc::new(ingested.article), outline, notes: ingested.notes, extras }
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

/// What every view needs: the options, and the words.
#[derive(Clone)]
pub(crate) struct Context {
    pub(crate) config: Rc<Config>,
    pub(crate) catalog: Catalog,
    /// Where a card leads on this page, for those that open in place.
    pub(crate) address: Address,
    /// Where the list of articles is, for those that have one.
    pub(crate) home: Option<String>,
}

impl Context {
    /// What a request may cost.
    pub(crate) fn limits(&self) -> Limits {
        Limits { timeout: self.config.timeout * 1000, max_bytes: self.config.max_bytes }
    }
}

/// Loads an article into `phase`. `named`: its address was made from a name, so that a 404 means an unknown article.
pub(crate) fn load(src: &str, named: bool, context: &Context, phase: &Rc<Watched<Phase>>) -> Rc<Abort> {
    let phase = phase.clone();
    let abort = Rc::new(Abort::new());
    let (src, limits, request) = (src.to_owned(), context.limits(), Rc::downgrade(&abort));
    phase.set(Phase::Loading);
    wasm_bindgen_futures::spawn_local(async move {
        let Some(signal) = request.upgrade().map(|abort| abort.token()) else { return };
        let document = match fetch::json(&src, limits, &signal).await {
            Ok(json) => read(src, &json).await,
            Err(error) => Err(error),
        };
        let next = match document {
            Ok(document) => Phase::Ready(Rc::new(document)),
            Err(mut error) => {
                if named && error.kind == ErrorKind::Http(404) {
                    error.kind = ErrorKind::UnknownArticle;
                }
                page::warn(&format!("Gatefold: {error} [{}]", error.code()));
                Phase::Failed(Rc::new(error))
            }
        };
        // Dropped meanwhile: nobody is waiting.
        if request.upgrade().is_some() {
            phase.set(next);
        }
    });
    abort
}

/// Makes a document of the JSON from `src`.
async fn read(src: String, json: &JsJson) -> Result<Document, LoadError> {
    let base = Base::new(&src, page::resolve);
    let ingested = ingest::article(json, &base, None)?;
    if !ingested.incomplete {
        return Ok(Document::new(src, ingested, None));
    }
    let missing = |NotLoaded| LoadError::new(ErrorKind::Network, &src, "a part of the reader could not be loaded");
    let (readers, builders) = enter!(entry::extras()).map_err(missing)?;
    let ingested = ingest::article(json, &base, Some(readers))?;
    Ok(Document::new(src, ingested, Some(builders)))
}

#[allow(unsafe_code, unreachable_pub, improper_ctypes_definitions, reason = "what the macro writes")]
mod entry {
    use super::{JsJson, NotLoaded, ingest, render};
    #[cfg(feature = "split")]
    use wasm_split_helpers::wasm_split;

    /// What reads and builds the seldom parts of an article.
    #[cfg_attr(feature = "split", wasm_split(extras, fallible))]
    pub(super) fn extras() -> Result<(ingest::Extras<JsJson>, render::Extras), NotLoaded> {
        Ok((ingest::Extras::all(), render::Extras::all()))
    }
}
