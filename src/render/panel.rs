//! Blocks set apart from the text: callouts, figures that count, events, notices, files.

use super::block::{fill_blocks, tight};
use super::inline::some_text;
use super::{Icon, Scope, figure};
use crate::i18n::{Catalog, Later};
use crate::model::block::{CorrectionKind, Event, Tone};
use crate::model::{Block, BlockKind, Card, SafeUrl, Text};
use crate::platform::dom::{El, el};
use crate::platform::intl::{DateStyle, format_date, format_number};

pub(super) fn element(scope: &Scope, kind: &BlockKind) -> El {
    match kind {
        BlockKind::Callout { title, icon, tone, blocks } => callout(scope, title, icon.as_deref(), *tone, blocks),
        BlockKind::Card(card) => link_card(card),
        BlockKind::File { href, name, bytes, text } => file(scope, href, name, *bytes, text),
        BlockKind::Fact { value, text } => {
            let value = el("p", "fact__value").attr("dir", "auto").text(value);
            el("div", "fact").add(value).add_some(some_text(scope, "p", "fact__text", text))
        }
        BlockKind::Timeline { items } => items
            .iter()
            .fold(el("ol", "timeline").attr("role", "list"), |list, event| list.add(event_item(scope, event))),
        BlockKind::Live { published, title, author, blocks } => {
            let header = el("header", "live__header")
                .add_some(published.as_deref().map(|iso| time(scope.catalog, iso, DateStyle::WithTime)));
            let header = header.add_some(some_text(scope, "p", "live__title", title));
            let header = header
                .add_some(author.as_deref().map(|name| el("span", "live__author").attr("dir", "auto").text(name)));
            fill_blocks(scope, el("article", "live").add(header), blocks)
        }
        BlockKind::Correction { sort, date, blocks } => correction(scope, *sort, date.as_deref(), blocks),
        BlockKind::Rating { value, best, subject, text, .. } => rating(scope, *value, *best, subject.as_deref(), text),
        BlockKind::Paywall { text, href } => {
            let link = href.as_ref().map(|href| {
                let link = el("a", "button button--primary").attr("href", href.as_str());
                el("p", "paywall__action").add(link.text(scope.catalog.get(Later::ReadOn)))
            });
            let words = some_text(scope, "p", "paywall__text", text);
            let words = words.unwrap_or_else(|| {
                let own = scope.interface(el("p", "paywall__text"));
                own.text(scope.catalog.get(Later::Paywall))
            });
            el("div", "paywall").add(words).add_some(link)
        }
        // Every other kind is built where it is dispatched.
        _ => el("div", "unknown"),
    }
}

/// A date as the article's readers write it; what is no date stands as it is.
pub(crate) fn time(catalog: Catalog, iso: &str, style: DateStyle) -> El {
    match format_date(iso, catalog.locale().tag, style) {
        Some(text) => el("time", "").attr("datetime", iso).text(&text),
        None => el("span", "").text(iso),
    }
}

fn callout(scope: &Scope, title: &Text, icon: Option<&str>, tone: Option<Tone>, blocks: &[Block]) -> El {
    let class = match tone {
        None => "callout",
        Some(Tone::Note) => "callout callout--note",
        Some(Tone::Tip) => "callout callout--tip",
        Some(Tone::Warning) => "callout callout--warning",
    };
    let icon = icon.map(|icon| el("span", "callout__icon").attr("aria-hidden", "true").text(icon));
    let body = el("div", "callout__body").add_some(some_text(scope, "p", "callout__title", title));
    el("div", class).attr("role", "note").add_some(icon).add(fill_blocks(scope, body, blocks))
}

fn link_card(card: &Card) -> El {
    let words = card.title.as_deref().or(card.teaser.as_deref()).unwrap_or_default();
    let title = match &card.url {
        Some(url) => el("a", "link-card__link").attr("href", url.as_str()).attr("rel", "noopener"),
        None => el("span", "link-card__link"),
    };
    let text = el("div", "link-card__text").add(el("p", "link-card__title").add(title.attr("dir", "auto").text(words)));
    let teaser = card.teaser.as_deref().filter(|_| card.title.is_some());
    let text = text.add_some(teaser.map(|teaser| el("p", "link-card__teaser").attr("dir", "auto").text(teaser)));
    let host = card.source.as_deref().or_else(|| card.url.as_ref()?.host());
    let text = text.add_some(host.map(|host| el("p", "link-card__source").attr("dir", "auto").text(host)));
    let image = card.image.as_ref().and_then(figure::thumbnail);
    let image = image.map(|image| el("div", "link-card__image").add(image));
    el("div", "link-card").add(text).add_some(image)
}

