//! Building the page node by node. No function here takes markup.

use wasm_bindgen::prelude::*;
use web_sys::{DomRect, Element, HtmlElement, Node};

const SVG: &str = "http://www.w3.org/2000/svg";
const MATHML: &str = "http://www.w3.org/1998/Math/MathML";

#[wasm_bindgen]
extern "C" {
    // Bound by hand: one call each instead of three, and no error path for what cannot fail on a constant name.
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    fn create_element(name: &str) -> Element;
    #[wasm_bindgen(js_namespace = document, js_name = createElementNS)]
    fn create_element_ns(namespace: &str, name: &str) -> Element;

    #[wasm_bindgen(js_name = Element)]
    type Parent;
    #[wasm_bindgen(method, js_name = append)]
    fn append_text(this: &Parent, text: &str);
    #[wasm_bindgen(method, js_name = appendChild)]
    fn append_node(this: &Parent, node: &Node);
    #[wasm_bindgen(method, js_name = replaceChildren)]
    fn replace_children(this: &Parent, node: &Node);
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn attribute(this: &Parent, name: &str, value: &str);
}

/// An element under construction.
#[derive(Clone)]
pub(crate) struct El(Element);

/// An HTML element with its class; an empty class sets none.
#[inline(never)]
pub(crate) fn el(name: &str, class: &str) -> El {
    El(create_element(name)).class(class)
}

/// A MathML element.
pub(crate) fn math_el(name: &str) -> El {
    El(create_element_ns(MATHML, name))
}

/// A line icon: the path is drawn with the current colour on a 20 × 20 grid. Not exposed to screen readers.
pub(crate) fn icon(class: &str, path: &str) -> El {
    let svg = El(create_element_ns(SVG, "svg")).attr("viewBox", "0 0 20 20").attr("aria-hidden", "true");
    svg.class(class).add(El(create_element_ns(SVG, "path")).attr("d", path))
}

/// A drawing of so many units on each side, filled with the current colour; screen readers say its label.
pub(crate) fn drawing(class: &str, size: i32, path: &str, label: &str) -> El {
    let size = size.to_string();
    let svg = El(create_element_ns(SVG, "svg")).attr("viewBox", &["0 0 ", &size, " ", &size].concat());
    let svg = svg.attr("role", "img").attr("aria-label", label).attr("shape-rendering", "crispEdges");
    svg.class(class).add(El(create_element_ns(SVG, "path")).attr("d", path))
}

// Never inlined: each is called hundreds of times, and a call is the smallest code.
impl El {
    /// Sets an attribute; the name is a constant of ours, never from outside.
    #[inline(never)]
    pub(crate) fn attr(self, name: &'static str, value: &str) -> Self {
        self.0.unchecked_ref::<Parent>().attribute(name, value);
        self
    }

    /// Sets an attribute when there is a value.
    #[inline(never)]
    pub(crate) fn maybe(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Removes an attribute.
    pub(crate) fn without(self, name: &'static str) -> Self {
        // A constant name is a valid one.
        let _ = self.0.remove_attribute(name);
        self
    }

    /// Sets the class, unless it is empty.
    #[inline(never)]
    pub(crate) fn class(self, class: &str) -> Self {
        if class.is_empty() { self } else { self.attr("class", class) }
    }

    /// Appends text.
    #[inline(never)]
    pub(crate) fn text(self, text: &str) -> Self {
        self.0.unchecked_ref::<Parent>().append_text(text);
        self
    }

    /// Appends an element.
    #[inline(never)]
    pub(crate) fn add(self, child: El) -> Self {
        self.0.unchecked_ref::<Parent>().append_node(&child.0);
        self
    }

    /// Appends the element when there is one.
    #[inline(never)]
    pub(crate) fn add_some(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.add(child),
            None => self,
        }
    }

    /// Replaces all that it holds.
    pub(crate) fn hold(&self, child: El) {
        self.0.unchecked_ref::<Parent>().replace_children(&child.0);
    }

    /// Replaces all that it holds, or empties it.
    pub(crate) fn hold_some(&self, child: Option<El>) {
        match child {
            Some(child) => self.hold(child),
            None => self.0.set_text_content(None),
        }
    }

    /// Puts an element before everything that it holds.
    pub(crate) fn put_first(&self, child: El) {
        // Fails only for an element that would hold itself.
        let _ = self.0.insert_before(&child.0, self.0.first_child().as_ref());
    }

    /// Replaces all that it holds by a text.
    pub(crate) fn say(&self, text: &str) {
        self.0.set_text_content(Some(text));
    }

    /// The element itself.
    pub(crate) fn node(&self) -> &Element {
        &self.0
    }

    /// The element as one that has focus, a style and a size.
    pub(crate) fn html(&self) -> &HtmlElement {
        self.0.unchecked_ref()
    }

    /// An element of the page.
    pub(crate) fn from_html(element: HtmlElement) -> Self {
        Self(element.unchecked_into())
    }
}

impl From<Element> for El {
    fn from(element: Element) -> Self {
        Self(element)
    }
}

/// Has the section around a place laid out wherever the screen is, so that the place is where it will stay. Sections of a
/// long text are not, for as long as they only say how much room they will take (`data-room`).
pub(crate) fn lay_out(place: &Element) {
    if let Some(section) = closest(place, "[data-room]") {
        let _ = section.remove_attribute("data-room");
    }
}

/// Moves an element that stands out of the flow, so that its corner is where `to` says, given its own place and size; in CSS
/// pixels of the window.
pub(crate) fn move_to(element: &El, to: impl FnOnce(&DomRect) -> (f64, f64)) {
    let style = element.html().style();
    // From where it stands by itself.
    let _ = style.remove_property("translate");
    let own = element.node().get_bounding_client_rect();
    let (left, top) = to(&own);
    let (x, y) = ((left - own.left()) as i32, (top - own.top()) as i32);
    let _ = style.set_property("translate", &format!("{x}px {y}px"));
}

/// The nearest element at or above `node` that matches.
pub(crate) fn closest(node: &Element, selector: &str) -> Option<Element> {
    node.closest(selector).ok().flatten()
}

/// The first element below `node` that matches.
pub(crate) fn find(node: &Element, selector: &str) -> Option<HtmlElement> {
    node.query_selector(selector).ok().flatten().map(JsCast::unchecked_into)
}

/// All elements below `node` that match, in their order.
pub(crate) fn find_all(node: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = node.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|index| found.item(index)?.dyn_into().ok()).collect()
}

/// Moves focus without moving the page.
pub(crate) fn focus_quietly(element: &HtmlElement) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    // An element that left the page takes no focus; nothing depends on it.
    let _ = element.focus_with_options(&options);
}

/// Moves focus and lets the page follow it.
pub(crate) fn focus(element: &HtmlElement) {
    let _ = element.focus();
}
