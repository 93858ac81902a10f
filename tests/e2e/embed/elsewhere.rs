//! Other origins, frames, other versions, and the way back to a page.

use crate::browser::scene;
use crate::pages::{article, engine};
use crate::server::{Reply, Site, dist};

#[tokio::test]
async fn three_lines_on_a_blank_page_of_another_origin_show_the_article() {
    scene(async |tab| {
        tab.site.allow_other_origins();
        let host = Site::open().await;
        let origin = &tab.site.origin;
        let page = format!(
            "<!doctype html><script type=module src={origin}/embed/gatefold.js></script>\
             <gatefold-reader src={origin}/articles/tide-mill.json>\n<a href=/article>Read the article</a></gatefold-reader>"
        );
        host.put("/blank.html", Reply::new("text/html; charset=utf-8", page));
        tab.open(&format!("{}/blank.html", host.origin)).await;
        tab.wait_told("ready").await;
        tab.wait("t.words(t.one('h1')) === 'The mill that works twice a day' && t.shown(t.one('.prose p'))").await;
        tab.wait("t.one('.figure--lead img').naturalWidth > 0 && !t.shown(document.querySelector('a'))").await;
    })
    .await;
}

#[tokio::test]
async fn an_article_that_may_not_be_read_from_here_is_a_failure_of_the_network() {
    scene(async |tab| {
        tab.expect_failed_requests();
        let closed = Site::open().await;
        closed.put("/a.json", Reply::json(&article("Elsewhere", &["One"])));
        tab.visit_with(&format!("<gatefold-reader src={}/a.json><p>Written.</p></gatefold-reader>", closed.origin))
            .await;
        tab.wait_told("error").await;
        assert_eq!(tab.value("t.of('error')[0].code").await, "network");
        tab.wait("t.shown(t.host().querySelector('p')) && t.one('.failure__retry')").await;
    })
    .await;
}

#[tokio::test]
async fn webassembly_of_the_wrong_type_is_said_and_works() {
    scene(async |tab| {
        let file = std::fs::read(dist().join(&engine()[1..])).expect("the program");
        tab.site.put(&engine(), Reply::new("application/octet-stream", file));
        tab.visit_with("<gatefold-reader src=/articles/tide-mill.json></gatefold-reader>").await;
        tab.wait_told("ready").await;
        let warnings = tab.strings("t.warnings").await;
        let said = "_bg.wasm: sent as application/octet-stream, needed as application/wasm";
        assert!(warnings.iter().any(|warning| warning.contains(said)), "{warnings:?}");
    })
    .await;
}

#[tokio::test]
async fn of_two_versions_the_first_stays_and_the_second_says_so() {
    scene(async |tab| {
        let loader = std::fs::read_to_string(dist().join("embed/gatefold.js")).expect("the loader");
        let version = env!("CARGO_PKG_VERSION");
        assert!(loader.contains(version));
        tab.site.put("/embed/later.js", Reply::new("text/javascript", loader.replace(version, "9.9.9")));
        tab.visit_with("<script type=module src=/embed/later.js></script><gatefold-reader src=/articles/tide-mill.json></gatefold-reader>")
            .await;
        tab.wait_told("ready").await;
        let said = format!("Gatefold: version 9.9.9 is not used, because version {version} came first.");
        tab.wait(&format!("t.warnings.includes('{said}')")).await;
        assert_eq!(tab.number("t.count('ready')").await, 1.0);
    })
    .await;
}

#[tokio::test]
async fn one_works_inside_a_frame() {
    scene(async |tab| {
        tab.visit_with("<iframe id=frame src=/hosts/plain.html style='width:700px;height:600px'></iframe>").await;
        tab.wait("frame.contentWindow.t?.count('ready') === 1").await;
        tab.run("frame.contentWindow.t.one('.share-open').click()").await;
        tab.wait("frame.contentWindow.t.one('.share-dialog').open").await;
        tab.run("frame.contentWindow.t.one('[data-testid=share-close]').click()").await;
        tab.wait("!frame.contentWindow.t.one('.share-dialog')?.open").await;
    })
    .await;
}

#[tokio::test]
async fn the_way_back_to_a_page_leads_to_its_article() {
    scene(async |tab| {
        tab.visit_ready("plain.html").await;
        // A page that leaves before it is loaded is no stop on the way back.
        tab.wait("document.readyState === 'complete'").await;
        // Where the engine keeps the page as it was, this is still there.
        tab.run("window.kept = true; location = '/hosts/dark.html'").await;
        tab.wait("location.pathname === '/hosts/dark.html' && t.count('ready') === 1").await;
        // When the script is over: one whose page goes meanwhile is run once more by its driver, and goes back twice.
        tab.run("setTimeout(() => history.back())").await;
        tab.wait("location.pathname === '/hosts/plain.html' && t.isComplete(t.host()) && t.shown(t.one('.prose p'))")
            .await;
        tab.run("t.host().collapseAll()").await;
        tab.wait("t.states() === 'closed'").await;
        tab.run("t.host().src = '/own/nested.json'").await;
        tab.wait("t.words(t.one('h1')) === 'Nested sections'").await;
    })
    .await;
}
