//! What the browser pretends: media, size, network, permissions. By the DevTools protocol.

use super::Tab;
use serde_json::{Value, json};
use thirtyfour::cdp::Cdp;

impl Tab {
    async fn cdp(&self, method: &str, parameters: Value) -> Value {
        let answer = Cdp::new(self.session.clone()).send_raw(method, parameters).await;
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Runs a script in every page before the page's own.
    pub(crate) async fn before_load(&self, script: &str) {
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

    /// Makes the page so many CSS pixels large.
    pub(crate) async fn size(&self, width: u32, height: u32) {
        let metrics = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", metrics).await;
    }

    /// Takes the network away, or gives it back.
    pub(crate) async fn offline(&self, offline: bool) {
        self.cdp("Network.enable", json!({})).await;
        let conditions = json!({ "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1 });
        self.cdp("Network.emulateNetworkConditions", conditions).await;
    }

    /// Lets scripts read the clipboard, so that a test can see what is in it.
    pub(crate) async fn allow_clipboard(&self) {
        let permissions = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        self.cdp("Browser.grantPermissions", permissions).await;
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

    /// Turns the mouse wheel over the middle of the page.
    pub(crate) async fn wheel(&self, by: i32) {
        let event = json!({ "type": "mouseWheel", "x": 300, "y": 300, "deltaX": 0, "deltaY": by });
        self.cdp("Input.dispatchMouseEvent", event).await;
    }
}
