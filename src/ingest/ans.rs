//! Arc ANS.

use super::Json;
use super::source::Source;
use crate::model::Article;
use crate::sanitize::Html;

/// Reads an article.
///
/// # Errors
/// The place and the reason, when nothing in it could be shown.
pub(super) fn article<J: Json, H: Html>(_json: &J, _source: &mut Source<'_, H>) -> Result<Article, String> {
    Err("not read yet".to_owned())
}
