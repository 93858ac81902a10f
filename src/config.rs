//! What a publisher can set.
//!
//! 1. [`OPTIONS`] declares every option once: its name, its allowed values, its default, its meaning and how it is
//!    read. The README's table is compared with it.
//! 2. [`Config::read`] starts from the defaults, then lays the attributes over them, then the page's query string where
//!    an option allows that. A value that is not allowed changes nothing and is reported as a [`Warning`].
//! 3. [`Config::allows`] answers whether an article may be fetched from an origin.

mod value;

use crate::share::encode;
use std::fmt;
use value::{choose, is_address, is_query, is_tag, origins, put, put_number, put_some};

/// Which sections are open at first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sections {
    /// All.
    Open,
    /// None.
    Closed,
    /// The first.
    First,
    /// All, or none on a narrow screen.
    Auto,
}

/// The colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// As the reader's system has it.
    Auto,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Brown on cream.
    Sepia,
}

const SECTIONS: [(&str, Sections); 4] =
    [("open", Sections::Open), ("closed", Sections::Closed), ("first", Sections::First), ("auto", Sections::Auto)];

const THEMES: [(&str, Theme); 4] =
    [("auto", Theme::Auto), ("light", Theme::Light), ("dark", Theme::Dark), ("sepia", Theme::Sepia)];

const SWITCH: [(&str, bool); 2] = [("on", true), ("off", false)];

impl Theme {
    /// The name of the theme, as in `data-theme`.
    pub fn as_str(self) -> &'static str {
        THEMES.iter().find(|(_, theme)| *theme == self).map_or("auto", |(name, _)| name)
    }
}

/// The options, read. [`OPTIONS`] says more about each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// Address of the feed that lists the articles.
    pub feed: String,
    /// Origins beside the page's own that articles may come from.
    pub origins: Vec<String>,
    /// Which sections are open at first.
    pub sections: Sections,
    /// The colours.
    pub theme: Theme,
    /// Related cards that are added at a time.
    pub related_size: u32,
    /// Whether sharing is offered.
    pub share: bool,
    /// Query parameters for shared addresses; empty for none.
    pub campaign: String,
    /// Template of the address at which an article is edited.
    pub edit_href: Option<String>,
    /// Seconds that a request may take.
    pub timeout: u32,
    /// Bytes that an answer may have.
    pub max_bytes: u32,
    /// Language of the interface, when it is not the page's.
    pub lang: Option<String>,
    /// Whether the open article is described as JSON-LD in the document's head.
    pub json_ld: bool,
    /// Whether the notes on what could not be shown are listed.
    pub diagnostics: bool,
    /// Name of the site, when it is not the feed's title.
    pub site_name: Option<String>,
}

/// One option.
pub struct OptionSpec {
    /// Its name: as an attribute of the element, after `data-` on the app's root, and in the query string.
    pub name: &'static str,
    /// Whether the page's query string may set it too.
    pub query: bool,
    /// The values it may have, for people.
    pub values: &'static str,
    /// What it is when it is not set, written as a value; empty for nothing.
    pub default: &'static str,
    /// What it means, in a line.
    pub doc: &'static str,
    /// Takes a value over, or changes nothing and says `false`.
    set: fn(&mut Config, &str) -> bool,
}

