//! Going from one article to another in place.
//!
//! Every entry of the history is a [`Visit`]. The last few are kept with their article and their cards, so that Back
//! finds everything as it was left; after a reload the entry's own state still says how far it was read.

use super::route::{self, Route};
use crate::config::Config;
use crate::platform::dom::closest;
use crate::platform::listen::Listener;
use crate::platform::page::{self, Entry};
use crate::platform::place::Place;
use crate::platform::storage;
use crate::render::sections::target;
use crate::state::{Visit, Watched};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Visits that are kept with their article.
const KEPT: usize = 8;

/// What is shown, as one visit of the history.
#[derive(Clone)]
pub(crate) struct Showing {
    pub(crate) route: Route,
    pub(crate) visit: Rc<Visit>,
    /// The reader came from another page of the app, whose place for focus is gone.
    pub(crate) moved: bool,
}

/// The history of this page.
#[derive(Clone)]
pub(crate) struct History {
    pub(crate) showing: Rc<Watched<Showing>>,
    visits: Rc<RefCell<Vec<Rc<Visit>>>>,
    config: Rc<Config>,
    home: Rc<str>,
    /// The address as it was last seen.
    address: Rc<RefCell<String>>,
    /// While an article that follows the page's own is in view: the address of the page's own, and the key of the entry.
    turned: Rc<RefCell<Option<(String, String)>>>,
}

impl History {
    /// Takes over the page's history, beginning with the address that it has.
    pub(crate) fn begin(config: Rc<Config>, home: &str) -> Self {
        page::restore_places_by_hand();
        let (entry, returning) = match Entry::current() {
            Some(entry) => (entry, true),
            None => (Entry::fresh(), false),
        };
        entry.replace();
        let visit = Rc::new(Visit { key: entry.key, ..Visit::default() });
        let place = storage::recall(&place_of(&visit.key)).and_then(|place| Place::from_text(&place));
        visit.place.set(place.filter(|_| returning));
        let showing = Showing { route: route::of_address(&page::href(), &config), visit: visit.clone(), moved: false };
        Self {
            showing: Watched::new(showing),
            visits: Rc::new(RefCell::new(vec![visit])),
            config,
            home: home.into(),
            address: Rc::new(RefCell::new(page::href())),
            turned: Rc::default(),
        }
    }

    /// An article that follows the page's own has come into view, at that address; `None` for the page's own again.
    pub(crate) fn turn(&self, address: Option<&str>) {
        let own = self.turned.take().map(|(own, _)| own);
        match (address, own) {
            (Some(address), own) => {
                // Opened again, it is a page of its own, at its beginning.
                let entry = Entry::fresh();
                entry.replace_at(address);
                self.turned.replace(Some((own.unwrap_or_else(|| self.address.borrow().clone()), entry.key)));
            }
            (None, Some(own)) => {
                let key = self.showing.now().visit.key.clone();
                Entry { key, place: Place::current() }.replace_at(&own);
            }
            (None, None) => return,
        }
        // Without a word of it, that was no travelling.
        if self.turned.borrow().is_none() {
            self.address.replace(page::href());
        }
    }

    /// Listens for links to other pages of the app, Back and Forward, and the page being left.
    pub(crate) fn listen(&self, app: &Element) -> Vec<Listener> {
        let (links, places, travel, leave) = (self.clone(), self.clone(), self.clone(), self.clone());
        let seen = Rc::new(Cell::new((page::width(), Place::current())));
        let resized = seen.clone();
        let window = page::window();
        vec![
            Listener::new(app, "click", move |event| links.follow(event.unchecked_ref())),
            Listener::capturing(app, "click", move |event| places.keep_before_jump(&event)),
            Listener::new(&window, "popstate", move |_| travel.travelled()),
            // A window of another width sets the text anew: the reader stays with the paragraph.
            Listener::new(&window, "scrollend", move |_| seen.set((page::width(), Place::current()))),
            Listener::new(&window, "resize", move |_| {
                let (width, place) = resized.get();
                if width != page::width() {
                    resized.set((page::width(), place));
                    place.restore();
                }
            }),
            Listener::new(&window, "pagehide", move |_| leave.keep_place()),
        ]
    }

