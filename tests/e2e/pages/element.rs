//! `<gatefold-reader>` on somebody's page. What is in it is found by `t.one`, `t.inside` and the like, as `element.js`
//! says; sections, related cards and the share dialog are where they are in the app.

use crate::browser::Tab;
use crate::server::{Reply, dist};
use serde_json::Value;

impl Tab {
    /// Opens one of `tests/fixtures/hosts/`.
    pub(crate) async fn visit(&self, host: &str) {
        self.open(&format!("{}/hosts/{host}", self.site.origin)).await;
    }

    /// Opens one of them, and waits until its article is complete.
    pub(crate) async fn visit_ready(&self, host: &str) {
        self.visit(host).await;
        self.wait_told("ready").await;
    }

    /// Opens a page with this body, and the loader.
    pub(crate) async fn visit_with(&self, body: &str) {
        let page = format!(
            "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>\
             <title>Host</title><script type=module src=/embed/gatefold.js></script><body>{body}"
        );
        self.site.put("/hosts/given.html", Reply::new("text/html; charset=utf-8", page));
        self.visit("given.html").await;
    }

    /// Opens a page with one element that has these attributes, and waits until the article given here is complete.
    pub(crate) async fn visit_json(&self, article: &Value, attributes: &str) {
        self.site.put("/own/given.json", Reply::json(article));
        self.visit_with(&format!("<gatefold-reader src=/own/given.json {attributes}></gatefold-reader>")).await;
        self.wait_told("ready").await;
    }

    /// Waits until the host page was told that.
    pub(crate) async fn wait_told(&self, name: &str) {
        self.wait(&format!("t.count('{name}') > 0")).await;
    }

    /// Clicks the first in the element that the selector matches.
    pub(crate) async fn click_inside(&self, selector: &str) {
        self.click_on(&format!("t.one({})", crate::browser::quoted(selector))).await;
    }
}

/// Where a part of the app's WebAssembly is on the site.
pub(crate) fn part(name: &str) -> String {
    format!("/{}", built("", |file| file.starts_with(&format!("{name}-")) && file.ends_with(".wasm")))
}

/// Where the element's WebAssembly is on the site.
pub(crate) fn engine() -> String {
    format!("/embed/{}", built("embed", |file| file.ends_with("_bg.wasm")))
}

/// Where a part of the element's WebAssembly is on the site.
pub(crate) fn embedded(name: &str) -> String {
    format!("/embed/{}", built("embed", |file| file.starts_with(&format!("{name}-")) && file.ends_with(".wasm")))
}

/// Where the script of the element's WebAssembly is on the site.
pub(crate) fn glue() -> String {
    format!("/embed/{}", built("embed", |file| file.starts_with("gatefold-embed-") && file.ends_with(".js")))
}

/// The name of a file that the build made; there is a digest in it.
fn built(folder: &str, is_it: impl Fn(&str) -> bool) -> String {
    let files = std::fs::read_dir(dist().join(folder)).expect("there is a build");
    let mut names = files.filter_map(|file| file.ok()?.file_name().into_string().ok());
    names.find(|name| is_it(name)).expect("the build has that file")
}
