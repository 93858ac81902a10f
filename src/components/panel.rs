//! What stands over an article and is loaded when it is first asked for: sharing, settings, the guide.

use super::deferred;
use super::share::Shared;
use crate::i18n::Message;
use crate::platform::dom::{El, el, find};
use crate::platform::part::NotLoaded;
use crate::state::{Context, Document};
use leptos::prelude::Owner;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;

/// What a panel is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Sharing.
    Share,
    /// What readers set for themselves.
    Settings,
    /// Contents, progress, pictures.
    Guide,
}

/// What is asked of a panel.
pub(super) enum Ask {
    /// To be there.
    Begin,
    /// To open, for whoever pressed that button.
    Open(Element),
    /// To share a part of the article, or what the reader has selected of it.
    Share(Shared, Option<String>),
}

/// A panel that is there.
pub(super) type Answer = Rc<dyn Fn(Ask)>;

/// Makes a panel in an element, about a document.
pub(super) type Make = fn(&El, Context, &Document) -> Answer;

/// A panel of an article.
pub(super) struct Panel {
    kind: Kind,
    parent: El,
    context: Context,
    document: Rc<Document>,
    owner: Owner,
    /// It, once it is there.
    made: RefCell<Option<Answer>>,
    /// It is on its way.
    loading: Cell<bool>,
}

impl Panel {
    /// It will stand in `parent`.
    pub(super) fn new(kind: Kind, parent: &El, context: &Context, document: &Rc<Document>) -> Rc<Self> {
        let owner = Owner::current().unwrap_or_default();
        let (parent, context, document) = (parent.clone(), context.clone(), document.clone());
        Rc::new(Self { kind, parent, context, document, owner, made: RefCell::default(), loading: Cell::default() })
    }

    /// Asks it, at once or when it is there.
    pub(super) fn ask(self: &Rc<Self>, ask: Ask) {
        if let Some(made) = &*self.made.borrow() {
            return made(ask);
        }
        if self.loading.replace(true) {
            return;
        }
        let this = Rc::downgrade(self);
        wasm_bindgen_futures::spawn_local(async move {
            let Some(kind) = this.upgrade().map(|this| this.kind) else { return };
            let make = deferred::panel(kind).await;
            // Another article may have come meanwhile.
            let Some(this) = this.upgrade() else { return };
            this.loading.set(false);
            if let Some(said) = find(this.parent.node(), ".part-failed") {
                said.remove();
            }
            match make {
                Ok(make) => {
                    let made = this.owner.with(|| make(&this.parent, this.context.clone(), &this.document));
                    made(ask);
                    *this.made.borrow_mut() = Some(made);
                }
                // Nobody has asked for it yet.
                Err(NotLoaded) if matches!(ask, Ask::Begin) => {}
                Err(NotLoaded) => {
                    let words = this.context.catalog.get(Message::PartNotLoaded);
                    let _ = this.parent.clone().add(el("p", "part-failed").attr("role", "alert").text(words));
                }
            }
        });
    }
}
