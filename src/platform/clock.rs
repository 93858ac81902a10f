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

/// Gives the browser a turn: input, layout and paint go first.
pub(crate) async fn turn() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        set_timeout(&resolve, 0);
    });
    // The promise is resolved by the timer and never rejected.
    let _ = JsFuture::from(promise).await;
}

/// Milliseconds since the page was opened, monotonic.
pub(crate) fn now() -> f64 {
    performance_now()
}
