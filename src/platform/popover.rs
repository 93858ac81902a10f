//! What opens beside a button without taking the page away: the browser's own `popover`, which closes on Escape and on a click
//! elsewhere, and gives the focus back. Where the engine has none, it opens where it stands.

use super::dom::{El, el, focus};
use super::listen::Listener;
use super::page;
use wasm_bindgen::prelude::*;
use web_sys::{DomRect, Element, Event};

/// Least room between it and the edges of the window, in CSS pixels; and between it and its button.
const MARGIN: f64 = 16.0;
const GAP: f64 = 8.0;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(extends = Element)]
    type Popover;
    #[wasm_bindgen(method, catch, js_name = showPopover)]
    fn show(this: &Popover) -> Result<(), JsValue>;
    #[wasm_bindgen(method, catch, js_name = hidePopover)]
    fn hide(this: &Popover) -> Result<(), JsValue>;
}

/// One that is closed; `name` is its class.
pub(crate) fn element(name: &str, id: &str) -> El {
    let element = el("div", name).attr("id", id).attr("popover", "auto").attr("tabindex", "-1");
    element.attr("hidden", "")
}

/// What it does while it is there.
pub(crate) struct Behaviour {
    _toggled: Listener,
}

/// Opens it beside `button`, which from then on opens and closes it by itself.
pub(crate) fn open(element: &El, button: &Element) -> Behaviour {
    let _ = element.clone().without("hidden");
    let (beside, shown) = (El::from(button.clone()).attr("aria-haspopup", "dialog"), element.clone());
    let toggled = Listener::new(element.node(), "toggle", move |event| {
        if opens(&event) {
            // Not before: the click that opens it is not over then, and would close it again.
            let _ = beside.clone().attr("popovertarget", &shown.node().id());
            place(&shown, beside.node());
            focus(shown.html());
        }
    });
    // Without popovers there is no such method, and it is open already.
    if element.node().unchecked_ref::<Popover>().show().is_err() {
        focus(element.html());
    }
    Behaviour { _toggled: toggled }
}

/// Whether it is about to open, or has, of the events before and after.
pub(crate) fn opens(event: &Event) -> bool {
    js_sys::Reflect::get(event, &"newState".into()).is_ok_and(|state| state == "open")
}

/// Closes it.
pub(crate) fn close(element: &El) {
    if element.node().unchecked_ref::<Popover>().hide().is_err() {
        let _ = element.clone().attr("hidden", "");
    }
}

/// Says where it has to stand so that it is under the end of the button, and all of it in the window.
fn place(element: &El, button: &Element) {
    let (wide, high) = (f64::from(page::width()), page::height());
    let (own, beside): (DomRect, DomRect) =
        (element.node().get_bounding_client_rect(), button.get_bounding_client_rect());
    let within = |at: f64, room: f64| at.min(room - MARGIN).max(MARGIN);
    let top = within(beside.bottom() + GAP, high - own.height());
    let ltr = element.node().get_attribute("dir").is_none_or(|direction| direction != "rtl");
    let end = if ltr { wide - beside.right() } else { beside.left() };
    let end = within(end, wide - own.width());
    let style = element.html().style();
    for (name, value) in [("--_top", top), ("--_end", end)] {
        let _ = style.set_property(name, &format!("{}px", value as i32));
    }
}
