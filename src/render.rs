//! The document → the page, node by node.
//!
//! 1. [`Scope`] is what every part needs to know: the article, the interface's language, where it stands.
//! 2. [`header`] builds what stands above the text; [`body`] the text, a slice at a time; [`footnotes`] what stands below.
//! 3. [`block`] dispatches to one function per kind of block, [`extras`] those that are seldom met; [`inline`] fills an
//!    element with a text.
//! 4. [`sections`] opens and closes.
//!
//! No function takes markup, and every attribute name is a constant. An address reaches the page only as a `SafeUrl`.

mod block;
pub(crate) mod body;
mod card;
mod extras;
mod figure;
mod footnotes;
mod header;
mod icons;
mod inline;
mod math;
mod media;
mod panel;
pub(crate) mod sections;
mod table;

use crate::config::Config;
use crate::i18n::Catalog;
use crate::model::outline::Outline;
use crate::model::slug::Names;
use crate::model::{Article, Direction, Locale, script};
use crate::platform::dom::{El, el};
use crate::platform::listen::Listener;
use crate::platform::page;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

pub(crate) use block::element as block;
pub(crate) use card::card;
pub(crate) use extras::Extras;
pub(crate) use figure::{fall_back, thumbnail};
pub(crate) use footnotes::Footnotes;
pub(crate) use header::{header, lead};
pub(crate) use icons::Icon;
#[cfg(not(feature = "embed"))]
pub(crate) use panel::size;
pub(crate) use panel::time;

/// What every part of a document needs to know while it is built.
pub(crate) struct Scope {
    pub(crate) article: Arc<Article>,
    pub(crate) catalog: Catalog,
    pub(crate) config: Rc<Config>,
    /// Scheme, host and port of the page: what is fetched from elsewhere waits for a click.
    pub(crate) origin: String,
    /// Builds what is seldom met, for an article that has such a thing.
    extras: Option<Extras>,
    /// Names that are taken; the headings' first of all.
    names: RefCell<Names>,
    /// How often each footnote has been referred to so far.
    references: RefCell<Vec<u32>>,
    /// Released with the document.
    listeners: RefCell<Vec<Listener>>,
}

impl Scope {
    pub(crate) fn new(
        article: Arc<Article>,
        outline: &Outline,
        extras: Option<Extras>,
        catalog: Catalog,
        config: Rc<Config>,
    ) -> Rc<Self> {
        let references = RefCell::new(vec![0; article.footnotes.len()]);
        let mut names = Names::default();
        for entry in &outline.entries {
            names.claim(&entry.slug);
        }
        let names = RefCell::new(names);
        let (origin, listeners) = (page::origin(), RefCell::default());
        Rc::new(Self { article, catalog, config, origin, extras, names, references, listeners })
    }

    /// The element of a heading: `level` as if the article's title were of level 1.
    pub(crate) fn heading(&self, level: u8) -> &'static str {
        self.config.heading(level)
    }

    /// A place for what the page wants to put there, when it is somebody else's.
    pub(crate) fn slot(&self, name: &str) -> Option<El> {
        crate::EMBEDDED.then(|| el("slot", "").attr("name", name))
    }

    /// The id of what has that name: what comes from outside can never name anything else on the page.
    pub(crate) fn id(&self, name: &str) -> String {
        self.config.id(name)
    }

    /// Gives an element the name that its source has for it, unless another one has it.
    fn named(&self, element: El, name: &str) -> El {
        if self.names.borrow_mut().claim(name) { element.attr("id", &self.id(name)) } else { element }
    }

    /// Marks an element as the interface's, in its own language, inside an article in another.
    pub(crate) fn interface(&self, element: El) -> El {
        let locale = self.catalog.locale();
        element.attr("lang", locale.tag).attr("dir", locale.direction.as_str())
    }

    /// Gives the listeners away, with the duty to keep them.
    pub(crate) fn release(&self) -> Vec<Listener> {
        self.listeners.take()
    }

    /// Keeps a listener for as long as the document is shown.
    pub(crate) fn keep(&self, listener: Listener) {
        self.listeners.borrow_mut().push(listener);
    }
}

/// Sets `lang` and `dir`. A language alone brings its direction with it.
pub(crate) fn localized(element: El, locale: &Locale) -> El {
    let direction = locale.direction.or_else(|| locale.language.as_deref().map(script::language_direction));
    element.maybe("lang", locale.language.as_deref()).maybe("dir", direction.map(Direction::as_str))
}
