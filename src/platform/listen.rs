//! Listeners and observers that let go when they are dropped.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{AddEventListenerOptions, Element, Event, EventTarget, IntersectionObserver};

/// A registered listener.
pub(crate) struct Listener {
    target: EventTarget,
    event: &'static str,
    capture: bool,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens while events bubble.
    pub(crate) fn new(target: &EventTarget, event: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        Self::register(target, event, false, handler)
    }

    /// Listens on the way down, for events that do not bubble.
    pub(crate) fn capturing(target: &EventTarget, event: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        Self::register(target, event, true, handler)
    }

    fn register(
        target: &EventTarget,
        event: &'static str,
        capture: bool,
        handler: impl FnMut(Event) + 'static,
    ) -> Self {
        let closure = Closure::<dyn FnMut(Event)>::new(handler);
        let options = AddEventListenerOptions::new();
        options.set_capture(capture);
        // Fails only for a callback that is no function.
        let _ = target.add_event_listener_with_callback_and_add_event_listener_options(
            event,
            closure.as_ref().unchecked_ref(),
            &options,
        );
        Self { target: target.clone(), event, capture, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.target.remove_event_listener_with_callback_and_bool(
            self.event,
            self.closure.as_ref().unchecked_ref(),
            self.capture,
        );
    }
}

/// Watches for an element to come near the viewport.
pub(crate) struct Nearness {
    observer: IntersectionObserver,
    _closure: Closure<dyn FnMut(js_sys::Array)>,
}

impl Nearness {
    /// Calls `near` every time the element comes within 800 px of the viewport. `None` where the engine has no such
    /// observer.
    pub(crate) fn new(element: &Element, mut near: impl FnMut() + 'static) -> Option<Self> {
        let closure = Closure::<dyn FnMut(js_sys::Array)>::new(move |entries: js_sys::Array| {
            let entered =
                |entry: JsValue| entry.unchecked_into::<web_sys::IntersectionObserverEntry>().is_intersecting();
            if entries.iter().any(entered) {
                near();
            }
        });
        let options = web_sys::IntersectionObserverInit::new();
        options.set_root_margin("800px 0px");
        let observer = IntersectionObserver::new_with_options(closure.as_ref().unchecked_ref(), &options).ok()?;
        observer.observe(element);
        Some(Self { observer, _closure: closure })
    }
}

impl Drop for Nearness {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Follows what a reader does with an article: scrolling, opening, another size of the window. Calls back once a frame at
/// most.
pub(crate) struct Frames {
    _listeners: [Listener; 3],
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = requestAnimationFrame)]
    fn request_frame(callback: &JsValue) -> f64;
}

impl Frames {
    /// Calls `back` until it is dropped; `root` holds the article.
    pub(crate) fn follow(root: &EventTarget, back: impl Fn() + 'static) -> Self {
        let (back, waiting) = (Rc::new(back), Rc::new(Cell::new(false)));
        let listener = |target: &EventTarget, event, capture| {
            // One that is dropped before the frame comes calls nothing any more.
            let (back, waiting) = (back.clone(), waiting.clone());
            Listener::register(target, event, capture, move |_| {
                if waiting.replace(true) {
                    return;
                }
                let (back, waiting) = (Rc::downgrade(&back), waiting.clone());
                let frame = Closure::once_into_js(move || {
                    waiting.set(false);
                    if let Some(back) = back.upgrade() {
                        back();
                    }
                });
                let _ = request_frame(&frame);
            })
        };
        let window = super::page::window();
        let listeners =
            [listener(&window, "scroll", true), listener(&window, "resize", false), listener(root, "click", false)];
        Self { _listeners: listeners }
    }
}

/// Whether a click came from the keyboard.
pub(crate) fn from_keyboard(event: &Event) -> bool {
    event.unchecked_ref::<web_sys::MouseEvent>().detail() == 0
}
