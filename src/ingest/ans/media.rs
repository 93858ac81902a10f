//! Pictures, films, recordings and embeds of a story.

use super::super::Json;
use super::super::fields::Place;
use super::super::parts::{each, embed, is_absolute, picture, pictures, unknown};
use super::super::source::{Source, at, first_string, items_at, size_at, string_at};
use super::html;
use crate::model::media::{Player, Source as File, Track};
use crate::model::url::Use;
use crate::model::{Block, BlockKind, Fate, Image, SafeUrl, Text};

/// The name under which somebody is credited.
pub(super) fn name<J: Json>(json: &J) -> Option<String> {
    const NAMES: [&str; 4] = ["name", "byline", "additional_properties.original.byline", "org"];
    json.string().or_else(|| first_string(json, &NAMES)).or_else(|| {
        let parts = ["first_name", "last_name"].iter().filter_map(|path| string_at(json, path));
        Some(parts.collect::<Vec<_>>().join(" ")).filter(|name| !name.is_empty())
    })
}

/// Who made it, and for whom.
fn credit<J: Json>(json: &J) -> Option<String> {
    let mut names = Vec::new();
    for path in ["vanity_credits.by", "credits.by", "vanity_credits.affiliation", "credits.affiliation"] {
        for name in items_at(json, path).iter().filter_map(name) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    if names.is_empty() { string_at(json, "copyright") } else { Some(names.join(" / ")) }
}

/// A line of HTML out of the first of these fields.
fn line<J: Json>(json: &J, paths: &[&str], place: &Place<'_>, source: &mut Source<'_>) -> Text {
    first_string(json, paths).map_or_else(Text::default, |text| source.text(&text, place))
}

/// A picture.
pub(super) fn image<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<Image> {
    if string_at(json, "type").is_some_and(|kind| kind == "reference") {
        return elsewhere(json, place, source);
    }
    let alt = string_at(json, "alt_text").map(|alt| source.label(&alt, place));
    let image = Image {
        alt: alt.unwrap_or_default(),
        width: size_at(json, "width"),
        height: size_at(json, "height"),
        caption: line(json, &["caption", "subtitle"], place, source),
        credit: credit(json),
        ..Image::default()
    };
    let focus = focus(json, &image);
    picture(string_at(json, "url"), Image { focus, ..image }, place, source)
}

/// The focal point is in pixels from the left and the top.
fn focus<J: Json>(json: &J, image: &Image) -> Option<(f32, f32)> {
    let share = |path, whole: u32| {
        let share = at(json, path)?.numeric()? as f32 / whole as f32;
        (0.0..=1.0).contains(&share).then_some(share)
    };
    Some((share("focal_point.x", image.width)?, share("focal_point.y", image.height)?))
}

/// The picture that stands for something: itself, or the one it is promoted with.
pub(super) fn poster<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<Image> {
    if string_at(json, "type").is_none_or(|kind| kind == "image") {
        return image(json, place, source);
    }
    // Films and galleries have one of their own; a gallery at least has its first.
    let paths = ["promo_items.basic", "promo_image", "content_elements[0]"];
    let (path, still) = paths.iter().find_map(|path| Some((path, at(json, path)?)))?;
    image(&still, &Place::Field(place, path), source)
}

/// A gallery.
pub(super) fn gallery<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<Block> {
    let mut images = Vec::new();
    each(json, "content_elements", place, |item, place| images.extend(image(item, place, source)));
    let caption = line(json, &["headlines.basic", "description.basic"], place, source);
    let block = pictures(images, caption);
    if block.is_none() {
        source.note(place, Fate::Unresolved, "a gallery without its pictures");
    }
    block
}

/// Kinds of stream that browsers play, the best first; what Arc calls `ts` is a playlist.
const STREAMS: [(&str, &str); 6] = [
    ("mp4", "video/mp4"),
    ("webm", "video/webm"),
    ("ts", "application/x-mpegURL"),
    ("hls", "application/x-mpegURL"),
    ("mp3", "audio/mpeg"),
    ("ogg", "audio/ogg"),
];

/// The widest film that is worth its bytes in a column of text.
const WIDEST: u32 = 1920;

/// Of each kind of stream the best one.
fn files<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<File> {
    let mut best: Vec<(usize, u32, SafeUrl)> = Vec::new();
    each(json, "streams", place, |item, place| {
        let Some(address) = string_at(item, "url") else { return };
        let name = string_at(item, "stream_type").unwrap_or_default();
        let path = address.split(['?', '#']).next().unwrap_or_default();
        let Some(rank) = STREAMS.iter().position(|(kind, _)| name == *kind || path.ends_with(kind)) else {
            source.dropped(place, format_args!("unknown kind of stream `{name}`"));
            return;
        };
        let Some(url) = source.url(&address, Use::Resource, place) else { return };
        // Width for films, bit rate for recordings; too wide is worse than any other.
        let width = size_at(item, "width").max(size_at(item, "bitrate").min(WIDEST));
        let worth = if width > WIDEST { 0 } else { width + 1 };
        match best.iter_mut().find(|(known, ..)| *known == rank) {
            Some(known) if known.1 < worth => *known = (rank, worth, url),
            Some(_) => {}
            None => best.push((rank, worth, url)),
        }
    });
    best.sort_by_key(|(rank, ..)| *rank);
    let mime = |rank: usize| STREAMS.get(rank).map(|(_, mime)| (*mime).to_owned());
    best.into_iter().map(|(rank, _, src)| File { src, mime: mime(rank), width: 0, media: None }).collect()
}

fn player<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Player {
    let mut tracks = Vec::new();
    if let Some(subtitles) = json.field("subtitles") {
        each(&subtitles, "urls", &Place::Field(place, "subtitles"), |item, place| {
            let vtt = string_at(item, "format").is_none_or(|format| format.eq_ignore_ascii_case("web_vtt"));
            let src = string_at(item, "url").filter(|_| vtt);
            let src = src.and_then(|src| source.url(&src, Use::Resource, place));
            tracks.extend(src.map(|src| Track { src, kind: None, language: None, label: None }));
        });
    }
    Player {
        sources: files(json, place, source),
        tracks,
        title: first_string(json, &["headlines.basic", "title"]).map(|title| source.label(&title, place)),
        caption: line(json, &["description.basic", "caption"], place, source),
        credit: credit(json),
        ..Player::default()
    }
}

/// Without what stands above it, when it is the whole document.
pub(super) fn untitled(mut block: Block) -> Block {
    match &mut block.kind {
        BlockKind::Gallery { caption, .. } => *caption = Text::default(),
        BlockKind::Video(player) | BlockKind::Audio(player) => {
            (player.title, player.caption) = (None, Text::default());
        }
        _ => {}
    }
    block
}

/// A film; one that has no stream is played by the site that embeds it, or stands as its picture.
pub(super) fn video<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    let player = player(json, place, source);
    let still = poster(json, place, source);
    if !player.sources.is_empty() {
        let size = |path| size_at(json, path);
        let poster = still.and_then(|still| still.src);
        let (width, height) = (size("streams[0].width"), size("streams[0].height"));
        return vec![BlockKind::Video(Player { poster, width, height, ..player }).into()];
    }
    if let Some(embedded) = string_at(json, "embed_html") {
        return html(&embedded, place, source);
    }
    source.note(place, Fate::Unresolved, "a film without a stream");
    let caption =
        if player.caption.is_empty() { Text::plain(player.title.unwrap_or_default()) } else { player.caption };
    match still {
        Some(still) => vec![BlockKind::Image(Image { caption, ..still }).into()],
        None if caption.is_empty() => Vec::new(),
        None => vec![unknown("video", caption)],
    }
}

