//! Sharing to Mastodon: which server, and the link to it.

use super::{Choice, ShareDialog};
use crate::i18n::Later;
use crate::platform::dom::{El, el, focus, icon};
use crate::platform::listen::Listener;
use crate::platform::share::value;
use crate::platform::storage;
use crate::share::mastodon;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// Where the server is remembered.
const KEPT: &str = "gatefold-mastodon";

impl ShareDialog {
    /// A button for among the targets, which opens `form`.
    pub(super) fn mastodon(
        self: &Rc<Self>,
        choice: &Choice,
        drawn: &str,
        form: &El,
        listeners: &mut Vec<Listener>,
    ) -> El {
        let subject = self.subject(choice, "mastodon");
        let id = |name: &str| self.context.config.id(name);
        let say = |message| self.context.catalog.get(message);
        let field =
            el("input", "share__server-field").attr("type", "text").attr("dir", "ltr").attr("id", &id("share-server"));
        let field = field.attr("inputmode", "url").attr("autocapitalize", "none").attr("spellcheck", "false");
        let field = field.attr("placeholder", "mastodon.social").attr("aria-describedby", &id("share-server-said"));
        let field = field.attr("value", &storage::kept(KEPT).unwrap_or_default());
        let label =
            el("label", "share__server-label").attr("for", &id("share-server")).text(say(Later::MastodonServer));
        let said = el("p", "share__said").attr("role", "status").attr("id", &id("share-server-said"));
        let link = el("a", "button share__server-link").attr("target", "_blank").attr("rel", "noopener noreferrer");
        let link =
            link.attr("data-target", "mastodon").attr("role", "link").attr("tabindex", "0").text(say(Later::Post));
        let row = el("div", "share__copy").add(field.clone()).add(link.clone());
        let form = form.clone().add(label).add(row).add(said.clone());

        // A plain link, so that no browser takes it for a window that nobody wanted.
        let (typed, aimed, about) = (field.clone(), link.clone(), subject.clone());
        let aim = move || {
            let server = mastodon::server(&value(&typed));
            let _ = match &server {
                Some(server) => aimed.clone().attr("href", &mastodon::address(server, &about)),
                None => aimed.clone().without("href"),
            };
            server
        };
        aim();
        let (input, again) = (aim.clone(), said.clone());
        listeners.push(Listener::new(field.node(), "input", move |_| {
            again.say("");
            input();
        }));
        let (enter, go) = (field.clone(), link.clone());
        listeners.push(Listener::new(enter.node(), "keydown", move |event| {
            if event.unchecked_ref::<KeyboardEvent>().key() == "Enter" {
                event.prevent_default();
                go.html().click();
            }
        }));
        let (this, words, again) = (Rc::downgrade(self), say(Later::MastodonNoServer), field.clone());
        listeners.push(Listener::new(link.node(), "click", move |event| {
            let Some(server) = aim() else {
                event.prevent_default();
                said.say(words);
                return focus(again.html());
            };
            storage::keep(KEPT, &server);
            if this.upgrade().is_none_or(|this| !this.tell("mastodon", &subject)) {
                event.prevent_default();
            }
        }));

        let button = el("button", "share__target").attr("type", "button").attr("aria-controls", &id("share-mastodon"));
        let button = button.attr("aria-expanded", "false").add(el("span", "share__glyph").add(icon("icon", drawn)));
        let button = button.add(el("span", "share__label").text("Mastodon"));
        let (shown, place, pressed) = (form.clone(), field, button.clone());
        listeners.push(Listener::new(button.node(), "click", move |_| {
            let open = shown.node().has_attribute("hidden");
            let _ = pressed.clone().attr("aria-expanded", if open { "true" } else { "false" });
            if open {
                let _ = shown.clone().without("hidden");
                focus(place.html());
            } else {
                let _ = shown.clone().attr("hidden", "");
            }
        }));
        button
    }
}
