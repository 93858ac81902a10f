//! What is kept while someone reads: open sections and the place in the text. For this visit, not for ever.

use crate::browser::{Tab, scene};

const NESTED: &str = "/own/nested.json";

async fn open_nested(tab: &Tab) {
    tab.open(&format!("{}&sections=open", tab.article_at(NESTED))).await;
    tab.wait_ready("1").await;
}

#[tokio::test]
async fn sections_stay_as_they_were_after_a_reload() {
    scene(async |tab| {
        open_nested(tab).await;
        tab.toggle("Foo 1").await;
        tab.toggle("Quay").await;
        tab.wait_sections(&["Foo 1", "Quay"], "closed").await;
        tab.reload().await;
        tab.wait_ready("1").await;
        tab.wait_sections(&["Foo 1", "Quay"], "closed").await;
        tab.wait_sections(&["First light", "Harbour", "Slipway"], "open").await;
    })
    .await;
}

#[tokio::test]
async fn sections_stay_as_they_were_on_back_and_forward() {
    scene(async |tab| {
        tab.open_library().await;
        tab.click(".library .card__link").await;
        tab.wait_ready("1").await;
        let address = tab.string("location.href").await;
        tab.wait("t.all('.section').length > 1").await;
        let title = tab.text(".section__title").await;
        let before = tab.string(&format!("t.state({})", crate::browser::quoted(&title))).await;
        let after = if before == "open" { "closed" } else { "open" };
        tab.toggle(&title).await;
        tab.wait_sections(&[&title], after).await;
        tab.session.back().await.unwrap();
        tab.wait_ready("library").await;
        tab.session.forward().await.unwrap();
        tab.wait_ready("1").await;
        tab.wait_sections(&[&title], after).await;
        assert_eq!(tab.string("location.href").await, address);
    })
    .await;
}

#[tokio::test]
async fn another_visit_begins_afresh() {
    scene(async |tab| {
        open_nested(tab).await;
        tab.toggle("Foo 1").await;
        tab.wait_sections(&["Foo 1"], "closed").await;
        let address = tab.string("location.href").await;
        let window = tab.session.new_tab().await.unwrap();
        tab.session.switch_to_window(window).await.unwrap();
        tab.open(&address).await;
        // The script that every page begins with belongs to the first tab.
        tab.wait("document.documentElement.dataset.ready === '1'").await;
        tab.wait("!!document.querySelector('.section') && !document.querySelector('.section__body[hidden]')").await;
    })
    .await;
}

#[tokio::test]
async fn the_place_in_the_text_is_kept_on_reload_even_when_the_window_is_narrower() {
    scene(async |tab| {
        open_nested(tab).await;
        let place = "t.body('Deep water').querySelectorAll('p')[2]";
        tab.run(&format!("({place}).scrollIntoView({{ block: 'start', behavior: 'instant' }})")).await;
        tab.wait(&format!("t.inView({place})")).await;
        tab.settle().await;
        tab.size(700, 800).await;
        tab.reload().await;
        tab.wait_ready("1").await;
        tab.wait(&format!("t.inView({place})")).await;
    })
    .await;
}

#[tokio::test]
async fn back_and_forward_return_to_the_place_in_the_text() {
    scene(async |tab| {
        tab.open_library().await;
        let address = tab.article_at(NESTED);
        tab.open(&format!("{address}&sections=open")).await;
        tab.wait_ready("1").await;
        tab.scroll_to("t.section('Slipway').querySelector('h3')").await;
        tab.wait("t.inView(t.section('Slipway').querySelector('h3'))").await;
        tab.settle().await;
        // From the script: a pointer would scroll to the link first.
        tab.run("document.querySelector('.masthead__home').click()").await;
        tab.wait_ready("library").await;
        tab.wait("scrollY < 10").await;
        tab.session.back().await.unwrap();
        tab.wait_ready("1").await;
        tab.wait(
            "t.shown(t.section('Slipway')) && t.section('Slipway').getBoundingClientRect().top < innerHeight && \
                  t.section('Slipway').getBoundingClientRect().bottom > 0",
        )
        .await;
    })
    .await;
}
