//! The keyboard map: single keys that go about in the article, and a dialog that lists them.
//!
//! In the app they are heard on the whole page, in the element while the focus is in it. Whoever speaks to the computer may
//! press them unawares, so they can be turned off (WCAG 2.2, 2.1.4), there and by the option `keys`. A key in a field, in
//! something open or with a modifier is none of them.

use super::contents::{LINE, is_laid_out};
use super::top;
use crate::EMBEDDED;
use crate::components::panel::{close_button, head};
use crate::i18n::{Catalog, Later, Message};
use crate::platform::dialog as modal;
use crate::platform::dom::{El, closest, el, find, find_all, focus, focus_quietly, lay_out};
use crate::platform::listen::Listener;
use crate::platform::{page, storage};
use crate::render::sections::target;
use crate::state::Context;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, KeyboardEvent};

/// Where it is kept that they are off, in the origin's local storage.
const KEPT: &str = "gatefold-keys";

/// Where a key is meant for something else.
const BUSY: &str = "input, textarea, select, [contenteditable], audio, video, dialog, [popover], [role=application]";

/// The keys, each with what it is called and the button that it presses, if it presses one.
fn keys(catalog: Catalog) -> [(&'static str, &'static str, &'static str); 9] {
    [
        ("j", catalog.get(Later::NextSection), ""),
        ("k", catalog.get(Later::PreviousSection), ""),
        ("t", catalog.get(Later::BackToTop), ""),
        ("c", catalog.get(Message::Contents), ".contents-open"),
        ("e", catalog.get(Message::ExpandAll), ".expand-all"),
        ("z", catalog.get(Message::CollapseAll), ".collapse-all"),
        ("s", catalog.get(Message::ShareArticle), ".share-open"),
        ("l", catalog.get(Later::Listen), ".listen-open"),
        ("a", catalog.get(Message::Settings), ".settings-open"),
    ]
}

/// The dialog that lists them, and what it listens to.
struct List {
    dialog: El,
    _behaviour: modal::Behaviour,
    _listeners: [Listener; 2],
}

/// The keyboard map of one reader, and of the articles below its own.
struct Keys {
    /// What holds the article, and those that follow it.
    reader: El,
    /// The article, of which the dialog lists the keys.
    root: El,
    context: Context,
    dialog: RefCell<Option<List>>,
}

/// Hears the keys for the article at `root`, while the listeners are kept.
pub(super) fn hear(root: &El, context: &Context) -> Option<Vec<Listener>> {
    let reader = El::from(root.node().parent_element()?);
    let listening: EventTarget = if EMBEDDED { reader.node().clone().into() } else { page::window().into() };
    let keys = Rc::new(Keys { reader, root: root.clone(), context: context.clone(), dialog: RefCell::default() });
    let locale = context.catalog.locale();
    // Shown when the focus comes to it: of use to nobody else.
    let help = el("button", "button keys-open").attr("type", "button").attr("aria-haspopup", "dialog");
    let help = help.attr("lang", locale.tag).attr("dir", locale.direction.as_str());
    let help = help.text(context.catalog.get(Later::Keys));
    let _ = El::from_html(find(root.node(), ".meta__actions")?).add(help.clone());
    let opening = keys.clone();
    let clicked = Listener::new(help.node(), "click", move |_| opening.help());
    let pressed = Listener::new(&listening, "keydown", move |event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        let with_others = event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing();
        if with_others || event.default_prevented() || storage::kept(KEPT).is_some_and(|kept| kept == "off") {
            return;
        }
        let busy = target(event).is_some_and(|target| closest(&target, BUSY).is_some());
        if !busy && keys.press(&event.key()) {
            event.prevent_default();
        }
    });
    Some(vec![clicked, pressed])
}

