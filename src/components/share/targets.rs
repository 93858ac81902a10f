//! Where it can be shared to: at once, and on request.

use super::{Choice, ShareDialog, names};
use crate::i18n::Later;
use crate::platform::dialog as modal;
use crate::platform::dom::{El, closest, el, find, focus, icon};
use crate::platform::listen::Listener;
use crate::platform::page;
use crate::platform::share as system;
use crate::render::sections::target;
use crate::share::{self, Row, Subject, Way};
use std::rc::Rc;

/// The icon of more.
const DOTS: &str = "M5.1 10a.6.6 0 1 1-1.2 0 .6.6 0 0 1 1.2 0m5.5 0a.6.6 0 1 1-1.2 0 .6.6 0 0 1 1.2 0m5.5 0a.6.6 0 1 1-1.2 0 .6.6 0 0 1 1.2 0";

impl ShareDialog {
    /// The targets, what some of them ask, and a button for more.
    pub(super) fn targets(
        self: &Rc<Self>,
        parent: El,
        choice: &Choice,
        message: &El,
        listeners: &mut Vec<Listener>,
    ) -> El {
        let catalog = self.context.catalog;
        let chosen: Vec<_> = names(&self.context.config.share_targets).collect();
        let (at_once, others) = share::offered(catalog.locale().tag, &chosen, &self.own);
        let list = el("ul", "share__targets").attr("role", "list");
        let form = el("div", "share__server").attr("id", &self.context.config.id("share-mastodon")).attr("hidden", "");
        for row in &at_once {
            self.add(&list, row, choice, &form, listeners);
        }
        if !others.is_empty() {
            let glyph = el("span", "share__glyph").add(icon("icon", DOTS));
            let name = el("span", "share__label").text(catalog.get(Later::MoreTargets));
            let button = el("button", "share__target").attr("type", "button").attr("data-more", "");
            let item = el("li", "").add(button.add(glyph).add(name));
            let _ = list.clone().add(item.clone());
            let (this, gone, list, form) = (Rc::downgrade(self), item.clone(), list.clone(), form.clone());
            let choice = choice.clone();
            listeners.push(Listener::new(item.node(), "click", move |_| {
                let Some(this) = this.upgrade() else { return };
                let mut added = Vec::new();
                let items: Vec<_> = others.iter().map(|row| this.add(&list, row, &choice, &form, &mut added)).collect();
                if let Some(first) = items.first().and_then(|item| find(item.node(), ".share__target")) {
                    focus(&first);
                }
                gone.node().remove();
                this.open.borrow_mut().0.push(added);
            }));
        }
        let (this, choice, message) = (Rc::downgrade(self), choice.clone(), message.clone());
        listeners.push(Listener::new(list.node(), "click", move |event| {
            let chosen = target(&event).and_then(|target| closest(&target, "[data-target]"));
            let id = chosen.as_ref().and_then(|chosen| chosen.get_attribute("data-target"));
            let (Some(this), Some(id)) = (this.upgrade(), id) else { return };
            let subject = this.subject(&choice, &id);
            if !this.tell(&id, &subject) {
                event.prevent_default();
            } else if id == "print" {
                modal::close(&this.element);
                page::print();
            } else if let Some(name) = chosen.filter(|chosen| !chosen.has_attribute("href")) {
                this.copy_for(&name.text_content().unwrap_or_default(), &subject, &message);
            }
        }));
        parent.add(list).add(form)
    }

    /// Puts a target into the list; `form` is for what it asks.
    fn add(self: &Rc<Self>, list: &El, row: &Row, choice: &Choice, form: &El, listeners: &mut Vec<Listener>) -> El {
        let element = match row.way() {
            Some(Way::Server) => self.mastodon(choice, row.icon(), form, listeners),
            way => self.target(row, choice, way.is_some()),
        };
        let item = el("li", "").add(element);
        let _ = list.clone().add(item.clone());
        item
    }

    /// A link to a target, or a button where there is no address to follow.
    fn target(&self, row: &Row, choice: &Choice, acts: bool) -> El {
        let element = if acts {
            el("button", "share__target").attr("type", "button")
        } else {
            let address = row.href(&self.subject(choice, row.id())).unwrap_or_default();
            // A letter opens no page, and would leave an empty one behind.
            let page = address.starts_with("http").then_some("_blank");
            let link = el("a", "share__target").attr("href", &address);
            link.maybe("target", page).attr("rel", "noopener noreferrer")
        };
        let glyph = el("span", "share__glyph").add(icon("icon", row.icon()));
        let name = el("span", "share__label").attr("dir", "auto").text(row.label(self.context.catalog));
        element.attr("data-target", row.id()).add(glyph).add(name)
    }

    /// Copies all of it for a place that has to be opened by hand, and says so.
    fn copy_for(&self, name: &str, subject: &Subject, message: &El) {
        let catalog = self.context.catalog;
        let (message, name) = (message.clone(), name.to_owned());
        system::copy(&share::text_and_url(subject), move |copied| {
            let words = if copied { Later::CopiedFor } else { Later::ShareFailed };
            message.say(&catalog.format(words, &[("name", &name)]));
        });
    }
}
