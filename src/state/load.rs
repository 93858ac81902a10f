//! From an address to a document.
//!
//! 1. [`load`] asks for the JSON, or takes what is on its way or in hand, and moves the [`Phase`] on.
//! 2. [`read`] makes a document of it. Article JSON is read a section at a time; what reads other formats, and what is
//!    seldom met in an article, are parts of the program that are loaded when they are wanted ([`entry`]; [`foreign`]).
//! 3. [`feed`] does the same for a list of cards.
//! 4. What cannot be had is shown as an earlier visit left it, if it did ([`copy`]).

mod copy;
mod foreign;

use super::{Context, Document, Early, Phase, Source, Watched};
use crate::config::Config;
use crate::error::{ErrorKind, LoadError};
use crate::ingest::{self, ArticleReading, Ingested, Json, json_feed};
use crate::model::script::{self, Script};
use crate::model::{Base, plain_text};
use crate::platform::clock::{Slice, turn};
use crate::platform::fetch::{self, Abort, Answer, Limits, Token};
use crate::platform::json::JsJson;
use crate::platform::page;
use crate::platform::part::{NotLoaded, enter};
use crate::render;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

/// The cause, where a part of the program did not arrive.
const MISSING: &str = "a part of the reader could not be loaded";

/// Told why there is nothing newer.
pub(crate) type Stale = Box<dyn FnOnce(&LoadError)>;

/// Loads an article into `phase`. `again`: the one that is shown stays until the new one is there, and for good when it
/// does not come; `stale` is then told why.
pub(crate) fn load(source: &Source, context: &Context, phase: &Rc<Watched<Phase>>, stale: Option<Stale>) -> Rc<Abort> {
    let wanted = |early: &Early| match (&early.src, source) {
        (Some(expected), Source::Address { src, .. }) => expected == src,
        (Some(_), _) => false,
        (None, _) => true,
    };
    let (early, abort) = match context.early.take().filter(wanted) {
        Some(Early { answer, abort, .. }) => (Some(answer), abort),
        None => (None, Abort::new()),
    };
    let abort = Rc::new(abort);
    let (source, context, phase, request) = (source.clone(), context.clone(), phase.clone(), Rc::downgrade(&abort));
    let limits = Limits { fresh: stale.is_some(), ..context.limits() };
    if stale.is_none() {
        phase.set(Phase::Loading);
    }
    wasm_bindgen_futures::spawn_local(async move {
        let Some(token) = request.upgrade().map(|abort| abort.token()) else { return };
        let document = obtain(source, &context, early, limits, &token).await;
        // Dropped meanwhile: nobody is waiting.
        if request.upgrade().is_none() {
            return;
        }
        match document {
            Ok(document) => {
                // Reading and showing are not one long task.
                turn().await;
                if request.upgrade().is_some() {
                    phase.set(Phase::Ready(Rc::new(document)));
                }
            }
            Err(error) => {
                page::warn(&format!("Gatefold: {error} [{}]", error.code()));
                match stale {
                    Some(stale) => stale(&error),
                    None => phase.set(Phase::Failed(Rc::new(error))),
                }
            }
        }
    });
    abort
}

async fn obtain(
    source: Source,
    context: &Context,
    early: Option<js_sys::Promise>,
    limits: Limits,
    token: &Token,
) -> Result<Document, LoadError> {
    let (src, named) = match source {
        Source::Address { src, named } => (src, named),
        Source::Inline(json) => return read(page::href(), JsJson::from(json), context).await,
        Source::Refused(error) => return Err(error),
    };
    let answer = fetch::json(&src, early, limits, token).await;
    // Who asks for something newer has the better copy already.
    let answer = if limits.fresh { answer } else { copy::or_copy(answer, &src, context).await };
    let Answer { json, body, kept, .. } = answer.map_err(|mut error| {
        if named && error.kind == ErrorKind::Http(404) {
            error.kind = ErrorKind::UnknownArticle;
        }
        error
    })?;
    let document = read(src, json, context).await?;
    Ok(Document { body: RefCell::new(body), kept, ..document })
}

/// Makes a document of the JSON from `src`, and sees to it that its style is there.
async fn read(src: String, json: JsJson, context: &Context) -> Result<Document, LoadError> {
    let (ingested, builders) = ingested(&src, json, &context.config).await?;
    let article = &ingested.article;
    let script = script::script(article.locale.language.as_deref(), &plain_text(&article.title));
    let seldom = builders.is_some() || script != Script::Latin;
    if let Some(dress) = context.dress.as_ref().filter(|_| seldom) {
        // A sheet that does not come leaves an article that is plain, but whole.
        let _ = JsFuture::from(dress("seldom")).await;
    }
    Ok(Document::new(src, ingested, builders))
}

