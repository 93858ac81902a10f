//! Ghost Content API (docs.ghost.org/content-api, "Posts").
//!
//! [`head`] reads what stands above the text, [`article`] adds the body: Ghost's HTML with its cards (`kg-…`), or, where an
//! export has no HTML, the tree of its editor or the plain text. What a visitor may not read ends in a marker.

use super::fields::Place;
use super::foreign::address::{parts, query};
use super::foreign::date::iso;
use super::format::Format;
use super::source::{Source, at, first_string, items_at, paragraphs, plain, string_at};
use super::{Adapter, Json, structure};
use crate::model::url::Use;
use crate::model::{Article, Block, BlockKind, Image, SafeUrl, Text};

/// Where the API's posts and pages are.
const LISTS: [&str; 2] = ["/content/posts/", "/content/pages/"];

/// Reads an article.
///
/// # Errors
/// None: what is missing is left empty.
pub(super) fn article<J: Json>(json: &J, source: &mut Source<'_>) -> Result<Article, String> {
    let mut article = head(json, source);
    let mut blocks = body(json, source);
    if is_locked(json) {
        blocks.push(BlockKind::Paywall { text: Text::default(), href: article.url.clone() }.into());
    }
    article.sections = structure::sections(blocks);
    Ok(article)
}

/// All but the body.
pub(super) fn head<J: Json>(json: &J, source: &mut Source<'_>) -> Article {
    let root = &Place::Root;
    let link = first_string(json, &["canonical_url", "url"]);
    let url = link.and_then(|link| source.url(&link, Use::Link, &Place::Field(root, "url")));
    source.at_home(url.as_ref());
    let text = |path| Text::plain(string_at(json, path).map(|text| plain(&text)).unwrap_or_default());
    let standfirst = if at(json, "custom_excerpt").is_some() { "custom_excerpt" } else { "excerpt" };
    let mut article = Article {
        id: first_string(json, &["id", "uuid"]),
        url,
        title: text("title"),
        standfirst: text(standfirst),
        published: string_at(json, "published_at").and_then(|date| iso(&date)),
        updated: string_at(json, "updated_at").and_then(|date| iso(&date)),
        image: image(json, source),
        ..Article::default()
    };
    let mut people = items_at(json, "authors");
    if people.is_empty() {
        people = items_at(json, "primary_author");
    }
    for (index, person) in people.iter().enumerate() {
        let place = Place::Index(&Place::Field(root, "authors"), index);
        article.authors.extend(source.author(person, &["url", "website"], &place));
    }
    for tag in items_at(json, "tags") {
        let internal = string_at(&tag, "visibility").as_deref() == Some("internal");
        let name = string_at(&tag, "name").filter(|name| !internal && !name.starts_with('#'));
        article.tags.extend(name.map(|name| plain(&name)));
    }
    article
}

/// Where the JSON of a post is, when the list came from a Content API: that names posts by id.
pub(super) fn address<J: Json>(json: &J, source: &mut Source<'_>, request: &str) -> Option<SafeUrl> {
    let id = string_at(json, "id")?;
    let (path, _) = parts(request);
    let list = LISTS.iter().find_map(|list| Some(path.get(..path.find(list)? + list.len())?.to_owned()))?;
    let key = query(request, "key")?;
    let address = [&list, id.as_str(), "/?key=", key, "&include=authors,tags"].concat();
    source.url(&address, Use::Resource, &Place::Field(&Place::Root, "id"))
}

fn body<J: Json>(json: &J, source: &mut Source<'_>) -> Vec<Block> {
    let root = &Place::Root;
    if let Some(html) = string_at(json, "html") {
        return source.blocks(&html, &Place::Field(root, "html"));
    }
    let tree = at(json, "lexical").and_then(|text| text.parsed());
    match (tree, string_at(json, "plaintext")) {
        (Some(tree), _) => match J::adapter(Format::Lexical) {
            Some(Adapter::Body(read)) => read(&tree, &Place::Field(root, "lexical"), source),
            _ => Vec::new(),
        },
        (None, Some(text)) => paragraphs(&text),
        (None, None) => Vec::new(),
    }
}

/// Whether there is more than was sent. Ghost says so itself since version 3; before, it left the text out.
fn is_locked<J: Json>(json: &J) -> bool {
    match at(json, "access").and_then(|access| access.boolean()) {
        Some(access) => !access,
        None => string_at(json, "visibility").is_some_and(|who| who != "public"),
    }
}

fn image<J: Json>(json: &J, source: &mut Source<'_>) -> Option<Image> {
    let place = Place::Field(&Place::Root, "feature_image");
    let src = source.url(&string_at(json, "feature_image")?, Use::Resource, &place)?;
    let caption = string_at(json, "feature_image_caption").unwrap_or_default();
    Some(Image {
        src: Some(src),
        alt: string_at(json, "feature_image_alt").map(|alt| plain(&alt)).unwrap_or_default(),
        caption: source.text(&caption, &Place::Field(&Place::Root, "feature_image_caption")),
        ..Image::default()
    })
}
