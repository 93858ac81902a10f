//! Ways to be rid of the worker.

use super::{javascript, keep, leave, look_at_registration, save, script};
use crate::browser::{Tab, scene};
use crate::pages::{article, encoded};
use crate::server::Reply;

const SAVED: &str = "gatefold-saved";

/// Waits until the worker is gone, and says what is in caches.
async fn gone(tab: &Tab) -> Vec<String> {
    for _ in 0..400 {
        let there = "navigator.serviceWorker.getRegistrations().then((all) => done(all.length))";
        if tab.run_async(there).await == 0 {
            return names(tab).await;
        }
        tab.settle().await;
    }
    panic!("the worker stays");
}

/// What caches there are.
async fn names(tab: &Tab) -> Vec<String> {
    let names = tab.run_async("caches.keys().then(done)").await;
    names.as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn off_takes_the_worker_away_and_leaves_what_was_saved() {
    scene(async |tab| {
        tab.site.mount("/app/");
        keep(tab).await;
        save(tab, "/own/saved.svg").await;
        // The page says so; it comes with the next release, here as if its turn had come.
        tab.site.option("data-offline", "off");
        let page = "caches.keys().then(async (names) => { const name = names.find((one) => one.startsWith('gatefold-shell-')); \
            const cache = await caches.open(name); for (const key of await cache.keys()) if (key.url.includes('index.html')) \
            await cache.delete(key); done() })";
        tab.run_async(page).await;
        tab.reload().await;
        tab.wait_ready("1").await;
        gone(tab).await;
        // The page is still that of a worker, which keeps the pictures that come; the next one is not.
        leave(tab).await;
        let asked = tab.site.count("/app/sw.js");
        tab.read("tide-mill").await;
        tab.settle().await;
        assert_eq!(names(tab).await, [SAVED]);
        assert_eq!(tab.site.count("/app/sw.js"), asked, "it is not asked for");
        assert_eq!(tab.value("navigator.serviceWorker.controller").await, serde_json::Value::Null);
    })
    .await;
}

#[tokio::test]
async fn the_script_in_its_place_takes_the_worker_away_and_leaves_what_was_saved() {
    scene(async |tab| {
        tab.site.mount("/app/");
        keep(tab).await;
        save(tab, "/own/saved.svg").await;
        tab.site.put("/app/sw.js", javascript(&script("sw-off.js")));
        look_at_registration(tab).await;
        tab.run_async("registration.update().then(done, done)").await;
        leave(tab).await;
        assert_eq!(gone(tab).await, [SAVED]);
        tab.read("tide-mill").await;
    })
    .await;
}

#[tokio::test]
async fn another_worker_of_the_same_folder_is_left_alone() {
    scene(async |tab| {
        tab.site.put("/theirs.js", javascript("addEventListener('fetch', () => {})"));
        leave(tab).await;
        tab.run_async(
            "navigator.serviceWorker.register('/theirs.js').then(() => navigator.serviceWorker.ready).then(done)",
        )
        .await;
        tab.site.option("data-offline", "on");
        tab.site.put("/own/given.json", Reply::json(&article("Given", &["One"])));
        tab.open(&format!("?article={}", encoded(&format!("{}/own/given.json", tab.site.origin)))).await;
        tab.wait_ready("1").await;
        tab.settle().await;
        let scripts =
            "navigator.serviceWorker.getRegistrations().then((all) => done(all.map((one) => one.active?.scriptURL)))";
        assert_eq!(tab.run_async(scripts).await, serde_json::json!([format!("{}/theirs.js", tab.site.origin)]));
        assert_eq!(tab.site.count("/sw.js"), 0);
    })
    .await;
}
