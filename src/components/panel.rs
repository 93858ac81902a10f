//! What stands over an article and is loaded when it is first asked for: sharing, settings, the guide.

use super::live::Renew;
use super::share::Shared;
use crate::i18n::{Catalog, Later, Message};
use crate::platform::dom::{El, el, find};
use crate::platform::part::NotLoaded;
use crate::platform::share::Selected;
use crate::render::Icon;
use crate::state::{Context, Document};
use leptos::prelude::Owner;
use std::cell::{Cell, RefCell};
use std::pin::Pin;
use std::rc::Rc;
use web_sys::Element;

/// What is asked of a panel.
pub(super) enum Ask {
    /// To be there.
    Begin,
    /// To open, for whoever pressed that button.
    Open(Element),
    /// To share a part of the article, or what the reader has selected of it.
    Share(Shared, Option<Selected>),
    /// To be there, and to see to it that the article stays as new as it can be.
    Watch(Renew),
}

impl Ask {
    /// Nobody waits for it.
    fn is_quiet(&self) -> bool {
        matches!(self, Self::Begin | Self::Watch(_))
    }
}

/// A panel that is there.
pub(super) type Answer = Rc<dyn Fn(Ask)>;

/// Makes a panel in an element, about a document.
pub(super) type Make = fn(&El, Context, &Rc<Document>) -> Answer;

/// Brings what makes a panel. By a pointer, so that who offers a panel has all that it takes to bring it.
pub(super) type Load = fn() -> Pin<Box<dyn Future<Output = Result<Make, NotLoaded>>>>;

/// A panel of an article.
pub(super) struct Panel {
    load: Load,
    parent: El,
    context: Context,
    document: Rc<Document>,
    owner: Owner,
    /// It, once it is there.
    made: RefCell<Option<Answer>>,
    /// What is asked of it while it is on its way: by nobody in particular, and the last that a reader asks for.
    asked: RefCell<Vec<Ask>>,
    on_its_way: Cell<bool>,
    /// It did not come when nobody had asked for it: it is not asked for again until somebody does.
    missed: Cell<bool>,
}

impl Panel {
    /// It will stand in `parent`.
    pub(super) fn new(load: Load, parent: &El, context: &Context, document: &Rc<Document>) -> Rc<Self> {
        let owner = Owner::current().unwrap_or_default();
        let (parent, context, document) = (parent.clone(), context.clone(), document.clone());
        Rc::new(Self {
            load,
            parent,
            context,
            document,
            owner,
            made: RefCell::default(),
            asked: RefCell::default(),
            on_its_way: Cell::default(),
            missed: Cell::default(),
        })
    }

    /// Asks it, at once or when it is there.
    pub(super) fn ask(self: &Rc<Self>, ask: Ask) {
        if let Some(made) = &*self.made.borrow() {
            return made(ask);
        }
        if self.missed.get() && matches!(ask, Ask::Begin) {
            return;
        }
        match ask {
            Ask::Begin => {}
            Ask::Watch(_) => self.asked.borrow_mut().push(ask),
            _ => {
                let mut asked = self.asked.borrow_mut();
                asked.retain(Ask::is_quiet);
                asked.push(ask);
            }
        }
        if self.on_its_way.replace(true) {
            return;
        }
        let this = Rc::downgrade(self);
        wasm_bindgen_futures::spawn_local(async move {
            let Some(load) = this.upgrade().map(|this| this.load) else { return };
            let make = load().await;
            // Another article may have come meanwhile.
            let Some(this) = this.upgrade() else { return };
            this.on_its_way.set(false);
            if let Some(said) = find(this.parent.node(), ".part-failed") {
                said.remove();
            }
            match make {
                Ok(make) => {
                    let made = this.owner.with(|| make(&this.parent, this.context.clone(), &this.document));
                    // One that nobody has asked for anything is only to be there.
                    made(Ask::Begin);
                    this.asked.take().into_iter().for_each(&*made);
                    *this.made.borrow_mut() = Some(made);
                }
                Err(NotLoaded) if this.asked.borrow().iter().all(Ask::is_quiet) => this.missed.set(true),
                Err(NotLoaded) => {
                    this.asked.borrow_mut().retain(Ask::is_quiet);
                    let words = this.context.catalog.get(Message::PartNotLoaded);
                    let _ = this.parent.clone().add(el("p", "part-failed").attr("role", "alert").text(words));
                }
            }
        });
    }
}

/// The head of a panel: its title, and the button that closes it.
pub(super) fn head(title: El, close: El) -> El {
    el("header", "panel__head").add(title).add(close)
}

/// A button that closes a panel; `class` is its own.
pub(super) fn close_button(class: &str, catalog: Catalog) -> El {
    let button = el("button", &["icon-button panel__close ", class].concat()).attr("type", "button");
    button.attr("aria-label", catalog.get(Later::Close)).add(Icon::Close.draw(""))
}
