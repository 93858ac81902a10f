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

#[tokio::test]
async fn html_of_a_cms_does_not_violate_it() {
    scene(async |tab| {
        let body = "<!-- wp:paragraph --><p style=\"color: red; font-size: 9px\" onclick=\"alert(1)\">The <b>ford</b> opens at six.</p>\
            <h2 style=\"text-align:center\">Low water</h2><p>Then it closes.</p><script>alert(1)</script><style>p { color: red }</style>\
            <figure class=\"wp-block-image\"><img src=\"/images/mill.svg\" alt=\"A mill\" style=\"width:1px\" onerror=\"alert(1)\"></figure>\
            <iframe src=\"https://video.example/1\"></iframe><ul><li>One</li><li>Two</li></ul>";
        let post = json!({ "id": 1, "link": "https://news.example/p", "date_gmt": "2026-10-12T08:00:00",
            "title": { "rendered": "The ford &#8211; again" }, "content": { "rendered": body } });
        tab.site.put("/own/post.json", Reply::json(&post));
        tab.visit_ready("strict.html").await;
        tab.run("t.host().src = '/own/post.json'").await;
        tab.wait("t.count('ready') === 2").await;
        assert_eq!(tab.string("t.words(t.one('h1'))").await, "The ford – again");
        tab.wait("t.words(t.one('.prose strong')) === 'ford' && t.words(t.one('.section__title')) === 'Low water'").await;
        tab.wait("!t.one('.article :is(script, style, iframe)') && !t.seen.alerts.length").await;
        tab.scroll_through().await;
        expect_no_violation(tab, "a post").await;
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
            tab.run(&format!("t.host().sections = 'open'; t.host().src = '/articles/{name}.json'")).await;
            tab.wait(&format!("t.count('ready') === {}", count + 2)).await;
            tab.scroll_through().await;
            // Media of the page's own server are more than this policy allows; nothing else may be refused.
            let refused = tab.strings("t.seen.violations.filter((one) => !one.startsWith('media-src '))").await;
            assert_eq!(refused, [] as [&str; 0], "{name}");
        }
    })
    .await;
}
