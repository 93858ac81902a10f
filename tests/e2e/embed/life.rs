//! Elements that come, go, move and are copied.

use crate::browser::{Tab, scene};
use crate::pages::{ShareDialog, article};
use crate::server::Reply;

const ONE: &str =
    "<div id=here><gatefold-reader src=/own/given.json loading=eager></gatefold-reader></div><div id=there></div>";

/// A page with an article that is given here.
async fn with_one(tab: &Tab) {
    tab.site.put("/own/given.json", Reply::json(&article("Given", &["One", "Two"])));
    tab.visit_with(ONE).await;
}

#[tokio::test]
async fn one_that_goes_while_it_loads_calls_its_request_off() {
    scene(async |tab| {
        let _gate = tab.site.hold("/own/given.json");
        with_one(tab).await;
        tab.wait("t.signals['/own/given.json']").await;
        tab.run("window.gone = t.host(); window.answer = t.outcome(gone.ready); gone.remove()").await;
        tab.wait("t.signals['/own/given.json'].aborted").await;
        assert_eq!(tab.run_async("answer.then(done)").await["failed"], "aborted");
        tab.settle().await;
        assert_eq!(tab.number("t.count('error')").await, 0.0);
    })
    .await;
}

#[tokio::test]
async fn one_that_goes_while_the_program_loads_leaves_nothing_behind() {
    scene(async |tab| {
        let gate = tab.site.hold(&crate::pages::engine());
        with_one(tab).await;
        tab.wait("t.signals['/own/given.json']").await;
        tab.run("window.gone = t.host(); gone.remove()").await;
        gate.open();
        // The next one finds the program in good order.
        tab.run("there.innerHTML = '<gatefold-reader src=/own/given.json></gatefold-reader>'").await;
        tab.wait_told("ready").await;
        assert_eq!(tab.number("t.told.filter(({ name }) => name === 'ready' || name === 'error').length").await, 1.0);
        tab.wait("!gone.shadowRoot.querySelector('h1')").await;
    })
    .await;
}

#[tokio::test]
async fn one_that_goes_with_its_dialog_open_gives_the_page_its_scrolling_back() {
    scene(async |tab| {
        with_one(tab).await;
        tab.wait_told("ready").await;
        let style = "document.documentElement.getAttribute('style') ?? ''";
        assert_eq!(tab.string(style).await, "");
        ShareDialog(tab).open().await;
        tab.wait("getComputedStyle(document.documentElement).overflow === 'hidden'").await;
        tab.run("window.gone = t.host(); gone.remove()").await;
        tab.wait("getComputedStyle(document.documentElement).overflow === 'visible'").await;
        assert_eq!(tab.string(style).await, "");
        // What is behind it can be used again.
        tab.run("there.innerHTML = '<button id=behind onclick=\"this.done = true\">Go</button>'").await;
        tab.click("#behind").await;
        tab.wait("behind.done").await;
    })
    .await;
}

#[tokio::test]
async fn one_that_comes_back_shows_its_article_again() {
    scene(async |tab| {
        with_one(tab).await;
        tab.wait_told("ready").await;
        tab.run("window.gone = t.host(); gone.remove()").await;
        tab.wait("!gone.shadowRoot.querySelector('h1')").await;
        tab.run("there.append(gone)").await;
        tab.wait("t.count('ready') === 2 && t.shown(t.one('h1'))").await;
        assert_eq!(tab.run_async("gone.ready.then(done)").await["title"], "Given");
        assert_eq!(tab.run_async("gone.expandAll().then(done)").await, true);
    })
    .await;
}

#[tokio::test]
async fn one_that_moves_stays_as_it_is() {
    scene(async |tab| {
        with_one(tab).await;
        tab.wait_told("ready").await;
        tab.toggle("Two").await;
        tab.wait_sections(&["Two"], "closed").await;
        tab.run("t.one('h1').kept = true; there.append(t.host())").await;
        tab.settle().await;
        tab.wait("there.contains(t.host()) && t.one('h1').kept").await;
        tab.wait_sections(&["Two"], "closed").await;
        assert_eq!((tab.site.count("/own/given.json"), tab.number("t.count('ready')").await), (1, 1.0));
        tab.toggle("Two").await;
        tab.wait_sections(&["Two"], "open").await;
    })
    .await;
}

