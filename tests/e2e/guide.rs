//! Finding one's way: the table of contents, how far one has read, pictures enlarged.

use crate::browser::{Tab, scene};
use crate::pages::article;
use serde_json::{Value, json};
use thirtyfour::Key;

const NAMES: [&str; 6] = ["One", "Two", "Three", "Four", "Five", "Six"];

async fn read_long(tab: &Tab, sections: &str) {
    tab.site.put("/own/given.json", crate::server::Reply::json(&article("A long one", &NAMES)));
    tab.open(&format!("{}&sections={sections}", tab.article_at("/own/given.json"))).await;
    tab.wait_ready("1").await;
    tab.wait("t.one('.contents')").await;
}

/// What is marked in the margin.
const MARKED: &str = "t.all('.contents__inside [aria-current]').map(t.words).join()";

/// How far the line has come, in per cent.
const DONE: &str = "parseInt(t.one('.progress__done').style.inlineSize)";

fn picture(name: &str) -> Value {
    json!({ "type": "image", "src": format!("/images/{name}.svg"), "width": 1200, "height": 675, "alt": format!("The {name}"), "caption": format!("About the {name}.") })
}

async fn read_pictures(tab: &Tab, language: &str) {
    let mut given = article("Pictures", &["One"]);
    given["language"] = json!(language);
    let linked =
        json!({ "type": "image", "src": "/images/ferry.svg", "alt": "Linked", "href": "https://example.org/" });
    let lost = json!({ "type": "image", "src": "/images/lost.svg", "alt": "Lost" });
    given["sections"][0]["blocks"] = json!([picture("bridge"), picture("mill"), linked, lost, picture("noria")]);
    tab.expect_failed_requests();
    tab.read_json(&given).await;
    tab.wait("t.all('.figure__enlarge').length >= 3").await;
}

#[tokio::test]
async fn the_contents_stand_in_the_margin_and_say_what_is_read() {
    scene(async |tab| {
        tab.size(1280, 800).await;
        read_long(tab, "open").await;
        tab.wait("t.shown(t.one('.contents')) && !t.shown(t.one('.contents-open'))").await;
        assert_eq!(tab.strings("t.all('.contents__inside .contents__link').map(t.words)").await, NAMES);
        assert_eq!(tab.string(MARKED).await, "");
        for name in ["Three", "Five", "Two"] {
            tab.scroll_to(&format!("t.section('{name}')")).await;
            tab.run(&format!("scrollBy(0, t.section('{name}').getBoundingClientRect().top - 20)")).await;
            tab.wait(&format!("{MARKED} === '{name}'")).await;
        }
        tab.run("scrollTo(0, 0)").await;
        tab.wait(&format!("{MARKED} === ''")).await;
        // Beside the text, never over it.
        tab.wait("t.one('.contents').getBoundingClientRect().right < t.one('.prose p').getBoundingClientRect().left")
            .await;
        tab.expect_accessible("contents in the margin").await;
    })
    .await;
}

#[tokio::test]
async fn a_link_in_the_contents_opens_the_section_and_goes_there() {
    scene(async |tab| {
        tab.size(1280, 800).await;
        read_long(tab, "closed").await;
        tab.click_on("t.all('.contents__inside .contents__link').at(3)").await;
        tab.wait("t.state('Four') === 'open' && t.inView(t.section('Four')) && location.hash === '#four'").await;
        tab.wait(&format!("{MARKED} === 'Four'")).await;
        tab.wait_sections(&["One", "Three", "Five"], "closed").await;
    })
    .await;
}

#[tokio::test]
async fn without_a_margin_they_open_over_the_text() {
    scene(async |tab| {
        tab.size(700, 700).await;
        read_long(tab, "closed").await;
        tab.wait("!t.shown(t.one('.contents')) && t.shown(t.one('.contents-open'))").await;
        tab.focus("t.one('.contents-open')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.one('.contents-dialog').open && t.one('.contents-dialog').contains(t.active())").await;
        tab.expect_accessible("contents over the text").await;
        tab.press(Key::Escape).await;
        tab.wait("!t.one('.contents-dialog').open && t.active() === t.one('.contents-open')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.one('.contents-dialog').open").await;
        tab.focus("t.all('.contents-sheet .contents__link').at(4)").await;
        tab.press(Key::Enter).await;
        tab.wait("!t.one('.contents-dialog').open && t.state('Five') === 'open' && t.inView(t.section('Five'))").await;
        tab.wait("t.section('Five').contains(t.active())").await;
        tab.wait("document.documentElement.style.overflow === ''").await;
    })
    .await;
}

