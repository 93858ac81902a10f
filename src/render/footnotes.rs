//! Notes at the foot of the article, each with a way back to where it was referred to.

use super::Scope;
use super::block::fill_blocks;
use crate::i18n::Later;
use crate::platform::dom::{El, el};

/// The notes of an article, which are filled in after its text.
pub(crate) struct Footnotes {
    element: El,
    list: El,
    fill: fn(&Self, &Scope),
}

impl Footnotes {
    /// Their place, or nothing.
    pub(crate) fn start(scope: &Scope) -> Option<Self> {
        let extras = scope.extras.filter(|_| !scope.article.footnotes.is_empty())?;
        Some((extras.footnotes)(scope))
    }

    /// Their place.
    pub(super) fn new(scope: &Scope) -> Self {
        let list = el("ol", "footnotes__list");
        let id = scope.id("footnotes");
        let title = scope.interface(el(scope.heading(2), "footnotes__title")).attr("id", &id);
        let title = title.text(scope.catalog.get(Later::Footnotes));
        let element = el("section", "footnotes")
            .attr("part", "footnotes")
            .attr("role", "doc-endnotes")
            .attr("aria-labelledby", &id);
        Self { element: element.add(title).add(list.clone()), list, fill: Self::fill_in }
    }

    /// The section.
    pub(crate) fn element(&self) -> El {
        self.element.clone()
    }

    /// Builds the notes: by now it is known which of them the text refers to.
    pub(crate) fn fill(&self, scope: &Scope) {
        (self.fill)(self, scope);
    }

    fn fill_in(&self, scope: &Scope) {
        for (index, note) in scope.article.footnotes.iter().enumerate() {
            let number = (index + 1).to_string();
            let item = el("li", "footnote").attr("id", &scope.id(&["note-", &number].concat())).attr("tabindex", "-1");
            let mut item = fill_blocks(scope, item, &note.blocks);
            if scope.references.borrow().get(index).is_some_and(|count| *count > 0) {
                let label = scope.catalog.format(Later::FootnoteBack, &[("n", &number)]);
                let back = el("a", "footnote__back").attr("href", &["#ref-", &number].concat());
                item = item.add(back.attr("role", "doc-backlink").attr("aria-label", &label).text("\u{21A9}\u{FE0E}"));
            }
            let _ = self.list.clone().add(item);
        }
    }
}
