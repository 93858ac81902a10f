//! What an article on paper needs: where and when it was published, and every picture.

use crate::i18n::Catalog;
use crate::model::Article;
use crate::platform::dom::{El, el, find};
use crate::platform::intl::DateStyle;
use crate::platform::listen::Listener;
use crate::platform::page;
use crate::render;

/// Sees to it for the article at `root`.
pub(super) fn prepare(root: &El, article: &Article, catalog: Catalog) -> Listener {
    let _ = root.clone().add(source(article, catalog));
    let root = root.clone();
    // On paper nothing comes near the viewport.
    Listener::new(&page::window(), "beforeprint", move |_| load_pictures(&root))
}

/// Where and when it was published: on paper only, where no address bar says it.
fn source(article: &Article, catalog: Catalog) -> El {
    let address = article.url.as_ref().map(|url| url.as_str().to_owned());
    let address = address.unwrap_or_else(|| page::without_fragment(&page::href()).to_owned());
    let line =
        el("p", "print-source").add_some(article.source.as_deref().map(|name| el("span", "").text(name).text(" · ")));
    let line = line.add(el("bdi", "").attr("dir", "ltr").text(&address));
    let date = article.published.as_deref().map(|iso| render::time(catalog, iso, DateStyle::Long));
    line.add_some(date.map(|date| el("span", "").text(" · ").add(date)))
}

/// Loads the pictures that wait to come near the viewport.
fn load_pictures(root: &El) {
    while let Some(image) = find(root.node(), "img[loading=lazy]") {
        if image.remove_attribute("loading").is_err() {
            break;
        }
    }
}
