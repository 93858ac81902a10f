//! Which format a JSON value is in, and where in it the articles are.
//!
//! 1. `find` takes a value out of its wrappers: envelopes, the answers of query languages, bare lists. `WRAPPERS`
//!    lists them.
//! 2. `detect` compares what is left with `SIGNS`, format by format; the first that fits is it. Never a guess:
//!    what fits none is refused, and `looked_for` says what would have fitted.
//!
//! Signs are conditions on paths, all of which must hold: `a.b` is there and not `null`; `a[]` a list with an item,
//! `a[].b` with one that has it; `a*` any field whose name begins so, in any case; `a?` a field that may be `null`;
//! `a=b` the string `b`, `a*=b` a string with `b` in it.

use super::{Json, Kind};

/// The formats that are known.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is what its name says")]
pub enum Format {
    #[default]
    Native,
    JsonFeed,
    WordPress,
    Ans,
    AppleNews,
    Ninjs,
    Capi,
    Bbc,
    JsonLd,
    Ghost,
    PortableText,
    EditorJs,
    ProseMirror,
    Lexical,
    Contentful,
    ContentTree,
}

impl Format {
    /// Every format with its name, in the order of detection.
    pub const TABLE: [(Self, &'static str); 16] = [
        (Self::Native, "gatefold"),
        (Self::JsonFeed, "json-feed"),
        (Self::WordPress, "wordpress"),
        (Self::Ans, "ans"),
        (Self::AppleNews, "apple-news"),
        (Self::Ninjs, "ninjs"),
        (Self::Capi, "capi"),
        (Self::Bbc, "bbc"),
        (Self::JsonLd, "json-ld"),
        (Self::Ghost, "ghost"),
        (Self::PortableText, "portable-text"),
        (Self::EditorJs, "editor-js"),
        (Self::ProseMirror, "prosemirror"),
        (Self::Lexical, "lexical"),
        (Self::Contentful, "contentful"),
        (Self::ContentTree, "content-tree"),
    ];

    /// The format of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::TABLE.iter().find(|(_, known)| *known == name).map(|(format, _)| *format)
    }

    /// Its name, as in the option `format`.
    pub fn name(self) -> &'static str {
        Self::TABLE.iter().find(|(format, _)| *format == self).map_or("", |(_, name)| name)
    }
}

/// By what each format is known, in the order of detection; with the name that a person would use.
const SIGNS: [(Format, &str, &[&str]); 16] = [
    (Format::Native, "Article JSON", &["gatefold"]),
    (Format::JsonFeed, "JSON Feed", &["version*=jsonfeed.org", "items[].content_html", "items[].content_text"]),
    (Format::WordPress, "WordPress", &["title.rendered content.rendered", "title.rendered excerpt.rendered"]),
    (Format::Ans, "ANS", &["content_elements[]", "type=story version*=."]),
    (Format::AppleNews, "Apple News", &["components[].role identifier"]),
    (Format::Ninjs, "ninjs", &["uri headlines[]", "uri bodies[]", "uri body_*", "uri versioncreated*"]),
    (
        Format::Capi,
        "CAPI",
        &["webTitle fields", "webTitle blocks", "webUrl fields", "webUrl blocks", "webTitle webUrl"],
    ),
    (Format::Bbc, "BBC", &["content.model.blocks[] metadata"]),
    (
        Format::JsonLd,
        "JSON-LD",
        &[
            "@context*=schema.org",
            "@context[]*=schema.org",
            "@context.**=schema.org",
            "@context[].**=schema.org",
            "@type*=Article",
            "@type*=Posting",
            "@type[]*=Article",
            "@type[]*=Posting",
            "@graph[].@type*=Article",
            "@graph[].@type*=Posting",
            "@graph[].@type[]*=Article",
        ],
    ),
    (Format::Ghost, "Ghost", &["slug html? uuid", "slug html? feature_image?"]),
    (Format::PortableText, "Portable Text", &["_type=block", "[]._type=block", "_type *[]._type=block"]),
    (Format::EditorJs, "Editor.js", &["blocks[].type blocks[].data"]),
    (Format::ProseMirror, "ProseMirror", &["type=doc"]),
    (Format::Lexical, "Lexical", &["root.type=root"]),
    (
        Format::Contentful,
        "Contentful",
        &[
            "nodeType=document",
            "json.nodeType=document",
            "fields.*.nodeType=document",
            "fields.*.*.nodeType=document",
            "items[].fields.*.nodeType=document",
        ],
    ),
    (Format::ContentTree, "content-tree", &["type=body children"]),
];

/// What may stand around articles: conditions as in [`SIGNS`], and where to go from there (nowhere: it stays as it is).
const WRAPPERS: [(&str, &str); 9] = [
    ("body status headers?", "body"),
    ("posts", "posts"),
    ("pages", "pages"),
    ("response.content", "response.content"),
    ("response.results", "response.results"),
    ("data.article", "data.article"),
    ("type=results content_elements", "content_elements"),
    ("type=collection content_elements", "content_elements"),
    ("result", "result"),
];

