//! Texts.

use super::{Scope, localized};
use crate::i18n::Message;
use crate::model::{Image, Inline, Link, Text};
use crate::platform::dom::{El, el};

/// Fills an element with a text.
pub(super) fn fill(scope: &Scope, parent: El, text: &Text) -> El {
    text.0.iter().fold(parent, |parent, inline| match inline {
        Inline::Text(text) => parent.text(text),
        inline => match element(scope, inline) {
            Some(child) => parent.add(child),
            None => parent,
        },
    })
}

/// A new element filled with a text.
pub(super) fn with_text(scope: &Scope, name: &str, class: &str, text: &Text) -> El {
    fill(scope, el(name, class), text)
}

/// The same, unless the text is empty.
pub(super) fn some_text(scope: &Scope, name: &str, class: &str, text: &Text) -> Option<El> {
    (!text.is_empty()).then(|| with_text(scope, name, class, text))
}

fn element(scope: &Scope, inline: &Inline) -> Option<El> {
    Some(match inline {
        Inline::Text(text) => el("span", "").text(text),
        Inline::Marked { mark, text } => with_text(scope, mark.element(), "", text),
        Inline::Link { href, text, title } => {
            linked(with_text(scope, "a", "", text), href).maybe("title", title.as_deref())
        }
        Inline::Abbr { text, title } => with_text(scope, "abbr", "", text).attr("title", title),
        Inline::Time { text, datetime } => with_text(scope, "time", "", text).attr("datetime", datetime),
        Inline::Break {} => el("br", ""),
        Inline::Image(image) => inline_image(image)?,
        Inline::Note { id } => reference(scope, id)?,
        Inline::Mention { text, href: Some(href) } => {
            with_text(scope, "a", "mention", text).attr("href", href.as_str()).attr("rel", "noopener")
        }
        Inline::Mention { text, href: None } => with_text(scope, "span", "mention", text),
        Inline::Ruby { text, reading } => with_text(scope, "ruby", "", text)
            .add(el("rp", "").text(" ("))
            .add(el("rt", "").text(reading))
            .add(el("rp", "").text(")")),
        Inline::Span { text, locale } => localized(with_text(scope, "span", "", text), locale),
        Inline::Anchor { id } => scope.named(el("span", "anchor"), id),
        Inline::Math(formula) => (scope.extras?.math)(formula, "math"),
        Inline::Unknown { text, .. } => with_text(scope, "span", "", text),
    })
}

/// Points an element at where a link leads.
pub(super) fn linked(element: El, link: &Link) -> El {
    match link {
        Link::Fragment(fragment) => element.attr("href", &format!("#{fragment}")),
        Link::Url(url) => element.attr("href", url.as_str()).attr("rel", "noopener"),
    }
}

fn inline_image(image: &Image) -> Option<El> {
    let img = el("img", "inline-image").attr("alt", if image.decorative { "" } else { &image.alt });
    let img = super::figure::sized(img, image.width, image.height);
    Some(img.attr("loading", "lazy").attr("src", image.src.as_ref()?.as_str()))
}

/// The number of a footnote where it is referred to; a reference to nothing shows nothing.
fn reference(scope: &Scope, id: &str) -> Option<El> {
    let index = scope.article.footnotes.iter().position(|note| note.id == id)?;
    let number = (index + 1).to_string();
    let mut references = scope.references.borrow_mut();
    let count = references.get_mut(index)?;
    *count += 1;
    let own = scope.id(&if *count == 1 { format!("ref-{number}") } else { format!("ref-{number}-{count}") });
    let label = scope.catalog.format(Message::Footnote, &[("n", &number)]);
    let link =
        el("a", "").attr("href", &format!("#note-{number}")).attr("role", "doc-noteref").attr("aria-label", &label);
    Some(el("sup", "note-ref").attr("id", &own).add(link.text(&number)))
}
