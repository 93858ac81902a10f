//! What is shown when something cannot be had: the copy of it that an earlier visit left.
//!
//! The store is in the part of the program that every article brings in the end, so it costs nobody's first screen anything.

use super::entry;
use crate::error::{ErrorKind, LoadError};
use crate::platform::copies;
use crate::platform::fetch::Answer;
use crate::platform::page;
use crate::platform::part::enter;
use crate::state::Context;
use std::pin::Pin;
use wasm_bindgen_futures::spawn_local;
use web_sys::Blob;

type Pending<T> = Pin<Box<dyn Future<Output = T>>>;

/// What finds copies, called through pointers.
pub(super) struct Copies {
    find: fn(String) -> Pending<Option<Answer>>,
    forget: fn(String),
}

impl Copies {
    pub(super) fn new() -> Self {
        Self {
            find: |src| Box::pin(async move { copies::find(&src).await }),
            forget: |src| spawn_local(async move { copies::forget(&src).await }),
        }
    }
}

/// Keeps a copy of what came from an address. Only parts call it: nothing of it comes before the first article.
pub(super) fn keep(src: &str, body: Option<Blob>, pages: u32, context: &Context) {
    let src = src.to_owned();
    if let Some(body) = body.filter(|_| context.config.copies) {
        // One that cannot be kept is only not there later.
        spawn_local(async move { drop(copies::keep(&src, &body, pages).await) });
    }
}

/// What came, or else what came earlier from the same address, where asking again may help some day.
pub(super) async fn or_copy(
    came: Result<Answer, LoadError>,
    src: &str,
    context: &Context,
) -> Result<Answer, LoadError> {
    let Err(error) = came else { return came };
    let gone = matches!(error.kind, ErrorKind::Http(404 | 410));
    if !context.config.copies || !(gone || error.retryable()) {
        return Err(error);
    }
    let Ok(copies) = enter!(entry::copies()) else { return Err(error) };
    if gone {
        (copies.forget)(src.to_owned());
        return Err(error);
    }
    let Some(copy) = (copies.find)(src.to_owned()).await else { return Err(error) };
    page::warn(&format!("Gatefold: {error} [{}]; an earlier copy is shown", error.code()));
    Ok(copy)
}
