//! Blocks and their elements: each has a `type` and an object `<type>TypeData`; pictures and films have `assets`.

use super::super::Json;
use super::super::fields::Place;
use super::super::parts::{each, embed, flat, flattened, is_true, opening, picture, unknown};
use super::super::source::{Source, first_string, size_at, string_at};
use crate::model::item::Event;
use crate::model::media::{Player, Source as File};
use crate::model::url::Use;
use crate::model::{Block, BlockKind, Card, Fate, Image, MAX_DEPTH, Text, plain_text};

/// The widest file of a picture that is worth its bytes.
const WIDEST: u32 = 2000;

/// The elements of a block, or its HTML when they say nothing.
pub(super) fn all<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    each(json, "elements", place, |item, place| blocks.extend(element(item, place, 0, source)));
    match string_at(json, "bodyHtml") {
        Some(html) if blocks.is_empty() => source.blocks(&html, &Place::Field(place, "bodyHtml")),
        _ => blocks,
    }
}

/// An entry of a live report.
pub(super) fn live<J: Json>(json: &J, blocks: Vec<Block>, place: &Place<'_>, source: &mut Source<'_>) -> Option<Block> {
    let date = |name: &str| first_string(json, &[name, &[name, ".iso8601"].concat()]);
    let dates = ["firstPublishedDate", "publishedDate", "createdDate"];
    let title = first_string(json, &["title", "attributes.title"]);
    let title = title.map_or_else(Text::default, |title| source.text(&title, place));
    if blocks.is_empty() && title.is_empty() {
        return None;
    }
    // Contributors are given by the ids of their tags; those who typed it in are nobody's business.
    let published = dates.iter().find_map(|name| date(name));
    Some(BlockKind::Live { published, title, author: None, blocks }.into())
}

/// One element, `depth` lists deep.
pub(super) fn element<J: Json>(json: &J, place: &Place<'_>, depth: usize, source: &mut Source<'_>) -> Vec<Block> {
    if depth >= MAX_DEPTH {
        return flattened(json, place, source);
    }
    let kind = string_at(json, "type").unwrap_or_default().to_ascii_lowercase().replace(['-', '_'], "");
    let names = json.names();
    let name = names.iter().find(|name| name.ends_with("TypeData")).map_or("", String::as_str);
    // Elements of old articles keep it with their first asset.
    let data = json.field(name).or_else(|| super::at(json, "assets[0].typeData"));
    let Some(data) = data else {
        source.note(place, Fate::Unresolved, format_args!("`{kind}` without its data"));
        return Vec::new();
    };
    let place = &Place::Field(place, if name.is_empty() { "assets" } else { name });
    let html = string_at(&data, "html");
    let block = match kind.as_str() {
        "text" | "table" => return html.map_or_else(Vec::new, |html| source.blocks(&html, place)),
        "image" | "cartoon" => image(json, &data, place, source).map(BlockKind::Image),
        "pullquote" | "blockquote" => quote(&data, kind == "pullquote", place, source),
        "richlink" => rich_link(&data, place, source),
        "code" => html.clone().map(|code| BlockKind::Code {
            code,
            syntax: string_at(&data, "language"),
            caption: Text::default(),
        }),
        "video" | "audio" => player(json, &data, &kind, place, source).or_else(|| post(&data, &kind, place, source)),
        "contentatom" => {
            let atom = string_at(&data, "atomType").unwrap_or_default();
            source.note(place, Fate::Unresolved, format_args!("a content atom `{atom}` is kept elsewhere"));
            None
        }
        "list" => return list(&data, place, depth + 1, source),
        "timeline" => timeline(&data, place, source),
        _ => post(&data, &kind, place, source),
    };
    if let Some(block) = block {
        return vec![block.into()];
    }
    // What cannot be shown in its own way may be readable.
    let mut blocks = html.map_or_else(Vec::new, |html| source.blocks(&html, place));
    if let [Block { kind: BlockKind::Embed(embed), .. }] = blocks.as_mut_slice() {
        embed.title = embed.title.take().or_else(|| string_at(&data, "alt"));
    }
    if !blocks.is_empty() || kind == "contentatom" {
        return blocks;
    }
    let said = first_string(&data, &["title", "caption", "alt", "description", "linkText"]);
    let text = said.map_or_else(|| Text::plain(flat(&data)), |said| source.text(&said, place));
    if text.is_empty() {
        source.dropped(place, format_args!("nothing of `{kind}` can be shown"));
        return Vec::new();
    }
    source.note(place, Fate::Downgraded, format_args!("`{kind}`: only its text is kept"));
    vec![unknown(&kind, text)]
}

