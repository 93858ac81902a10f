//! Arc XP's ANS (github.com/washingtonpost/ans-schema, 0.10).
//!
//! 1. [`article`] reads the metadata: traits, most of them objects with a `basic` variant.
//! 2. [`elements`] reads `content_elements`, [`media`] the pictures, films and embeds among them.
//! 3. [`card`] reads stories inside a story: related ones and nested ones.

mod elements;
mod media;
#[cfg(test)]
mod tests;

use super::fields::Place;
use super::parts::{credit, each, is_absolute, paragraph, shown, tag, worth_showing};
use super::source::{Source, at, first_string, string_at};
use super::{Json, structure};
use crate::model::block::CorrectionKind;
use crate::model::url::Use;
use crate::model::{Article, Author, Block, BlockKind, Card, Fate, Locale, Related, SafeUrl, Text};

/// Where a headline stands, the one for readers first.
const HEADLINES: [&str; 5] =
    ["headlines.basic", "headlines.web", "headlines.native", "headlines.mobile", "headlines.print"];
const STANDFIRST: [&str; 3] = ["subheadlines.basic", "description.basic", "subheadlines.web"];
const PUBLISHED: [&str; 3] = ["display_date", "first_publish_date", "publish_date"];

/// Documents that are one element.
const ALONE: [&str; 4] = ["video", "gallery", "image", "audio"];

/// Reads an article.
///
/// # Errors
/// The place and the reason, when nothing in it could be shown.
pub(super) fn article<J: Json>(json: &J, source: &mut Source<'_>) -> Result<Article, String> {
    let root = Place::Root;
    let url = address(json, &root, source);
    source.at_home(url.as_ref());
    let mut article = Article {
        id: string_at(json, "_id"),
        url,
        locale: Locale { language: language(json, source), direction: None },
        kicker: kicker(json, &root, source),
        title: line(json, &HEADLINES, &root, source),
        standfirst: line(json, &STANDFIRST, &root, source),
        authors: authors(json, &root, source),
        source: string_at(json, "distributor.name"),
        published: first_string(json, &PUBLISHED),
        updated: string_at(json, "last_updated_date"),
        tags: tags(json),
        ..Article::default()
    };
    let mut blocks = Vec::new();
    if let Some(note) = string_at(json, "editor_note") {
        let inner = html(&note, &Place::Field(&root, "editor_note"), source);
        blocks.extend((!inner.is_empty()).then(|| correction(CorrectionKind::Note, None, inner)));
    }
    if string_at(json, "type").is_some_and(|kind| ALONE.contains(&kind.as_str())) {
        blocks.extend(elements::element(json, &root, 0, source).into_iter().map(media::untitled));
    } else {
        lead(json, &mut article, &mut blocks, source);
        blocks.extend(elements::all(json, "content_elements", &root, 0, source));
    }
    each(json, "corrections", &root, |item, place| {
        let more = elements::element(item, place, 0, source);
        // Many publishers repeat them in the body.
        blocks.extend(more.into_iter().filter(|block| !blocks.contains(block)).collect::<Vec<_>>());
    });
    article.sections = structure::sections(blocks);
    article.related = related(json, source);
    shown(article, source)
}

/// The canonical address. Mostly a path: then of the website, where the document says which that is, else of where the
/// document came from.
fn address<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<SafeUrl> {
    let path = first_string(json, &["canonical_url", "website_url"])?;
    let place = Place::Field(place, "canonical_url");
    let site = first_string(json, &["taxonomy.primary_site.site.site_url", "taxonomy.primary_site.site_url"]);
    match site.filter(|site| is_absolute(site) && path.starts_with('/')) {
        Some(site) => {
            let base = source.reading.base.join(&site);
            SafeUrl::parse(&path, &base, Use::Link).map_err(|error| source.dropped(&place, error)).ok()
        }
        None => source.url(&path, Use::Link, &place),
    }
}

/// `language`, which may be written out ("English"), or else `locale`.
fn language<J: Json>(json: &J, source: &mut Source<'_>) -> Option<String> {
    let mut read = |name| source.language(&string_at(json, name)?, &Place::Field(&Place::Root, name));
    read("language").or_else(|| read("locale"))
}

fn kicker<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<String> {
    let hidden = at(json, "label.basic.display").is_some_and(|display| display.boolean() == Some(false));
    let text = string_at(json, "label.basic.text").filter(|_| !hidden)?;
    Some(source.label(&text, &Place::Field(place, "label")))
}

