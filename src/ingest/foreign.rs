//! Articles and lists in the formats of others: [`article`] and [`feed`] find out which, and hand over to its adapter.

use super::fields::Place;
use super::format::Format;
use super::json_feed::Feed;
use super::source::Source;
use super::{
    Ingested, Json, ans, apple_news, bbc, capi, content_tree, contentful, editor_js, ghost, json_ld, lexical, ninjs,
};
use super::{portable_text, prosemirror, structure, wordpress};
use crate::error::{ErrorKind, LoadError};
use crate::model::{Article, Base, Block};
use crate::sanitize::Html;

/// What is known of a document beside its JSON.
#[derive(Debug, Clone, Copy, Default)]
pub struct Given<'a> {
    /// The format, when the publisher has said.
    pub format: Option<Format>,
    /// Where the fields of a house format are: pairs of a field and the path of its value.
    pub fields: &'a [(String, String)],
    /// How many pages the list has (`X-WP-TotalPages`), 0 when unknown.
    pub pages: u32,
}

/// Reads an article of any format.
///
/// # Errors
/// [`ErrorKind::Format`] when no format is recognised, or nothing in it could be shown; the cause says what was looked for.
pub fn article<J: Json, H: Html>(json: &J, base: &Base, html: &H, given: Given<'_>) -> Result<Ingested, LoadError> {
    let fail = |cause: String| LoadError { kind: ErrorKind::Format, object: base.href().to_owned(), cause };
    let mut source = Source::new(base, html);
    let format = given.format.ok_or_else(|| fail("unrecognised".to_owned()))?;
    let mut article = read(format, json, &mut source).map_err(fail)?;
    structure::without_repeats(&mut article);
    article.footnotes.append(&mut source.footnotes);
    Ok(Ingested { article, notes: source.reading.notes, incomplete: false })
}

fn read<J: Json, H: Html>(format: Format, json: &J, source: &mut Source<'_, H>) -> Result<Article, String> {
    match format {
        Format::WordPress => wordpress::article(json, source),
        Format::Ans => ans::article(json, source),
        Format::AppleNews => apple_news::article(json, source),
        Format::Ninjs => ninjs::article(json, source),
        Format::Capi => capi::article(json, source),
        Format::Bbc => bbc::article(json, source),
        Format::JsonLd => json_ld::article(json, source),
        Format::Ghost => ghost::article(json, source),
        tree => {
            let blocks = body(tree, json, &Place::Root, source);
            Ok(Article { sections: structure::sections(blocks), ..Article::default() })
        }
    }
}

/// The blocks of a body tree.
fn body<J: Json, H: Html>(format: Format, json: &J, place: &Place<'_>, source: &mut Source<'_, H>) -> Vec<Block> {
    match format {
        Format::PortableText => portable_text::blocks(json, place, source),
        Format::EditorJs => editor_js::blocks(json, place, source),
        Format::ProseMirror => prosemirror::blocks(json, place, source),
        Format::Lexical => lexical::blocks(json, place, source),
        Format::Contentful => contentful::blocks(json, place, source),
        Format::ContentTree => content_tree::blocks(json, place, source),
        _ => Vec::new(),
    }
}

/// Reads a list of cards of any format.
///
/// # Errors
/// [`ErrorKind::Format`] when it is no list that is known.
pub fn feed<J: Json, H: Html>(_json: &J, base: &Base, _html: &H, _given: Given<'_>) -> Result<Feed, LoadError> {
    Err(LoadError { kind: ErrorKind::Format, object: base.href().to_owned(), cause: "unrecognised".to_owned() })
}
