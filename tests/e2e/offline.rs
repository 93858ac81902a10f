//! The worker that keeps the app on the device: what it answers without a network and what it leaves alone, releases, and
//! ways to be rid of it.

mod off;
mod pictures;
mod releases;

use crate::browser::{Tab, quoted, scene};
use crate::server::{Reply, STRICT_POLICY, dist};
use std::collections::BTreeSet;

const SHELL: &str = "gatefold-shell-";

/// What a worker is while it answers.
const ANSWERS: &str = "navigator.serviceWorker.controller?.state === 'activated'";

/// Opens an article and waits until the app is kept and its worker answers.
async fn keep(tab: &Tab) {
    tab.be_patient(60);
    tab.site.option("data-offline", "on");
    tab.read("tide-mill").await;
    tab.wait(ANSWERS).await;
}

/// A script of the build.
fn script(name: &str) -> String {
    std::fs::read_to_string(dist().join(name)).expect("the build has a worker")
}

fn javascript(text: &str) -> Reply {
    Reply::new("text/javascript", text)
}

/// Names of files whose names hold a digest: those at the top of the build.
fn hashed() -> BTreeSet<String> {
    let files =
        std::fs::read_dir(dist()).expect("a build").map(|file| file.unwrap().file_name().into_string().unwrap());
    files.filter(|name| name.rsplit_once('-').is_some_and(|(_, end)| end.len() > 16)).collect()
}

/// The paths in the caches whose names begin so.
async fn cached(tab: &Tab, cache: &str) -> Vec<String> {
    let paths = "(async () => { const paths = []; for (const name of await caches.keys()) if (name.startsWith(START)) \
        for (const one of await (await caches.open(name)).keys()) paths.push(new URL(one.url).pathname); done(paths) })()";
    let paths = tab.run_async(&paths.replace("START", &quoted(cache))).await;
    paths.as_array().unwrap().iter().map(|path| path.as_str().unwrap().to_owned()).collect()
}

/// What becomes of a request of the page: its status, or `failed`.
async fn fetched(tab: &Tab, address: &str) -> String {
    let ask = "fetch(ADDRESS).then((answer) => done(String(answer.status)), () => done('failed'))";
    tab.run_async(&ask.replace("ADDRESS", &quoted(address))).await.as_str().unwrap().to_owned()
}

/// Saves a picture as the app does for a reader.
async fn save(tab: &Tab, address: &str) {
    let put = "caches.open('gatefold-saved').then((cache) => cache.put(ADDRESS, new Response(\
        \"<svg xmlns='http://www.w3.org/2000/svg'/>\", { headers: { 'content-type': 'image/svg+xml' } }))).then(done)";
    tab.run_async(&put.replace("ADDRESS", &quoted(address))).await;
}

/// Puts the registration of the worker at `/app/` where conditions can read it.
async fn look_at_registration(tab: &Tab) {
    let look = "navigator.serviceWorker.getRegistration('/app/').then((one) => { window.registration = one; done() })";
    tab.run_async(look).await;
}

/// Opens a page of the site that is not the app's, so that no page of that is open.
async fn leave(tab: &Tab) {
    tab.site.put(
        "/beside.html",
        Reply::new("text/html", "<!doctype html><title>Beside</title><link rel=icon href=data:,>"),
    );
    tab.open(&format!("{}/beside.html", tab.site.origin)).await;
}

#[tokio::test]
async fn everything_of_the_app_is_kept_and_nothing_else() {
    scene(async |tab| {
        tab.site.header("content-security-policy", STRICT_POLICY);
        keep(tab).await;
        let kept: BTreeSet<String> = cached(tab, SHELL).await.into_iter().map(|path| path[1..].to_owned()).collect();
        let beside = ["index.html", "manifest.webmanifest"].map(str::to_owned);
        let icons = std::fs::read_dir(dist().join("icons")).unwrap();
        let icons = icons.map(|icon| format!("icons/{}", icon.unwrap().file_name().into_string().unwrap()));
        let app: BTreeSet<String> =
            hashed().into_iter().filter(|name| !name.starts_with("LICENSE")).chain(beside).chain(icons).collect();
        assert!(app.len() > 30, "{app:?}");
        assert_eq!(kept, app);
        assert_eq!(tab.strings("t.seen.violations").await, [] as [&str; 0]);
    })
    .await;
}

#[tokio::test]
async fn the_app_opens_without_a_network_at_any_of_its_addresses() {
    scene(async |tab| {
        keep(tab).await;
        tab.site.go_down(true);
        tab.expect_failed_requests();
        for address in
            ["?read=never-seen".to_owned(), "index.html?read=never-seen".to_owned(), tab.article_at("/own/x.json")]
        {
            tab.open(&address).await;
            assert_eq!(tab.failure_code().await, "network", "{address}");
            tab.wait("getComputedStyle(document.querySelector('.gatefold')).getPropertyValue('--_bg') !== ''").await;
        }
    })
    .await;
}

#[tokio::test]
async fn articles_and_other_files_are_always_the_networks() {
    scene(async |tab| {
        keep(tab).await;
        for path in ["/articles/tide-mill.json", "/articles/feed.json", "/schema/article-1.json", "/embed/gatefold.js"]
        {
            let before = tab.site.count(path);
            assert_eq!(fetched(tab, path).await, "200");
            assert_eq!(fetched(tab, path).await, "200");
            assert_eq!(tab.site.count(path), before + 2, "{path}");
        }
        tab.site.put("/own/page.html", Reply::new("text/html", "<!doctype html><h1>Another page</h1>"));
        tab.open("own/page.html?read=tide-mill").await;
        assert_eq!(tab.text("h1").await, "Another page");
        tab.site.go_down(true);
        tab.expect_failed_requests();
        for path in ["/articles/tide-mill.json", "/articles/feed.json", "/embed/gatefold.js", "/own/page.html"] {
            assert_eq!(fetched(tab, path).await, "failed", "{path}");
        }
    })
    .await;
}
