//! The library page: the list of articles.

use crate::browser::Tab;
use serde_json::Value;

impl Tab {
    /// Opens the library and waits until it is there.
    pub(crate) async fn open_library(&self) {
        self.open("").await;
        self.wait_ready("library").await;
    }

    /// The items of the app's feed, as they are in the file.
    pub(crate) async fn feed_items(&self) -> Vec<Value> {
        let feed = self.run_async("fetch('articles/feed.json').then((answer) => answer.json()).then(done)").await;
        feed["items"].as_array().expect("a feed with items").clone()
    }

    /// The names by which `?read=` opens the articles of the library.
    pub(crate) async fn slugs(&self) -> Vec<String> {
        self.open_library().await;
        let slugs = self
            .strings(
                "t.all('.library .card__link').map((one) => new URL(one.href).searchParams.get('read')).filter(Boolean)",
            )
            .await;
        assert!(!slugs.is_empty(), "the library links to no article");
        slugs
    }
}
