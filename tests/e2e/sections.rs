//! Sections open and close: their structure, the mouse and the keyboard, and what closing leaves behind.
//!
//! The article is `tests/fixtures/e2e/nested.json`: an opening, then sections three levels deep with names that are hard
//! to tell apart.

use crate::browser::{Tab, scene};
use thirtyfour::Key;

const NESTED: &str = "/own/nested.json";
const SIDE_BY_SIDE: [&str; 4] = ["First light", "Harbour", "潮の満ち引き", "Last light"];

/// Opens the article with its sections so at first.
async fn open_nested(tab: &Tab, sections: &str) {
    tab.open(&format!("{}&sections={sections}", tab.article_at(NESTED))).await;
    tab.wait_ready("1").await;
}

#[tokio::test]
async fn a_heading_stays_a_heading_with_a_button_inside_it() {
    scene(async |tab| {
        open_nested(tab, "open").await;
        let odd = tab
            .strings(
                "t.all('.section').filter((one) => { const heading = one.querySelector(':scope > .section__row > .section__heading'); \
                 const button = heading?.querySelector('button.section__toggle'); \
                 return !(heading?.matches(`h${one.dataset.level}`) && ['true', 'false'].includes(button?.ariaExpanded) && \
                 document.getElementById(button.getAttribute('aria-controls')) === one.querySelector(':scope > .section__body')) })\
                 .map((one) => one.dataset.slug)",
            )
            .await;
        assert!(odd.is_empty(), "{odd:?}");
        assert_eq!(tab.count(".section").await, 12);
    })
    .await;
}

#[tokio::test]
async fn sections_nest_by_the_level_of_their_headings() {
    scene(async |tab| {
        open_nested(tab, "open").await;
        tab.wait("t.body('Harbour').contains(t.section('Quay')) && t.body('Quay').contains(t.section('Deep water'))")
            .await;
        tab.wait("t.body('Harbour').contains(t.section('Slipway')) && !t.body('Quay').contains(t.section('Slipway'))")
            .await;
        tab.wait("!t.body('Harbour').contains(t.section('Last light'))").await;
    })
    .await;
}

#[tokio::test]
async fn text_before_the_first_heading_never_collapses() {
    scene(async |tab| {
        open_nested(tab, "closed").await;
        tab.wait("t.shown(document.querySelector('.prose > .opening p'))").await;
        tab.wait("!document.querySelector('.opening').closest('.section')").await;
    })
    .await;
}

#[tokio::test]
async fn a_closed_section_takes_no_room_and_stays_findable() {
    scene(async |tab| {
        open_nested(tab, "closed").await;
        tab.wait_all_sections("closed").await;
        tab.wait("t.all('.section__body').every((one) => one.getAttribute('hidden') === 'until-found')").await;
        tab.wait("t.all('.section__body').every((one) => one.getBoundingClientRect().height === 0)").await;
        tab.wait("!document.querySelector('.gatefold [inert]')").await;
        let room = "t.section('First light').offsetHeight - t.section('First light').querySelector('.section__row').offsetHeight";
        let closed = tab.number(room).await;
        assert!(closed <= 2.0, "{closed} px remain below the heading");
        tab.toggle("First light").await;
        tab.wait(&format!("{room} > 50")).await;
    })
    .await;
}

#[tokio::test]
async fn what_the_browser_finds_in_a_closed_section_opens_it() {
    scene(async |tab| {
        open_nested(tab, "closed").await;
        // What find-in-page and text fragments do, from the inside out, before they scroll.
        tab.run(
            "for (const title of ['Deep water', 'Quay', 'Harbour']) \
             t.body(title).dispatchEvent(new Event('beforematch', { bubbles: true }))",
        )
        .await;
        tab.wait_sections(&["Deep water", "Quay", "Harbour"], "open").await;
        tab.wait_sections(&["First light", "Slipway"], "closed").await;
    })
    .await;
}

#[tokio::test]
async fn a_click_on_the_heading_toggles_its_section_alone() {
    scene(async |tab| {
        open_nested(tab, "open").await;
        tab.toggle("First light").await;
        tab.wait_sections(&["First light"], "closed").await;
        tab.wait("!t.shown(t.body('First light').querySelector('p'))").await;
        tab.wait_sections(&["Harbour", "Quay", "Deep water", "Last light"], "open").await;
        tab.toggle("First light").await;
        tab.wait_sections(&["First light"], "open").await;
        tab.wait("t.shown(t.body('First light').querySelector('p'))").await;
    })
    .await;
}

#[tokio::test]
async fn enter_and_space_toggle_the_focused_section_and_the_focus_stays() {
    scene(async |tab| {
        open_nested(tab, "open").await;
        for key in [Key::Enter, Key::Space] {
            tab.toggle_by_key("Quay", key.clone()).await;
            tab.wait_sections(&["Quay"], "closed").await;
            tab.toggle_by_key("Quay", key).await;
            tab.wait_sections(&["Quay"], "open").await;
            tab.wait("document.activeElement === t.button('Quay')").await;
        }
        tab.wait_all_sections("open").await;
    })
    .await;
}

