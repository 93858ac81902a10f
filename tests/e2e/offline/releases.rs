//! Releases: an open page keeps its files, and no page of one release gets those of another.

use super::{SHELL, cached, hashed, javascript, keep, leave, look_at_registration, script};
use crate::browser::scene;
use crate::server::Reply;

#[tokio::test]
async fn an_open_page_finds_its_late_parts_after_a_release_that_waits_for_it() {
    scene(async |tab| {
        tab.site.mount("/app/");
        keep(tab).await;
        // The files of this release are gone; the next one calls a part otherwise.
        let worker = script("sw.js");
        let old = hashed().into_iter().find(|name| name.starts_with("share-") && name.ends_with(".wasm")).unwrap();
        let new = "share-0123456789abcdef.wasm";
        assert_eq!(worker.matches(&old).count(), 1);
        for name in hashed() {
            tab.site.put(&format!("/app/{name}"), Reply::status(404));
        }
        tab.site.put(&format!("/app/{new}"), Reply::new("application/wasm", "not yet wanted"));
        tab.site.put("/app/sw.js", javascript(&worker.replace(&old, new)));
        look_at_registration(tab).await;
        tab.run_async("registration.update().then(done)").await;
        tab.wait("registration.waiting").await;
        let asked = tab.site.count(&format!("/app/{old}"));
        tab.click(".share-open").await;
        tab.wait("document.querySelector('.share-dialog:modal')").await;
        assert_eq!(tab.site.count(&format!("/app/{old}")), asked, "the part is there already");
        let holds = |paths: &[String], name: &str| paths.contains(&format!("/app/{name}"));
        let paths = cached(tab, SHELL).await;
        assert!(holds(&paths, &old) && holds(&paths, new), "{paths:?}");
        // With the page goes what only that needed.
        leave(tab).await;
        look_at_registration(tab).await;
        tab.wait("registration.active?.state === 'activated' && !registration.waiting").await;
        let paths = cached(tab, SHELL).await;
        assert!(!holds(&paths, &old) && holds(&paths, new), "{paths:?}");
        tab.read("tide-mill").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_of_another_release_is_not_taken_for_this_ones() {
    scene(async |tab| {
        tab.site.mount("/app/");
        keep(tab).await;
        let worker = script("sw.js");
        let boot = hashed().into_iter().find(|name| name.starts_with("boot-")).unwrap();
        let at = worker.find("\"index.html\",\"revision\":\"").expect("the page's revision") + 25;
        let other = worker.replace(&worker[at..at + 16], "0123456789abcdef").replace(&boot, "boot-0123456789abcdef.js");
        assert_ne!(other, worker);
        tab.site.put("/app/boot-0123456789abcdef.js", javascript("export {}"));
        tab.site.put("/app/sw.js", javascript(&other));
        look_at_registration(tab).await;
        tab.expect_error("bad-precaching-response");
        tab.run_async("registration.update().then(done, done)").await;
        let ended = "new Promise((ended) => { const one = registration.installing; if (!one) ended(); \
            else one.onstatechange = () => one.state === 'redundant' && ended() }).then(done)";
        tab.run_async(ended).await;
        tab.wait("!registration.waiting && !registration.installing && registration.active.state === 'activated'")
            .await;
        tab.reload().await;
        tab.wait_ready("1").await;
    })
    .await;
}
