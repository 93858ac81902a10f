//! The document: what an article is, once its source format is forgotten.
//!
//! Read in this order:
//! 1. [`Article`] holds the metadata and a flat list of [`Section`]s.
//! 2. [`block`] is what stands in a section, [`item`] what stands in a block, [`inline`] what stands in a line of text,
//!    [`math`] in a formula, [`media`] what is fetched to be seen or heard.
//! 3. [`url`] makes every address: a [`SafeUrl`] cannot hold a scheme outside its table.
//! 4. [`outline`] nests the sections and names them.
//!
//! No type can hold markup, a style or a script, so no adapter can let one through. The types serialise (`serde`) as
//! Article JSON, version 1 (`docs/article-json.md`).

pub mod block;
pub mod inline;
pub mod item;
pub mod math;
pub mod media;
pub mod outline;
pub mod pictures;
pub mod plain;
pub mod player;
pub mod reading_time;
pub mod revision;
pub mod script;
pub mod slug;
pub mod url;

pub use block::{Block, BlockKind};
pub use inline::{Inline, Text, plain_text};
pub use media::Image;
pub use url::{Base, Link, SafeUrl};

use serde::Serialize;

/// Deepest nesting of blocks or inlines that is kept; what lies deeper is flattened to its text. Browsers' own parsers
/// stop at 512, and each level costs stack in WebAssembly, which has 1 MiB of it.
pub const MAX_DEPTH: usize = 128;

/// An article, ready to be shown.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// The version of the format, always 1. Written first, so that a reader can tell.
    pub gatefold: Version,
    /// Stable identity within its source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Canonical address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<SafeUrl>,
    /// BCP 47 tag and base direction.
    #[serde(flatten)]
    pub locale: Locale,
    /// Short label above the title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kicker: Option<String>,
    /// Title; empty when the source has none.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub title: Text,
    /// Standfirst (dek, subtitle): the sentence or two under the title.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub standfirst: Text,
    /// Who wrote it, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Author>,
    /// Name of the publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// ISO 8601, as written in the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// ISO 8601, as written in the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    /// Subjects.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Lead image.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// The body. A section without a heading is an untitled opening.
    pub sections: Vec<Section>,
    /// Footnotes, in the order of the source.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub footnotes: Vec<Footnote>,
    /// What to read next.
    #[serde(skip_serializing_if = "Related::is_empty")]
    pub related: Related,
    /// Where the article is edited.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub edit: Option<SafeUrl>,
}

/// The version of Article JSON that this crate writes; serialises as the number 1.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Version;

impl Serialize for Version {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(1)
    }
}

/// Language and direction of a piece of text; what is missing is inherited.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Locale {
    /// BCP 47 language tag.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Base direction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
}

/// Base direction of text (HTML, §3.2.6.4 "The dir attribute").
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// The direction that the value of HTML's `dir` attribute names.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "ltr" => Some(Self::Ltr),
            "rtl" => Some(Self::Rtl),
            _ => None,
        }
    }

    /// The value of HTML's `dir` attribute.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// Somebody who wrote the article.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Author {
    /// Name as it is printed.
    pub name: String,
    /// Their page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<SafeUrl>,
}

/// A stretch of the body under one heading. Sections are a flat list; [`outline`] nests them by level.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Section {
    /// Heading; empty for an untitled opening.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub heading: Text,
    /// Level as in HTML, 2–6; 0 for an untitled opening.
    #[serde(skip_serializing_if = "is_default_level")]
    pub level: u8,
    /// Anchor given by the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Language and direction of the section.
    #[serde(flatten)]
    pub locale: Locale,
    /// What it holds.
    pub blocks: Vec<Block>,
}

fn is_default_level(level: &u8) -> bool {
    matches!(level, 0 | 2)
}

/// A note at the foot of the article.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Footnote {
    /// What a reference names.
    pub id: String,
    /// The note.
    pub blocks: Vec<Block>,
}

/// What to read next: a list curated in the article, then a feed.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Related {
    /// Heading over the cards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Curated cards.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Card>,
    /// Address of a feed with more.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub src: Option<SafeUrl>,
}

impl Related {
    /// Nothing to show and nothing to fetch.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty() && self.src.is_none()
    }
}

/// A pointer to another article. Each part may be missing; a teaser alone is a card.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Card {
    /// Identity within its source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Canonical address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<SafeUrl>,
    /// Address of its article JSON, when it can be opened in place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<SafeUrl>,
    /// Short label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kicker: Option<String>,
    /// Title.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// A sentence or two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub teaser: Option<String>,
    /// Thumbnail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub image: Option<Image>,
    /// Name of the publication.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Language and direction.
    #[serde(flatten)]
    pub locale: Locale,
}

/// Something that was not shown as its source had it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// Where in the source: `sections[3].blocks[0].src`.
    pub path: String,
    /// What happened to it.
    pub fate: Fate,
    /// Why, in a few words.
    pub reason: String,
}

/// What happened to a part of the source that could not be taken as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Fate {
    /// Left out.
    Dropped,
    /// Kept in a simpler form.
    Downgraded,
    /// Points at something that is not there.
    Unresolved,
}

impl std::fmt::Display for Note {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path, self.reason)
    }
}
