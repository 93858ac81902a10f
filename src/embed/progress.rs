//! How far the article was read, for the host page.

use super::host::Host;
use crate::platform::clock;
use crate::platform::dom::{find, find_all};
use crate::platform::json::object;
use crate::platform::listen::Listener;
use crate::platform::page;
use std::cell::Cell;
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
        let root = root.clone();
        let (last, said) = (Cell::new(0.0), Cell::new(-1.0));
        let report = move || {
            // Of several articles below one another, the last that has come into view.
            let seen = |text: &&Element| text.get_bounding_client_rect().top() < page::height() / 2.0;
            let texts = find_all(&root, ".prose");
            let Some(text) = texts.iter().rfind(seen).or(texts.first()) else { return };
            let done = page::share_read(text);
            if done != said.get() && (clock::now() - last.get() > PAUSE || done == 1.0) {
                said.set(done);
                last.set(clock::now());
                host.tell("progress", &object(&[("fraction", Some(done.into()))]), false);
            }
        };
        report();
        // A scroller of the host page's own is heard too.
        Some(Self { _listener: Listener::capturing(&page::window(), "scroll", move |_| report()) })
    }
}
