//! What stands in a section.

use super::media::{Embed, Player, is_false};
use super::{Card, Image, Locale, SafeUrl, Text};
use serde::Serialize;

pub use super::item::{Align, Cell, Column, Definition, Event, Item, LinkItem, Table};
pub use super::math::Math;

/// A block with what any block can carry.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Block {
    /// What it is.
    #[serde(flatten)]
    pub kind: BlockKind,
    /// Its language and direction.
    #[serde(flatten)]
    pub locale: Locale,
    /// Anchor given by the source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

impl From<BlockKind> for Block {
    fn from(kind: BlockKind) -> Self {
        Self { kind, locale: Locale::default(), id: None }
    }
}

/// The kinds of block.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase", rename_all_fields = "camelCase")]
pub enum BlockKind {
    /// A paragraph.
    Paragraph {
        /// Its text.
        text: Text,
        /// What part it plays.
        #[serde(skip_serializing_if = "Option::is_none")]
        role: Option<Role>,
        /// Begins with a large initial.
        #[serde(skip_serializing_if = "is_false")]
        drop_cap: bool,
    },
    /// A heading that begins no section, inside another block.
    Heading {
        /// Its text.
        text: Text,
        /// 1–6.
        level: u8,
    },
    /// A list.
    List {
        /// Numbered.
        #[serde(skip_serializing_if = "is_false")]
        ordered: bool,
        /// First number.
        #[serde(skip_serializing_if = "Option::is_none")]
        start: Option<i32>,
        /// Its items.
        items: Vec<Item>,
    },
    /// Terms and their definitions.
    Definitions {
        /// Each with one or more terms and definitions.
        items: Vec<Definition>,
    },
    /// A quotation.
    Quote {
        /// What is quoted.
        blocks: Vec<Block>,
        /// Who said it.
        #[serde(skip_serializing_if = "Text::is_empty")]
        citation: Text,
        /// Where it is from.
        #[serde(skip_serializing_if = "Option::is_none")]
        url: Option<SafeUrl>,
        /// Set large, as a pause in the text.
        #[serde(skip_serializing_if = "is_false")]
        pull: bool,
    },
    /// Source code.
    Code {
        /// As written.
        code: String,
        /// Programming language.
        #[serde(skip_serializing_if = "Option::is_none")]
        syntax: Option<String>,
        /// Caption.
        #[serde(skip_serializing_if = "Text::is_empty")]
        caption: Text,
    },
    /// Text whose line breaks count.
    Preformatted {
        /// As written.
        text: Text,
        /// A poem, set in the text face.
        #[serde(skip_serializing_if = "is_false")]
        verse: bool,
    },
    /// A pause.
    Divider {},
    /// A formula.
    Math(Math),
    /// A picture.
    Image(Image),
    /// Pictures that belong together.
    Gallery {
        /// The pictures.
        images: Vec<Image>,
        /// Caption of the whole.
        #[serde(skip_serializing_if = "Text::is_empty")]
        caption: Text,
    },
    /// A film.
    Video(Player),
    /// A recording.
    Audio(Player),
    /// Something shown by another site.
    Embed(Embed),
    /// A table.
    Table(Table),
    /// A note that opens.
    Details {
        /// What is always seen.
        summary: Text,
        /// What opens.
        blocks: Vec<Block>,
        /// Open from the start.
        #[serde(skip_serializing_if = "is_false")]
        open: bool,
    },
    /// Blocks that belong together.
    Group {
        /// What it is called.
        #[serde(skip_serializing_if = "Text::is_empty")]
        title: Text,
        /// The blocks.
        blocks: Vec<Block>,
    },
    /// Blocks side by side where there is room.
    Columns {
        /// The columns.
        columns: Vec<Column>,
    },
    /// A remark set apart.
    Callout {
        /// What it is called.
        #[serde(skip_serializing_if = "Text::is_empty")]
        title: Text,
        /// One emoji.
        #[serde(skip_serializing_if = "Option::is_none")]
        icon: Option<String>,
        /// How it is meant.
        #[serde(skip_serializing_if = "Option::is_none")]
        tone: Option<Tone>,
        /// The remark.
        blocks: Vec<Block>,
    },
    /// A link shown as a card.
    Card(Box<Card>),
    /// A list of links.
    Links {
        /// What it is called.
        #[serde(skip_serializing_if = "Text::is_empty")]
        title: Text,
        /// The links.
        items: Vec<LinkItem>,
    },
    /// A link that asks to be followed.
    Button(LinkItem),
    /// A file to download.
    File {
        /// Where it is.
        href: SafeUrl,
        /// What it is called.
        name: String,
        /// Its size.
        #[serde(skip_serializing_if = "Option::is_none")]
        bytes: Option<u64>,
        /// What it is.
        #[serde(skip_serializing_if = "Text::is_empty")]
        text: Text,
    },
    /// A key figure.
    Fact {
        /// The figure.
        value: String,
        /// What it means.
        text: Text,
    },
    /// Events in order.
    Timeline {
        /// The events.
        items: Vec<Event>,
    },
    /// An entry of a live report.
    Live {
        /// ISO 8601.
        #[serde(skip_serializing_if = "Option::is_none")]
        published: Option<String>,
        /// What it is called.
        #[serde(skip_serializing_if = "Text::is_empty")]
        title: Text,
        /// Who wrote it.
        #[serde(skip_serializing_if = "Option::is_none")]
        author: Option<String>,
        /// The entry.
        blocks: Vec<Block>,
    },
    /// A correction or an editor's note.
    Correction {
        /// Which of them.
        #[serde(rename = "kind", skip_serializing_if = "Option::is_none")]
        sort: Option<CorrectionKind>,
        /// ISO 8601.
        #[serde(skip_serializing_if = "Option::is_none")]
        date: Option<String>,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// A verdict on a scale.
    Rating {
        /// The verdict.
        value: f64,
        /// The best that could be given.
        best: f64,
        /// The worst.
        #[serde(skip_serializing_if = "Option::is_none")]
        worst: Option<f64>,
        /// What is judged.
        #[serde(skip_serializing_if = "Option::is_none")]
        subject: Option<String>,
        /// Why.
        #[serde(skip_serializing_if = "Text::is_empty")]
        text: Text,
    },
    /// Where the free part ends.
    Paywall {
        /// What it says.
        #[serde(skip_serializing_if = "Text::is_empty")]
        text: Text,
        /// Where to go on.
        #[serde(skip_serializing_if = "Option::is_none")]
        href: Option<SafeUrl>,
    },
    /// What could not be expressed; its text is shown.
    Unknown {
        /// What it was.
        name: String,
        /// What it says.
        text: Text,
    },
}

/// The part that a paragraph plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Role {
    Lead,
    Byline,
    Note,
    Address,
}

/// How a callout is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Tone {
    Note,
    Tip,
    Warning,
}

/// Why a text was amended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum CorrectionKind {
    Correction,
    Update,
    Note,
}
