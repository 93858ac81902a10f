//! What is loaded when it is first wanted: the share dialog, QR codes, the lists of cards.

use super::keep;
use super::share::Shared;
use crate::i18n::Message;
use crate::platform::dom::{El, el, find};
use crate::platform::listen::Nearness;
#[cfg(not(feature = "embed"))]
use crate::platform::page;
use crate::platform::part::{NotLoaded, enter};
use crate::state::{Context, Document, Visit};
use leptos::prelude::Owner;
use std::cell::{Cell, RefCell};
use std::rc::{Rc, Weak};

#[allow(unsafe_code, unreachable_pub, improper_ctypes_definitions, reason = "what the macro writes")]
mod entry {
    #[cfg(not(feature = "embed"))]
    use super::LibraryTold;
    #[cfg(not(feature = "embed"))]
    use super::{Context, El, Owner};
    use super::{MakeShare, NotLoaded, QrCode, Rc, ShowRelated};
    #[cfg(not(feature = "embed"))]
    use crate::components::library::library;
    use crate::components::{related::related, share::ShareDialog};
    use crate::share::qr;
    #[cfg(feature = "split")]
    use wasm_split_helpers::wasm_split;

    #[cfg_attr(feature = "split", wasm_split(share, fallible))]
    pub(super) fn share_dialog() -> Result<MakeShare, NotLoaded> {
        Ok(|parent, context, document| {
            let dialog = ShareDialog::new(parent, context, document);
            Rc::new(move |shared, selected| dialog.open(shared, selected))
        })
    }

    #[cfg_attr(feature = "split", wasm_split(qr, fallible))]
    pub(super) fn qr_code(text: String) -> Result<Option<QrCode>, NotLoaded> {
        let drawn = qr::code(&text).map(|code| QrCode { file: qr::file(&code), size: code.size, path: code.path });
        Ok(drawn)
    }

    #[cfg_attr(feature = "split", wasm_split(cards, fallible))]
    pub(super) fn related_articles() -> Result<ShowRelated, NotLoaded> {
        Ok(related)
    }

    #[cfg(not(feature = "embed"))]
    #[cfg_attr(feature = "split", wasm_split(cards, fallible))]
    pub(super) fn article_list(owner: Owner, root: El, context: Context, told: LibraryTold) -> Result<(), NotLoaded> {
        owner.with(|| library(root, context, told));
        Ok(())
    }
}

type OpenShare = Rc<dyn Fn(Shared, Option<String>)>;

/// Makes the dialog of an article in an element, and what opens it.
type MakeShare = fn(&El, Context, &Document) -> OpenShare;

/// Puts the articles after one into an element.
type ShowRelated = fn(&El, &Document, &Visit, Context);

/// A QR code that is drawn.
pub(super) struct QrCode {
    /// Modules on each side.
    pub(super) size: i32,
    /// Path data of the black ones.
    pub(super) path: String,
    /// The address of it as a file.
    pub(super) file: String,
}

/// Draws a QR code; `None` for a text that is too long for one.
pub(super) async fn qr_code(text: &str) -> Result<Option<QrCode>, NotLoaded> {
    enter!(entry::qr_code(text.to_owned()))
}

/// The share dialog of an article, once it has been asked for.
pub(super) struct Share {
    parent: El,
    context: Context,
    document: Rc<Document>,
    owner: Owner,
    /// What opens it, once it is there.
    open: RefCell<Option<OpenShare>>,
    /// It is on its way.
    loading: Cell<bool>,
}

impl Share {
    /// The dialog will stand in `parent`.
    pub(super) fn new(parent: El, context: Context, document: Rc<Document>) -> Rc<Self> {
        let owner = Owner::current().unwrap_or_default();
        Rc::new(Self { parent, context, document, owner, open: RefCell::default(), loading: Cell::default() })
    }

