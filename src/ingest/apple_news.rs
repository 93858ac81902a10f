//! Apple News Format (developer.apple.com/documentation/applenewsformat, `ArticleDocument`).
//!
//! 1. [`article`] reads the metadata and lets [`components`] walk the components, which also finds what belongs above the
//!    body: title, intro, authors, a picture behind the header.
//! 2. [`text`] makes blocks of a component's text, which is HTML, Markdown ([`markdown`]) or plain with marks by range
//!    ([`ranges`]), and knows the styles by name.
//! 3. [`media`] reads pictures, films and embeds, [`table`] data tables.

mod components;
mod markdown;
mod media;
mod ranges;
mod table;
#[cfg(test)]
mod tests;
mod text;

use super::fields::{Place, without_overrides};
use super::parts::{credit, each, shown, tag};
use super::source::{Source, first_string, string_at};
use super::{Json, structure};
use crate::model::url::Use;
use crate::model::{Article, Block, BlockKind, Card, Image, Locale, Related, SafeUrl, Text};

/// One reading of one document.
struct Reader<'r, 'h, J> {
    source: &'r mut Source<'h>,
    document: &'r J,
    /// The names in the metadata.
    known: Vec<String>,
    /// What the components hold that belongs above the body.
    above: Above,
}

/// What stands above the body.
#[derive(Default)]
struct Above {
    title: Text,
    /// There is a standfirst already.
    introduced: bool,
    intro: Text,
    byline: Option<String>,
    authors: Vec<String>,
    /// The picture behind a header.
    fill: Option<Image>,
}

/// Reads an article.
///
/// # Errors
/// The place and the reason, when nothing in it could be shown.
pub(super) fn article<J: Json>(json: &J, source: &mut Source<'_>) -> Result<Article, String> {
    let root = Place::Root;
    let label = |path| string_at(json, path).map(|text| without_overrides(text.trim()));
    let language = string_at(json, "language");
    let language = language.and_then(|tag| source.language(&tag, &Place::Field(&root, "language")));
    let mut article = Article {
        id: string_at(json, "identifier"),
        locale: Locale { language, direction: None },
        title: Text::plain(label("title").unwrap_or_default()),
        standfirst: Text::plain(label("subtitle").unwrap_or_default()),
        ..Article::default()
    };
    if let Some(metadata) = json.field("metadata") {
        described(&metadata, &Place::Field(&root, "metadata"), &mut article, source);
    }
    let known = article.authors.iter().map(|author| author.name.clone()).collect();
    let above = Above { introduced: !article.standfirst.is_empty(), ..Above::default() };
    let mut reader = Reader { source, document: json, known, above };
    let mut blocks = reader.all(json, &root, 0);
    // Lines under the header part it from nothing.
    let leading = blocks.iter().take_while(|block| matches!(block.kind, BlockKind::Divider {})).count();
    blocks.drain(..leading);
    let above = reader.above;
    let components = Place::Field(&root, "components");
    if article.title.is_empty() {
        article.title = above.title;
    }
    if article.standfirst.is_empty() {
        article.standfirst = above.intro;
    }
    if article.standfirst.is_empty() {
        article.standfirst = Text::plain(label("metadata.excerpt").unwrap_or_default());
    }
    above.authors.iter().for_each(|name| credit(&mut article.authors, name, None));
    match above.byline {
        Some(name) if article.authors.is_empty() => credit(&mut article.authors, &name, None),
        Some(_) => source.dropped(&components, "a byline beside the authors"),
        None => {}
    }
    article.image = lead(article.image, above.fill, &blocks);
    article.sections = structure::sections(blocks);
    shown(article, source)
}

/// The thumbnail, the picture behind the header, or one that the body begins with. The thumbnail is often one of those in
/// the body again: then what is said of that is said of it.
fn lead(thumbnail: Option<Image>, fill: Option<Image>, blocks: &[Block]) -> Option<Image> {
    let pictured = |block: &Block| match &block.kind {
        BlockKind::Image(image) => Some(image.clone()),
        _ => None,
    };
    match thumbnail {
        Some(thumbnail) => {
            let mut others = fill.into_iter().chain(blocks.iter().filter_map(pictured));
            others.find(|other| other.src == thumbnail.src).or(Some(thumbnail))
        }
        None => fill.or_else(|| blocks.first().and_then(pictured)).filter(|image| image.src.is_some()),
    }
}

/// Takes what the metadata say.
fn described<J: Json>(json: &J, place: &Place<'_>, article: &mut Article, source: &mut Source<'_>) {
    let url = string_at(json, "canonicalURL");
    article.url = url.and_then(|url| source.url(&url, Use::Link, &Place::Field(place, "canonicalURL")));
    source.at_home(article.url.as_ref());
    article.published = first_string(json, &["datePublished", "dateCreated"]);
    article.updated = string_at(json, "dateModified");
    let text = |item: &J| item.string().map(|text| without_overrides(text.trim()));
    each(json, "authors", place, |item, _| {
        text(item).into_iter().for_each(|name| credit(&mut article.authors, &name, None));
    });
    each(json, "keywords", place, |item, _| text(item).into_iter().for_each(|word| tag(&mut article.tags, word)));
    article.related = related(json, place, source);
    if let Some(address) = string_at(json, "thumbnailURL") {
        let place = Place::Field(place, "thumbnailURL");
        article.image = media::picture(Some(address), Image::default(), &place, source);
    }
}

/// `metadata.links` are addresses without titles: their own last part has to do.
fn related<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Related {
    let mut items = Vec::new();
    each(json, "links", place, |item, place| {
        let address = first_string(item, &["URL", "url"]);
        let Some(url) = address.and_then(|address| source.url(&address, Use::Link, place)) else { return };
        let title = first_string(item, &["title"]).unwrap_or_else(|| name_of(&url));
        items.push(Card { title: Some(title), url: Some(url), ..Card::default() });
    });
    Related { items, ..Related::default() }
}

/// An address for people: without its scheme.
fn name_of(url: &SafeUrl) -> String {
    let href = url.as_str();
    let name = href.split_once("://").map_or(href, |(_, name)| name);
    name.trim_end_matches('/').to_owned()
}
