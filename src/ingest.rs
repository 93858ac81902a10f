//! JSON from outside → [`Article`].
//!
//! 1. A parsed value is read through [`Json`]: `serde_json` natively, the browser's own value in WebAssembly.
//! 2. [`article`] hands it to the adapter of its format; [`feed`] reads a list of cards.
//! 3. What an adapter cannot take it leaves out and writes down as a [`Note`]; only when nothing could be shown does it
//!    refuse, with the place and the reason.
//!
//! Every wire format ends here: from here on there is only the model.

mod adapter;
mod ans;
mod apple_news;
mod bbc;
mod capi;
mod content_tree;
mod contentful;
mod editor_js;
mod fields;
pub mod foreign;
pub mod format;
mod ghost;
mod house;
pub mod json_feed;
mod json_ld;
mod lexical;
mod native;
mod ninjs;
mod parts;
mod portable_text;
mod prosemirror;
mod source;
mod structure;
mod tree;
mod wordpress;

use crate::error::{ErrorKind, LoadError};
use crate::model::{Article, Base, Note};
use format::Format;

pub use adapter::Adapter;
pub use fields::Place;
pub use native::{ArticleReading, Extras};

/// What a JSON value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the kinds of RFC 8259, §3")]
pub enum Kind {
    Null,
    Bool,
    Number,
    String,
    Array,
    Object,
}

impl Kind {
    /// The kind as a person would say it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::Array => "a list",
            Self::Object => "an object",
        }
    }
}

/// A parsed JSON value, read-only. Small on purpose: the browser's own parser serves it in WebAssembly, so no second
/// one is shipped.
pub trait Json: Clone {
    /// What it is.
    fn kind(&self) -> Kind;
    /// The string, when it is one; unpaired surrogates become U+FFFD.
    fn string(&self) -> Option<String>;
    /// The number, when it is one.
    fn number(&self) -> Option<f64>;
    /// The string or the number as text. In WebAssembly the browser writes numbers: Rust's own way would bring 15 KB of
    /// tables.
    fn text(&self) -> Option<String>;
    /// The number, or the one that a string holds, with or without `px`; the browser reads it there.
    fn numeric(&self) -> Option<f64>;
    /// The boolean, when it is one.
    fn boolean(&self) -> Option<bool>;
    /// How many items a list has; 0 for anything else.
    fn len(&self) -> usize;
    /// The item of a list.
    fn item(&self, index: usize) -> Option<Self>;
    /// The field of an object; `None` also when it is `null`.
    fn field(&self, name: &str) -> Option<Self>;
    /// The names of an object's fields.
    fn names(&self) -> Vec<String>;
    /// What a string holds, when that is JSON text itself: editors' trees are often kept so.
    fn parsed(&self) -> Option<Self>;

    /// What reads a foreign format of such values; `None` where it is not at hand.
    fn adapter(format: Format) -> Option<Adapter<Self>> {
        Adapter::of(format)
    }

    /// An empty list, or no list.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl Json for &serde_json::Value {
    fn kind(&self) -> Kind {
        match self {
            serde_json::Value::Null => Kind::Null,
            serde_json::Value::Bool(_) => Kind::Bool,
            serde_json::Value::Number(_) => Kind::Number,
            serde_json::Value::String(_) => Kind::String,
            serde_json::Value::Array(_) => Kind::Array,
            serde_json::Value::Object(_) => Kind::Object,
        }
    }

    fn string(&self) -> Option<String> {
        self.as_str().map(str::to_owned)
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn text(&self) -> Option<String> {
        self.string().or_else(|| self.as_f64().map(|number| number.to_string()))
    }

    fn numeric(&self) -> Option<f64> {
        self.as_f64().or_else(|| self.as_str()?.trim().trim_end_matches("px").parse().ok())
    }

    fn boolean(&self) -> Option<bool> {
        self.as_bool()
    }

    fn len(&self) -> usize {
        self.as_array().map_or(0, Vec::len)
    }

    fn item(&self, index: usize) -> Option<Self> {
        self.get(index)
    }

    fn field(&self, name: &str) -> Option<Self> {
        self.get(name).filter(|value| !value.is_null())
    }

    fn names(&self) -> Vec<String> {
        self.as_object().map_or_else(Vec::new, |object| object.keys().cloned().collect())
    }

    fn parsed(&self) -> Option<Self> {
        let value: serde_json::Value = serde_json::from_str(self.as_str()?).ok()?;
        // A reference can only be to what outlives the reading. What runs natively reads a few documents and ends.
        Some(Box::leak(Box::new(value)))
    }
}

/// An article with what was lost on the way in.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ingested {
    /// The format that it was in; none of those that are known, when a map said where everything is.
    pub format: Option<format::Format>,
    /// The article.
    pub article: Article,
    /// What could not be taken as it was.
    pub notes: Vec<Note>,
    /// There is something in it that only [`Extras`] read, and they were not at hand: the rest is not worth showing.
    pub incomplete: bool,
}

/// Reads an article of Gatefold's own format. Relative addresses resolve against `base`, the address that the JSON came
/// from. Without `extras`, what is seldom met makes it [`Ingested::incomplete`]. [`ArticleReading`] does the same in
/// steps.
///
/// # Errors
/// [`ErrorKind::Format`] when the value is no article of a known format, or holds nothing that could be shown; the cause
/// names the place and the reason.
pub fn article<J: Json>(json: &J, base: &Base, extras: Option<Extras<J>>) -> Result<Ingested, LoadError> {
    native::article(json, base, extras).map_err(|cause| LoadError {
        kind: ErrorKind::Format,
        object: base.href().to_owned(),
        cause,
    })
}

/// Reads a list of cards and where the next part of it is.
///
/// # Errors
/// [`ErrorKind::Format`] when the value is no feed.
pub fn feed(json: &impl Json, base: &Base) -> Result<json_feed::Feed, LoadError> {
    json_feed::read(json, base).map_err(|cause| LoadError {
        kind: ErrorKind::Format,
        object: base.href().to_owned(),
        cause,
    })
}
