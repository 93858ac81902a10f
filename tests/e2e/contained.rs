//! A browser that lacks something, refuses something or lies: what it has suffices for reading.
//!
//! 1. A script that runs before the page's own takes something away ([`without`]).
//! 2. An element on somebody's page shows its article, does what a reader asks of it, and goes; then the app does
//!    ([`an_element_is_read`], [`the_app_is_read`]).
//! 3. What the page throws and nobody catches fails the test, as everywhere.

use crate::browser::{Tab, scene};
use crate::pages::article;
use crate::server::Reply;
use serde_json::json;

const FALLBACK: &str = "<p id=fallback>Written by hand.</p>";

/// Shows an article with related ones in an element, and does what one can do there.
async fn an_element_is_read(tab: &Tab, what: &str) {
    let mut given = article("Given", &["One", "Two"]);
    given["published"] = json!("2026-10-12T08:00:00Z");
    given["updated"] = json!("2026-10-13");
    given["authors"] = json!([{ "name": "Ada Fenwick" }, { "name": "Jan Holm" }, { "name": "Mu Chen" }]);
    let card = |at: usize| json!({ "title": format!("Card {at}"), "url": format!("/{at}"), "published": "2026-10-12T08:00:00Z" });
    given["related"] = json!({ "items": (1..=30).map(card).collect::<Vec<_>>() });
    tab.site.put("/own/given.json", Reply::json(&given));
    let element = format!("<gatefold-reader src=/own/given.json settings=on>{FALLBACK}</gatefold-reader>");
    tab.visit_with(&element).await;
    tab.wait("t.count('ready') + t.count('error') > 0").await;
    assert_eq!(tab.value("t.of('error')").await, json!([]), "{what}");
    tab.wait("t.isComplete(t.host()) && !t.shown(fallback)").await;
    tab.wait_sections(&["One", "Two"], "open").await;
    tab.toggle("Two").await;
    tab.wait_sections(&["Two"], "closed").await;
    tab.scroll_through().await;
    tab.wait("t.insideAll('.card').length > 0").await;
    // A dialog that cannot be modal may stay closed; the article goes on.
    tab.run_async("t.outcome(t.host().openShare()).then(done)").await;
    tab.run_async("t.host().expandAll().then(done)").await;
    tab.wait_sections(&["Two"], "open").await;
    tab.run("t.host().remove()").await;
    tab.settle().await;
    assert_eq!(tab.value("t.of('error')").await, json!([]), "{what}");
}

/// Reads an article of the app, and goes back to the list.
async fn the_app_is_read(tab: &Tab, what: &str) {
    tab.read("tide-mill").await;
    let title = tab.text("h1").await;
    assert!(!title.is_empty(), "{what}");
    tab.toggle("The stones").await;
    tab.wait_sections(&["The stones"], "closed").await;
    tab.scroll_through().await;
    tab.click_on("t.one('.masthead__home')").await;
    tab.wait_ready("library").await;
    tab.wait("document.querySelectorAll('.library .card').length > 3").await;
}

/// Reads without what the script takes away.
async fn without(what: &str, script: &str) {
    scene(async |tab| {
        tab.before_load(script).await;
        an_element_is_read(tab, what).await;
        the_app_is_read(tab, what).await;
    })
    .await;
}

#[tokio::test]
async fn without_dates_and_ages_in_words_the_article_is_read() {
    without("DateTimeFormat", "delete Intl.DateTimeFormat; delete Intl.RelativeTimeFormat; delete Intl.DurationFormat")
        .await;
}

#[tokio::test]
async fn without_lists_and_numbers_in_words_the_article_is_read() {
    without("ListFormat", "delete Intl.ListFormat; delete Intl.NumberFormat").await;
}

#[tokio::test]
async fn without_plurals_and_names_of_languages_the_article_is_read() {
    without("PluralRules", "delete Intl.PluralRules; delete Intl.DisplayNames; delete Intl.Locale").await;
}

#[tokio::test]
async fn without_plurals_an_interface_in_another_language_is_read() {
    scene(async |tab| {
        tab.before_load("delete Intl.PluralRules").await;
        tab.site.put("/own/given.json", Reply::json(&article("Given", &["One", "Two"])));
        tab.visit_with(&format!("<gatefold-reader lang=pl src=/own/given.json>{FALLBACK}</gatefold-reader>")).await;
        tab.wait("t.count('ready') + t.count('error') > 0").await;
        assert_eq!(tab.value("t.of('error')").await, json!([]));
        tab.wait("t.isComplete(t.host())").await;
    })
    .await;
}

#[tokio::test]
async fn without_boundaries_of_words_the_article_is_read() {
    without("Segmenter", "delete Intl.Segmenter; delete Intl.Collator").await;
}

#[tokio::test]
async fn without_any_knowledge_of_languages_the_article_is_read() {
    without("Intl", "delete window.Intl").await;
}

#[tokio::test]
async fn without_observers_of_what_is_near_the_article_is_read() {
    without("IntersectionObserver", "delete window.IntersectionObserver; delete window.IntersectionObserverEntry")
        .await;
}

#[tokio::test]
async fn without_observers_of_sizes_the_article_is_read() {
    without("ResizeObserver", "delete window.ResizeObserver").await;
}

#[tokio::test]
async fn without_modal_dialogs_the_article_is_read() {
    without("showModal", "delete HTMLDialogElement.prototype.showModal").await;
}