    /// Follows a link to another page of the app in place. What is to open in a new tab is left to the browser.
    fn follow(&self, event: &web_sys::MouseEvent) {
        if event.default_prevented() || page::is_modified(event) {
            return;
        }
        let Some(link) = target(event).and_then(|target| closest(&target, "a[href]")) else { return };
        if link.has_attribute("target") || link.has_attribute("download") {
            return;
        }
        let Some(address) = page::resolve(&page::href(), &link.get_attribute("href").unwrap_or_default()) else {
            return;
        };
        if page::path_of(&address) != &*self.home
            || page::without_fragment(&address) == page::without_fragment(&page::href())
        {
            return;
        }
        event.prevent_default();
        self.go(&address);
    }

    /// Keeps a visit with its article, and lets the oldest go when there are too many.
    fn keep(&self, visit: Rc<Visit>) {
        let mut visits = self.visits.borrow_mut();
        visits.push(visit);
        if visits.len() > KEPT {
            visits.remove(0);
        }
    }

    /// A link to a place in the same article is about to scroll: Back is to find where it was.
    fn keep_before_jump(&self, event: &web_sys::Event) {
        let link = target(event).and_then(|target| closest(&target, "a[href^='#']"));
        if link.is_some() {
            self.keep_place();
        }
    }

    fn go(&self, address: &str) {
        self.keep_place();
        let entry = Entry::fresh();
        if !entry.push(address) {
            return;
        }
        let visit = Rc::new(Visit { key: entry.key, ..Visit::default() });
        self.keep(visit.clone());
        self.show(visit);
    }

    /// Back or Forward, to an entry or to a place in the same article.
    fn travelled(&self) {
        let before = self.address.replace(page::href());
        let Some(entry) = Entry::current() else {
            // A link to a place in this article made the entry: it is part of the same visit.
            let key = self.showing.now().visit.key.clone();
            Entry { key, place: Place::current() }.replace();
            return;
        };
        let current = self.showing.now().visit;
        if self.turned.borrow().as_ref().is_some_and(|(_, key)| *key == entry.key) {
            // What stood over the article was closed.
            return;
        }
        if entry.key == current.key {
            if before == page::href() {
                // The same link to a place was followed again: nobody went back.
                return;
            }
            current.travelled.set(true);
            entry.place.restore();
            return;
        }
        // Only in memory: the entry that is left is no longer the current one.
        current.place.set(Some(Place::current()));
        let visit = self.visits.borrow().iter().find(|visit| visit.key == entry.key).cloned();
        let visit = visit.unwrap_or_else(|| {
            let visit = Rc::new(Visit { key: entry.key, ..Visit::default() });
            self.keep(visit.clone());
            visit
        });
        visit.place.set(Some(visit.place.get().unwrap_or(entry.place)));
        self.show(visit);
    }

    fn show(&self, visit: Rc<Visit>) {
        self.address.replace(page::href());
        self.turned.take();
        let route = route::of_address(&page::href(), &self.config);
        self.showing.set(Showing { route, visit, moved: true });
    }

    /// Writes down how far the current visit was read.
    fn keep_place(&self) {
        let place = Place::current();
        let visit = self.showing.now().visit;
        visit.place.set(Some(place));
        // The entry is that of another article.
        if self.turned.borrow().is_some() {
            return;
        }
        Entry { key: visit.key.clone(), place }.replace();
        // The entry's own state is not kept when the page goes.
        storage::remember(&place_of(&visit.key), &place.to_text());
    }
}

/// What the place of a visit is remembered under.
fn place_of(key: &str) -> String {
    ["gatefold place ", key].concat()
}
