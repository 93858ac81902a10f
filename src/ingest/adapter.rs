//! The adapters of foreign formats as values, alone or in families, so that a build can keep each apart and load it
//! when its format is met.

use super::fields::Place;
use super::format::Format;
use super::source::Source;
use super::{
    Json, ans, apple_news, bbc, capi, content_tree, contentful, editor_js, ghost, json_feed, json_ld, lexical,
};
use super::{ninjs, portable_text, prosemirror, wordpress};
use crate::model::{Article, Block};

/// What reads one format.
pub enum Adapter<J> {
    /// A document with its metadata.
    Article(fn(&J, &mut Source<'_>) -> Result<Article, String>),
    /// A body alone.
    Body(fn(&J, &Place<'_>, &mut Source<'_>) -> Vec<Block>),
}

impl<J> Clone for Adapter<J> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<J> Copy for Adapter<J> {}

impl<J: Json> Adapter<J> {
    /// The one of that format; `None` for the own format, which is read otherwise.
    pub fn of(format: Format) -> Option<Self> {
        match format {
            Format::Ans => Some(Self::ans()),
            Format::AppleNews => Some(Self::apple_news()),
            Format::Ninjs => Some(Self::ninjs()),
            Format::Capi => Some(Self::capi()),
            Format::Bbc => Some(Self::bbc()),
            _ => Self::web(format).or_else(|| Self::tree(format)),
        }
    }

    /// One of the web's formats, most of which hold HTML.
    pub fn web(format: Format) -> Option<Self> {
        Some(Self::Article(match format {
            Format::JsonFeed => json_feed::article,
            Format::WordPress => wordpress::article,
            Format::Ghost => ghost::article,
            Format::JsonLd => json_ld::article,
            _ => return None,
        }))
    }

    /// Arc XP's ANS.
    pub fn ans() -> Self {
        Self::Article(ans::article)
    }

    /// Apple News Format.
    pub fn apple_news() -> Self {
        Self::Article(apple_news::article)
    }

    /// IPTC's ninjs.
    pub fn ninjs() -> Self {
        Self::Article(ninjs::article)
    }

    /// The Guardian's Content API.
    pub fn capi() -> Self {
        Self::Article(capi::article)
    }

    /// The BBC's articles.
    pub fn bbc() -> Self {
        Self::Article(bbc::article)
    }

    /// One of the body trees, which have most of their code in common.
    pub fn tree(format: Format) -> Option<Self> {
        Some(Self::Body(match format {
            Format::PortableText => portable_text::blocks,
            Format::EditorJs => editor_js::blocks,
            Format::ProseMirror => prosemirror::blocks,
            Format::Lexical => lexical::blocks,
            Format::Contentful => contentful::blocks,
            Format::ContentTree => content_tree::blocks,
            _ => return None,
        }))
    }
}
