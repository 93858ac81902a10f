//! Modal dialogs, by the browser's own `<dialog>`: focus stays inside and goes back, Escape closes.

use super::dom::El;
use super::listen::Listener;
use super::page;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

fn dialog(element: &El) -> &HtmlDialogElement {
    element.node().unchecked_ref()
}

/// Opens the dialog over the page, which stays where it is.
pub(crate) fn open(element: &El) {
    // Fails only for one that is open already, or no longer in the page.
    if dialog(element).show_modal().is_ok() {
        page::lock_scroll(true);
    }
}

/// Closes the dialog.
pub(crate) fn close(element: &El) {
    dialog(element).close();
}

/// What a dialog does by itself: a click beside it closes it; closed, and gone, it gives the page's scrolling back.
pub(crate) struct Behaviour {
    element: El,
    _listeners: [Listener; 2],
}

/// Registers the behaviour until it is dropped.
pub(crate) fn behaviour(element: &El) -> Behaviour {
    let outside = element.clone();
    let listeners = [
        Listener::new(element.node(), "close", |_| page::lock_scroll(false)),
        Listener::new(element.node(), "click", move |event| {
            // The content fills the dialog: a click on the dialog itself is one beside it.
            if event.target() == event.current_target() {
                close(&outside);
            }
        }),
    ];
    Behaviour { element: element.clone(), _listeners: listeners }
}

impl Drop for Behaviour {
    fn drop(&mut self) {
        if dialog(&self.element).open() {
            page::lock_scroll(false);
        }
    }
}