#[tokio::test]
async fn enter_and_space_elsewhere_toggle_nothing() {
    scene(async |tab| {
        open_nested(tab, "open").await;
        tab.run("document.querySelector('h1').focus()").await;
        tab.press(Key::Space).await;
        tab.press(Key::Enter).await;
        tab.settle().await;
        tab.wait_all_sections("open").await;
    })
    .await;
}

#[tokio::test]
async fn arrows_home_and_end_move_between_section_buttons() {
    scene(async |tab| {
        open_nested(tab, "closed").await;
        let focused = async |title: &str| tab.wait(&format!("document.activeElement === t.button('{title}')")).await;
        tab.focus("t.button('First light')").await;
        tab.press(Key::End).await;
        focused("Last light").await;
        tab.press(Key::Home).await;
        focused("First light").await;
        tab.press(Key::Down).await;
        tab.wait("document.activeElement === t.all('.section__toggle')[1]").await;
        tab.press(Key::Up).await;
        focused("First light").await;
        // What is inside a closed section cannot be reached: after the harbour comes the next section of its level.
        tab.focus("t.button('Harbour')").await;
        tab.press(Key::Down).await;
        tab.wait("t.words(document.activeElement).startsWith('Ebbe')").await;
        tab.wait_all_sections("closed").await;
    })
    .await;
}

#[tokio::test]
async fn a_link_in_a_heading_follows_and_does_not_toggle() {
    scene(async |tab| {
        open_nested(tab, "open").await;
        let link = "t.all('.section__row a').find((one) => t.words(one) === 'almanac')";
        tab.wait(&format!("t.shown({link}) && !({link}).closest('button')")).await;
        tab.run(
            "window.followed = 0; addEventListener('click', (event) => { if (event.target.closest('a')) { \
             window.followed += event.defaultPrevented ? 0 : 1; event.preventDefault() } })",
        )
        .await;
        tab.click_on(link).await;
        tab.wait("followed === 1").await;
        tab.wait_all_sections("open").await;
    })
    .await;
}

#[tokio::test]
async fn expand_all_and_collapse_all_reach_every_level() {
    scene(async |tab| {
        open_nested(tab, "open").await;
        tab.click(".collapse-all").await;
        tab.wait_all_sections("closed").await;
        tab.click(".expand-all").await;
        tab.wait_all_sections("open").await;
    })
    .await;
}

#[tokio::test]
async fn an_article_of_two_sections_has_no_expand_all() {
    scene(async |tab| {
        tab.read_json(&crate::pages::article("Short", &["One", "Two"])).await;
        assert_eq!(tab.count(".section").await, 2);
        assert_eq!(tab.count(".expand-all, .collapse-all").await, 0);
    })
    .await;
}

#[tokio::test]
async fn slugs_are_unique_readable_and_stable() {
    scene(async |tab| {
        let slugs = "t.all('.section').map((one) => one.dataset.slug)";
        open_nested(tab, "open").await;
        let first = tab.strings(slugs).await;
        let mut unique = first.clone();
        unique.sort();
        unique.dedup();
        assert_eq!(unique.len(), first.len(), "{first:?}");
        assert!(first.iter().any(|slug| slug.contains("潮の満ち引き")), "{first:?}");
        assert!(first.iter().any(|slug| slug.contains("größer")), "{first:?}");
        tab.wait(
            "t.all('.section').every((one) => one.querySelector('.section__heading').id === `gf-${one.dataset.slug}`)",
        )
        .await;
        tab.wait("new Set(t.all('[id]').map((one) => one.id)).size === t.all('[id]').length").await;
        tab.reload().await;
        tab.wait_ready("1").await;
        assert_eq!(tab.strings(slugs).await, first);
    })
    .await;
}

#[tokio::test]
async fn sections_begin_as_the_option_says() {
    scene(async |tab| {
        open_nested(tab, "open").await;
        tab.wait_all_sections("open").await;
        open_nested(tab, "closed").await;
        tab.wait_all_sections("closed").await;
        open_nested(tab, "first").await;
        tab.wait_sections(&["First light"], "open").await;
        tab.wait_sections(&SIDE_BY_SIDE[1..], "closed").await;
    })
    .await;
}

#[tokio::test]
async fn auto_closes_sections_on_narrow_screens_alone() {
    scene(async |tab| {
        tab.size(1080, 800).await;
        open_nested(tab, "auto").await;
        tab.wait_all_sections("open").await;
        // Another visit: what was open is not remembered here.
        tab.run("sessionStorage.clear()").await;
        tab.size(tab.phone(), 740).await;
        open_nested(tab, "auto").await;
        tab.wait_sections(&SIDE_BY_SIDE, "closed").await;
    })
    .await;
}
