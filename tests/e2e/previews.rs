//! What a link leads to, before it is followed.

use crate::browser::{Tab, scene};
use crate::pages::{article, hub, items};
use serde_json::{Value, json};
use thirtyfour::Key;

/// An article with a link to one that it has a card of, and to one that nobody knows.
fn linked(tab: &Tab) -> Value {
    items(tab, 0..1);
    let image = format!("{}/images/mill.svg", tab.site.origin);
    let card = json!({ "title": "Neighbour 0", "teaser": "What it is about.", "url": "https://example.org/neighbour-0",
        "article": format!("{}/own/neighbour-0.json", tab.site.origin),
        "image": { "src": image, "alt": "", "width": 4, "height": 3 } });
    let mut given = hub(json!({ "items": [card] }));
    let link = |text: &str, href: &str| json!({ "type": "link", "href": href, "text": text });
    given["sections"][0]["blocks"] = json!([[
        "Read ",
        link("the other one", "https://example.org/neighbour-0#two"),
        " and ",
        link("a stranger", "https://example.org/x"),
        "."
    ]]);
    given
}

/// The link with these words.
fn link(words: &str) -> String {
    format!("t.all('.prose a', t.reader()).find((one) => t.words(one) === '{words}')")
}

const SHOWN: &str = "t.shown(t.one('.preview'))";

/// Rests the pointer on the link.
async fn rest_on(tab: &Tab, words: &str) {
    tab.run(&format!("{}.id = 'pointed'", link(words))).await;
    tab.point_at("#pointed").await;
    tab.run("document.getElementById('pointed').id = ''").await;
}

#[tokio::test]
async fn a_link_to_a_known_article_shows_its_card() {
    scene(async |tab| {
        tab.read_json(&linked(tab)).await;
        tab.wait("t.one('.preview') && t.one('.related .card')").await;
        rest_on(tab, "the other one").await;
        tab.wait(SHOWN).await;
        assert_eq!(tab.string("t.words(t.one('.preview .card__title'))").await, "Neighbour 0");
        assert_eq!(tab.string("t.words(t.one('.preview .card__teaser'))").await, "What it is about.");
        tab.wait("t.one('.preview img').naturalWidth > 0 && !t.one('.preview a[href]')").await;
        tab.wait(&format!("{}.getAttribute('aria-describedby') === t.one('.preview').id", link("the other one"))).await;
        tab.expect_accessible("a preview").await;
        tab.picture("preview").await;
        // The pointer can travel into it.
        tab.point_at(".preview").await;
        tab.settle().await;
        tab.wait(SHOWN).await;
        tab.press(Key::Escape).await;
        tab.wait(&format!("!{SHOWN} && !{}.hasAttribute('aria-describedby')", link("the other one"))).await;
    })
    .await;
}

#[tokio::test]
async fn from_the_keyboard_it_comes_with_the_focus_and_goes_with_it() {
    scene(async |tab| {
        tab.read_json(&linked(tab)).await;
        tab.wait("t.one('.preview') && t.one('.related .card')").await;
        tab.focus("t.one('.prose .section__toggle')").await;
        tab.tab_to(".prose a[href*=neighbour]").await;
        tab.wait(SHOWN).await;
        tab.press(Key::Tab).await;
        tab.wait(&format!("!{SHOWN}")).await;
    })
    .await;
}

#[tokio::test]
async fn a_link_to_anything_else_shows_none() {
    scene(async |tab| {
        tab.before_load(
            "window.timers = []; const real = window.setTimeout; \
             window.setTimeout = (act, time, ...rest) => (timers.push(time), real.call(window, act, time, ...rest))",
        )
        .await;
        tab.read_json(&linked(tab)).await;
        tab.wait("t.one('.preview') && t.one('.related .card')").await;
        rest_on(tab, "a stranger").await;
        tab.wait(&format!("{}.matches(':hover')", link("a stranger"))).await;
        tab.wait("!timers.includes(400)").await;
        rest_on(tab, "the other one").await;
        tab.wait("timers.includes(400)").await;
        // No related articles, no cards to show.
        tab.site.option("data-related", "off");
        tab.read_json(&article("Alone", &["One"])).await;
        tab.wait("t.one('.print-source') && !t.one('.preview')").await;
    })
    .await;
}
