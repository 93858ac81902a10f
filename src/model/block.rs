//! What stands in a section.

use super::media::{Embed, Player, is_false};
use super::url::Link;
use super::{Card, Image, Locale, SafeUrl, Text};
use serde::Serialize;

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
    Card(Card),
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

/// An item of a list.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Item {
    /// What it holds.
    pub blocks: Vec<Block>,
    /// A task, done or not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub checked: Option<bool>,
}

/// Terms that share their definitions.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Definition {
    /// What is defined.
    pub terms: Vec<Text>,
    /// How.
    pub definitions: Vec<Column>,
}

/// Blocks without more: a column, a definition.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Column {
    /// What it holds.
    pub blocks: Vec<Block>,
}

/// A link with its text.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LinkItem {
    /// Where it leads.
    pub href: Link,
    /// What it says.
    pub text: Text,
}

/// An event of a timeline.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Event {
    /// When, as printed.
    pub time: String,
    /// When, for machines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub datetime: Option<String>,
    /// What it is called.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub title: Text,
    /// What happened.
    pub blocks: Vec<Block>,
}

/// A formula.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Math {
    /// Plain reading.
    pub text: String,
    /// TeX source.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tex: Option<String>,
    /// Its parts (MathML Core, §3), of [`MATH_TAGS`] only.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tree: Vec<MathNode>,
    /// On a line of its own.
    #[serde(skip_serializing_if = "is_false")]
    pub display: bool,
}

/// A part of a formula.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct MathNode {
    /// One of [`MATH_TAGS`].
    pub tag: &'static str,
    /// What a leaf says.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// What it holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<MathNode>,
}

/// The elements that a formula may use (MathML Core, §3): none loads, links or runs anything.
pub const MATH_TAGS: [&str; 18] = [
    "mi",
    "mn",
    "mo",
    "mtext",
    "mspace",
    "mrow",
    "mfrac",
    "msqrt",
    "mroot",
    "msub",
    "msup",
    "msubsup",
    "munder",
    "mover",
    "munderover",
    "mtable",
    "mtr",
    "mtd",
];

/// A table.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Table {
    /// Caption.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub caption: Text,
    /// Head rows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub head: Vec<Vec<Cell>>,
    /// Body rows.
    pub body: Vec<Vec<Cell>>,
    /// Foot rows.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub foot: Vec<Vec<Cell>>,
}

/// A cell of a table.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Cell {
    /// What it holds.
    pub blocks: Vec<Block>,
    /// Names its row or column.
    #[serde(skip_serializing_if = "is_false")]
    pub header: bool,
    /// Columns it spans.
    #[serde(skip_serializing_if = "is_one")]
    pub colspan: u32,
    /// Rows it spans.
    #[serde(skip_serializing_if = "is_one")]
    pub rowspan: u32,
    /// Alignment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub align: Option<Align>,
}

fn is_one(value: &u32) -> bool {
    *value <= 1
}

/// Alignment along the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Align {
    Start,
    Center,
    End,
}