#[tokio::test]
async fn without_popovers_the_article_is_read() {
    without(
        "popover",
        "for (const name of ['showPopover', 'hidePopover', 'togglePopover', 'popover']) delete HTMLElement.prototype[name]",
    )
    .await;
}

#[tokio::test]
async fn without_style_sheets_of_scripts_the_article_is_read_and_dressed() {
    scene(async |tab| {
        tab.before_load("window.CSSStyleSheet = function () { throw new TypeError('Illegal constructor') }").await;
        an_element_is_read(tab, "CSSStyleSheet").await;
        tab.visit_ready("plain.html").await;
        tab.wait("getComputedStyle(t.one('h1')).fontWeight > 400 && t.one('link[rel=stylesheet]')").await;
        the_app_is_read(tab, "CSSStyleSheet").await;
    })
    .await;
}

#[tokio::test]
async fn without_idle_moments_and_tasks_of_its_own_the_article_is_read() {
    without("requestIdleCallback", "delete window.requestIdleCallback; delete window.scheduler").await;
}

#[tokio::test]
async fn without_storage_the_article_is_read() {
    without(
        "storage",
        "for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) \
         Object.defineProperty(window, name, { get() { throw new DOMException('no', 'SecurityError') } })",
    )
    .await;
}

#[tokio::test]
async fn with_a_storage_that_is_full_the_article_is_read() {
    without(
        "quota",
        "for (const name of ['setItem', 'getItem', 'removeItem']) \
         Storage.prototype[name] = () => { throw new DOMException('full', 'QuotaExceededError') }",
    )
    .await;
}

/// A clock that is that much ahead, in milliseconds; `steps` says how much further at each look.
fn clock(ahead: f64, steps: f64) -> String {
    format!(
        "(() => {{ const Real = Date; let looks = 0; const now = () => Real.now() + {ahead} + {steps} * looks++; \
         window.Date = class extends Real {{ constructor(...given) {{ super(...(given.length ? given : [now()])) }} \
         static now() {{ return now() }} }} }})()"
    )
}

const YEAR: f64 = 365.25 * 864e5;

#[tokio::test]
async fn with_a_clock_that_is_years_ahead_the_article_is_read() {
    without("a clock ahead", &clock(30.0 * YEAR, 0.0)).await;
}

#[tokio::test]
async fn with_a_clock_from_before_the_web_the_article_is_read() {
    without("a clock behind", &clock(-70.0 * YEAR, 0.0)).await;
}

#[tokio::test]
async fn with_a_clock_that_runs_backwards_the_article_is_read() {
    without("a clock backwards", &clock(0.0, -36e5)).await;
}

#[tokio::test]
async fn with_a_clock_that_tells_no_time_the_article_is_read() {
    without("a clock that tells nothing", &clock(f64::NAN, 0.0)).await;
}

#[tokio::test]
async fn a_screen_that_is_turned_while_the_article_loads_shows_it_as_wide_as_it_is() {
    scene(async |tab| {
        tab.size(tab.phone(), 700).await;
        let mut given = article("Given", &["One", "Two"]);
        given["standfirst"] = json!("What it is about.");
        tab.site.put("/own/given.json", Reply::json(&given));
        let gate = tab.site.hold("/own/given.json");
        tab.visit_with("<gatefold-reader src=/own/given.json></gatefold-reader>").await;
        tab.wait("t.signals['/own/given.json']").await;
        tab.size(900, 500).await;
        gate.open();
        tab.size(tab.phone(), 700).await;
        tab.wait_told("ready").await;
        tab.size(900, 500).await;
        tab.wait("t.isComplete(t.host())").await;
        tab.expect_no_sideways_scrolling("turned").await;
        tab.size(tab.phone(), 700).await;
        tab.expect_no_sideways_scrolling("turned back").await;
        tab.wait("t.inside('.prose p').getBoundingClientRect().width > 200").await;
    })
    .await;
}

#[tokio::test]
async fn a_screen_that_is_turned_while_the_app_loads_shows_the_article_as_wide_as_it_is() {
    scene(async |tab| {
        tab.size(tab.phone(), 700).await;
        tab.site.put("/own/given.json", Reply::json(&article("Given", &["One", "Two"])));
        let gate = tab.site.hold("/own/given.json");
        tab.open(&tab.article_at("/own/given.json")).await;
        tab.wait_for("it is asked for", || tab.site.count("/own/given.json") > 0).await;
        tab.size(900, 500).await;
        gate.open();
        tab.wait_ready("1").await;
        tab.expect_no_sideways_scrolling("turned").await;
        tab.size(tab.phone(), 700).await;
        tab.expect_no_sideways_scrolling("turned back").await;
    })
    .await;
}

#[tokio::test]
async fn without_adopted_style_sheets_the_article_is_read_and_dressed() {
    scene(async |tab| {
        tab.before_load("for (const { prototype } of [Document, ShadowRoot]) delete prototype.adoptedStyleSheets")
            .await;
        an_element_is_read(tab, "adoptedStyleSheets").await;
        tab.visit_ready("plain.html").await;
        tab.wait("getComputedStyle(t.one('h1')).fontWeight > 400 && t.one('link[rel=stylesheet]')").await;
        the_app_is_read(tab, "adoptedStyleSheets").await;
    })
    .await;
}

#[tokio::test]
async fn without_measures_of_time_the_article_is_read() {
    without("performance.measure", "delete Performance.prototype.mark; delete Performance.prototype.measure").await;
}
