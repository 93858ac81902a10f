//! `<gatefold-reader>` on somebody's page.
//!
//! Rust cannot make a custom element, so the element itself is JavaScript (`public/embed/gatefold.js`). It calls:
//!
//! 1. [`mount`] builds a reader into an element of the shadow root and returns its number; `host` is the element's side
//!    of the bargain: its options, its request for the article, its events.
//! 2. [`update`] reads the options again; [`command`] is one of the element's methods.
//! 3. [`unmount`] lets go of everything.
//!
//! All readers of a page share one instance of this program. `events` says what the host page is told.

mod events;
mod host;
mod progress;

use crate::components::{self, Controls, Presentation};
use crate::config::{Config, Place, Warning};
use crate::error::{ErrorKind, LoadError};
use crate::i18n::Catalog;
use crate::platform::dom::{El, closest};
use crate::platform::fetch::Abort;
use crate::platform::listen::Listener;
use crate::platform::{page, words};
use crate::preferences::Choice;
use crate::render::sections::target;
use crate::state::{Context, Early, Source, Visit};
use host::Host;
use progress::Progress;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

thread_local! {
    /// The readers of the page, by number. A number is not used twice, so one that has gone leaves a pointer's room.
    static READERS: RefCell<Vec<Option<Box<Reader>>>> = const { RefCell::new(Vec::new()) };
}

/// One element with its reader.
struct Reader {
    root: HtmlElement,
    host: Rc<Host>,
    config: Rc<Config>,
    catalog: Catalog,
    /// What is wrong with the options, as it was said last.
    said: Vec<Warning>,
    /// Keeps the article when the options change.
    visit: Rc<Visit>,
    shown: Rc<Shown>,
    /// The request for the next article that is shown, when it is on its way.
    early: Rc<RefCell<Option<Early>>>,
    /// Everything the reader has registered.
    mounted: Option<Box<dyn std::any::Any>>,
}

/// What can be done with what a reader shows.
#[derive(Default)]
struct Shown {
    controls: RefCell<Option<Controls>>,
    reload: RefCell<Option<Rc<dyn Fn()>>>,
    progress: RefCell<Option<Progress>>,
}

/// Builds a reader into `root`, an empty element of a shadow root, and returns its number.
#[wasm_bindgen]
pub fn mount(root: HtmlElement, host: Host) -> u32 {
    let host = Rc::new(host);
    let mut said = Vec::new();
    let config = Rc::new(read_config(&host, &mut said));
    let early = Rc::new(RefCell::new(early(&host)));
    let (visit, shown) = (Rc::new(Visit::default()), Rc::default());
    let catalog = Catalog::default();
    let mut reader = Reader { root, host, config, catalog, said, visit, shown, early, mounted: None };
    reader.build();
    READERS.with_borrow_mut(|readers| {
        readers.push(Some(Box::new(reader)));
        readers.len() as u32 - 1
    })
}

/// Reads the options again. An article that is shown stays, unless another one is named.
#[wasm_bindgen]
pub fn update(number: u32) {
    with(number, |reader| {
        let now = Rc::new(read_config(&reader.host, &mut reader.said));
        let before = std::mem::replace(&mut reader.config, now);
        let same = Config { theme: before.theme, ..(*reader.config).clone() } == *before;
        let answer = early(&reader.host);
        let asked = answer.is_some() || reader.host.article().is_some();
        *reader.early.borrow_mut() = answer;
        if same && !asked && words::catalog(reader.host.words()) == reader.catalog {
            // The colours alone need nothing built anew.
            let _ = reader.root.set_attribute("data-theme", reader.config.theme.as_str());
            return;
        }
        // What is read otherwise has to be read again.
        let (now, old) = (&reader.config, &before);
        if asked || (&now.src, &now.format, &now.fields) != (&old.src, &old.format, &old.fields) {
            reader.visit = Rc::new(Visit::default());
        }
        reader.build();
    });
}

/// Does what a method of the element asks for; `false` when there is nothing to do it on.
#[wasm_bindgen]
pub fn command(number: u32, name: &str, argument: &str) -> bool {
    let Some(shown) = with(number, |reader| reader.shown.clone()) else { return false };
    if name == "reload" {
        let reload = shown.reload.borrow().clone();
        return reload.map(|reload| reload()).is_some();
    }
    let Some(controls) = shown.controls.borrow().clone() else { return false };
    match name {
        "expandAll" => controls.set_all(true),
        "collapseAll" => controls.set_all(false),
        "scrollToSection" => return controls.go_to(argument),
        "openShare" => return controls.open_share(argument),
        _ => return false,
    }
    true
}

/// Lets go of a reader: its requests, its listeners, its dialog.
#[wasm_bindgen]
pub fn unmount(number: u32) {
    let reader = READERS.with_borrow_mut(|readers| readers.get_mut(number as usize).and_then(Option::take));
    drop(reader);
}

/// Acts on a reader, which is not in its place meanwhile: what the host page does when it is told something may come back
/// here.
fn with<T>(number: u32, act: impl FnOnce(&mut Reader) -> T) -> Option<T> {
    let at = number as usize;
    let mut reader = READERS.with_borrow_mut(|readers| readers.get_mut(at).and_then(Option::take))?;
    let result = act(&mut reader);
    READERS.with_borrow_mut(|readers| {
        if let Some(place) = readers.get_mut(at) {
            *place = Some(reader);
        }
    });
    Some(result)
}

