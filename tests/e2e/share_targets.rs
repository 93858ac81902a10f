//! Where an article can be shared to: the usual places of a language, those that a publisher names, Mastodon's many
//! servers, and a code for another device's camera.

use crate::browser::scene;
use crate::pages::{ShareDialog, article};
use serde_json::json;
use thirtyfour::Key;

/// What of the page is looked at.
const ELEMENTS: &str = "{ include: ['gatefold-reader'] }";

#[tokio::test]
async fn mastodon_asks_for_the_server_and_remembers_it() {
    scene(async |tab| {
        let mut given = article("Fish & chips", &["One"]);
        given["url"] = json!("https://example.org/a?x=1&y#z");
        tab.visit_json(&given, "").await;
        tab.run("t.prevented.add('share')").await;
        ShareDialog(tab).open().await;
        tab.wait("!t.shown(t.one('.share__server'))").await;
        tab.focus("t.one('[aria-controls=gf-share-mastodon]')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.active() === t.one('.share__server-field') && t.one('[aria-controls=gf-share-mastodon]').ariaExpanded === 'true'")
            .await;
        tab.type_text("good.example@evil.example").await;
        tab.press(Key::Enter).await;
        tab.wait("t.words(t.one('.share__said')).length > 10 && t.active() === t.one('.share__server-field')").await;
        tab.wait("!t.one('.share__server-link').hasAttribute('href') && t.count('share') === 0").await;
        tab.expect_accessible_in(ELEMENTS, "a server that is none").await;
        tab.run("t.one('.share__server-field').value = ''").await;
        tab.type_text("@me@Mastodon.Example").await;
        tab.wait("!t.words(t.one('.share__said'))").await;
        let post = "https://mastodon.example/share?text=Fish%20%26%20chips%0Ahttps%3A%2F%2Fexample.org%2Fa%3Fx%3D1%26y%23z";
        assert_eq!(tab.string("t.one('.share__server-link').href").await, post);
        tab.press(Key::Enter).await;
        tab.wait("t.of('share')[0]?.target === 'mastodon'").await;
        tab.visit_json(&given, "").await;
        ShareDialog(tab).open().await;
        assert_eq!(tab.string("t.one('.share__server-field').value").await, "mastodon.example");
        assert_eq!(tab.string("t.one('.share__server-link').href").await, post);
    })
    .await;
}

#[tokio::test]
async fn a_code_is_drawn_when_it_is_asked_for() {
    scene(async |tab| {
        tab.visit_json(&article("Given", &["One"]), "").await;
        ShareDialog(tab).open().await;
        let parts = || tab.site.requests().iter().filter(|path| path.contains("/qr-")).count();
        assert_eq!(parts(), 0, "it is loaded with nothing else");
        tab.focus("t.one('.share__qr .share__summary')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.one('.share__modules')?.getBoundingClientRect().width === 176").await;
        assert_eq!(tab.string("t.one('.share__modules').getAttribute('aria-label')").await, "QR code: Given");
        tab.wait("getComputedStyle(t.one('.share__modules')).backgroundColor === 'rgb(255, 255, 255)'").await;
        tab.wait("t.one('.share__code-frame a[download]').href.startsWith('data:image/svg+xml,%3Csvg')").await;
        tab.expect_accessible_in(ELEMENTS, "a QR code").await;
        tab.press(Key::Enter).await;
        tab.press(Key::Enter).await;
        tab.settle().await;
        assert_eq!(parts(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_language_has_its_own_places_and_a_publisher_the_last_word() {
    scene(async |tab| {
        for (attributes, targets) in [
            ("lang=ja", "email line whatsapp telegram x facebook linkedin reddit bluesky threads mastodon qr"),
            ("share-targets='raindrop email nowhere'", "raindrop email"),
            ("share-targets='mastodon threads'", "mastodon threads"),
            ("share-targets='print qr'", "print qr"),
        ] {
            tab.visit_json(&article("Given", &["One"]), attributes).await;
            ShareDialog(tab).open().await;
            let shown = tab
                .string(
                    "[...t.insideAll('.share__target:not([data-more])').filter((one) => !one.closest('[hidden]')).map((one) => one.dataset.target ?? 'mastodon'), \
                     ...(t.one('.share__qr') ? ['qr'] : [])].join(' ')",
                )
                .await;
            assert_eq!(shown, targets, "with {attributes}");
        }
    })
    .await;
}

#[tokio::test]
async fn it_is_copied_as_a_citation_or_as_markup() {
    scene(async |tab| {
        // What a browser with a clipboard holds then, and one that refuses.
        tab.before_load(
            "window.held = []; Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => \
             window.refuse ? Promise.reject(new DOMException('no', 'NotAllowedError')) : (held.push(text), Promise.resolve()) } })",
        )
        .await;
        let mut given = article("Fish & <chips>", &["One"]);
        given["url"] = json!("https://example.org/a_(b)");
        given["authors"] = json!(["Ada Fenwick"]);
        given["published"] = json!("2026-10-12T08:00:00Z");
        given["source"] = json!("The Weir");
        tab.visit_json(&given, "").await;
        ShareDialog(tab).open().await;
        tab.focus("t.one('.share__more:not(.share__qr) .share__summary')").await;
        tab.press(Key::Enter).await;
        for (form, text) in [
            ("markdown", r"[Fish \& \<chips>](https://example.org/a_%28b%29)"),
            ("html", r#"<a href="https://example.org/a_(b)">Fish &amp; &lt;chips&gt;</a>"#),
            ("apa", "Fenwick, A. (2026, October 12). Fish & <chips>. The Weir. https://example.org/a_(b)"),
        ] {
            tab.focus(&format!("t.one('[data-form={form}]')")).await;
            tab.press(Key::Enter).await;
            tab.wait(&format!("held.at(-1) === {}", json!(text))).await;
            tab.wait("t.all('[role=status]', t.reader()).some((one) => / Copied$/.test(t.words(one)))").await;
        }
        tab.expect_accessible_in(ELEMENTS, "forms to copy in").await;
        tab.run("window.refuse = true").await;
        tab.focus("t.one('[data-form=mla]')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.active() === t.one('.share__text') && t.active().selectionEnd === t.active().value.length").await;
        assert!(tab.string("t.active().value").await.starts_with("Fenwick, Ada. “Fish & <chips>.” The Weir, 12 Oct. 2026, "));
        tab.wait("t.all('[role=status]', t.reader()).some((one) => /refused/.test(t.words(one)))").await;
    })
    .await;
}
