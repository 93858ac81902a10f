//! Pictures, players, embeds and formulas of Article JSON.

use super::Native;
use super::block::non_empty;
use crate::ingest::fields::{Fields, Place};
use crate::ingest::{Json, Kind};
use crate::model::math::{MATH_TAGS, Math, MathNode};
use crate::model::media::{Embed, Image, Player, Size, Source, Track};
use crate::model::url::Use;
use crate::model::{BlockKind, Fate, MAX_DEPTH};

/// Largest side of a picture, in CSS pixels, that is believed.
const MAX_SIDE: u32 = 20_000;

impl<J: Json> Native<J> {
    /// A picture. One whose address is refused stays, for its alternative text and caption, unless it has neither.
    pub(super) fn image(&mut self, json: &J, place: &Place<'_>) -> Option<Image> {
        if json.kind() != Kind::Object {
            self.reading.dropped(place, format_args!("expected a picture, found {}", json.kind().name()));
            return None;
        }
        let fields = Fields::new(json, place, &self.reading);
        fields.take("type", &mut self.reading);
        let reading = &mut self.reading;
        let mut image = Image {
            src: fields.url("src", Use::Resource, reading),
            alt: fields.label("alt", reading).unwrap_or_default(),
            decorative: fields.boolean("decorative", reading),
            width: fields.count("width", MAX_SIDE, reading),
            height: fields.count("height", MAX_SIDE, reading),
            credit: fields.label("credit", reading),
            href: fields.link("href", reading),
            size: fields.one_of("size", size, reading).unwrap_or_default(),
            ..Image::default()
        };
        image.sources = self.files(&fields);
        image.focus = fields.take("focus", &mut self.reading).and_then(|focus| {
            let point = |at| focus.item(at)?.number().filter(|number| (0.0..=1.0).contains(number));
            Some((point(0)? as f32, point(1)? as f32))
        });
        image.caption = self.text_field(&fields, "caption", 0);
        self.block_attributes(&fields);
        fields.finish(&mut self.reading);
        if image.src.is_none() && image.alt.is_empty() && image.caption.is_empty() {
            self.reading.dropped(place, "a picture needs an address");
            return None;
        }
        Some(image)
    }

    /// A film or a recording; one without a file that can be played is left out.
    pub(super) fn player(&mut self, json: &J, place: &Place<'_>) -> Option<Player> {
        let fields = Fields::new(json, place, &self.reading);
        fields.take("type", &mut self.reading);
        let sources = self.files(&fields);
        let tracks = self.tracks(&fields);
        let reading = &mut self.reading;
        let mut player = Player {
            sources,
            tracks,
            poster: fields.url("poster", Use::Resource, reading),
            width: fields.count("width", MAX_SIDE, reading),
            height: fields.count("height", MAX_SIDE, reading),
            title: fields.label("title", reading),
            credit: fields.label("credit", reading),
            ..Player::default()
        };
        player.caption = self.text_field(&fields, "caption", 0);
        self.block_attributes(&fields);
        fields.finish(&mut self.reading);
        if player.sources.is_empty() {
            self.reading.dropped(place, "no file that could be played");
            return None;
        }
        Some(player)
    }

    /// Something at another site; of one whose address is refused, what it says.
    pub(super) fn embed(&mut self, json: &J, place: &Place<'_>) -> Option<BlockKind> {
        let fields = Fields::new(json, place, &self.reading);
        fields.take("type", &mut self.reading);
        let reading = &mut self.reading;
        let url = fields.url("url", Use::Resource, reading);
        let provider = fields.label("provider", reading);
        let title = fields.label("title", reading);
        let (width, height) = (fields.count("width", MAX_SIDE, reading), fields.count("height", MAX_SIDE, reading));
        let text = self.text_field(&fields, "text", 0);
        let caption = self.text_field(&fields, "caption", 0);
        self.block_attributes(&fields);
        fields.finish(&mut self.reading);
        match url {
            Some(url) => Some(BlockKind::Embed(Embed { url, provider, title, text, width, height, caption })),
            None => non_empty(text).map(|text| BlockKind::Unknown { name: "embed".to_owned(), text }),
        }
    }

