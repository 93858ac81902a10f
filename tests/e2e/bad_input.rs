//! Articles that mean harm, or were made badly: nothing runs, nothing breaks, and what can be read is shown.

use crate::browser::{Tab, scene};
use serde_json::Value;

async fn open_fault(tab: &Tab, name: &str) {
    tab.open(&format!("{}&sections=open", tab.article_at(&format!("/fault/{name}")))).await;
    tab.wait_ready("1").await;
}

/// Every address in the page that the browser itself would understand as a script, a document or a file.
const HOSTILE: &str = "t.all('#gatefold *').flatMap((one) => ['href', 'src', 'srcset', 'action', 'formaction', 'poster', 'data', 'cite', \
    'xlink:href', 'background', 'ping', 'srcdoc'].filter((name) => one.hasAttribute(name)).filter((name) => { try { \
    return !['http:', 'https:', 'mailto:', 'tel:', 'sms:'].includes(new URL(one.getAttribute(name), document.baseURI).protocol) } \
    catch { return true } }).map((name) => `${one.localName} ${name}=${one.getAttribute(name)}`))";

#[tokio::test]
async fn hostile_addresses_never_reach_the_page() {
    scene(async |tab| {
        tab.expect_failed_requests();
        open_fault(tab, "hostile.json").await;
        tab.scroll_through().await;
        let found = tab.strings(HOSTILE).await;
        assert!(found.is_empty(), "{found:#?}");
        assert_eq!(tab.count(".article script, .article iframe, .article object, .article embed, .article form").await, 0);
        tab.wait("t.shown(t.all('.article p').find((one) => t.words(one) === 'a link that stays text'))").await;
        tab.wait("t.shown(t.all('.article p').find((one) => t.words(one) === 'After the attack.'))").await;
        // Markup in a text is text.
        assert_eq!(tab.text("h1").await, "<img src=x onerror=alert(1)>");
        assert_eq!(tab.text(".standfirst").await, "<script>alert(1)</script>");
        tab.wait("!t.all('#gatefold *').some((one) => one.getAttributeNames().some((name) => name.startsWith('on')))").await;
        // Nothing fires when everything is pointed at, focused and clicked.
        tab.run(
            "addEventListener('click', (event) => event.preventDefault()); for (const one of t.all('.article *')) { \
             one.dispatchEvent(new MouseEvent('mouseover', { bubbles: true })); one.focus?.(); if (one.matches('a, img')) one.click() }",
        )
        .await;
        tab.settle().await;
        assert_eq!(tab.value("t.seen.alerts").await, serde_json::json!([]));
    })
    .await;
}

#[tokio::test]
async fn a_hostile_card_leads_nowhere_and_its_feed_is_not_asked() {
    scene(async |tab| {
        tab.expect_failed_requests();
        open_fault(tab, "hostile.json").await;
        tab.scroll_to("document.querySelector('.related')").await;
        tab.wait("document.querySelectorAll('.related .card').length === 4").await;
        let found = tab.strings(HOSTILE).await;
        assert!(found.is_empty(), "{found:#?}");
        // An address within an address is no better. What is left is what a browser takes for the name of a file.
        let within = tab
            .strings("t.all('.related .card a').flatMap((one) => [...new URL(one.href).searchParams.values()]).filter((one) => !/^https?:/.test(one))")
            .await;
        assert!(within.is_empty(), "{within:#?}");
    })
    .await;
}

#[tokio::test]
async fn lists_ten_thousand_deep_end_in_their_text() {
    scene(async |tab| {
        tab.be_patient(60);
        open_fault(tab, "deep-lists.json").await;
        tab.wait("t.words(document.querySelector('.article')).includes('the bottom of it')").await;
        let depth = tab
            .number("(() => { let deepest = 0; for (let one of t.all('.article li')) { let depth = 0; while ((one = one.parentElement)) depth++; \
                     deepest = Math.max(deepest, depth) } return deepest })()")
            .await;
        assert!(depth < 512.0, "{depth} levels");
    })
    .await;
}

