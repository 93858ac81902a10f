//! Related articles: four at a time, page by page, one state at the foot, and opening one in place.

use crate::browser::{Engine, scene};
use crate::pages::{Related, hub, items};
use crate::server::{ASKED, Reply};
use serde_json::json;
use thirtyfour::Key;

/// What is said politely to those who do not see the page.
const ANNOUNCED: &str = "t.all('[role=status], [aria-live=polite]').map(t.words).join(' ')";

#[tokio::test]
async fn four_at_a_time_until_there_are_no_more_articles() {
    scene(async |tab| {
        tab.read("tide-mill").await;
        let related = Related(tab);
        related.wait_cards(4).await;
        related.wait_foot("more").await;
        related.more().await;
        related.wait_cards(8).await;
        related.wait_foot("end").await;
        assert_eq!(tab.text(".related__end").await, "No more articles");
    })
    .await;
}

#[tokio::test]
async fn a_teaser_alone_is_a_card() {
    scene(async |tab| {
        tab.read("tide-mill").await;
        Related(tab).wait_cards(4).await;
        tab.wait("t.all('.related .card--teaser').length === 4 && t.all('.related .card--teaser').every(t.shown)")
            .await;
        assert_eq!(tab.count(".related .card--teaser h3, .related .card img").await, 0);
        let texts = Related(tab).titles().await;
        assert!(texts.iter().all(|text| text.len() > 10), "{texts:?}");
    })
    .await;
}

#[tokio::test]
async fn each_page_of_the_feed_is_asked_for_once_and_only_when_it_is_needed() {
    scene(async |tab| {
        let pages = [items(tab, 0..4), items(tab, 4..8)];
        Related::open(tab, &pages).await;
        tab.settle().await;
        assert_eq!(tab.site.count("/own/page-1.json"), 0, "fetched far from the viewport");
        let related = Related(tab);
        related.wait_cards(4).await;
        related.wait_foot("more").await;
        tab.settle().await;
        assert_eq!(tab.site.count("/own/page-2.json"), 0, "fetched before it was asked for");
        related.more().await;
        related.wait_cards(8).await;
        related.wait_foot("end").await;
        assert_eq!((tab.site.count("/own/page-1.json"), tab.site.count("/own/page-2.json")), (1, 1));
    })
    .await;
}

#[tokio::test]
async fn loading_more_says_so_and_cannot_be_asked_twice() {
    scene(async |tab| {
        Related::open(tab, &[items(tab, 0..4), items(tab, 4..8)]).await;
        let related = Related(tab);
        related.wait_cards(4).await;
        let gate = tab.site.hold("/own/page-2.json");
        related.more().await;
        related.wait_foot("loading").await;
        tab.wait("document.querySelector('.related__more').ariaDisabled === 'true'").await;
        assert!(tab.text(".related__more").await.starts_with("Loading"));
        related.more().await;
        tab.settle().await;
        gate.open();
        related.wait_cards(8).await;
        assert_eq!(tab.site.count("/own/page-2.json"), 1);
    })
    .await;
}