/// Every option.
#[rustfmt::skip] // One option a paragraph reads as a table; one field a line does not.
pub const OPTIONS: &[OptionSpec] = &[
    OptionSpec { name: "feed", query: false, values: "an address", default: "articles/feed.json",
        doc: "Where the list of articles is.",
        set: |config, value| put(&mut config.feed, value, is_address(value)) },
    OptionSpec { name: "origins", query: false, values: "origins such as `https://example.org`", default: "",
        doc: "Where articles may come from beside the page's own origin, with spaces between.",
        set: |config, value| origins(value).map(|list| config.origins = list).is_some() },
    OptionSpec { name: "sections", query: true, values: "`open`, `closed`, `first` or `auto`", default: "auto",
        doc: "Which sections are open at first; `auto` closes them on narrow screens.",
        set: |config, value| choose(&SECTIONS, value, &mut config.sections) },
    OptionSpec { name: "theme", query: true, values: "`auto`, `light`, `dark` or `sepia`", default: "auto",
        doc: "The colours; `auto` follows the reader's system.",
        set: |config, value| choose(&THEMES, value, &mut config.theme) },
    OptionSpec { name: "related-size", query: false, values: "1–50", default: "4",
        doc: "How many related cards are added at a time.",
        set: |config, value| put_number(&mut config.related_size, value, 1, 50) },
    OptionSpec { name: "share", query: false, values: "`on` or `off`", default: "on",
        doc: "Whether sharing is offered.",
        set: |config, value| choose(&SWITCH, value, &mut config.share) },
    OptionSpec { name: "campaign", query: false, values: "query parameters: `utm_source=gatefold`", default: "",
        doc: "What is added to shared addresses.",
        set: |config, value| put(&mut config.campaign, value, is_query(value)) },
    OptionSpec { name: "edit-href", query: false, values: "an address with `{id}` for the article's id", default: "",
        doc: "Where an article is edited; shows the link \"Edit content\".",
        set: |config, value| put_some(&mut config.edit_href, value, is_address(value)) },
    OptionSpec { name: "timeout", query: false, values: "1–300", default: "15",
        doc: "How many seconds a request may take.",
        set: |config, value| put_number(&mut config.timeout, value, 1, 300) },
    OptionSpec { name: "max-bytes", query: false, values: "1024–1073741824", default: "20971520",
        doc: "How many bytes an article or a feed may have.",
        set: |config, value| put_number(&mut config.max_bytes, value, 1024, 1 << 30) },
    OptionSpec { name: "lang", query: false, values: "a language tag such as `pt-BR`", default: "",
        doc: "Language of the interface; the page's when not set.",
        set: |config, value| put_some(&mut config.lang, value, is_tag(value)) },
    OptionSpec { name: "json-ld", query: false, values: "`on` or `off`", default: "on",
        doc: "Whether the article is described as JSON-LD; `off` where a policy forbids every Trusted Types policy.",
        set: |config, value| choose(&SWITCH, value, &mut config.json_ld) },
    OptionSpec { name: "diagnostics", query: false, values: "`on` or `off`", default: "off",
        doc: "Whether the notes on what could not be shown as it was written are listed.",
        set: |config, value| choose(&SWITCH, value, &mut config.diagnostics) },
    OptionSpec { name: "site-name", query: false, values: "a name", default: "",
        doc: "What the site is called; the feed's title when not set.",
        set: |config, value| put_some(&mut config.site_name, value, true) },
];

/// A value that is not allowed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// Name of the option.
    pub option: &'static str,
    /// What it was set to.
    pub value: String,
    /// What it may be set to.
    pub values: &'static str,
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in ["option ", self.option, ": `", &self.value, "` is not allowed; allowed: ", self.values] {
            f.write_str(part)?;
        }
        Ok(())
    }
}

/// Looks up the value of an option by its name.
pub type Lookup<'a> = &'a dyn Fn(&str) -> Option<String>;

impl Default for Config {
    fn default() -> Self {
        let mut config = Self {
            feed: String::new(),
            origins: Vec::new(),
            sections: Sections::Auto,
            theme: Theme::Auto,
            related_size: 0,
            share: false,
            campaign: String::new(),
            edit_href: None,
            timeout: 0,
            max_bytes: 0,
            lang: None,
            json_ld: true,
            diagnostics: false,
            site_name: None,
        };
        // The table alone says what the defaults are.
        for option in OPTIONS {
            (option.set)(&mut config, option.default);
        }
        config
    }
}

impl Config {
    /// Reads the options. `attribute` is asked for every one, `query` for those that the reader may set, and what
    /// `query` says wins.
    pub fn read(attribute: Lookup<'_>, query: Lookup<'_>) -> (Self, Vec<Warning>) {
        let mut config = Self::default();
        let mut warnings = Vec::new();
        for option in OPTIONS {
            let asked = if option.query { query(option.name) } else { None };
            for value in [attribute(option.name), asked].into_iter().flatten() {
                if !(option.set)(&mut config, value.trim()) {
                    warnings.push(Warning { option: option.name, value, values: option.values });
                }
            }
        }
        (config, warnings)
    }

