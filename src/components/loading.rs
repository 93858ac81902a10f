//! While something is on its way: its room at once, its outline after 200 ms, the word after 300 ms.

use super::keep;
use crate::EMBEDDED;
use crate::i18n::Message;
use crate::platform::clock::after;
use crate::platform::dom::{El, el};
use crate::state::Context;

/// When the word is said, in milliseconds: what takes less would only flicker. The style sheet shows the outline.
const WORD: u32 = 300;

/// Puts the outline of an article, and the word "Loading", into `parent`.
pub(crate) fn loading(parent: &El, context: &Context) {
    let catalog = context.catalog;
    let word = el("p", "loading").attr("role", "status");
    let said = word.clone();
    keep(after(WORD, move || said.say(catalog.get(Message::Loading))));
    // A guest has no say in the headings of a page before there is an article.
    let heading = if EMBEDDED { "p" } else { "h1" };
    parent.hold(el(heading, "visually-hidden").text(catalog.get(Message::Loading)));
    let _ = parent.clone().add(skeleton()).add(word);
}

fn skeleton() -> El {
    let parts = [
        ("skeleton__kicker", 1),
        ("skeleton__bar", 3),
        ("skeleton__meta", 1),
        ("skeleton__image", 1),
        ("skeleton__line", 5),
    ];
    let mut skeleton = el("div", "skeleton").attr("aria-hidden", "true");
    for (class, count) in parts {
        for _ in 0..count {
            skeleton = skeleton.add(el("div", class));
        }
    }
    skeleton
}
