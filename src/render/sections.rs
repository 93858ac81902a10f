//! Opening and closing sections.
//!
//! 1. [`Sections::add`] is told of every section as it is built, and closes it if it begins closed.
//! 2. One listener per kind of event, on the whole document, finds the section it is about ([`Sections::listen`]).
//! 3. [`Sections::reveal`] opens whatever hides a place, for links, addresses and find-in-page.
//!
//! Closed content is `hidden="until-found"` where the engine knows it, so that find-in-page reaches it, else `hidden`.

use crate::config::{self, Config};
use crate::platform::dom::{closest, focus, lay_out};
use crate::platform::listen::Listener;
use crate::platform::page;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Width in CSS pixels of the reader under which `auto` begins closed: where the contents rail has no room.
const NARROW: i32 = 640;

/// Told the name of a section, and whether it is open now.
type Toggled = Box<dyn Fn(&str, bool)>;

struct Entry {
    section: Element,
    button: HtmlElement,
    body: HtmlElement,
    open: bool,
}

/// The sections of one document.
pub(crate) struct Sections {
    entries: RefCell<Vec<Entry>>,
    config: Rc<Config>,
    narrow: bool,
    /// As they were left earlier in this visit: one character a section, `1` for open.
    left: Option<String>,
    /// Told of every change with the sections as they are.
    changed: Box<dyn Fn(&str)>,
    /// Told which section was opened or closed, by the reader or for a link, an address, a command.
    toggled: Toggled,
}

impl Sections {
    /// `width` is that of the reader, in CSS pixels; `left` what `changed` was told last.
    pub(crate) fn new(
        config: &Rc<Config>,
        width: i32,
        left: Option<String>,
        changed: impl Fn(&str) + 'static,
        toggled: impl Fn(&str, bool) + 'static,
    ) -> Rc<Self> {
        let narrow = width > 0 && width < NARROW;
        let (changed, toggled) = (Box::new(changed), Box::new(toggled));
        let config = config.clone();
        Rc::new(Self { entries: RefCell::default(), config, narrow, left, changed, toggled })
    }

    /// How a section begins. `holds_target`: the place that the address names is in it.
    fn begins_open(&self, index: usize) -> bool {
        if let Some(state) = self.left.as_ref().and_then(|left| left.as_bytes().get(index)) {
            return *state == b'1';
        }
        match self.config.sections {
            config::Sections::Open => true,
            config::Sections::Closed => false,
            config::Sections::First => index == 0,
            config::Sections::Auto => !self.narrow,
        }
    }

    /// Takes in the next section, with the button in its heading and what it opens.
    pub(crate) fn add(&self, section: &Element, button: &HtmlElement, body: &HtmlElement) {
        let mut entries = self.entries.borrow_mut();
        let open = self.begins_open(entries.len());
        let mut entry = Entry { section: section.clone(), button: button.clone(), body: body.clone(), open: !open };
        entry.set(open);
        entries.push(entry);
    }

    /// Opens or closes every section.
    pub(crate) fn set_all(&self, open: bool) {
        self.change(|_| open);
    }

    /// Opens everything that hides `place`.
    pub(crate) fn reveal(&self, place: &Element) {
        self.change(|entry| entry.open || entry.section.contains(Some(place)));
        lay_out(place);
        // A native disclosure hides as well.
        let mut at = closest(place, "details:not([open])");
        while let Some(details) = at {
            let _ = details.set_attribute("open", "");
            at = closest(&details, "details:not([open])");
        }
    }

    /// Opens and scrolls to what a fragment names: as written, percent-decoded, and with the names that slugs have.
    /// Returns the place.
    pub(crate) fn go_to(&self, document: &Element, fragment: &str) -> Option<HtmlElement> {
        let place =
            self.place(document, fragment).or_else(|| self.place(document, &page::percent_decoded(fragment)?))?;
        self.reveal(&place);
        place.scroll_into_view();
        Some(place)
    }

    /// What has that name in the document.
    pub(crate) fn place(&self, document: &Element, name: &str) -> Option<HtmlElement> {
        let found = page::by_id(document, &self.config.id(name));
        found.filter(|found| document.contains(Some(found)))
    }

    /// Registers the listeners on the element that holds all sections.
    pub(crate) fn listen(self: &Rc<Self>, document: &Element) -> Vec<Listener> {
        let (click, key, found) = (self.clone(), self.clone(), self.clone());
        vec![
            Listener::new(document, "click", move |event| {
                if let Some(button) = target(&event).and_then(|target| closest(&target, ".section__toggle")) {
                    click.toggle(&button);
                }
            }),
            Listener::new(document, "keydown", move |event| key.move_focus(event.unchecked_ref())),
            Listener::new(document, "beforematch", move |event| {
                if let Some(place) = target(&event) {
                    found.reveal(&place);
                }
            }),
        ]
    }

    fn toggle(&self, button: &Element) {
        self.change(|entry| entry.open != entry.button.is_same_node(Some(button)));
    }

    /// Opens every section of which `open` says so, closes the others, and tells of those that were not so before.
    fn change(&self, open: impl Fn(&Entry) -> bool) {
        let mut changed = Vec::new();
        for entry in self.entries.borrow_mut().iter_mut() {
            let now = open(entry);
            if now != entry.open {
                entry.set(now);
                changed.push((entry.section.get_attribute("data-slug").unwrap_or_default(), now));
            }
        }
        if !changed.is_empty() {
            self.report();
        }
        // Not while the entries are borrowed: whoever is told may open another.
        for (id, open) in changed {
            (self.toggled)(&id, open);
        }
    }

    /// Arrow keys, Home and End go from one section's button to another's.
    fn move_focus(&self, event: &KeyboardEvent) {
        let Some(button) = target(event).and_then(|target| closest(&target, ".section__toggle")) else { return };
        if event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key() {
            return;
        }
        let entries = self.entries.borrow();
        // Buttons inside a closed section cannot take focus.
        let buttons: Vec<_> = entries
            .iter()
            .filter(|entry| {
                let parent = entry.section.parent_element();
                parent.is_none_or(|parent| closest(&parent, ".section__body[hidden]").is_none())
            })
            .map(|entry| &entry.button)
            .collect();
        let Some(at) = buttons.iter().position(|other| other.is_same_node(Some(&button))) else { return };
        let next = match event.key().as_str() {
            "ArrowDown" => at + 1,
            "ArrowUp" => at.wrapping_sub(1),
            "Home" => 0,
            "End" => buttons.len() - 1,
            _ => return,
        };
        event.prevent_default();
        if let Some(button) = buttons.get(next) {
            focus(button);
        }
    }

    fn report(&self) {
        let state: String = self.entries.borrow().iter().map(|entry| if entry.open { '1' } else { '0' }).collect();
        (self.changed)(&state);
    }
}

impl Entry {
    fn set(&mut self, open: bool) {
        if self.open == open {
            return;
        }
        self.open = open;
        // Constant attribute names on elements of ours: none of these can fail.
        let _ = self.button.set_attribute("aria-expanded", if open { "true" } else { "false" });
        let _ = if open {
            self.section.set_attribute("data-open", "").and_then(|()| self.body.remove_attribute("hidden"))
        } else {
            let hidden = if knows_until_found(&self.body) { "until-found" } else { "" };
            self.section.remove_attribute("data-open").and_then(|()| self.body.set_attribute("hidden", hidden))
        };
    }
}

fn knows_until_found(element: &HtmlElement) -> bool {
    js_sys::Reflect::has(element, &"onbeforematch".into()).unwrap_or(false)
}

/// The element that an event is about.
pub(crate) fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}
