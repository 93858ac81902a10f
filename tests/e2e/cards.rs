//! Cards as the publisher has them: more of them by themselves, in a layout of its choice, asked for ahead, prevented by the
//! page; and how old they are.

use crate::browser::{Tab, scene};
use crate::pages::{Related, hub, items};
use crate::server::Reply;
use serde_json::{Value, json};

/// A list of related articles in hand.
fn cards(tab: &Tab, published: &[&str]) -> Value {
    let card = |(at, published): (usize, &&str)| {
        json!({ "title": format!("Card {at}"), "teaser": "What it is about.", "url": format!("https://example.org/{at}"),
            "published": published, "image": { "src": format!("{}/images/mill.svg", tab.site.origin), "alt": "", "width": 4, "height": 3 } })
    };
    json!({ "items": published.iter().enumerate().map(card).collect::<Vec<_>>() })
}

/// Waits until so many cards are there, always at the end of them.
async fn at_the_end(tab: &Tab, count: usize) {
    tab.wait(&format!(
        "(t.one('.related__foot')?.scrollIntoView({{ block: 'end' }}), t.all('.related .card').length === {count})"
    ))
    .await;
}

#[tokio::test]
async fn two_pages_come_by_themselves_and_then_the_button_asks() {
    scene(async |tab| {
        tab.site.option("data-related-more", "auto");
        let pages: Vec<_> = (0..5).map(|page| items(tab, 4 * page..4 * page + 4)).collect();
        Related::open(tab, &pages).await;
        let related = Related(tab);
        tab.scroll_to("t.one('.related')").await;
        at_the_end(tab, 12).await;
        related.wait_foot("more").await;
        tab.settle().await;
        assert_eq!(tab.site.count("/own/page-4.json"), 0, "a third page has to be asked for");
        related.more().await;
        at_the_end(tab, 16).await;
        related.wait_foot("more").await;
        tab.wait("document.activeElement === document.body || !document.activeElement.closest('.card')").await;
    })
    .await;
}

#[tokio::test]
async fn what_comes_by_itself_stops_at_a_failure() {
    scene(async |tab| {
        tab.site.option("data-related-more", "auto");
        tab.expect_failed_requests();
        Related::open(tab, &[items(tab, 0..4), items(tab, 4..8), items(tab, 8..12)]).await;
        tab.site.put("/own/page-2.json", Reply::status(404));
        tab.scroll_to("t.one('.related')").await;
        at_the_end(tab, 4).await;
        Related(tab).wait_foot("failed").await;
        tab.settle().await;
        assert_eq!(tab.site.count("/own/page-2.json"), 1);
    })
    .await;
}

#[tokio::test]
async fn a_page_prevents_that_more_is_loaded() {
    scene(async |tab| {
        let pages = [items(tab, 0..4), items(tab, 4..8)];
        for (at, items) in pages.iter().enumerate() {
            let mut page = json!({ "version": "https://jsonfeed.org/version/1.1", "items": items });
            if at == 0 {
                page["next_url"] = json!("page-2.json");
            }
            tab.site.put(&format!("/own/page-{}.json", at + 1), Reply::json(&page));
        }
        tab.visit_json(&hub(json!({ "src": format!("{}/own/page-1.json", tab.site.origin) })), "").await;
        let related = Related(tab);
        related.wait_cards(4).await;
        tab.run("t.prevented.add('related')").await;
        tab.click_inside(".related__more").await;
        tab.wait("t.told.some(({ name, cancelable, detail }) => name === 'related' && cancelable && detail.phase === 'loading')").await;
        related.wait_foot("more").await;
        tab.settle().await;
        assert_eq!(tab.site.count("/own/page-2.json"), 0);
        tab.run("t.prevented.clear()").await;
        tab.click_inside(".related__more").await;
        related.wait_cards(8).await;
    })
    .await;
}

