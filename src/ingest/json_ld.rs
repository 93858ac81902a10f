//! schema.org in JSON-LD (schema.org/Article; JSON-LD 1.1, §3 and §4), as pages carry it for search engines.
//!
//! 1. [`Graph`] holds every node of the document: one, a list, an `@graph`, the `mainEntity` of a page. A node that only
//!    names another by `@id` is looked up.
//! 2. [`article`] takes the first that is an article; [`head`] reads its metadata, [`body`](body::body) its text.
//! 3. [`list`] reads the items of an `ItemList` or a blog, else every article there is.
//!
//! The metadata is the better part: `articleBody` is often a teaser, or has lost its paragraphs.

mod body;
mod graph;
mod image;

use super::fields::Place;
use super::foreign::{cards::card_of, date::iso};
use super::source::{Source, first_string, plain, string_at};
use super::{Json, structure};
use crate::model::url::Use;
use crate::model::{Article, Author};
use graph::{Graph, string_of};

/// Reads the first article of a document; others beside it are what to read next.
///
/// # Errors
/// The reason, when there is no article.
pub(super) fn article<J: Json>(json: &J, source: &mut Source<'_>) -> Result<Article, String> {
    let graph = Graph::new(json);
    let node = graph.article().ok_or("no node that is an article")?;
    let mut article = head(&graph, &node, source);
    let blocks = body::body(&graph, &node, &article, source);
    article.sections = structure::sections(blocks);
    article.related.items = body::related_links(&graph, &node, source);
    for other in graph.articles().into_iter().skip(1) {
        article.related.items.push(card_of(head(&graph, &other, source)));
    }
    Ok(article)
}

/// The heads of what a document lists: the items of a list in it, else its articles.
pub(super) fn list<J: Json>(json: &J, source: &mut Source<'_>) -> Vec<Article> {
    let graph = Graph::new(json);
    let base = source.reading.base.clone();
    let mut heads = Vec::new();
    for node in graph.listed() {
        heads.push(head(&graph, &node, source));
        source.reading.base = base.clone();
    }
    heads
}

/// All but the body.
fn head<J: Json>(graph: &Graph<J>, node: &J, source: &mut Source<'_>) -> Article {
    let root = &Place::Root;
    let link = string_at(node, "url").or_else(|| {
        let page = graph.first(node, &["url", "mainEntityOfPage"])?;
        page.string().or_else(|| first_string(&page, &["url", "@id"]))
    });
    let url = link.and_then(|link| source.url(&link, Use::Link, &Place::Field(root, "url")));
    source.at_home(url.as_ref());
    let text = |names: &[&str]| graph.text(node, names);
    let title = text(&["headline", "name"]).unwrap_or_default();
    let standfirst = text(&["alternativeHeadline", "description"]).unwrap_or_default();
    let mut article = Article {
        id: first_string(node, &["@id", "identifier"]),
        url,
        kicker: source.label_of(text(&["articleSection"]), &Place::Field(root, "articleSection")),
        title: source.title(&title, &Place::Field(root, "headline")),
        standfirst: source.title(&standfirst, &Place::Field(root, "description")),
        authors: authors(graph, node, source),
        published: text(&["datePublished", "dateCreated", "uploadDate"]).and_then(|date| iso(&date)),
        updated: text(&["dateModified"]).and_then(|date| iso(&date)),
        tags: tags(graph, node),
        image: image::image(graph, node, source),
        ..Article::default()
    };
    let name = text(&["publisher", "sourceOrganization", "provider"]).or_else(|| part_of(graph, node));
    article.source = source.label_of(name, &Place::Field(root, "publisher"));
    let language = graph.first(node, &["inLanguage"]);
    let tag = language.and_then(|value| first_string(&value, &["alternateName", "identifier"]).or(string_of(&value)));
    article.locale.language = tag.and_then(|tag| source.language(&tag, &Place::Field(root, "inLanguage")));
    article
}

fn authors<J: Json>(graph: &Graph<J>, node: &J, source: &mut Source<'_>) -> Vec<Author> {
    let mut people = graph.values(node, "author");
    if people.is_empty() {
        people = graph.values(node, "creator");
    }
    let mut authors = Vec::new();
    for (index, person) in people.iter().enumerate() {
        let place = Place::Index(&Place::Field(&Place::Root, "author"), index);
        let url = graph.text(person, &["url", "sameAs"]).and_then(|url| source.url(&url, Use::Link, &place));
        let mut names: Vec<String> = graph.values(person, "name").iter().filter_map(string_of).collect();
        names.extend(person.string());
        // An address says nothing about who it is.
        names.retain(|name| !name.starts_with("http"));
        if names.is_empty() {
            source.dropped(&place, "an author without a name");
        }
        for name in names {
            authors.push(Author { name: source.label(&name, &place), url: url.clone() });
        }
    }
    authors.retain(|author| !author.name.is_empty());
    authors
}

/// A list, or one string with commas.
fn tags<J: Json>(graph: &Graph<J>, node: &J) -> Vec<String> {
    let words: Vec<String> = graph.values(node, "keywords").iter().filter_map(string_of).collect();
    let tags: Vec<&str> = match words.as_slice() {
        [one] => one.split(',').collect(),
        several => several.iter().map(String::as_str).collect(),
    };
    tags.into_iter().map(plain).filter(|tag| !tag.is_empty()).collect()
}

/// The name of the publication that it is a part of; a part of a page is none.
fn part_of<J: Json>(graph: &Graph<J>, node: &J) -> Option<String> {
    let whole = graph.first(node, &["isPartOf"])?;
    let page = graph::types(&whole).iter().any(|name| name.ends_with("Page"));
    if page { None } else { string_at(&whole, "name") }
}
