//! What a link leads to, before it is followed: for links to articles that the page has a card of.
//!
//! It comes when the pointer rests on such a link or the focus is on it, stays while the pointer is in it, and goes on Escape.
//! A finger neither rests nor hovers, so it never comes for one.

use crate::platform::clock::{self, Timer};
use crate::platform::dom::{El, closest, el, find, find_all, move_to};
use crate::platform::listen::Listener;
use crate::platform::page;
use crate::render::sections::target;
use crate::state::Context;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

/// How long a pointer rests before it comes, and how long it has to travel into it, in milliseconds.
const REST: u32 = 400;
const TRAVEL: u32 = 200;

/// Room between it and the link, and the edges of the window, in CSS pixels.
const GAP: f64 = 8.0;
const MARGIN: f64 = 12.0;

struct Preview {
    root: El,
    element: El,
    /// The link that it is about, while it shows.
    link: RefCell<Option<Element>>,
    timer: RefCell<Option<Timer>>,
}

/// Shows previews in the article at `root`, while the listeners are kept.
pub(super) fn previews(root: &El, context: &Context) -> Vec<Listener> {
    let id = context.config.id("preview");
    let element = el("div", "preview").attr("id", &id).attr("role", "tooltip").attr("hidden", "");
    let _ = root.clone().add(element.clone());
    let preview = Rc::new(Preview { root: root.clone(), element, link: RefCell::default(), timer: RefCell::default() });
    let listen = |target: &web_sys::EventTarget, event, act: fn(&Rc<Preview>, &Event)| {
        let preview = preview.clone();
        Listener::new(target, event, move |event| act(&preview, &event))
    };
    vec![
        listen(root.node(), "pointerover", |preview, event| {
            if event.unchecked_ref::<PointerEvent>().pointer_type() == "mouse" {
                preview.meet(event);
            }
        }),
        listen(root.node(), "focusin", |preview, event| {
            // A finger or a mouse that presses moves the focus, too.
            if target(event).is_some_and(|target| target.matches(":focus-visible").unwrap_or_default()) {
                preview.meet(event);
            }
        }),
        listen(root.node(), "pointerout", |preview, _| preview.leave()),
        listen(root.node(), "focusout", |preview, _| preview.leave()),
        listen(root.node(), "click", |preview, _| preview.hide()),
        listen(&page::window(), "keydown", |preview, event| {
            if event.unchecked_ref::<KeyboardEvent>().key() == "Escape" {
                preview.hide();
            }
        }),
    ]
}

impl Preview {
    fn meet(self: &Rc<Self>, event: &Event) {
        let Some(target) = target(event) else { return };
        if closest(&target, ".preview").is_some() {
            // It was travelled into.
            self.timer.take();
            return;
        }
        let Some(link) = closest(&target, ".prose a[href], .related__list--compact .card__link") else { return };
        if self.link.borrow().as_ref() == Some(&link) {
            self.timer.take();
            return;
        }
        if self.card(&link).is_none() {
            return;
        }
        self.after(REST, move |this| this.show(&link));
    }

    fn leave(self: &Rc<Self>) {
        self.timer.take();
        if self.link.borrow().is_some() {
            self.after(TRAVEL, |this| this.hide());
        }
    }

    fn after(self: &Rc<Self>, milliseconds: u32, act: impl FnOnce(&Self) + 'static) {
        let this = Rc::downgrade(self);
        let timer = clock::after(milliseconds, move || {
            if let Some(this) = this.upgrade() {
                act(&this);
            }
        });
        *self.timer.borrow_mut() = Some(timer);
    }

    /// The card of the article that a link leads to.
    fn card(&self, link: &Element) -> Option<Element> {
        if let Some(card) = closest(link, ".card") {
            return Some(card);
        }
        let href = link.get_attribute("href")?;
        let reader = self.root.node().parent_element()?;
        let leads = |card: &Element| {
            let same = |name| card.get_attribute(name).as_deref() == Some(page::without_fragment(&href));
            same("href") || same("data-url")
        };
        find_all(&reader, ".related .card__link")
            .iter()
            .find(|card| leads(card))
            .and_then(|card| closest(card, ".card"))
    }

    /// Shows the card under the link, or over it where there is more room.
    fn show(&self, link: &Element) {
        self.hide();
        let inner = self.card(link).and_then(|card| find(&card, ".card__inner"));
        let copy = inner.and_then(|inner| inner.clone_node_with_deep(true).ok()?.dyn_into::<Element>().ok());
        let Some(copy) = copy else { return };
        // What it is about has its own link.
        for (element, name) in [(".card__link", "href"), ("img", "loading")] {
            if let Some(element) = find(&copy, element) {
                let _ = element.remove_attribute(name);
            }
        }
        self.element.hold(copy.into());
        let _ = self.element.clone().without("hidden");
        let _ = link.set_attribute("aria-describedby", &self.element.node().id());
        let (beside, wide, high) = (link.get_bounding_client_rect(), f64::from(page::width()), page::height());
        move_to(&self.element, |own| {
            let under = beside.bottom() + GAP;
            let over = beside.top() - GAP - own.height();
            let top = if under + own.height() > high && over > 0.0 { over } else { under };
            (beside.left().min(wide - own.width() - MARGIN).max(MARGIN), top)
        });
        *self.link.borrow_mut() = Some(link.clone());
    }

    fn hide(&self) {
        self.timer.take();
        let Some(link) = self.link.take() else { return };
        let _ = link.remove_attribute("aria-describedby");
        let _ = self.element.clone().attr("hidden", "");
    }
}
