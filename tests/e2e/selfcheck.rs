//! The harness itself: a test that could not fail would prove nothing.

use crate::browser::scene;
use crate::server::Reply;

/// A page of its own at `/own-page.html`.
fn page(body: &str) -> Reply {
    Reply::new("text/html", format!("<!doctype html><html lang=en><title>Page</title><body>{body}"))
}

#[tokio::test]
#[should_panic(expected = "never came true: document.title === 'Other'")]
async fn a_condition_that_stays_false_fails() {
    scene(async |tab| {
        tab.site.put("/page", page("<h1>Page</h1>"));
        tab.be_patient(0);
        tab.open(&format!("{}/page", tab.site.origin)).await;
        tab.wait("document.title === 'Other'").await;
    })
    .await;
}

#[tokio::test]
#[should_panic(expected = "errors in the console")]
async fn an_uncaught_error_fails() {
    scene(async |tab| {
        tab.site.put("/page", page("<script>throw new Error('loose')</script>"));
        tab.open(&format!("{}/page", tab.site.origin)).await;
    })
    .await;
}

#[tokio::test]
#[should_panic(expected = "color-contrast")]
async fn pale_text_fails() {
    scene(async |tab| {
        tab.site.put("/page", page("<main><h1>Page</h1><p><font color=#ddd>Pale</font></main>"));
        tab.open(&format!("{}/page", tab.site.origin)).await;
        tab.expect_accessible("the page").await;
    })
    .await;
}

#[tokio::test]
async fn a_violated_policy_is_seen() {
    scene(async |tab| {
        tab.site.put("/page", page("<h1>Page</h1><script>document.title = 'ran'</script>"));
        tab.site.header("content-security-policy", crate::server::STRICT_POLICY);
        tab.expect_error("Content Security Policy");
        tab.open(&format!("{}/page", tab.site.origin)).await;
        tab.wait("t.seen.violations.length === 1 && document.title === 'Page'").await;
    })
    .await;
}

#[tokio::test]
async fn a_request_to_another_host_is_seen_and_nothing_else_is() {
    scene(async |tab| {
        tab.site.put("/page", page("<h1>Page</h1>"));
        tab.open(&format!("{}/page", tab.site.origin)).await;
        tab.settle().await;
        assert_eq!(tab.outside.hosts(), [] as [&str; 0]);
        tab.expect_failed_requests();
        tab.run("new Image().src = 'https://tracker.example/pixel.gif'; new Image().src = 'http://plain.example/'")
            .await;
        tab.wait_for("two hosts", || tab.outside.hosts().len() >= 2).await;
        let mut hosts = tab.outside.hosts();
        hosts.sort();
        hosts.dedup();
        assert_eq!(hosts, ["plain.example", "tracker.example"]);
    })
    .await;
}

#[tokio::test]
async fn a_held_answer_comes_when_the_gate_opens() {
    scene(async |tab| {
        tab.site.put("/page", page("<h1>Page</h1>"));
        tab.site.put("/late.json", Reply::json(&serde_json::json!({ "late": true })));
        let gate = tab.site.hold("/late.json");
        tab.open(&format!("{}/page", tab.site.origin)).await;
        tab.run("fetch('/late.json').then((answer) => answer.json()).then(() => document.title = 'Late')").await;
        tab.wait_for("the request", || tab.site.count("/late.json") == 1).await;
        tab.settle().await;
        assert_eq!(tab.string("document.title").await, "Page");
        gate.open();
        tab.wait("document.title === 'Late'").await;
    })
    .await;
}
