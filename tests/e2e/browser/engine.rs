//! Which browser: chosen by `GATEFOLD_ENGINE`. What an engine cannot do or emulate, [`super::emulate`] knows.

use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// A browser engine.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Chromium by chromedriver.
    Chromium,
    /// Firefox by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser by WebKitWebDriver, on a display of its own.
    WebKit,
}

impl Engine {
    /// The one that the environment asks for.
    pub(crate) fn chosen() -> Self {
        match std::env::var("GATEFOLD_ENGINE").as_deref() {
            Err(_) | Ok("" | "chromium") => Self::Chromium,
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            Ok(other) => panic!("GATEFOLD_ENGINE={other}: known are `chromium`, `firefox` and `webkit`"),
        }
    }

    /// As the environment names it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// Whether there is the DevTools protocol: scripts before each page's own, a log of the console, emulation.
    pub(crate) fn has_devtools(self) -> bool {
        self == Self::Chromium
    }

    /// The driver's program and its arguments, with which it listens on `port`, or, where that is 0, on a free one.
    pub(super) fn driver(self, port: u16) -> (&'static str, Vec<String>) {
        match self {
            Self::Chromium => ("chromedriver", vec![format!("--port={port}")]),
            Self::Firefox => {
                let free = ["--marionette-port=0", "--websocket-port=0"].map(str::to_owned);
                ("geckodriver", [format!("--port={port}")].into_iter().chain(free).collect())
            }
            Self::WebKit => ("WebKitWebDriver", vec![format!("--port={port}")]),
        }
    }

    /// What the driver prints before its port; `None` for one that says nothing and finds no port itself.
    pub(super) fn port_mark(self) -> Option<&'static str> {
        match self {
            Self::Chromium => Some("started successfully on port "),
            Self::Firefox => Some("Listening on 127.0.0.1:"),
            Self::WebKit => None,
        }
    }

    /// What the driver and its browser find in their environment, for everything that they write to be in `profile`.
    pub(super) fn environment(self, profile: &Path) -> Vec<(&'static str, PathBuf)> {
        match self {
            Self::Chromium => Vec::new(),
            Self::Firefox => vec![("TMPDIR", profile.to_owned()), ("HOME", profile.to_owned())],
            Self::WebKit => {
                let folders = ["TMPDIR", "HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME"];
                let switches = ["WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "LIBGL_ALWAYS_SOFTWARE"];
                let folders = folders.map(|name| (name, profile.to_owned()));
                folders.into_iter().chain(switches.map(|name| (name, "1".into()))).collect()
            }
        }
    }

    /// The capabilities of a session with that profile, all of whose requests to other hosts go through `proxy`.
    pub(super) fn capabilities(self, profile: &Path, proxy: &str) -> Value {
        let host = proxy.trim_start_matches("http://");
        let refusing = json!({ "proxyType": "manual", "httpProxy": host, "sslProxy": host, "noProxy": ["127.0.0.1"] });
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
            Self::Firefox => json!({
                "browserName": "firefox",
                "proxy": refusing,
                "moz:firefoxOptions": {
                    "args": ["-headless", "--width=1080", "--height=885"],
                    "prefs": {
                        "intl.accept_languages": "en",
                        "network.captive-portal-service.enabled": false,
                        "network.connectivity-service.enabled": false,
                        "network.dns.disablePrefetch": true,
                        "browser.safebrowsing.update.enabled": false,
                        "dom.disable_open_during_load": false,
                        "app.normandy.enabled": false,
                        "extensions.systemAddon.update.enabled": false,
                        "browser.region.network.url": "",
                    },
                },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
                "proxy": refusing,
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
            }),
        }
    }
}

/// Where Debian and its like have WebKitGTK's browser.
fn mini_browser() -> PathBuf {
    let folders = ["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", "/usr/libexec"];
    let paths = folders.iter().flat_map(|folder| {
        ["webkitgtk-6.0", "webkit2gtk-4.1", "webkit2gtk-4.0"]
            .map(|version| Path::new(folder).join(version).join("MiniBrowser"))
    });
    paths.into_iter().find(|path| path.exists()).expect("WebKitGTK's MiniBrowser")
}
