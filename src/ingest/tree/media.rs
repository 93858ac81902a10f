//! Pictures and galleries, wherever the formats have their parts, and the files of somebody's library.

use super::names::sort;
use super::record::{paragraph, some, some_list};
use super::{Node, Piece, Sort, Tree, at, count, find, first_string, flag, label, line, string};
use crate::ingest::fields::Place;
use crate::ingest::source::items_at;
use crate::ingest::{Json, Kind};
use crate::model::media::Size;
use crate::model::url::Use;
use crate::model::{Block, BlockKind, Fate, Image, SafeUrl, Text};

/// Where the address of a picture, film or file can be.
pub(super) const ADDRESS: [&str; 19] = [
    "src",
    "url",
    "asset.url",
    "file.url",
    "image.asset.url",
    "image.url",
    "image.src",
    "photo.url",
    "value.url",
    "media.url",
    "picture.fallbackImage.url",
    "picture.images[0].url",
    "fields.file.url",
    "image.fields.file.url",
    "image",
    "photo",
    "filename",
    "thumbnailURL",
    "fallbackImage.url",
];
const ALT: [&str; 9] = [
    "alt",
    "altText",
    "alternativeText",
    "asset.altText",
    "image.alt",
    "picture.alt",
    "media.alt",
    "fallback.alt",
    "description",
];
pub(super) const CAPTION: [&str; 7] =
    ["caption", "picture.caption", "fields.caption", "image.caption", "media.caption", "legend", "subtitle"];
pub(super) const CREDIT: [&str; 10] = [
    "credit",
    "attribution",
    "credits",
    "copyright",
    "photographer",
    "picture.credit",
    "media.credit",
    "creditLine",
    "asset.creditLine",
    "source",
];
pub(super) const WIDTH: [&str; 8] = [
    "width",
    "asset.metadata.dimensions.width",
    "file.width",
    "image.width",
    "picture.fallbackImage.width",
    "media.width",
    "picture.images[0].width",
    "file.details.image.width",
];
pub(super) const HEIGHT: [&str; 8] = [
    "height",
    "asset.metadata.dimensions.height",
    "file.height",
    "image.height",
    "picture.fallbackImage.height",
    "media.height",
    "picture.images[0].height",
    "file.details.image.height",
];

/// Largest side of a picture, in CSS pixels, that is believed.
pub(super) const MAX_SIDE: u32 = 20_000;

/// Words for the room that a picture takes.
const SIZES: [(&str, Size); 6] = [
    ("wide", Size::Wide),
    ("full-grid", Size::Wide),
    ("mid-grid", Size::Wide),
    ("full", Size::Full),
    ("full-width", Size::Full),
    ("full-bleed", Size::Full),
];

impl<J: Json> Tree<'_, '_, J> {
    /// The address at the first of these paths; `None` also when it was refused.
    pub(super) fn address(&mut self, node: &Node<'_, J>, names: &[&str]) -> Option<SafeUrl> {
        let (value, name) = names.iter().find_map(|name| {
            let value = at(node.record, name).filter(|value| value.kind() == Kind::String)?;
            Some((value.string().filter(|text| !text.trim().is_empty())?, name))
        })?;
        self.source.url(&value, Use::Resource, &Place::Field(node.at, name))
    }

