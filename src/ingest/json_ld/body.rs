//! The text of an article, the entries of a live report, and what stands after them.

use super::graph::{Graph, string_of};
use crate::ingest::fields::Place;
use crate::ingest::foreign::date::iso;
use crate::ingest::source::{Source, first_string, is_html, paragraphs, string_at};
use crate::ingest::{Json, Kind};
use crate::model::block::{CorrectionKind, LinkItem};
use crate::model::media::{Embed, Player, Source as File};
use crate::model::url::{Link, Use};
use crate::model::{Article, Block, BlockKind, Card, Image, SafeUrl, Text};

/// Properties that hold the text.
const TEXTS: [&str; 3] = ["articleBody", "reviewBody", "text"];

pub(super) fn body<J: Json>(graph: &Graph<J>, node: &J, head: &Article, source: &mut Source<'_>) -> Vec<Block> {
    let mut blocks = text(graph, node, &Place::Root, source);
    for (index, entry) in graph.values(node, "liveBlogUpdate").iter().enumerate() {
        let place = Place::Index(&Place::Field(&Place::Root, "liveBlogUpdate"), index);
        blocks.extend(live(graph, entry, &place, source));
    }
    for name in ["video", "audio"] {
        let media = graph.values(node, name);
        blocks.extend(media.iter().filter_map(|media| player(graph, media, name, source)));
    }
    for correction in graph.values(node, "correction") {
        let inner = paragraphs(&graph.text(&correction, &["text"]).or(string_of(&correction)).unwrap_or_default());
        let date = graph.text(&correction, &["datePublished"]).and_then(|date| iso(&date));
        let kind = BlockKind::Correction { sort: Some(CorrectionKind::Correction), date, blocks: inner };
        blocks.push(kind.into());
    }
    blocks.extend(links(graph, node, source));
    if is_locked(node) {
        blocks.push(BlockKind::Paywall { text: Text::default(), href: head.url.clone() }.into());
    }
    blocks
}

fn text<J: Json>(graph: &Graph<J>, node: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    let Some(name) = TEXTS.iter().find(|name| graph.text(node, &[**name]).is_some()) else { return Vec::new() };
    let parts: Vec<String> = graph.values(node, name).iter().filter_map(string_of).collect();
    let text = parts.join("\n\n");
    if is_html(&text) { source.blocks(&text, &Place::Field(place, name)) } else { paragraphs(&text) }
}

fn live<J: Json>(graph: &Graph<J>, entry: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<Block> {
    let mut blocks = text(graph, entry, place, source);
    blocks.extend(super::image::image(graph, entry, source).map(|image| BlockKind::Image(image).into()));
    let title = graph.text(entry, &["headline", "name"]).unwrap_or_default();
    if blocks.is_empty() && title.is_empty() {
        source.dropped(place, "empty");
        return None;
    }
    let author = graph.text(entry, &["author"]);
    let kind = BlockKind::Live {
        published: graph.text(entry, &["datePublished", "dateModified"]).and_then(|date| iso(&date)),
        title: source.title(&title, &Place::Field(place, "headline")),
        author: source.label_of(author, &Place::Field(place, "author")),
        blocks,
    };
    Some(kind.into())
}

fn player<J: Json>(graph: &Graph<J>, media: &J, name: &str, source: &mut Source<'_>) -> Option<Block> {
    let place = Place::Field(&Place::Root, name);
    let title = source.label_of(string_at(media, "name"), &place);
    if let Some(address) = string_at(media, "contentUrl") {
        let src = source.url(&address, Use::Resource, &Place::Field(&place, "contentUrl"))?;
        let mime = string_at(media, "encodingFormat").filter(|mime| mime.contains('/'));
        let poster = graph.text(media, &["thumbnailUrl"]);
        let mut player =
            Player { sources: vec![File { src, mime, width: 0, media: None }], title, ..Player::default() };
        if name == "audio" {
            return Some(BlockKind::Audio(player).into());
        }
        let place = Place::Field(&place, "thumbnailUrl");
        player.poster = poster.and_then(|poster| source.url(&poster, Use::Resource, &place));
        return Some(BlockKind::Video(player).into());
    }
    let address = media.string().or_else(|| first_string(media, &["embedUrl", "url"]));
    let Some(address) = address else {
        source.dropped(&place, "needs an address");
        return None;
    };
    let url = source.url(&address, Use::Resource, &Place::Field(&place, "embedUrl"))?;
    let (text, caption) = (Text::default(), Text::default());
    Some(BlockKind::Embed(Embed { url, provider: None, title, text, width: 0, height: 0, caption }).into())
}

/// Addresses without a name, as a list of links: a card would have nothing to show.
fn links<J: Json>(graph: &Graph<J>, node: &J, source: &mut Source<'_>) -> Option<Block> {
    let place = Place::Field(&Place::Root, "relatedLink");
    let addresses = graph.values(node, "relatedLink").into_iter().filter_map(|value| value.string());
    let items: Vec<LinkItem> = addresses
        .filter_map(|address| {
            let url = source.url(&address, Use::Link, &place)?;
            let shown = url.as_str().split("://").last().unwrap_or_default().trim_end_matches('/').to_owned();
            Some(LinkItem { href: Link::Url(url), text: Text::plain(shown) })
        })
        .collect();
    (!items.is_empty()).then(|| BlockKind::Links { title: Text::default(), items }.into())
}

/// Named links, as cards.
pub(super) fn related_links<J: Json>(graph: &Graph<J>, node: &J, source: &mut Source<'_>) -> Vec<Card> {
    let place = Place::Field(&Place::Root, "relatedLink");
    let named = graph.values(node, "relatedLink").into_iter().filter(|value| value.kind() == Kind::Object);
    let mut cards = Vec::new();
    for link in named {
        let Some(name) = graph.text(&link, &["headline", "name"]) else { continue };
        let address = first_string(&link, &["url", "@id"]);
        let url: Option<SafeUrl> = address.and_then(|address| source.url(&address, Use::Link, &place));
        let image: Option<Image> = super::image::image(graph, &link, source);
        cards.push(Card { title: Some(source.label(&name, &place)), url, image, ..Card::default() });
    }
    cards
}

/// Whether it says that it cannot be read for nothing: `false`, or the word for it.
fn is_locked<J: Json>(node: &J) -> bool {
    let Some(free) = node.field("isAccessibleForFree") else { return false };
    let word = free.string().unwrap_or_default().to_ascii_lowercase();
    free.boolean() == Some(false) || word.rsplit('/').next() == Some("false")
}
