//! What an article on paper needs: where and when it was published, where its links lead, and every picture.

use crate::i18n::Catalog;
use crate::model::Article;
use crate::platform::dom::{El, el, find, find_all};
use crate::platform::intl::DateStyle;
use crate::platform::listen::Listener;
use crate::platform::page;
use crate::render;

/// Links out of the text.
const LINKS: &str = ":is(.prose, .footnotes, .paywall) a[href^=http]:not(.link-card__link)";

/// Sees to it for the article at `root`.
pub(super) fn prepare(root: &El, article: &Article, catalog: Catalog) -> Listener {
    // The style sheet for paper shows it.
    let links = el("ol", "print-links").attr("hidden", "");
    let _ = root.clone().add(links.clone()).add(source(article, catalog));
    let root = root.clone();
    Listener::new(&page::window(), "beforeprint", move |_| {
        // On paper nothing comes near the viewport.
        load_pictures(&root);
        note_links(&root, &links);
    })
}

/// Numbers the links, and lists where each number leads; an address that is its own words needs none.
fn note_links(root: &El, list: &El) {
    list.say("");
    let mut noted: Vec<String> = Vec::new();
    for link in find_all(root.node(), LINKS) {
        let address = link.get_attribute("href").unwrap_or_default();
        if link.text_content().is_some_and(|words| words.trim() == address) {
            continue;
        }
        let known = noted.iter().position(|one| *one == address);
        let number = known.unwrap_or(noted.len()) + 1;
        let _ = El::from(link).attr("data-note", &number.to_string());
        if known.is_none() {
            let _ = list.clone().add(el("li", "").add(el("bdi", "").attr("dir", "ltr").text(&address)));
            noted.push(address);
        }
    }
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
