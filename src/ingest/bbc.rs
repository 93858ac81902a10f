//! The BBC's article data, as its pages carry it (github.com/bbc/simorgh, `data/*/articles`).
//!
//! 1. [`article`] reads the metadata; [`time`] makes dates of its epochs.
//! 2. [`blocks`] walks `content.model.blocks`: everything is a `type` and a `model`, which may hold blocks again.
//! 3. [`media`] reads pictures, whose addresses are put together from parts, and what stands for films.

mod blocks;
mod media;
#[cfg(test)]
mod tests;
mod time;

use super::fields::Place;
use super::parts::{credit, each, shown, tag};
use super::source::{Source, at, first_string, string_at};
use super::{Json, structure};
use crate::model::url::Use;
use crate::model::{Article, Author, BlockKind, Card, Fate, Locale, Related, Text};

/// One reading of one document.
struct Reader<'r, 'h> {
    source: &'r mut Source<'h>,
    title: Text,
    authors: Vec<Author>,
    related: Vec<Card>,
    published: Option<String>,
    updated: Option<String>,
}

impl<'r, 'h> Reader<'r, 'h> {
    fn new(source: &'r mut Source<'h>) -> Self {
        let (title, authors, related) = Default::default();
        Self { source, title, authors, related, published: None, updated: None }
    }
}

/// Reads an article.
///
/// # Errors
/// The place and the reason, when nothing in it could be shown.
pub(super) fn article<J: Json>(json: &J, source: &mut Source<'_>) -> Result<Article, String> {
    let root = Place::Root;
    let metadata = Place::Field(&root, "metadata");
    let url = first_string(json, &["metadata.locators.canonicalUrl", "promo.locators.canonicalUrl"]);
    let url = url.and_then(|url| source.url(&url, Use::Link, &Place::Field(&metadata, "locators")));
    source.at_home(url.as_ref());
    let language = first_string(json, &["metadata.language", "metadata.passport.language"]);
    let language = language.and_then(|tag| source.language(&tag, &Place::Field(&metadata, "language")));
    let summary = first_string(json, &["metadata.description", "promo.summary"]);
    let mut article = Article {
        id: string_at(json, "metadata.id"),
        url,
        locale: Locale { language, direction: None },
        standfirst: summary.map_or_else(Text::default, |text| Text::plain(text.trim())),
        tags: tags(json),
        ..Article::default()
    };
    let mut reader = Reader::new(source);
    let mut body = Vec::new();
    let content = Place::Field(&root, "content");
    match json.field("content") {
        Some(inner) => body = reader.inner(&inner, &content, 0),
        None => reader.source.note(&content, Fate::Unresolved, "no content"),
    }
    article.title = std::mem::take(&mut reader.title);
    let (published, updated) = (reader.published.take(), reader.updated.take());
    article.authors = std::mem::take(&mut reader.authors);
    article.related = Related { items: std::mem::take(&mut reader.related), ..Related::default() };
    let mut date = |name| {
        let written = json.field("metadata")?.field(name)?;
        let date = written.numeric().and_then(time::iso);
        if date.is_none() {
            source.dropped(&Place::Field(&metadata, name), "no time in milliseconds");
        }
        date
    };
    article.published = date("firstPublished").or(published);
    article.updated = date("lastPublished").or(updated);
    if article.title.is_empty() {
        let title = first_string(json, &["promo.headlines.headline", "promo.headlines.seoHeadline"]);
        article.title = Text::plain(title.unwrap_or_default().trim());
    }
    if let Some(byline) = string_at(json, "promo.byline.name").filter(|_| article.authors.is_empty()) {
        credit(&mut article.authors, &byline, None);
    }
    // What stands before the first words is the lead.
    let first = body.iter().position(|block| !matches!(block.kind, BlockKind::Divider {}));
    if let Some(BlockKind::Image(image)) = first.and_then(|first| body.get(first)).map(|block| &block.kind) {
        article.image = Some(image.clone());
        body.drain(..=first.unwrap_or_default());
    } else if let Some(image) = at(json, "promo.images.defaultPromoImage") {
        let promo = Place::Field(&root, "promo");
        article.image = Reader::new(source).image(&image, &promo, 0);
    }
    article.sections = structure::sections(body);
    shown(article, source)
}

fn tags<J: Json>(json: &J) -> Vec<String> {
    let mut tags = Vec::new();
    let Some(metadata) = json.field("metadata") else { return tags };
    if let Some(things) = metadata.field("tags") {
        each(&things, "about", &Place::Root, |item, _| {
            string_at(item, "thingLabel").into_iter().for_each(|name| tag(&mut tags, name));
        });
    }
    each(&metadata, "topics", &Place::Root, |item, _| {
        string_at(item, "topicName").into_iter().for_each(|name| tag(&mut tags, name));
    });
    tags
}
