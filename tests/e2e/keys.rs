//! Single keys that go about in an article, the list of them, and the way back to the top.

use crate::browser::{Engine, Tab, scene};
use crate::pages::{ShareDialog, article};
use thirtyfour::Key;

const NAMES: [&str; 6] = ["One", "Two", "Three", "Four", "Five", "Six"];

async fn read(tab: &Tab) {
    tab.size(700, 700).await;
    tab.site.put("/own/given.json", crate::server::Reply::json(&article("A long one", &NAMES)));
    tab.open(&format!("{}&sections=open", tab.article_at("/own/given.json"))).await;
    tab.wait_ready("1").await;
    tab.wait("t.one('.keys-open')").await;
}

/// The heading that has the focus and stands at the top.
async fn wait_at(tab: &Tab, title: &str) {
    tab.wait(&format!(
        "t.active() === t.button('{title}') && Math.abs(t.section('{title}').getBoundingClientRect().top) < 96"
    ))
    .await;
}

#[tokio::test]
async fn keys_go_from_section_to_section_and_back_to_the_top() {
    scene(async |tab| {
        read(tab).await;
        for title in ["One", "Two", "Three"] {
            tab.type_text("j").await;
            wait_at(tab, title).await;
        }
        tab.type_text("k").await;
        wait_at(tab, "Two").await;
        // None of them opens or closes anything.
        tab.wait_all_sections("open").await;
        tab.type_text("z").await;
        tab.wait_all_sections("closed").await;
        tab.type_text("e").await;
        tab.wait_all_sections("open").await;
        tab.type_text("t").await;
        tab.wait("t.active() === t.one('h1.title') && t.inView(t.one('h1.title'))").await;
        tab.type_text("s").await;
        ShareDialog(tab).wait_open().await;
        // What is open has the keys for itself.
        tab.type_text("j").await;
        tab.settle().await;
        tab.wait("t.inView(t.one('h1.title'))").await;
        tab.press(Key::Escape).await;
        ShareDialog(tab).wait_closed().await;
        tab.type_text("c").await;
        tab.wait("t.one('.contents-dialog').open").await;
    })
    .await;
}

#[tokio::test]
async fn the_list_of_keys_is_there_for_whoever_asks_and_turns_them_off() {
    scene(async |tab| {
        read(tab).await;
        tab.type_text("?").await;
        tab.wait("t.one('.keys-dialog')?.open").await;
        assert_eq!(
            tab.strings("t.all('.keys__key').map(t.words).filter((key) => key !== 'l')").await,
            ["j", "k", "t", "c", "e", "z", "s", "a"]
        );
        tab.expect_accessible("the keys").await;
        tab.click(".keys__switch input").await;
        tab.press(Key::Escape).await;
        tab.wait("!t.one('.keys-dialog').open").await;
        tab.reload().await;
        tab.wait_ready("1").await;
        tab.wait("t.one('.keys-open')").await;
        tab.type_text("j?").await;
        tab.settle().await;
        tab.wait("!t.one('.keys-dialog') && t.inView(t.one('h1.title'))").await;
        // The keyboard still finds the list.
        tab.tab_to(".keys-open").await;
        // The window of WebKit's driver has no focus, of which the style could know.
        let knows = if tab.engine == Engine::WebKit { "!document.hasFocus()" } else { "document.hasFocus()" };
        tab.wait(knows).await;
        tab.wait("!document.hasFocus() || t.shown(t.one('.keys-open')) && t.one('.keys-open').getBoundingClientRect().width > 100").await;
        tab.press(Key::Enter).await;
        tab.wait("t.one('.keys-dialog').open && !t.one('.keys__switch input').checked").await;
        tab.click(".keys__switch input").await;
        tab.press(Key::Escape).await;
        tab.type_text("j").await;
        wait_at(tab, "One").await;
    })
    .await;
}

#[tokio::test]
async fn with_a_modifier_in_a_field_or_by_option_they_are_none() {
    scene(async |tab| {
        read(tab).await;
        tab.run(
            "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', ctrlKey: true, bubbles: true }))",
        )
        .await;
        tab.wait("t.active() === document.body && scrollY === 0").await;
        tab.run("document.body.append(document.createElement('input'))").await;
        tab.focus("document.querySelector('body > input')").await;
        tab.type_text("tj").await;
        tab.wait("document.querySelector('body > input').value === 'tj'").await;
        tab.wait("t.active().matches('input')").await;
        tab.visit("plain.html").await;
        tab.wait_told("ready").await;
        tab.run("t.host().setAttribute('keys', 'off')").await;
        tab.wait("t.one('.contents') && !t.one('.keys-open')").await;
    })
    .await;
}

#[tokio::test]
async fn in_an_element_they_are_heard_while_the_focus_is_in_it() {
    scene(async |tab| {
        tab.site.put("/own/given.json", crate::server::Reply::json(&article("A long one", &NAMES)));
        tab.visit_with(
            "<button>before</button><gatefold-reader src='/own/given.json' sections='open'></gatefold-reader>",
        )
        .await;
        tab.wait("t.one('.keys-open')").await;
        tab.focus("document.querySelector('button')").await;
        tab.type_text("j").await;
        tab.settle().await;
        tab.wait("t.active() === document.querySelector('button') && scrollY === 0").await;
        tab.focus("t.one('.share-open')").await;
        tab.type_text("jj").await;
        wait_at(tab, "Two").await;
    })
    .await;
}

#[tokio::test]
async fn a_long_article_has_a_way_back_to_its_top() {
    scene(async |tab| {
        read(tab).await;
        tab.scroll_to("t.one('.to-top')").await;
        tab.focus("t.one('.to-top')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.active() === t.one('h1.title') && t.inView(t.one('h1.title'))").await;
        tab.size(1200, 1500).await;
        tab.read_json(&article("Short", &["One"])).await;
        tab.wait("t.one('.keys-open')").await;
        assert_eq!(tab.count(".to-top").await, 0);
    })
    .await;
}