/// A picture: of its files the widest that is not too wide, or the master.
fn image<J: Json>(json: &J, data: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<Image> {
    let mut best: Option<(u32, String, u32, u32)> = None;
    each(json, "assets", place, |asset, _| {
        let Some(file) = first_string(asset, &["typeData.secureFile", "file", "typeData.secureUrl"]) else { return };
        let (width, height) = (size_at(asset, "typeData.width"), size_at(asset, "typeData.height"));
        let worth = if width > WIDEST || is_true(asset, "typeData.isMaster") { 1 } else { width + 2 };
        if best.as_ref().is_none_or(|best| best.0 < worth) {
            best = Some((worth, file, width, height));
        }
    });
    let credit = string_at(data, "credit")
        .filter(|_| string_at(data, "displayCredit").is_none_or(|_| is_true(data, "displayCredit")));
    let caption = string_at(data, "caption").map_or_else(Text::default, |text| source.text(&text, place));
    let alt = first_string(data, &["alt", "altText"]).map(|alt| source.label(&alt, place));
    let (_, file, width, height) = best.map_or((0, None, 0, 0), |best| (best.0, Some(best.1), best.2, best.3));
    let image = Image { alt: alt.unwrap_or_default(), width, height, caption, credit, ..Image::default() };
    picture(file, image, place, source)
}

fn quote<J: Json>(data: &J, pull: bool, place: &Place<'_>, source: &mut Source<'_>) -> Option<BlockKind> {
    let blocks = source.blocks(&string_at(data, "html")?, place);
    let citation = first_string(data, &["attribution", "source"]);
    let citation = citation.map_or_else(Text::default, |text| source.text(&text, place));
    (!blocks.is_empty()).then_some(BlockKind::Quote { blocks, citation, url: None, pull })
}

fn rich_link<J: Json>(data: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<BlockKind> {
    let url = first_string(data, &["url", "originalUrl"]);
    let url = url.and_then(|url| source.url(&url, Use::Link, place));
    let title = string_at(data, "linkText").map(|title| source.label(&title, place))?;
    let kicker = string_at(data, "linkPrefix").map(|kicker| kicker.trim().trim_end_matches(':').to_owned());
    Some(BlockKind::Card(Box::new(Card { url, title: Some(title), kicker, ..Card::default() })))
}

/// Questions and answers, takeaways, portraits: titles with elements below.
fn list<J: Json>(data: &J, place: &Place<'_>, depth: usize, source: &mut Source<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    each(data, "items", place, |item, place| {
        let title = string_at(item, "title").map_or_else(Text::default, |title| source.text(&title, place));
        blocks.extend((!title.is_empty()).then(|| BlockKind::Heading { text: title, level: 3 }.into()));
        each(item, "elements", place, |item, place| blocks.extend(element(item, place, depth, source)));
    });
    blocks
}

fn timeline<J: Json>(data: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<BlockKind> {
    let mut items = Vec::new();
    each(data, "sections", place, |section, place| {
        each(section, "events", place, |event, place| {
            let title = string_at(event, "title").map_or_else(Text::default, |title| source.text(&title, place));
            let blocks = string_at(event, "body").map_or_else(Vec::new, |body| source.blocks(&body, place));
            let time = string_at(event, "date").unwrap_or_default();
            items.push(Event { time, datetime: None, title, blocks });
        });
    });
    (!items.is_empty()).then_some(BlockKind::Timeline { items })
}

/// A film or a recording that has files of its own.
fn player<J: Json>(json: &J, data: &J, kind: &str, place: &Place<'_>, source: &mut Source<'_>) -> Option<BlockKind> {
    let mut sources = Vec::new();
    each(json, "assets", place, |asset, place| {
        let mime = string_at(asset, "mimeType");
        let plays = mime.as_deref().is_some_and(|mime| mime.starts_with(kind));
        let file = string_at(asset, "file").filter(|_| plays);
        let src = file.and_then(|file| source.url(&file, Use::Resource, place));
        sources.extend(src.map(|src| File { src, mime, width: 0, media: None }));
    });
    if sources.is_empty() {
        return None;
    }
    let still = first_string(data, &["stillImageUrl", "thumbnailUrl"]).filter(|_| kind == "video");
    let caption = first_string(data, &["caption", "description"]);
    let player = Player {
        sources,
        poster: still.and_then(|still| source.url(&still, Use::Resource, place)),
        title: string_at(data, "title"),
        caption: caption.map_or_else(Text::default, |text| source.text(&text, place)),
        credit: string_at(data, "credit"),
        ..Player::default()
    };
    Some(if kind == "video" { BlockKind::Video(player) } else { BlockKind::Audio(player) })
}

/// Something of another site: a post, a film, a map. Its words are in its HTML.
fn post<J: Json>(data: &J, kind: &str, place: &Place<'_>, source: &mut Source<'_>) -> Option<BlockKind> {
    let address = first_string(data, &["originalUrl", "url", "iframeUrl", "commentUrl"])?;
    let mut embed = embed(&address, string_at(data, "source"), place, source)?;
    embed.title = string_at(data, "title").map(|title| source.label(&title, place));
    (embed.width, embed.height) = (size_at(data, "width"), size_at(data, "height"));
    if let Some(caption) = string_at(data, "caption") {
        embed.caption = source.text(&caption, place);
    }
    // Of other HTML there is nothing to read: it is the frame that shows the thing, or a link to it.
    let words = string_at(data, "html").filter(|html| html.contains("<blockquote") || kind == "comment");
    let words = words.map(|html| source.blocks(&html, place));
    let words = match words.as_deref() {
        Some([Block { kind: BlockKind::Quote { blocks, .. }, .. }, ..]) => opening(blocks),
        blocks => blocks.and_then(opening),
    };
    embed.text = words.or_else(|| string_at(data, "alt")).map_or_else(Text::default, Text::plain);
    // Said once is enough.
    if embed.title.as_deref() == Some(plain_text(&embed.caption).as_str()) {
        embed.title = None;
    }
    Some(BlockKind::Embed(embed))
}
