//! Cards: pointers to other articles.

use super::figure::thumbnail;
use super::localized;
use crate::model::{Card, SafeUrl};
use crate::platform::dom::{El, el};
use crate::platform::intl::{DateStyle, format_age, format_date};

/// A card as an item of a list. The whole of it is one link, named by its title or, where it has none, its teaser;
/// `heading` is
/// the element of its title, `address` where it opens in place.
pub(crate) fn card(card: &Card, heading: &str, address: Option<&str>, language: &str) -> El {
    let image = card.image.as_ref().and_then(thumbnail);
    let kind = match (&card.title, &image) {
        (None, _) if card.teaser.is_some() => "card card--teaser",
        (_, Some(_)) => "card card--image",
        (_, None) => "card card--titled",
    };
    let mut text = el("div", "card__text");
    text = text.add_some(card.kicker.as_deref().map(|kicker| el("p", "card__kicker").attr("dir", "auto").text(kicker)));
    let href = address.or(card.url.as_ref().map(SafeUrl::as_str));
    text = match (&card.title, &card.teaser) {
        (Some(title), teaser) => {
            let heading = el(heading, "card__title").add(link(card, href, title));
            let teaser = teaser.as_deref().map(|teaser| el("p", "card__teaser").attr("dir", "auto").text(teaser));
            text.add(heading).add_some(teaser)
        }
        (None, Some(teaser)) => text.add(el("p", "card__teaser").add(link(card, href, teaser))),
        (None, None) => {
            let alt = card.image.as_ref().map(|image| image.alt.as_str()).unwrap_or_default();
            text.add(el("p", "card__title").add(link(card, href, alt)))
        }
    };
    let inner = el("article", "card__inner").add(text.add_some(meta(card, language)));
    let image = image.map(|image| el("div", "card__image").add(image));
    localized(el("li", kind).attr("part", "card").add(inner.add_some(image)), &card.locale)
}

fn link(card: &Card, href: Option<&str>, words: &str) -> El {
    match href {
        Some(href) => el("a", "card__link").attr("href", href),
        None => el("span", "card__link"),
    }
    .maybe("data-url", card.url.as_ref().map(SafeUrl::as_str).filter(|url| Some(*url) != href))
    .maybe("data-src", card.article.as_ref().map(SafeUrl::as_str))
    .attr("dir", "auto")
    .text(words)
}

fn meta(card: &Card, language: &str) -> Option<El> {
    let source = card.source.as_deref().map(|source| el("span", "").attr("dir", "auto").text(source));
    let date = card.published.as_deref().and_then(|iso| {
        let date = format_date(iso, language, DateStyle::Medium)?;
        let age = format_age(iso, language);
        let time = el("time", "").attr("datetime", iso).maybe("title", age.as_ref().map(|_| date.as_str()));
        Some(time.text(age.as_ref().unwrap_or(&date)))
    });
    if source.is_none() && date.is_none() {
        return None;
    }
    let meta = el("p", "card__meta").add_some(source);
    Some(match date {
        Some(date) => meta.text(" ").add(date),
        None => meta,
    })
}
