//! Articles that a reader keeps for when there is no connection. The element has no such thing.

use crate::browser::{Tab, scene};
use crate::pages::article;
use crate::server::Reply;
use serde_json::{Value, json};

const PATH: &str = "/own/tide.json";
const PICTURE: &str = "/own/mill.svg";

/// What the store has, as paths.
const STORED: &str = "caches.open('gatefold-saved').then((store) => store.keys()).then((all) => (window.stored = all.map(({ url }) => new URL(url).pathname)))";

fn with_picture() -> Value {
    let mut article = article("Tides", &["One", "Two"]);
    article["image"] = json!({ "src": PICTURE, "alt": "A mill", "width": 400, "height": 300 });
    article
}

fn picture() -> Reply {
    Reply::new(
        "image/svg+xml",
        "<svg xmlns='http://www.w3.org/2000/svg' width='400' height='300'><path d='M0 0h400v300z'/></svg>",
    )
    .storable()
}

async fn open(tab: &Tab) {
    tab.site.put(PATH, Reply::json(&with_picture()).storable());
    tab.site.put(PICTURE, picture());
    tab.open(&tab.article_at(PATH)).await;
    tab.wait_ready("1").await;
    // Its part is there.
    tab.wait("document.querySelector('.save-said')").await;
}

async fn wait_for_stored(tab: &Tab, condition: &str) {
    tab.wait(&format!("({STORED}, window.stored && {condition})")).await;
}

#[tokio::test]
async fn an_article_is_saved_with_its_pictures_and_listed() {
    scene(async |tab| {
        open(tab).await;
        assert_eq!(tab.string("document.querySelector('.save-open').ariaPressed").await, "false");
        tab.click(".save-open").await;
        tab.wait("document.querySelector('.save-open').ariaPressed === 'true'").await;
        let said = tab.text(".save-said[role=status]").await;
        assert!(said.starts_with("Saved: ") && said.ends_with(" kB"), "{said}");
        wait_for_stored(tab, &format!("stored.join() === '{PICTURE},{PATH}'")).await;
        tab.expect_accessible("a saved article").await;
        // Where all articles are it is listed, and opens from there.
        tab.open("").await;
        tab.wait("t.words(document.querySelector('.saved__link')) === 'Tides'").await;
        tab.expect_accessible("the list of saved articles").await;
        tab.click(".saved__link").await;
        tab.wait_ready("1").await;
        tab.wait("document.querySelector('.save-open').ariaPressed === 'true'").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_saved_is_read_when_it_cannot_be_had() {
    scene(async |tab| {
        open(tab).await;
        tab.click(".save-open").await;
        tab.wait("document.querySelector('.save-open').ariaPressed === 'true'").await;
        tab.expect_failed_requests();
        // Only what is saved is left.
        tab.run_async("caches.delete('gatefold-articles').then(done)").await;
        tab.site.put(PATH, Reply::status(503));
        tab.reload().await;
        tab.wait_ready("1").await;
        assert_eq!(tab.text("h1").await, "Tides");
        tab.wait("t.shown(document.querySelector('.copy'))").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_no_longer_wanted_goes_with_its_pictures() {
    scene(async |tab| {
        open(tab).await;
        tab.click(".save-open").await;
        wait_for_stored(tab, "stored.length === 2").await;
        tab.wait("document.querySelector('.save-open').ariaPressed === 'true'").await;
        tab.click(".save-open").await;
        tab.wait("document.querySelector('.save-open').ariaPressed === 'false'").await;
        wait_for_stored(tab, "stored.length === 0").await;
        // And from the list.
        tab.click(".save-open").await;
        wait_for_stored(tab, "stored.length === 2").await;
        tab.open("").await;
        tab.find(".saved__row").await;
        assert_eq!(
            tab.string("document.querySelector('.saved__remove').ariaLabel").await,
            "Remove from the saved articles: Tides"
        );
        tab.click(".saved__remove").await;
        tab.wait("!document.querySelector('.saved__row') && !t.shown(document.querySelector('.saved'))").await;
        wait_for_stored(tab, "stored.length === 0").await;
    })
    .await;
}

#[tokio::test]
async fn a_page_that_goes_while_it_saves_leaves_no_half_of_an_article() {
    scene(async |tab| {
        open(tab).await;
        let gate = tab.site.hold(PICTURE);
        tab.expect_failed_requests();
        tab.run("caches.delete('gatefold-saved')").await;
        tab.click(".save-open").await;
        tab.wait("t.words(document.querySelector('.save-said')) === 'Saving: 0 of 2'").await;
        tab.open("").await;
        drop(gate);
        tab.wait_ready("library").await;
        wait_for_stored(tab, "true").await;
        let stored = tab.strings("stored").await;
        assert!(!stored.iter().any(|path| path == PATH), "{stored:?}");
        tab.settle().await;
        assert_eq!(tab.count(".saved__row").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_saved_is_said() {
    scene(async |tab| {
        open(tab).await;
        tab.expect_failed_requests();
        tab.site.put(PATH, Reply::status(404));
        tab.click(".save-open").await;
        tab.wait(
            "t.words(document.querySelector('.save-said')) === 'It could not be saved. There may be no room left.'",
        )
        .await;
        tab.wait("document.querySelector('.save-open').ariaPressed === 'false'").await;
    })
    .await;
}

#[tokio::test]
async fn all_articles_of_a_list_are_saved() {
    scene(async |tab| {
        let item = |name: &str| json!({ "id": name, "title": name, "url": format!("{}/{name}", tab.site.origin), "_gatefold": { "article": format!("{}/own/{name}.json", tab.site.origin) } });
        let items: Vec<_> = ["a", "b", "c"].iter().map(|name| item(name)).collect();
        tab.site.put("/own/feed.json", Reply::json(&json!({ "version": "https://jsonfeed.org/version/1.1", "title": "All", "items": items })));
        for name in ["a", "b", "c"] {
            tab.site.put(&format!("/own/{name}.json"), Reply::json(&article(name, &["One"])).storable());
        }
        tab.site.option("data-feed", "/own/feed.json");
        tab.open("").await;
        tab.wait_ready("library").await;
        tab.click(".saved__all").await;
        tab.wait("t.all('.saved__link').map(t.words).join() === 'a,b,c'").await;
        tab.wait("t.words(document.querySelector('.saved__said')).startsWith('Saved: ')").await;
        wait_for_stored(tab, "stored.length === 3").await;
    })
    .await;
}

#[tokio::test]
async fn a_picture_that_one_file_is_missing_of_shows_another() {
    scene(async |tab| {
        tab.expect_failed_requests();
        let mut given = with_picture();
        given["image"]["sources"] = json!([{ "src": "/own/none.webp", "width": 800 }]);
        tab.site.put(PATH, Reply::json(&given));
        tab.site.put(PICTURE, picture());
        tab.open(&tab.article_at(PATH)).await;
        tab.wait("document.querySelector('.figure--lead img')?.naturalWidth > 0").await;
        assert_eq!(tab.count("[data-broken]").await, 0);
    })
    .await;
}
