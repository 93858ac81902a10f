//! Lists of related articles as they should not be: what is good of them shows, and exactly one thing stands below.

use crate::browser::{Tab, scene};
use crate::pages::{Related, hub, items, page};
use crate::server::Reply;
use serde_json::{Value, json};

/// Opens an article whose list is this.
async fn open(tab: &Tab, list: Reply) {
    tab.site.put("/own/page-1.json", list);
    tab.read_json(&hub(json!({ "src": format!("{}/own/page-1.json", tab.site.origin) }))).await;
    tab.scroll_to("t.one('.related')").await;
}

fn feed(items: &Value, next: Option<&str>) -> Reply {
    Reply::json(
        &json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Related", "items": items, "next_url": next }),
    )
}

#[tokio::test]
async fn an_empty_one_leaves_no_heading_without_cards() {
    scene(async |tab| {
        open(tab, feed(&json!([]), None)).await;
        Related(tab).wait_foot("end").await;
        assert_eq!(tab.count(".related .card").await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_web_page_in_its_place_is_a_failure() {
    scene(async |tab| {
        open(tab, Reply::new("text/html", "<!doctype html><title>Sorry</title>")).await;
        Related(tab).wait_foot("failed").await;
        tab.wait("t.words(t.one('.related .failure__code')).includes('html')").await;
    })
    .await;
}

#[tokio::test]
async fn broken_items_are_left_out_among_good_ones() {
    scene(async |tab| {
        let mut mixed = items(tab, 0..2);
        let bad = [
            json!(null),
            json!(7),
            json!([]),
            json!({}),
            json!({ "title": [], "url": {} }),
            json!({ "url": "javascript:alert(1)" }),
        ];
        for (at, bad) in bad.into_iter().enumerate() {
            mixed.insert(at, bad);
        }
        open(tab, feed(&json!(mixed), None)).await;
        Related(tab).wait_cards(2).await;
        Related(tab).wait_foot("end").await;
        assert_eq!(Related(tab).titles().await, ["Neighbour 0", "Neighbour 1"]);
    })
    .await;
}

#[tokio::test]
async fn one_that_names_itself_next_ends() {
    scene(async |tab| {
        let first = items(tab, 0..4);
        open(tab, feed(&json!(first), Some("page-1.json"))).await;
        let related = Related(tab);
        related.wait_cards(4).await;
        related.wait_foot("end").await;
        assert_eq!(tab.site.count("/own/page-1.json"), 1);
    })
    .await;
}

#[tokio::test]
async fn a_third_page_that_fails_leaves_the_first_two() {
    scene(async |tab| {
        tab.expect_failed_requests();
        for at in 2..4 {
            let items = items(tab, 4 * at - 4..4 * at);
            tab.site.put(&format!("/own/page-{at}.json"), Reply::json(&page(&items, at + 1, 3)));
        }
        let third = page(&items(tab, 8..12), 4, 3);
        tab.site.put_each("/own/page-3.json", vec![Reply::status(403), Reply::json(&third)]);
        let first = items(tab, 0..4);
        open(tab, feed(&json!(first), Some("page-2.json"))).await;
        let related = Related(tab);
        related.wait_cards(4).await;
        related.more().await;
        related.wait_cards(8).await;
        related.more().await;
        related.wait_foot("failed").await;
        assert_eq!(tab.count(".related .card").await, 8);
        tab.click(".related__retry").await;
        related.wait_cards(12).await;
        related.wait_foot("end").await;
    })
    .await;
}

#[tokio::test]
async fn ten_thousand_items_come_four_at_a_time() {
    scene(async |tab| {
        let many: Vec<_> = (0..10_000)
            .map(|at| json!({ "id": format!("{}", at % 9_000), "title": format!("Item {at}"), "url": format!("https://example.org/{}", at % 9_000) }))
            .collect();
        open(tab, feed(&json!(many), None)).await;
        let related = Related(tab);
        related.wait_cards(4).await;
        related.wait_foot("more").await;
        related.more().await;
        related.wait_cards(8).await;
        assert_eq!(related.titles().await[7], "Item 7");
    })
    .await;
}
