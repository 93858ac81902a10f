//! Fetching JSON: with a time limit, a size limit and a way to stop.
//!
//! 1. [`json`] asks, under an [`Abort`] that stops the request when it is dropped; and once or twice more, after a pause,
//!    where that may help.
//! 2. The body is counted while it streams in, and given up when it grows past the limit.
//! 3. The browser decodes and parses it; what it made is read through [`JsJson`].

use super::clock;
use super::json::{self, JsJson};
use super::page;
use crate::error::{ErrorKind, LoadError};
use gloo_net::http::{Request, RequestBuilder, Response};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, AbortSignal, Blob, ReadableStreamDefaultReader, RequestCache};

/// Stops its requests when dropped.
pub(crate) struct Abort(Option<AbortController>);

/// What a request is stopped by.
#[derive(Clone)]
pub(crate) struct Token(Option<AbortController>);

impl Abort {
    pub(crate) fn new() -> Self {
        Self(AbortController::new().ok())
    }

    /// Stops a request that was begun elsewhere.
    pub(crate) fn of(controller: AbortController) -> Self {
        Self(Some(controller))
    }

    /// What stops them, for whoever goes on with them.
    pub(crate) fn give(mut self) -> Option<AbortController> {
        self.0.take()
    }

    /// For a request that ends with this.
    pub(crate) fn token(&self) -> Token {
        Token(self.0.clone())
    }
}

impl Token {
    fn signal(&self) -> Option<AbortSignal> {
        self.0.as_ref().map(AbortController::signal)
    }
}

