//! Lists of articles as cards.
//!
//! 1. [`feed`] tells lists apart: a JSON Feed, a list in the publisher's own JSON with a map, the list of a format, a list
//!    of our own cards. A single article stands for what it says to read next, else for itself.
//! 2. [`card`] reads an item's head with the adapter of its format and keeps what a card shows ([`card_of`]).
//! 3. [`next`] knows where the page after this one is.

use super::{Given, address, read};
use crate::ingest::fields::Place;
use crate::ingest::format::{self, Format, Found};
use crate::ingest::json_feed::{self, Feed, shortened};
use crate::ingest::source::{Source, at, first_string, string_at};
use crate::ingest::{Json, Kind, ghost, house, json_ld, native, wordpress};
use crate::model::url::Use;
use crate::model::{Article, Base, BlockKind, Card, Image, SafeUrl, Text, plain_text};
use crate::sanitize::ReadHtml;

pub(super) fn feed<J: Json>(json: &J, base: &Base, html: &dyn ReadHtml, given: Given<'_>) -> Result<Feed, String> {
    let mut source = Source::new(base, html);
    let own = items_of(json).unwrap_or_default();
    let mut cards = Vec::new();
    let mut address = first_string(json, &["next", "next_url"]).filter(|_| json.kind() == Kind::Object);
    if given.is_house() && !own.is_empty() {
        // What stands below the head is not read, unless a teaser has to come from there.
        let teaser = given.fields.iter().any(|(name, _)| name == "standfirst");
        let below = |name: &str| name == "related" || teaser && name == "body";
        let head: Vec<_> = given.fields.iter().filter(|(name, _)| !below(name)).cloned().collect();
        each(&own, None, &mut source, |item, source| {
            let mut article = Article::default();
            house::apply(item, &head, &mut article, source);
            cards.extend(shown(card_of(article), &Place::Root, source));
        });
        return Ok(finished(cards, address, source));
    }
    let found = match format::find(json, given.format) {
        Some(found) => found,
        None if own.is_empty() => return Err(format::looked_for(json)),
        None => {
            for (index, item) in own.iter().enumerate() {
                cards.extend(native::card(item, &Place::Index(&Place::Root, index), &mut source.reading));
            }
            return Ok(finished(cards, address, source));
        }
    };
    match (found.format, found.items.first()) {
        (Format::JsonFeed, Some(feed)) if !found.list => return json_feed::read(feed, base),
        (Format::JsonLd, Some(document)) if !found.list => {
            for (index, head) in json_ld::list(document, &mut source).into_iter().enumerate() {
                cards.extend(shown(card_of(head), &Place::Index(&Place::Root, index), &mut source));
            }
        }
        (_, Some(_)) if !found.list => {
            let mut ingested = super::read_article(json, base, html, given)?;
            let related = std::mem::take(&mut ingested.article.related);
            let alone = related.items.is_empty().then(|| card_of(ingested.article));
            cards = related.items;
            cards.extend(alone);
            return Ok(Feed {
                title: related.title,
                cards,
                next: related.src,
                notes: ingested.notes,
                ..Feed::default()
            });
        }
        _ => {
            each(&found.items, None, &mut source, |item, source| cards.extend(card(found.format, item, source)));
            address = next(json, found.format, base, given);
        }
    }
    Ok(finished(cards, address, source))
}

fn finished(cards: Vec<Card>, next: Option<String>, mut source: Source<'_>) -> Feed {
    let next = next.and_then(|next| source.url(&next, Use::Resource, &Place::Field(&Place::Root, "next")));
    Feed { cards, next, notes: source.reading.notes, ..Feed::default() }
}

/// Makes the other items of a list, and its next page, what to read after the article.
pub(super) fn add_siblings<J: Json>(
    article: &mut Article,
    json: &J,
    found: &Found<J>,
    first: usize,
    source: &mut Source<'_>,
    given: Given<'_>,
) {
    if !found.list {
        return;
    }
    each(&found.items, Some(first), source, |item, source| {
        article.related.items.extend(card(found.format, item, source));
    });
    let related = &mut article.related.src;
    if related.is_none() {
        let next = next(json, found.format, &source.reading.base, given);
        *related = next.and_then(|next| source.url(&next, Use::Resource, &Place::Field(&Place::Root, "next")));
    }
}

