//! Many elements on one page, and many one after the other.

use crate::browser::{Engine, Tab, scene};
use crate::pages::{article, engine};
use crate::server::Reply;

#[tokio::test]
async fn fifty_share_one_program_and_one_style() {
    scene(async |tab| {
        tab.be_patient(60);
        tab.visit("fifty.html").await;
        tab.wait_told("ready").await;
        // Those far below have not asked for anything.
        assert!(tab.number("t.count('ready')").await < 50.0);
        tab.run("for (const one of document.querySelectorAll('gatefold-reader')) one.loading = 'eager'").await;
        tab.wait("t.count('ready') === 50").await;
        let requests = tab.site.requests();
        let glue = requests.iter().filter(|path| path.contains("/gatefold-embed-") && path.ends_with(".js")).count();
        let style = requests.iter().filter(|path| path.starts_with("/embed/gatefold-") && path.ends_with(".css")).count();
        assert_eq!((tab.site.count(&engine()), glue, style), (1, 1, 1));
        assert_eq!(tab.number("t.count('error')").await, 0.0);
        tab.wait("t.all('gatefold-reader').every((one) => t.isComplete(one) && one.shadowRoot.adoptedStyleSheets[0] === t.host().shadowRoot.adoptedStyleSheets[0])")
            .await;
    })
    .await;
}

#[tokio::test]
async fn what_a_page_preloads_is_not_asked_for_again() {
    scene(async |tab| {
        if tab.engine == Engine::WebKit {
            // It asks again for what must not be stored, and nothing of this site may be.
            return;
        }
        tab.site.put("/own/a.json", Reply::json(&article("First", &["One", "Two"])));
        let engine = engine();
        tab.visit_with(&format!(
            "<link rel=modulepreload href=/embed/gatefold.js><link rel=preload as=fetch crossorigin href=/own/a.json>\
             <link rel=preload as=fetch crossorigin href={engine}><gatefold-reader src=/own/a.json></gatefold-reader>"
        ))
        .await;
        tab.wait_told("ready").await;
        for path in ["/own/a.json", "/embed/gatefold.js", &engine] {
            assert_eq!(tab.site.count(path), 1, "{path}");
        }
    })
    .await;
}

#[tokio::test]
async fn each_of_many_does_what_it_is_asked_alone() {
    scene(async |tab| {
        for (name, title) in [("a", "First"), ("b", "Second")] {
            tab.site.put(&format!("/own/{name}.json"), Reply::json(&article(title, &["One", "Two"])));
        }
        tab.visit_with(
            "<gatefold-reader id=a src=/own/a.json sections=open theme=dark></gatefold-reader>\
             <gatefold-reader id=b src=/own/b.json sections=open theme=light loading=eager></gatefold-reader>",
        )
        .await;
        tab.wait("t.count('ready') === 2").await;
        tab.run_async("b.collapseAll().then(done)").await;
        tab.wait("t.insideAll('.section[data-open]', a).length === 2 && !t.inside('.section[data-open]', b)").await;
        tab.run_async("b.openShare().then(done)").await;
        tab.wait("t.shown(t.inside('.share-dialog', b)) && !t.shown(t.inside('.share-dialog', a))").await;
        assert_eq!(tab.string("t.words(t.inside('.share__subject', b))").await, "Sharing: Second");
        tab.wait(
            "t.inside('.gatefold', a).dataset.theme === 'dark' && t.inside('.gatefold', b).dataset.theme === 'light'",
        )
        .await;
    })
    .await;
}

/// Adds and removes an element so often, each time until it shows its article.
async fn come_and_go(tab: &Tab, times: usize) {
    let told = tab
        .run_async(&format!(
            "(async () => {{ for (let at = 0; at < {times}; at++) {{ const one = document.createElement('gatefold-reader'); \
             one.setAttribute('src', '/own/given.json'); place.append(one); await one.ready; \
             if (at % 4 === 0) one.theme = 'dark'; if (at % 5 === 0) one.src = '/own/given.json?' + at; one.remove(); await null }} }})()\
             .then(() => done('done'), (error) => done(String(error)))"
        ))
        .await;
    assert_eq!(told, "done");
}

#[tokio::test]
async fn two_hundred_that_come_and_go_leave_nothing() {
    scene(async |tab| {
        tab.be_patient(60);
        tab.site.put("/own/given.json", Reply::json(&article("Given", &["One", "Two"])));
        tab.visit_with("<div id=place></div>").await;
        tab.wait("customElements.get('gatefold-reader')").await;
        // What the first ones load stays.
        come_and_go(tab, 20).await;
        let elements = tab.count("*").await;
        tab.run("t.told.length = 0; t.history.length = 0").await;
        tab.settle().await;
        let before = if tab.lacks("count of nodes and listeners") { None } else { Some(tab.holds().await) };
        come_and_go(tab, 200).await;
        assert_eq!(tab.count("*").await, elements);
        assert_eq!(tab.number("t.count('error')").await, 0.0);
        let Some(before) = before else { return };
        tab.run("t.told.length = 0").await;
        tab.settle().await;
        let after = tab.holds().await;
        // Each held some 100 nodes and 20 listeners; a few may wait for the collector still.
        assert!(after.0 < before.0 + 600 && after.1 < before.1 + 60, "nodes and listeners: {before:?}, then {after:?}");
    })
    .await;
}

#[tokio::test]
async fn two_hundred_that_go_before_they_are_there_leave_nothing() {
    scene(async |tab| {
        tab.site.put("/own/given.json", Reply::json(&article("Given", &["One"])));
        tab.visit_with("<div id=place></div>").await;
        tab.wait("customElements.get('gatefold-reader')").await;
        let told = tab
            .run_async(
                "(async () => { for (let at = 0; at < 200; at++) { const one = document.createElement('gatefold-reader'); \
                 one.setAttribute('src', '/own/given.json'); one.setAttribute('loading', 'eager'); place.append(one); \
                 for (let wait = at % 7; wait; wait--) await new Promise((then) => setTimeout(then)); one.remove() } })()\
                 .then(() => done('done'), (error) => done(String(error)))",
            )
            .await;
        assert_eq!(told, "done");
        tab.settle().await;
        assert_eq!(tab.number("t.count('error')").await, 0.0);
        tab.run("place.innerHTML = '<gatefold-reader src=/own/given.json></gatefold-reader>'").await;
        tab.wait("t.isComplete(t.host())").await;
        assert_eq!(tab.site.count(&engine()), 1);
    })
    .await;
}
