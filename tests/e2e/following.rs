//! The next articles inline: one below the other, as the reader comes to the end of each.

use crate::browser::{Tab, scene};
use crate::pages::{article, hub, items, page};
use crate::server::Reply;
use serde_json::json;
use thirtyfour::Key;

/// Opens an article that so many others follow, a page of the feed each two.
async fn open(tab: &Tab, count: usize) {
    tab.site.option("data-next", "inline");
    put(tab, count);
    tab.read_json(&hub(json!({ "src": format!("{}/own/page-1.json", tab.site.origin) }))).await;
}

fn put(tab: &Tab, count: usize) {
    let pages = count.div_ceil(2);
    for at in 0..pages {
        let items = items(tab, 2 * at..count.min(2 * at + 2));
        tab.site.put(&format!("/own/page-{}.json", at + 1), Reply::json(&page(&items, at + 2, pages)));
    }
}

/// Scrolls to the end, again and again, until it is true.
async fn read_on_until(tab: &Tab, condition: &str) {
    tab.wait(&format!("(scrollTo(0, document.documentElement.scrollHeight), {condition})")).await;
}

/// Brings the article of that title into view.
async fn go_to(tab: &Tab, title: &str) {
    tab.run(&format!(
        "t.all('.article .title', t.reader()).find((one) => t.words(one) === '{title}').scrollIntoView({{ block: 'start' }})"
    ))
    .await;
}

#[tokio::test]
async fn nothing_is_fetched_before_the_first_scrolling() {
    scene(async |tab| {
        tab.site.option("data-next", "inline");
        put(tab, 4);
        // Short: its end is in view at once.
        let mut short = article("Short", &["One"]);
        short["sections"][0]["blocks"] = json!(["That is all."]);
        short["related"] = json!({ "src": format!("{}/own/page-1.json", tab.site.origin) });
        tab.site.option("data-related", "off");
        tab.read_json(&short).await;
        tab.wait("t.one('.following__foot')").await;
        tab.settle().await;
        assert_eq!(tab.site.count("/own/page-1.json"), 0);
        tab.run("document.body.style.paddingBottom = '4000px'").await;
        tab.wheel(200).await;
        tab.wait("t.all('.following__item').length >= 1").await;
        assert_eq!(tab.site.count("/own/page-1.json"), 1);
        tab.wait("t.words(t.one('.following__label')) === 'Next article Neighbour 0'").await;
    })
    .await;
}

#[tokio::test]
async fn one_follows_the_other_to_the_end() {
    scene(async |tab| {
        open(tab, 3).await;
        read_on_until(tab, "t.one('.following .related__end')").await;
        let titles = tab.strings("t.all('.article .title').map(t.words)").await;
        assert_eq!(titles, ["Hub", "Neighbour 0", "Neighbour 1", "Neighbour 2"]);
        assert_eq!(tab.string("t.words(t.one('.following .related__end'))").await, "No more articles");
        for number in 0..3 {
            assert_eq!(tab.site.count(&format!("/own/neighbour-{number}.json")), 1);
        }
        // One title of the first rank, and each name once.
        assert_eq!(tab.count("h1").await, 1);
        let twice = tab
            .strings("(() => { const ids = t.all('[id]').map(({ id }) => id); return ids.filter((id, at) => ids.indexOf(id) !== at) })()")
            .await;
        assert_eq!(twice, [] as [&str; 0]);
        tab.expect_accessible("articles below one another").await;
        tab.picture("following").await;
    })
    .await;
}

#[tokio::test]
async fn address_and_title_are_those_of_the_article_in_view() {
    scene(async |tab| {
        open(tab, 2).await;
        let own = tab.string("location.href").await;
        let entries = tab.number("history.length").await;
        read_on_until(tab, "t.one('.following .related__end')").await;
        go_to(tab, "Neighbour 1").await;
        tab.wait("document.title.startsWith('Neighbour 1') && location.search.includes('neighbour-1')").await;
        go_to(tab, "Neighbour 0").await;
        tab.wait("document.title.startsWith('Neighbour 0') && location.search.includes('neighbour-0')").await;
        tab.run("scrollTo(0, 0)").await;
        tab.wait(&format!("document.title.startsWith('Hub') && location.href === {}", json!(own))).await;
        assert_eq!(tab.number("history.length").await, entries, "replaced, never pushed");
        go_to(tab, "Neighbour 1").await;
        tab.wait("location.search.includes('neighbour-1')").await;
        tab.reload().await;
        tab.wait_ready("1").await;
        assert_eq!(tab.text("h1").await, "Neighbour 1", "opened again, it is a page of its own");
    })
    .await;
}

