//! Articles and lists in the formats of others: all of it is in the part of the program that reads them.
//!
//! The web's formats are in the same part, the body trees in one of their own: each family has most of its code in common.
//! Newsrooms' formats have a part each.

use super::MISSING;
use crate::config::Config;
use crate::error::{ErrorKind, LoadError};
use crate::ingest::foreign::{self, Given};
use crate::ingest::format::Format;
use crate::ingest::{Adapter, Ingested, Json, json_feed};
use crate::model::Base;
use crate::platform::fetch::Answer;
use crate::platform::json::{self, JsJson};
use crate::platform::part::{NotLoaded, enter};
use crate::platform::{html, page};
use std::pin::Pin;
use std::rc::Rc;

/// What is being read.
type Pending<T> = Pin<Box<dyn Future<Output = Result<T, LoadError>>>>;

/// What reads them, called through pointers.
pub(super) struct Foreign {
    /// Reads an article.
    pub(super) article: fn(JsJson, Base, Rc<Config>) -> Pending<Ingested>,
    /// Reads a list of cards.
    pub(super) feed: fn(Answer, Base, Rc<Config>) -> Pending<json_feed::Feed>,
}

impl Foreign {
    pub(super) fn new() -> Self {
        Self {
            article: |json, base, config| {
                Box::pin(async move {
                    let fields = fields(&config);
                    let given = given(&config, &fields, 0);
                    with_adapters(&base, || foreign::article(&json, &base, &html::Inert, given)).await
                })
            },
            feed: |answer, base, config| {
                Box::pin(async move {
                    let fields = fields(&config);
                    let given = given(&config, &fields, answer.pages);
                    with_adapters(&base, || foreign::feed(&answer.json, &base, &html::Inert, given)).await
                })
            },
        }
    }
}

/// Reads until no adapter is wanted that is not there.
async fn with_adapters<T>(base: &Base, read: impl Fn() -> Result<T, LoadError>) -> Result<T, LoadError> {
    loop {
        let result = read();
        let Some(format) = json::wanted_adapter() else { return result };
        let missing = |NotLoaded| LoadError::new(ErrorKind::Network, base.href(), MISSING);
        json::add_adapter(format, adapter(format).await.map_err(missing)?);
    }
}

async fn adapter(format: Format) -> Result<Adapter<JsJson>, NotLoaded> {
    match format {
        Format::Ans => enter!(entry::ans()),
        Format::AppleNews => enter!(entry::apple_news()),
        Format::Ninjs => enter!(entry::ninjs()),
        Format::Capi => enter!(entry::capi()),
        Format::Bbc => enter!(entry::bbc()),
        _ => match Adapter::web(format) {
            Some(adapter) => Ok(adapter),
            None => enter!(entry::tree(format)),
        },
    }
}

fn given<'a>(config: &Config, fields: &'a [(String, String)], pages: u32) -> Given<'a> {
    let format = config.format.as_deref().and_then(|name| {
        let known = Format::from_name(name);
        if known.is_none() {
            page::warn(&["Gatefold: option format: `", name, "` is not the name of a format"].concat());
        }
        known
    });
    Given { format, fields, pages }
}

/// Where the fields of a house format are; what is no JSON is none.
fn fields(config: &Config) -> Vec<(String, String)> {
    let text = config.fields.as_deref().unwrap_or_default();
    let Ok(map) = json::parse(&text.into()) else {
        if !text.is_empty() {
            page::warn("Gatefold: option fields: not JSON");
        }
        return Vec::new();
    };
    let path = |name: &String| Some((name.clone(), map.field(name)?.string()?));
    map.names().iter().filter_map(path).collect()
}

#[allow(unsafe_code, unreachable_pub, improper_ctypes_definitions, reason = "what the macro writes")]
mod entry {
    use super::{Adapter, Format, JsJson, NotLoaded};
    #[cfg(feature = "split")]
    use wasm_split_helpers::wasm_split;

    #[cfg_attr(feature = "split", wasm_split(ans, fallible))]
    pub(super) fn ans() -> Result<Adapter<JsJson>, NotLoaded> {
        Ok(Adapter::ans())
    }

    #[cfg_attr(feature = "split", wasm_split(apple_news, fallible))]
    pub(super) fn apple_news() -> Result<Adapter<JsJson>, NotLoaded> {
        Ok(Adapter::apple_news())
    }

    #[cfg_attr(feature = "split", wasm_split(ninjs, fallible))]
    pub(super) fn ninjs() -> Result<Adapter<JsJson>, NotLoaded> {
        Ok(Adapter::ninjs())
    }

    #[cfg_attr(feature = "split", wasm_split(capi, fallible))]
    pub(super) fn capi() -> Result<Adapter<JsJson>, NotLoaded> {
        Ok(Adapter::capi())
    }

    #[cfg_attr(feature = "split", wasm_split(bbc, fallible))]
    pub(super) fn bbc() -> Result<Adapter<JsJson>, NotLoaded> {
        Ok(Adapter::bbc())
    }

    #[cfg_attr(feature = "split", wasm_split(trees, fallible))]
    pub(super) fn tree(format: Format) -> Result<Adapter<JsJson>, NotLoaded> {
        Adapter::tree(format).ok_or(NotLoaded)
    }
}