#[tokio::test]
async fn one_that_moves_while_it_loads_loads_once() {
    scene(async |tab| {
        let gate = tab.site.hold("/own/given.json");
        with_one(tab).await;
        tab.wait("t.signals['/own/given.json']").await;
        tab.run("there.append(t.host())").await;
        tab.settle().await;
        gate.open();
        tab.wait_told("ready").await;
        assert_eq!(tab.site.count("/own/given.json"), 1);
        assert_eq!(tab.number("t.count('error')").await, 0.0);
    })
    .await;
}

#[tokio::test]
async fn a_copy_is_one_of_its_own() {
    scene(async |tab| {
        with_one(tab).await;
        tab.wait_told("ready").await;
        tab.run("const copy = t.host().cloneNode(true); copy.id = 'copy'; there.append(copy)").await;
        tab.wait("t.count('ready') === 2 && t.isComplete(copy)").await;
        tab.run("copy.collapseAll()").await;
        tab.wait("t.insideAll('.section:not([data-open])', copy).length === 2").await;
        tab.wait_all_sections("open").await;
        tab.run("t.host().remove()").await;
        tab.settle().await;
        tab.wait("t.isComplete(copy)").await;
    })
    .await;
}

#[tokio::test]
async fn one_can_be_made_by_script() {
    scene(async |tab| {
        tab.site.put("/own/given.json", Reply::json(&article("Given", &["One"])));
        tab.visit_with("").await;
        tab.wait("customElements.get('gatefold-reader')").await;
        tab.run("const Reader = customElements.get('gatefold-reader'); window.one = new Reader(); one.src = '/own/given.json'").await;
        tab.settle().await;
        assert_eq!(tab.site.count("/own/given.json"), 0);
        tab.run("document.body.append(one)").await;
        tab.wait("t.isComplete(one)").await;
    })
    .await;
}

#[tokio::test]
async fn one_works_in_the_shadow_of_another_element() {
    scene(async |tab| {
        tab.site.put("/own/given.json", Reply::json(&article("Given", &["One", "Two"])));
        tab.visit_with("<div id=outer></div>").await;
        tab.run(
            "window.inner = outer.attachShadow({ mode: 'open' }); \
             inner.innerHTML = '<gatefold-reader src=/own/given.json sections=closed></gatefold-reader>'; \
             window.one = inner.firstElementChild",
        )
        .await;
        tab.wait_told("ready").await;
        tab.wait("t.isComplete(one) && getComputedStyle(t.inside('h1', one)).fontWeight > 400").await;
        tab.click_on("t.inside('.section__toggle', one)").await;
        tab.wait_told("section").await;
        assert_eq!(tab.run_async("one.openShare().then(done)").await, true);
        tab.wait("t.shown(t.inside('.share-dialog', one)) && t.inside('.share-dialog', one).contains(t.active())")
            .await;
    })
    .await;
}

#[tokio::test]
async fn one_that_moves_into_another_document_keeps_its_looks() {
    scene(async |tab| {
        with_one(tab).await;
        tab.wait_told("ready").await;
        tab.run(
            "window.frame = document.createElement('iframe'); there.append(frame); window.moved = t.host(); \
             moved.remove(); frame.contentDocument.body.append(moved)",
        )
        .await;
        tab.wait("moved.shadowRoot.querySelector('h1') && frame.contentWindow.getComputedStyle(moved.shadowRoot.querySelector('h1')).fontWeight > 400")
            .await;
    })
    .await;
}

#[tokio::test]
async fn the_loader_may_be_included_twice() {
    scene(async |tab| {
        tab.visit_ready("plain.html").await;
        tab.run_async("import('/embed/gatefold.js?again').then(({ GatefoldReader }) => done(GatefoldReader === customElements.get('gatefold-reader')))")
            .await;
        tab.settle().await;
        assert_eq!(tab.value("t.warnings").await, serde_json::json!([]));
        assert_eq!(tab.number("t.count('ready')").await, 1.0);
    })
    .await;
}
