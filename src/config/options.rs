//! The table of options.

use super::value::{choose, is_address, is_name, is_query, is_tag, origins, put, put_number, put_some};
use super::{Config, LAYOUTS, SECTIONS, SOME_SWITCH, SWITCH, THEMES};

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
    /// What it means, in a line. For documents, so a browser is spared it.
    #[cfg(not(target_arch = "wasm32"))]
    pub doc: &'static str,
    /// Takes a value over, or changes nothing and says `false`.
    pub(super) set: fn(&mut Config, &str) -> bool,
}

/// One option: its name, its place, whether the address may set it, its values, its default, its meaning, how it is set.
macro_rules! option {
    ($name:literal, $place:ident, $query:literal, $values:literal, $default:literal, $doc:literal, $set:expr) => {
        OptionSpec {
            name: $name,
            place: Place::$place,
            query: $query,
            values: $values,
            default: $default,
            #[cfg(not(target_arch = "wasm32"))]
            doc: $doc,
            set: $set,
        }
    };
}

/// Every option.
#[rustfmt::skip] // One option a paragraph reads as a table; one field a line does not.
pub const OPTIONS: &[OptionSpec] = &[
    option!("feed", App, false, "an address", "articles/feed.json",
        "Where the list of articles is.",
        |config, value| put(&mut config.feed, value, is_address(value))),
    option!("origins", App, false, "origins such as `https://example.org`", "",
        "Where articles may come from beside the page's own origin, with spaces between.",
        |config, value| origins(value).map(|list| config.origins = list).is_some()),
    option!("sections", Both, true, "`open`, `closed`, `first` or `auto`", "auto",
        "Which sections are open at first; `auto` closes them on narrow screens.",
        |config, value| choose(&SECTIONS, value, &mut config.sections)),
    option!("theme", Both, true, "`auto`, `light`, `dark`, `sepia` or `contrast`", "auto",
        "The colours; `auto` follows the reader's system.",
        |config, value| choose(&THEMES, value, &mut config.theme)),
    option!("settings", Both, false, "`on`, `off` or names with spaces: `theme size`", "on",
        "What readers may set for themselves; it is kept, and comes before `theme`.",
        |config, value| put(&mut config.settings, value, value.split_whitespace().all(is_name))),
    option!("contents", Both, false, "`on` or `off`", "on",
        "Whether there is a table of contents, where there are three sections or more.",
        |config, value| choose(&SWITCH, value, &mut config.contents)),
    option!("progress", Both, false, "`on` or `off`", "",
        "Whether a line at the top says how far one has read; when not set, in the app only.",
        |config, value| value.is_empty() || choose(&SOME_SWITCH, value, &mut config.progress)),
    option!("enlarge", Both, false, "`on` or `off`", "on",
        "Whether pictures can be enlarged.",
        |config, value| choose(&SWITCH, value, &mut config.enlarge)),
    option!("keys", Both, false, "`on` or `off`", "on",
        "Whether single keys go about in the article; `?` lists them.",
        |config, value| choose(&SWITCH, value, &mut config.keys)),
    option!("listen", Both, false, "`on` or `off`", "on",
        "Whether articles can be read aloud, where the engine has a voice for their language.",
        |config, value| choose(&SWITCH, value, &mut config.listen)),
    option!("related-src", Both, false, "an address with `{id}`, `{url}`, `{tags}`, `{language}`", "",
        "Where more like an article are listed, for articles that do not say so themselves: `/wp-json/wp/v2/posts?exclude={id}`.",
        |config, value| put_some(&mut config.related_src, value, is_address(value))),
    option!("related-size", Both, false, "1–50", "4",
        "How many related cards are added at a time.",
        |config, value| put_number(&mut config.related_size, value, 1, 50)),
    option!("related-layout", Both, false, "`auto`, `list`, `grid` or `compact`", "auto",
        "How related cards stand: as the width has room, one below the other, side by side, or titles alone.",
        |config, value| choose(&LAYOUTS, value, &mut config.related_layout)),
    option!("related-more", Both, false, "`button` or `auto`", "button",
        "Whether more cards come by a button, or twice by themselves as the reader nears the end, and then by the button.",
        |config, value| choose(&[("button", false), ("auto", true)], value, &mut config.related_auto)),
    option!("next", Both, false, "`link` or `inline`", "link",
        "Whether the next of the related articles is a card, or follows below as the reader nears the end; the page's address is then that of the one in view, in the app.",
        |config, value| choose(&[("link", false), ("inline", true)], value, &mut config.next_inline)),
    option!("share", Both, false, "`on` or `off`", "on",
        "Whether sharing is offered.",
        |config, value| choose(&SWITCH, value, &mut config.share)),
    option!("share-targets", Both, false, "names with spaces: `email bluesky mastodon qr`", "",
        "What can be shared to, in this order; when not set, the usual ones of the interface's language. `more` is all others, `copies` and `qr` are forms to copy and a code.",
        |config, value| put(&mut config.share_targets, value, value.split_whitespace().all(is_name))),
    option!("own-targets", Both, false, "JSON: a list of `id`, `name`, `href`", "",
        "What can be shared to beside the usual targets: `[{\"id\": \"pins\", \"name\": \"Pins\", \"href\": \"https://pins.example/?u={url}\"}]`; `{title}`, `{text}` and `{source}` are filled in, too. One with the id of a usual target takes its place.",
        |config, value| put_some(&mut config.own_targets, value, value.starts_with('['))),
    option!("campaign", Both, false, "query parameters: `utm_source=gatefold&utm_medium={target}`", "",
        "What is added to shared addresses; `{target}` is the name of where to.",
        |config, value| put(&mut config.campaign, value, is_query(value))),
    option!("edit-href", Both, false, "an address with `{id}` for the article's id", "",
        "Where an article that has an `id` is edited; shows the link \"Edit content\". The article's own `edit` comes first.",
        |config, value| put_some(&mut config.edit_href, value, is_address(value))),
    option!("timeout", Both, false, "1–300", "15",
        "How many seconds a request may take.",
        |config, value| put_number(&mut config.timeout, value, 1, 300)),
    option!("max-bytes", Both, false, "1024–1073741824", "20971520",
        "How many bytes an article or a feed may have.",
        |config, value| put_number(&mut config.max_bytes, value, 1024, 1 << 30)),
    option!("copies", Both, false, "`on` or `off`", "on",
        "Whether a copy of what was read is kept, to be shown, with its age, when it cannot be had; what comes with `Cache-Control: no-store` never is.",
        |config, value| choose(&SWITCH, value, &mut config.copies)),
    option!("refresh", Both, false, "0–86400", "0",
        "After how many seconds an article that is seen is asked for again; what is new in it appears without moving what is read. `0` for never.",
        |config, value| put_number(&mut config.refresh, value, 0, 86_400)),
    option!("lang", Both, false, "a language tag such as `pt-BR`", "",
        "Language of the interface; when not set, the page's, else the browser's.",
        |config, value| put_some(&mut config.lang, value, is_tag(value))),
    option!("messages", Both, false, "JSON: texts by name", "",
        "What the interface says otherwise, by the names and with the placeholders of `src/i18n/words/en.json`: `{\"ShareArticle\": \"Share this story\"}`.",
        |_, value| value.is_empty() || value.starts_with('{')),
    option!("json-ld", App, false, "`on` or `off`", "on",
        "Whether the article is described as JSON-LD; `off` where a policy forbids every Trusted Types policy.",
        |config, value| choose(&SWITCH, value, &mut config.json_ld)),
    option!("diagnostics", Both, false, "`on` or `off`", "off",
        "Whether the notes on what could not be shown as it was written are listed.",
        |config, value| choose(&SWITCH, value, &mut config.diagnostics)),
    option!("debug", Element, false, "`on` or `off`", "off",
        "Whether each event is a line in the console, with its detail.",
        |_, value| matches!(value, "" | "on" | "off")),
    option!("site-name", App, false, "a name", "",
        "What the site is called; when not set, the title of the feed once the list was shown.",
        |config, value| put_some(&mut config.site_name, value, true)),
    option!("offline", App, false, "`on` or `off`", "on",
        "Whether the app is kept on the device, so that it opens without a network; `off` also takes away what was kept of it.",
        |_, value| matches!(value, "" | "on" | "off")),
    option!("src", Element, false, "an address", "",
        "Where the article's JSON is.",
        |config, value| put_some(&mut config.src, value, is_address(value))),
    option!("format", Both, false, "the name of a format", "",
        "The format of the articles; recognised by itself when not set.",
        |config, value| put_some(&mut config.format, value, is_name(value))),
    option!("fields", Both, false, "JSON from field to path", "",
        "Where the fields of a house format are: `{\"title\": \"data.headline\"}`.",
        |config, value| put_some(&mut config.fields, value, value.starts_with('{'))),
    option!("related", Both, false, "`on` or `off`", "on",
        "Whether related articles follow.",
        |config, value| choose(&SWITCH, value, &mut config.related)),
    option!("navigate", Element, false, "`link` or `in-place`", "link",
        "What a related card does: lead to its page, or open its article in the same element, which sets `src` and adds nothing to the history.",
        |config, value| choose(&[("link", false), ("in-place", true)], value, &mut config.in_place)),
    option!("heading-level", Element, false, "1–6", "1",
        "Level of the article's title; the other headings follow.",
        |config, value| put_number(&mut config.heading_level, value, 1, 6)),
    option!("history", Element, false, "`on` or `off`", "off",
        "Whether links inside the article change the page's address.",
        |config, value| choose(&SWITCH, value, &mut config.history)),
    option!("loading", Element, false, "`lazy` or `eager`", "lazy",
        "Whether nothing is loaded until the element comes near the viewport.",
        |_, value| matches!(value, "" | "lazy" | "eager")),
];
