//! Buttons beside a text that is selected: to share it, to listen from there.

use crate::i18n::Later;
use crate::platform::clock::{self, Timer};
use crate::platform::dom::{El, closest, el, find, move_to};
use crate::platform::listen::Listener;
use crate::platform::{page, share};
use crate::render::Icon;
use crate::state::Context;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::Element;

/// How long a selection keeps still before the buttons come, in milliseconds.
const STILL: u32 = 250;

/// Room between the selection and the buttons, in CSS pixels.
const GAP: f64 = 8.0;

/// What may hold the buttons, so that the next stop of the Tab key after the selection is the first.
const HOLDERS: &str = "p, li, figcaption, blockquote, td, th, dt, dd";

struct Offer {
    prose: Element,
    root: El,
    tools: El,
    /// The second button, of use where there is a voice.
    listen: El,
    /// A pointer is selecting.
    pressed: Cell<bool>,
    timer: RefCell<Option<Timer>>,
}

/// Offers what can be done with what is selected in the article at `root`, while the listeners are kept.
pub(super) fn offer(root: &El, context: &Context) -> Option<Vec<Listener>> {
    let (catalog, config) = (context.catalog, &context.config);
    let share = el("button", "button share-selection").attr("type", "button").attr("aria-haspopup", "dialog");
    let share = share.add(Icon::Share.draw("icon")).add(el("span", "").text(catalog.get(Later::ShareSelection)));
    let listen = el("button", "button listen-here").attr("type", "button").text(catalog.get(Later::ListenHere));
    let locale = catalog.locale();
    let tools = el("div", "selection-tools").attr("lang", locale.tag).attr("dir", locale.direction.as_str());
    let tools = tools.add_some(config.share.then_some(share)).add_some(config.listen.then(|| listen.clone()));
    let prose = find(root.node(), ".prose")?.into();
    let (root, pressed) = (root.clone(), Cell::new(false));
    let offer = Rc::new(Offer { prose, root, tools, listen, pressed, timer: RefCell::default() });
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
        Listener::new(offer.tools.node(), "mousedown", |event| event.prevent_default()),
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
        let Some((line, block)) = place else { return self.tools.node().remove() };
        let holder = closest(&block, HOLDERS).filter(|holder| self.prose.contains(Some(holder)));
        let holder = holder.map_or_else(|| self.root.clone(), El::from);
        if !holder.node().contains(Some(self.tools.node())) {
            let _ = holder.add(self.tools.clone());
        }
        let speaks = find(self.root.node(), ".listen-open").is_some();
        let listen = self.listen.clone();
        let _ = if speaks { listen.without("hidden") } else { listen.attr("hidden", "") };
        // Under the middle of the line, all of it beside the text.
        let room = self.root.node().get_bounding_client_rect();
        move_to(&self.tools, |own| {
            let middle = line.left() + (line.width() - own.width()) / 2.0;
            (middle.min(room.right() - own.width()).max(room.left()), line.bottom() + GAP)
        });
    }
}
