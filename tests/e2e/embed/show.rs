//! The three lines of the README: what they show, from the first moment on.

use crate::browser::scene;
use crate::pages::{Related, engine};

/// What stands between the tags of `plain.html`.
const FALLBACK: &str = "document.querySelector('gatefold-reader a')";

#[tokio::test]
async fn three_lines_show_the_article() {
    scene(async |tab| {
        tab.visit("plain.html").await;
        tab.wait("t.words(t.one('h1.title')) === 'The mill that works twice a day' && t.shown(t.one('h1.title'))")
            .await;
        tab.wait_told("ready").await;
        tab.wait("t.all('.section', t.reader()).length === 12 && t.shown(t.one('.prose p'))").await;
        tab.wait("t.one('.figure--lead img').complete && t.one('.figure--lead img').naturalWidth > 0").await;
        assert_eq!(tab.strings("t.warnings").await, [] as [&str; 0]);
    })
    .await;
}

#[tokio::test]
async fn related_articles_come_when_the_reader_comes_near() {
    scene(async |tab| {
        tab.visit_ready("plain.html").await;
        tab.scroll_to("t.one('.related')").await;
        tab.wait("t.all('.related .card', t.reader()).length > 1 && t.shown(t.one('.related .card__link'))").await;
        let origin = &tab.site.origin;
        assert_eq!(tab.string("t.one('.related .card__link').href").await, format!("{origin}/?read=sundials"));
    })
    .await;
}

#[tokio::test]
async fn a_feed_is_not_asked_for_before_it_is_near() {
    scene(async |tab| {
        let page = crate::pages::items(tab, 0..6);
        let feed = serde_json::json!({ "version": "https://jsonfeed.org/version/1.1", "title": "More", "items": page });
        tab.site.put("/own/feed.json", crate::server::Reply::json(&feed));
        let hub = crate::pages::hub(serde_json::json!({ "src": format!("{}/own/feed.json", tab.site.origin) }));
        tab.visit_json(&hub, "related-size=4 sections=open").await;
        tab.settle().await;
        assert_eq!(tab.site.count("/own/feed.json"), 0);
        Related(tab).wait_cards(4).await;
        Related(tab).wait_foot("more").await;
        tab.click_inside(".related__more").await;
        Related(tab).wait_cards(6).await;
        assert_eq!(tab.site.count("/own/feed.json"), 1);
    })
    .await;
}

#[tokio::test]
async fn what_stands_between_the_tags_shows_until_the_article_does() {
    scene(async |tab| {
        let gate = tab.site.hold("/articles/tide-mill.json");
        tab.visit("plain.html").await;
        tab.wait("customElements.get('gatefold-reader')").await;
        tab.settle().await;
        tab.wait(&format!("t.shown({FALLBACK})")).await;
        // Nor is there an empty room above it.
        tab.wait(&format!("{FALLBACK}.getBoundingClientRect().top < 100")).await;
        gate.open();
        tab.wait_told("ready").await;
        tab.wait(&format!("!t.shown({FALLBACK}) && t.shown(t.one('h1'))")).await;
    })
    .await;
}

#[tokio::test]
async fn the_title_is_there_before_the_program_and_does_not_move() {
    scene(async |tab| {
        let gate = tab.site.hold(&engine());
        // Tall from the beginning, or the scroll bar would take some of its width.
        tab.visit_with(
            "<gatefold-reader src=/articles/tide-mill.json><a href=/>Read it</a></gatefold-reader><p style='height: 3000px'>",
        )
        .await;
        tab.wait("t.shown(t.one('h1.title'))").await;
        tab.wait(&format!("!t.shown({FALLBACK}) && !t.count('ready')")).await;
        let place = "(({ x, y, width, height }) => [x, y, width, height].map(Math.round).join())(t.one('h1.title').getBoundingClientRect())";
        let early = tab.string(place).await;
        gate.open();
        tab.wait_told("ready").await;
        assert_eq!(tab.number("t.all('h1', t.reader()).length").await, 1.0);
        assert_eq!(tab.string(place).await, early);
        assert!(tab.number("t.seen.shift").await < 0.02, "the page moved: {}", tab.value("t.seen.shift").await);
    })
    .await;
}

#[tokio::test]
async fn a_page_without_the_loader_shows_what_was_written() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.site.put("/embed/gatefold.js", crate::server::Reply::status(404));
        tab.visit("plain.html").await;
        tab.wait(&format!("t.shown({FALLBACK})")).await;
    })
    .await;
}

#[tokio::test]
async fn ready_tells_what_is_there_once() {
    scene(async |tab| {
        tab.visit("plain.html").await;
        let promised =
            tab.run_async("customElements.whenDefined('gatefold-reader').then(() => t.host().ready).then(done)").await;
        tab.wait_told("ready").await;
        let detail = tab.value("t.of('ready')[0]").await;
        assert_eq!(promised, detail);
        assert_eq!(detail["title"], "The mill that works twice a day");
        assert_eq!(detail["sections"], 12);
        assert_eq!(detail["notes"], serde_json::json!([]));
        assert!(detail["minutes"].as_u64().is_some_and(|minutes| minutes > 2), "{detail}");
        tab.settle().await;
        assert_eq!(tab.number("t.count('ready')").await, 1.0);
        assert_eq!(tab.number("t.count('error')").await, 0.0);
    })
    .await;
}

#[tokio::test]
async fn ready_tells_what_was_left_out() {
    scene(async |tab| {
        let article = serde_json::json!({ "gatefold": 1, "title": "Given", "sections": [{ "blocks": [
            "Text.", { "type": "image", "src": "javascript:alert(1)", "alt": "no" }] }] });
        tab.visit_json(&article, "").await;
        let notes = tab.value("t.of('ready')[0].notes").await;
        let note = &notes.as_array().expect("a list")[0];
        assert!(note["path"].as_str().is_some_and(|path| path.contains("blocks")), "{notes}");
        assert!(["dropped", "downgraded"].contains(&note["fate"].as_str().unwrap_or_default()), "{notes}");
        assert!(note["reason"].as_str().is_some_and(|reason| !reason.is_empty()), "{notes}");
    })
    .await;
}

#[tokio::test]
async fn an_element_far_down_waits_until_it_is_near() {
    scene(async |tab| {
        tab.visit_with(
            "<div style='height: 6000px'></div><gatefold-reader src=/articles/tide-mill.json></gatefold-reader>",
        )
        .await;
        tab.wait("customElements.get('gatefold-reader')").await;
        tab.settle().await;
        assert_eq!(tab.site.count("/articles/tide-mill.json") + tab.site.count(&engine()), 0);
        tab.run("t.host().scrollIntoView()").await;
        tab.wait_told("ready").await;
    })
    .await;
}
