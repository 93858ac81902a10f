//! What is shared, as whoever gets it will see it.

use super::{Choice, ShareDialog};
use crate::i18n::Later;
use crate::platform::dom::{El, el};
use crate::render;

impl ShareDialog {
    /// The title, what it says, where it is from, and the article's picture.
    pub(super) fn preview(&self, choice: &Choice) -> El {
        let (before, after) = self.context.catalog.around(Later::Sharing, "title");
        let title = el("bdi", "share__name").text(&choice.subject.title);
        let text = el("div", "share__text-of");
        let text = text.add(el("p", "share__subject").text(before).add(title).text(after));
        let excerpt = (!choice.excerpt.is_empty()).then(|| {
            let excerpt = el("p", "share__excerpt").attr("dir", "auto").text(&choice.excerpt);
            excerpt.maybe("data-quote", choice.subject.quote.as_ref().map(|_| ""))
        });
        let source = choice.subject.source.as_deref();
        let source = source.map(|source| el("p", "share__source").attr("dir", "auto").text(source));
        let image = self.image.as_ref().and_then(render::thumbnail);
        let image = image.map(|image| el("div", "share__image").add(image));
        el("div", "share__preview").add(text.add_some(excerpt).add_some(source)).add_some(image)
    }
}
