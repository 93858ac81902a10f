//! Sharing an article: the dialog, the link, the targets. Parts of it, and the system's own sheet, are in `share_more`.

use crate::browser::{Tab, scene};
use crate::pages::{ShareDialog, article};
use serde_json::json;
use thirtyfour::Key;

/// Everything that an address can trip over, in 300 characters.
const TITLE: &str =
    "\"Fish & chips\" = 100 % <b>more</b>? #1 + 'two' \\ three/four 🐟🏴‍☠️ مرحبا بالعالم שלום 潮の満ち引き — ";

fn hard_title() -> String {
    TITLE.chars().cycle().take(299).chain(['.']).collect()
}

/// Opens an article whose canonical address is as hard as its title.
async fn read_hard(tab: &Tab) -> (String, String) {
    let (title, url) = (hard_title(), "https://example.org/a%20b/%E6%BD%AE?x=1&y=%26#not-this".to_owned());
    let mut given = article(&title, &["One", "Two", "Three", "Four"]);
    given["url"] = json!(url);
    tab.read_json(&given).await;
    (title, url)
}

#[tokio::test]
async fn it_opens_from_the_keyboard_and_says_what_is_shared() {
    scene(async |tab| {
        tab.read("tide-mill").await;
        let title = tab.text("h1").await;
        assert_eq!(tab.string("document.querySelector('.share-open').ariaLabel").await, "Share the Article");
        ShareDialog(tab).open().await;
        assert_eq!(tab.text(".share__title").await, "Share the Article");
        assert_eq!(tab.text(".share__subject").await, format!("Sharing: {title}"));
        tab.wait("document.querySelector('.share__subject bdi')").await;
    })
    .await;
}

#[tokio::test]
async fn escape_closes_it_and_gives_the_focus_back() {
    scene(async |tab| {
        tab.read("tide-mill").await;
        let dialog = ShareDialog(tab);
        dialog.open().await;
        tab.press(Key::Escape).await;
        dialog.wait_closed().await;
        tab.wait("document.activeElement === document.querySelector('.share-open')").await;
        dialog.open().await;
    })
    .await;
}

#[tokio::test]
async fn its_button_closes_it_and_gives_the_focus_back() {
    scene(async |tab| {
        tab.read("tide-mill").await;
        tab.click(".share-open").await;
        let dialog = ShareDialog(tab);
        dialog.wait_open().await;
        tab.click(".share__close").await;
        dialog.wait_closed().await;
        tab.wait("document.activeElement === document.querySelector('.share-open')").await;
    })
    .await;
}

#[tokio::test]
async fn a_click_outside_closes_it_and_one_inside_does_not() {
    scene(async |tab| {
        tab.read("tide-mill").await;
        let dialog = ShareDialog(tab);
        dialog.open().await;
        tab.click(".share__title").await;
        tab.settle().await;
        dialog.wait_open().await;
        tab.click_at(4, 4).await;
        dialog.wait_closed().await;
        tab.wait("document.activeElement === document.querySelector('.share-open')").await;
    })
    .await;
}

