//! The part of `wasm-streams` that `server_fn` compiles against.
//!
//! Leptos depends on `server_fn`, for server functions. Gatefold has no server, so nothing ever calls this; but the real
//! crate exports three JavaScript classes, which no linker may drop: 3 KB of WebAssembly and as much glue as the app has.

use futures_core::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use wasm_bindgen::JsValue;

/// A `ReadableStream` of the browser.
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Takes the browser's own.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Gives it back.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// Would make a stream of JavaScript's from one of Rust's: only a server function's body asks for it.
    ///
    /// # Panics
    /// Always.
    pub fn from_stream(_: impl Stream<Item = Result<JsValue, JsValue>> + 'static) -> Self {
        unreachable!("Gatefold has no server functions")
    }

    /// Would read the stream: only a server function's answer asks for it. It is at its end.
    pub fn into_stream(self) -> Nothing {
        Nothing
    }
}

/// A stream at its end.
pub struct Nothing;

impl Stream for Nothing {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
