//! What is said over an article that is the copy of an earlier visit.

use super::live::{Newer, Renew};
use super::{keep, on_click};
use crate::i18n::{Later, Message};
use crate::platform::dom::{El, el};
use crate::platform::intl::{DateStyle, format_age, format_date};
use crate::platform::listen::Listener;
use crate::platform::page;
use crate::state::Context;
use std::rc::Rc;

/// Says how old the copy in `reader` is, and offers to ask again; back online, it asks by itself.
pub(super) fn notice(reader: &El, kept: &str, context: &Context, renew: Renew) {
    let again = Rc::new(move || renew(Newer::Wanted));
    let (catalog, language) = (context.catalog, context.catalog.locale().tag);
    let age = format_age(kept, language).or_else(|| format_date(kept, language, DateStyle::WithTime));
    let words = catalog.format(Later::OldCopy, &[("age", age.as_deref().unwrap_or(kept))]);
    let button = el("button", "text-button copy__retry").attr("type", "button").text(catalog.get(Message::TryAgain));
    let notice = el("p", "stale copy").attr("role", "status").add(el("span", "").text(&words)).text(" ");
    reader.put_first(notice.add(button.clone()));
    keep(Listener::new(&page::window(), "online", {
        let again = again.clone();
        move |_| again()
    }));
    on_click(&button, move |_| again());
}
