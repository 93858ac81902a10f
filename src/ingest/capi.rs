//! The Guardian's Content API (open-platform.theguardian.com/documentation/item, and the `content` models behind it).
//!
//! 1. [`article`] reads the metadata: `fields` are strings, numbers and booleans too.
//! 2. [`elements`] reads `blocks`, the body in pieces; where they are not asked for there is `fields.body`, as HTML.

mod elements;
#[cfg(test)]
mod tests;

use super::fields::Place;
use super::parts::{credit, each, is_true, picture, shown, tag};
use super::source::{Source, at, first_string, paragraphs, string_at};
use super::{Json, structure};
use crate::model::url::Use;
use crate::model::{Article, Block, BlockKind, Fate, Image, Locale, Text};

/// Reads an article.
///
/// # Errors
/// The place and the reason, when nothing in it could be shown.
pub(super) fn article<J: Json>(json: &J, source: &mut Source<'_>) -> Result<Article, String> {
    let root = Place::Root;
    let fields = Place::Field(&root, "fields");
    let url = string_at(json, "webUrl");
    let url = url.and_then(|url| source.url(&url, Use::Link, &Place::Field(&root, "webUrl")));
    source.at_home(url.as_ref());
    let language = string_at(json, "fields.lang");
    let language = language.and_then(|tag| source.language(&tag, &Place::Field(&fields, "lang")));
    let mut line = |paths: &[&str]| {
        let text = first_string(json, paths);
        text.map_or_else(Text::default, |text| source.text(&text, &fields))
    };
    let (title, standfirst) =
        (line(&["fields.headline", "webTitle"]), line(&["fields.standfirst", "fields.trailText"]));
    let mut article = Article {
        id: string_at(json, "id"),
        url,
        locale: Locale { language, direction: None },
        kicker: string_at(json, "sectionName"),
        title,
        standfirst,
        source: string_at(json, "fields.publication"),
        published: string_at(json, "webPublicationDate"),
        updated: string_at(json, "fields.lastModified"),
        ..Article::default()
    };
    tagged(json, &mut article, source);
    if let Some(byline) = string_at(json, "fields.byline") {
        let place = Place::Field(&fields, "byline");
        let byline = source.label(&byline, &place);
        let named: usize = article.authors.iter().map(|author| author.name.len() + " and ".len()).sum();
        if article.authors.is_empty() {
            credit(&mut article.authors, &byline, None);
        } else if byline.len() > named {
            source.dropped(&place, format_args!("`{byline}` says more than the tags of its contributors"));
        }
    }
    let mut blocks = Vec::new();
    lead(json, &mut article, &mut blocks, source);
    blocks.extend(rating(json));
    blocks.extend(body(json, source));
    article.sections = structure::sections(blocks);
    shown(article, source)
}

/// Tags of contributors are authors, those of keywords are subjects; the others sort articles, not texts.
fn tagged<J: Json>(json: &J, article: &mut Article, source: &mut Source<'_>) {
    each(json, "tags", &Place::Root, |item, place| {
        let Some(name) = string_at(item, "webTitle") else { return };
        match string_at(item, "type").unwrap_or_default().to_ascii_lowercase().as_str() {
            "contributor" => {
                let page = string_at(item, "webUrl").and_then(|page| source.url(&page, Use::Link, place));
                credit(&mut article.authors, &name, page);
            }
            "keyword" => tag(&mut article.tags, name),
            _ => {}
        }
    });
}

/// What stands at the top: a picture, or something that plays.
fn lead<J: Json>(json: &J, article: &mut Article, blocks: &mut Vec<Block>, source: &mut Source<'_>) {
    let root = Place::Root;
    let mut main = Vec::new();
    if let Some(block) = at(json, "blocks.main") {
        let place = Place::Field(&root, "blocks");
        main = elements::all(&block, &Place::Field(&place, "main"), source);
    }
    let fields = Place::Field(&root, "fields");
    if let Some(html) = string_at(json, "fields.main").filter(|_| main.is_empty()) {
        main = source.blocks(&html, &Place::Field(&fields, "main"));
    }
    if main.is_empty() {
        each(json, "elements", &root, |item, place| {
            if main.is_empty() && string_at(item, "relation").is_some_and(|relation| relation == "main") {
                main = elements::element(item, place, 0, source);
            }
        });
    }
    for block in main {
        match block.kind {
            BlockKind::Image(image) if article.image.is_none() => article.image = Some(image),
            _ => blocks.push(block),
        }
    }
    let thumbnail = string_at(json, "fields.thumbnail").filter(|_| article.image.is_none() && blocks.is_empty());
    if thumbnail.is_some() {
        article.image = picture(thumbnail, Image::default(), &Place::Field(&fields, "thumbnail"), source);
    }
}

/// Reviews have their stars in a string.
fn rating<J: Json>(json: &J) -> Option<Block> {
    let value = at(json, "fields.starRating")?.numeric().filter(|stars| (0.0..=5.0).contains(stars))?;
    Some(BlockKind::Rating { value, best: 5.0, worst: Some(0.0), subject: None, text: Text::default() }.into())
}

fn body<J: Json>(json: &J, source: &mut Source<'_>) -> Vec<Block> {
    let place = Place::Field(&Place::Root, "blocks");
    let mut entries = Vec::new();
    if let Some(blocks) = json.field("blocks") {
        let live = string_at(json, "type").is_some_and(|kind| kind == "liveblog");
        let several = blocks.field("body").is_some_and(|body| body.len() > 1);
        each(&blocks, "body", &place, |item, place| {
            if at(item, "published").is_some() && !is_true(item, "published") {
                source.dropped(place, "an entry that is not published");
                return;
            }
            let inner = elements::all(item, place, source);
            if live || several {
                entries.extend(elements::live(item, inner, place, source));
            } else {
                entries.extend(inner);
            }
        });
    }
    if entries.is_empty() {
        let fields = Place::Field(&Place::Root, "fields");
        if let Some(html) = string_at(json, "fields.body") {
            entries = source.blocks(&html, &Place::Field(&fields, "body"));
        }
        if let (Some(text), true) = (string_at(json, "fields.bodyText"), entries.is_empty()) {
            source.note(&Place::Field(&fields, "bodyText"), Fate::Downgraded, "no body but its text");
            entries = paragraphs(&text);
        }
    }
    entries
}
