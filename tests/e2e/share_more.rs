//! Sharing a part of an article, and sharing by the system's own sheet.

use crate::browser::{Tab, scene};
use crate::pages::{ShareDialog, article};
use serde_json::json;

/// A system that can share: it writes down what it gets, and whether that was during the click, and answers so.
async fn with_native_share(tab: &Tab, answer: &str) {
    tab.before_load(&format!(
        "Object.defineProperty(navigator, 'canShare', {{ value: (data) => !!data?.url, configurable: true }}); \
         Object.defineProperty(navigator, 'share', {{ configurable: true, value: (data) => {{ \
         t.seen.shared.push({{ ...data, during: window.event?.type ?? 'nothing' }}); return {answer} }} }})"
    ))
    .await;
}

#[tokio::test]
async fn the_systems_own_sheet_gets_the_title_and_the_address_during_the_click() {
    scene(async |tab| {
        with_native_share(tab, "Promise.resolve()").await;
        let mut given = article("Title & \"quotes\" 🐟", &["One"]);
        given["url"] = json!("https://example.org/given");
        tab.read_json(&given).await;
        ShareDialog(tab).open().await;
        tab.click(".share__native").await;
        tab.wait("t.seen.shared.length === 1").await;
        let shared = tab.value("t.seen.shared[0]").await;
        assert_eq!(shared["url"], "https://example.org/given");
        assert_eq!(shared["title"], given["title"]);
        assert_eq!(shared["during"], "click");
    })
    .await;
}

#[tokio::test]
async fn cancelling_the_systems_own_sheet_is_no_error() {
    scene(async |tab| {
        with_native_share(tab, "Promise.reject(new DOMException('cancelled', 'AbortError'))").await;
        tab.read("tide-mill").await;
        ShareDialog(tab).open().await;
        tab.click(".share__native").await;
        tab.wait("t.seen.shared.length === 1").await;
        tab.settle().await;
        tab.wait("!t.words(document.querySelector('.share__message')) && !document.querySelector('.failure')").await;
    })
    .await;
}

#[tokio::test]
async fn a_sheet_that_never_answers_holds_nothing_up() {
    scene(async |tab| {
        with_native_share(tab, "new Promise(() => {})").await;
        tab.read("tide-mill").await;
        ShareDialog(tab).open().await;
        tab.click(".share__native").await;
        tab.wait("t.seen.shared.length === 1").await;
        tab.press(thirtyfour::Key::Escape).await;
        ShareDialog(tab).wait_closed().await;
        ShareDialog(tab).open().await;
        tab.wait("t.shown(t.one('.share__copy-button')) && !t.words(t.one('.share__message'))").await;
    })
    .await;
}

#[tokio::test]
async fn a_sheet_that_does_not_open_is_said() {
    scene(async |tab| {
        with_native_share(tab, "Promise.reject(new DOMException('no', 'NotAllowedError'))").await;
        tab.read("tide-mill").await;
        ShareDialog(tab).open().await;
        tab.click(".share__native").await;
        tab.wait("t.words(document.querySelector('.share__message')).length > 5").await;
        tab.wait("t.shown(document.querySelector('.share__copy-button'))").await;
    })
    .await;
}

