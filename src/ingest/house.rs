//! Articles in a publisher's own JSON, by a map from our fields to paths in it.
//!
//! 1. [`apply`] sets what the map names, each value as forgiving as can be: an author may be a string, an object or a list
//!    of either, a picture an address or an object.
//! 2. [`body`] recognises what the text is: HTML, plain text, a list of either, blocks of Article JSON, a tree or a whole
//!    document of a format that is known, also as JSON text in a string.
//! 3. [`entry`] is for the answers of two headless CMSs, whose fields are the publisher's own, too, but whose text tells
//!    itself: what most call a title is taken for the title.

use super::fields::Place;
use super::foreign::{self, date::iso};
use super::format::{self, Format};
use super::source::{Source, at, first_string, is_html, items_at, paragraphs, plain, size_at, string_at};
use super::{Json, Kind, native, structure};
use crate::model::url::Use;
use crate::model::{Article, Author, Block, Fate, Image, Section};

/// The fields that a map can name.
pub(super) const FIELDS: [&str; 15] = [
    "url",
    "id",
    "title",
    "standfirst",
    "authors",
    "source",
    "published",
    "updated",
    "language",
    "kicker",
    "tags",
    "image",
    "image-alt",
    "body",
    "related",
];

/// What most call the parts of an entry, for those who gave no map.
const OBVIOUS: [(&str, &[&str]); 6] = [
    ("id", &["_id", "sys.id"]),
    ("title", &["title", "headline", "name"]),
    ("standfirst", &["standfirst", "subtitle", "excerpt", "description", "summary"]),
    ("published", &["publishedAt", "publishDate", "publicationDate", "date"]),
    ("updated", &["_updatedAt"]),
    ("authors", &["author", "authors"]),
];

/// Sets what the map names, in the order of [`FIELDS`]: the address comes first, because the others may be relative to it.
pub(super) fn apply<J: Json>(json: &J, map: &[(String, String)], article: &mut Article, source: &mut Source<'_>) {
    let given = Place::Field(&Place::Root, "fields");
    for (name, _) in map.iter().filter(|(name, _)| !FIELDS.contains(&name.as_str())) {
        source.dropped(&Place::Field(&given, name), "unknown field");
    }
    for field in FIELDS {
        let Some((_, path)) = map.iter().find(|(name, _)| name == field) else { continue };
        match at(json, path) {
            Some(value) => set(field, &value, &Place::Field(&Place::Root, path), article, source),
            None => source.note(&Place::Field(&given, field), Fate::Unresolved, format_args!("nothing at `{path}`")),
        }
    }
}

fn set<J: Json>(field: &str, value: &J, place: &Place<'_>, article: &mut Article, source: &mut Source<'_>) {
    match field {
        "authors" => return article.authors = authors(value, place, source),
        "image" => return article.image = image(value, place, source),
        "tags" => return article.tags = tags(value),
        "body" => return article.sections = body(value, place, source, 0),
        "related" => return related(value, place, article, source),
        _ => {}
    }
    let Some(text) = value.text() else {
        return source.dropped(place, format_args!("expected a string, found {}", value.kind().name()));
    };
    match field {
        "url" => {
            article.url = source.url(&text, Use::Link, place);
            source.at_home(article.url.as_ref());
        }
        "id" => article.id = Some(text),
        "title" => article.title = source.title(&text, place),
        "standfirst" => article.standfirst = source.title(&text, place),
        "source" => article.source = source.label_of(Some(text), place),
        "kicker" => article.kicker = source.label_of(Some(text), place),
        "published" => article.published = iso(&text),
        "updated" => article.updated = iso(&text),
        "language" => article.locale.language = source.language(&text, place),
        "image-alt" => {
            if let Some(image) = &mut article.image {
                image.alt = plain(&text);
            }
        }
        _ => {}
    }
}