    /// A picture. One without an address stays, for its alternative text and caption, unless it has neither.
    pub(super) fn image(&mut self, node: &Node<'_, J>) -> Option<Image> {
        let record = node.record;
        if let Some(reference) = record.string() {
            // A gallery may list bare addresses.
            let src = Some(self.source.url(&reference, Use::Resource, node.at)?);
            return Some(Image { src, ..Image::default() });
        }
        let mut image = Image {
            alt: label(record, &ALT).unwrap_or_default(),
            decorative: flag(record, &["decorative"]),
            width: count(record, &WIDTH, MAX_SIDE),
            height: count(record, &HEIGHT, MAX_SIDE),
            credit: label(record, &CREDIT).filter(|credit| !credit.contains("://")),
            size: size(record),
            caption: self.text(node, &CAPTION),
            ..Image::default()
        };
        image.src = self.address(node, &ADDRESS).or_else(|| self.asset(node, &mut image));
        image.sources = self.files(node, "picture.fallbackImage.sourceSet");
        image.focus = focus(record);
        if image.caption.is_empty() {
            let title = label(record, &["title"]).filter(|title| *title != image.alt);
            image.caption = title.map(Text::plain).unwrap_or_default();
        }
        if let Some((value, name)) = find(record, &["href", "link", "link.url", "linkUrl"])
            && let Some(href) = value.string()
        {
            image.href = self.source.link(&href, &Place::Field(node.at, name));
        }
        let empty = image.src.is_none() && image.alt.is_empty() && image.caption.is_empty();
        if empty && let Some(id) = string(record, "id") {
            self.source.note(node.place, Fate::Unresolved, format_args!("the picture `{id}` is only referred to"));
        }
        (!empty).then_some(image)
    }

    /// A picture that is named by a reference to an asset (Sanity): the address follows from the name and from where
    /// the document was asked for (Sanity, "Image URLs": `images/PROJECT/DATASET/ID-WxH.FORMAT`).
    fn asset(&mut self, node: &Node<'_, J>, image: &mut Image) -> Option<SafeUrl> {
        let id = first_string(node.record, &["asset._ref", "_ref", "image.asset._ref", "asset._id"])?;
        let mut parts = id.strip_prefix("image-").unwrap_or_default().rsplitn(3, '-');
        let (format, sides, name) = (parts.next(), parts.next(), parts.next());
        if let Some((width, height)) = sides.and_then(|sides| sides.split_once('x')) {
            let side = |text: &str| text.parse().ok().filter(|side| *side <= MAX_SIDE).unwrap_or(0);
            (image.width, image.height) = (side(width), side(height));
        }
        let from = self.source.reading.base.href().to_owned();
        let folder = from.strip_prefix("https://").and_then(|rest| {
            let (project, rest) = rest.split_once('.')?;
            let rest = rest.strip_prefix("api.sanity.io/").or_else(|| rest.strip_prefix("apicdn.sanity.io/"))?;
            let dataset = rest.split_once("/data/query/")?.1.split(['?', '/']).next()?;
            Some([project, "/", dataset].concat())
        });
        match (folder, name, sides, format) {
            (Some(folder), Some(name), Some(sides), Some(format)) => {
                let path = ["https://cdn.sanity.io/images/", &folder, "/", name, "-", sides, ".", format];
                self.source.url(&path.concat(), Use::Resource, node.at)
            }
            _ => {
                let reason = format_args!("the picture `{id}` is only referred to: ask for `asset->`");
                self.source.note(node.place, Fate::Unresolved, reason);
                None
            }
        }
    }

    /// A picture with a caption beside it.
    pub(super) fn figure(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let first = out.len();
        let mut caption = Text::default();
        self.each(node, &mut |tree, sort, child| match sort {
            Sort::Caption => caption = line::one_line(tree.held(child)),
            _ => tree.node(child.json, child.place, child.depth, out),
        });
        if caption.is_empty() {
            return;
        }
        match out.get_mut(first) {
            Some(Piece::Block(Block { kind: BlockKind::Image(image), .. })) => image.caption = caption,
            _ => out.push(Piece::Block(paragraph(caption))),
        }
    }