#[tokio::test]
async fn without_the_systems_own_sheet_there_is_no_button_for_it() {
    scene(async |tab| {
        for script in [
            "delete Navigator.prototype.share; delete Navigator.prototype.canShare",
            "navigator.share = () => Promise.reject(new TypeError('no')); navigator.canShare = () => false",
        ] {
            tab.before_load(script).await;
            tab.read("tide-mill").await;
            ShareDialog(tab).open().await;
            tab.wait("!t.shown(document.querySelector('.share__native')) && t.shown(document.querySelector('.share__target'))")
                .await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_section_can_be_shared() {
    scene(async |tab| {
        let mut given = article("Given", &["First part", "Second part", "Third part"]);
        given["url"] = json!("https://example.org/given");
        tab.read_json(&given).await;
        let slug = tab.string("t.section('Second part').dataset.slug").await;
        let share = "t.section('Second part').querySelector('.section__share')";
        assert!(tab.string(&format!("{share}.ariaLabel")).await.contains("Second part"));
        tab.focus(share).await;
        tab.press(thirtyfour::Key::Enter).await;
        let dialog = ShareDialog(tab);
        dialog.wait_open().await;
        assert_eq!(dialog.address().await, format!("https://example.org/given#{slug}"));
        tab.wait_sections(&["Second part"], "open").await;
        // The whole article is one choice away.
        tab.click(".share__scope input:not(:checked)").await;
        tab.wait("document.querySelector('.share__address').value === 'https://example.org/given'").await;
        tab.press(thirtyfour::Key::Escape).await;
        dialog.wait_closed().await;
        tab.wait(&format!("document.activeElement === {share}")).await;
        // What is shared next is the article again.
        dialog.open().await;
        assert_eq!(dialog.address().await, "https://example.org/given");
    })
    .await;
}

#[tokio::test]
async fn the_selected_text_can_be_shared() {
    scene(async |tab| {
        let mut given = article("Given", &["One", "Two", "Three"]);
        given["url"] = json!("https://example.org/given");
        given["sections"][0]["blocks"][0] = json!("Before it, a rare-word, and 100 % of it; after it.");
        tab.read_json(&given).await;
        tab.run(
            "const node = document.createTreeWalker(t.body('One'), NodeFilter.SHOW_TEXT).nextNode(); \
             const from = node.data.indexOf('a rare-word'); getSelection().setBaseAndExtent(node, from, node, from + 22)",
        )
        .await;
        // By the mouse: WebKit gives up a selection when something else gets the focus from the keyboard.
        tab.click_on("t.one('.share-open')").await;
        ShareDialog(tab).wait_open().await;
        let selected = "t.all('.share__choice').find((one) => /select/i.test(t.words(one)))?.querySelector('input')";
        tab.wait(selected).await;
        tab.run(&format!("({selected}).click()")).await;
        tab.wait("document.querySelector('.share__address').value.includes('#one:~:text=')").await;
        let address = ShareDialog(tab).address().await;
        // A hyphen, a comma and a percent sign have a meaning in a text fragment, so they are written otherwise.
        let fragment = address.split(":~:text=").nth(1).unwrap();
        assert!(fragment.contains("rare%2Dword") && fragment.contains("%2C") && fragment.contains("%25"), "{address}");
    })
    .await;
}

#[tokio::test]
async fn campaign_parameters_are_added_to_the_address() {
    scene(async |tab| {
        tab.site.option("data-campaign", "utm_source=gatefold&utm_medium=share");
        let mut given = article("Given", &["One"]);
        given["url"] = json!("https://example.org/given?a=1");
        tab.read_json(&given).await;
        ShareDialog(tab).open().await;
        let address = ShareDialog(tab).address().await;
        assert_eq!(address, "https://example.org/given?a=1&utm_source=gatefold&utm_medium=share");
    })
    .await;
}

#[tokio::test]
async fn sharing_can_be_switched_off() {
    scene(async |tab| {
        tab.site.option("data-share", "off");
        tab.read("tide-mill").await;
        assert_eq!(tab.count(".share-open, .section__share").await, 0);
    })
    .await;
}

#[tokio::test]
async fn its_part_is_on_its_way_before_the_click() {
    scene(async |tab| {
        tab.read("tide-mill").await;
        let asked = "performance.getEntriesByType('resource').some(({ name }) => name.includes('/share-'))";
        tab.wait(&format!("!{asked}")).await;
        tab.point_at(".share-open").await;
        tab.wait(&format!("{asked} && !document.querySelector('dialog[open]')")).await;
        ShareDialog(tab).open().await;
    })
    .await;
}
