//! When the program stops: the elements that it served go on, or say so, and a fresh one takes over.
//!
//! A real one stops by `unreachable`; here the page makes it stop where it asks for a heading.

use crate::browser::{Tab, scene};
use crate::pages::article;
use crate::server::Reply;

/// When the program asks for the first heading of an article it stops, as often as `stops` says. It stands in the page:
/// what its driver runs is nobody's script, and nobody hears of its errors.
const STOP: &str = "const { createElement } = Document.prototype; Document.prototype.createElement = function (name, ...more) { \
    if (name === 'h1' && window.stops > 0 && new Error().stack.includes('wasm')) { stops--; throw new WebAssembly.RuntimeError('unreachable'); } \
    return createElement.call(this, name, ...more); };";

const FALLBACK: &str = "<p>Written by hand.</p>";

/// Two elements, `one` and `two`; the program will stop, once, when `one` gets its next article.
async fn with_two(tab: &Tab) {
    tab.expect_error("unreachable");
    tab.site.put("/own/one.json", Reply::json(&article("First", &["One", "Two"])));
    tab.site.put("/own/two.json", Reply::json(&article("Second", &["Three", "Four", "Five"])));
    tab.visit_with(&format!(
        "<script>{STOP}</script><gatefold-reader id=one loading=eager src=/own/one.json>{FALLBACK}</gatefold-reader>\
         <gatefold-reader id=two loading=eager src=/own/two.json>{FALLBACK}</gatefold-reader>"
    ))
    .await;
    tab.wait("t.count('ready') === 2").await;
    tab.run("window.stops = 1; t.told.length = 0; one.article = { gatefold: 1, title: 'Third', sections: [{ blocks: ['Text.'] }] }")
        .await;
    tab.wait("stops === 0 && t.count('error') > 0").await;
}

#[tokio::test]
async fn the_page_is_told_and_what_was_written_shows_again() {
    scene(async |tab| {
        with_two(tab).await;
        assert_eq!(tab.value("t.told.find(({ name }) => name === 'error').detail.code").await, "crashed");
        tab.wait(
            "t.of('error').length === t.told.filter(({ name, detail }) => name === 'error' && detail.retryable).length",
        )
        .await;
        tab.wait("t.shown(one.querySelector('p')) && t.inside('.failure__retry', one)").await;
    })
    .await;
}

#[tokio::test]
async fn the_others_go_on_by_themselves() {
    scene(async |tab| {
        with_two(tab).await;
        tab.wait("t.told.some(({ name, id }) => name === 'ready' && id === 'two')").await;
        tab.wait("t.isComplete(two) && !t.shown(two.querySelector('p')) && !t.inside('.failure', two)").await;
        // It is alive, not a picture of itself.
        tab.run("two.collapseAll()").await;
        tab.wait("t.insideAll('.section__toggle', two).every((button) => button.ariaExpanded === 'false')").await;
        tab.wait("t.insideAll('.section__toggle', two).length === 3").await;
    })
    .await;
}

#[tokio::test]
async fn trying_again_starts_a_fresh_program() {
    scene(async |tab| {
        with_two(tab).await;
        tab.run("t.inside('.failure__retry', one).click()").await;
        tab.wait("t.isComplete(one) && t.words(t.inside('h1', one)) === 'Third' && !t.inside('.failure', one)").await;
        tab.wait("!t.shown(one.querySelector('p'))").await;
    })
    .await;
}

#[tokio::test]
async fn one_that_stops_every_time_is_not_started_for_ever() {
    scene(async |tab| {
        with_two(tab).await;
        tab.wait("t.isComplete(two)").await;
        for round in 1..=2 {
            tab.run("window.stops = 1; t.told.length = 0; one.reload()").await;
            tab.wait("stops === 0 && t.told.some(({ name, id }) => name === 'error' && id === 'one')").await;
            if round == 1 {
                tab.wait("t.told.some(({ name, id }) => name === 'ready' && id === 'two')").await;
            }
        }
        // After so many in a minute the reader decides.
        tab.wait("t.shown(t.inside('.failure__retry', two)) && t.shown(two.querySelector('p'))").await;
        tab.run("t.inside('.failure__retry', two).click()").await;
        tab.wait("t.isComplete(two)").await;
    })
    .await;
}
