//! What is fetched to be seen or heard.

use super::{SafeUrl, Text, url::Link};
use serde::Serialize;

/// A picture.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Image {
    /// Where it is. `None` only when its address was refused: a box with the alternative text is shown instead.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub src: Option<SafeUrl>,
    /// Other files of the same picture, the best first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// What it shows, for who cannot see it.
    pub alt: String,
    /// Adds nothing to the text: hidden from screen readers.
    #[serde(skip_serializing_if = "is_false")]
    pub decorative: bool,
    /// Width in CSS pixels, 0 when unknown.
    #[serde(skip_serializing_if = "is_zero")]
    pub width: u32,
    /// Height in CSS pixels, 0 when unknown.
    #[serde(skip_serializing_if = "is_zero")]
    pub height: u32,
    /// What it shows, for everybody.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub caption: Text,
    /// Whom it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
    /// Where a click on it leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub href: Option<Link>,
    /// How much room it takes.
    #[serde(skip_serializing_if = "Size::is_column")]
    pub size: Size,
    /// The point that must stay in view when it is cropped, as fractions of width and height.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub focus: Option<(f32, f32)>,
}

/// How much room a figure takes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Size {
    /// As wide as the text.
    #[default]
    Column,
    /// Into the margins.
    Wide,
    /// From edge to edge.
    Full,
}

impl Size {
    fn is_column(&self) -> bool {
        *self == Self::Column
    }
}

/// One file of a picture, a film or a recording.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Source {
    /// Where it is.
    pub src: SafeUrl,
    /// MIME type.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub mime: Option<String>,
    /// Width in pixels, for pictures, 0 when unknown.
    #[serde(skip_serializing_if = "is_zero")]
    pub width: u32,
    /// Media condition under which it is used, for pictures.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media: Option<String>,
}

/// Captions or another text track (HTML, §4.8.11.11 "Timed text tracks").
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Track {
    /// A WebVTT file.
    pub src: SafeUrl,
    /// `subtitles`, `captions`, `descriptions` or `chapters`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// BCP 47 tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// What the menu calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
}

/// A film or a recording.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Player {
    /// The files, the best first.
    pub sources: Vec<Source>,
    /// Picture shown before it plays; films only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub poster: Option<SafeUrl>,
    /// Text tracks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tracks: Vec<Track>,
    /// Width in CSS pixels, 0 when unknown.
    #[serde(skip_serializing_if = "is_zero")]
    pub width: u32,
    /// Height in CSS pixels, 0 when unknown.
    #[serde(skip_serializing_if = "is_zero")]
    pub height: u32,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Caption.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub caption: Text,
    /// Whom it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credit: Option<String>,
}

/// Something shown by another site.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Embed {
    /// Its own page.
    pub url: SafeUrl,
    /// Name of the site.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider: Option<String>,
    /// What it is called.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it says, when it cannot be shown.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub text: Text,
    /// Width of its aspect, 0 when unknown.
    #[serde(skip_serializing_if = "is_zero")]
    pub width: u32,
    /// Height of its aspect, 0 when unknown.
    #[serde(skip_serializing_if = "is_zero")]
    pub height: u32,
    /// Caption.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub caption: Text,
}

pub(super) fn is_zero(value: &u32) -> bool {
    *value == 0
}

pub(super) fn is_false(value: &bool) -> bool {
    !value
}
