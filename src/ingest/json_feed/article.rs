//! An item of a JSON Feed as an article; what else the feed has becomes what to read next.

use super::{Json, Kind};
use crate::ingest::fields::{Place, Reading};
use crate::ingest::foreign::date::iso;
use crate::ingest::source::{Source, at, first_string, items_at, paragraphs, plain, size_at, string_at};
use crate::ingest::structure;
use crate::model::media::{Player, Source as File};
use crate::model::url::Use;
use crate::model::{Article, Author, Block, BlockKind, Direction, Image, Related, SafeUrl, Text};

/// Reads the first item of a feed, or an item alone.
///
/// # Errors
/// The reason, when the feed has no item.
pub(in crate::ingest) fn article<J: Json>(json: &J, source: &mut Source<'_>) -> Result<Article, String> {
    let items = items_at(json, "items");
    let first = items.iter().position(|item| item.kind() == Kind::Object);
    let alone = first.is_none() && first_string(json, &["content_html", "content_text"]).is_some();
    let item = match first.and_then(|index| items.get(index)) {
        Some(item) => item,
        None if alone => json,
        None => return Err("items: none that could be shown".to_owned()),
    };
    let items_place = Place::Field(&Place::Root, "items");
    let in_list = Place::Index(&items_place, first.unwrap_or_default());
    let place = if alone { &Place::Root } else { &in_list };
    let related = if alone { Related::default() } else { siblings(json, place, &mut source.reading) };
    let mut article = head(json, item, place, source);
    // An item alone is no feed with a name.
    article.source = article.source.filter(|_| !alone);
    article.related = related;
    let mut blocks = body(item, place, source);
    blocks.extend(items_at(item, "attachments").iter().enumerate().filter_map(|(index, attachment)| {
        attached(attachment, &Place::Index(&Place::Field(place, "attachments"), index), source)
    }));
    article.sections = structure::sections(blocks);
    Ok(article)
}

/// The other items and the next page, with the notes on them.
fn siblings<J: Json>(json: &J, first: &Place<'_>, reading: &mut Reading) -> Related {
    let Ok(mut feed) = super::read(json, &reading.base) else { return Related::default() };
    let own = first.to_string();
    reading.notes.extend(feed.notes.into_iter().filter(|note| !note.path.starts_with(&own)));
    let others = feed.cards.drain(..).skip(1).collect();
    Related { title: None, items: others, src: feed.next }
}

fn head<J: Json>(feed: &J, item: &J, place: &Place<'_>, source: &mut Source<'_>) -> Article {
    let link = first_string(item, &["url", "external_url"]);
    let url = link.and_then(|link| source.url(&link, Use::Link, &Place::Field(place, "url")));
    let home = string_at(feed, "home_page_url").filter(|_| url.is_none());
    source.at_home(home.and_then(|home| SafeUrl::parse(&home, &source.reading.base, Use::Link).ok()).as_ref());
    source.at_home(url.as_ref());
    let text = |path| string_at(item, path).map(|text| plain(&text));
    let tags = items_at(item, "tags").into_iter().filter_map(|tag| tag.string());
    let mut article = Article {
        id: text("id"),
        url,
        kicker: text("_gatefold.kicker"),
        title: Text::plain(text("title").unwrap_or_default()),
        standfirst: Text::plain(text("summary").unwrap_or_default()),
        authors: authors(feed, item, place, source),
        source: text("_gatefold.source").or_else(|| string_at(feed, "title").map(|title| plain(&title))),
        published: text("date_published").and_then(|date| iso(&date)),
        updated: text("date_modified").and_then(|date| iso(&date)),
        tags: tags.map(|tag| plain(&tag)).filter(|tag| !tag.is_empty()).collect(),
        image: image(item, place, source),
        ..Article::default()
    };
    let tag = string_at(item, "language").or_else(|| string_at(feed, "language"));
    article.locale.language = tag.and_then(|tag| source.language(&tag, &Place::Field(place, "language")));
    article.locale.direction = text("_gatefold.direction").and_then(|name| Direction::from_name(&name));
    article
}

