//! Which browser: chosen by `GATEFOLD_ENGINE`. Another engine is another variant with its driver and capabilities; what
//! it cannot emulate, [`super::emulate`] has to learn.

use serde_json::{Value, json};
use std::path::Path;

/// A browser engine.
#[derive(Clone, Copy)]
pub(super) enum Engine {
    /// Chromium by chromedriver.
    Chromium,
}

impl Engine {
    /// The one that the environment asks for.
    pub(super) fn chosen() -> Self {
        match std::env::var("GATEFOLD_ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok(other) => panic!("GATEFOLD_ENGINE={other}: only `chromium` is known"),
        }
    }

    /// The driver's program and its arguments, with which it takes a free port and prints it.
    pub(super) fn driver(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::Chromium => ("chromedriver", &["--port=0"]),
        }
    }

    /// What the driver prints before its port.
    pub(super) fn port_mark(self) -> &'static str {
        match self {
            Self::Chromium => "started successfully on port ",
        }
    }

    /// The capabilities of a session with that profile, all of whose requests to other hosts go through `proxy`.
    pub(super) fn capabilities(self, profile: &Path, proxy: &str) -> Value {
        match self {
            Self::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": { "browser": "ALL" },
                "goog:chromeOptions": { "args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
                    "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-default-apps", "--disable-domain-reliability", "--disable-client-side-phishing-detection",
                    "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication",
                    "--force-device-scale-factor=1", "--lang=en", "--window-size=1080,800", "--mute-audio",
                    format!("--proxy-server={proxy}"), format!("--user-data-dir={}", profile.display()),
                ] },
            }),
        }
    }
}
