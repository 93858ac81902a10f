//! The element's methods.

use crate::browser::{Tab, scene};
use crate::pages::{ShareDialog, article};
use crate::server::Reply;
use serde_json::json;

/// A page with an article whose sections are closed, as soon as it has the element.
async fn closed(tab: &Tab) {
    tab.site.put("/own/given.json", Reply::json(&article("Given", &["One", "Two", "Three", "Four"])));
    tab.visit_with("<gatefold-reader src=/own/given.json sections=closed></gatefold-reader>").await;
    tab.wait("customElements.get('gatefold-reader')").await;
}

async fn ask(tab: &Tab, call: &str) -> serde_json::Value {
    tab.run_async(&format!("t.outcome(t.host().{call}).then(done)")).await
}

#[tokio::test]
async fn all_sections_open_and_close() {
    scene(async |tab| {
        closed(tab).await;
        tab.wait_told("ready").await;
        tab.wait_all_sections("closed").await;
        assert_eq!(ask(tab, "expandAll()").await, json!({ "value": true }));
        tab.wait_all_sections("open").await;
        assert_eq!(ask(tab, "collapseAll()").await, json!({ "value": true }));
        tab.wait_all_sections("closed").await;
    })
    .await;
}

#[tokio::test]
async fn a_section_is_scrolled_to_and_opened() {
    scene(async |tab| {
        closed(tab).await;
        tab.wait_told("ready").await;
        assert_eq!(ask(tab, "scrollToSection('three')").await, json!({ "value": true }));
        tab.wait_sections(&["Three"], "open").await;
        tab.wait_sections(&["One", "Two", "Four"], "closed").await;
        tab.wait("t.inView(t.section('Three'))").await;
        assert_eq!(ask(tab, "scrollToSection('nine')").await, json!({ "value": false }));
    })
    .await;
}

#[tokio::test]
async fn sharing_opens_for_the_article_and_for_a_section() {
    scene(async |tab| {
        closed(tab).await;
        tab.wait_told("ready").await;
        let dialog = ShareDialog(tab);
        assert_eq!(ask(tab, "openShare()").await, json!({ "value": true }));
        dialog.wait_open().await;
        assert_eq!(tab.string("t.words(t.one('.share__subject'))").await, "Sharing: Given");
        tab.press(thirtyfour::Key::Escape).await;
        dialog.wait_closed().await;
        assert_eq!(ask(tab, "openShare('two')").await, json!({ "value": true }));
        dialog.wait_open().await;
        assert_eq!(tab.string("t.words(t.one('.share__subject'))").await, "Sharing: Two");
        assert!(dialog.address().await.ends_with("#two"));
        tab.press(thirtyfour::Key::Escape).await;
        assert_eq!(ask(tab, "openShare('nine')").await, json!({ "value": false }));
    })
    .await;
}

#[tokio::test]
async fn what_is_asked_for_before_the_article_is_there_happens_when_it_is() {
    scene(async |tab| {
        let gate = tab.site.hold("/own/given.json");
        closed(tab).await;
        tab.run(
            "window.answers = []; for (const [name, input] of [['expandAll'], ['scrollToSection', 'four'], ['openShare', 'nine']]) \
             t.host()[name](input).then((answer) => answers.push(`${name} ${answer}`))",
        )
        .await;
        tab.settle().await;
        assert_eq!(tab.number("answers.length").await, 0.0);
        gate.open();
        tab.wait("answers.length === 3").await;
        assert_eq!(tab.strings("answers").await, ["expandAll true", "scrollToSection true", "openShare false"]);
        tab.wait_all_sections("open").await;
        tab.wait("t.inView(t.section('Four'))").await;
    })
    .await;
}

#[tokio::test]
async fn a_method_called_far_from_the_viewport_loads_the_article() {
    scene(async |tab| {
        tab.site.put("/own/given.json", Reply::json(&article("Given", &["One", "Two"])));
        tab.visit_with("<div style='height: 6000px'></div><gatefold-reader src=/own/given.json></gatefold-reader>")
            .await;
        tab.wait("customElements.get('gatefold-reader')").await;
        assert_eq!(ask(tab, "scrollToSection('two')").await, json!({ "value": true }));
        tab.wait("t.inView(t.section('Two'))").await;
    })
    .await;
}

#[tokio::test]
async fn reload_asks_again_and_settles_with_what_came() {
    scene(async |tab| {
        tab.site.put_each("/own/given.json", ["Old", "New"].map(|title| Reply::json(&article(title, &["One"]))).into());
        tab.visit_with("<gatefold-reader src=/own/given.json></gatefold-reader>").await;
        tab.wait_told("ready").await;
        assert_eq!(ask(tab, "reload()").await["value"]["title"], "New");
        tab.wait("t.words(t.one('h1')) === 'New' && t.count('ready') === 2").await;
        assert_eq!(tab.site.count("/own/given.json"), 2);
        assert_eq!(tab.run_async("t.host().ready.then(done)").await["title"], "New");
    })
    .await;
}

#[tokio::test]
async fn load_shows_an_article_that_the_page_has() {
    scene(async |tab| {
        closed(tab).await;
        tab.wait_told("ready").await;
        let other = article("Other", &["Five", "Six"]);
        assert_eq!(ask(tab, &format!("load({other})")).await["value"]["title"], "Other");
        tab.wait("t.words(t.one('h1')) === 'Other' && t.all('.section', t.reader()).length === 2").await;
        let text = json!(article("Third", &["Seven"]).to_string());
        assert_eq!(ask(tab, &format!("load({text})")).await["value"]["title"], "Third");
        assert_eq!(tab.site.count("/own/given.json"), 1);
        // And back to what is at an address.
        tab.run("t.host().setAttribute('src', '/own/given.json?again')").await;
        tab.wait("t.words(t.one('h1')) === 'Given' && t.count('ready') === 4").await;
    })
    .await;
}

#[tokio::test]
async fn an_element_made_by_script_loads_before_it_is_in_the_page() {
    scene(async |tab| {
        tab.visit_with("").await;
        tab.wait("customElements.get('gatefold-reader')").await;
        tab.run(&format!(
            "window.one = document.createElement('gatefold-reader'); window.answer = t.outcome(one.load({})); document.body.append(one)",
            article("Given", &["One"])
        ))
        .await;
        assert_eq!(tab.run_async("answer.then(done)").await["value"]["title"], "Given");
    })
    .await;
}

#[tokio::test]
async fn methods_fail_once_the_element_is_gone() {
    scene(async |tab| {
        closed(tab).await;
        tab.wait_told("ready").await;
        tab.run("window.gone = t.host(); gone.remove()").await;
        tab.settle().await;
        for call in ["expandAll()", "collapseAll()", "scrollToSection('one')", "openShare()", "reload()"] {
            let told = tab.run_async(&format!("t.outcome(gone.{call}).then(done)")).await;
            assert_eq!(told, json!({ "failed": "aborted" }), "{call}");
        }
        assert_eq!(tab.number("t.count('error')").await, 0.0);
    })
    .await;
}

#[tokio::test]
async fn what_was_asked_for_fails_when_the_element_goes_first() {
    scene(async |tab| {
        let _gate = tab.site.hold("/own/given.json");
        closed(tab).await;
        tab.run(
            "window.answers = ['expandAll', 'reload'].map((name) => t.outcome(t.host()[name]())); t.host().remove()",
        )
        .await;
        let told = tab.run_async("Promise.all(answers).then(done)").await;
        assert_eq!(told, json!([{ "failed": "aborted" }, { "failed": "aborted" }]));
    })
    .await;
}
