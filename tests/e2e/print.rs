//! On paper: the whole text, nothing to press, and where the links lead.

use crate::browser::{Tab, scene};

/// Turns the page into what the printer gets, as the browser does it: the event first, then the medium.
async fn on_paper(tab: &Tab) {
    tab.run("dispatchEvent(new Event('beforeprint'))").await;
    tab.medium("print").await;
    tab.settle().await;
}

async fn open_closed(tab: &Tab, slug: &str) {
    tab.open(&format!("?read={slug}&sections=closed")).await;
    tab.wait_ready("1").await;
    tab.wait_all_sections("closed").await;
    // What paper needs comes after the text.
    tab.wait("t.one('.print-source')").await;
}

#[tokio::test]
async fn closed_sections_are_printed_and_closed_again_afterwards() {
    scene(async |tab| {
        open_closed(tab, "tide-mill").await;
        on_paper(tab).await;
        tab.wait("t.all('.section__body > p').length > 5 && t.all('.section__body > p').every(t.shown)").await;
        tab.medium("screen").await;
        tab.run("dispatchEvent(new Event('afterprint'))").await;
        tab.wait_all_sections("closed").await;
        tab.wait("!t.all('.section__body > p').some(t.shown)").await;
    })
    .await;
}

#[tokio::test]
async fn controls_and_related_cards_are_not_printed() {
    scene(async |tab| {
        open_closed(tab, "tide-mill").await;
        on_paper(tab).await;
        tab.wait(
            "!t.all('.body-tools, .expand-all, .share-open, .section__share, .section__chevron, .related, .share-dialog, .skip-link, .masthead nav')\
             .some(t.shown)",
        )
        .await;
        tab.wait("t.shown(document.querySelector('h1')) && t.all('.section__title').every(t.shown)").await;
    })
    .await;
}

#[tokio::test]
async fn links_say_on_paper_where_they_lead() {
    scene(async |tab| {
        open_closed(tab, "every-block").await;
        on_paper(tab).await;
        // Each has the number of a line that says it, and each line a number that is in the text.
        let links = "t.all('.prose p > a[href^=http]:not([class])').filter((one) => t.words(one) !== one.getAttribute('href'))";
        let silent = tab
            .strings(&format!(
                "{links}.filter((one) => {{ const line = t.all('.print-links li')[one.dataset.note - 1]; \
                 return !t.shown(line) || t.words(line) !== one.getAttribute('href') || !getComputedStyle(one, '::after').content.includes('[') }}) \
                 .map((one) => one.outerHTML)"
            ))
            .await;
        assert!(silent.is_empty(), "{silent:?}");
        tab.wait(&format!("{links}.length > 0 && new Set(t.all('.print-links li').map(t.words)).size === t.all('.print-links li').length")).await;
        assert!(tab.value("t.all('[data-note]').every((one) => t.all('.print-links li').length >= one.dataset.note)").await.as_bool().unwrap());
        tab.medium("screen").await;
        tab.wait("!t.shown(t.one('.print-links'))").await;
    })
    .await;
}

#[tokio::test]
async fn every_picture_is_loaded_before_it_is_printed() {
    scene(async |tab| {
        open_closed(tab, "every-block").await;
        on_paper(tab).await;
        tab.wait("t.all('.article img').every((one) => one.complete && one.naturalWidth > 0)").await;
    })
    .await;
}

#[tokio::test]
async fn a_closed_article_fills_as_many_pages_as_an_open_one() {
    scene(async |tab| {
        tab.open("?read=tide-mill&sections=open").await;
        tab.wait_ready("1").await;
        let (pdf, open) = tab.pdf().await;
        assert!(pdf.starts_with(b"%PDF") && pdf.len() > 10_000 && open > 1, "{open} pages, {} bytes", pdf.len());
        tab.run("sessionStorage.clear()").await;
        open_closed(tab, "tide-mill").await;
        let (_, closed) = tab.pdf().await;
        assert_eq!(closed, open);
        tab.wait_all_sections("closed").await;
    })
    .await;
}

#[tokio::test]
async fn where_it_came_from_is_said_on_paper_alone() {
    scene(async |tab| {
        open_closed(tab, "tide-mill").await;
        tab.wait("!t.shown(document.querySelector('.print-source'))").await;
        on_paper(tab).await;
        tab.wait("t.shown(document.querySelector('.print-source'))").await;
    })
    .await;
}

#[tokio::test]
async fn links_that_nothing_has_numbered_say_their_address() {
    scene(async |tab| {
        open_closed(tab, "every-block").await;
        // The medium alone, as where no script is told.
        tab.medium("print").await;
        tab.wait("t.all('.prose p > a[href^=http]:not([class])').some((one) => getComputedStyle(one, '::after').content.includes('http'))").await;
    })
    .await;
}

#[tokio::test]
async fn a_publisher_sets_the_text_in_columns() {
    scene(async |tab| {
        open_closed(tab, "tide-mill").await;
        tab.run("document.documentElement.style.setProperty('--gatefold-print-columns', '2')").await;
        on_paper(tab).await;
        assert_eq!(tab.string("getComputedStyle(t.one('.prose')).columnCount").await, "2");
        // Side by side, and nothing beside the paper.
        tab.wait("new Set(t.all('.prose p').filter(t.shown).map((one) => Math.round(one.getBoundingClientRect().left))).size > 1").await;
        tab.expect_no_sideways_scrolling("two columns").await;
    })
    .await;
}
