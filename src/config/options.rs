//! The table of options.

use super::value::{choose, is_address, is_name, is_query, is_tag, origins, put, put_number, put_some};
use super::{Config, SECTIONS, SWITCH, THEMES};

/// Where an option can be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// On the app's root as `data-NAME`, and on the element.
    Both,
    /// On the app's root alone.
    App,
    /// On `<gatefold-reader>` alone.
    Element,
}

/// One option.
pub struct OptionSpec {
    /// Its name: as an attribute of the element, after `data-` on the app's root, and in the app's query string.
    pub name: &'static str,
    /// Where it can be set.
    pub place: Place,
    /// Whether the app's query string may set it too.
    pub query: bool,
    /// The values it may have, for people.
    pub values: &'static str,
    /// What it is when it is not set, written as a value; empty for nothing.
    pub default: &'static str,
    /// What it means, in a line.
    pub doc: &'static str,
    /// Takes a value over, or changes nothing and says `false`.
    pub(super) set: fn(&mut Config, &str) -> bool,
}

/// Every option.
#[rustfmt::skip] // One option a paragraph reads as a table; one field a line does not.
pub const OPTIONS: &[OptionSpec] = &[
    OptionSpec { name: "feed", place: Place::App, query: false, values: "an address", default: "articles/feed.json",
        doc: "Where the list of articles is.",
        set: |config, value| put(&mut config.feed, value, is_address(value)) },
    OptionSpec { name: "origins", place: Place::App, query: false, values: "origins such as `https://example.org`", default: "",
        doc: "Where articles may come from beside the page's own origin, with spaces between.",
        set: |config, value| origins(value).map(|list| config.origins = list).is_some() },
    OptionSpec { name: "sections", place: Place::Both, query: true, values: "`open`, `closed`, `first` or `auto`", default: "auto",
        doc: "Which sections are open at first; `auto` closes them on narrow screens.",
        set: |config, value| choose(&SECTIONS, value, &mut config.sections) },
    OptionSpec { name: "theme", place: Place::Both, query: true, values: "`auto`, `light`, `dark` or `sepia`", default: "auto",
        doc: "The colours; `auto` follows the reader's system.",
        set: |config, value| choose(&THEMES, value, &mut config.theme) },
    OptionSpec { name: "related-size", place: Place::Both, query: false, values: "1–50", default: "4",
        doc: "How many related cards are added at a time.",
        set: |config, value| put_number(&mut config.related_size, value, 1, 50) },
    OptionSpec { name: "share", place: Place::Both, query: false, values: "`on` or `off`", default: "on",
        doc: "Whether sharing is offered.",
        set: |config, value| choose(&SWITCH, value, &mut config.share) },
    OptionSpec { name: "campaign", place: Place::Both, query: false, values: "query parameters: `utm_source=gatefold`", default: "",
        doc: "What is added to shared addresses.",
        set: |config, value| put(&mut config.campaign, value, is_query(value)) },
    OptionSpec { name: "edit-href", place: Place::Both, query: false, values: "an address with `{id}` for the article's id", default: "",
        doc: "Where an article is edited; shows the link \"Edit content\".",
        set: |config, value| put_some(&mut config.edit_href, value, is_address(value)) },
    OptionSpec { name: "timeout", place: Place::Both, query: false, values: "1–300", default: "15",
        doc: "How many seconds a request may take.",
        set: |config, value| put_number(&mut config.timeout, value, 1, 300) },
    OptionSpec { name: "max-bytes", place: Place::Both, query: false, values: "1024–1073741824", default: "20971520",
        doc: "How many bytes an article or a feed may have.",
        set: |config, value| put_number(&mut config.max_bytes, value, 1024, 1 << 30) },
    OptionSpec { name: "lang", place: Place::Both, query: false, values: "a language tag such as `pt-BR`", default: "",
        doc: "Language of the interface; the page's when not set.",
        set: |config, value| put_some(&mut config.lang, value, is_tag(value)) },
    OptionSpec { name: "json-ld", place: Place::App, query: false, values: "`on` or `off`", default: "on",
        doc: "Whether the article is described as JSON-LD; `off` where a policy forbids every Trusted Types policy.",
        set: |config, value| choose(&SWITCH, value, &mut config.json_ld) },
    OptionSpec { name: "diagnostics", place: Place::Both, query: false, values: "`on` or `off`", default: "off",
        doc: "Whether the notes on what could not be shown as it was written are listed.",
        set: |config, value| choose(&SWITCH, value, &mut config.diagnostics) },
    OptionSpec { name: "site-name", place: Place::App, query: false, values: "a name", default: "",
        doc: "What the site is called; the feed's title when not set.",
        set: |config, value| put_some(&mut config.site_name, value, true) },
    OptionSpec { name: "src", place: Place::Element, query: false, values: "an address", default: "",
        doc: "Where the article's JSON is.",
        set: |config, value| put_some(&mut config.src, value, is_address(value)) },
    OptionSpec { name: "format", place: Place::Both, query: false, values: "the name of a format", default: "",
        doc: "The format of the articles; recognised by itself when not set.",
        set: |config, value| put_some(&mut config.format, value, is_name(value)) },
    OptionSpec { name: "fields", place: Place::Both, query: false, values: "JSON from field to path", default: "",
        doc: "Where the fields of a house format are: `{\"title\": \"data.headline\"}`.",
        set: |config, value| put_some(&mut config.fields, value, value.starts_with('{')) },
    OptionSpec { name: "related", place: Place::Both, query: false, values: "`on` or `off`", default: "on",
        doc: "Whether related articles follow.",
        set: |config, value| choose(&SWITCH, value, &mut config.related) },
    OptionSpec { name: "navigate", place: Place::Element, query: false, values: "`link` or `in-place`", default: "link",
        doc: "What a related card does: lead to its page, or open its article in the same element.",
        set: |config, value| choose(&[("link", false), ("in-place", true)], value, &mut config.in_place) },
    OptionSpec { name: "heading-level", place: Place::Element, query: false, values: "1–6", default: "1",
        doc: "Level of the article's title; the other headings follow.",
        set: |config, value| put_number(&mut config.heading_level, value, 1, 6) },
    OptionSpec { name: "history", place: Place::Element, query: false, values: "`on` or `off`", default: "off",
        doc: "Whether links inside the article change the page's address.",
        set: |config, value| choose(&SWITCH, value, &mut config.history) },
    OptionSpec { name: "loading", place: Place::Element, query: false, values: "`lazy` or `eager`", default: "lazy",
        doc: "Whether nothing is loaded until the element comes near the viewport.",
        set: |_, value| matches!(value, "" | "lazy" | "eager") },
];
