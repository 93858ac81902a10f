//! WordPress REST API, version 2 (developer.wordpress.org/rest-api, "Posts" and "Linking and embedding").
//!
//! 1. [`head`] reads what stands above the text; authors, picture and terms are there when the request had `_embed`. One
//!    that WordPress could not embed is an error object in its place.
//! 2. [`article`] adds the body: the post's HTML as WordPress renders it.
//! 3. [`related`] asks the same site for posts of the same category.

mod media;

use super::fields::Place;
use super::foreign::address::{parts, with_query};
use super::foreign::date::{iso, iso_utc};
use super::source::{Source, at, first_string, items_at, string_at};
use super::{Json, structure};
use crate::model::url::Use;
use crate::model::{Article, Author, BlockKind, Fate, SafeUrl, Text, plain_text};

/// How many related posts are asked for at a time.
const PER_PAGE: &str = "10";

/// How an excerpt ends that was cut off the body; the first two say so by themselves, the others after an ellipsis.
const ENDINGS: [(&str, bool); 5] =
    [("[…]", true), ("[...]", true), ("Continue reading", false), ("Read more", false), ("Read More", false)];

/// Reads an article.
///
/// # Errors
/// None: what is missing is left empty.
pub(super) fn article<J: Json>(json: &J, source: &mut Source<'_>) -> Result<Article, String> {
    let mut article = head(json, source);
    let place = Place::Field(&Place::Root, "content.rendered");
    let html = string_at(json, "content.rendered").unwrap_or_default();
    let locked = is_protected(json, "content.protected") && (html.is_empty() || html.contains("post-password-form"));
    let mut blocks = if locked { Vec::new() } else { source.blocks(&html, &place) };
    if locked {
        blocks.push(BlockKind::Paywall { text: Text::default(), href: article.url.clone() }.into());
    } else if !blocks.is_empty() && is_cut(&plain_text(&article.standfirst)) {
        article.standfirst = Text::default();
    }
    article.sections = structure::sections(blocks);
    Ok(article)
}

/// All but the body.
pub(super) fn head<J: Json>(json: &J, source: &mut Source<'_>) -> Article {
    let root = &Place::Root;
    let mut article = Article { id: string_at(json, "id"), ..Article::default() };
    article.related.src = related(json, source);
    let link = string_at(json, "link");
    article.url = link.and_then(|link| source.url(&link, Use::Link, &Place::Field(root, "link")));
    source.at_home(article.url.as_ref());
    if at(json, "_embedded").is_none() && at(json, "_links").is_some() {
        let reason = "missing: with `_embed` in the request come authors, picture and tags";
        source.note(&Place::Field(root, "_embedded"), Fate::Unresolved, reason);
    }
    let title = string_at(json, "title.rendered").unwrap_or_default();
    article.title = source.title(&title, &Place::Field(root, "title.rendered"));
    if !is_protected(json, "excerpt.protected") {
        let excerpt = string_at(json, "excerpt.rendered").unwrap_or_default();
        article.standfirst = standfirst(&excerpt, source);
    }
    article.authors = authors(json, source);
    article.source = source.label_at(json, "yoast_head_json.og_site_name");
    article.published = date(json, "date_gmt", "date");
    article.updated = date(json, "modified_gmt", "modified");
    for term in terms(json) {
        let taxonomy = string_at(&term, "taxonomy");
        let none = string_at(&term, "slug").as_deref() == Some("uncategorized");
        if !none && matches!(taxonomy.as_deref(), Some("category" | "post_tag")) {
            article.tags.extend(source.label_at(&term, "name"));
        }
    }
    article.image = media::image(json, source);
    article
}

/// Where the JSON of a post is, with authors and picture in it.
pub(super) fn address<J: Json>(json: &J, source: &mut Source<'_>) -> Option<SafeUrl> {
    let own = string_at(json, "_links.self[0].href")?;
    let place = Place::Field(&Place::Root, "_links.self[0].href");
    source.url(&with_query(&own, "_embed", "1"), Use::Resource, &place)
}

fn is_protected<J: Json>(json: &J, path: &str) -> bool {
    at(json, path).and_then(|value| value.boolean()) == Some(true)
}