/// Shows what a reader has chosen in every reader of the page.
fn choose(choice: Choice, value: &str) {
    READERS.with_borrow(|readers| {
        for reader in readers.iter().flatten().filter(|reader| reader.config.lets_set(choice.name)) {
            let _ = reader.root.set_attribute(choice.attribute, value);
        }
    });
}

fn early(host: &Host) -> Option<Early> {
    let answer = host.answer()?;
    Some(Early { src: None, answer, abort: host.controller().map_or_else(Abort::new, Abort::of) })
}

/// Reads the options; what is wrong with them is said once, as long as it stays.
fn read_config(host: &Host, said: &mut Vec<Warning>) -> Config {
    let (config, warnings) = Config::read(Place::Element, &|name| host.option(name), &|_| None);
    for warning in warnings.iter().filter(|warning| !said.contains(warning)) {
        page::warn(&format!("Gatefold: {warning}"));
    }
    *said = warnings;
    config
}

impl Reader {
    /// Builds what the options ask for, in the place of what was there.
    fn build(&mut self) {
        // First of all, so that nothing of the one before is heard any more.
        self.mounted = None;
        self.shown.controls.take();
        self.shown.progress.take();
        self.root.set_text_content(None);
        let catalog = words::catalog(self.host.words());
        self.catalog = catalog;
        let locale = catalog.locale();
        let root = El::from_html(self.root.clone()).attr("data-theme", self.config.theme.as_str());
        let root = root.attr("lang", locale.tag).attr("dir", locale.direction.as_str());
        let early = self.early.clone();
        let (telling, dressing) = (self.host.clone(), self.host.clone());
        let context = Context {
            config: self.config.clone(),
            catalog,
            address: Rc::new(|_| None),
            home: None,
            tell: Rc::new(move |told| events::tell(&telling, &told)),
            dress: Some(Rc::new(move |what| dressing.dress(what))),
            choose: Rc::new(choose),
            early,
        };
        let (source, visit, presentation) = (self.source(), self.visit.clone(), self.presentation());
        let (shown, links) = (self.shown.clone(), self.links());
        let parent = self.root.clone();
        let handle = leptos::mount::mount_to(parent, move || {
            let reader = components::reader(source, visit, context, presentation);
            let _ = root.add(reader.element);
            *shown.reload.borrow_mut() = Some(reader.reload);
            components::keep(links);
        });
        self.mounted = Some(Box::new(handle));
    }

    fn source(&self) -> Source {
        if let Some(article) = self.host.article() {
            return Source::Inline(article);
        }
        match self.config.src.as_deref().map(|src| (src, page::resolve(&page::base(), src))) {
            Some((_, Some(src))) => Source::Address { src, named: false },
            Some((src, None)) => Source::Refused(LoadError::new(ErrorKind::Refused, src, "not an address")),
            None => Source::Refused(LoadError::new(ErrorKind::Refused, "src", "neither `src` nor an article is given")),
        }
    }

    fn presentation(&self) -> Presentation {
        let (ready, failed, shown) = (self.host.clone(), self.host.clone(), self.shown.clone());
        let (arrived, document) = (self.host.clone(), Rc::new(RefCell::new(None)));
        let told = document.clone();
        let (progress, watched, root) = (self.shown.clone(), self.host.clone(), self.root.clone());
        Presentation {
            width: self.root.client_width(),
            follows: false,
            began: Rc::new(|| {}),
            arrived: Rc::new(move |article| {
                *document.borrow_mut() = Some(events::ready(article));
                arrived.shown("article");
            }),
            ready: Rc::new(move || {
                if let Some(detail) = &*told.borrow() {
                    ready.tell("ready", detail, false);
                }
                *progress.progress.borrow_mut() = Progress::watch(&root, watched.clone());
            }),
            failed: Rc::new(move |error| {
                failed.shown("failed");
                failed.tell("error", &events::error(error), false);
            }),
            controls: Rc::new(move |controls| *shown.controls.borrow_mut() = Some(controls)),
        }
    }

    /// What a card does: lead to its page, or open its article here.
    fn links(&self) -> Listener {
        let (host, in_place, early) = (self.host.clone(), self.config.in_place, self.early.clone());
        Listener::new(&self.root, "click", move |event| {
            let Some(link) = target(&event).and_then(|target| closest(&target, ".card__link")) else { return };
            let attribute = |name| link.get_attribute(name);
            let (url, src) = (attribute("href"), attribute("data-src"));
            let title = link.text_content().unwrap_or_default();
            let allowed = host.tell("navigate", &events::navigate(url.as_deref(), src.as_deref(), &title, false), true);
            let modified = event.dyn_ref().is_some_and(page::is_modified);
            if !allowed {
                event.prevent_default();
            } else if let Some(src) = src.filter(|_| in_place && !modified) {
                event.prevent_default();
                let ahead = early.take().filter(|early| early.src.as_deref() == Some(&src));
                let (answer, abort) = ahead.map(|early| (early.answer, early.abort)).unzip();
                host.navigate(&src, answer, abort.and_then(Abort::give));
            }
        })
    }
}
