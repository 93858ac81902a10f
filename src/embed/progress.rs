//! How far the article was read, for the host page.

use super::host::Host;
use crate::platform::clock::{self, Timer};
use crate::platform::dom::{find, find_all};
use crate::platform::json::object;
use crate::platform::listen::Listener;
use crate::platform::page;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use web_sys::{Element, HtmlElement};

/// Least time between two reports, in milliseconds.
const PAUSE: f64 = 100.0;

/// Reports until it is dropped.
pub(super) struct Progress {
    _listener: Listener,
}

impl Progress {
    /// Reports now, and as the page scrolls.
    pub(super) fn watch(root: &HtmlElement, host: Rc<Host>) -> Option<Self> {
        find(root, ".prose")?;
        let (root, later) = (root.clone(), RefCell::default());
        let watch = Rc::new(Watch { root, host, last: Cell::new(0.0), said: Cell::new(-1.0), later });
        watch.report();
        // A scroller of the host page's own is heard too.
        Some(Self { _listener: Listener::capturing(&page::window(), "scroll", move |_| watch.look()) })
    }
}

struct Watch {
    root: HtmlElement,
    host: Rc<Host>,
    /// When it was reported last, and what.
    last: Cell<f64>,
    said: Cell<f64>,
    /// What is to be reported once it may be: scrolling ends somewhere.
    later: RefCell<Option<Timer>>,
}

impl Watch {
    fn look(self: &Rc<Self>) {
        let wait = PAUSE - (clock::now() - self.last.get());
        let this = Rc::downgrade(self);
        let later = (wait > 0.0).then(|| {
            clock::after(wait as u32 + 1, move || {
                if let Some(this) = this.upgrade() {
                    this.report();
                }
            })
        });
        let now = later.is_none();
        *self.later.borrow_mut() = later;
        if now {
            self.report();
        }
    }

    fn report(&self) {
        // Of several articles below one another, the last that has come into view.
        let seen = |text: &&Element| text.get_bounding_client_rect().top() < page::height() / 2.0;
        let texts = find_all(&self.root, ".prose");
        let Some(text) = texts.iter().rfind(seen).or(texts.first()) else { return };
        let done = page::share_read(text);
        if self.said.replace(done) != done {
            self.last.set(clock::now());
            self.host.tell("progress", &object(&[("fraction", Some(done.into()))]), false);
        }
    }
}