#[tokio::test]
async fn a_hundred_thousand_blocks_all_arrive() {
    scene(async |tab| {
        tab.be_patient(120);
        open_fault(tab, "many-blocks.json").await;
        assert_eq!(tab.count(".prose p").await, 100_000);
        tab.wait("t.words(t.all('.prose p').at(-1)) === 'Paragraph 100000.'").await;
    })
    .await;
}

#[tokio::test]
async fn what_has_the_wrong_type_is_skipped_and_the_rest_stands() {
    scene(async |tab| {
        tab.site.option("data-diagnostics", "on");
        tab.expect_failed_requests();
        open_fault(tab, "wrong-types.json").await;
        for text in ["Before the damage.", "After the damage."] {
            tab.wait(&format!("t.shown(t.all('.article p').find((one) => t.words(one) === '{text}'))")).await;
        }
        let shown = tab.text(".article").await;
        for trace in ["[object", "undefined", "NaN", "null"] {
            let inside = tab.text(".prose").await;
            assert!(!inside.contains(trace), "{trace} in {shown}");
        }
        assert!(tab.count(".diagnostics li").await > 10);
    })
    .await;
}

#[tokio::test]
async fn an_article_broken_on_purpose_shows_with_notes_on_what_is_missing() {
    scene(async |tab| {
        tab.site.option("data-diagnostics", "on");
        tab.expect_failed_requests();
        tab.read("broken-on-purpose").await;
        assert!(!tab.text("h1").await.is_empty());
        tab.wait("t.all('.prose p').some((one) => t.words(one).length > 20)").await;
        tab.wait("t.shown(document.querySelector('.diagnostics summary'))").await;
        tab.click(".diagnostics summary").await;
        tab.wait("t.all('.diagnostics li').length > 0 && t.all('.diagnostics li').every(t.shown)").await;
        let count = tab.count(".diagnostics li").await;
        assert!(tab.text(".diagnostics summary").await.contains(&count.to_string()));
    })
    .await;
}

#[tokio::test]
async fn the_notes_are_for_publishers_and_not_shown_unasked() {
    scene(async |tab| {
        tab.expect_failed_requests();
        tab.read("broken-on-purpose").await;
        assert_eq!(tab.count(".diagnostics").await, 0);
    })
    .await;
}

#[tokio::test]
async fn marks_that_turn_text_around_are_removed_from_titles_and_links() {
    scene(async |tab| {
        open_fault(tab, "bidi.json").await;
        tab.scroll_to("document.querySelector('.related')").await;
        tab.wait("document.querySelector('.related .card')").await;
        let texts = tab
            .strings("[document.title, ...t.all('h1, h2, .standfirst, .prose a, .card__title, .section__toggle').map((one) => one.textContent)]")
            .await;
        assert!(texts.len() > 5 && texts.iter().all(|text| !text.contains(['\u{202D}', '\u{202E}'])), "{texts:?}");
        let dialog = crate::pages::ShareDialog(tab);
        dialog.open().await;
        assert!(!tab.text(".share__subject").await.contains('\u{202E}'));
    })
    .await;
}

#[tokio::test]
async fn names_of_the_pages_own_properties_cannot_be_taken() {
    scene(async |tab| {
        let names = ["body", "cookie", "forms", "location", "__proto__", "constructor", "toString", "gatefold", "gf-title", "t"];
        let sections: Vec<Value> = names
            .iter()
            .map(|name| serde_json::json!({ "heading": name, "id": name, "blocks": [{ "type": "paragraph", "id": name, "text": "Words." }] }))
            .collect();
        tab.read_json(&serde_json::json!({ "gatefold": 1, "title": "Names", "sections": sections })).await;
        assert_eq!(tab.count(".section").await, names.len());
        tab.wait("document.body instanceof HTMLBodyElement && typeof document.cookie === 'string' && t.all").await;
        tab.wait("document.getElementById('gf-title') === document.querySelector('h1') && document.getElementById('gatefold').contains(document.querySelector('h1'))")
            .await;
        assert_eq!(tab.text("h1").await, "Names");
        tab.wait("t.all('.article [name]').length === 0").await;
    })
    .await;
}
