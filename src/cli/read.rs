//! JSON → the model, by way of the adapters. All that the command line asks of them is asked here.

use super::arguments::Known;
use crate::error::LoadError;
use crate::ingest::foreign::{self, Given};
use crate::ingest::format::Format;
use crate::ingest::json_feed::Feed;
use crate::ingest::{self, Ingested};
use crate::model::Base;
use crate::sanitize::parser::Html5ever;
use serde_json::Value;

/// Reads an article of any format.
///
/// # Errors
/// As [`foreign::article`].
pub(super) fn article(json: &Value, base: &Base, known: &Known) -> Result<Ingested, LoadError> {
    foreign::article(&json, base, &Html5ever, given(known))
}

/// Reads a list of articles and says which format it is in.
///
/// # Errors
/// As [`foreign::feed`].
pub(super) fn feed(json: &Value, base: &Base, known: &Known) -> Result<(Feed, Option<Format>), LoadError> {
    if known.format == Some(Format::JsonFeed) || known.format.is_none() && is_json_feed(json) {
        return Ok((ingest::feed(&json, base)?, Some(Format::JsonFeed)));
    }
    Ok((foreign::feed(&json, base, &Html5ever, given(known))?, known.format))
}

/// A list of articles by its own word (JSON Feed 1.1, "version").
pub(super) fn is_json_feed(json: &Value) -> bool {
    json.get("version").and_then(Value::as_str).is_some_and(|version| version.contains("jsonfeed.org"))
}

fn given(known: &Known) -> Given<'_> {
    Given { format: known.format, fields: &known.fields, pages: 0 }
}