impl Keys {
    /// Does what a key says; `false` where it says nothing.
    fn press(self: &Rc<Self>, key: &str) -> bool {
        // Something is open over the page.
        if find(self.reader.node(), "dialog[open]").is_some() {
            return false;
        }
        let article = self.article();
        match key {
            "?" => self.help(),
            "t" => top::go(&article),
            "j" => return go_on(&article, true),
            "k" => return go_on(&article, false),
            "c" if contents_beside(&article) => {
                if let Some(link) = find(&article, ".contents__inside [aria-current], .contents__link") {
                    focus(&link);
                }
            }
            _ => {
                let keys = keys(self.context.catalog);
                let Some((_, _, button)) = keys.iter().find(|(known, _, button)| *known == key && !button.is_empty())
                else {
                    return false;
                };
                let Some(button) = find(&article, button) else { return false };
                button.click();
            }
        }
        true
    }

    /// The article in view.
    fn article(&self) -> Element {
        let middle = page::height() / 2.0;
        let passed = |article: &Element| article.get_bounding_client_rect().top() < middle;
        let articles = find_all(self.reader.node(), ".article");
        articles.into_iter().rev().find(passed).unwrap_or_else(|| self.root.node().clone())
    }

    /// Opens the list of keys.
    fn help(self: &Rc<Self>) {
        let mut list = self.dialog.borrow_mut();
        let list = list.get_or_insert_with(|| {
            let list = self.list();
            let _ = self.reader.clone().add(list.dialog.clone());
            list
        });
        modal::open(&list.dialog);
    }

    fn list(&self) -> List {
        let (catalog, root) = (self.context.catalog, self.root.node());
        let locale = catalog.locale();
        let title = el("h2", "panel__title").attr("id", &self.context.config.id("keys")).text(catalog.get(Later::Keys));
        let close = close_button("keys__close", catalog);
        let list = el("dl", "keys__list");
        // Those that do something here.
        let there =
            keys(catalog).into_iter().filter(|(_, _, button)| button.is_empty() || find(root, button).is_some());
        let list = there.fold(list, |list, (key, name, _)| {
            let key = el("dt", "").add(el("kbd", "keys__key").text(key));
            list.add(el("div", "keys__row").add(key).add(el("dd", "").text(name)))
        });
        let used = el("input", "").attr("type", "checkbox");
        let off = storage::kept(KEPT).is_some_and(|kept| kept == "off");
        let used = if off { used } else { used.attr("checked", "") };
        let dialog =
            el("dialog", "overlay keys-dialog").attr("lang", locale.tag).attr("dir", locale.direction.as_str());
        let dialog = dialog.attr("aria-labelledby", &title.node().id());
        let closing = dialog.clone();
        let listeners = [
            Listener::new(close.node(), "click", move |_| modal::close(&closing)),
            Listener::new(used.node(), "change", |event| {
                let now = target(&event).and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
                storage::keep(KEPT, if now.is_some_and(|now| now.checked()) { "on" } else { "off" });
            }),
        ];
        let switch = el("label", "keys__switch").add(used).text(" ").text(catalog.get(Later::UseKeys));
        let dialog = dialog.add(el("div", "overlay__panel keys").add(head(title, close)).add(list).add(switch));
        List { _behaviour: modal::behaviour(&dialog), dialog, _listeners: listeners }
    }
}

/// Whether the contents stand in the margin.
fn contents_beside(article: &Element) -> bool {
    find(article, ".contents").is_some_and(|contents| contents.offset_height() > 0)
}

/// Goes to the section after or before the one that is read, which stays as open as it is; `false` where there is none.
fn go_on(article: &Element, forward: bool) -> bool {
    let sections: Vec<_> = find_all(article, ".section").into_iter().filter_map(|one| one.dyn_into().ok()).collect();
    let sections: Vec<_> = sections.iter().filter(|section| is_laid_out(section)).collect();
    let read = sections.iter().rposition(|section| section.get_bounding_client_rect().top() <= LINE);
    let next = match (read, forward) {
        (Some(read), true) => Some(read + 1),
        (Some(read), false) => read.checked_sub(1),
        (None, true) => Some(0),
        (None, false) => None,
    };
    let Some(section) = next.and_then(|next| sections.get(next)) else { return false };
    lay_out(section);
    section.scroll_into_view();
    if let Some(button) = find(section, ".section__toggle") {
        focus_quietly(&button);
    }
    true
}
