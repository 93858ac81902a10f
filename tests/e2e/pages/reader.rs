//! An article that is open: its states, its sections and the articles written for these tests.

use crate::browser::{Tab, quoted};
use serde_json::{Value, json};
use thirtyfour::Key;

impl Tab {
    /// Opens an article of the app and waits until it is there.
    pub(crate) async fn read(&self, slug: &str) {
        self.open(&format!("?read={slug}")).await;
        self.wait_ready("1").await;
    }

    /// Opens an article written for these tests, such as `/own/nested.json`, and waits until it is there.
    pub(crate) async fn read_at(&self, path: &str) {
        self.open(&self.article_at(path)).await;
        self.wait_ready("1").await;
    }

    /// Opens an article that is given here.
    pub(crate) async fn read_json(&self, article: &Value) {
        self.site.put("/own/given.json", crate::server::Reply::json(article));
        self.read_at("/own/given.json").await;
    }

    /// Waits until the sections with these headings are all in that state: `open` or `closed`.
    pub(crate) async fn wait_sections(&self, titles: &[&str], state: &str) {
        for title in titles {
            self.wait(&format!("t.state({}) === '{state}'", quoted(title))).await;
        }
    }

    /// Waits until every section of the article is in that state.
    pub(crate) async fn wait_all_sections(&self, state: &str) {
        self.wait(&format!("t.states() === '{state}'")).await;
    }

    /// Opens or closes a section with the mouse.
    pub(crate) async fn toggle(&self, title: &str) {
        self.click_on(&format!("t.button({})", quoted(title))).await;
    }

    /// Opens or closes a section with the keyboard.
    pub(crate) async fn toggle_by_key(&self, title: &str, key: Key) {
        self.focus(&format!("t.button({})", quoted(title))).await;
        self.press(key).await;
    }

    /// Waits for a failure and gives its code.
    pub(crate) async fn failure_code(&self) -> String {
        self.wait_ready("failed").await;
        // Before the code itself may stand what it is.
        self.text(".failure .failure__code").await.split(' ').next_back().unwrap_or_default().to_owned()
    }
}

/// An article with that title and headed sections, each long enough to scroll.
pub(crate) fn article(title: &str, headings: &[&str]) -> Value {
    let sections: Vec<Value> =
        headings.iter().map(|heading| json!({ "heading": heading, "blocks": [words(), words(), words()] })).collect();
    json!({ "gatefold": 1, "id": title, "language": "en", "title": title, "sections": sections })
}

/// A paragraph.
fn words() -> String {
    "The pond fills without anyone touching it, and six hours later it empties through the wheel. ".repeat(8)
}