#[tokio::test]
async fn sections_contents_and_sharing_are_each_articles_own() {
    scene(async |tab| {
        open(tab, 2).await;
        read_on_until(tab, "t.one('.following .related__end')").await;
        // Each has a section of that name.
        let second = "t.all('.following .section').filter((one) => t.words(one.querySelector('.section__title')) === 'Two')[1]";
        tab.run("t.all('.following .collapse-all')[1].click()").await;
        tab.wait(&format!("!{second}.hasAttribute('data-open')")).await;
        tab.wait("t.all('.following .section').filter((one) => t.words(one.querySelector('.section__title')) === 'Two')[0].hasAttribute('data-open')")
            .await;
        // What is left closed in one stays open in those that come later.
        tab.wait("t.all('.following .section[data-open]').length === 3").await;
        tab.wait("t.all('.following .contents__link').length === 6").await;
        tab.run("t.all('.following .article')[1].querySelectorAll('.contents__link')[1].click()").await;
        tab.wait(&format!("{second}.hasAttribute('data-open') && t.inView({second})")).await;
        tab.focus("t.all('.following .share-open')[1]").await;
        tab.press(Key::Enter).await;
        tab.wait("t.all('.share-dialog').some((one) => one.open && one.querySelector('.share__address').value === 'https://example.org/neighbour-1')")
            .await;
    })
    .await;
}

#[tokio::test]
async fn one_that_does_not_come_is_left_out_and_can_be_tried_again() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.site.option("data-next", "inline");
        put(tab, 3);
        let mut good = article("Neighbour 1", &["One", "Two", "Three"]);
        good["url"] = json!("https://example.org/neighbour-1");
        tab.site.put_each("/own/neighbour-1.json", vec![Reply::status(404), Reply::json(&good)]);
        tab.read_json(&hub(json!({ "src": format!("{}/own/page-1.json", tab.site.origin) }))).await;
        read_on_until(tab, "t.one('.following .related__end')").await;
        let titles = "t.all('.article .title').map(t.words)";
        assert_eq!(tab.strings(titles).await, ["Hub", "Neighbour 0", "Neighbour 2"]);
        assert_eq!(tab.count(".following .failure, .following [role=alert]").await, 0, "silently");
        tab.click(".following__retry").await;
        tab.wait("t.all('.article .title').length === 4").await;
        assert_eq!(tab.strings(titles).await, ["Hub", "Neighbour 0", "Neighbour 1", "Neighbour 2"]);
    })
    .await;
}

#[tokio::test]
async fn a_page_of_the_feed_that_does_not_come_can_be_tried_again() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.site.option("data-next", "inline");
        put(tab, 4);
        let good = page(&items(tab, 2..4), 3, 2);
        tab.site.put_each("/own/page-2.json", vec![Reply::status(404), Reply::json(&good)]);
        tab.site.option("data-related", "off");
        tab.read_json(&hub(json!({ "src": format!("{}/own/page-1.json", tab.site.origin) }))).await;
        read_on_until(tab, "t.one('.following__foot .following__retry')").await;
        tab.click(".following__foot .following__retry").await;
        read_on_until(tab, "t.one('.following .related__end')").await;
        assert_eq!(tab.count(".following .title").await, 4);
    })
    .await;
}

#[tokio::test]
async fn those_that_are_far_give_their_elements_up_and_keep_their_height() {
    scene(async |tab| {
        open(tab, 9).await;
        tab.be_patient(60);
        read_on_until(tab, "t.one('.following .related__end')").await;
        let built = "t.all('.following__item').map((one) => one.querySelector('.article') ? '1' : '0').join('')";
        go_to(tab, "Neighbour 8").await;
        tab.wait(&format!("{built} === '000111111'")).await;
        let height = tab.number("document.documentElement.scrollHeight").await;
        tab.wait("t.all('.following__place').every((one) => one.getBoundingClientRect().height > 300)").await;
        tab.run("t.all('.following__item')[0].scrollIntoView()").await;
        tab.wait(&format!("{built} === '111111000'")).await;
        tab.wait(
            "t.words(t.one('.following__item .title')) === 'Neighbour 0' && document.title.startsWith('Neighbour 0')",
        )
        .await;
        assert!((tab.number("document.documentElement.scrollHeight").await - height).abs() < 8.0, "nothing jumped");
        assert_eq!(tab.site.count("/own/neighbour-0.json"), 1, "what was read is not asked for again");
    })
    .await;
}

#[tokio::test]
async fn in_an_element_the_page_is_told_and_keeps_its_address() {
    scene(async |tab| {
        put(tab, 2);
        tab.visit_json(&hub(json!({ "src": format!("{}/own/page-1.json", tab.site.origin) })), "next=inline").await;
        let own = tab.string("location.href").await;
        read_on_until(tab, "t.one('.following .related__end')").await;
        go_to(tab, "Neighbour 1").await;
        tab.wait("t.of('navigate').at(-1)?.title === 'Neighbour 1' && t.of('navigate').at(-1).inline === true").await;
        // How far one has read is told of each.
        go_to(tab, "Neighbour 0").await;
        tab.wait("t.of('progress').at(-1).fraction < .5").await;
        tab.run("scrollTo(0, document.documentElement.scrollHeight)").await;
        tab.wait("t.of('progress').at(-1).fraction === 1").await;
        tab.run("scrollTo(0, 0)").await;
        tab.wait("t.of('navigate').at(-1).title === 'Hub'").await;
        assert_eq!(tab.string("location.href").await, own);
        tab.wait("t.history.length === 0 && t.count('ready') === 1").await;
    })
    .await;
}
