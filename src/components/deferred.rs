//! What is loaded when it is first wanted: panels, QR codes, the lists of cards.

use super::keep;
use super::panel::Make;
use crate::i18n::Message;
#[cfg(not(feature = "embed"))]
use crate::model::Card;
#[cfg(not(feature = "embed"))]
use crate::platform::dom::find;
use crate::platform::dom::{El, el};
use crate::platform::listen::Nearness;
#[cfg(not(feature = "embed"))]
use crate::platform::page;
use crate::platform::part::{NotLoaded, enter};
use crate::state::{Context, Document, Visit};
use leptos::prelude::Owner;
use std::cell::RefCell;
use std::pin::Pin;
use std::rc::{Rc, Weak};

#[allow(unsafe_code, unreachable_pub, improper_ctypes_definitions, reason = "what the macro writes")]
mod entry {
    #[cfg(not(feature = "embed"))]
    use super::{Cards, Document, LibraryTold};
    #[cfg(not(feature = "embed"))]
    use super::{Context, El, Owner};
    use super::{Make, NotLoaded, QrCode, ShowRelated};
    use crate::components::{guide, listen, live, related::related, settings, share};
    #[cfg(not(feature = "embed"))]
    use crate::components::{library::library, saved};
    use crate::share::qr;
    #[cfg(not(feature = "embed"))]
    use std::rc::Rc;
    #[cfg(feature = "split")]
    use wasm_split_helpers::wasm_split;

    #[cfg_attr(feature = "split", wasm_split(share, fallible))]
    pub(super) fn share_dialog() -> Result<Make, NotLoaded> {
        Ok(share::dialog)
    }

    #[cfg_attr(feature = "split", wasm_split(settings, fallible))]
    pub(super) fn settings() -> Result<Make, NotLoaded> {
        Ok(settings::panel)
    }

    #[cfg_attr(feature = "split", wasm_split(guide, fallible))]
    pub(super) fn guide() -> Result<Make, NotLoaded> {
        Ok(guide::guide)
    }

    #[cfg(not(feature = "embed"))]
    #[cfg_attr(feature = "split", wasm_split(saved, fallible))]
    pub(super) fn save_button(
        owner: Owner,
        root: El,
        context: Context,
        document: Rc<Document>,
    ) -> Result<(), NotLoaded> {
        owner.with(|| saved::button(&root, context, &document));
        Ok(())
    }

    #[cfg(not(feature = "embed"))]
    #[cfg_attr(feature = "split", wasm_split(saved, fallible))]
    pub(super) fn shelf(owner: Owner, place: El, context: Context, cards: Cards) -> Result<(), NotLoaded> {
        owner.with(|| saved::shelf(&place, context, cards));
        Ok(())
    }

    #[cfg_attr(feature = "split", wasm_split(listen, fallible))]
    pub(super) fn listen() -> Result<Make, NotLoaded> {
        Ok(listen::player)
    }

    #[cfg_attr(feature = "split", wasm_split(live, fallible))]
    pub(super) fn live() -> Result<Make, NotLoaded> {
        Ok(live::live)
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

/// What makes a panel, on its way.
type Loading = Pin<Box<dyn Future<Output = Result<Make, NotLoaded>>>>;

/// Puts the articles after one into an element.
type ShowRelated = fn(&El, &Rc<Document>, &Visit, Context);

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

/// Sharing.
pub(super) fn share() -> Loading {
    Box::pin(async { enter!(entry::share_dialog()) })
}

/// What readers set for themselves.
pub(super) fn settings() -> Loading {
    Box::pin(async { enter!(entry::settings()) })
}

/// Contents, progress, pictures, and what else helps in an article that is there.
pub(super) fn guide() -> Loading {
    Box::pin(async { enter!(entry::guide()) })
}

/// Reading aloud.
pub(super) fn listen() -> Loading {
    Box::pin(async { enter!(entry::listen()) })
}

/// What is new while one reads.
pub(super) fn live() -> Loading {
    Box::pin(async { enter!(entry::live()) })
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

/// Has the button over an article save it.
#[cfg(not(feature = "embed"))]
pub(super) fn save_button(root: &El, context: &Context, document: &Rc<Document>) {
    let owner = Owner::current().unwrap_or_default();
    let (root, context, document) = (root.clone(), context.clone(), document.clone());
    wasm_bindgen_futures::spawn_local(async move {
        let button = find(root.node(), ".save-open");
        if let (Err(NotLoaded), Some(button)) = (enter!(entry::save_button(owner, root, context, document)), button) {
            button.remove();
        }
    });
}

/// What gives the articles of a list.
#[cfg(not(feature = "embed"))]
pub(super) type Cards = Rc<dyn Fn() -> Vec<Card>>;

/// Lists in `place` what is saved, and offers to save the articles of a list.
#[cfg(not(feature = "embed"))]
pub(super) fn shelf(place: &El, context: &Context, cards: Cards) {
    let (owner, place, context) = (Owner::current().unwrap_or_default(), place.clone(), context.clone());
    // Without it nothing is missing from the list.
    wasm_bindgen_futures::spawn_local(async move { drop(enter!(entry::shelf(owner, place, context, cards))) });
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
