//! The way back to where an article begins.

use crate::i18n::Later;
use crate::platform::dom::{El, el, find, focus_quietly};
use crate::platform::listen::Listener;
use crate::state::Context;
use web_sys::Element;

/// A text of so many minutes needs a way back. How tall it is would have to be laid out first.
const LONG: u32 = 4;

/// Puts a button under the text of the article at `root`, if that takes so many `minutes` that it is long.
pub(super) fn offer(root: &El, context: &Context, minutes: u32) -> Option<Listener> {
    let prose = find(root.node(), ".prose").filter(|_| minutes >= LONG)?;
    let locale = context.catalog.locale();
    let button = el("button", "text-button to-top").attr("type", "button");
    let button = button.attr("lang", locale.tag).attr("dir", locale.direction.as_str());
    let button = button.text(context.catalog.get(Later::BackToTop));
    let after = find(root.node(), ".footnotes").unwrap_or(prose);
    let _ = root.node().insert_before(button.node(), after.next_sibling().as_ref());
    let article = root.node().clone();
    Some(Listener::new(button.node(), "click", move |_| go(&article)))
}

/// Goes to where an article begins: screen and focus.
pub(super) fn go(article: &Element) {
    article.scroll_into_view();
    if let Some(title) = find(article, ".title[id]") {
        let _ = El::from_html(title.clone()).attr("tabindex", "-1");
        focus_quietly(&title);
    }
}
