//! A button beside a text that is selected, to share it.

use crate::i18n::{Catalog, Later};
use crate::platform::clock::{self, Timer};
use crate::platform::dom::{El, closest, el, find, move_to};
use crate::platform::listen::Listener;
use crate::platform::{page, share};
use crate::render::Icon;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;

/// How long a selection keeps still before the button comes, in milliseconds.
const STILL: u32 = 250;

/// Room between the selection and the button, in CSS pixels.
const GAP: f64 = 8.0;

/// What may hold the button, so that the next stop of the Tab key after the selection is it.
const HOLDERS: &str = "p, li, figcaption, blockquote, td, th, dt, dd";

struct Offer {
    prose: Element,
    root: El,
    button: El,
    /// A pointer is selecting.
    pressed: Cell<bool>,
    timer: RefCell<Option<Timer>>,
}

/// Offers to share what is selected in the article at `root`, while the listeners are kept.
pub(super) fn offer(root: &El, catalog: Catalog) -> Option<Vec<Listener>> {
    let label = catalog.get(Later::ShareSelection);
    let button = el("button", "button selection-share share-selection").attr("type", "button");
    let locale = catalog.locale();
    let button = button.attr("lang", locale.tag).attr("dir", locale.direction.as_str()).attr("aria-haspopup", "dialog");
    let button = button.add(Icon::Share.draw("icon")).add(el("span", "").text(label));
    let prose = find(root.node(), ".prose")?.into();
    let (root, pressed) = (root.clone(), Cell::new(false));
    let offer = Rc::new(Offer { prose, root, button, pressed, timer: RefCell::default() });
    let (changed, down) = (offer.clone(), offer.clone());
    // A finger that selects is taken over by the browser, and is not lifted then but cancelled.
    let ends = ["pointerup", "pointercancel"].map(|end| {
        let up = offer.clone();
        Listener::capturing(&page::window(), end, move |_| {
            up.pressed.set(false);
            up.wait();
        })
    });
    // Something may be selected already.
    offer.wait();
    let window = page::window();
    let document = window.document()?;
    let mut listeners = Vec::from(ends);
    listeners.extend([
        Listener::capturing(&document, "selectionchange", move |_| changed.wait()),
        Listener::capturing(&window, "pointerdown", move |_| down.pressed.set(true)),
        // A press on it would take the selection away.
        Listener::new(offer.button.node(), "mousedown", |event| event.prevent_default()),
    ]);
    Some(listeners)
}

impl Offer {
    /// Looks again, once the selection keeps still.
    fn wait(self: &Rc<Self>) {
        if self.pressed.get() {
            return;
        }
        let this = Rc::downgrade(self);
        let timer = clock::after(STILL, move || {
            if let Some(this) = this.upgrade() {
                this.look();
            }
        });
        *self.timer.borrow_mut() = Some(timer);
    }

    fn look(&self) {
        let selected = share::selected(&self.prose);
        let place = selected.as_ref().and_then(|selected| Some((selected.last_line()?, selected.last_block()?)));
        let Some((line, block)) = place else { return self.button.node().remove() };
        let holder = closest(&block, HOLDERS).filter(|holder| self.prose.contains(Some(holder)));
        let holder = holder.map_or_else(|| self.root.clone(), El::from);
        if !holder.node().contains(Some(self.button.node())) {
            let _ = holder.add(self.button.clone());
        }
        // Under the middle of the line, all of it beside the text.
        let room = self.root.node().get_bounding_client_rect();
        move_to(&self.button, |own| {
            let middle = line.left() + (line.width() - own.width()) / 2.0;
            (middle.min(room.right() - own.width()).max(room.left()), line.bottom() + GAP)
        });
    }
}
