//! Where things are: the pages of the app as a reader knows them. When the markup changes, it changes here.

mod element;
mod library;
mod reader;
mod related;
mod share;

pub(crate) use element::{embedded, engine, glue, part};
pub(crate) use reader::article;
pub(crate) use related::{Related, hub, items, page};
pub(crate) use share::ShareDialog;

use crate::browser::Tab;

impl Tab {
    /// The page says that it is in that state: `1`, `failed` or `library`.
    pub(crate) async fn wait_ready(&self, state: &str) {
        self.wait(&format!("document.documentElement.dataset.ready === '{state}'")).await;
    }

    /// An address of the app for the article at another address of the site.
    pub(crate) fn article_at(&self, path: &str) -> String {
        format!("?article={}", encoded(&format!("{}{path}", self.site.origin)))
    }
}

/// A text as one part of an address.
pub(crate) fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
