//! Copying it as a text to paste elsewhere: Markdown, HTML, a citation.

use super::ShareDialog;
use crate::i18n::Later;
use crate::platform::dom::{El, el};
use crate::platform::listen::Listener;
use crate::platform::share as system;
use crate::render::Icon;
use crate::share::{FORMS, Subject};

impl ShareDialog {
    /// A disclosure with a button for each form.
    pub(super) fn copies(&self, subject: &Subject, listeners: &mut Vec<Listener>) -> El {
        let catalog = self.context.catalog;
        let summary = el("summary", "share__summary").text(catalog.get(Later::CopyAs));
        let summary = summary.add(Icon::Chevron.draw("icon share__chevron"));
        let said = el("p", "share__message").attr("role", "status");
        // Where the browser refuses to copy, it stands there to be copied by hand.
        let field = el("textarea", "share__text").attr("readonly", "").attr("rows", "4").attr("dir", "auto");
        let field = field.attr("hidden", "").attr("aria-label", catalog.get(Later::CopyAs));
        let mut list = el("ul", "share__forms").attr("role", "list");
        for form in &FORMS {
            let button = el("button", "button share__form").attr("type", "button").attr("data-form", form.id);
            let button = button.attr("lang", "en").text(form.name);
            list = list.add(el("li", "").add(button.clone()));
            let (subject, said, field) = (subject.clone(), said.clone(), field.clone());
            listeners.push(Listener::new(button.node(), "click", move |_| {
                let (text, said, field) = ((form.write)(&subject), said.clone(), field.clone());
                let _ = field.clone().attr("hidden", "");
                let shown = text.clone();
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
