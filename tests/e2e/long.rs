//! A text that takes an hour to read: what is far from the screen is not laid out, and nobody notices but the clock.

use crate::browser::{Engine, Tab, scene};
use crate::pages::article;
use crate::server::Reply;
use serde_json::{Value, json};

const LONG: &str = "/own/long.json";
const SENTENCE: &str = "The pond fills without anyone touching it, and six hours later it empties through the wheel. ";

/// A hundred sections; the last paragraph of each has an id.
fn long() -> Value {
    let section = |number: usize| {
        let last =
            json!({ "type": "paragraph", "id": format!("end-{number}"), "text": format!("The end of part {number}.") });
        json!({ "heading": format!("Part {number}"), "blocks": [SENTENCE.repeat(4), SENTENCE.repeat(3), last] })
    };
    json!({ "gatefold": 1, "title": "An hour", "sections": (1..=100).map(section).collect::<Vec<_>>() })
}

async fn open(tab: &Tab, rest: &str) {
    tab.site.put(LONG, Reply::json(&long()));
    tab.open(&format!("{}{rest}", tab.article_at(LONG))).await;
    tab.wait_ready("1").await;
}

fn in_view(id: &str) -> String {
    format!("t.inView(document.getElementById('gf-{id}'))")
}

#[tokio::test]
async fn what_is_far_from_the_screen_is_not_laid_out() {
    scene(async |tab| {
        open(tab, "&sections=open").await;
        let laid_out =
            "t.all('.section p').filter((one) => one.checkVisibility({ contentVisibilityAuto: true })).length";
        if tab.engine == Engine::WebKit {
            // It does not hold the text in place while sizes above it change, so it lays all of it out.
            return tab.wait(&format!("{laid_out} === 300")).await;
        }
        tab.wait(&format!("{laid_out} > 3 && {laid_out} < 60")).await;
        // The guess is near the truth: a whole scroll changes the length of the page by less than a quarter.
        let guessed = tab.number("document.documentElement.scrollHeight").await;
        tab.scroll_through().await;
        let height = tab.number("document.documentElement.scrollHeight").await;
        assert!((height / guessed - 1.0).abs() < 0.25, "{guessed} became {height}");
    })
    .await;
}

#[tokio::test]
async fn a_hash_reaches_a_paragraph_far_down() {
    for sections in ["open", "closed"] {
        scene(async |tab| {
            open(tab, &format!("&sections={sections}#end-70")).await;
            tab.wait(&in_view("end-70")).await;
            tab.settle().await;
            tab.wait(&in_view("end-70")).await;
            tab.run("location.hash = 'end-30'").await;
            tab.wait(&in_view("end-30")).await;
            tab.settle().await;
            tab.wait(&in_view("end-30")).await;
        })
        .await;
    }
}

#[tokio::test]
async fn the_place_is_found_again_after_a_reload() {
    scene(async |tab| {
        open(tab, "&sections=open").await;
        tab.scroll_to("document.getElementById('gf-end-55')").await;
        tab.settle().await;
        tab.wait(&in_view("end-55")).await;
        let top = "document.getElementById('gf-end-55').getBoundingClientRect().top";
        let before = tab.number(top).await;
        tab.reload().await;
        tab.wait_ready("1").await;
        tab.wait(&format!("Math.abs({top} - {before}) < 40")).await;
        tab.settle().await;
        tab.wait(&format!("Math.abs({top} - {before}) < 40")).await;
    })
    .await;
}

#[tokio::test]
async fn all_of_it_opens_closes_and_is_selected() {
    scene(async |tab| {
        open(tab, "&sections=open").await;
        tab.click(".collapse-all").await;
        tab.wait("t.states() === 'closed'").await;
        tab.wait("document.documentElement.scrollHeight < 9000").await;
        tab.click(".expand-all").await;
        tab.wait("t.states() === 'open'").await;
        tab.run("getSelection().selectAllChildren(document.querySelector('.prose'))").await;
        // What is selected is laid out, in the next frame.
        tab.settle().await;
        let selected = tab.string("getSelection().toString()").await;
        assert!(selected.contains("The end of part 1.") && selected.contains("The end of part 100."));
    })
    .await;
}

#[tokio::test]
async fn a_long_list_opens_where_one_is() {
    scene(async |tab| {
        tab.size(700, 600).await;
        let names: Vec<String> = (1..=30).map(|number| format!("Section {number}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        tab.site.put("/own/given.json", Reply::json(&article("A long one", &names)));
        tab.open(&format!("{}&sections=closed", tab.article_at("/own/given.json"))).await;
        tab.wait_ready("1").await;
        tab.wait("t.all('.contents__link').length === 30").await;
        tab.run("t.section('Section 15').scrollIntoView()").await;
        tab.wait("t.words(t.one('.contents__link[aria-current]')) === 'Section 16'").await;
        tab.run("t.one('.contents-open').click()").await;
        tab.wait("t.one('.contents-dialog').open").await;
        tab.wait(
            "(() => { const row = t.one('.contents-sheet [aria-current]').getBoundingClientRect(), sheet = t.one('.contents-sheet').getBoundingClientRect(); \
             return row.top >= sheet.top && row.bottom <= sheet.bottom })()",
        )
        .await;
    })
    .await;
}
