//! Parts of the program that are loaded when they are first wanted.
//!
//! The release build cuts the WebAssembly (feature `split`) at functions marked with `wasm_split`: each, with whatever only
//! it reaches, becomes a file of its own, which a call fetches first. Without the feature they are ordinary functions.
//! What such a function returns is called through a pointer, or its code would be reachable from outside and stay there.

/// A part did not arrive.
pub(crate) struct NotLoaded;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for NotLoaded {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        super::page::warn("Gatefold: a part of the reader could not be loaded");
        Self
    }
}

/// Calls a marked function: at once, or when its file is there.
macro_rules! enter {
    ($call:expr) => {{
        let made = $call;
        #[cfg(feature = "split")]
        let made = made.await;
        made
    }};
}
pub(crate) use enter;