    /// Opens the dialog about a part of the article, or what the reader has selected of it.
    pub(super) fn open(self: &Rc<Self>, shared: Shared, selected: Option<String>) {
        if let Some(open) = &*self.open.borrow() {
            return open(shared, selected);
        }
        if self.loading.replace(true) {
            return;
        }
        let this = Rc::downgrade(self);
        wasm_bindgen_futures::spawn_local(async move {
            let made = enter!(entry::share_dialog());
            // Another article may have come meanwhile.
            let Some(this) = this.upgrade() else { return };
            this.loading.set(false);
            if let Some(said) = find(this.parent.node(), ".share-failed") {
                said.remove();
            }
            match made {
                Ok(make) => {
                    let open = this.owner.with(|| make(&this.parent, this.context.clone(), &this.document));
                    open(shared, selected);
                    *this.open.borrow_mut() = Some(open);
                }
                Err(NotLoaded) => {
                    let words = this.context.catalog.get(Message::PartNotLoaded);
                    let _ = this.parent.clone().add(el("p", "share-failed").attr("role", "alert").text(words));
                }
            }
        });
    }
}

/// The articles after this one.
pub(super) struct Related {
    owner: Owner,
    aside: El,
    document: Rc<Document>,
    visit: Rc<Visit>,
    context: Context,
    nearness: RefCell<Option<Nearness>>,
}

impl Related {
    /// They will stand in `aside`.
    pub(super) fn new(aside: El, document: Rc<Document>, visit: Rc<Visit>, context: Context) -> Rc<Self> {
        let owner = Owner::current().unwrap_or_default();
        let this = Rc::new(Self { owner, aside, document, visit, context, nearness: RefCell::default() });
        keep(this.clone());
        this
    }

    /// The element.
    pub(super) fn aside(&self) -> El {
        self.aside.clone()
    }

    /// Shows what is in hand at once; what has to be fetched, when the reader comes near.
    pub(super) async fn begin(this: Weak<Self>) {
        let near = this.upgrade().and_then(|this| this.watch());
        if let (Some(near), Some(this)) = (near, this.upgrade()) {
            *this.nearness.borrow_mut() = Some(near);
            return;
        }
        Self::show(this).await;
    }

    /// Waits for the reader to come near; `None` where there is no need to, or no way.
    fn watch(self: &Rc<Self>) -> Option<Nearness> {
        if !self.document.article.related.items.is_empty() || self.visit.feed.borrow().is_some() {
            return None;
        }
        let this = Rc::downgrade(self);
        // Hidden, it would never be near.
        let aside = self.aside.clone().without("hidden");
        Nearness::new(aside.node(), move || {
            let this = this.clone();
            wasm_bindgen_futures::spawn_local(async move {
                // Not before: it is what calls this.
                if this.upgrade().is_some_and(|this| this.nearness.take().is_some()) {
                    Self::show(this).await;
                }
            });
        })
    }

    async fn show(this: Weak<Self>) {
        let shown = enter!(entry::related_articles());
        // Another article may have come meanwhile.
        let Some(this) = this.upgrade() else { return };
        match shown {
            Ok(show) => this.owner.with(|| show(&this.aside, &this.document, &this.visit, this.context.clone())),
            Err(NotLoaded) => {
                let words = this.context.catalog.get(Message::MoreFailed);
                this.aside.clone().without("hidden").hold(el("p", "related__failed").text(words));
            }
        }
    }
}

/// Whom a library tells what.
#[cfg(not(feature = "embed"))]
pub(super) struct LibraryTold {
    /// The list's title has come.
    pub(super) arrived: Box<dyn Fn(&str)>,
    /// There is something to see.
    pub(super) settled: Box<dyn Fn()>,
}

/// The list of articles that the options name.
#[cfg(not(feature = "embed"))]
pub(crate) fn library(context: Context, arrived: impl Fn(&str) + 'static, settled: impl Fn() + 'static) -> El {
    let root = el("div", "reader");
    let (owner, list) = (Owner::current().unwrap_or_default(), root.clone());
    let told = LibraryTold { arrived: Box::new(arrived), settled: Box::new(settled) };
    wasm_bindgen_futures::spawn_local(async move {
        let words = context.catalog.get(Message::ErrorNoList);
        if enter!(entry::article_list(owner, list.clone(), context, told)).is_err() {
            list.hold(el("p", "failure").attr("role", "alert").text(words));
            page::set_ready(Some("failed"));
        }
    });
    root
}
