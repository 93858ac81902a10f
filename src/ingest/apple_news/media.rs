//! Pictures, films, recordings, posts and maps.

use super::super::Json;
use super::super::fields::Place;
use super::super::parts::{self, each, embed, pictures};
use super::super::source::{Source, at, first_string, items_at, string_at};
use super::Reader;
use crate::model::block::{Block, BlockKind, LinkItem};
use crate::model::media::{Player, Source as File};
use crate::model::url::Use;
use crate::model::{Fate, Image, SafeUrl, Text};

/// Roles that show something of another site, with its name where the role says it.
const SITES: [(&str, &str); 10] = [
    ("embedwebvideo", ""),
    ("embedvideo", ""),
    ("instagram", "Instagram"),
    ("tweet", "X"),
    ("twitter", "X"),
    ("facebook_post", "Facebook"),
    ("tiktok", "TikTok"),
    ("podcast", "Apple Podcasts"),
    ("pinterest", "Pinterest"),
    ("vine", "Vine"),
];

/// The picture at an address. Files of a bundle lie beside the document where it was made; here they are not.
pub(super) fn picture(
    address: Option<String>,
    image: Image,
    place: &Place<'_>,
    source: &mut Source<'_>,
) -> Option<Image> {
    let Some(address) = address.as_deref().and_then(bundled) else {
        return parts::picture(address, image, place, source);
    };
    unresolved(address, place, source);
    (!image.alt.is_empty() || !image.caption.is_empty()).then_some(image)
}

/// The name of a file in the document's bundle.
fn bundled(address: &str) -> Option<&str> {
    address.trim().strip_prefix("bundle://")
}

fn unresolved(file: &str, place: &Place<'_>, source: &mut Source<'_>) {
    source.note(place, Fate::Unresolved, format_args!("`{file}` is in the document's bundle, which is not here"));
}

impl<J: Json> Reader<'_, '_, J> {
    /// The blocks of a role that is about media; `None` when it is not.
    pub(super) fn media(&mut self, json: &J, role: &str, place: &Place<'_>) -> Option<Vec<Block>> {
        let block = match role {
            "image" | "photo" | "figure" | "portrait" | "logo" | "article_thumbnail" => {
                self.image(json, place).map(|image| BlockKind::Image(image).into())
            }
            "gallery" | "mosaic" => {
                let mut images = Vec::new();
                each(json, "items", place, |item, place| images.extend(self.image(item, place)));
                let caption = self.line_in(json, "caption", place);
                pictures(images, caption)
            }
            "audio" | "music" => self.player(json, place).map(|player| BlockKind::Audio(player).into()),
            "video" => self.player(json, place).map(|player| {
                let (width, height) = size(json);
                let still = string_at(json, "stillURL");
                let poster = still.and_then(|still| self.resource(&still, &Place::Field(place, "stillURL")));
                BlockKind::Video(Player { poster, width, height, ..player }).into()
            }),
            "map" | "place" => self.map(json, place),
            _ => {
                let (_, site) = SITES.iter().find(|(name, _)| *name == role)?;
                self.post(json, site, place)
            }
        };
        Some(block.into_iter().collect())
    }

    pub(super) fn image(&mut self, json: &J, place: &Place<'_>) -> Option<Image> {
        let links = items_at(json, "additions");
        let link = links.first().and_then(|link| first_string(link, &["URL", "url"]));
        let image = Image {
            alt: string_at(json, "accessibilityCaption").unwrap_or_default(),
            caption: self.line_in(json, "caption", place),
            href: link.and_then(|link| self.source.link(&link, &Place::Field(place, "additions"))),
            ..Image::default()
        };
        picture(first_string(json, &["URL", "url", "imageURL"]), image, place, self.source)
    }

    /// An address to fetch, with a note when it is none or in the bundle.
    fn resource(&mut self, address: &str, place: &Place<'_>) -> Option<SafeUrl> {
        let Some(file) = bundled(address) else { return self.source.url(address, Use::Resource, place) };
        unresolved(file, place, self.source);
        None
    }

    fn player(&mut self, json: &J, place: &Place<'_>) -> Option<Player> {
        let src = self.resource(&first_string(json, &["URL", "url"])?, place)?;
        let label = string_at(json, "accessibilityCaption");
        Some(Player {
            sources: vec![File { src, mime: None, width: 0, media: None }],
            title: label.map(|label| label.trim().to_owned()),
            caption: self.line_in(json, "caption", place),
            ..Player::default()
        })
    }

    fn post(&mut self, json: &J, site: &str, place: &Place<'_>) -> Option<Block> {
        let provider = (!site.is_empty()).then(|| site.to_owned());
        let mut embed = embed(&first_string(json, &["URL", "url"])?, provider, place, self.source)?;
        embed.caption = self.line_in(json, "caption", place);
        embed.title = string_at(json, "accessibilityCaption");
        (embed.width, embed.height) = size(json);
        Some(BlockKind::Embed(embed).into())
    }

    /// A map is a link to one, with what it marks.
    fn map(&mut self, json: &J, place: &Place<'_>) -> Option<Block> {
        let mut items = Vec::new();
        let mut mark = |reader: &mut Self, json: &J, place: &Place<'_>| {
            let (latitude, longitude) = (string_at(json, "latitude")?, string_at(json, "longitude")?);
            let address = ["https://maps.apple.com/?ll=", &latitude, ",", &longitude].concat();
            let href = reader.source.link(&address, place)?;
            let text = reader.line_in(json, "caption", place);
            let text = if text.is_empty() { Text::plain([&latitude, ", ", &longitude].concat()) } else { text };
            items.push(LinkItem { href, text });
            Some(())
        };
        mark(self, json, place);
        each(json, "items", place, |item, place| {
            mark(self, item, place);
        });
        if items.is_empty() {
            self.source.dropped(place, "a map without a place");
            return None;
        }
        self.source.note(place, Fate::Downgraded, "a map: only links to its places are kept");
        Some(BlockKind::Links { title: Text::default(), items }.into())
    }
}

/// A size in the proportions of `aspectRatio`, which is width by height.
fn size<J: Json>(json: &J) -> (u32, u32) {
    const WIDTH: f64 = 1600.0;
    let ratio = at(json, "aspectRatio").and_then(|ratio| ratio.numeric()).unwrap_or_default();
    if (0.1..=10.0).contains(&ratio) { (WIDTH as u32, (WIDTH / ratio) as u32) } else { (0, 0) }
}
