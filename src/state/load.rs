//! From an address to a document.
//!
//! 1. [`load`] asks for the JSON, or takes what is on its way or in hand, and moves the [`Phase`] on.
//! 2. [`read`] makes a document of it. Article JSON is read at once; what reads other formats, and what is seldom met in
//!    an article, are parts of the program that are loaded when they are wanted ([`entry`]).
//! 3. [`feed`] does the same for a list of cards.

use super::{Context, Document, Early, Phase, Source, Watched};
use crate::config::Config;
use crate::error::{ErrorKind, LoadError};
use crate::ingest::format::Format;
use crate::ingest::{self, Adapter, Ingested, Json, json_feed};
use crate::model::script::{self, Script};
use crate::model::{Base, plain_text};
use crate::platform::fetch::{self, Abort, Answer, Limits, Token};
use crate::platform::json::{self, JsJson};
use crate::platform::page;
use crate::platform::part::{NotLoaded, enter};
use crate::render;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;

/// Told why there is nothing newer.
pub(crate) type Stale = Box<dyn FnOnce(&LoadError)>;

/// Loads an article into `phase`. `again`: the one that is shown stays until the new one is there, and for good when it
/// does not come; `stale` is then told why.
pub(crate) fn load(source: &Source, context: &Context, phase: &Rc<Watched<Phase>>, stale: Option<Stale>) -> Rc<Abort> {
    let early = context.early.take();
    let (early, abort) = match early {
        Some(Early { answer, abort }) => (Some(answer), abort),
        None => (None, Abort::new()),
    };
    let abort = Rc::new(abort);
    let (source, limits, phase, request) = (source.clone(), context.limits(), phase.clone(), Rc::downgrade(&abort));
    let context = context.clone();
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
            Ok(document) => phase.set(Phase::Ready(Rc::new(document))),
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
    let answer = fetch::json(&src, early, limits, token).await.map_err(|mut error| {
        if named && error.kind == ErrorKind::Http(404) {
            error.kind = ErrorKind::UnknownArticle;
        }
        error
    })?;
    read(src, answer.json, context).await
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
    let missing = |NotLoaded| LoadError::new(ErrorKind::Network, src, "a part of the reader could not be loaded");
    let base = Base::new(src, page::resolve);
    if is_foreign(config) || json.field("gatefold").is_none() {
        let ingested = loop {
            let read = enter!(entry::article(json.clone(), base.clone(), config.clone())).map_err(missing)?;
            match json::wanted_adapter() {
                Some(format) => json::add_adapter(format, adapter(format).await.map_err(missing)?),
                None => break read?,
            }
        };
        let (_, builders) = enter!(entry::extras()).map_err(missing)?;
        return Ok((ingested, Some(builders)));
    }
    let ingested = ingest::article(&json, &base, None)?;
    if !ingested.incomplete {
        return Ok((ingested, None));
    }
    let (readers, builders) = enter!(entry::extras()).map_err(missing)?;
    let ingested = ingest::article(&json, &base, Some(readers))?;
    Ok((ingested, Some(builders)))
}

/// Reads a list of cards that came from `src`.
pub(crate) async fn feed(src: &str, answer: Answer, config: &Rc<Config>) -> Result<json_feed::Feed, LoadError> {
    let base = Base::new(src, page::resolve);
    if !is_foreign(config) && answer.json.field("items").is_some() {
        return ingest::feed(&answer.json, &base);
    }
    let missing = |NotLoaded| LoadError::new(ErrorKind::Network, src, "a part of the reader could not be loaded");
    loop {
        let read = enter!(entry::feed(answer.clone(), base.clone(), config.clone())).map_err(missing)?;
        match json::wanted_adapter() {
            Some(format) => json::add_adapter(format, adapter(format).await.map_err(missing)?),
            None => return read,
        }
    }
}

/// What reads a foreign format. The web's formats have one part, as have the body trees: they have most of their code in
/// common. Newsrooms' formats have a part each.
async fn adapter(format: Format) -> Result<Adapter<JsJson>, NotLoaded> {
    match format {
        Format::JsonFeed | Format::WordPress | Format::Ghost | Format::JsonLd => enter!(entry::web(format)),
        Format::Ans => enter!(entry::ans()),
        Format::AppleNews => enter!(entry::apple_news()),
        Format::Ninjs => enter!(entry::ninjs()),
        Format::Capi => enter!(entry::capi()),
        Format::Bbc => enter!(entry::bbc()),
        _ => enter!(entry::tree(format)),
    }
}

/// The publisher has said that the articles are of another format.
fn is_foreign(config: &Config) -> bool {
    config.fields.is_some() || config.format.as_deref().is_some_and(|format| format != "gatefold")
}

#[allow(unsafe_code, unreachable_pub, improper_ctypes_definitions, reason = "what the macro writes")]
mod entry {
    use super::{Adapter, Answer, Base, Config, Format, JsJson, Json, LoadError, NotLoaded, Rc, ingest, json_feed};
    use crate::ingest::Ingested;
    use crate::ingest::foreign::{self, Given};
    use crate::platform::{html, json, page};
    use crate::render;
    #[cfg(feature = "split")]
    use wasm_split_helpers::wasm_split;

    /// What reads and builds the seldom parts of an article.
    #[cfg_attr(feature = "split", wasm_split(extras, fallible))]
    pub(super) fn extras() -> Result<(ingest::Extras<JsJson>, render::Extras), NotLoaded> {
        Ok((ingest::Extras::all(), render::Extras::all()))
    }

    /// An article in the format of others.
    #[cfg_attr(feature = "split", wasm_split(formats, fallible))]
    pub(super) fn article(
        json: JsJson,
        base: Base,
        config: Rc<Config>,
    ) -> Result<Result<Ingested, LoadError>, NotLoaded> {
        Ok(foreign::article(&json, &base, &html::Inert, given(&config, &fields(&config), 0)))
    }

    /// A list of cards in the format of others.
    #[cfg_attr(feature = "split", wasm_split(formats, fallible))]
    pub(super) fn feed(
        answer: Answer,
        base: Base,
        config: Rc<Config>,
    ) -> Result<Result<json_feed::Feed, LoadError>, NotLoaded> {
        let fields = fields(&config);
        Ok(foreign::feed(&answer.json, &base, &html::Inert, given(&config, &fields, answer.pages)))
    }

    #[cfg_attr(feature = "split", wasm_split(formats, fallible))]
    pub(super) fn web(format: Format) -> Result<Adapter<JsJson>, NotLoaded> {
        Adapter::web(format).ok_or(NotLoaded)
    }

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
}
