//! What was read once is there when it cannot be had again.

use crate::browser::{Tab, scene};
use crate::pages::article;
use crate::server::Reply;

const PATH: &str = "/own/tide.json";

fn version(title: &str) -> Reply {
    Reply::json(&article(title, &["One", "Two"])).storable()
}

/// Waits until the page's store has a copy of the article, or has none.
async fn wait_for_copy(tab: &Tab, there: bool) {
    let ask = format!(
        "caches.open('gatefold-articles').then((store) => store.match('{PATH}')).then((copy) => (window.copied = !!copy))"
    );
    tab.wait(&format!("({ask}, window.copied === {there})")).await;
}

/// Reads an article in the app, and has its server fail from then on.
async fn read_and_lose(tab: &Tab) {
    tab.expect_failed_requests();
    tab.site.put(PATH, version("Tides"));
    tab.open(&tab.article_at(PATH)).await;
    tab.wait_ready("1").await;
    wait_for_copy(tab, true).await;
    tab.site.put(PATH, Reply::status(503));
    tab.reload().await;
}

#[tokio::test]
async fn an_article_that_cannot_be_had_is_shown_as_it_was_with_its_age() {
    scene(async |tab| {
        read_and_lose(tab).await;
        tab.wait_ready("1").await;
        assert_eq!(tab.text("h1").await, "Tides");
        let said = tab.text(".copy[role=status]").await;
        assert!(said.contains("This is a copy from earlier (") && !said.contains('{'), "{said}");
        tab.expect_accessible("a copy").await;
        tab.wait("document.querySelector('.copy').compareDocumentPosition(document.querySelector('.article')) === Node.DOCUMENT_POSITION_FOLLOWING")
            .await;
    })
    .await;
}

#[tokio::test]
async fn trying_again_takes_the_copy_s_place_once_the_server_is_well() {
    scene(async |tab| {
        read_and_lose(tab).await;
        tab.wait("t.shown(document.querySelector('.copy__retry'))").await;
        // It still is not: the copy stays, and it is said.
        tab.click(".copy__retry").await;
        tab.wait("t.shown(document.querySelector('.stale[role=alert]'))").await;
        assert_eq!(tab.text("h1").await, "Tides");
        tab.site.put(PATH, version("Tides and mills"));
        tab.click(".copy__retry").await;
        tab.wait("t.words(document.querySelector('h1')) === 'Tides and mills'").await;
        assert_eq!(tab.count(".copy, .stale").await, 0);
    })
    .await;
}

#[tokio::test]
async fn back_online_a_copy_asks_by_itself() {
    scene(async |tab| {
        read_and_lose(tab).await;
        tab.wait("t.shown(document.querySelector('.copy'))").await;
        tab.site.put(PATH, version("Tides and mills"));
        tab.run("dispatchEvent(new Event('online'))").await;
        tab.wait("t.words(document.querySelector('h1')) === 'Tides and mills' && !document.querySelector('.copy')")
            .await;
    })
    .await;
}

#[tokio::test]
async fn what_was_taken_back_is_not_shown_from_a_copy() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.site.put(PATH, version("Tides"));
        tab.open(&tab.article_at(PATH)).await;
        tab.wait_ready("1").await;
        wait_for_copy(tab, true).await;
        tab.site.put(PATH, Reply::status(410));
        tab.reload().await;
        assert_eq!(tab.failure_code().await, "http-410");
        wait_for_copy(tab, false).await;
    })
    .await;
}

#[tokio::test]
async fn nothing_is_kept_that_must_not_be() {
    scene(async |tab| {
        tab.expect_failed_requests();
        // The server of the tests says of everything that it must not be stored.
        tab.site.put(PATH, Reply::json(&article("Secret", &["One"])));
        tab.open(&tab.article_at(PATH)).await;
        tab.wait_ready("1").await;
        // One that may be kept comes after it into the same store.
        tab.site.put("/own/other.json", version("Other"));
        tab.open(&tab.article_at("/own/other.json")).await;
        tab.wait_ready("1").await;
        let all = "caches.open('gatefold-articles').then((store) => store.keys()).then((all) => (window.kept = all.map(({ url }) => url)))";
        tab.wait(&format!("({all}, window.kept?.some((url) => url.endsWith('/own/other.json')))")).await;
        assert!(!tab.strings("kept").await.iter().any(|url| url.ends_with(PATH)));
        tab.site.put(PATH, Reply::status(503));
        tab.open(&tab.article_at(PATH)).await;
        assert_eq!(tab.failure_code().await, "http-503");
    })
    .await;
}

#[tokio::test]
async fn a_store_that_is_refused_costs_only_the_copies() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.before_load(
            "if (window.caches) caches.open = () => Promise.reject(new DOMException('no', 'SecurityError'))",
        )
        .await;
        tab.site.put(PATH, version("Tides"));
        tab.open(&tab.article_at(PATH)).await;
        tab.wait_ready("1").await;
        tab.settle().await;
        tab.site.put(PATH, Reply::status(503));
        tab.reload().await;
        assert_eq!(tab.failure_code().await, "http-503");
    })
    .await;
}

#[tokio::test]
async fn in_the_element_the_page_is_told_that_it_is_a_copy() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.site.put(PATH, version("Tides"));
        tab.visit_with(&format!("<gatefold-reader src={PATH}></gatefold-reader>")).await;
        tab.wait_told("ready").await;
        assert!(tab.value("t.of('ready')[0].kept ?? null").await.is_null());
        wait_for_copy(tab, true).await;
        tab.site.put(PATH, Reply::new("text/html", "<p>Sign in to the café's network."));
        tab.reload().await;
        tab.wait_told("ready").await;
        let age = tab.number("Date.now() - Date.parse(t.of('ready')[0].kept)").await;
        assert!((0.0..300_000.0).contains(&age), "{age}");
        tab.wait("t.shown(t.one('.copy')) && t.count('error') === 0").await;
        // Without copies it is a failure.
        tab.run("t.host().copies = 'off'; t.told.length = 0; t.host().remove()").await;
        tab.run("document.body.append(Object.assign(document.createElement('gatefold-reader'), { src: '/own/tide.json', copies: 'off' }))")
            .await;
        tab.wait("t.of('error').some(({ code }) => code === 'html')").await;
    })
    .await;
}
