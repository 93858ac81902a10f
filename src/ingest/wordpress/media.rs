//! The featured picture of a post.

use super::not_embedded;
use crate::ingest::Json;
use crate::ingest::fields::Place;
use crate::ingest::source::{Source, at, first_string, size_at, string_at};
use crate::model::Image;
use crate::model::url::Use;

/// Widest file that is asked for, in pixels.
const WIDEST: u32 = 1600;

/// Where plug-ins repeat the picture's address.
const ELSEWHERE: [&str; 2] = ["jetpack_featured_media_url", "yoast_head_json.og_image[0].url"];

pub(super) fn image<J: Json>(json: &J, source: &mut Source<'_>) -> Option<Image> {
    let root = Place::Root;
    let place = Place::Field(&root, "_embedded.wp:featuredmedia[0]");
    let media = at(json, "_embedded.wp:featuredmedia[0]");
    let Some(media) = media.filter(|media| {
        let there = string_at(media, "source_url").is_some();
        if !there {
            not_embedded(media, &place, source);
        }
        // A post's "picture" can be a film or a PDF.
        there && string_at(media, "media_type").is_none_or(|kind| kind == "image")
    }) else {
        let address = first_string(json, &ELSEWHERE)?;
        let src = source.url(&address, Use::Resource, &place)?;
        return Some(Image { src: Some(src), ..Image::default() });
    };
    let (address, width, height) = file(&media)?;
    let caption = string_at(&media, "caption.rendered").unwrap_or_default();
    Some(Image {
        src: Some(source.url(&address, Use::Resource, &place)?),
        alt: source.label_at(&media, "alt_text").unwrap_or_default(),
        width,
        height,
        caption: source.text(&caption, &place),
        credit: source.label_at(&media, "media_details.image_meta.credit"),
        ..Image::default()
    })
}

/// The file of the whole picture that is as large as is wanted, with its size: the widest up to [`WIDEST`], else the
/// narrowest. Some of WordPress's sizes are cropped; they have another shape.
fn file<J: Json>(media: &J) -> Option<(String, u32, u32)> {
    let (width, height) = (size_at(media, "media_details.width"), size_at(media, "media_details.height"));
    let mut best = (string_at(media, "source_url")?, width, height);
    let Some(sizes) = at(media, "media_details.sizes") else { return Some(best) };
    for name in sizes.names() {
        let Some(size) = sizes.field(&name) else { continue };
        let (wide, high) = (size_at(&size, "width"), size_at(&size, "height"));
        // Within a pixel or two of the same shape, however it was rounded.
        let whole = (wide * height).abs_diff(high * width) <= 2 * width.max(height);
        let better = if best.1 > WIDEST { wide < best.1 } else { wide > best.1 && wide <= WIDEST };
        if let Some(address) = string_at(&size, "source_url").filter(|_| width > 0 && whole && better && wide > 0) {
            best = (address, wide, high);
        }
    }
    Some(best)
}
