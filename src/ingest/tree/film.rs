//! Films, recordings, and what other sites show.

use super::media::{CAPTION, CREDIT, HEIGHT, MAX_SIDE, WIDTH};
use super::names::key;
use super::record::{paragraph, some};
use super::{Node, Tree, count, first_string, label, media, string};
use crate::ingest::Json;
use crate::ingest::fields::Place;
use crate::ingest::source::items_at;
use crate::model::media::{Embed, Player, Source, Track};
use crate::model::player::player;
use crate::model::url::Use;
use crate::model::{BlockKind, Fate, Image, SafeUrl, Text};

/// Sites whose pages are named by an id alone.
const PAGES: [(&str, &str); 5] = [
    ("youtube", "https://www.youtube.com/watch?v="),
    ("vimeo", "https://vimeo.com/"),
    ("tweet", "https://twitter.com/i/status/"),
    ("twitter", "https://twitter.com/i/status/"),
    ("figma", "https://www.figma.com/design/"),
];

impl<J: Json> Tree<'_, '_, J> {
    /// A film or a recording; one at a site that has a player is shown by that.
    pub(super) fn player(&mut self, node: &Node<'_, J>, film: bool) -> Option<BlockKind> {
        let record = node.record;
        let mut sources = self.files(node, "sources");
        for path in ["dataSource", "clips[0].dataSource"] {
            sources.extend(self.files(node, path));
        }
        if sources.is_empty() {
            let mime = first_string(record, &["mimeType", "mime", "contentType", "asset.mimeType", "file.contentType"]);
            let file = self.address(node, &media::ADDRESS);
            sources.extend(file.map(|src| Source { src, mime, width: 0, media: None }));
        }
        if items_at(record, "clips").len() > 1 {
            self.source.note(node.place, Fate::Downgraded, "of several films the first is kept");
        }
        if sources.first().is_some_and(|file| player(&file.src).is_some()) {
            return self.embed(node);
        }
        let title = label(record, &["title", "displayTitle", "name"]);
        if sources.is_empty() {
            // What it is called says at least that there was a film.
            self.source.note(node.place, Fate::Unresolved, "no file that could be played");
            let text = title.map_or_else(|| self.text(node, &CAPTION), Text::plain);
            return Some(BlockKind::Unknown { name: node.name.to_owned(), text: some(text)? });
        }
        let poster = ["customThumbnailSrc", "poster", "thumbnailSrc", "thumbnail", "clips[0].poster"];
        let player = Player {
            sources,
            title,
            poster: if film { self.address(node, &poster) } else { None },
            tracks: self.tracks(node),
            width: count(record, &WIDTH, MAX_SIDE),
            height: count(record, &HEIGHT, MAX_SIDE),
            credit: label(record, &CREDIT),
            caption: self.text(node, &CAPTION),
        };
        Some(if film { BlockKind::Video(player) } else { BlockKind::Audio(player) })
    }

    /// The files of a list.
    pub(super) fn files(&mut self, node: &Node<'_, J>, path: &str) -> Vec<Source> {
        let place = Place::Field(node.at, path);
        let mut files = Vec::new();
        for (index, file) in items_at(node.record, path).iter().enumerate() {
            let Some(reference) = first_string(file, &["src", "url", "binaryUrl"]) else { continue };
            let src = self.source.url(&reference, Use::Resource, &Place::Index(&place, index));
            let mime = first_string(file, &["type", "mimeType", "mediaType"]);
            let width = count(file, &["width", "pixelWidth"], MAX_SIDE);
            files.extend(src.map(|src| Source { src, mime, width, media: None }));
        }
        files
    }

    fn tracks(&mut self, node: &Node<'_, J>) -> Vec<Track> {
        let place = Place::Field(node.at, "accessibility.captions");
        let mut tracks = Vec::new();
        for (index, track) in items_at(node.record, "accessibility.captions").iter().enumerate() {
            let Some(reference) = string(track, "url") else { continue };
            let src = self.source.url(&reference, Use::Resource, &Place::Index(&place, index));
            let kind = Some("captions".to_owned());
            tracks.extend(src.map(|src| Track { src, kind, language: None, label: None }));
        }
        tracks
    }

    /// Something shown by another site.
    pub(super) fn embed(&mut self, node: &Node<'_, J>) -> Option<BlockKind> {
        let record = node.record;
        let text = self.said_by(node);
        let names = ["source", "url", "src", "href", "link", "embed", "videoUrl", "embedUrl", "video.url"];
        let url = self.address(node, &names).or_else(|| self.page(node));
        let Some(url) = url else {
            // Nothing but its text is known, or a picture in its stead.
            if let Some(image) = self.fallback(node) {
                self.source.note(node.place, Fate::Downgraded, "the picture in its stead is kept");
                return Some(BlockKind::Image(image));
            }
            self.source.note(node.place, Fate::Unresolved, "an embed without an address");
            return Some(BlockKind::Quote {
                blocks: vec![paragraph(some(text)?)],
                citation: Text::default(),
                url: None,
                pull: false,
            });
        };
        Some(BlockKind::Embed(Embed {
            provider: label(record, &["service", "provider", "metadata.provider_name", "providerName"]),
            title: label(record, &["metadata.title", "title", "displayTitle", "description"]),
            text,
            width: count(record, &["width", "metadata.width"], MAX_SIDE),
            height: count(record, &["height", "metadata.height"], MAX_SIDE),
            caption: self.text(node, &CAPTION),
            url,
        }))
    }

    fn fallback(&mut self, node: &Node<'_, J>) -> Option<Image> {
        node.record.field("fallbackImage")?;
        let image = self.image(node)?;
        image.src.is_some().then_some(image)
    }

    /// What the HTML of an embed says. That it also brings a script is no loss.
    fn said_by(&mut self, node: &Node<'_, J>) -> Text {
        let Some(html) = string(node.record, "html").filter(|html| html.contains("<blockquote")) else {
            return Text::default();
        };
        let before = self.source.reading.notes.len();
        let text = self.source.text(&html, node.at);
        self.source.reading.notes.truncate(before);
        text
    }

    /// The page of something that is named by its id.
    fn page(&mut self, node: &Node<'_, J>) -> Option<SafeUrl> {
        let names = ["videoID", "videoId", "youtubeId", "tweetId", "tweetID", "id", "documentID"];
        let id = names.iter().find_map(|name| string(node.record, name))?;
        if id.contains("://") {
            return self.source.url(&id, Use::Resource, node.at);
        }
        if !id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
            return None;
        }
        let key = key(node.name);
        let address = match PAGES.iter().find(|(site, _)| key.starts_with(site)) {
            Some((_, page)) => [page, id.as_str()].concat(),
            None if key == "flourish" => {
                let kind = string(node.record, "flourishType").unwrap_or_else(|| "visualisation".to_owned());
                ["https://public.flourish.studio/", &kind, "/", &id, "/"].concat()
            }
            None => return None,
        };
        self.source.url(&address, Use::Resource, node.at)
    }
}