#[tokio::test]
async fn they_stand_as_the_publisher_says() {
    scene(async |tab| {
        let article = hub(cards(tab, &["2026-01-02T08:00:00Z"; 4]));
        for (layout, columns, pictures) in [("list", 1, true), ("grid", 2, true), ("compact", 1, false)] {
            tab.visit_json(&article, &format!("related-layout={layout} style='inline-size: 700px'")).await;
            tab.scroll_to("t.one('.related')").await;
            tab.wait("t.all('.related .card', t.reader()).length === 4").await;
            let lefts = "new Set(t.all('.related .card', t.reader()).map((one) => Math.round(one.getBoundingClientRect().left))).size";
            assert_eq!(tab.number(lefts).await, f64::from(columns), "columns of {layout}");
            let shown = tab.value("t.all('.related .card__image', t.reader()).every(t.shown)").await;
            assert_eq!(shown, pictures, "pictures of {layout}");
            tab.expect_accessible_in("{ include: ['gatefold-reader'] }", layout).await;
            tab.picture(&format!("cards-{layout}")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn an_article_is_asked_for_while_the_pointer_rests_on_its_card() {
    scene(async |tab| {
        Related::open(tab, &[items(tab, 0..4)]).await;
        Related(tab).wait_cards(4).await;
        tab.scroll_to("t.all('.related .card')[1]").await;
        tab.point_at(".related .card:nth-child(2) .card__link").await;
        tab.wait_for("asked for ahead", || tab.site.count("/own/neighbour-1.json") == 1).await;
        tab.click_on("t.all('.related .card__link')[1]").await;
        tab.wait("t.words(document.querySelector('h1')) === 'Neighbour 1'").await;
        tab.wait_ready("1").await;
        assert_eq!(tab.site.count("/own/neighbour-1.json"), 1, "and not again");
        assert_eq!(tab.site.count("/own/neighbour-0.json") + tab.site.count("/own/neighbour-2.json"), 0);
    })
    .await;
}

#[tokio::test]
async fn a_finger_that_is_lifted_is_about_to_open_it() {
    scene(async |tab| {
        Related::open(tab, &[items(tab, 0..4)]).await;
        Related(tab).wait_cards(4).await;
        // What a tap is made of: the pointer leaves before the click comes.
        let card = "t.all('.related .card__link')[1]";
        let pointer = |kind: &str| {
            format!("{card}.dispatchEvent(new PointerEvent('{kind}', {{ pointerType: 'touch', bubbles: true }}))")
        };
        tab.run(&format!(
            "{}; {card}.dispatchEvent(new Event('touchstart', {{ bubbles: true }}))",
            pointer("pointerover")
        ))
        .await;
        tab.wait_for("asked for ahead", || tab.site.count("/own/neighbour-1.json") == 1).await;
        tab.run(&format!("{}; {card}.click()", pointer("pointerout"))).await;
        tab.wait("t.words(document.querySelector('h1')) === 'Neighbour 1'").await;
        tab.wait_ready("1").await;
        assert_eq!(tab.site.count("/own/neighbour-1.json"), 1, "and not again");
    })
    .await;
}

#[tokio::test]
async fn who_saves_data_is_spared_what_they_may_not_want() {
    scene(async |tab| {
        tab.before_load(
            "Object.defineProperty(navigator, 'connection', { value: { saveData: true } }); \
             window.timers = []; const real = window.setTimeout; \
             window.setTimeout = (act, time, ...rest) => (timers.push(time), real.call(window, act, time, ...rest))",
        )
        .await;
        Related::open(tab, &[items(tab, 0..4)]).await;
        Related(tab).wait_cards(4).await;
        // The wait for whether the focus stays would begin at once.
        tab.run("timers.length = 0").await;
        tab.focus("t.all('.related .card__link')[1]").await;
        tab.wait("document.activeElement === t.all('.related .card__link')[1] && !timers.includes(150)").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_new_says_how_long_ago() {
    scene(async |tab| {
        let ago =
            tab.strings("[3, 26, 24 * 9].map((hours) => new Date(Date.now() - hours * 36e5).toISOString())").await;
        let ago: Vec<_> = ago.iter().map(String::as_str).collect();
        tab.read_json(&hub(cards(tab, &ago))).await;
        Related(tab).wait_cards(3).await;
        let times = tab.strings("t.all('.related time').map(t.words)").await;
        assert_eq!(times[..2], ["3 hours ago", "yesterday"]);
        assert!(times[2].contains("20"), "{times:?}");
        tab.wait("t.all('.related time')[0].title.includes('20') && !t.all('.related time')[2].title").await;
    })
    .await;
}

#[tokio::test]
async fn an_article_that_names_no_list_has_the_publishers() {
    scene(async |tab| {
        tab.site.option("data-related-src", "/own/more.json?not={id}");
        let list = json!({ "version": "https://jsonfeed.org/version/1.1", "items": items(tab, 0..3) });
        tab.site.put("/own/more.json", Reply::json(&list));
        let mut given = crate::pages::article("Given", &["One"]);
        given["id"] = json!("a&1");
        tab.read_json(&given).await;
        Related(tab).wait_cards(3).await;
        assert!(tab.site.requests().contains(&"/own/more.json?not=a%261".to_owned()), "{:?}", tab.site.requests());
        // One that has an own list keeps it.
        Related::open(tab, &[items(tab, 4..6)]).await;
        Related(tab).wait_cards(2).await;
        assert_eq!(Related(tab).titles().await, ["Neighbour 4", "Neighbour 5"]);
    })
    .await;
}
