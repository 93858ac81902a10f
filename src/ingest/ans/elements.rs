//! The elements of a story (`story_elements/*.json` of the schema).

use super::super::fields::Place;
use super::super::parts::{each, flattened, marked, paragraph, unknown};
use super::super::source::{Source, at, first_string, string_at};
use super::super::{Json, Kind};
use super::{card, correction, html, media};
use crate::model::block::{Block, BlockKind, Cell, CorrectionKind, Item, LinkItem, Table};
use crate::model::inline::Mark;
use crate::model::{Card, Fate, Link, MAX_DEPTH, Text};

/// The elements of a list field.
pub(super) fn all<J: Json>(
    json: &J,
    name: &str,
    place: &Place<'_>,
    depth: usize,
    source: &mut Source<'_>,
) -> Vec<Block> {
    let mut blocks = Vec::new();
    each(json, name, place, |item, place| blocks.extend(element(item, place, depth, source)));
    blocks
}

/// One element.
pub(super) fn element<J: Json>(json: &J, place: &Place<'_>, depth: usize, source: &mut Source<'_>) -> Vec<Block> {
    if depth >= MAX_DEPTH {
        return flattened(json, place, source);
    }
    if let Some(text) = json.string() {
        return html(&text, place, source);
    }
    if json.kind() != Kind::Object {
        source.dropped(place, format_args!("expected an element, found {}", json.kind().name()));
        return Vec::new();
    }
    let kind = string_at(json, "type").unwrap_or_default();
    let content = string_at(json, "content");
    let block = match kind.as_str() {
        "text" | "raw_html" | "" if content.is_some() || !kind.is_empty() => {
            return content.map_or_else(Vec::new, |text| html(&text, place, source));
        }
        "header" => heading(json, place, source),
        "list" | "list_element" => list(json, place, depth, source),
        "quote" | "blockquote" | "pullquote" => quote(json, &kind, place, depth, source),
        "image" | "graphic" => media::image(json, place, source).map(BlockKind::Image),
        "gallery" => return media::gallery(json, place, source).into_iter().collect(),
        "video" => return media::video(json, place, source),
        "audio" => return media::audio(json, place, source),
        "oembed_response" | "oembed" | "social_embed" | "gist" => return media::oembed(json, place, source),
        "table" => table(json, place, depth, source),
        "interstitial_link" => interstitial(json, place, source),
        "link_list" => links(json, place, source),
        "divider" => Some(BlockKind::Divider {}),
        "code" => content.map(|code| BlockKind::Code { code, syntax: code_syntax(json), caption: Text::default() }),
        "correction" => return amended(json, place, source).into_iter().collect(),
        "endorsement" => endorsement(json, place, source),
        "numeric_rating" => rating(json, place, source),
        "element_group" => group(json, place, depth, source),
        "story" => card(json, place, source).map(|card| BlockKind::Card(Box::new(card))),
        "reference" => return media::reference(json, place, source),
        "content_zone" | "placeholder" => {
            source.dropped(place, format_args!("`{kind}` holds nothing of the story"));
            None
        }
        _ => return other(json, &kind, place, depth, source),
    };
    block.into_iter().map(Block::from).collect()
}

fn heading<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<BlockKind> {
    let text = source.text(&string_at(json, "content")?, place);
    let level = at(json, "level").and_then(|level| level.numeric()).unwrap_or(2.0);
    (!text.is_empty()).then_some(BlockKind::Heading { text, level: level.clamp(1.0, 6.0) as u8 })
}

/// Items are texts or lists; a list belongs to the item before it.
fn list<J: Json>(json: &J, place: &Place<'_>, depth: usize, source: &mut Source<'_>) -> Option<BlockKind> {
    let mut items: Vec<Item> = Vec::new();
    each(json, "items", place, |item, place| {
        let nested = string_at(item, "type").is_some_and(|kind| kind.starts_with("list"));
        let blocks = element(item, place, depth + 1, source);
        match items.last_mut() {
            Some(last) if nested => last.blocks.extend(blocks),
            _ if !blocks.is_empty() => items.push(Item { blocks, checked: None }),
            _ => {}
        }
    });
    let ordered = string_at(json, "list_type").is_some_and(|kind| kind == "ordered");
    (!items.is_empty()).then_some(BlockKind::List { ordered, start: None, items })
}