impl Drop for Abort {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

/// What came.
#[derive(Clone)]
pub(crate) struct Answer {
    pub(crate) json: JsJson,
    /// How many pages the list has, where the server says so, as WordPress does; else 0.
    pub(crate) pages: u32,
    /// It as it came, where a copy of it may be kept.
    pub(crate) body: Option<Blob>,
    /// When it came, if that was in an earlier visit: in ISO 8601.
    pub(crate) kept: Option<String>,
}

/// What a request may cost.
#[derive(Clone, Copy)]
pub(crate) struct Limits {
    /// Until the last byte is there, in milliseconds.
    pub(crate) timeout: u32,
    /// Size of the decoded body, in bytes.
    pub(crate) max_bytes: u32,
    /// The server is asked whether it has a newer one, even where the browser believes that it need not be.
    pub(crate) fresh: bool,
}

/// How long it waits before it asks again, in milliseconds, and up to as much again, so that many readers do not come back
/// at once.
const PAUSES: [u32; 2] = [200, 600];

/// The longest that a server may have asked for (`Retry-After`: RFC 9110, §10.2.3), in seconds: a reader would rather be told.
const PATIENCE: u32 = 10;

/// Fetches and parses JSON, until whoever gave the token drops the [`Abort`] it is from. `early` is a request for it that is
/// on its way already.
///
/// # Errors
/// A [`LoadError`] that names the address, whatever went wrong.
pub(crate) async fn json(
    url: &str,
    early: Option<js_sys::Promise>,
    limits: Limits,
    abort: &Token,
) -> Result<Answer, LoadError> {
    let error = |kind, cause: String| LoadError { kind, object: url.to_owned(), cause };
    let timed_out = Rc::new(Cell::new(false));
    let watchdog = {
        let (timed_out, controller) = (timed_out.clone(), abort.0.clone());
        clock::after(limits.timeout, move || {
            timed_out.set(true);
            if let Some(controller) = controller {
                controller.abort();
            }
        })
    };
    let (mut early, mut pauses) = (early, PAUSES.iter());
    let result = loop {
        let wanted = Cell::new(None);
        let result = load(url, early.take(), limits, abort.signal(), &wanted, &error).await;
        let passes = matches!(&result, Err(error) if error.kind.passes()) && page::online();
        let ended = abort.signal().is_some_and(|signal| signal.aborted());
        let Some(usual) = pauses.next().filter(|_| passes && !ended) else { break result };
        let pause = match wanted.get() {
            Some(seconds) if seconds > PATIENCE => break result,
            Some(seconds) => seconds * 1000,
            // The milliseconds since a page was opened are as good as chance.
            None => usual + clock::now() as u32 % usual,
        };
        clock::pause(pause).await;
    };
    drop(watchdog);
    // An aborted request fails in whatever it was doing; why it was aborted is known here.
    match result {
        Err(_) if timed_out.get() => {
            Err(error(ErrorKind::Timeout, format!("no answer within {} s", limits.timeout / 1000)))
        }
        Err(_) if abort.signal().is_some_and(|signal| signal.aborted()) => {
            Err(error(ErrorKind::Aborted, String::new()))
        }
        result => result,
    }
}

/// Asks for JSON before anybody wants it: what [`json`] may be given as `early`.
pub(crate) fn begin(url: &str, abort: &Token) -> js_sys::Promise {
    let request = request(url, abort.signal().as_ref(), false).send();
    let answer = wasm_bindgen_futures::future_to_promise(async move {
        let answer = request.await.map_err(|cause| JsValue::from(js_sys::Error::new(&cause.to_string())))?;
        Ok(web_sys::Response::from(answer).into())
    });
    let unwanted = answer.clone();
    // One that is called off is no error that nobody caught.
    wasm_bindgen_futures::spawn_local(async move { drop(JsFuture::from(unwanted).await) });
    answer
}

fn request(url: &str, signal: Option<&AbortSignal>, fresh: bool) -> RequestBuilder {
    // The browser sends what its own copy is known by (`If-None-Match`), and takes that when it is the newest.
    let cache = if fresh { RequestCache::NoCache } else { RequestCache::Default };
    Request::get(url).abort_signal(signal).cache(cache).header("Accept", "application/json, */*;q=0.5")
}

/// Asks once. `wanted`: how many seconds the server wants to be left alone, where it says so.
async fn load(
    url: &str,
    early: Option<js_sys::Promise>,
    limits: Limits,
    signal: Option<AbortSignal>,
    wanted: &Cell<Option<u32>>,
    error: &impl Fn(ErrorKind, String) -> LoadError,
) -> Result<Answer, LoadError> {
    let response = match early {
        Some(early) => {
            let answer = JsFuture::from(early).await.map_err(|cause| error(ErrorKind::Network, message(&cause)))?;
            Response::from(answer.unchecked_into::<web_sys::Response>())
        }
        None => {
            let request = request(url, signal.as_ref(), limits.fresh);
            request.send().await.map_err(|cause| error(ErrorKind::Network, cause.to_string()))?
        }
    };
    if !response.ok() {
        // A date, the other form of it, is taken for a long time: no reader is to come before it.
        let wanted_seconds = |seconds: String| seconds.parse().unwrap_or(u32::MAX);
        wanted.set(response.headers().get("retry-after").map(wanted_seconds));
        return Err(error(ErrorKind::Http(response.status()), response.status_text()));
    }
    let html = response.headers().get("content-type").is_some_and(|mime| mime.starts_with("text/html"));
    let pages = response.headers().get("x-wp-totalpages").and_then(|pages| pages.parse().ok()).unwrap_or(0);
    let private = response.headers().get("cache-control").is_some_and(|rules| rules.contains("no-store"));
    let Some(stream) = response.body() else { return Err(error(ErrorKind::Empty, "no body".to_owned())) };
    let network = |cause: JsValue| error(ErrorKind::Network, message(&cause));
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    let chunks = js_sys::Array::new();
    let mut bytes: u32 = 0;
    loop {
        let step = JsFuture::from(reader.read()).await.map_err(network)?;
        let step: web_sys::ReadableStreamReadResult = step.unchecked_into();
        if step.get_done() == Some(true) {
            break;
        }
        let chunk: js_sys::Uint8Array = step.get_value().unchecked_into();
        bytes = bytes.saturating_add(chunk.byte_length());
        if bytes > limits.max_bytes {
            // Whether or not the stream lets itself be cancelled, it is no longer read.
            let _ = reader.cancel();
            return Err(error(ErrorKind::TooLarge, format!("more than {} bytes", limits.max_bytes)));
        }
        chunks.push(&chunk);
    }
    let body = Blob::new_with_u8_array_sequence(&chunks).map_err(network)?;
    let text = text_of(&body).await.map_err(network)?;
    let start = text.trim_start();
    if start.length() == 0 {
        return Err(error(ErrorKind::Empty, "nothing in it".to_owned()));
    }
    if html || start.char_at(0) == "<" {
        return Err(error(ErrorKind::Html, "a web page, not JSON".to_owned()));
    }
    let json = json::parse(&text).map_err(|cause| error(ErrorKind::Syntax, cause))?;
    Ok(Answer { json, pages, body: (!private).then_some(body), kept: None })
}

/// Decodes UTF-8 as the browser does, without its byte order mark.
async fn text_of(body: &Blob) -> Result<js_sys::JsString, JsValue> {
    JsFuture::from(body.text()).await.map(JsCast::unchecked_into)
}

fn message(cause: &JsValue) -> String {
    cause.dyn_ref::<js_sys::Error>().map_or_else(String::new, |error| error.message().into())
}