#[tokio::test]
async fn few_sections_need_no_contents_and_a_publisher_may_have_none() {
    scene(async |tab| {
        tab.size(1280, 800).await;
        tab.read_json(&article("Short", &["One", "Two"])).await;
        // What comes with it is there, so it would be too.
        tab.wait("t.one('.progress')").await;
        tab.wait("!t.one('.contents') && !t.one('.contents-open')").await;
        tab.site.option("data-contents", "off");
        tab.read_json(&article("Long", &NAMES)).await;
        tab.wait("t.one('.progress') && !t.one('.contents') && !t.one('.contents-open') && t.one('.expand-all')").await;
    })
    .await;
}

#[tokio::test]
async fn what_comes_after_the_text_does_not_move_it() {
    scene(async |tab| {
        if tab.lacks("record of what moved") {
            return;
        }
        for (width, height) in [(1280, 800), (360, 700)] {
            tab.size(width, height).await;
            read_long(tab, "open").await;
            tab.settle().await;
            let moved = tab.number("t.seen.shift").await;
            assert!(moved <= 0.02, "{moved} at {width}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_line_says_how_far_one_has_read() {
    scene(async |tab| {
        read_long(tab, "open").await;
        tab.wait(&format!("{DONE} === 0 && !t.shown(t.one('.progress__done'))")).await;
        tab.run("const text = t.one('.prose').getBoundingClientRect(); scrollTo(0, scrollY + text.top + (text.height - innerHeight) / 2)")
            .await;
        tab.wait(&format!("Math.abs({DONE} - 50) <= 2 && t.shown(t.one('.progress__done'))")).await;
        // Folded, less is left, without anybody scrolling.
        tab.run("t.one('.collapse-all').click()").await;
        tab.wait(&format!("{DONE} === 100")).await;
        tab.read_json(&json!({ "gatefold": 1, "title": "Short", "body": ["All of it."] })).await;
        tab.wait(&format!("t.one('.progress') && {DONE} === 100")).await;
    })
    .await;
}

#[tokio::test]
async fn on_somebody_s_page_the_line_is_wanted_first() {
    scene(async |tab| {
        tab.visit_json(&article("Given", &NAMES), "").await;
        tab.wait("t.one('.contents')").await;
        tab.wait("!t.one('.progress')").await;
        tab.visit_json(&article("Given", &NAMES), "progress=on").await;
        tab.wait("t.one('.progress')").await;
        tab.wait("!t.all('.progress').length").await;
    })
    .await;
}

#[tokio::test]
async fn a_picture_opens_large_and_gives_the_focus_back() {
    scene(async |tab| {
        read_pictures(tab, "en").await;
        tab.focus("t.one('.figure__enlarge')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.one('.lightbox').open && t.one('.lightbox img').currentSrc.endsWith('/images/bridge.svg')").await;
        tab.wait("t.one('.lightbox img').alt === 'The bridge' && t.words(t.one('.lightbox__caption')) === 'About the bridge.'")
            .await;
        tab.wait("t.words(t.one('.lightbox__said')) === 'Picture 1 of 3'").await;
        tab.expect_accessible("a picture enlarged").await;
        tab.press(Key::Right).await;
        tab.wait("t.words(t.one('.lightbox__said')) === 'Picture 2 of 3' && t.one('.lightbox img').alt === 'The mill'").await;
        tab.press(Key::Right).await;
        tab.press(Key::Right).await;
        tab.wait("t.words(t.one('.lightbox__said')) === 'Picture 3 of 3' && t.one('.lightbox__next').ariaDisabled === 'true'").await;
        tab.press(Key::Left).await;
        tab.wait("t.words(t.one('.lightbox__said')) === 'Picture 2 of 3'").await;
        tab.click_on("t.one('.lightbox__zoom')").await;
        tab.wait("t.one('.lightbox img').getBoundingClientRect().width === 1200 && t.one('.lightbox__zoom').ariaPressed === 'true'")
            .await;
        tab.press(Key::Escape).await;
        tab.wait("!t.one('.lightbox').open && t.active() === t.one('.figure__enlarge')").await;
        tab.wait("document.documentElement.style.overflow === ''").await;
    })
    .await;
}

#[tokio::test]
async fn back_closes_a_picture_and_nothing_else() {
    scene(async |tab| {
        read_pictures(tab, "en").await;
        tab.wait("t.one('.figure__enlarge')").await;
        let address = tab.string("location.href").await;
        let here = format!("location.href === {} && t.shown(t.one('h1')) && !t.one('.lightbox').open", json!(address));
        tab.focus("t.one('.figure__enlarge')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.one('.lightbox').open").await;
        let entries = tab.number("history.length").await;
        tab.run("setTimeout(() => history.back())").await;
        tab.wait(&here).await;
        tab.wait("t.active() === t.one('.figure__enlarge')").await;
        // Closed otherwise, it leaves no entry to go back through.
        tab.press(Key::Enter).await;
        tab.wait("t.one('.lightbox').open").await;
        tab.run("window.travelled = false; addEventListener('popstate', () => { window.travelled = true })").await;
        tab.press(Key::Escape).await;
        tab.wait(&format!("{here} && window.travelled")).await;
        assert_eq!(tab.number("history.length").await, entries);
        tab.wait("t.active() === t.one('.figure__enlarge')").await;
    })
    .await;
}

#[tokio::test]
async fn what_leads_elsewhere_or_did_not_come_does_not_open() {
    scene(async |tab| {
        read_pictures(tab, "en").await;
        tab.wait("t.one('[data-broken]')").await;
        tab.wait("t.all('a .figure__enlarge, [data-broken] .figure__enlarge').length === 0").await;
        tab.wait("!t.one('a img').closest('.figure__frame').querySelector('.figure__enlarge')").await;
        tab.click_on("t.all('.prose .figure__frame img').at(1)").await;
        tab.wait("t.one('.lightbox').open && t.words(t.one('.lightbox__said')) === 'Picture 2 of 3'").await;
        tab.site.option("data-enlarge", "off");
        read_long(tab, "open").await;
        tab.read("stone-bridge").await;
        tab.wait("t.one('.contents') && !t.one('.figure__enlarge') && !t.one('.lightbox')").await;
    })
    .await;
}

#[tokio::test]
async fn enlarging_and_sharing_do_not_stand_in_each_others_way() {
    scene(async |tab| {
        read_pictures(tab, "en").await;
        tab.scroll_to("t.one('.figure__enlarge')").await;
        for (button, opened) in [("share", ".share-dialog"), ("enlarge", ".lightbox")] {
            tab.click_on(&format!("t.one('.figure__{button}')")).await;
            tab.wait(&format!("t.one('{opened}')?.open && t.all('dialog[open]').length === 1")).await;
            tab.press(Key::Escape).await;
            tab.wait("t.all('dialog[open]').length === 0").await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_asked_for_while_it_is_on_its_way_opens() {
    scene(async |tab| {
        tab.size(700, 700).await;
        let gate = tab.site.hold(&crate::pages::part("guide"));
        tab.read_json(&article("A long one", &NAMES)).await;
        tab.click_on("t.one('.contents-open')").await;
        tab.settle().await;
        tab.wait("!t.one('.contents-dialog')").await;
        gate.open();
        tab.wait("t.one('.contents-dialog')?.open").await;
    })
    .await;
}

#[tokio::test]
async fn on_is_to_the_left_where_the_interface_runs_from_right_to_left() {
    scene(async |tab| {
        tab.site.option("data-lang", "ar");
        read_pictures(tab, "ar").await;
        tab.focus("t.one('.figure__enlarge')").await;
        tab.press(Key::Enter).await;
        tab.wait("t.one('.lightbox').open").await;
        tab.press(Key::Left).await;
        tab.wait("t.one('.lightbox img').alt === 'The mill'").await;
        tab.press(Key::Right).await;
        tab.wait("t.one('.lightbox img').alt === 'The bridge'").await;
    })
    .await;
}

#[tokio::test]
async fn the_contents_run_as_the_article_does() {
    scene(async |tab| {
        tab.size(1280, 800).await;
        tab.read("arabic").await;
        tab.wait("t.one('.contents__inside')").await;
        let list = "t.one('.contents__inside .contents__list').getBoundingClientRect()";
        let words = "t.one('.contents__inside .contents__link span').getBoundingClientRect()";
        tab.wait(&format!("Math.abs({list}.right - {words}.right) < 2 && {list}.left > t.one('.prose p').getBoundingClientRect().right"))
            .await;
        tab.wait("Math.abs(t.one('.contents__title span').getBoundingClientRect().right - t.one('.contents__list').getBoundingClientRect().right) < 2")
            .await;
        tab.wait("t.one('.progress').dir === 'rtl'").await;
    })
    .await;
}

#[tokio::test]
async fn five_hundred_entries_scroll_by_themselves() {
    scene(async |tab| {
        tab.size(1280, 800).await;
        let names: Vec<String> = (1..=500).map(|number| format!("Section {number}")).collect();
        let sections: Vec<_> =
            names.iter().map(|name| json!({ "heading": name, "blocks": ["A few words."] })).collect();
        tab.read_json(&json!({ "gatefold": 1, "title": "Many", "sections": sections })).await;
        tab.wait("t.all('.contents__inside .contents__link').length === 500").await;
        tab.wait("t.one('.contents__inside').getBoundingClientRect().height <= innerHeight").await;
        tab.run("t.section('Section 400').scrollIntoView()").await;
        tab.wait(&format!("{MARKED} === 'Section 400'")).await;
        // The entry that is marked shows in the list.
        tab.wait("t.inView(t.one('.contents__inside [aria-current]'))").await;
    })
    .await;
}
