//! IPTC ninjs 1–3 (iptc.org/standards/ninjs).
//!
//! Version 1 names variants by suffix (`body_xhtml`, `headline_main`) and keeps renditions and associations in objects;
//! versions 2 and 3 have lists of objects with a `role` or a `name`. Agencies mix them, and upper and lower case, so one
//! reading serves all: [`names`] finds fields, [`article`] takes them, [`media`] reads what is associated.

mod media;
mod names;
#[cfg(test)]
mod tests;

use self::names::{all, called, text, variant};
use super::fields::Place;
use super::parts::{credit, is_absolute, paragraph, shown, tag};
use super::source::{Source, paragraphs};
use super::{Json, structure};
use crate::model::block::Role;
use crate::model::url::Use;
use crate::model::{Article, Block, BlockKind, Fate, Locale, SafeUrl, Text};

/// What an article is about; organisations and events are named with it.
const SUBJECTS: [&str; 10] = [
    "subjects",
    "subject",
    "people",
    "person",
    "places",
    "place",
    "organisations",
    "organisation",
    "events",
    "keywords",
];

/// How somebody is related to an article that they wrote.
const WROTE: [&str; 3] = ["author", "by", "creator"];

/// Reads an article.
///
/// # Errors
/// The place and the reason, when nothing in it could be shown.
pub(super) fn article<J: Json>(json: &J, source: &mut Source<'_>) -> Result<Article, String> {
    let root = Place::Root;
    let url = address(json, &root, source);
    source.at_home(url.as_ref());
    let (created, version) = (first(json, &["firstcreated", "contentcreated"]), text(json, "versioncreated"));
    let language = text(json, "language");
    let language = language.and_then(|tag| source.language(&tag, &Place::Field(&root, "language")));
    let headline = variant(json, "headline", "headlines", &["main"]).or_else(|| text(json, "title"));
    let mut article = Article {
        id: text(json, "uri").or_else(|| text(json, "guid")),
        url,
        locale: Locale { language, direction: None },
        title: headline.map_or_else(Text::default, |title| source.text(&title, &Place::Field(&root, "headline"))),
        source: called(json, &["infosources", "infosource"]).or_else(|| text(json, "copyrightholder")),
        updated: created.as_ref().and(version.clone()),
        published: created.or(version),
        ..Article::default()
    };
    if let Some(name) = first(json, &["byline", "by"]) {
        let name = source.label(&name, &Place::Field(&root, "byline"));
        credit(&mut article.authors, &name, None);
    }
    subjects(json, &mut article);
    if text(json, "pubstatus").is_some_and(|status| status != "usable") {
        source.note(&Place::Field(&root, "pubstatus"), Fate::Downgraded, "not marked as usable, shown all the same");
    }
    let (mut blocks, html) = body(json, &root, source);
    let own = media::own(json, &root, source);
    let standalone = own.is_some();
    blocks.splice(0..0, own);
    let lead = media::associated(json, &html, &mut article, &mut blocks, source);
    article.image = lead;
    if !standalone {
        article.standfirst = standfirst(json, source);
        // A single picture carries its own rights as a credit.
        for name in ["copyrightnotice", "usageterms"] {
            let notice = text(json, name).map(|notice| source.text(&notice, &Place::Field(&root, name)));
            let notice = notice.filter(|notice| !notice.is_empty() && !blocks.is_empty());
            blocks.extend(
                notice.map(|text| BlockKind::Paragraph { text, role: Some(Role::Note), drop_cap: false }.into()),
            );
        }
    }
    article.sections = structure::sections(blocks);
    shown(article, source)
}

fn first<J: Json>(json: &J, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| text(json, name))
}

/// `uri` names the item and need not lead anywhere; an alternative id that is an address does.
fn address<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> Option<SafeUrl> {
    let ids = all(json, "altids");
    let mut addresses = ids.iter().filter_map(|(_, id)| id.string().or_else(|| text(id, "value")));
    let address = addresses.find(|address| is_absolute(address))?;
    source.url(&address, Use::Link, &Place::Field(place, "altids"))
}

/// People who wrote it are authors, whatever else is named is what it is about.
fn subjects<J: Json>(json: &J, article: &mut Article) {
    for list in SUBJECTS {
        for (_, item) in all(json, list) {
            let name = item.string().or_else(|| names::name(&item));
            let Some(name) = name.map(|name| name.trim().to_owned()) else { continue };
            match text(&item, "rel").filter(|rel| WROTE.contains(&rel.as_str())) {
                Some(_) => credit(&mut article.authors, &name, None),
                None => tag(&mut article.tags, name),
            }
        }
    }
}

/// How good a body is: HTML fragments are best, then documents, then plain text; other markup cannot be read.
fn worth(kind: &str, body: &str) -> Option<u8> {
    let start = body.trim_start().get(..200).unwrap_or(body.trim_start()).to_ascii_lowercase();
    let document = ["<html", "<!doctype", "<?xml", "<head", "<body"].iter().any(|tag| start.starts_with(tag));
    match kind {
        "text/plain" => Some(2),
        "" if !start.contains('<') => Some(2),
        // News in an XML of its own, such as NITF.
        "" if document && !start.contains("html") => None,
        "" | "text/html" | "text/xhtml" | "application/xhtml+xml" | "application/html" | "text/vnd.iptc.html" => {
            Some(u8::from(document))
        }
        _ => None,
    }
}

/// The best body that has something in it, and its HTML.
fn body<J: Json>(json: &J, place: &Place<'_>, source: &mut Source<'_>) -> (Vec<Block>, String) {
    let mut bodies = Vec::new();
    for (name, value) in names::variants(json, "body", "bodies") {
        let Some(body) = value.string().or_else(|| text(&value, "value")) else { continue };
        let kind = first(&value, &["contenttype", "mimetype"]).unwrap_or_default().to_ascii_lowercase();
        let kind = kind.split(';').next().unwrap_or_default().trim().to_owned();
        // Version 1 says it in the name.
        let kind =
            if kind.is_empty() && name.ends_with("text") && !name.ends_with("richtext") && value.string().is_some() {
                "text/plain"
            } else {
                kind.as_str()
            };
        match worth(kind, &body) {
            Some(worth) => bodies.push((worth, name, body)),
            None => source.dropped(&Place::Field(place, &name), format_args!("a body in `{kind}`")),
        }
    }
    bodies.sort_by_key(|(worth, ..)| *worth);
    for (worth, name, body) in bodies {
        let blocks = if worth < 2 { source.blocks(&body, &Place::Field(place, &name)) } else { paragraphs(&body) };
        if !blocks.is_empty() {
            return (blocks, if worth < 2 { body } else { String::new() });
        }
    }
    (Vec::new(), String::new())
}

/// The description, as a standfirst.
fn standfirst<J: Json>(json: &J, source: &mut Source<'_>) -> Text {
    let description = variant(json, "description", "descriptions", &["main", "text", "summary"]);
    let place = Place::Field(&Place::Root, "description");
    description.map_or_else(Text::default, |text| source.text(&text, &place))
}

/// A line as a paragraph, where it says anything.
fn said(text: Text) -> Option<Block> {
    (!text.is_empty()).then(|| paragraph(text))
}
