//! Pictures, films and recordings, and what is associated with an item.

use super::super::Json;
use super::super::fields::Place;
use super::super::parts::{opening, picture, pictures, unknown, worth_showing};
use super::super::source::Source;
use super::names::{all, field, text, variant};
use super::{first, said};
use crate::model::media::{Player, Source as File};
use crate::model::url::Use;
use crate::model::{Article, Block, BlockKind, Card, Fate, Image, Related, Text, plain_text};

/// The widest file of a picture that is worth its bytes.
const WIDEST: u32 = 2400;

/// Names that make a picture the lead image.
const LEADS: [&str; 6] = ["mainpic", "main", "featuremedia", "featureimage", "lead", "leadimage"];

/// What an item is, by its `type`.
#[derive(Clone, Copy, PartialEq)]
enum Sort {
    Picture,
    Video,
    Audio,
    Text,
}

fn sort<J: Json>(json: &J) -> Sort {
    let of = |kind: &str| match kind.split('/').next().unwrap_or_default() {
        "picture" | "graphic" | "photo" | "image" => Some(Sort::Picture),
        "video" => Some(Sort::Video),
        "audio" => Some(Sort::Audio),
        _ => None,
    };
    // An item without a type says what its files are.
    let kind = text(json, "type").or_else(|| first(json, &["mimetype", "contenttype"])).unwrap_or_default();
    of(&kind.to_ascii_lowercase()).unwrap_or(Sort::Text)
}

/// A file of an item.
struct Rendition {
    href: String,
    mime: Option<String>,
    width: u32,
    height: u32,
    marked: bool,
}

/// The files of an item that have an address.
fn renditions<J: Json>(json: &J) -> Vec<Rendition> {
    let size = |json: &J, name| {
        let size = field(json, name).and_then(|size| size.numeric()).unwrap_or_default();
        if (1.0..=20_000.0).contains(&size) { size as u32 } else { 0 }
    };
    let found = all(json, "renditions").into_iter().filter_map(|(name, item)| {
        let words = [name, text(&item, "variant").unwrap_or_default()].concat().to_ascii_lowercase();
        Some(Rendition {
            href: text(&item, "href")?,
            mime: first(&item, &["contenttype", "mimetype"]),
            width: size(&item, "width"),
            height: size(&item, "height"),
            marked: words.contains("watermark"),
        })
    });
    found.collect()
}

/// The biggest picture that is not too big, and without a watermark if there is one.
fn best(renditions: &[Rendition]) -> Option<&Rendition> {
    let is_picture = |rendition: &&Rendition| {
        rendition.mime.as_deref().is_none_or(|mime| mime.starts_with("image/") || !mime.contains('/'))
    };
    renditions.iter().filter(is_picture).max_by_key(|rendition| {
        let width = rendition.width;
        (!rendition.marked, width <= WIDEST, if width <= WIDEST { width } else { u32::MAX - width })
    })
}

/// Who made it and whom it belongs to, else its rights.
fn credit<J: Json>(json: &J) -> Option<String> {
    let holder = first(json, &["creditline", "credit_line", "copyrightholder"]);
    let names: Vec<String> = first(json, &["byline", "by"]).into_iter().chain(holder).collect();
    if names.is_empty() { first(json, &["copyrightnotice", "usageterms"]) } else { Some(names.join(" / ")) }
}

/// What is seen or heard, in words.
fn description<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Text {
    let words = variant(json, "description", "descriptions", &["text", "main", "caption"]);
    words.map_or_else(Text::default, |words| source.text(&words, place))
}

fn image<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<Image> {
    let renditions = renditions(json);
    let best = best(&renditions);
    let caption = description(json, place, source);
    let place = &Place::Field(place, "renditions");
    let alt = first(json, &["alttext", "body_text"]);
    let alt = alt.unwrap_or_else(|| plain_text(&caption));
    let (width, height) = best.map_or((0, 0), |best| (best.width, best.height));
    let image = Image { alt, caption, width, height, credit: credit(json), ..Image::default() };
    if best.is_none() {
        source.note(place, Fate::Unresolved, "a picture without a file");
        return None;
    }
    picture(best.map(|best| best.href.clone()), image, place, source)
}

