//! Time: timers and turns of the event loop.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &JsValue, milliseconds: i32) -> JsValue;
    #[wasm_bindgen(js_name = clearTimeout)]
    fn clear_timeout(handle: &JsValue);
    #[wasm_bindgen(js_namespace = performance, js_name = now)]
    fn performance_now() -> f64;
    #[wasm_bindgen(js_namespace = scheduler, js_name = postTask, catch)]
    fn post_task(callback: &JsValue) -> Result<JsValue, JsValue>;
}

/// Something that happens later, unless the guard is dropped first.
pub(crate) struct Timer {
    handle: JsValue,
    _closure: Closure<dyn FnMut()>,
}

/// Calls `then` once after so many milliseconds.
pub(crate) fn after(milliseconds: u32, then: impl FnOnce() + 'static) -> Timer {
    let closure = Closure::once(then);
    let handle = set_timeout(closure.as_ref(), i32::try_from(milliseconds).unwrap_or(i32::MAX));
    Timer { handle, _closure: closure }
}

impl Drop for Timer {
    fn drop(&mut self) {
        clear_timeout(&self.handle);
    }
}

/// Waits so many milliseconds.
pub(crate) async fn pause(milliseconds: u32) {
    wait(Some(milliseconds)).await;
}

/// Gives the browser a turn: input, layout and paint go first.
pub(crate) async fn turn() {
    wait(None).await;
}

async fn wait(milliseconds: Option<u32>) {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        // A task waits for what has waited longer, as `scheduler.yield()` does not; and, where there are such, not for the 4 ms
        // of nested timers.
        if milliseconds.is_some() || post_task(&resolve).is_err() {
            set_timeout(&resolve, milliseconds.unwrap_or_default().cast_signed());
        }
    });
    // It is resolved by either and never rejected.
    let _ = JsFuture::from(promise).await;
}

/// Work that takes long, in slices of a few milliseconds.
pub(crate) struct Slice {
    began: f64,
}

impl Slice {
    /// How long one may take, in milliseconds: half of a frame at 60 a second.
    const LENGTH: f64 = 8.0;

    pub(crate) fn begin() -> Self {
        Self { began: now() }
    }

    /// Whether it is time to give the browser a turn.
    pub(crate) fn is_over(&self) -> bool {
        now() - self.began > Self::LENGTH
    }
}

/// Milliseconds since the page was opened, monotonic.
pub(crate) fn now() -> f64 {
    performance_now()
}
