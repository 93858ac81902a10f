//! Copying it as a text to paste elsewhere: Markdown, HTML, a citation.

use super::{Choice, ShareDialog};
use crate::i18n::Later;
use crate::platform::dom::{El, el};
use crate::platform::listen::Listener;
use crate::platform::share as system;
use crate::render::Icon;
use crate::share::FORMS;
use std::rc::Rc;

impl ShareDialog {
    /// A disclosure with a button for each form.
    pub(super) fn copies(self: &Rc<Self>, choice: &Choice, listeners: &mut Vec<Listener>) -> El {
        let catalog = self.context.catalog;
        let summary = el("summary", "share__summary").text(catalog.get(Later::CopyAs));
        let summary = summary.add(Icon::Chevron.draw("icon share__chevron"));
        let said = el("p", "share__message").attr("role", "status");
        // Where the browser refuses to copy, it stands there to be copied by hand.
        let field = el("textarea", "share__text").attr("readonly", "").attr("rows", "4").attr("dir", "auto");
        let field = field.attr("hidden", "").attr("aria-label", catalog.get(Later::CopyAs));
        let mut list = el("ul", "share__forms").attr("role", "list");
        let subject = self.subject(choice, "copy");
        for form in &FORMS {
            let text = (form.write)(&subject);
            if text.is_empty() {
                continue;
            }
            let button = el("button", "button share__form").attr("type", "button").attr("data-form", form.id);
            let button = button.attr("lang", "en").text(form.name);
            list = list.add(el("li", "").add(button.clone()));
            let (this, subject, said, field) = (Rc::downgrade(self), subject.clone(), said.clone(), field.clone());
            listeners.push(Listener::new(button.node(), "click", move |_| {
                if this.upgrade().is_none_or(|this| !this.tell(form.id, &subject)) {
                    return;
                }
                let (shown, said, field) = (text.clone(), said.clone(), field.clone());
                let _ = field.clone().attr("hidden", "");
                system::copy(&text, move |copied| {
                    if copied {
                        said.say(&[form.name, ": ", catalog.get(Later::Copied)].concat());
                        return;
                    }
                    said.say(catalog.get(Later::CopyTextRefused));
                    field.say(&shown);
                    let _ = field.clone().without("hidden");
                    system::select_all(&field);
                });
            }));
        }
        el("details", "share__more").add(summary).add(list).add(said).add(field)
    }
}