fn player<J: Json>(json: &J, kind: &str, place: &Place<'_>, source: &mut Source<'_>) -> Option<Player> {
    let renditions = renditions(json);
    let files = renditions.iter().filter(|file| file.mime.as_deref().is_some_and(|mime| mime.starts_with(kind)));
    let mut files: Vec<_> = files.collect();
    files.sort_by_key(|file| if file.width <= WIDEST { WIDEST - file.width } else { file.width });
    let (width, height) = files.first().map_or((0, 0), |file| (file.width, file.height));
    let sources: Vec<_> = files
        .into_iter()
        .filter_map(|file| {
            let src = source.url(&file.href, Use::Resource, &Place::Field(place, "renditions"))?;
            Some(File { src, mime: file.mime.clone(), width: 0, media: None })
        })
        .collect();
    if sources.is_empty() {
        source.note(place, Fate::Unresolved, "a film or a recording without a file");
        return None;
    }
    let still = best(&renditions).filter(|still| still.mime.is_some()).map(|still| still.href.clone());
    Some(Player {
        sources,
        poster: still.and_then(|still| source.url(&still, Use::Resource, place)),
        width,
        height,
        title: variant(json, "headline", "headlines", &["main"]).map(|title| source.label(&title, place)),
        caption: description(json, place, source),
        credit: credit(json),
        ..Player::default()
    })
}

/// An item that is a picture, a film or a recording, as a block. Without its file it is its words.
fn block<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<Block> {
    let (name, kind) = match sort(json) {
        Sort::Picture => ("picture", image(json, place, source).map(BlockKind::Image)),
        Sort::Video => ("video", player(json, "video/", place, source).map(BlockKind::Video)),
        Sort::Audio => {
            let player = player(json, "audio/", place, source);
            ("audio", player.map(|player| BlockKind::Audio(Player { poster: None, width: 0, height: 0, ..player })))
        }
        Sort::Text => return None,
    };
    kind.map(Block::from).or_else(|| {
        let words = description(json, place, source);
        (!words.is_empty()).then(|| unknown(name, words))
    })
}

/// The document itself, when it is a picture, a film or a recording.
pub(super) fn own<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<Block> {
    if sort(json) == Sort::Text {
        return None;
    }
    // Its headline is the title above it.
    block(json, place, source).map(|mut block| {
        if let BlockKind::Video(player) | BlockKind::Audio(player) = &mut block.kind {
            player.title = None;
        }
        block
    })
}

/// Associations: a picture becomes the lead image, which is returned; what the body does not show itself follows it;
/// texts are related articles.
pub(super) fn associated<J: Json>(
    json: &J,
    html: &str,
    article: &mut Article,
    blocks: &mut Vec<Block>,
    source: &mut Source<'_>,
) -> Option<Image> {
    let place = Place::Field(&Place::Root, "associations");
    let mut leads = Vec::new();
    let mut images = Vec::new();
    let mut cards = Vec::new();
    for (index, (name, item)) in all(json, "associations").into_iter().enumerate() {
        let indexed = Place::Index(&place, index);
        let named = Place::Field(&place, &name);
        let place = if name.is_empty() { indexed } else { named };
        if renditions(&item).iter().any(|rendition| html.contains(&rendition.href)) {
            continue;
        }
        match sort(&item) {
            Sort::Text => cards.extend(card(&item, &place, source)),
            Sort::Picture => {
                let is_lead = LEADS.iter().any(|lead| name.eq_ignore_ascii_case(lead));
                let list = if is_lead { &mut leads } else { &mut images };
                list.extend(image(&item, &place, source));
            }
            _ => blocks.extend(block(&item, &place, source)),
        }
    }
    let mut pictured = leads.into_iter().chain(images);
    let lead = pictured.next();
    blocks.extend(pictures(pictured.collect(), Text::default()));
    article.related = Related { items: cards, ..Related::default() };
    lead
}

fn card<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<Card> {
    let title = variant(json, "headline", "headlines", &["main"]).or_else(|| text(json, "title"));
    let teaser = said(description(json, place, source));
    let picture = all(json, "associations").into_iter().find(|(_, item)| sort(item) == Sort::Picture);
    let card = Card {
        id: text(json, "uri"),
        url: super::address(json, place, source),
        title: title.map(|title| source.label(&title, place)),
        teaser: teaser.and_then(|teaser| opening(&[teaser])),
        image: picture.and_then(|(_, item)| image(&item, place, source)),
        published: first(json, &["firstcreated", "versioncreated"]),
        ..Card::default()
    };
    worth_showing(card, place, source)
}
