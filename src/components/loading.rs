//! While something is on its way: its room at once, its outline after 200 ms, the word after 300 ms.

use super::keep;
use crate::i18n::{Catalog, Message};
use crate::platform::clock::after;
use crate::platform::dom::{El, el};

/// When the outline is shown and the word is said, in milliseconds: what takes less would only flicker.
const OUTLINE: u32 = 200;
const WORD: u32 = 300;

/// The outline of an article, and the word "Loading".
pub(crate) fn loading(catalog: Catalog) -> El {
    let skeleton = skeleton();
    let word = el("p", "loading__word").attr("role", "status");
    let (outlined, worded) = (skeleton.clone(), word.clone());
    keep(after(OUTLINE, move || drop(outlined.attr("data-shown", ""))));
    keep(after(WORD, move || drop(worded.text(catalog.get(Message::Loading)))));
    el("div", "loading").add(skeleton).add(word)
}

fn skeleton() -> El {
    let parts = [("skeleton__kicker", 1), ("skeleton__bar", 3), ("skeleton__meta", 1), ("skeleton__image", 1), ("skeleton__line", 5)];
    let mut skeleton = el("div", "skeleton").attr("aria-hidden", "true");
    for (class, count) in parts {
        for _ in 0..count {
            skeleton = skeleton.add(el("div", class));
        }
    }
    skeleton
}
