//! What an address of the app shows.

use crate::config::Config;
use crate::error::{ErrorKind, LoadError};
use crate::model::{Card, SafeUrl};
use crate::platform::page;
use crate::share::encode;

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Route {
    /// The list of articles.
    Library,
    /// The article whose JSON is at this address.
    Article(String),
    /// An article that is not shown.
    Refused(LoadError),
}

/// Reads an address of the app.
pub(crate) fn of_address(address: &str, config: &Config) -> Route {
    if let Some(slug) = page::query(address, "read") {
        // A slug is a name, not a path: it cannot lead out of the feed's folder.
        let named = !slug.is_empty() && slug.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_'));
        let src = page::resolve(&page::directory(), &config.feed);
        let src = src.filter(|_| named).and_then(|feed| page::resolve(&feed, &[&encode(&slug), ".json"].concat()));
        return match src {
            Some(src) => Route::Article(src),
            None => Route::Refused(LoadError::new(ErrorKind::UnknownArticle, slug, "no such name")),
        };
    }
    let Some(reference) = page::query(address, "article") else { return Route::Library };
    let own = page::origin();
    let src = page::resolve(&page::href(), &reference);
    let allowed = src.as_deref().and_then(page::origin_of).is_some_and(|origin| config.allows(&origin, &own));
    match src.filter(|_| allowed) {
        Some(src) => Route::Article(src),
        // Nobody may show a text of theirs under the publisher's name.
        None => Route::Refused(LoadError::new(ErrorKind::Refused, reference, "its origin is not listed")),
    }
}

/// Where a card opens on this page; `None` when it only leads elsewhere.
pub(crate) fn of_card(card: &Card, config: &Config, home: &str) -> Option<String> {
    let article = card.article.as_ref().map(SafeUrl::as_str)?;
    if !config.allows(&page::origin_of(article)?, &page::origin()) {
        return None;
    }
    let folder = page::resolve(&page::resolve(home, &config.feed)?, ".")?;
    let slug = article.strip_prefix(&folder).and_then(|name| name.strip_suffix(".json"));
    Some(match slug.filter(|slug| slug.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))) {
        Some(slug) => [home, "?read=", slug].concat(),
        None => [home, "?article=", &encode(article)].concat(),
    })
}
