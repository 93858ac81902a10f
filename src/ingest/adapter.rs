//! The adapters of foreign formats as values, so that a build can keep each apart and load it when its format is met.

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

#[expect(missing_docs, reason = "each is what its name says")]
impl<J: Json> Adapter<J> {
    /// The one of that format; `None` for the own format, which is read otherwise.
    pub fn of(format: Format) -> Option<Self> {
        Some(match format {
            Format::Native => return None,
            Format::JsonFeed => Self::json_feed(),
            Format::WordPress => Self::wordpress(),
            Format::Ans => Self::ans(),
            Format::AppleNews => Self::apple_news(),
            Format::Ninjs => Self::ninjs(),
            Format::Capi => Self::capi(),
            Format::Bbc => Self::bbc(),
            Format::JsonLd => Self::json_ld(),
            Format::Ghost => Self::ghost(),
            tree => return Self::tree(tree),
        })
    }

    pub fn json_feed() -> Self {
        Self::Article(json_feed::article)
    }

    pub fn wordpress() -> Self {
        Self::Article(wordpress::article)
    }

    pub fn ans() -> Self {
        Self::Article(ans::article)
    }

    pub fn apple_news() -> Self {
        Self::Article(apple_news::article)
    }

    pub fn ninjs() -> Self {
        Self::Article(ninjs::article)
    }

    pub fn capi() -> Self {
        Self::Article(capi::article)
    }

    pub fn bbc() -> Self {
        Self::Article(bbc::article)
    }

    pub fn json_ld() -> Self {
        Self::Article(json_ld::article)
    }

    pub fn ghost() -> Self {
        Self::Article(ghost::article)
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
