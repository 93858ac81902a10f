//! A program that is missing, cut short or something else: what was written shows, or a sentence; and trying again starts it
//! once it is whole.

use crate::browser::{Tab, scene};
use crate::pages::{article, embedded, engine, glue};
use crate::server::{Reply, dist};

const TWO: &str = "<gatefold-reader id=written loading=eager src=/own/given.json><p id=fallback>Written by hand.</p></gatefold-reader>\
    <gatefold-reader id=bare loading=eager src=/own/given.json></gatefold-reader>";

/// What makes the page remember what nobody caught.
const CATCH: &str = "<script>window.uncaught = []; addEventListener('error', (event) => uncaught.push(event.message)); \
    addEventListener('unhandledrejection', (event) => uncaught.push(String(event.reason)))</script>";

fn file(path: &str) -> Vec<u8> {
    std::fs::read(dist().join(&path[1..])).expect("the build has that file")
}

/// A file of the program comes so, and then as it should.
async fn broken(tab: &Tab, path: &str, mime: &str, what: &str, reply: Reply) {
    tab.site.put("/own/given.json", Reply::json(&article("Given", &["One", "Two"])));
    tab.site.put(path, reply);
    tab.visit_with(&format!("{CATCH}{TWO}")).await;
    tab.wait("t.count('error') === 2").await;
    let codes = tab.strings("t.of('error').map(({ code }) => code)").await;
    assert!(codes.iter().all(|code| code.starts_with("engine-")), "{what}: {codes:?}");
    tab.wait("t.shown(fallback) && !t.inside('h1', written)").await;
    tab.wait("t.words(t.inside('.failure__title', bare)).length > 10 && t.inside('.failure', bare).role === 'alert'")
        .await;
    tab.site.put(path, Reply::new(mime, file(path)));
    tab.click_on("t.inside('.failure__retry', bare)").await;
    tab.run_async("written.reload().then(done, done)").await;
    tab.wait("t.isComplete(bare) && t.isComplete(written) && !t.shown(fallback) && !t.inside('.failure', bare)").await;
    assert_eq!(tab.strings("uncaught").await, [] as [&str; 0], "{what}");
}

/// Every way in which a file comes broken.
async fn broken_in_every_way(tab: &Tab, path: &str, mime: &str) {
    tab.expect_failed_requests();
    // What the reader says itself, and how browsers put it that a module is none.
    for text in [
        "Gatefold:",
        "Failed to load module script",
        "was blocked because of a disallowed MIME type",
        "Loading module from",
    ] {
        tab.expect_error(text);
    }
    let whole = file(path);
    let page = "<!doctype html><title>Sign in</title><p>Welcome to the café's network.";
    let ways = [
        ("missing", Reply::status(404)),
        ("failing", Reply::status(503)),
        ("half", Reply::new(mime, &whole[..whole.len() / 2])),
        ("broken off", Reply::new(mime, &whole[..]).broken()),
        ("a page in its place", Reply::new("text/html", page)),
        ("a page called by its type", Reply::new(mime, page)),
        ("garbage", Reply::new(mime, [&whole[..1000], &[0x7f; 4000]].concat())),
    ];
    for (what, reply) in ways {
        broken(tab, path, mime, what, reply).await;
    }
}

#[tokio::test]
async fn a_broken_program_leaves_what_was_written_and_starts_once_it_is_whole() {
    scene(async |tab| broken_in_every_way(tab, &engine(), "application/wasm").await).await;
}

#[tokio::test]
async fn a_broken_script_of_it_leaves_what_was_written_and_starts_once_it_is_whole() {
    scene(async |tab| broken_in_every_way(tab, &glue(), "text/javascript").await).await;
}

#[tokio::test]
async fn an_empty_program_or_script_is_a_failure_like_another() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.expect_error("Gatefold:");
        broken(tab, &engine(), "application/wasm", "an empty program", Reply::new("application/wasm", "")).await;
        broken(tab, &glue(), "text/javascript", "an empty script", Reply::new("text/javascript", "")).await;
    })
    .await;
}

#[tokio::test]
async fn a_program_that_is_sent_as_something_else_is_used_with_a_warning() {
    scene(async |tab| {
        tab.site.put("/own/given.json", Reply::json(&article("Given", &["One", "Two"])));
        for mime in ["text/plain", "application/octet-stream", ""] {
            tab.site.put(&engine(), Reply::new(mime, file(&engine())));
            tab.visit_with(&format!("{CATCH}{TWO}")).await;
            tab.wait("t.isComplete(bare) && t.isComplete(written)").await;
            tab.wait("t.warnings.some((one) => one.includes('needed as application/wasm')) && uncaught.length === 0")
                .await;
        }
    })
    .await;
}

#[tokio::test]
async fn without_webassembly_the_page_is_as_it_was_written() {
    scene(async |tab| {
        tab.expect_error("Gatefold:");
        tab.before_load("delete window.WebAssembly").await;
        tab.site.put("/own/given.json", Reply::json(&article("Given", &["One", "Two"])));
        tab.visit_with(&format!("{CATCH}{TWO}")).await;
        tab.wait("t.count('error') === 2").await;
        assert_eq!(tab.strings("t.of('error').map(({ code }) => code)").await, ["engine-blocked"; 2]);
        tab.wait("t.shown(fallback) && t.words(t.inside('.failure__title', bare)).length > 10").await;
        tab.wait("!t.inside('.failure__retry', bare) && uncaught.length === 0").await;
    })
    .await;
}

#[tokio::test]
async fn readers_that_wait_for_the_same_part_all_get_it() {
    scene(async |tab| {
        let gate = tab.site.hold(&embedded("formats"));
        for name in ["a", "b", "c"] {
            let post = serde_json::json!({ "id": 1, "title": { "rendered": name }, "content": { "rendered": "<p>Words.</p>" } });
            tab.site.put(&format!("/own/{name}.json"), Reply::json(&post));
        }
        let one = |name| format!("<gatefold-reader loading=eager id={name} src=/own/{name}.json></gatefold-reader>");
        tab.visit_with(&["a", "b", "c"].map(one).concat()).await;
        tab.wait_for("the part is asked for", || tab.site.count(&embedded("formats")) > 0).await;
        tab.settle().await;
        gate.open();
        tab.wait("t.count('ready') === 3 && [a, b, c].every(t.isComplete)").await;
        assert_eq!(tab.site.count(&embedded("formats")), 1);
    })
    .await;
}