    /// Pictures, in a list or as nodes.
    pub(super) fn gallery(&mut self, node: &Node<'_, J>) -> Option<BlockKind> {
        let mut images = Vec::new();
        self.each(node, &mut |tree, sort, child| {
            if sort == Sort::Image {
                images.extend(tree.image(child));
                return;
            }
            // A card of a carousel: its picture, and what is said about it.
            let first = images.len();
            tree.each(child, &mut |tree, sort, inner| {
                if sort == Sort::Image {
                    images.extend(tree.image(inner));
                }
            });
            let said = [tree.text(child, &["title"]), tree.text(child, &["copy", "caption"])];
            let said = line::one_line(said.into_iter().filter_map(some).map(paragraph).collect());
            if let Some(image) = images.get_mut(first)
                && !said.is_empty()
            {
                image.caption = said;
            }
        });
        let own = node.record.kind() == Kind::Array;
        let found = find(node.record, &["images", "files", "items", "photos", "slides"]).map(|(_, name)| name);
        let list = match found {
            _ if own => (0..node.record.len()).filter_map(|index| node.record.item(index)).collect(),
            Some(name) => items_at(node.record, name),
            None => Vec::new(),
        };
        let within = Place::Field(node.at, found.unwrap_or_default());
        let place = if own { node.at } else { &within };
        for (index, record) in list.iter().enumerate() {
            let at = &Place::Index(place, index);
            let node = Node { json: record, name: "image", place: at, record, at, depth: node.depth + 1 };
            images.extend(self.image(&node));
        }
        let said = ["caption", "title", "standfirst"].map(|name| self.text(node, &[name]));
        let caption = line::one_line(said.into_iter().filter_map(some).map(paragraph).collect());
        Some(BlockKind::Gallery { images: some_list(images)?, caption })
    }

    /// What an object that stands for a file is, by its type.
    pub(in crate::ingest) fn media(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let mime = first_string(node.record, &["mimeType", "contentType", "mime", "file.contentType", "type"]);
        let name = mime.as_deref().and_then(|mime| mime.split('/').next()).unwrap_or_default();
        let sort = match sort(name, &[]) {
            sort @ (Sort::Image | Sort::Video | Sort::Audio) => sort,
            _ if mime.as_deref().is_some_and(|mime| mime.contains('/')) => Sort::File,
            _ => Sort::Image,
        };
        self.emit(sort, &Node { name, ..*node }, out);
    }

    /// A file in the library of the system (Payload), resolved or not.
    pub(super) fn upload(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let value = find(node.record, &["value", "media", "image"]).filter(|(value, _)| value.kind() == Kind::Object);
        let Some((record, name)) = value else {
            let id = first_string(node.record, &["value", "media", "id"]).unwrap_or_default();
            return self.source.note(node.place, Fate::Unresolved, format_args!("`{id}` is only referred to"));
        };
        let at = &Place::Field(node.at, name);
        let inner =
            Node { json: &record, name: node.name, place: node.place, record: &record, at, depth: node.depth + 1 };
        if first_string(&record, &["mimeType", "filename"]).is_none() {
            return self.emit(Sort::Card, &inner, out);
        }
        let first = out.len();
        self.media(&inner, out);
        // What is said about it here, and not in the library.
        let caption = self.text(node, &["fields.caption", "caption"]);
        if let Some(Piece::Block(Block { kind: BlockKind::Image(image), .. })) = out.get_mut(first)
            && !caption.is_empty()
        {
            image.caption = caption;
        }
    }
}

fn size<J: Json>(record: &J) -> Size {
    let word = first_string(record, &["cardWidth", "layoutWidth", "picture.layoutWidth", "size", "layout"]);
    let known = word.and_then(|word| SIZES.iter().find(|(name, _)| *name == word));
    known.map(|(_, size)| *size).unwrap_or(if flag(record, &["stretched"]) { Size::Wide } else { Size::Column })
}

/// The point that must stay in view: Sanity's hotspot in fractions, Payload's focal point in hundredths.
fn focus<J: Json>(record: &J) -> Option<(f32, f32)> {
    let point = |names: [&str; 2], whole: f64| {
        let side = |name| at(record, name)?.number().map(|side| side / whole).filter(|side| (0.0..=1.0).contains(side));
        Some((side(names[0])? as f32, side(names[1])? as f32))
    };
    point(["hotspot.x", "hotspot.y"], 1.0).or_else(|| point(["focalX", "focalY"], 100.0))
}