/// The item's, else the feed's; `author` is what version 1.0 had.
fn authors<J: Json>(feed: &J, item: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Author> {
    let places = [(item, "authors"), (item, "author"), (feed, "authors"), (feed, "author")];
    let found = places.iter().map(|(json, path)| items_at(*json, path)).find(|people| !people.is_empty());
    let mut authors = Vec::new();
    for (index, person) in found.unwrap_or_default().iter().enumerate() {
        let place = Place::Index(&Place::Field(place, "authors"), index);
        authors.extend(source.author(person, &["url"], &place));
    }
    authors
}

fn image<J: Json>(item: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<Image> {
    let address = first_string(item, &["image", "banner_image"])?;
    let src = source.url(&address, Use::Resource, &Place::Field(place, "image"))?;
    Some(Image {
        src: Some(src),
        alt: string_at(item, "_gatefold.alt").map(|alt| plain(&alt)).unwrap_or_default(),
        width: size_at(item, "_gatefold.width"),
        height: size_at(item, "_gatefold.height"),
        ..Image::default()
    })
}

fn body<J: Json>(item: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    if let Some(html) = string_at(item, "content_html") {
        return source.blocks(&html, &Place::Field(place, "content_html"));
    }
    string_at(item, "content_text").map(|text| paragraphs(&text)).unwrap_or_default()
}

fn attached<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<Block> {
    let Some(address) = string_at(json, "url") else {
        source.dropped(place, "an attachment without an address");
        return None;
    };
    let src = source.url(&address, Use::Resource, &Place::Field(place, "url"))?;
    let mime = string_at(json, "mime_type").unwrap_or_default();
    let title = string_at(json, "title").map(|title| plain(&title));
    let player = |title| {
        let file = File { src: src.clone(), mime: Some(mime.clone()), width: 0, media: None };
        Player { sources: vec![file], title, ..Player::default() }
    };
    let kind = match mime.split('/').next() {
        Some("audio") => BlockKind::Audio(player(title)),
        Some("video") => BlockKind::Video(player(title)),
        Some("image") => BlockKind::Image(Image { src: Some(src), alt: title.unwrap_or_default(), ..Image::default() }),
        _ => {
            let path = src.as_str().split(['?', '#']).next().unwrap_or_default();
            let name = title.or_else(|| path.rsplit('/').find(|part| !part.is_empty()).map(str::to_owned));
            let bytes = at(json, "size_in_bytes").and_then(|size| size.numeric()).filter(|size| *size >= 1.0);
            let (name, bytes) = (name.unwrap_or_default(), bytes.map(|size| size as u64));
            BlockKind::File { href: src, name, bytes, text: Text::default() }
        }
    };
    Some(kind.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Base;
    use crate::sanitize::parser::Html5ever;
    use serde_json::{Value, json};

    fn read(json: &Value) -> (Result<Article, String>, Vec<String>) {
        let base = Base::at("https://news.example/feed.json");
        let mut source = Source::new(&base, &Html5ever);
        let article = article(&json, &mut source);
        (article, source.reading.notes.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn authors_are_the_items_then_the_feeds() {
        let names = |item: Value, feed: Value| {
            let mut feed = json!({ "authors": feed["authors"], "author": feed["author"], "items": [item] });
            feed["items"][0]["title"] = json!("Mill");
            let article = read(&feed).0.unwrap();
            article.authors.into_iter().map(|author| author.name).collect::<Vec<_>>().join(", ")
        };
        let people = json!({ "authors": [{ "name": "Ada" }, { "name": "Ben" }], "author": { "name": "Cy" } });
        assert_eq!(names(people.clone(), json!({})), "Ada, Ben");
        assert_eq!(names(json!({ "author": { "name": "Cy" } }), people.clone()), "Cy");
        assert_eq!(names(json!({}), people), "Ada, Ben");
        assert_eq!(names(json!({ "authors": [] }), json!({ "author": { "name": "Di" } })), "Di");
    }

    #[test]
    fn a_feed_without_items_is_refused_and_broken_ones_are_passed_over() {
        assert!(read(&json!({ "items": [] })).0.is_err());
        assert!(read(&json!({ "items": [null, 3] })).0.is_err());
        let (article, notes) = read(&json!({ "items": [null, { "content_text": "a", "attachments": [{}, 4] }] }));
        assert_eq!(article.unwrap().sections.len(), 1);
        let lacking = |index| format!("items[1].attachments[{index}]: an attachment without an address");
        assert_eq!(notes, ["items[0]: expected an object".to_owned(), lacking(0), lacking(1)]);
    }
}