/// The first of these that is there, as a line of HTML.
fn line<J: Json>(json: &J, paths: &[&str], place: &Place<'_>, source: &mut Source<'_>) -> Text {
    let found = paths.iter().find_map(|path| Some((path, string_at(json, path)?)));
    found.map_or_else(Text::default, |(path, html)| source.text(&html, &Place::Field(place, path)))
}

/// Those whom `vanity_credits` names, for readers, or else `credits`.
fn authors<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Author> {
    let mut authors = Vec::new();
    for name in ["vanity_credits", "credits"] {
        let Some(credits) = json.field(name).filter(|_| authors.is_empty()) else { continue };
        let place = Place::Field(place, name);
        each(&credits, "by", &place, |item, place| {
            let Some(name) = media::name(item) else {
                source.note(place, Fate::Unresolved, "a credit without a name");
                return;
            };
            let page = first_string(item, &["url", "social_links[0].url"]);
            let page = page.and_then(|page| source.url(&page, Use::Link, place));
            credit(&mut authors, &name, page);
        });
    }
    authors
}

fn tags<J: Json>(json: &J) -> Vec<String> {
    let mut tags = Vec::new();
    let Some(taxonomy) = json.field("taxonomy") else { return tags };
    for (list, paths) in [
        ("tags", &["text", "slug"] as &[_]),
        ("sections", &["name"]),
        ("primary_section", &["name"]),
        ("sites", &["name"]),
    ] {
        each(&taxonomy, list, &Place::Root, |item, _| {
            let name = item.string().or_else(|| first_string(item, paths));
            name.into_iter().for_each(|name| tag(&mut tags, name.trim().to_owned()));
        });
    }
    tags
}

/// What stands at the top: a picture becomes the lead image; a film or a gallery opens the body, unless it stands there
/// already.
fn lead<J: Json>(json: &J, article: &mut Article, blocks: &mut Vec<Block>, source: &mut Source<'_>) {
    for path in ["lead_art", "basic"] {
        let Some(item) = json.field("promo_items").and_then(|items| items.field(path)) else { continue };
        let items = Place::Field(&Place::Root, "promo_items");
        let place = Place::Field(&items, path);
        let id = string_at(&item, "_id");
        let mut repeated = false;
        each(json, "content_elements", &Place::Root, |element, _| {
            repeated |= id.is_some() && string_at(element, "_id") == id;
        });
        if string_at(&item, "type").is_some_and(|kind| kind != "image") && !repeated {
            blocks.extend(elements::element(&item, &place, 0, source));
        } else {
            article.image = media::poster(&item, &place, source);
        }
        if !blocks.is_empty() || article.image.is_some() {
            return;
        }
    }
}

fn correction(sort: CorrectionKind, date: Option<String>, blocks: Vec<Block>) -> Block {
    BlockKind::Correction { sort: Some(sort), date, blocks }.into()
}

fn related<J: Json>(json: &J, source: &mut Source<'_>) -> Related {
    let mut items = Vec::new();
    let Some(content) = json.field("related_content") else { return Related::default() };
    let place = Place::Field(&Place::Root, "related_content");
    each(&content, "basic", &place, |item, place| items.extend(card(item, place, source)));
    Related { items, ..Related::default() }
}

/// A story as a card.
fn card<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<Card> {
    let mut label = |paths: &[&str]| Some(source.label(&first_string(json, paths)?, place));
    let (title, teaser) = (label(&HEADLINES), label(&["description.basic", "subheadlines.basic"]));
    let image = json.field("promo_items").and_then(|items| items.field("basic").or_else(|| items.field("lead_art")));
    let card = Card {
        id: string_at(json, "_id"),
        url: address(json, place, source),
        kicker: kicker(json, place, source),
        title,
        teaser,
        image: image.and_then(|image| media::poster(&image, &Place::Field(place, "promo_items"), source)),
        source: string_at(json, "distributor.name"),
        published: first_string(json, &PUBLISHED),
        ..Card::default()
    };
    worth_showing(card, place, source)
}

/// A text that is known to be HTML, as blocks; white space and lone line breaks become nothing.
fn html(html: &str, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    if html.contains(['<', '&']) {
        return source.blocks(html, place);
    }
    let text = source.text(html, place);
    if text.is_empty() { Vec::new() } else { vec![paragraph(text)] }
}
