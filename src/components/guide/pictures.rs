//! Pictures enlarged, over the whole window: one after the other, with what is said of them.

use crate::EMBEDDED;
use crate::components::keep;
use crate::components::panel::close_button;
use crate::i18n::{Catalog, Later};
use crate::platform::dialog as modal;
use crate::platform::dom::{El, closest, el, find, find_all};
use crate::platform::intl;
use crate::platform::listen::Listener;
use crate::platform::page;
use crate::render::Icon;
use crate::render::sections::target;
use crate::state::Context;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, PointerEvent};

/// How far a finger has to go for the next picture, in CSS pixels.
const SWIPE: i32 = 48;

/// Pictures that can be enlarged: those that lead nowhere.
const PICTURES: &str = ".figure__frame:not([data-broken]) img";

/// The dialog of an article.
struct Pictures {
    root: El,
    catalog: Catalog,
    dialog: El,
    stage: El,
    said: El,
    caption: El,
    /// Which one is shown.
    at: Cell<usize>,
    /// Where a finger went down.
    down: Cell<Option<i32>>,
    /// Whether Back closes it: only where the history is not somebody else's.
    back: bool,
    /// An entry of the history stands for the open dialog.
    entry: Cell<bool>,
}

/// Puts a button at every picture of the article at `root`.
pub(super) fn enlarge(root: &El, context: &Context) -> Vec<Listener> {
    let catalog = context.catalog;
    let pictures = pictures(root);
    if pictures.is_empty() {
        return Vec::new();
    }
    for frame in pictures.iter().filter_map(|picture| closest(picture, ".figure__frame")) {
        let button = el("button", "icon-button figure__button figure__enlarge").attr("type", "button");
        let label = catalog.get(Later::Enlarge);
        let button =
            button.attr("aria-label", label).attr("aria-haspopup", "dialog").attr("lang", catalog.locale().tag);
        let _ = El::from(frame).attr("data-enlarges", "").add(button.add(Icon::Enlarge.draw("")));
    }
    let this = Pictures::new(root, catalog, !EMBEDDED || context.config.history);
    let opening = this.clone();
    let mut listeners = vec![Listener::new(root.node(), "click", move |event| {
        let frame = target(&event).filter(|target| {
            closest(target, ".figure__enlarge").is_some() || target.matches(PICTURES).is_ok_and(|is| is)
        });
        let frame = frame.and_then(|target| closest(&target, "[data-enlarges]"));
        if let Some(picture) = frame.and_then(|frame| find(&frame, "img")) {
            opening.open(&picture);
        }
    })];
    listeners.extend(this.listen());
    listeners
}

fn pictures(root: &El) -> Vec<Element> {
    let all = find_all(root.node(), PICTURES);
    all.into_iter().filter(|picture| closest(picture, "a, .related").is_none()).collect()
}

impl Pictures {
    fn new(root: &El, catalog: Catalog, back: bool) -> Rc<Self> {
        let button = |class: &str, label, icon: Icon| {
            let button = el("button", class).attr("type", "button").attr("aria-label", catalog.get(label));
            button.add(icon.draw(""))
        };
        let locale = catalog.locale();
        let stage = el("div", "lightbox__stage").attr("tabindex", "-1");
        let (said, caption) = (el("p", "lightbox__said").attr("role", "status"), el("p", "lightbox__caption"));
        let zoom = button("icon-button lightbox__zoom", Later::Zoom, Icon::Enlarge).attr("aria-pressed", "false");
        let tools = el("div", "lightbox__tools").add(said.clone());
        let tools = tools.add(button("icon-button lightbox__previous", Later::PreviousPicture, Icon::Back));
        let tools = tools.add(button("icon-button lightbox__next", Later::NextPicture, Icon::Forth)).add(zoom);
        let tools = tools.add(close_button("lightbox__close", catalog));
        let dialog = el("dialog", "lightbox").attr("part", "lightbox").attr("aria-label", catalog.get(Later::Enlarge));
        let dialog = dialog.attr("lang", locale.tag).attr("dir", locale.direction.as_str());
        let dialog = dialog.add(tools).add(stage.clone()).add(caption.clone());
        if let Some(reader) = root.node().parent_element() {
            let _ = El::from(reader).add(dialog.clone());
        }
        keep(modal::behaviour(&dialog));
        let (at, down, entry) = (Cell::default(), Cell::default(), Cell::default());
        Rc::new(Self { root: root.clone(), catalog, dialog, stage, said, caption, at, down, back, entry })
    }

    fn open(&self, picture: &Element) {
        let at = pictures(&self.root).iter().position(|other| other.is_same_node(Some(picture)));
        self.show(at.unwrap_or_default());
        modal::open(&self.dialog);
        self.entry.set(self.back && page::push_same());
    }

