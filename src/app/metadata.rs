//! What the document's head says of what is open.

use crate::model::{Article, SafeUrl, plain_text};
use crate::platform::head::{self, Metadata};
use crate::platform::json::{object, text_of};
use crate::platform::page;
use wasm_bindgen::JsValue;

/// The head of an article, on a site of that name, with or without its structured data.
pub(crate) fn of_article(article: &Article, site: &str, json_ld: bool) {
    let title = plain_text(&article.title);
    let description = plain_text(&article.standfirst);
    let description = (!description.is_empty()).then_some(description);
    let canonical = article.url.as_ref().map(|url| url.as_str().to_owned());
    let canonical = canonical.unwrap_or_else(|| page::without_fragment(&page::href()).to_owned());
    let structured = json_ld.then(|| structured(article, &title, description.as_deref(), &canonical)).flatten();
    let title = if title.is_empty() { site.to_owned() } else { [&title, " – ", site].concat() };
    head::set(&Metadata { title, description, canonical: Some(canonical), structured });
}

/// The head of anything else.
pub(crate) fn of_page(title: &str) {
    head::set(&Metadata { title: title.to_owned(), ..Metadata::default() });
}

/// The article as JSON-LD (schema.org, Article).
fn structured(article: &Article, title: &str, description: Option<&str>, url: &str) -> Option<String> {
    let text = |value: Option<&str>| value.map(JsValue::from_str);
    let named = |kind: &str, name: &str, url: Option<&SafeUrl>| {
        object(&[("@type", text(Some(kind))), ("name", text(Some(name))), ("url", text(url.map(SafeUrl::as_str)))])
    };
    let authors: js_sys::Array =
        article.authors.iter().map(|author| named("Person", &author.name, author.url.as_ref())).collect();
    let image = article.image.as_ref().and_then(|image| image.src.as_ref());
    text_of(&[
        ("@context", text(Some("https://schema.org"))),
        ("@type", text(Some("Article"))),
        ("headline", text(Some(title))),
        ("description", text(description)),
        ("url", text(Some(url))),
        ("mainEntityOfPage", text(Some(url))),
        ("inLanguage", text(article.locale.language.as_deref())),
        ("datePublished", text(article.published.as_deref())),
        ("dateModified", text(article.updated.as_deref())),
        ("image", text(image.map(SafeUrl::as_str))),
        ("author", (authors.length() > 0).then(|| authors.into())),
        ("publisher", article.source.as_deref().map(|name| named("Organization", name, None))),
    ])
}