    fn files(&mut self, fields: &Fields<'_, J>) -> Vec<Source> {
        let place = Place::Field(fields.place, "sources");
        let mut files = Vec::new();
        for (index, item) in fields.items("sources", &mut self.reading).iter().enumerate() {
            let place = Place::Index(&place, index);
            let fields = Fields::new(item, &place, &self.reading);
            let reading = &mut self.reading;
            let src = fields.url("src", Use::Resource, reading);
            let mime = fields.string("type", reading);
            let width = fields.count("width", MAX_SIDE, reading);
            let media = fields.string("media", reading);
            fields.finish(reading);
            match src {
                Some(src) => files.push(Source { src, mime, width, media }),
                None => reading.dropped(&place, "a file needs an address"),
            }
        }
        files
    }

    fn tracks(&mut self, fields: &Fields<'_, J>) -> Vec<Track> {
        let place = Place::Field(fields.place, "tracks");
        let mut tracks = Vec::new();
        for (index, item) in fields.items("tracks", &mut self.reading).iter().enumerate() {
            let place = Place::Index(&place, index);
            let fields = Fields::new(item, &place, &self.reading);
            let reading = &mut self.reading;
            let src = fields.url("src", Use::Resource, reading);
            let kind = fields.one_of("kind", track_kind, reading);
            let language = fields.locale(reading).language;
            let label = fields.label("label", reading);
            fields.finish(reading);
            tracks.extend(src.map(|src| Track { src, kind, language, label }));
        }
        tracks
    }

    pub(super) fn math(&mut self, json: &J, place: &Place<'_>) -> Option<Math> {
        let fields = Fields::new(json, place, &self.reading);
        fields.take("type", &mut self.reading);
        let text = fields.string("text", &mut self.reading);
        let tex = fields.string("tex", &mut self.reading);
        let display = fields.boolean("display", &mut self.reading);
        let tree =
            fields.take("tree", &mut self.reading).map(|tree| self.math_nodes(&tree, &Place::Field(place, "tree"), 0));
        self.block_attributes(&fields);
        fields.finish(&mut self.reading);
        let text = text.or_else(|| tex.clone());
        if text.is_none() {
            self.reading.dropped(place, "a formula needs a text");
        }
        Some(Math { text: text?, tex, tree: tree.unwrap_or_default(), display })
    }

    fn math_nodes(&mut self, list: &J, place: &Place<'_>, depth: usize) -> Vec<MathNode> {
        let mut nodes = Vec::new();
        if depth >= MAX_DEPTH {
            self.reading.note(place, Fate::Downgraded, "nested too deep");
            return nodes;
        }
        self.each(list, place, |reader, item, place| {
            let fields = Fields::new(item, place, &reader.reading);
            let name = fields.string("tag", &mut reader.reading).unwrap_or_default();
            let text = fields.string("text", &mut reader.reading).unwrap_or_default();
            let children = fields.take("children", &mut reader.reading);
            fields.finish(&mut reader.reading);
            let children = children
                .map(|list| reader.math_nodes(&list, &Place::Field(place, "children"), depth + 1))
                .unwrap_or_default();
            match MATH_TAGS.iter().find(|tag| **tag == name) {
                Some(tag) => nodes.push(MathNode { tag, text, children }),
                None => reader.reading.dropped(place, format_args!("unknown part of a formula `{name}`")),
            }
        });
        nodes
    }
}

fn size(name: &str) -> Option<Size> {
    match name {
        "column" => Some(Size::Column),
        "wide" => Some(Size::Wide),
        "full" => Some(Size::Full),
        _ => None,
    }
}

fn track_kind(name: &str) -> Option<String> {
    matches!(name, "subtitles" | "captions" | "descriptions" | "chapters").then(|| name.to_owned())
}