    /// Shows the picture at a place, as large as there is one.
    fn show(&self, at: usize) {
        let pictures = pictures(&self.root);
        let Some(picture) = pictures.get(at) else { return };
        self.at.set(at);
        self.zoom(false);
        let whole = closest(picture, "picture").unwrap_or_else(|| picture.clone());
        if let Some(copy) = whole.clone_node_with_deep(true).ok().and_then(|copy| copy.dyn_into::<Element>().ok()) {
            let image = if copy.tag_name() == "IMG" { Some(copy.clone()) } else { find(&copy, "img").map(Into::into) };
            if let Some(image) = image {
                let _ = El::from(image).without("loading").without("class").attr("sizes", "100vw");
            }
            self.stage.hold(El::from(copy));
        }
        let figure = closest(picture, "figure").and_then(|figure| find(&figure, ".caption"));
        self.caption.say(&figure.and_then(|caption| caption.text_content()).unwrap_or_default());
        let caption = self.caption.clone().maybe("lang", language(picture).as_deref()).attr("dir", "auto");
        drop(caption);
        let number = |number: usize| intl::format_number(number as f64, self.catalog.locale().tag);
        let said = [("n", &*number(at + 1)), ("count", &*number(pictures.len()))];
        self.said.say(&self.catalog.format(Later::PictureOf, &said));
        for (selector, end) in [(".lightbox__previous", 0), (".lightbox__next", pictures.len() - 1)] {
            if let Some(button) = find(self.dialog.node(), selector) {
                let button = El::from_html(button).attr("aria-disabled", if at == end { "true" } else { "false" });
                let _ = if pictures.len() == 1 { button.attr("hidden", "") } else { button.without("hidden") };
            }
        }
    }

    /// On, or back where `on` is not.
    fn go(&self, on: bool) {
        self.show(if on { self.at.get() + 1 } else { self.at.get().wrapping_sub(1) });
    }

    /// Shows as many pixels as the picture has, or all of it.
    fn zoom(&self, on: bool) {
        let stage = self.stage.clone();
        let _ = if on { stage.attr("data-zoomed", "") } else { stage.without("data-zoomed") };
        if let Some(button) = find(self.dialog.node(), ".lightbox__zoom") {
            let _ = El::from_html(button).attr("aria-pressed", if on { "true" } else { "false" });
        }
    }

    fn is_zoomed(&self) -> bool {
        self.stage.node().has_attribute("data-zoomed")
    }

    /// Whether the language of the interface runs from right to left, and "on" with it.
    fn is_mirrored(&self) -> bool {
        self.catalog.locale().direction.as_str() == "rtl"
    }

    fn listen(self: &Rc<Self>) -> Vec<Listener> {
        let (click, key, down, up) = (self.clone(), self.clone(), self.clone(), self.clone());
        let (back, closed) = (self.clone(), self.clone());
        vec![
            Listener::new(&page::window(), "popstate", move |_| {
                if back.entry.take() {
                    modal::close(&back.dialog);
                }
            }),
            Listener::new(self.dialog.node(), "close", move |_| {
                if closed.entry.take() {
                    page::back();
                }
            }),
            Listener::new(self.dialog.node(), "click", move |event| {
                let Some(target) = target(&event) else { return };
                let is = |selector| closest(&target, selector).is_some();
                if is(".lightbox__close") {
                    modal::close(&click.dialog);
                } else if is(".lightbox__previous") {
                    click.go(false);
                } else if is(".lightbox__next") {
                    click.go(true);
                } else if is(".lightbox__zoom") || is(".lightbox__stage img") {
                    click.zoom(!click.is_zoomed());
                } else if is(".lightbox__stage") {
                    modal::close(&click.dialog);
                }
            }),
            Listener::new(self.dialog.node(), "keydown", move |event| {
                let event: &KeyboardEvent = event.unchecked_ref();
                match event.key().as_str() {
                    // What is larger than the window is scrolled with them.
                    "ArrowRight" if !key.is_zoomed() => key.go(!key.is_mirrored()),
                    "ArrowLeft" if !key.is_zoomed() => key.go(key.is_mirrored()),
                    "+" | "=" => key.zoom(true),
                    "-" => key.zoom(false),
                    _ => return,
                }
                event.prevent_default();
            }),
            Listener::new(self.stage.node(), "pointerdown", move |event| {
                let event: &PointerEvent = event.unchecked_ref();
                down.down.set((event.is_primary() && event.pointer_type() == "touch").then(|| event.client_x()));
            }),
            Listener::new(self.stage.node(), "pointerup", move |event| {
                let Some(from) = up.down.take() else { return };
                let moved = event.unchecked_ref::<PointerEvent>().client_x() - from;
                if moved.abs() >= SWIPE && !up.is_zoomed() {
                    up.go((moved < 0) != up.is_mirrored());
                }
            }),
        ]
    }
}

/// The language around an element.
fn language(element: &Element) -> Option<String> {
    closest(element, "[lang]")?.get_attribute("lang")
}