#[tokio::test]
async fn a_page_that_fails_says_so_and_is_asked_for_again() {
    scene(async |tab| {
        Related::open(tab, &[items(tab, 0..4), items(tab, 4..8)]).await;
        let good = Reply::json(&json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Related", "items": items(tab, 4..8) }));
        tab.site.put_after("/own/page-2.json", &[Reply::status(500)], good);
        tab.expect_failed_requests();
        let related = Related(tab);
        related.wait_cards(4).await;
        tab.run("t.watchFoot()").await;
        related.more().await;
        related.wait_foot("failed").await;
        tab.wait("document.querySelector('.related__failed').getAttribute('role') === 'alert' && t.words(document.querySelector('.related__failed p')) !== ''")
            .await;
        assert_eq!(tab.count(".related .card").await, 4, "the cards stay");
        tab.click(".related__retry").await;
        related.wait_cards(8).await;
        related.wait_foot("end").await;
        assert_eq!(tab.site.count("/own/page-2.json"), ASKED + 1);
        assert_eq!(tab.site.count("/own/page-1.json"), 1);
        let feet = tab.strings("[...new Set(t.seen.feet)]").await;
        assert!(feet.iter().all(|foot| ["more", "loading", "failed", "end"].contains(&foot.as_str())), "{feet:?}");
    })
    .await;
}

#[tokio::test]
async fn the_first_page_failing_says_so_too() {
    scene(async |tab| {
        let pages = [items(tab, 0..4)];
        let good = Reply::json(
            &json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Related", "items": pages[0] }),
        );
        tab.site.put_after("/own/first.json", &[Reply::status(503)], good);
        tab.expect_failed_requests();
        tab.read_json(&hub(json!({ "src": format!("{}/own/first.json", tab.site.origin) }))).await;
        let related = Related(tab);
        related.wait_cards(0).await;
        related.wait_foot("failed").await;
        tab.click(".related__retry").await;
        related.wait_cards(4).await;
        related.wait_foot("end").await;
    })
    .await;
}

#[tokio::test]
async fn the_article_itself_and_duplicates_never_appear() {
    scene(async |tab| {
        let own = json!({ "id": "hub", "url": "https://example.org/hub", "title": "Hub" });
        let first = [vec![own], items(tab, 0..3), items(tab, 1..4)].concat();
        let second = [items(tab, 2..4), items(tab, 4..8)].concat();
        Related::open(tab, &[first, second]).await;
        let related = Related(tab);
        related.wait_cards(4).await;
        related.more().await;
        related.wait_cards(8).await;
        related.wait_foot("end").await;
        let expected: Vec<String> = (0..8).map(|number| format!("Neighbour {number}")).collect();
        assert_eq!(related.titles().await, expected);
    })
    .await;
}

#[tokio::test]
async fn a_page_with_nothing_new_is_the_end() {
    scene(async |tab| {
        Related::open(tab, &[items(tab, 0..4), items(tab, 0..4), items(tab, 4..8)]).await;
        let related = Related(tab);
        related.wait_cards(4).await;
        related.more().await;
        related.wait_foot("end").await;
        assert_eq!(tab.count(".related .card").await, 4);
        assert_eq!(tab.site.count("/own/page-3.json"), 0);
    })
    .await;
}

#[tokio::test]
async fn a_curated_list_comes_before_a_computed_one() {
    scene(async |tab| {
        let computed = items(tab, 0..4);
        tab.site.put(
            "/own/first.json",
            Reply::json(&json!({ "version": "https://jsonfeed.org/version/1.1", "items": computed })),
        );
        let curated =
            json!([{ "title": "Chosen 1", "url": "https://example.org/c1" }, { "teaser": "Chosen 2, a teaser." }]);
        tab.read_json(&hub(json!({ "items": curated, "src": format!("{}/own/first.json", tab.site.origin) }))).await;
        let related = Related(tab);
        tab.scroll_to("document.querySelector('.related')").await;
        tab.wait("document.querySelectorAll('.related .card').length >= 2").await;
        assert_eq!(related.titles().await[..2], ["Chosen 1", "Chosen 2, a teaser."]);
        if tab.count(".related .card").await < 6 {
            related.more().await;
        }
        tab.wait("t.words(document.querySelector('.related')).includes('Neighbour 1')").await;
        assert_eq!(related.titles().await[..2], ["Chosen 1", "Chosen 2, a teaser."]);
    })
    .await;
}

#[tokio::test]
async fn from_the_keyboard_the_focus_moves_to_the_first_new_card() {
    scene(async |tab| {
        Related::open(tab, &[items(tab, 0..4), items(tab, 4..8)]).await;
        let related = Related(tab);
        related.wait_cards(4).await;
        tab.focus("document.querySelector('.related__more')").await;
        tab.press(Key::Enter).await;
        related.wait_cards(8).await;
        tab.wait("t.all('.related .card')[4].contains(document.activeElement)").await;
        tab.wait(&format!("{ANNOUNCED}.includes('4')")).await;
    })
    .await;
}

#[tokio::test]
async fn by_pointer_the_focus_stays_where_it_is() {
    scene(async |tab| {
        Related::open(tab, &[items(tab, 0..4), items(tab, 4..8), items(tab, 8..12)]).await;
        let related = Related(tab);
        related.wait_cards(4).await;
        related.more().await;
        related.wait_cards(8).await;
        tab.settle().await;
        tab.wait("!document.activeElement.closest('.card') && document.activeElement !== document.body").await;
        tab.wait(&format!("{ANNOUNCED}.includes('4')")).await;
    })
    .await;
}

#[tokio::test]
async fn a_card_is_one_link_with_one_name() {
    scene(async |tab| {
        Related::open(tab, &[items(tab, 0..4)]).await;
        Related(tab).wait_cards(4).await;
        tab.wait("t.all('.related .card').every((one) => one.querySelectorAll('a, button').length === 1)").await;
        // Wherever in the card one points, the link is what is hit.
        tab.wait(
            "t.all('.related .card').filter(t.inView).filter((one) => { const teaser = one.querySelector('.card__teaser'); return t.inView(teaser) && teaser.getBoundingClientRect().bottom < innerHeight }).every((one) => { const text = one.querySelector('.card__teaser').getBoundingClientRect(); \
             return document.elementFromPoint(text.x + 5, text.y + 5)?.closest('a') === one.querySelector('a') })",
        )
        .await;
    })
    .await;
}

#[tokio::test]
async fn choosing_a_card_opens_that_article_in_place() {
    scene(async |tab| {
        Related::open(tab, &[items(tab, 0..4)]).await;
        Related(tab).wait_cards(4).await;
        tab.run("window.stayed = history.length").await;
        tab.click_on("t.all('.related .card__link')[2]").await;
        tab.wait("t.words(document.querySelector('h1')) === 'Neighbour 2'").await;
        tab.wait_ready("1").await;
        tab.wait("history.length === window.stayed + 1 && document.title.includes('Neighbour 2') && scrollY === 0")
            .await;
        tab.wait("document.activeElement === document.querySelector('h1')").await;
        tab.reload().await;
        tab.wait_ready("1").await;
        assert_eq!(tab.text("h1").await, "Neighbour 2", "its address is its own");
    })
    .await;
}

#[tokio::test]
async fn back_returns_to_the_same_place_with_the_cards_still_there() {
    scene(async |tab| {
        Related::open(tab, &[items(tab, 0..4), items(tab, 4..8)]).await;
        let related = Related(tab);
        related.wait_cards(4).await;
        related.more().await;
        related.wait_cards(8).await;
        tab.click_on("t.all('.related .card__link')[6]").await;
        tab.wait("t.words(document.querySelector('h1')) === 'Neighbour 6'").await;
        tab.wait_ready("1").await;
        tab.session.back().await.unwrap();
        tab.wait("t.words(document.querySelector('h1')) === 'Hub'").await;
        tab.wait_ready("1").await;
        tab.wait("document.querySelectorAll('.related .card').length === 8").await;
        tab.wait("t.inView(t.all('.related .card__link')[6])").await;
    })
    .await;
}

#[tokio::test]
async fn clicks_for_a_new_tab_or_window_are_left_to_the_browser() {
    scene(async |tab| {
        Related::open(tab, &[items(tab, 0..4)]).await;
        Related(tab).wait_cards(4).await;
        let taken = tab
            .strings(
                "(() => { const taken = []; const last = (event) => { if (event.defaultPrevented) taken.push(what); event.preventDefault() }; \
                 let what; addEventListener('click', last); addEventListener('auxclick', last); \
                 for (const [type, init] of [['click', { ctrlKey: true }], ['click', { metaKey: true }], ['click', { shiftKey: true }], ['auxclick', { button: 1 }]]) { \
                 what = JSON.stringify(init); document.querySelector('.related .card__link').dispatchEvent(\
                 new MouseEvent(type, { bubbles: true, cancelable: true, composed: true, ...init })) } \
                 removeEventListener('click', last); removeEventListener('auxclick', last); return taken })()",
            )
            .await;
        assert_eq!(taken, [] as [&str; 0]);
        if tab.engine == Engine::WebKit {
            // A click by its driver opens no second window.
            return;
        }
        tab.click_with(Key::Control, ".related .card__link").await;
        tab.settle().await;
        assert_eq!(tab.text("h1").await, "Hub");
        assert_eq!(tab.session.windows().await.unwrap().len(), 2, "a tab opened");
    })
    .await;
}
