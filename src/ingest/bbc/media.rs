//! Pictures, and what stands for films and recordings.

use super::super::Json;
use super::super::fields::Place;
use super::super::parts::{each, picture, pictures, unknown};
use super::super::source::{first_string, size_at, string_at};
use super::Reader;
use crate::model::block::{Block, BlockKind};
use crate::model::{Fate, Image, MAX_DEPTH, Text, plain_text};

/// Widths in which the BBC's servers give a picture.
const WIDTHS: [u32; 8] = [240, 320, 480, 624, 800, 976, 1024, 1536];

/// The address of a picture. Its locator is the end of a path, after the width that is wanted and the place that the
/// picture is from; those of films are whole addresses but for the scheme, with a place for the width.
pub(super) fn address(locator: &str, origin: &str, width: u32) -> String {
    if locator.contains("://") {
        return locator.replace("$recipe", "1024xn").replace("{width}", "1024");
    }
    let locator = locator.trim_start_matches('/');
    if locator.starts_with("ichef.") {
        return ["https://", &locator.replace("$widthxn", "1024xn").replace("$recipe", "1024xn")].concat();
    }
    let widest = WIDTHS.iter().rev().find(|known| width == 0 || **known <= width).copied();
    let widest = if width == 0 { 1024 } else { widest.unwrap_or(WIDTHS[0]).min(1024) };
    let origin = origin.trim_matches('/');
    let slash = if origin.is_empty() { "" } else { "/" };
    ["https://ichef.bbci.co.uk/news/", &widest.to_string(), slash, origin, "/", locator].concat()
}

impl Reader<'_, '_> {
    /// A picture: its file, its alternative text and its caption are blocks of their own.
    pub(super) fn image<J: Json>(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Option<Image> {
        let mut image = Image::default();
        let mut file = None;
        let model = json.field("model")?;
        let place = Place::Field(place, "model");
        each(&model, "blocks", &place, |part, place| match string_at(part, "type").as_deref() {
            Some("rawImage") => {
                let text = |path| string_at(part, path).unwrap_or_default();
                (image.width, image.height) = (size_at(part, "model.width"), size_at(part, "model.height"));
                image.credit = string_at(part, "model.copyrightHolder");
                let locator = text("model.locator");
                file = (!locator.is_empty()).then(|| address(&locator, &text("model.originCode"), image.width));
            }
            Some("altText") => image.alt = plain_text(&self.joined(part, place, depth + 1)),
            Some("caption") => image.caption = self.joined(part, place, depth + 1),
            _ => {}
        });
        if file.is_none() {
            file = first_string(&model, &["url", "locator"]).filter(|url| url.contains("://"));
        }
        picture(file, image, &place, self.source)
    }

    pub(super) fn gallery<J: Json>(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Option<BlockKind> {
        let mut images = Vec::new();
        let model = json.field("model")?;
        each(&model, "blocks", &Place::Field(place, "model"), |item, place| {
            if string_at(item, "type").is_some_and(|kind| kind == "image") {
                images.extend(self.image(item, place, depth + 1));
            }
        });
        if images.is_empty() {
            self.source.dropped(place, "a gallery without pictures");
        }
        pictures(images, Text::default()).map(|block| block.kind)
    }

    /// A film or a recording. Its files are not in the data: its picture, title and caption stand for it.
    pub(super) fn media<J: Json>(&mut self, json: &J, kind: &str, place: &Place<'_>, depth: usize) -> Vec<Block> {
        self.source.note(place, Fate::Unresolved, format_args!("`{kind}`: its files are kept elsewhere"));
        let mut shown = Image::default();
        let mut title = None;
        self.still(json, place, depth, &mut shown, &mut title);
        let text =
            if shown.caption.is_empty() { Text::plain(title.unwrap_or_default()) } else { shown.caption.clone() };
        if shown.src.is_some() {
            return vec![BlockKind::Image(Image { caption: text, ..shown }).into()];
        }
        if text.is_empty() { Vec::new() } else { vec![unknown(kind, text)] }
    }

    /// Looks for the picture, the caption and the title among the parts of a film.
    fn still<J: Json>(
        &mut self,
        json: &J,
        place: &Place<'_>,
        depth: usize,
        shown: &mut Image,
        title: &mut Option<String>,
    ) {
        let Some(model) = json.field("model").filter(|_| depth < MAX_DEPTH) else { return };
        let place = Place::Field(place, "model");
        each(&model, "blocks", &place, |part, place| match string_at(part, "type").as_deref() {
            Some("caption") => shown.caption = self.joined(part, place, depth + 1),
            Some("image") => {
                let caption = std::mem::take(&mut shown.caption);
                if let Some(image) = self.image(part, place, depth + 1) {
                    *shown = Image { caption: if caption.is_empty() { image.caption } else { caption }, ..image };
                } else {
                    shown.caption = caption;
                }
            }
            Some("aresMedia" | "clipMedia" | "media") => self.still(part, place, depth + 1, shown, title),
            _ => *title = title.take().or_else(|| first_string(part, &["model.title", "model.synopses.short"])),
        });
        *title = title.take().or_else(|| string_at(&model, "title"));
    }
}
