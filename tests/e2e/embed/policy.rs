//! The strictest policy that the element promises to work under: `strict.html`.

use crate::browser::{Tab, scene};
use crate::pages::{ShareDialog, article};
use crate::server::Reply;
use serde_json::json;

async fn expect_no_violation(tab: &Tab, state: &str) {
    tab.settle().await;
    assert_eq!(tab.strings("violations.map((one) => JSON.stringify(one))").await, [] as [&str; 0], "{state}");
    assert_eq!(tab.strings("t.seen.violations").await, [] as [&str; 0], "{state}");
}

#[tokio::test]
async fn it_is_never_violated() {
    scene(async |tab| {
        tab.visit_ready("strict.html").await;
        tab.wait("getComputedStyle(t.one('h1')).fontWeight > 400").await;
        tab.scroll_through().await;
        tab.wait("t.one('.related .card')").await;
        expect_no_violation(tab, "an article").await;
        ShareDialog(tab).open().await;
        expect_no_violation(tab, "the share dialog").await;
    })
    .await;
}

/// Shows a post with that body on the strict page.
async fn show_post(tab: &Tab, body: &str) {
    let post = json!({ "id": 1, "link": format!("{}/p", tab.site.origin), "date_gmt": "2026-10-12T08:00:00",
        "title": { "rendered": "The ford &#8211; again" }, "content": { "rendered": body } });
    tab.site.put("/own/post.json", Reply::json(&post));
    tab.visit_ready("strict.html").await;
    tab.run("t.host().src = '/own/post.json'").await;
    tab.wait("t.count('ready') === 2").await;
    assert_eq!(tab.string("t.words(t.one('h1'))").await, "The ford – again");
    tab.scroll_through().await;
}

#[tokio::test]
async fn html_of_a_cms_does_not_violate_it() {
    scene(async |tab| {
        let body = "<!-- wp:paragraph --><p style=\"color: red; font-size: 9px\">The <b>ford</b> opens at six.</p>\
            <h2 style=\"text-align:center\">Low water</h2><p>Then it closes.</p><script>alert(1)</script>\
            <figure class=\"wp-block-image\"><img src=\"/images/mill.svg\" alt=\"A mill\" style=\"width:1px\"></figure>\
            <iframe src=\"https://video.example/1\"></iframe><ul><li>One</li><li>Two</li></ul>";
        show_post(tab, body).await;
        tab.wait("t.words(t.one('.prose strong')) === 'ford' && t.words(t.one('.section__title')) === 'Low water'")
            .await;
        tab.wait("!t.one('.article :is(script, iframe)') && !t.seen.alerts.length").await;
        expect_no_violation(tab, "a post").await;
    })
    .await;
}

#[tokio::test]
async fn what_html_brings_to_run_or_to_dress_itself_does_not_violate_it() {
    scene(async |tab| {
        for body in [
            "<p onclick=\"alert(1)\">The ford opens at six.</p><img src=\"/images/mill.svg\" alt=\"\" onerror=\"alert(1)\">",
            "<p>The ford opens at six.</p><style>p { color: red }</style>",
            "<p>The ford <svg><style>p { color: red }</style><a onclick=\"alert(1)\">opens</a></svg> at six.</p>",
            "<a href=\"javascript:alert(1)\">The ford</a> opens at six.<link rel=\"stylesheet\" href=\"/evil.css\">",
        ] {
            show_post(tab, body).await;
            tab.wait("!t.one('.article :is(script, style, link)') && !t.seen.alerts.length").await;
            expect_no_violation(tab, body).await;
        }
    })
    .await;
}

#[tokio::test]
async fn failures_and_articles_given_by_script_do_not_violate_it() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.visit_ready("strict.html").await;
        tab.run("t.host().src = '/fault/500.json'").await;
        tab.wait_told("error").await;
        tab.wait("t.shown(t.one('.failure'))").await;
        expect_no_violation(tab, "a failure").await;
        tab.run(&format!("t.host().article = {}", article("Given", &["One", "Two", "Three"]))).await;
        tab.wait("t.count('ready') === 2").await;
        for theme in ["dark", "sepia"] {
            tab.run(&format!("t.host().theme = '{theme}'")).await;
        }
        tab.run_async("t.host().openShare().then(done)").await;
        ShareDialog(tab).wait_open().await;
        expect_no_violation(tab, "an article given by script").await;
    })
    .await;
}

#[tokio::test]
async fn every_kind_of_block_keeps_to_it() {
    scene(async |tab| {
        tab.expect_error("no-such-");
        tab.expect_error("Loading media from");
        tab.visit_ready("strict.html").await;
        for (count, name) in ["every-block", "footnotes", "japanese", "arabic"].into_iter().enumerate() {
            tab.task(&format!("t.host().sections = 'open'; t.host().src = '/articles/{name}.json'")).await;
            tab.wait(&format!("t.count('ready') === {}", count + 2)).await;
            tab.scroll_through().await;
            // Media of the page's own server are more than this policy allows; nothing else may be refused.
            let refused = tab.strings("t.seen.violations.filter((one) => !one.startsWith('media-src '))").await;
            assert_eq!(refused, [] as [&str; 0], "{name}");
        }
    })
    .await;
}
