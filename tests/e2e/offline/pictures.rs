//! Pictures without a network.

use super::{cached, keep, save};
use crate::browser::{Tab, quoted, scene};
use crate::server::{Reply, Site};

const PICTURES: &str = "gatefold-pictures";
const SVG: &str = "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";

/// Waits until a cache holds that many.
async fn wait_cached(tab: &Tab, cache: &str, holds: impl Fn(&[String]) -> bool) {
    for _ in 0..400 {
        if holds(&cached(tab, cache).await) {
            return;
        }
        tab.settle().await;
    }
    panic!("{cache} holds {:?}", cached(tab, cache).await);
}

/// Whether a picture comes.
async fn comes(tab: &Tab, address: &str) -> bool {
    let look =
        "const one = new Image(); one.onload = () => done(true); one.onerror = () => done(false); one.src = ADDRESS";
    tab.run_async(&look.replace("ADDRESS", &quoted(address))).await.as_bool().unwrap()
}

fn picture() -> Reply {
    Reply::new("image/svg+xml", SVG).storable()
}

#[tokio::test]
async fn pictures_come_as_they_were_where_there_is_no_network() {
    scene(async |tab| {
        keep(tab).await;
        tab.site.put("/own/seen.svg", picture());
        assert!(comes(tab, "/own/seen.svg").await);
        wait_cached(tab, PICTURES, |paths| paths.contains(&"/own/seen.svg".to_owned())).await;
        tab.site.put("/own/gone.svg", Reply::status(404));
        tab.expect_failed_requests();
        assert!(!comes(tab, "/own/gone.svg").await);
        tab.site.put("/own/private.svg", Reply::new("image/svg+xml", SVG));
        assert!(comes(tab, "/own/private.svg").await);
        let other = Site::open().await;
        other.put("/own/other.svg", picture());
        other.put("/own/saved.svg", picture());
        let at_other = |path: &str| format!("{}{path}", other.origin);
        assert!(comes(tab, &at_other("/own/other.svg")).await, "other origins are not in the way");
        for address in ["/own/saved.svg", &at_other("/own/saved.svg")] {
            save(tab, address).await;
        }
        tab.site.go_down(true);
        other.go_down(true);
        // The worker looks what is saved whenever the app is opened.
        tab.open("?read=never-seen").await;
        tab.wait_ready("failed").await;
        for (address, kept) in
            [("/own/seen.svg", true), ("/own/gone.svg", false), ("/own/private.svg", false), ("/own/saved.svg", true)]
        {
            assert_eq!(comes(tab, address).await, kept, "{address}");
        }
        assert!(comes(tab, &at_other("/own/saved.svg")).await, "saved, of another origin");
        assert!(!comes(tab, &at_other("/own/other.svg")).await, "not saved, of another origin");
        let kept = cached(tab, PICTURES).await;
        assert!(
            !kept.contains(&"/own/gone.svg".to_owned()) && !kept.contains(&"/own/other.svg".to_owned()),
            "{kept:?}"
        );
    })
    .await;
}

#[tokio::test]
async fn the_pictures_that_were_not_seen_for_longest_make_room() {
    scene(async |tab| {
        keep(tab).await;
        for at in 0..310 {
            tab.site.put(&format!("/own/{at}.svg"), picture());
        }
        let all = "(async () => { for (let at = 0; at < 310; at += 1) { const one = new Image(); one.src = `/own/${at}.svg`; \
            await one.decode().catch(() => {}) } done() })()";
        tab.run_async(all).await;
        let last = "/own/309.svg".to_owned();
        wait_cached(tab, PICTURES, |paths| paths.len() == 300 && paths.contains(&last)).await;
        assert!(!cached(tab, PICTURES).await.contains(&"/own/0.svg".to_owned()));
    })
    .await;
}