/// A recording.
pub(super) fn audio<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    let player = player(json, place, source);
    if player.sources.is_empty() {
        source.note(place, Fate::Unresolved, "a recording without a stream");
        return player.title.map(|title| unknown("audio", Text::plain(title))).into_iter().collect();
    }
    vec![BlockKind::Audio(player).into()]
}

/// What another site answered when it was asked how to show something (oEmbed, §2.3.4). Its address may stand in several
/// places, or nowhere but in the HTML.
pub(super) fn oembed<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    let Some(raw) = json.field("raw_oembed") else {
        return referred(json, place, source);
    };
    let place = Place::Field(place, "raw_oembed");
    let markup = string_at(&raw, "html");
    let kind = string_at(&raw, "type").unwrap_or_default();
    if kind == "photo" {
        return image(&raw, &place, source).map(|image| BlockKind::Image(image).into()).into_iter().collect();
    }
    let addresses = ["url", "_id"].iter().filter_map(|path| string_at(&raw, path));
    let address = addresses.chain(string_at(json, "referent.id")).find(|address| is_absolute(address));
    let (Some(address), false) = (address, kind == "link") else {
        return match markup {
            Some(markup) => source.blocks(&markup, &place),
            None => referred(json, &place, source),
        };
    };
    let Some(mut embed) = embed(&address, string_at(&raw, "provider_name"), &place, source) else { return Vec::new() };
    embed.title = string_at(&raw, "title").map(|title| source.label(&title, &place));
    // Posts carry their text in a quotation.
    embed.text = match markup.filter(|markup| markup.contains("<blockquote")) {
        Some(markup) => source.text(&markup, &place),
        None => Text::default(),
    };
    if kind == "video" {
        (embed.width, embed.height) = (size_at(&raw, "width"), size_at(&raw, "height"));
    }
    vec![BlockKind::Embed(embed).into()]
}

/// A pointer to something that is not in the document. One at another site can be shown from its address.
pub(super) fn reference<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    let provider = string_at(json, "referent.provider").unwrap_or_default();
    if provider.contains("oembed") || string_at(json, "referent.type").is_some_and(|kind| kind == "oembed") {
        return referred(json, place, source);
    }
    elsewhere(json, place, source).unwrap_or_default()
}

/// Notes what a reference names.
fn elsewhere<J: Json, T>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<T> {
    let kind = string_at(json, "referent.type").unwrap_or_else(|| "content".to_owned());
    source.note(place, Fate::Unresolved, format_args!("a reference to `{kind}` that is not in the document"));
    None
}

fn referred<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    let address = ["referent.id", "url", "content", "id"].iter().filter_map(|path| string_at(json, path));
    let Some(address) = address.into_iter().find(|address| is_absolute(address)) else {
        source.note(place, Fate::Unresolved, "an embed without an address");
        return Vec::new();
    };
    let embed = embed(&address, string_at(json, "subtype"), place, source);
    embed.map(|embed| BlockKind::Embed(embed).into()).into_iter().collect()
}