fn quote<J: Json>(json: &J, kind: &str, place: &Place<'_>, depth: usize, source: &mut Source<'_>) -> Option<BlockKind> {
    let mut blocks = all(json, "content_elements", place, depth + 1, source);
    if let Some(text) = string_at(json, "content") {
        blocks.extend(html(&text, place, source));
    }
    let citation = first_string(json, &["citation.content", "citation"]);
    let citation = citation.map_or_else(Text::default, |text| source.text(&text, &Place::Field(place, "citation")));
    let pull = kind == "pullquote" || string_at(json, "subtype").is_some_and(|kind| kind == "pullquote");
    if blocks.is_empty() {
        source.dropped(place, "a quotation without words");
        return None;
    }
    Some(BlockKind::Quote { blocks, citation, url: None, pull })
}

fn table<J: Json>(json: &J, place: &Place<'_>, depth: usize, source: &mut Source<'_>) -> Option<BlockKind> {
    let mut table = Table::default();
    let head = row(json, "header", true, place, depth, source);
    table.head.extend((!head.is_empty()).then_some(head));
    let rows = Place::Field(place, "rows");
    let list = json.field("rows");
    for index in 0..list.as_ref().map_or(0, Json::len) {
        let Some(item) = list.as_ref().and_then(|list| list.item(index)) else { continue };
        let place = Place::Index(&rows, index);
        // A row is a list of cells; some publishers' rows are objects that hold one.
        let cells = if item.kind() == Kind::Array { cells(&item, false, &place, depth, source) } else { Vec::new() };
        let cells = if cells.is_empty() { row(&item, "cells", false, &place, depth, source) } else { cells };
        table.body.extend((!cells.is_empty()).then_some(cells));
    }
    if table.head.is_empty() && table.body.is_empty() {
        source.dropped(place, "a table without rows");
        return None;
    }
    Some(BlockKind::Table(table))
}

/// The cells in a field.
fn row<J: Json>(
    json: &J,
    name: &str,
    header: bool,
    place: &Place<'_>,
    depth: usize,
    source: &mut Source<'_>,
) -> Vec<Cell> {
    let list = json.field(name);
    list.map_or_else(Vec::new, |list| cells(&list, header, &Place::Field(place, name), depth, source))
}

fn cells<J: Json>(list: &J, header: bool, place: &Place<'_>, depth: usize, source: &mut Source<'_>) -> Vec<Cell> {
    let items = (0..list.len()).filter_map(|index| Some((index, list.item(index)?)));
    items
        .map(|(index, item)| {
            let blocks = element(&item, &Place::Index(place, index), depth + 1, source);
            Cell { blocks, header, ..Cell::default() }
        })
        .collect()
}

/// A link on its own: with a picture or a description a card.
fn interstitial<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<BlockKind> {
    let title = source.label(&string_at(json, "content")?, place);
    let teaser = first_string(json, &["description.content", "description"]);
    let image = json.field("image").and_then(|image| media::image(&image, &Place::Field(place, "image"), source));
    let Some(item) = link(json, place, source) else {
        // Without its link it is still read.
        return (!title.is_empty()).then(|| paragraph(Text::plain(title)).kind);
    };
    match item.href {
        Link::Url(url) if teaser.is_some() || image.is_some() => {
            let teaser = teaser.map(|teaser| source.label(&teaser, place));
            let card = Card { url: Some(url), title: Some(title), teaser, image, ..Card::default() };
            Some(BlockKind::Card(Box::new(card)))
        }
        href => Some(BlockKind::Links { title: Text::default(), items: vec![LinkItem { href, ..item }] }),
    }
}

