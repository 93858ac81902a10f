//! Passages: a selected text is offered to be shared, and an address that points at one opens and marks it.

use crate::browser::{Tab, scene};
use crate::pages::{ShareDialog, article};
use crate::server::Reply;
use serde_json::{Value, json};
use thirtyfour::Key;

/// Whether exactly this is marked, or, in an engine without marks, selected.
fn marked(text: &str) -> String {
    format!(
        "(globalThis.CSS?.highlights ? [...(CSS.highlights.get('gatefold-passage') ?? [])].map(String).join() : String(getSelection())) \
         .replace(/\\s+/g, ' ').trim() === {}",
        json!(text)
    )
}

/// An article that says the same thing in two sections.
fn repeated() -> Value {
    let mut given = article("Given", &["One", "Two", "Three"]);
    given["url"] = json!("https://example.org/given");
    given["sections"][0]["blocks"] = json!(["At dawn the water stood still, and the mill with it."]);
    given["sections"][2]["blocks"] = json!(["At noon the water stood still, though nobody saw it."]);
    given
}

/// Selects a text in a section of the app's article.
async fn select(tab: &Tab, section: &str, text: &str) {
    tab.run(&format!(
        "const node = document.createTreeWalker(t.body('{section}'), NodeFilter.SHOW_TEXT).nextNode(); \
         const from = node.data.indexOf('{text}'); getSelection().setBaseAndExtent(node, from, node, from + {})",
        text.len()
    ))
    .await;
}

#[tokio::test]
async fn what_is_selected_is_offered_to_be_shared() {
    scene(async |tab| {
        tab.read_json(&repeated()).await;
        select(tab, "One", "water stood").await;
        tab.wait("t.shown(t.one('.share-selection'))").await;
        // Under the selection, and the next stop of the keyboard.
        tab.wait(
            "(() => { const line = getSelection().getRangeAt(0).getBoundingClientRect(), own = t.one('.share-selection').getBoundingClientRect(); \
             return own.top >= line.bottom && own.top < line.bottom + 24 && own.left >= 0 && own.right <= innerWidth })()",
        )
        .await;
        assert_eq!(tab.string("t.words(t.one('.share-selection'))").await, "Share the selection");
        tab.expect_accessible("a selection").await;
        // Whoever copies the whole paragraph gets its words and no others.
        tab.run("const range = document.createRange(); range.selectNodeContents(t.body('One')); \
                 getSelection().removeAllRanges(); getSelection().addRange(range)").await;
        assert!(!tab.string("String(getSelection())").await.contains("Share the selection"));
        select(tab, "One", "water stood").await;
        tab.wait("t.shown(t.one('.share-selection'))").await;
        tab.click(".share-selection").await;
        ShareDialog(tab).wait_open().await;
        tab.wait("t.words(t.one('.share__excerpt')) === 'water stood' && t.one('.share__choice input').checked").await;
        let address = ShareDialog(tab).address().await;
        assert_eq!(address, "https://example.org/given#one:~:text=water%20stood", "the first such place needs no more");
        tab.press(Key::Escape).await;
        ShareDialog(tab).wait_closed().await;
        tab.run("getSelection().removeAllRanges()").await;
        tab.wait("!t.one('.share-selection')").await;
        select(tab, "Three", "water stood").await;
        tab.wait("t.shown(t.one('.share-selection'))").await;
        tab.click(".share-selection").await;
        ShareDialog(tab).wait_open().await;
        let address = ShareDialog(tab).address().await;
        assert_eq!(address, "https://example.org/given#three:~:text=At%20noon%20the-,water%20stood,-still%2C%20though%20nobody");
    })
    .await;
}

#[tokio::test]
async fn a_finger_that_the_browser_takes_over_selects_too() {
    scene(async |tab| {
        tab.read_json(&repeated()).await;
        // Whatever listens is there by then, and has looked.
        select(tab, "One", "water stood").await;
        tab.wait("t.shown(t.one('.share-selection'))").await;
        tab.run("getSelection().removeAllRanges()").await;
        tab.wait("!t.one('.share-selection')").await;
        let pointer = |kind: &str| {
            format!(
                "t.body('One').dispatchEvent(new PointerEvent('{kind}', {{ pointerType: 'touch', bubbles: true }}))"
            )
        };
        tab.run(&pointer("pointerdown")).await;
        select(tab, "One", "water stood").await;
        tab.run(&pointer("pointercancel")).await;
        tab.wait("t.shown(t.one('.share-selection'))").await;
    })
    .await;
}

#[tokio::test]
async fn sharing_that_is_off_offers_nothing() {
    scene(async |tab| {
        tab.site.option("data-share", "off");
        tab.read_json(&repeated()).await;
        select(tab, "One", "water stood").await;
        tab.settle().await;
        tab.settle().await;
        tab.wait("!t.one('.share-selection')").await;
    })
    .await;
}

#[tokio::test]
async fn an_address_opens_and_marks_its_passage() {
    scene(async |tab| {
        tab.site.option("data-sections", "closed");
        tab.site.put("/articles/given.json", Reply::json(&repeated()));
        tab.open(&format!("{}/?read=given#three:~:text=noon%20the-,water%20stood", tab.site.origin)).await;
        // Where no script is told of the passage, the section is opened that the address names as well.
        tab.wait("t.section('Three') && t.state('Three') === 'open' && t.state('One') === 'closed'").await;
        tab.wait("t.inView(t.body('Three').querySelector('p'))").await;
        if !tab.lacks("text fragment that a script can read") {
            tab.wait(&marked("water stood")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn inside_an_element_it_is_found_too() {
    scene(async |tab| {
        tab.site.put("/own/given.json", Reply::json(&repeated()));
        let page = "<!doctype html><meta charset=utf-8><title>Host</title><script type=module src=/embed/gatefold.js></script>\
                    <p>Written by the page.<gatefold-reader src=/own/given.json sections=closed></gatefold-reader>";
        tab.site.put("/host.html", Reply::new("text/html; charset=utf-8", page));
        tab.open(&format!("{}/host.html#one:~:text=water%20stood,mill%20with%20it.", tab.site.origin)).await;
        tab.wait_told("ready").await;
        tab.wait("t.state('One') === 'open' && t.state('Three') === 'closed'").await;
        tab.wait("t.inView(t.body('One').querySelector('p'))").await;
        if !tab.lacks("text fragment that a script can read") {
            tab.wait(&marked("water stood still, and the mill with it.")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn an_address_without_a_passage_of_this_article_leaves_it_as_it_is() {
    scene(async |tab| {
        tab.site.option("data-sections", "closed");
        tab.site.put("/articles/given.json", Reply::json(&repeated()));
        for fragment in
            [":~:text=nothing%20like%20it", ":~:text=%E0%A4%A", ":~:text=", ":~:selector(type=CssSelector,value=p)"]
        {
            tab.open(&format!("{}/?read=given#{fragment}", tab.site.origin)).await;
            tab.wait("document.documentElement.dataset.ready === '1'").await;
            tab.settle().await;
            assert_eq!(tab.string("t.states()").await, "closed", "{fragment}");
        }
    })
    .await;
}
