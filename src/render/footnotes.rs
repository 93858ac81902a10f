//! Notes at the foot of the article, each with a way back to where it was referred to.

use super::block::fill_blocks;
use super::{ID, Scope};
use crate::i18n::Message;
use crate::platform::dom::{El, el};

/// The notes, or nothing. Built after the text, when it is known which of them are referred to.
pub(crate) fn footnotes(scope: &Scope) -> Option<El> {
    let notes = &scope.article.footnotes;
    if notes.is_empty() {
        return None;
    }
    let mut list = el("ol", "footnotes__list");
    for (index, note) in notes.iter().enumerate() {
        let number = (index + 1).to_string();
        let item = el("li", "footnote").attr("id", &[ID, "note-", &number].concat()).attr("tabindex", "-1");
        let mut item = fill_blocks(scope, item, &note.blocks);
        if scope.references.borrow().get(index).is_some_and(|count| *count > 0) {
            let label = scope.catalog.format(Message::FootnoteBack, &[("n", &number)]);
            let back = el("a", "footnote__back").attr("href", &["#ref-", &number].concat());
            item = item.add(back.attr("role", "doc-backlink").attr("aria-label", &label).text("\u{21A9}\u{FE0E}"));
        }
        list = list.add(item);
    }
    let id = [ID, "footnotes"].concat();
    let title = el("h2", "footnotes__title").attr("id", &id).text(scope.catalog.get(Message::Footnotes));
    let section = el("section", "footnotes").attr("role", "doc-endnotes").attr("aria-labelledby", &id);
    Some(section.add(title).add(list))
}
