//! Articles that are in the page: in a script of data, in the property.

use crate::browser::scene;
use crate::pages::article;
use crate::server::Reply;
use serde_json::json;

#[tokio::test]
async fn a_script_of_data_and_the_property_show_without_a_request() {
    scene(async |tab| {
        tab.visit("inline.html").await;
        tab.wait("t.count('ready') === 2").await;
        let hive = "document.getElementById('script')";
        tab.wait(&format!("t.isComplete({hive}) && t.words(t.inside('h1', {hive})) === 'A hive that listens'")).await;
        tab.wait(&format!("t.words(t.inside('h1 em', {hive})) === 'listens' && !t.shown({hive}.querySelector('p'))"))
            .await;
        tab.wait("t.words(t.inside('h1', property)) === 'Reading a river by its stones'").await;
        let asked = tab.site.requests();
        assert!(!asked.iter().any(|path| path.ends_with(".json")), "{asked:?}");
    })
    .await;
}

#[tokio::test]
async fn json_as_text_is_taken_too() {
    scene(async |tab| {
        tab.visit_with("<gatefold-reader></gatefold-reader>").await;
        tab.expect_error("neither `src`");
        tab.wait("customElements.get('gatefold-reader')").await;
        tab.run(&format!("t.host().article = {}", json!(article("Given", &["One"]).to_string()))).await;
        tab.wait("t.isComplete(t.host()) && t.words(t.one('h1')) === 'Given'").await;
    })
    .await;
}

#[tokio::test]
async fn an_article_of_another_format_is_taken_too() {
    scene(async |tab| {
        tab.visit_with(
            "<gatefold-reader><script type=application/json>{\"id\": 1, \"link\": \"https://news.example/p\", \
             \"title\": {\"rendered\": \"Low &amp; high\"}, \"content\": {\"rendered\": \"<p>The <b>ford</b>.</p>\"}}</script>\
             </gatefold-reader>",
        )
        .await;
        tab.wait_told("ready").await;
        tab.wait("t.words(t.one('h1')) === 'Low & high' && t.words(t.one('.prose strong')) === 'ford'").await;
    })
    .await;
}

#[tokio::test]
async fn nonsense_is_an_error_and_leaves_what_was_written() {
    scene(async |tab| {
        tab.expect_error("Gatefold");
        for (given, code) in [("{ no json", "syntax"), ("{\"weather\": \"fine\"}", "format"), ("7", "format"), ("[]", "format")] {
            tab.visit_with(&format!(
                "<gatefold-reader><script type=application/json>{given}</script><p id=fallback>Here.</p></gatefold-reader>"
            ))
            .await;
            tab.wait_told("error").await;
            assert_eq!(tab.value("t.of('error')[0].code").await, code, "{given}");
            tab.wait("t.shown(fallback)").await;
            assert_eq!(tab.run_async("t.outcome(t.host().ready).then(done)").await["failed"], code);
        }
    })
    .await;
}

#[tokio::test]
async fn nonsense_given_later_is_an_error_and_the_next_article_shows() {
    scene(async |tab| {
        tab.expect_error("Gatefold");
        tab.visit_json(&article("Given", &["One"]), "").await;
        for nonsense in ["'{'", "{ weather: 'fine' }", "() => 1", "Object.create(null)"] {
            tab.run(&format!("t.told.length = 0; t.host().article = {nonsense}")).await;
            tab.wait_told("error").await;
            tab.run(&format!("t.host().article = {}", article("Next", &["Two"]))).await;
            tab.wait_told("ready").await;
            tab.wait("t.words(t.one('h1')) === 'Next' && !t.one('.failure')").await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_set_last_shows() {
    scene(async |tab| {
        tab.site.put("/own/other.json", Reply::json(&article("Other", &["One"])));
        tab.visit_json(&article("Given", &["One"]), "").await;
        tab.run(&format!("t.host().article = {}", article("Inline", &["One"]))).await;
        tab.wait("t.words(t.one('h1')) === 'Inline'").await;
        tab.run("t.host().src = '/own/other.json'").await;
        tab.wait("t.words(t.one('h1')) === 'Other' && t.host().article === undefined").await;
        tab.task(&format!("t.host().src = '/own/given.json'; t.host().article = {}", article("Last", &["One"]))).await;
        tab.wait("t.words(t.one('h1')) === 'Last'").await;
        tab.settle().await;
        assert_eq!(tab.site.count("/own/given.json"), 1);
    })
    .await;
}