fn authors<J: Json>(value: &J, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Author> {
    each(value).iter().filter_map(|person| source.author(person, &["url", "link"], place)).collect()
}

fn tags<J: Json>(value: &J) -> Vec<String> {
    let words =
        each(value).into_iter().filter_map(|tag| tag.string().or_else(|| first_string(&tag, &["name", "title"])));
    let words: Vec<String> = words.collect();
    let split = matches!(value.kind(), Kind::String);
    let tags = words.iter().flat_map(|word| if split { word.split(',').collect() } else { vec![word.as_str()] });
    tags.map(plain).filter(|tag| !tag.is_empty()).collect()
}

fn image<J: Json>(value: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<Image> {
    let value = each(value).into_iter().next()?;
    let address = value.string().or_else(|| first_string(&value, &["src", "url", "source_url", "asset.url", "href"]));
    let Some(address) = address else {
        source.dropped(place, "a picture needs an address");
        return None;
    };
    let src = source.url(&address, Use::Resource, place)?;
    let text = |paths: &[&str]| first_string(&value, paths).map(|text| plain(&text));
    let caption = string_at(&value, "caption").unwrap_or_default();
    Some(Image {
        src: Some(src),
        alt: text(&["alt", "alternativeText", "alt_text", "altText"]).unwrap_or_default(),
        width: size_at(&value, "width"),
        height: size_at(&value, "height"),
        caption: source.text(&caption, place),
        credit: text(&["credit"]),
        ..Image::default()
    })
}

/// Cards, or the address of a list of them.
fn related<J: Json>(value: &J, place: &Place<'_>, article: &mut Article, source: &mut Source<'_>) {
    if let Some(address) = value.string() {
        article.related.src = source.url(&address, Use::Resource, place);
        return;
    }
    for (index, card) in each(value).iter().enumerate() {
        article.related.items.extend(native::card(card, &Place::Index(place, index), &mut source.reading));
    }
}

/// The text, whatever it is in; JSON text in a string and lists in it are followed three steps deep.
fn body<J: Json>(value: &J, place: &Place<'_>, source: &mut Source<'_>, depth: usize) -> Vec<Section> {
    if let Some(format) = format::detect(value) {
        return foreign::sections(format, value, place, source);
    }
    if let Some(text) = value.text() {
        let json = text.trim_start().starts_with(['{', '[']) && depth < 3;
        if let Some(tree) = value.parsed().filter(|tree| json && matches!(tree.kind(), Kind::Object | Kind::Array)) {
            return body(&tree, place, source, depth + 1);
        }
        return structure::sections(texts(&text, place, source));
    }
    let strings: Vec<String> = each(value).iter().filter_map(Json::string).collect();
    if strings.len() == value.len() && strings.iter().any(|text| is_html(text)) {
        let blocks = strings.iter().flat_map(|text| texts(text, place, source)).collect();
        return structure::sections(blocks);
    }
    let (blocks, footnotes) = native::blocks(value, place, &mut source.reading);
    source.footnotes.extend(footnotes);
    structure::sections(blocks)
}

/// HTML when it has tags, else plain text.
fn texts(text: &str, place: &Place<'_>, source: &mut Source<'_>) -> Vec<Block> {
    if is_html(text) { source.blocks(text, place) } else { paragraphs(text) }
}

/// The items of a list; a single value counts as a list of one.
fn each<J: Json>(value: &J) -> Vec<J> {
    match value.kind() {
        Kind::Array => (0..value.len()).filter_map(|index| value.item(index)).collect(),
        _ => vec![value.clone()],
    }
}

/// The parts of an entry of a headless CMS around a text in `format`. `None` when the value is the text itself.
pub(super) fn entry<J: Json>(json: &J, format: Format, source: &mut Source<'_>) -> Option<Article> {
    let entry = items_at(json, "items").into_iter().next().unwrap_or_else(|| json.clone());
    let fields = at(&entry, "fields").unwrap_or_else(|| entry.clone());
    let tells = |value: &J| format::detect(value) == Some(format);
    let name = fields
        .names()
        .into_iter()
        .find(|name| fields.field(name).is_some_and(|value| tells(&value) || tells(&in_a_language(value))))?;
    let mut article = Article::default();
    for (field, paths) in OBVIOUS {
        let found = paths.iter().find_map(|path| Some((path, at(&fields, path).or_else(|| at(&entry, path))?)));
        if let Some((path, value)) = found {
            set(field, &in_a_language(value), &Place::Field(&Place::Root, path), &mut article, source);
        }
    }
    let place = Place::Field(&Place::Root, &name);
    let text = fields.field(&name).unwrap_or_else(|| json.clone());
    // Contentful's embeds are beside the entry.
    let whole = if format == Format::Contentful { json } else { &text };
    article.sections = foreign::sections(format, whole, &place, source);
    if article.title.is_empty() {
        source.note(&Place::Root, Fate::Unresolved, "no field is called a title: name it in the option `fields`");
    }
    Some(article)
}

/// The first of the values of a field that has one a language (`{"en-US": …}`); any other value itself.
fn in_a_language<J: Json>(value: J) -> J {
    let names = value.names();
    let first = names.first().filter(|name| name.len() == 2 || name.get(2..3) == Some("-"));
    first.and_then(|name| value.field(name)).unwrap_or(value)
}