#[tokio::test]
async fn the_focus_does_not_leave_it() {
    scene(async |tab| {
        tab.read("tide-mill").await;
        ShareDialog(tab).open().await;
        let stops = tab.number("t.all('.share-dialog a[href], .share-dialog button, .share-dialog input').length").await
            as usize;
        for held in [None, Some(Key::Shift)] {
            for _ in 0..stops + 3 {
                match &held {
                    None => tab.press(Key::Tab).await,
                    Some(shift) => tab.press_with(shift.clone(), Key::Tab).await,
                }
                // Between the last and the first a browser may stop at its own controls, which the page sees as its body.
                tab.wait("document.activeElement === document.body || document.activeElement.closest('.share-dialog')")
                    .await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_page_behind_it_does_not_scroll() {
    scene(async |tab| {
        tab.read("tide-mill").await;
        tab.scroll_to("document.querySelector('.share-open')").await;
        tab.click(".share-open").await;
        let dialog = ShareDialog(tab);
        dialog.wait_open().await;
        let before = tab.number("scrollY").await;
        let width = tab.number("document.querySelector('h1').getBoundingClientRect().x").await;
        tab.wheel(600).await;
        tab.press(Key::PageDown).await;
        tab.settle().await;
        assert_eq!(tab.number("scrollY").await, before);
        tab.press(Key::Escape).await;
        dialog.wait_closed().await;
        assert_eq!(tab.number("scrollY").await, before);
        assert_eq!(
            tab.number("document.querySelector('h1').getBoundingClientRect().x").await,
            width,
            "the page jumped"
        );
        tab.wheel(600).await;
        tab.wait(&format!("scrollY > {before}")).await;
    })
    .await;
}

#[tokio::test]
async fn the_link_is_the_canonical_address_and_is_copied_whole() {
    scene(async |tab| {
        tab.allow_clipboard().await;
        let (_, url) = read_hard(tab).await;
        let dialog = ShareDialog(tab);
        dialog.open().await;
        let address = dialog.address().await;
        assert!(url.starts_with(&address) && address.contains("y=%26"), "{address}");
        tab.wait("document.querySelector('.share__address').readOnly && document.querySelector('.share__address').dir === 'ltr'")
            .await;
        assert_eq!(tab.text(".share__copy-button").await, "Copy link");
        tab.click(".share__copy-button").await;
        tab.wait("t.words(document.querySelector('.share__copy-button')) === 'Copied'").await;
        tab.wait("t.all('[role=status]').some((one) => one.textContent.includes('Copied'))").await;
        if !tab.lacks("clipboard that a test can read") {
            let held = tab.run_async("navigator.clipboard.readText().then(done, (error) => done(String(error)))").await;
            assert_eq!(held, address.as_str());
        }
        tab.wait("t.words(document.querySelector('.share__copy-button')) === 'Copy link'").await;
    })
    .await;
}

#[tokio::test]
async fn without_a_canonical_address_the_link_is_the_address_of_the_page() {
    scene(async |tab| {
        tab.read_json(&article("No address", &["One"])).await;
        ShareDialog(tab).open().await;
        let address = ShareDialog(tab).address().await;
        assert_eq!(address, tab.string("location.href.split('#')[0]").await);
    })
    .await;
}

#[tokio::test]
async fn where_the_clipboard_is_refused_the_address_is_selected_and_a_message_says_so() {
    scene(async |tab| {
        tab.before_load(
            "if (navigator.clipboard) navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError')); \
             document.execCommand = () => false",
        )
        .await;
        tab.read("tide-mill").await;
        ShareDialog(tab).open().await;
        tab.click(".share__copy-button").await;
        tab.wait("t.words(document.querySelector('.share__message')).length > 5 && t.shown(document.querySelector('.share__message'))")
            .await;
        tab.wait(
            "(() => { const field = document.querySelector('.share__address'); return document.activeElement === field && \
             field.selectionStart === 0 && field.selectionEnd === field.value.length && field.value.length > 0 })()",
        )
        .await;
        tab.wait("t.words(document.querySelector('.share__copy-button')) === 'Copy link'").await;
    })
    .await;
}

#[tokio::test]
async fn every_target_gets_the_whole_title_and_the_whole_address() {
    scene(async |tab| {
        let (title, _) = read_hard(tab).await;
        let dialog = ShareDialog(tab);
        dialog.open().await;
        let address = dialog.address().await;
        let targets = tab
            .value(
                "t.all('a.share__target').map((one) => { const url = new URL(one.href); return { name: one.dataset.target, \
                 protocol: url.protocol, rel: one.rel, target: one.target, label: t.words(one), \
                 parts: [...url.search.slice(1).split('&'), ...url.hash.slice(1).split('&'), url.pathname].map((part) => \
                 decodeURIComponent(part.slice(part.indexOf('=') + 1).replaceAll('+', url.protocol === 'mailto:' ? '+' : ' '))) } })",
            )
            .await;
        let targets = targets.as_array().unwrap();
        assert!(targets.len() >= 3, "{targets:?}");
        let start: String = title.chars().take(12).collect();
        let mut with_title = 0;
        for target in targets {
            let name = &target["name"];
            let parts: Vec<&str> = target["parts"].as_array().unwrap().iter().filter_map(|part| part.as_str()).collect();
            assert!(["https:", "mailto:", "sms:", "fb-messenger:"].contains(&target["protocol"].as_str().unwrap()), "{target}");
            assert!(target["target"] != "_blank" || target["rel"].as_str().unwrap().contains("noopener"), "{target}");
            assert_ne!(target["label"], "", "{target}");
            assert!(parts.iter().any(|part| part.contains(&address)), "{name} lost the address: {parts:?}");
            let titled: Vec<_> = parts.iter().filter(|part| part.contains(&start)).collect();
            assert!(titled.iter().all(|part| part.contains(&title)), "{name} lost part of the title: {titled:?}");
            with_title += usize::from(!titled.is_empty());
        }
        assert!(with_title > 0, "no target gets the title");
        let mail = targets.iter().find(|target| target["name"] == "email").expect("e-mail");
        assert!(mail["parts"].as_array().unwrap().iter().any(|part| *part == title.as_str()), "{mail}");
    })
    .await;
}

#[tokio::test]
async fn nobody_is_asked_before_a_target_is_chosen() {
    scene(async |tab| {
        tab.read("tide-mill").await;
        ShareDialog(tab).open().await;
        tab.settle().await;
        assert_eq!(tab.outside.hosts(), [] as [&str; 0]);
    })
    .await;
}