/// Reads the JSON from `src`, with what builds the seldom parts of it if it has any.
async fn ingested(
    src: &str,
    json: JsJson,
    config: &Rc<Config>,
) -> Result<(Ingested, Option<render::Extras>), LoadError> {
    let missing = |NotLoaded| LoadError::new(ErrorKind::Network, src, MISSING);
    let base = Base::new(src, page::resolve);
    if is_foreign(config) || json.field("gatefold").is_none() {
        let foreign = enter!(entry::foreign()).map_err(missing)?;
        let ingested = (foreign.article)(json, base, config.clone()).await?;
        let (_, builders) = enter!(entry::extras()).map_err(missing)?;
        return Ok((ingested, Some(builders)));
    }
    let ingested = own(&json, &base, None).await?;
    if !ingested.incomplete {
        return Ok((ingested, None));
    }
    let (readers, builders) = enter!(entry::extras()).map_err(missing)?;
    let ingested = own(&json, &base, Some(readers)).await?;
    Ok((ingested, Some(builders)))
}

/// Reads an article of the own format, giving the browser a turn now and then.
async fn own(json: &JsJson, base: &Base, extras: Option<ingest::Extras<JsJson>>) -> Result<Ingested, LoadError> {
    let failed = |cause| LoadError { kind: ErrorKind::Format, object: base.href().to_owned(), cause };
    let mut reading = ArticleReading::begin(json, base, extras).map_err(failed)?;
    let mut slice = Slice::begin();
    while reading.step() {
        if slice.is_over() {
            turn().await;
            slice = Slice::begin();
        }
    }
    reading.finish().map_err(failed)
}

/// Asks for an article again that is shown already.
pub(crate) async fn newer(src: &str, context: &Context, token: &Token) -> Result<Document, LoadError> {
    let limits = Limits { fresh: true, ..context.limits() };
    obtain(Source::Address { src: src.to_owned(), named: false }, context, None, limits, token).await
}

/// Keeps a copy of an article that is shown, for when it cannot be had again.
pub(crate) fn keep_copy(document: &Document, context: &Context) {
    copy::keep(&document.src, document.body.take(), 0, context);
}

/// Asks for a page of a list of cards. One that does not come is said in the console.
pub(crate) async fn feed(src: &str, context: &Context, token: &Token) -> Result<json_feed::Feed, LoadError> {
    let answer = fetch::json(src, None, context.limits(), token).await;
    // On somebody's page a list that is old leads to what may not be there.
    let answer = if crate::EMBEDDED { answer } else { copy::or_copy(answer, src, context).await };
    let answer = match answer {
        Ok(mut answer) => {
            let body = answer.body.take();
            if !crate::EMBEDDED {
                copy::keep(src, body, answer.pages, context);
            }
            read_feed(src, answer, &context.config).await
        }
        Err(error) => Err(error),
    };
    if let Err(error) = &answer {
        page::warn(&format!("Gatefold: {error} [{}]", error.code()));
    }
    answer
}

/// Reads a list of cards that came from `src`.
async fn read_feed(src: &str, answer: Answer, config: &Rc<Config>) -> Result<json_feed::Feed, LoadError> {
    let base = Base::new(src, page::resolve);
    if !is_foreign(config) && answer.json.field("items").is_some() {
        return ingest::feed(&answer.json, &base);
    }
    let missing = |NotLoaded| LoadError::new(ErrorKind::Network, src, MISSING);
    let foreign = enter!(entry::foreign()).map_err(missing)?;
    (foreign.feed)(answer, base, config.clone()).await
}

/// The publisher has said that the articles are of another format.
fn is_foreign(config: &Config) -> bool {
    config.fields.is_some() || config.format.as_deref().is_some_and(|format| format != "gatefold")
}

#[allow(unsafe_code, unreachable_pub, improper_ctypes_definitions, reason = "what the macro writes")]
mod entry {
    use super::copy::Copies;
    use super::foreign::Foreign;
    use super::{JsJson, NotLoaded, ingest};
    use crate::render;
    #[cfg(feature = "split")]
    use wasm_split_helpers::wasm_split;

    /// What reads and builds the seldom parts of an article.
    #[cfg_attr(feature = "split", wasm_split(extras, fallible))]
    pub(super) fn extras() -> Result<(ingest::Extras<JsJson>, render::Extras), NotLoaded> {
        Ok((ingest::Extras::all(), render::Extras::all()))
    }

    /// What finds copies.
    #[cfg_attr(feature = "split", wasm_split(guide, fallible))]
    pub(super) fn copies() -> Result<Copies, NotLoaded> {
        Ok(Copies::new())
    }

    /// What reads the formats of others.
    #[cfg_attr(feature = "split", wasm_split(formats, fallible))]
    pub(super) fn foreign() -> Result<Foreign, NotLoaded> {
        Ok(Foreign::new())
    }
}
