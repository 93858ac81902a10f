//! JSON Feed 1.0 and 1.1 (jsonfeed.org): `read` as a list of cards, `article` as an article.
//!
//! An item can name the JSON of its article, so that it opens in place, and what else a card shows, in the extension
//! `_gatefold`: `{ "article", "alt", "width", "height", "kicker", "source", "direction" }`.

mod article;

use super::fields::{Fields, Place, Reading, without_overrides};
use super::{Json, Kind};
use crate::model::url::{Base, Use};
use crate::model::{Card, Direction, Image, Locale, Note, SafeUrl};

pub(super) use article::article;

/// A feed, or one page of it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Feed {
    /// What it is called.
    pub title: Option<String>,
    /// What it is about.
    pub description: Option<String>,
    /// Its items.
    pub cards: Vec<Card>,
    /// Where the next page is.
    pub next: Option<SafeUrl>,
    /// What could not be taken as it was.
    pub notes: Vec<Note>,
}

/// Longest teaser taken from a body, in characters.
const TEASER: usize = 240;

pub(super) fn read(json: &impl Json, base: &Base) -> Result<Feed, String> {
    if json.kind() != Kind::Object {
        return Err(format!("expected a JSON Feed, found {}", json.kind().name()));
    }
    let mut reading = Reading::new(base.clone());
    let root = Place::Root;
    let fields = Fields::new(json, &root, &reading);
    let list = fields.take("items", &mut reading).filter(|items| items.kind() == Kind::Array);
    let Some(list) = list else { return Err("items: expected a list".to_owned()) };
    let mut feed = Feed {
        title: fields.label("title", &mut reading),
        description: fields.label("description", &mut reading),
        next: fields.url("next_url", Use::Resource, &mut reading),
        ..Feed::default()
    };
    let language = fields.language(&mut reading);
    let items = Place::Field(&root, "items");
    for index in 0..list.len() {
        let place = Place::Index(&items, index);
        match list.item(index) {
            Some(item) if item.kind() == Kind::Object => {
                let mut card = card(&item, &place, &mut reading);
                card.locale.language = card.locale.language.or_else(|| language.clone());
                feed.cards.push(card);
            }
            _ => reading.dropped(&place, "expected an object"),
        }
    }
    feed.notes = reading.notes;
    Ok(feed)
}

fn card<J: Json>(item: &J, place: &Place<'_>, reading: &mut Reading) -> Card {
    let fields = Fields::new(item, place, reading);
    let teaser = fields.label("summary", reading).or_else(|| fields.label("content_text", reading));
    let mut card = Card {
        id: fields.string("id", reading),
        url: fields.url("url", Use::Link, reading).or_else(|| fields.url("external_url", Use::Link, reading)),
        title: fields.label("title", reading),
        teaser: teaser.map(|teaser| shortened(&without_overrides(&teaser))),
        published: fields.string("date_published", reading),
        locale: Locale { language: fields.language(reading), direction: None },
        ..Card::default()
    };
    let src = fields.url("image", Use::Resource, reading);
    if let Some(extension) = fields.take("_gatefold", reading).filter(|value| value.kind() == Kind::Object) {
        let inner = Place::Field(place, "_gatefold");
        let extra = Fields::new(&extension, &inner, reading);
        card.article = extra.url("article", Use::Resource, reading);
        card.kicker = extra.label("kicker", reading);
        card.source = extra.label("source", reading);
        card.locale.direction = extra.one_of("direction", Direction::from_name, reading);
        card.image = src.map(|src| Image {
            src: Some(src),
            alt: extra.label("alt", reading).unwrap_or_default(),
            width: extra.count("width", 20_000, reading),
            height: extra.count("height", 20_000, reading),
            ..Image::default()
        });
    } else {
        card.image = src.map(|src| Image { src: Some(src), ..Image::default() });
    }
    card
}

/// At most [`TEASER`] characters, ended at a space and an ellipsis where it had to be cut.
pub(super) fn shortened(text: &str) -> String {
    let Some((end, _)) = text.char_indices().nth(TEASER) else { return text.to_owned() };
    let end = text[..end].rfind(' ').unwrap_or(end);
    format!("{}…", text[..end].trim_end_matches([',', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn base() -> Base {
        Base::at("https://example.org/articles/feed.json")
    }

    #[test]
    fn items_become_cards_with_resolved_addresses() {
        let json = json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Rivers", "language": "en",
            "next_url": "page-2.json",
            "items": [{ "id": 7, "url": "../?read=mill", "title": "Mill", "summary": "A mill.", "image": "../images/m.svg",
                        "_gatefold": { "article": "mill.json", "width": 1200, "height": 800, "alt": "A mill" } }] });
        let feed = read(&&json, &base()).unwrap();
        let card = &feed.cards[0];
        assert_eq!(card.id.as_deref(), Some("7"));
        assert_eq!(card.url.as_ref().map(SafeUrl::as_str), Some("https://example.org/?read=mill"));
        assert_eq!(card.article.as_ref().map(SafeUrl::as_str), Some("https://example.org/articles/mill.json"));
        assert_eq!(card.image.as_ref().map(|image| image.width), Some(1200));
        assert_eq!(feed.next.as_ref().map(SafeUrl::as_str), Some("https://example.org/articles/page-2.json"));
        assert_eq!(card.locale.language.as_deref(), Some("en"));
    }

    #[test]
    fn broken_items_are_noted_and_the_rest_stands() {
        let json = json!({ "items": [null, { "url": "javascript:alert(1)", "title": "Kept" }] });
        let feed = read(&&json, &base()).unwrap();
        assert_eq!(feed.cards.len(), 1);
        assert_eq!(feed.cards[0].url, None);
        let notes: Vec<_> = feed.notes.iter().map(ToString::to_string).collect();
        assert_eq!(notes, ["items[0]: expected an object", "items[1].url: scheme not allowed"]);
    }

    #[test]
    fn what_is_no_feed_is_refused_with_the_place() {
        assert_eq!(read(&&json!({ "items": 3 }), &base()), Err("items: expected a list".to_owned()));
        assert!(read(&&json!([]), &base()).is_err());
    }

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        let cut = shortened(&"word ".repeat(100));
        assert!(cut.ends_with("word…") && cut.chars().count() <= TEASER + 1);
    }
}