fn link<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<LinkItem> {
    let href = source.link(&string_at(json, "url")?, &Place::Field(place, "url"))?;
    let text = source.text(&string_at(json, "content")?, place);
    Some(LinkItem { href, text })
}

fn links<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<BlockKind> {
    let mut items = Vec::new();
    let mut loose = Vec::new();
    each(json, "items", place, |item, place| match link(item, place, source) {
        Some(link) => items.push(link),
        // Texts are allowed beside links.
        None => loose.extend(string_at(item, "content").map(|text| html(&text, place, source))),
    });
    let title = string_at(json, "title").map_or_else(Text::default, |title| Text::plain(title.trim()));
    let links = (!items.is_empty()).then_some(BlockKind::Links { title: title.clone(), items });
    if loose.is_empty() {
        return links;
    }
    let blocks: Vec<Block> = links.map(Block::from).into_iter().chain(loose.into_iter().flatten()).collect();
    (!blocks.is_empty()).then_some(BlockKind::Group { title: Text::default(), blocks })
}

fn code_syntax<J: Json>(json: &J) -> Option<String> {
    first_string(json, &["language", "additional_properties.language", "subtype"])
}

fn amended<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<Block> {
    let blocks = html(&first_string(json, &["text", "content"])?, place, source);
    let sort = match string_at(json, "correction_type").as_deref() {
        Some("clarification") => CorrectionKind::Note,
        Some("update") => CorrectionKind::Update,
        _ => CorrectionKind::Correction,
    };
    (!blocks.is_empty()).then(|| correction(sort, string_at(json, "date"), blocks))
}

fn endorsement<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<BlockKind> {
    let text = source.text(&string_at(json, "endorsement")?, place);
    let blocks = vec![paragraph(marked(Mark::Strong, text))];
    Some(BlockKind::Callout { title: Text::default(), icon: None, tone: None, blocks })
}

fn rating<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<BlockKind> {
    let number = |name| at(json, name).and_then(|value| value.numeric()).filter(|number| number.is_finite());
    let (value, best, worst) = (number("numeric_rating"), number("max"), number("min"));
    let (Some(value), Some(best)) = (value, best) else {
        source.dropped(place, "a rating needs `numeric_rating` and `max`");
        return None;
    };
    let text = string_at(json, "units").map_or_else(Text::default, |units| Text::plain(units.trim()));
    Some(BlockKind::Rating { value, best, worst, subject: None, text })
}

fn group<J: Json>(json: &J, place: &Place<'_>, depth: usize, source: &mut Source<'_>) -> Option<BlockKind> {
    let title = first_string(json, &["title", "headlines.basic"]);
    let title = title.map_or_else(Text::default, |title| source.text(&title, place));
    let blocks = all(json, "content_elements", place, depth + 1, source);
    (!blocks.is_empty()).then_some(BlockKind::Group { title, blocks })
}

/// Elements of a publisher's own, and those that are not told apart: a custom embed is an address of data about
/// something, so what is said in its configuration is all there is.
fn other<J: Json>(json: &J, kind: &str, place: &Place<'_>, depth: usize, source: &mut Source<'_>) -> Vec<Block> {
    const SAID: [&str; 9] = [
        "content",
        "text",
        "embed.config.title",
        "embed.config.headline",
        "embed.config.text",
        "embed.config.description",
        "embed.config.caption",
        "headlines.basic",
        "title",
    ];
    let inner = all(json, "content_elements", place, depth + 1, source);
    let name = if kind == "custom_embed" { string_at(json, "subtype") } else { None };
    let name = name.unwrap_or_else(|| kind.to_owned());
    let text = first_string(json, &SAID).map_or_else(Text::default, |text| source.text(&text, place));
    match (text.is_empty(), inner.is_empty()) {
        (true, true) => source.dropped(place, format_args!("unknown element `{name}`")),
        _ => source.note(place, Fate::Downgraded, format_args!("unknown element `{name}`: what it says is kept")),
    }
    let shown = (!text.is_empty()).then(|| unknown(&name, text));
    shown.into_iter().chain(inner).collect()
}
