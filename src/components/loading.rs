//! While something is on its way: its room at once, its outline after 200 ms, the word after 300 ms.

use crate::i18n::{Catalog, Message};
use crate::platform::clock::{Timer, after};
use crate::platform::dom::{El, el};
use leptos::html::{div, p};
use leptos::prelude::*;

/// When the outline is shown and the word is said, in milliseconds: what takes less would only flicker.
const OUTLINE: u32 = 200;
const WORD: u32 = 300;

/// The outline of an article.
pub(crate) fn loading(catalog: Catalog) -> impl IntoView {
    let (outlined, worded) = (RwSignal::new(false), RwSignal::new(false));
    // The article may have come, and the signal be gone.
    let show = |signal: RwSignal<bool>| {
        move || {
            let _ = signal.try_set(true);
        }
    };
    let timers: StoredValue<[Timer; 2], LocalStorage> =
        StoredValue::new_local([after(OUTLINE, show(outlined)), after(WORD, show(worded))]);
    on_cleanup(move || timers.dispose());
    let skeleton = skeleton();
    div().class("loading").child((
        div()
            .class("skeleton")
            .attr("aria-hidden", "true")
            .attr("data-shown", move || outlined.get().then_some(""))
            .directive(super::holding(skeleton), ()),
        p().class("loading__word")
            .attr("role", "status")
            .child(move || if worded.get() { catalog.get(Message::Loading) } else { "" }),
    ))
}

fn skeleton() -> El {
    let bars =
        |parent: El, class: &str, count: usize| (0..count).fold(parent, |parent, _| parent.add(&el("div", class)));
    let all = el("div", "skeleton__article").add(&el("div", "skeleton__kicker"));
    let all = bars(all, "skeleton__bar", 3).add(&el("div", "skeleton__meta")).add(&el("div", "skeleton__image"));
    bars(all, "skeleton__line", 5)
}
