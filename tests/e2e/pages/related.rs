//! The related articles below an article, and feeds for them.

use crate::browser::Tab;
use crate::pages::reader::article;
use crate::server::Reply;
use serde_json::{Value, json};

/// The related articles of the article that is open.
pub(crate) struct Related<'a>(pub(crate) &'a Tab);

impl Related<'_> {
    /// Opens an article whose related articles are those of the pages: `/own/page-1.json`, `/own/page-2.json` and on.
    pub(crate) async fn open(tab: &Tab, pages: &[Vec<Value>]) {
        for (index, items) in pages.iter().enumerate() {
            tab.site.put(&format!("/own/page-{}.json", index + 1), Reply::json(&page(items, index + 2, pages.len())));
        }
        tab.read_json(&hub(json!({ "src": format!("{}/own/page-1.json", tab.site.origin) }))).await;
    }

    /// Scrolls to the related articles and waits until so many cards are there.
    pub(crate) async fn wait_cards(&self, count: usize) {
        self.0.scroll_to("t.one('.related')").await;
        self.0.wait(&format!("t.all('.related .card', t.reader()).length === {count}")).await;
    }

    /// Waits until the foot says one thing alone: `more`, `loading`, `failed` or `end`.
    pub(crate) async fn wait_foot(&self, kind: &str) {
        let kinds = "({ more: '.related__more:not([data-busy])', loading: '.related__more[data-busy]', \
            failed: '.related__failed', end: '.related__end' })";
        self.0
            .wait(&format!(
                "Object.entries({kinds}).filter(([, one]) => t.one(`.related__foot ${{one}}`))\
                 .map(([kind]) => kind).join('+') === '{kind}'"
            ))
            .await;
    }

    /// Asks for more with the mouse.
    pub(crate) async fn more(&self) {
        self.0.click(".related__more").await;
    }

    /// What the cards say first: title or teaser.
    pub(crate) async fn titles(&self) -> Vec<String> {
        self.0
            .strings("t.all('.related .card', t.reader()).map((one) => t.words(one.querySelector('.card__link')))")
            .await
    }
}

/// One page of a feed, with the address of the next one where there is one.
pub(crate) fn page(items: &[Value], next: usize, pages: usize) -> Value {
    let mut page = json!({ "version": "https://jsonfeed.org/version/1.1", "title": "Related", "items": items });
    if next <= pages {
        page["next_url"] = json!(format!("page-{next}.json"));
    }
    page
}

/// Items of a feed with these numbers, each leading to an article that exists.
pub(crate) fn items(tab: &Tab, numbers: std::ops::Range<usize>) -> Vec<Value> {
    let item = |number| {
        let title = format!("Neighbour {number}");
        let path = format!("/own/neighbour-{number}.json");
        let mut neighbour = article(&title, &["One", "Two", "Three"]);
        neighbour["url"] = json!(format!("https://example.org/neighbour-{number}"));
        tab.site.put(&path, Reply::json(&neighbour));
        json!({ "id": format!("n{number}"), "url": format!("https://example.org/neighbour-{number}"), "title": title,
            "summary": "What it is about.", "_gatefold": { "article": format!("{}{path}", tab.site.origin) } })
    };
    numbers.map(item).collect()
}

/// A long article with these related articles.
pub(crate) fn hub(related: Value) -> Value {
    // Long, so that its end is far away at first.
    let headings = ["One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve"];
    let mut hub = article("Hub", &headings);
    hub["url"] = json!("https://example.org/hub");
    hub["related"] = related;
    hub
}
