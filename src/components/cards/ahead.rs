//! Asking for an article when a reader is about to open it: a pointer rests on its card, a finger touches it, focus is on it.

use crate::platform::clock::{self, Timer};
use crate::platform::dom::{El, closest};
use crate::platform::fetch::{self, Abort};
use crate::platform::listen::Listener;
use crate::platform::page;
use crate::render::sections::target;
use crate::state::{Context, Early};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, PointerEvent};

/// How long they stay, in milliseconds, before it is more than passing by.
const PAUSE: u32 = 150;

/// What is expected to be opened.
#[derive(Default)]
struct Expected {
    src: String,
    /// Until it is asked for.
    timer: Option<Timer>,
}

/// Asks ahead for the articles of the cards in `list`, while the listeners are kept.
pub(super) fn ask(list: &El, context: &Context) -> Vec<Listener> {
    if page::saves_data() {
        return Vec::new();
    }
    let expected = Rc::new(RefCell::new(Expected::default()));
    let begin = ["pointerover", "touchstart", "focusin"].map(|event| {
        let (expected, early) = (expected.clone(), context.early.clone());
        Listener::new(list.node(), event, move |event| {
            if is_touch(&event) {
                return;
            }
            let link = target(&event).and_then(|target| closest(&target, ".card__link[data-src]"));
            let Some(src) = link.and_then(|link| link.get_attribute("data-src")) else { return };
            if expected.borrow().src == src {
                return;
            }
            let (wanted, early) = (src.clone(), early.clone());
            let timer = clock::after(PAUSE, move || {
                let abort = Abort::new();
                let answer = fetch::begin(&wanted, &abort.token());
                *early.borrow_mut() = Some(Early { src: Some(wanted), answer, abort });
            });
            *expected.borrow_mut() = Expected { src, timer: Some(timer) };
        })
    });
    let end = ["pointerout", "touchcancel", "focusout"].map(|event| {
        let (expected, early) = (expected.clone(), context.early.clone());
        Listener::new(list.node(), event, move |event| {
            if is_touch(&event) {
                return;
            }
            let Expected { src, timer } = expected.take();
            drop(timer);
            // Who opens it has taken it by now.
            let mut early = early.borrow_mut();
            if early.as_ref().is_some_and(|early| early.src.as_deref() == Some(&src)) {
                *early = None;
            }
        })
    });
    begin.into_iter().chain(end).collect()
}

/// A pointer that is a finger: it is over what it touches and leaves it before the click; `touchstart` says what it is about.
fn is_touch(event: &Event) -> bool {
    event.dyn_ref::<PointerEvent>().is_some_and(|event| event.pointer_type() == "touch")
}