/// The time in UTC, which does not say that it is; else the site's own, whose zone is not known.
fn date<J: Json>(json: &J, utc: &str, local: &str) -> Option<String> {
    let utc = string_at(json, utc).and_then(|date| iso_utc(&date));
    utc.or_else(|| iso(&string_at(json, local)?))
}

/// The excerpt. Of one that was cut off the body, the ending that leads there becomes an ellipsis.
fn standfirst(html: &str, source: &mut Source<'_>) -> Text {
    let link = html.find("more-link").and_then(|class| html.get(..class)?.rfind('<'));
    let text = source.title(link.and_then(|at| html.get(..at)).unwrap_or(html), &Place::Field(&Place::Root, "excerpt"));
    let plain = plain_text(&text);
    let plain = plain.trim();
    let ending = |(ending, alone): &(&str, bool)| {
        let before = plain.get(..plain.rfind(ending)?)?.trim_end();
        let last = plain.len() - before.len() < 200;
        (last && (*alone || is_cut(before))).then_some(before)
    };
    let cut =
        ENDINGS.iter().find_map(ending).or(link.map(|_| plain)).map(|text| text.trim_end_matches(['…', '.', ' ']));
    match cut {
        Some("") => Text::default(),
        Some(cut) => Text::plain([cut, "…"].concat()),
        None => text,
    }
}

fn is_cut(text: &str) -> bool {
    text.ends_with('…') || text.ends_with("...")
}

/// Who wrote it: the terms that plug-ins for several authors add, else who is the author in WordPress.
fn authors<J: Json>(json: &J, source: &mut Source<'_>) -> Vec<Author> {
    let mut people: Vec<J> = terms(json).into_iter().filter(|term| has(term, "taxonomy", "author")).collect();
    if people.is_empty() {
        people = items_at(json, "_embedded.author");
    }
    let mut authors = Vec::new();
    for (index, person) in people.iter().enumerate() {
        let place = Place::Index(&Place::Field(&Place::Root, "_embedded.author"), index);
        let Some(name) = source.label_at(person, "name") else {
            not_embedded(person, &place, source);
            continue;
        };
        let url = first_string(person, &["link", "url"]).and_then(|url| source.url(&url, Use::Link, &place));
        authors.push(Author { name, url });
    }
    if authors.is_empty() {
        let name = source.label_at(json, "yoast_head_json.author");
        authors.extend(name.map(|name| Author { name, url: None }));
    }
    authors
}

fn has<J: Json>(json: &J, path: &str, value: &str) -> bool {
    string_at(json, path).as_deref() == Some(value)
}

/// Notes a relation in whose place an error stands.
fn not_embedded<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) {
    let code = string_at(json, "code").unwrap_or_else(|| "empty".to_owned());
    source.note(place, Fate::Unresolved, format_args!("not embedded: {code}"));
}

/// The terms of all taxonomies.
fn terms<J: Json>(json: &J) -> Vec<J> {
    let groups = items_at(json, "_embedded.wp:term");
    groups.iter().flat_map(|group| (0..group.len()).filter_map(|index| group.item(index))).collect()
}

/// The posts of the same category, without this one.
fn related<J: Json>(json: &J, source: &mut Source<'_>) -> Option<SafeUrl> {
    let category = terms(json).into_iter().find(|term| has(term, "taxonomy", "category"));
    let category = category.and_then(|term| string_at(&term, "id")).or_else(|| string_at(json, "categories[0]"))?;
    let id = string_at(json, "id")?;
    let mut list = collection(json, &id, source.reading.base.href())?;
    for (name, value) in [("categories", category.as_str()), ("exclude", &id), ("per_page", PER_PAGE), ("_embed", "1")]
    {
        list = with_query(&list, name, value);
    }
    source.url(&list, Use::Resource, &Place::Field(&Place::Root, "_links.collection"))
}

/// Where the list is that the post is of: by its links, else by the address that it came from.
fn collection<J: Json>(json: &J, id: &str, request: &str) -> Option<String> {
    if let Some(list) = string_at(json, "_links.collection[0].href") {
        return Some(list);
    }
    let own = string_at(json, "_links.self[0].href");
    let path = own.as_deref().unwrap_or_else(|| parts(request).0).trim_end_matches('/');
    let list = path.strip_suffix(id).unwrap_or(path).trim_end_matches('/');
    list.contains("/wp/v2/").then(|| list.to_owned())
}

#[cfg(test)]
mod tests;