    /// Whether an article may be fetched from `origin` by a page whose own origin is `own`. Origins are compared
    /// whole: a listed host allows no subdomain, no other port and no other scheme.
    pub fn allows(&self, origin: &str, own: &str) -> bool {
        // Opaque origins ("null") are no origin here, so they never equal each other.
        let Some(asked) = value::origin(origin) else { return false };
        self.origins.contains(&asked) || value::origin(own).is_some_and(|own| own == asked)
    }

    /// Where the article `id` is edited.
    pub fn edit_address(&self, id: &str) -> Option<String> {
        self.edit_href.as_ref().map(|template| template.replace("{id}", &encode(id)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nothing(_: &str) -> Option<String> {
        None
    }

    fn with(option: &'static str, value: &'static str) -> (Config, Vec<Warning>) {
        Config::read(&|name| (name == option).then(|| value.to_owned()), &nothing)
    }

    #[test]
    fn every_default_is_an_allowed_value() {
        for option in OPTIONS {
            assert_eq!(with(option.name, option.default), (Config::default(), Vec::new()), "{}", option.name);
        }
        let config = Config::default();
        assert_eq!((config.feed.as_str(), config.related_size, config.timeout), ("articles/feed.json", 4, 15));
        assert_eq!((config.share, config.diagnostics, config.max_bytes), (true, false, 20 << 20));
    }

    #[test]
    fn every_documented_word_is_allowed() {
        for option in OPTIONS.iter().filter(|option| option.values.starts_with('`')) {
            for word in option.values.split('`').skip(1).step_by(2) {
                assert_eq!(Config::read(&|name| (name == option.name).then(|| word.into()), &nothing).1, [], "{word}");
            }
        }
    }

    #[test]
    fn a_wrong_value_is_reported_and_changes_nothing() {
        for (option, values) in [
            ("feed", &["", "two words"] as &[_]),
            ("origins", &["https://example.org *", "https://user@example.org", "https://example.org/path", "https://"]),
            ("sections", &["folded", ""]),
            ("theme", &["dark mode"]),
            ("related-size", &["0", "51", "-4", "4.5"]),
            ("share", &["yes", "1"]),
            ("campaign", &["a=b#c", "?a=b"]),
            ("edit-href", &["two words"]),
            ("timeout", &["15s"]),
            ("max-bytes", &["99999999999"]),
            ("lang", &["en_GB"]),
        ] {
            for value in values {
                let (config, warnings) = with(option, value);
                assert_eq!((config, warnings.len()), (Config::default(), 1), "{option}={value}");
            }
        }
        let shown = with("timeout", "soon").1.iter().map(Warning::to_string).collect::<Vec<_>>();
        assert_eq!(shown, ["option timeout: `soon` is not allowed; allowed: 1–300"]);
    }

    #[test]
    fn the_query_string_sets_what_it_may_and_wins() {
        let attribute = |name: &str| (name == "theme").then(|| "dark".to_owned());
        let query = |name: &str| Some(if name == "theme" { "Sepia" } else { "closed" }.to_owned());
        let (config, warnings) = Config::read(&attribute, &query);
        assert_eq!((config.theme.as_str(), config.sections), ("sepia", Sections::Closed));
        assert_eq!((config.feed, warnings), (Config::default().feed, Vec::new()));
        let wrong = |name: &str| (name == "theme").then(|| "plaid".to_owned());
        let (config, warnings) = Config::read(&attribute, &wrong);
        assert_eq!((config.theme, warnings.len()), (Theme::Dark, 1));
    }

    #[test]
    fn an_id_is_one_part_of_the_edit_address() {
        let (config, _) = with("edit-href", "https://example.org/edit?post={id}&x=1");
        assert_eq!(config.edit_address("a/b&c").as_deref(), Some("https://example.org/edit?post=a%2Fb%26c&x=1"));
        assert_eq!(Config::default().edit_address("1"), None);
    }
}
