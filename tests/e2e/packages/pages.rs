//! The element in pages that React and Svelte make: one article at an address, one in hand.

use super::made;
use crate::browser::{Tab, scene};

const TITLE: &str = "The mill that works twice a day";
const ARTICLE: &str = "/articles/tide-mill.json";

/// The pages, by what they are called among `/hosts/built/`.
fn pages() -> [&'static str; 2] {
    made::react_built();
    made::svelte_built();
    ["react", "svelte"]
}

/// Opens a page, and waits until the framework has heard that its article is complete.
async fn open(tab: &Tab, page: &str) {
    tab.visit(&format!("built/{page}/index.html")).await;
    tab.wait(&format!("document.querySelector('#title')?.textContent === '{TITLE}'")).await;
}

/// The element that the framework takes away and puts back.
const BY_ADDRESS: &str = "t.host('#by-address')";

#[tokio::test]
async fn the_framework_hears_of_the_article() {
    let pages = pages();
    scene(async |tab| {
        for page in pages {
            open(tab, page).await;
            tab.wait(&format!(
                "t.isComplete({BY_ADDRESS}) && t.words(t.inside('h2.title', {BY_ADDRESS})) === '{TITLE}'"
            ))
            .await;
            assert_eq!(
                tab.number("t.told.filter((one) => one.name === 'ready' && one.id === 'by-address').length").await,
                1.0
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_theme_that_the_framework_sets_builds_nothing_anew() {
    let pages = pages();
    scene(async |tab| {
        for (before, page) in pages.into_iter().enumerate() {
            open(tab, page).await;
            tab.run("t.one('.title[id]').kept = true").await;
            for theme in ["dark", "light"] {
                tab.click("#theme").await;
                tab.wait(&format!("t.one('.gatefold').dataset.theme === '{theme}' && t.one('.title[id]').kept")).await;
            }
            assert_eq!(tab.site.count(ARTICLE), before + 1, "{page}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_the_framework_takes_away_goes_and_what_it_puts_back_comes() {
    let pages = pages();
    scene(async |tab| {
        for page in pages {
            open(tab, page).await;
            tab.run(&format!("window.gone = {BY_ADDRESS}")).await;
            tab.click("#show").await;
            tab.wait(&format!("!{BY_ADDRESS} && !gone.isConnected && !t.all('.reader', gone.shadowRoot).length")).await;
            tab.click("#show").await;
            tab.wait(&format!("{BY_ADDRESS} !== gone && t.isComplete({BY_ADDRESS})")).await;
            tab.wait("t.told.filter((one) => one.name === 'ready' && one.id === 'by-address').length === 2").await;
            assert_eq!(tab.number("t.count('error')").await, 0.0, "{page}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_framework_calls_methods_and_hears_of_sections() {
    let pages = pages();
    scene(async |tab| {
        for page in pages {
            open(tab, page).await;
            tab.wait_all_sections("closed").await;
            tab.click("#expand").await;
            tab.wait_all_sections("open").await;
            let opened = "t.all('.section', t.reader()).map((one) => `${one.dataset.slug}:true`)";
            let heard = "document.querySelector('#sections').textContent.split(' ')";
            tab.wait(&format!("{opened}.length > 1 && {heard}.sort().join() === {opened}.sort().join()")).await;
        }
    })
    .await;
}

#[tokio::test]
async fn an_article_in_hand_is_a_property() {
    let pages = pages();
    scene(async |tab| {
        for page in pages {
            open(tab, page).await;
            tab.wait("t.isComplete(t.host('#in-hand'))").await;
            let words = "t.words(t.inside('h2.title', t.host('#in-hand')))";
            assert_eq!(tab.string(words).await, "Why ferries ring twice", "{page}");
            assert_eq!(tab.string("t.words(t.inside('.section__title', t.host('#in-hand')))").await, "The rope");
            tab.wait("!t.inside('.share-open', t.host('#in-hand')) && t.inside('.share-open', t.host('#by-address'))")
                .await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_the_framework_puts_between_the_tags_is_where_it_belongs() {
    let pages = pages();
    scene(async |tab| {
        for page in pages {
            let gate = tab.site.hold(ARTICLE);
            tab.visit(&format!("built/{page}/index.html")).await;
            tab.wait("t.shown(document.querySelector('#by-address > a'))").await;
            gate.open();
            tab.wait("t.shown(document.querySelector('#by-address > [slot=end]'))").await;
            tab.wait("!t.shown(document.querySelector('#by-address > a'))").await;
            let name = if page == "react" { "React" } else { "Svelte" };
            assert_eq!(tab.text("#by-address > [slot=end]").await, format!("This paragraph is {name}’s."));
            tab.wait("document.querySelector('#by-address > [slot=end]').assignedSlot === t.one('slot[name=end]')")
                .await;
        }
    })
    .await;
}

#[tokio::test]
async fn strict_mode_does_no_harm() {
    made::react_in_development();
    scene(async |tab| {
        open(tab, "react-development").await;
        let fibers =
            "Object.entries(document.querySelector('main')).filter(([name]) => name.startsWith('__reactFiber'))";
        tab.wait(&format!("{fibers}.some(([, fiber]) => '_debugOwner' in fiber)")).await;
        tab.wait("t.isComplete(t.host('#in-hand'))").await;
        tab.settle().await;
        assert_eq!(tab.site.count(ARTICLE), 1);
        assert_eq!(tab.number("t.count('ready')").await, 2.0);
        assert_eq!(
            tab.strings("t.all('gatefold-reader').map((one) => t.insideAll('.reader', one).length)").await,
            ["1", "1"]
        );
        tab.click("#expand").await;
        tab.wait_all_sections("open").await;
        tab.click("#show").await;
        tab.wait(&format!("!{BY_ADDRESS}")).await;
        tab.click("#show").await;
        tab.wait(&format!("t.isComplete({BY_ADDRESS}) && t.count('ready') === 3")).await;
        assert_eq!(tab.number("t.count('error')").await, 0.0);
    })
    .await;
}