fn file(scope: &Scope, href: &SafeUrl, name: &str, bytes: Option<u64>, text: &Text) -> El {
    let link = el("a", "file__link").attr("href", href.as_str()).attr("download", "").add(Icon::Download.draw(""));
    let label = [scope.catalog.get(Later::Download), " "].concat();
    let link = link
        .add(el("span", "visually-hidden").text(&label))
        .add(el("span", "file__name").attr("dir", "auto").text(name));
    let link = link.add_some(bytes.map(|bytes| el("span", "file__size").text(&size(scope.catalog, bytes))));
    el("div", "file").add(link).add_some(some_text(scope, "p", "file__text", text))
}

/// A file's size in decimal units (IEC 80000-13), to one decimal place where that says something.
pub(crate) fn size(catalog: Catalog, bytes: u64) -> String {
    let tenths = |unit: u64| format!("{}.{}", bytes / unit, bytes % unit * 10 / unit);
    match bytes {
        0..1_000 => catalog.count(Later::Bytes, bytes as u32, &[("size", &bytes.to_string())]),
        1_000..1_000_000 => catalog.format(Later::Kilobytes, &[("size", &(bytes / 1_000).to_string())]),
        _ => catalog.format(Later::Megabytes, &[("size", &tenths(1_000_000))]),
    }
}

fn event_item(scope: &Scope, event: &Event) -> El {
    let when = (!event.time.is_empty()).then(|| match &event.datetime {
        Some(iso) => el("time", "").attr("datetime", iso).text(&event.time),
        None => el("span", "").text(&event.time),
    });
    let item = el("li", "timeline__event").add_some(when.map(|when| el("p", "timeline__time").add(when)));
    let item = item.add_some(some_text(scope, "p", "timeline__title", &event.title));
    item.add(tight(scope, el("div", "timeline__body"), &event.blocks))
}

fn correction(scope: &Scope, sort: Option<CorrectionKind>, date: Option<&str>, blocks: &[Block]) -> El {
    let (class, label) = match sort {
        Some(CorrectionKind::Correction) => ("correction correction--correction", Later::Correction),
        Some(CorrectionKind::Update) => ("correction correction--update", Later::Update),
        Some(CorrectionKind::Note) | None => ("correction correction--note", Later::EditorsNote),
    };
    let label = el("p", "correction__label").text(scope.catalog.get(label));
    let label = match date {
        Some(iso) => label.text(" ").add(time(scope.catalog, iso, DateStyle::Medium)),
        None => label,
    };
    fill_blocks(scope, el("div", class).attr("role", "note").add(label), blocks)
}

fn rating(scope: &Scope, value: f64, best: f64, subject: Option<&str>, text: &Text) -> El {
    let number = |number: f64| format_number(number, scope.catalog.locale().tag);
    let words = scope.catalog.format(Later::Rating, &[("value", &number(value)), ("best", &number(best))]);
    let figure = el("p", "rating__value");
    // Stars say a small whole scale at a glance; any other scale is said in words.
    let figure = if (1.0..=10.0).contains(&best) && (0.0..=best).contains(&value) {
        let (full, all) = (value.round() as usize, best.round() as usize);
        let stars = ["★".repeat(full), "☆".repeat(all.saturating_sub(full))].concat();
        figure.add(el("span", "rating__stars").attr("role", "img").attr("aria-label", &words).text(&stars))
    } else {
        figure.text(&words)
    };
    let subject = subject.map(|subject| el("p", "rating__subject").attr("dir", "auto").text(subject));
    el("div", "rating").add_some(subject).add(figure).add_some(some_text(scope, "div", "rating__text", text))
}
