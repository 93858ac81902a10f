//! Every part of an article has an address: on load, when the hash changes, and from links in the article itself.

use crate::browser::{Tab, scene};

const NESTED: &str = "/own/nested.json";

/// Opens the article with closed sections at that hash.
async fn open_at(tab: &Tab, hash: &str) {
    tab.open(&format!("{}&sections=closed{hash}", tab.article_at(NESTED))).await;
    tab.wait_ready("1").await;
}

async fn wait_in_view(tab: &Tab, title: &str) {
    tab.wait(&format!("t.inView(t.section('{title}').querySelector('.section__heading'))")).await;
}

#[tokio::test]
async fn a_hash_opens_the_section_and_its_parents_then_scrolls_there() {
    scene(async |tab| {
        open_at(tab, "#deep-water").await;
        tab.wait_sections(&["Deep water", "Quay", "Harbour"], "open").await;
        tab.wait_sections(&["First light", "Foo 1", "Slipway", "Last light"], "closed").await;
        wait_in_view(tab, "Deep water").await;
    })
    .await;
}

#[tokio::test]
async fn a_hash_reaches_a_paragraph_inside_closed_sections() {
    scene(async |tab| {
        open_at(tab, "#buoy").await;
        tab.wait_sections(&["Deep water", "Quay", "Harbour"], "open").await;
        tab.wait("t.inView(t.all('.section p').find((one) => t.words(one).startsWith('The buoy')))").await;
    })
    .await;
}

#[tokio::test]
async fn a_change_of_the_hash_opens_and_scrolls_too() {
    scene(async |tab| {
        open_at(tab, "").await;
        tab.run("location.hash = t.section('Last light').dataset.slug").await;
        tab.wait_sections(&["Last light"], "open").await;
        wait_in_view(tab, "Last light").await;
        tab.run("location.hash = 'deep-water'").await;
        tab.wait_sections(&["Deep water", "Quay", "Harbour"], "open").await;
        wait_in_view(tab, "Deep water").await;
    })
    .await;
}

#[tokio::test]
async fn a_link_within_the_article_opens_and_scrolls_too() {
    scene(async |tab| {
        open_at(tab, "").await;
        tab.run("window.stayed = true").await;
        tab.click_on("t.all('.opening a').find((one) => t.words(one) === 'buoy')").await;
        tab.wait_sections(&["Deep water", "Quay", "Harbour"], "open").await;
        tab.wait("t.inView(t.all('.section p').find((one) => t.words(one).startsWith('The buoy')))").await;
        tab.wait("window.stayed && location.hash === '#buoy'").await;
    })
    .await;
}

#[tokio::test]
async fn the_same_link_works_again_after_its_section_was_closed() {
    scene(async |tab| {
        open_at(tab, "").await;
        let link = "t.all('.opening a').find((one) => t.words(one) === 'deep water')";
        tab.click_on(link).await;
        tab.wait_sections(&["Deep water"], "open").await;
        tab.toggle("Harbour").await;
        tab.wait_sections(&["Harbour"], "closed").await;
        tab.click_on(link).await;
        tab.wait_sections(&["Deep water", "Quay", "Harbour"], "open").await;
        wait_in_view(tab, "Deep water").await;
    })
    .await;
}

#[tokio::test]
async fn back_from_a_link_within_the_article_returns_to_the_link() {
    scene(async |tab| {
        open_at(tab, "").await;
        tab.click_on("t.all('.opening a').find((one) => t.words(one) === 'deep water')").await;
        wait_in_view(tab, "Deep water").await;
        tab.session.back().await.unwrap();
        tab.wait("location.hash === '' && t.inView(document.querySelector('.opening p'))").await;
        assert_eq!(tab.text("h1").await, "Nested sections");
    })
    .await;
}

#[tokio::test]
async fn a_percent_encoded_hash_is_found() {
    scene(async |tab| {
        for (title, part) in [("潮の満ち引き", "潮の満ち引き"), ("Ebbe & Flut: 100 % größer", "größer")]
        {
            open_at(tab, "").await;
            let slug = tab.string(&format!("t.section('{title}').dataset.slug")).await;
            assert!(slug.contains(part), "{slug}");
            open_at(tab, &format!("#{}", crate::pages::encoded(&slug))).await;
            tab.wait_sections(&[title], "open").await;
            wait_in_view(tab, title).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_malformed_hash_does_no_harm() {
    scene(async |tab| {
        for hash in ["#%", "#%E0%A4%A", "#100%25%", "#%FF", "#nowhere", "#", "#[x]", "#a'b\"c", "#:~:text=First"] {
            open_at(tab, hash).await;
            assert_eq!(tab.text("h1").await, "Nested sections", "{hash}");
            tab.wait_sections(&["Quay"], "closed").await;
        }
    })
    .await;
}

#[tokio::test]
async fn names_that_look_alike_reach_their_own_sections() {
    scene(async |tab| {
        open_at(tab, "").await;
        let slugs = tab
            .strings("t.all('.section').filter((one) => t.words(one.querySelector('.section__title')).startsWith('Foo')).map((one) => one.dataset.slug)")
            .await;
        assert_eq!(slugs.len(), 3);
        for (index, slug) in slugs.iter().enumerate() {
            open_at(tab, &format!("#{slug}")).await;
            let open = "t.all('.section[data-open]').map((one) => one.dataset.slug).join()";
            tab.wait(&format!("{open} === '{slug}'")).await;
            tab.wait(&format!("t.inView(t.all('.section[data-open] .section__heading')[0]) && {index} < 3")).await;
            tab.run("sessionStorage.clear()").await;
        }
    })
    .await;
}

#[tokio::test]
async fn the_address_of_a_section_survives_a_reload() {
    scene(async |tab| {
        open_at(tab, "#quay").await;
        wait_in_view(tab, "Quay").await;
        tab.reload().await;
        tab.wait_ready("1").await;
        tab.wait_sections(&["Quay", "Harbour"], "open").await;
        wait_in_view(tab, "Quay").await;
    })
    .await;
}