/// The address of the next page of a list.
fn next<J: Json>(json: &J, format: Format, base: &Base, given: Given<'_>) -> Option<String> {
    let count = |path| at(json, path).and_then(|count| count.numeric()).unwrap_or_default() as u32;
    match format {
        Format::Ghost => {
            let page = string_at(json, "meta.pagination.next")?;
            Some(address::with_query(base.href(), "page", &page))
        }
        Format::WordPress => address::next_page(base.href(), given.pages.max(count("headers.X-WP-TotalPages"))),
        Format::Capi => address::next_page(base.href(), count("response.pages")),
        _ => None,
    }
}

/// Reads item by item, without one, each with the addresses of the list, and puts the place of an item before its notes.
fn each<J: Json>(
    items: &[J],
    without: Option<usize>,
    source: &mut Source<'_>,
    mut read: impl FnMut(&J, &mut Source<'_>),
) {
    let base = source.reading.base.clone();
    for (index, item) in items.iter().enumerate().filter(|(index, _)| Some(*index) != without) {
        let place = Place::Index(&Place::Root, index);
        if item.kind() != Kind::Object {
            source.dropped(&place, format_args!("expected an object, found {}", item.kind().name()));
            continue;
        }
        let before = source.reading.notes.len();
        read(item, source);
        for note in source.reading.notes.iter_mut().skip(before) {
            let dot = if note.path.is_empty() { "" } else { "." };
            note.path = [&place.to_string(), dot, &note.path].concat();
        }
        source.reading.base = base.clone();
    }
}

/// A card of an item in a format. Only what stands above its text matters, so what was lost of that is not noted.
fn card<J: Json>(format: Format, item: &J, source: &mut Source<'_>) -> Option<Card> {
    let request = source.reading.base.href().to_owned();
    let (article, json): (Article, Option<SafeUrl>) = match format {
        Format::WordPress => (wordpress::head(item, source), wordpress::address(item, source)),
        Format::Ghost => (ghost::head(item, source), ghost::address(item, source, &request)),
        _ => {
            // Apart, so that a refusal names what is wrong with this item.
            let (notes, footnotes) = (std::mem::take(&mut source.reading.notes), std::mem::take(&mut source.footnotes));
            let article = read(format, item, source);
            (source.reading.notes, source.footnotes) = (notes, footnotes);
            let article = article.map_err(|cause| source.dropped(&Place::Root, cause)).ok()?;
            (article, None)
        }
    };
    shown(Card { article: json, ..card_of(article) }, &Place::Root, source)
}

/// The card, unless there is nothing to see of it.
fn shown(card: Card, place: &Place<'_>, source: &mut Source<'_>) -> Option<Card> {
    let hollow = card.title.is_none() && card.teaser.is_none() && card.image.is_none();
    if hollow {
        source.dropped(place, "a card needs a title, a teaser or an image");
    }
    (!hollow).then_some(card)
}

/// What a card shows of an article.
pub(in crate::ingest) fn card_of(article: Article) -> Card {
    let line = |text: &str| Some(text.trim()).filter(|text| !text.is_empty()).map(shortened);
    let first = article.sections.iter().flat_map(|section| &section.blocks).find_map(|block| match &block.kind {
        BlockKind::Paragraph { text, .. } => line(&plain_text(text)),
        _ => None,
    });
    Card {
        id: article.id,
        url: article.url,
        kicker: article.kicker,
        title: Some(plain_text(&article.title).trim().to_owned()).filter(|title| !title.is_empty()),
        teaser: line(&plain_text(&article.standfirst)).or(first),
        image: article.image.map(|image| Image { caption: Text::default(), ..image }),
        source: article.source,
        published: article.published,
        locale: article.locale,
        article: None,
    }
}

/// The items of a list that stands alone or as `items`.
fn items_of<J: Json>(json: &J) -> Option<Vec<J>> {
    let list = if json.kind() == Kind::Array { json.clone() } else { json.field("items")? };
    (list.kind() == Kind::Array).then(|| (0..list.len()).filter_map(|index| list.item(index)).collect())
}
