//! What stands in a line of text.

use super::math::Math;
use super::url::Link;
use super::{Image, Locale, SafeUrl};
use serde::{Serialize, Serializer};

/// A run of text with its marks. Serialises as a string when it is nothing but one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Text(pub Vec<Inline>);

impl Text {
    /// Text without marks; an empty string gives an empty text.
    pub fn plain(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::default() } else { Self(vec![Inline::Text(text)]) }
    }

    /// Holds nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0.as_slice() {
            [] => serializer.serialize_str(""),
            [Inline::Text(text)] => serializer.serialize_str(text),
            inlines => inlines.serialize(serializer),
        }
    }
}

/// One piece of a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Inline {
    /// A link, inside the article or to elsewhere.
    Link {
        /// Where it leads.
        href: Link,
        /// What it says.
        text: Text,
        /// Advisory title.
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<String>,
    },
    /// An abbreviation and what it stands for.
    Abbr {
        /// The abbreviation.
        text: Text,
        /// Its expansion.
        title: String,
    },
    /// A date or time for people, and the same for machines.
    Time {
        /// As printed.
        text: Text,
        /// HTML, §2.3.5 "Dates and times".
        datetime: String,
    },
    /// A line break.
    Break {},
    /// A picture in the line.
    Image(Image),
    /// A reference to a footnote.
    Note {
        /// The footnote's id.
        #[serde(rename = "ref")]
        id: String,
    },
    /// Somebody or something mentioned by handle.
    Mention {
        /// As printed.
        text: Text,
        /// Their page.
        #[serde(skip_serializing_if = "Option::is_none")]
        href: Option<SafeUrl>,
    },
    /// Base text with its reading beside it.
    Ruby {
        /// Base.
        text: Text,
        /// Reading.
        reading: String,
    },
    /// Text of another language or direction.
    Span {
        /// The text.
        text: Text,
        /// Its language and direction.
        #[serde(flatten)]
        locale: Locale,
    },
    /// A place that links can name.
    Anchor {
        /// Its name.
        id: String,
    },
    /// A formula in the line.
    Math(Math),
    /// What could not be expressed; its text is shown.
    Unknown {
        /// What it was.
        name: String,
        /// What it says.
        text: Text,
    },
    /// Text with one mark.
    #[serde(untagged)]
    Marked {
        /// The mark.
        #[serde(rename = "type")]
        mark: Mark,
        /// The text.
        text: Text,
    },
    /// Plain text.
    #[serde(untagged)]
    Text(String),
}

/// A mark on text; each is one HTML element and nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Mark {
    Strong,
    Em,
    Underline,
    Strike,
    Code,
    Sub,
    Sup,
    Highlight,
    Small,
    Kbd,
    Cite,
    Q,
    Bdi,
}

impl Mark {
    /// Every mark with its name in Article JSON and its HTML element.
    pub const TABLE: [(Self, &'static str, &'static str); 13] = [
        (Self::Strong, "strong", "strong"),
        (Self::Em, "em", "em"),
        (Self::Underline, "underline", "u"),
        (Self::Strike, "strike", "s"),
        (Self::Code, "code", "code"),
        (Self::Sub, "sub", "sub"),
        (Self::Sup, "sup", "sup"),
        (Self::Highlight, "highlight", "mark"),
        (Self::Small, "small", "small"),
        (Self::Kbd, "kbd", "kbd"),
        (Self::Cite, "cite", "cite"),
        (Self::Q, "q", "q"),
        (Self::Bdi, "bdi", "bdi"),
    ];

    /// The mark of that name in Article JSON.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::TABLE.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// The HTML element that shows it.
    pub fn element(self) -> &'static str {
        Self::TABLE[self as usize].2
    }
}

/// The text alone, without marks; breaks become spaces, footnote references nothing.
pub fn plain_text(text: &Text) -> String {
    let mut out = String::new();
    push_plain(text, &mut out);
    out
}

/// Appends the text alone to `out`.
pub fn push_plain(text: &Text, out: &mut String) {
    for inline in &text.0 {
        match inline {
            Inline::Text(text) => out.push_str(text),
            Inline::Break {} => out.push(' '),
            Inline::Image(image) => out.push_str(&image.alt),
            Inline::Math(math) => out.push_str(&math.text),
            Inline::Note { .. } | Inline::Anchor { .. } => {}
            Inline::Marked { text, .. }
            | Inline::Link { text, .. }
            | Inline::Abbr { text, .. }
            | Inline::Time { text, .. }
            | Inline::Mention { text, .. }
            | Inline::Ruby { text, .. }
            | Inline::Span { text, .. }
            | Inline::Unknown { text, .. } => push_plain(text, out),
        }
    }
}
