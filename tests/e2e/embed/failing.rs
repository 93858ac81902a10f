//! When there is no article: what the page shows, what it is told, and how it is tried again.

use crate::browser::{Tab, scene};
use crate::pages::{article, engine};
use crate::server::{ASKED, Reply};

/// A page whose article is answered so, and then comes.
async fn failing(tab: &Tab, reply: Reply, inside: &str) {
    tab.expect_failed_requests();
    let given = Reply::json(&article("Given", &["One", "Two"]));
    if reply.passes() {
        tab.site.put_after("/own/given.json", &[reply], given);
    } else {
        tab.site.put_each("/own/given.json", vec![reply, given]);
    }
    tab.visit_with(&format!("<gatefold-reader src=/own/given.json>{inside}</gatefold-reader>")).await;
    tab.wait_told("error").await;
}

const FALLBACK: &str = "<p id=fallback>Written by hand.</p>";

#[tokio::test]
async fn an_article_that_is_missing_leaves_what_was_written() {
    scene(async |tab| {
        failing(tab, Reply::status(404), FALLBACK).await;
        tab.wait("t.shown(fallback) && t.shown(t.one('.failure'))").await;
        let detail = tab.value("t.of('error')[0]").await;
        assert_eq!((&detail["code"], &detail["retryable"]), (&"http-404".into(), &false.into()));
        assert_eq!(detail["object"], format!("{}/own/given.json", tab.site.origin));
        assert!(!detail["message"].as_str().unwrap_or_default().is_empty() && !detail["cause"].is_null(), "{detail}");
        let told = tab.run_async("t.outcome(t.host().ready).then(done)").await;
        assert_eq!(told["failed"], "http-404");
        assert_eq!(tab.string("t.words(t.one('.failure__code'))").await, "Code: http-404");
        // What is missing is not there a moment later; the page may try all the same.
        assert!(tab.value("t.one('.failure__retry')").await.is_null());
        let told = tab.run_async("t.outcome(t.host().reload()).then(done)").await;
        assert_eq!(told["value"]["title"], "Given");
        tab.wait("!t.shown(fallback) && !t.one('.failure') && t.shown(t.one('h1'))").await;
    })
    .await;
}

#[tokio::test]
async fn trying_again_brings_the_article_once_the_server_is_well() {
    scene(async |tab| {
        failing(tab, Reply::status(503), FALLBACK).await;
        tab.wait("t.shown(fallback) && t.shown(t.one('.failure__retry'))").await;
        assert_eq!(tab.value("t.of('error')[0].code").await, "http-503");
        assert_eq!(tab.value("t.of('error')[0].retryable").await, true);
        tab.click_inside(".failure__retry").await;
        tab.wait_told("ready").await;
        tab.wait("!t.shown(fallback) && !t.one('.failure') && t.shown(t.one('h1'))").await;
        assert_eq!(tab.site.count("/own/given.json"), ASKED + 1);
        assert_eq!(tab.run_async("t.host().ready.then(done)").await["title"], "Given");
    })
    .await;
}

#[tokio::test]
async fn each_failure_is_told_again() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.site.put("/own/given.json", Reply::status(500));
        tab.visit_with("<gatefold-reader src=/own/given.json></gatefold-reader>").await;
        tab.wait_told("error").await;
        tab.click_inside(".failure__retry").await;
        tab.wait("t.count('error') === 2").await;
        assert_eq!(tab.strings("t.of('error').map((one) => one.code)").await, ["http-500", "http-500"]);
    })
    .await;
}

#[tokio::test]
async fn other_failures_have_codes_of_their_own() {
    scene(async |tab| {
        tab.expect_failed_requests();
        for (name, code) in [
            ("html", "html"),
            ("empty", "empty"),
            ("truncated", "syntax"),
            ("not-an-article", "format"),
            ("nothing-to-show", "format"),
            ("403", "http-403"),
        ] {
            tab.visit_with(&format!("<gatefold-reader src=/fault/{name}.json>{FALLBACK}</gatefold-reader>")).await;
            tab.wait_told("error").await;
            assert_eq!(tab.value("t.of('error')[0].code").await, code, "{name}");
            tab.wait("t.shown(fallback)").await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_takes_too_long_is_a_timeout() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.visit_with("<gatefold-reader src=/fault/hang.json timeout=1></gatefold-reader>").await;
        tab.wait_told("error").await;
        assert_eq!(tab.value("t.of('error')[0].code").await, "timeout");
        tab.wait("t.signals['/fault/hang.json'].aborted").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_names_no_article_is_told() {
    scene(async |tab| {
        tab.expect_error("neither `src` nor an article is given");
        tab.visit_with(&format!("<gatefold-reader>{FALLBACK}</gatefold-reader>")).await;
        tab.wait_told("error").await;
        assert_eq!(tab.value("t.of('error')[0].code").await, "refused");
        tab.wait("t.shown(fallback)").await;
    })
    .await;
}

#[tokio::test]
async fn without_the_program_what_was_written_stays() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.expect_error("_bg.wasm: ");
        tab.site.put(&engine(), Reply::status(404));
        tab.visit_with(&format!("<gatefold-reader src=/articles/tide-mill.json>{FALLBACK}</gatefold-reader>")).await;
        tab.wait_told("error").await;
        assert_eq!(tab.value("t.of('error')[0].code").await, "engine-missing");
        tab.wait("t.shown(fallback) && !t.one('h1')").await;
    })
    .await;
}

#[tokio::test]
async fn without_the_program_an_empty_element_says_so_and_tries_again() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.expect_error("_bg.wasm: ");
        let file = std::fs::read(crate::server::dist().join(&engine()[1..])).expect("the program");
        tab.site.put_each(&engine(), vec![Reply::status(503), Reply::new("application/wasm", file)]);
        tab.visit_with("<gatefold-reader src=/articles/tide-mill.json></gatefold-reader>").await;
        tab.wait_told("error").await;
        tab.wait("t.one('.failure').role === 'alert' && t.words(t.one('.failure__title')).length > 10").await;
        tab.click_inside(".failure__retry").await;
        tab.wait_told("ready").await;
        tab.wait("!t.one('.failure') && t.shown(t.one('h1'))").await;
    })
    .await;
}

#[tokio::test]
async fn a_reload_that_fails_keeps_the_article() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.site.put_each("/own/given.json", vec![Reply::json(&article("Given", &["One"])), Reply::status(500)]);
        tab.visit_with(&format!("<gatefold-reader src=/own/given.json>{FALLBACK}</gatefold-reader>")).await;
        tab.wait_told("ready").await;
        let told = tab.run_async("t.outcome(t.host().reload()).then(done)").await;
        assert_eq!(told["failed"], "http-500");
        tab.wait("t.shown(t.one('h1')) && t.shown(t.one('.stale')) && !t.shown(fallback)").await;
    })
    .await;
}

#[tokio::test]
async fn the_pages_that_were_there_before_stay_readable() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.visit("fallback.html").await;
        tab.wait("t.count('ready') === 1 && t.count('error') === 2").await;
        tab.wait("t.isComplete(good) && !t.shown(good.querySelector('h1'))").await;
        tab.wait("t.shown(missing.querySelector('h2')) && t.shown(missing.querySelector('a'))").await;
        tab.wait("t.shown(t.inside('.failure', nothing))").await;
    })
    .await;
}
