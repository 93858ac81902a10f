//! What the browser pretends: media, size, network, permissions. By the DevTools protocol, where there is one; a test that
//! needs what the engine cannot do asks [`Tab::lacks`] and says what is then left to check.

use super::Tab;
use super::engine::Engine;
use serde_json::{Value, json};
use thirtyfour::cdp::Cdp;

impl Tab {
    /// Whether this engine cannot do that; then it is said that the rest of the test was not run.
    pub(crate) fn lacks(&self, what: &str) -> bool {
        if self.engine.has_devtools() {
            return false;
        }
        let test = std::thread::current().name().unwrap_or("test").to_owned();
        eprintln!("not run in {}: {test}: no {what}", self.engine.name());
        true
    }

    async fn cdp(&self, method: &str, parameters: Value) -> Value {
        let answer = Cdp::new(self.session.clone()).send_raw(method, parameters).await;
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Runs a script in every page before the page's own.
    pub(crate) async fn before_load(&self, script: &str) {
        if !self.engine.has_devtools() {
            return self.site.run_first(script);
        }
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Emulates a medium, `print` or `screen`.
    pub(crate) async fn medium(&self, medium: &str) {
        self.cdp("Emulation.setEmulatedMedia", json!({ "media": medium })).await;
    }

    /// Emulates a preference, such as `prefers-color-scheme`, `dark`.
    pub(crate) async fn prefers(&self, feature: &str, value: &str) {
        let features = json!([{ "name": feature, "value": value }]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// How narrow the page of a phone is, in CSS pixels, as far as the engine makes windows that narrow.
    pub(crate) fn phone(&self) -> u32 {
        match self.engine {
            Engine::Chromium => 320,
            Engine::WebKit => 450,
            Engine::Firefox => 500,
        }
    }

    /// Makes the page so many CSS pixels large.
    pub(crate) async fn size(&self, width: u32, height: u32) {
        if !self.engine.has_devtools() {
            return self.size_of_window(width, height).await;
        }
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Makes the window so large that the page in it is.
    async fn size_of_window(&self, width: u32, height: u32) {
        let (mut outer_width, mut outer_height) = (width, height);
        for _ in 0..5 {
            let set = self.session.set_window_rect(0, 0, outer_width, outer_height).await;
            set.expect("the window takes a size");
            self.settle().await;
            let inner = self.value("[innerWidth, innerHeight]").await;
            let [inner_width, inner_height] = [0, 1].map(|at| inner[at].as_u64().expect("a size") as u32);
            if (inner_width, inner_height) == (width, height) {
                return;
            }
            outer_width = (outer_width + width).saturating_sub(inner_width).max(width);
            outer_height = (outer_height + height).saturating_sub(inner_height).max(height);
        }
        let size = self.value("[innerWidth, innerHeight]").await;
        panic!("the window does not become {width} × {height}, but {size}");
    }

    /// Takes the network away, or gives it back.
    pub(crate) async fn offline(&self, offline: bool) {
        self.cdp("Network.enable", json!({})).await;
        let conditions = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.cdp("Network.emulateNetworkConditions", conditions).await;
    }

    /// Lets scripts read the clipboard, so that a test can see what is in it.
    pub(crate) async fn allow_clipboard(&self) {
        if !self.engine.has_devtools() {
            return;
        }
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.cdp("Browser.grantPermissions", permissions).await;
    }

    /// Denies scripts the clipboard.
    pub(crate) async fn deny_clipboard(&self) {
        for name in ["clipboard-write", "clipboard-read"] {
            let parameters = json!({ "permission": { "name": name }, "setting": "denied" });
            self.cdp("Browser.setPermission", parameters).await;
        }
    }

    /// The page as PDF, and how many pages it has.
    pub(crate) async fn pdf(&self) -> (Vec<u8>, usize) {
        let parameters = thirtyfour::common::print::PrintParameters::default();
        let pdf = self.session.print_page(parameters).await.expect("the page prints");
        let count = |mark: &[u8]| pdf.windows(mark.len()).filter(|at| *at == mark).count();
        let pages = count(b"/Type /Page") - count(b"/Type /Pages");
        (pdf, pages)
    }

    /// How many nodes and listeners the renderer holds, once what nobody needs is collected.
    pub(crate) async fn holds(&self) -> (u64, u64) {
        self.cdp("HeapProfiler.collectGarbage", json!({})).await;
        let counts = self.cdp("Memory.getDOMCounters", json!({})).await;
        let count = |name: &str| counts[name].as_u64().expect("a count");
        (count("nodes"), count("jsEventListeners"))
    }

    /// How many bytes of the page's JavaScript are left, once what nobody needs is collected.
    pub(crate) async fn heap(&self) -> u64 {
        self.cdp("HeapProfiler.collectGarbage", json!({})).await;
        self.cdp("Runtime.getHeapUsage", json!({})).await["usedSize"].as_u64().expect("a size")
    }

    /// Turns the mouse wheel over the middle of the page; the nearest thing to it is a key.
    pub(crate) async fn wheel(&self, by: i32) {
        if !self.engine.has_devtools() {
            return self.press(thirtyfour::Key::PageDown).await;
        }
        let event = json!({ "type": "mouseWheel", "x": 300, "y": 300, "deltaX": 0, "deltaY": by });
        self.cdp("Input.dispatchMouseEvent", event).await;
    }
}