/// Most wrappers around each other that are taken off.
const MAX_WRAPPERS: usize = 8;

/// Most items of a list that are looked at for a sign.
const LOOKED_AT: usize = 100;

/// Most fields of an unknown value that are named.
const NAMED: usize = 6;

/// Articles out of their wrappers.
pub(super) struct Found<J> {
    pub(super) format: Format,
    /// As they stood; one of a list may be anything.
    pub(super) items: Vec<J>,
    /// Whether they stood in a list.
    pub(super) list: bool,
}

/// Takes a value out of its wrappers and finds the format of what was in them, unless it is `given`. `None` when it is
/// in none that is known. An empty list is in any format.
pub(super) fn find<J: Json>(json: &J, given: Option<Format>) -> Option<Found<J>> {
    let mut value = json.parsed().unwrap_or_else(|| json.clone());
    for _ in 0..MAX_WRAPPERS {
        if value.kind() == Kind::Array {
            break;
        }
        let native = detect(&value) == Some(Format::Native);
        let wrapper = WRAPPERS.iter().find(|(signs, _)| !native && all_hold(&value, signs));
        let Some(inner) = wrapper.and_then(|(_, path)| super::source::at(&value, path)) else { break };
        if !matches!(inner.kind(), Kind::Array | Kind::Object) {
            break;
        }
        value = inner;
    }
    let whole = detect(&value);
    if value.kind() != Kind::Array {
        return Some(Found { format: given.or(whole)?, items: vec![value], list: false });
    }
    let items: Vec<J> = (0..value.len()).filter_map(|index| value.item(index)).collect();
    let inside = items.iter().take(LOOKED_AT).find_map(detect);
    let format = given.or(whole).or(inside);
    let one = match format {
        // A text is a list of blocks, and a list of documents is one of those.
        Some(Format::PortableText) => whole == format || inside != format,
        // A list of nodes is one document.
        Some(Format::JsonLd) => true,
        _ => false,
    };
    if items.is_empty() {
        return Some(Found { format: format.unwrap_or_default(), items, list: true });
    }
    Some(if one {
        Found { format: format?, items: vec![value], list: false }
    } else {
        Found { format: format?, items, list: true }
    })
}

/// The format of a value that stands in no wrapper.
pub(super) fn detect<J: Json>(json: &J) -> Option<Format> {
    let found = SIGNS.iter().find(|(.., signs)| signs.iter().any(|conditions| all_hold(json, conditions)));
    found.map(|(format, ..)| *format)
}

/// What [`detect`] looks for and what there is instead, for who wonders why it found nothing.
pub(super) fn looked_for<J: Json>(json: &J) -> String {
    let mut text = "no known format: looked for ".to_owned();
    for (index, (_, name, signs)) in SIGNS.iter().enumerate() {
        let sign = signs.first().and_then(|sign| sign.split(' ').next()).unwrap_or_default();
        text.push_str(&[if index > 0 { ", " } else { "" }, *name, " (`", sign, "`)"].concat());
    }
    text.push_str("; found ");
    text.push_str(json.kind().name());
    for (index, name) in json.names().iter().take(NAMED).enumerate() {
        text.push_str(&[if index > 0 { ", `" } else { " with `" }, name, "`"].concat());
    }
    text
}

fn all_hold<J: Json>(json: &J, conditions: &str) -> bool {
    conditions.split(' ').all(|condition| {
        let (path, value) = condition.split_once('=').map_or((condition, None), |(path, value)| (path, Some(value)));
        match (path.strip_suffix('*'), value) {
            (Some(path), Some(part)) => leads(json, path, &|at| at.string().is_some_and(|text| text.contains(part))),
            (_, Some(value)) => leads(json, path, &|at| at.string().is_some_and(|text| text == value)),
            _ => leads(json, path, &|_| true),
        }
    })
}

/// Whether the path leads to a value that passes the test. As deep as the path is long.
fn leads<J: Json>(json: &J, path: &str, test: &dyn Fn(&J) -> bool) -> bool {
    if path.is_empty() {
        return test(json);
    }
    if let Some(rest) = path.strip_prefix("[]") {
        let rest = rest.trim_start_matches('.');
        let mut items = (0..json.len().min(LOOKED_AT)).filter_map(|index| json.item(index));
        return items.any(|item| leads(&item, rest, test));
    }
    let end = path.find(['.', '[']).unwrap_or(path.len());
    let (step, rest) = path.split_at(end);
    let rest = rest.trim_start_matches('.');
    if let Some(prefix) = step.strip_suffix('*') {
        let mut names = json.names().into_iter().filter(|name| name.to_ascii_lowercase().starts_with(prefix));
        return names.any(|name| json.field(&name).is_some_and(|value| leads(&value, rest, test)));
    }
    match step.strip_suffix('?') {
        Some(name) => json.names().iter().any(|known| known == name),
        None => json.field(step).is_some_and(|value| leads(&value, rest, test)),
    }
}

#[cfg(test)]
mod tests;
