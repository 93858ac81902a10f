//! What a publisher can set.
//!
//! 1. [`OPTIONS`] declares every option once: its name, its allowed values, its default, its meaning and how it is
//!    read. The README's table is compared with it.
//! 2. [`Config::read`] starts from the defaults, then lays the attributes over them, then the page's query string where
//!    an option allows that. A value that is not allowed changes nothing and is reported as a [`Warning`].
//! 3. [`Config::allows`] answers whether an article may be fetched from an origin.

mod options;
mod value;

use crate::model::Article;
use crate::share::encode;
use std::fmt;

pub use options::{OPTIONS, OptionSpec, Place};

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
    /// As much contrast as there is.
    Contrast,
}

/// How related cards stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// As the width has room.
    Auto,
    /// One below the other.
    List,
    /// Side by side, the picture above the words.
    Grid,
    /// Titles alone.
    Compact,
}

impl Layout {
    /// What is added to the class of the list.
    pub fn class(self) -> &'static str {
        match self {
            Self::Auto => "",
            Self::List => " related__list--list",
            Self::Grid => " related__list--grid",
            Self::Compact => " related__list--compact",
        }
    }
}

const SECTIONS: [(&str, Sections); 4] =
    [("open", Sections::Open), ("closed", Sections::Closed), ("first", Sections::First), ("auto", Sections::Auto)];

const LAYOUTS: [(&str, Layout); 4] =
    [("auto", Layout::Auto), ("list", Layout::List), ("grid", Layout::Grid), ("compact", Layout::Compact)];

const THEMES: [(&str, Theme); 5] = [
    ("auto", Theme::Auto),
    ("light", Theme::Light),
    ("dark", Theme::Dark),
    ("sepia", Theme::Sepia),
    ("contrast", Theme::Contrast),
];

const SWITCH: [(&str, bool); 2] = [("on", true), ("off", false)];
const SOME_SWITCH: [(&str, Option<bool>); 2] = [("on", Some(true)), ("off", Some(false))];

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
    /// What readers may set for themselves: `on` for everything, `off`, or names.
    pub settings: String,
    /// Whether there is a table of contents.
    pub contents: bool,
    /// Whether a line says how far one has read; `None` where the app has it and the element has not.
    pub progress: Option<bool>,
    /// Whether pictures can be enlarged.
    pub enlarge: bool,
    /// Whether single keys go about in the article.
    pub keys: bool,
    /// Whether it can be read aloud.
    pub listen: bool,
    /// Template of the address that lists more like an article, for articles that name none.
    pub related_src: Option<String>,
    /// Related cards that are added at a time.
    pub related_size: u32,
    /// How they stand.
    pub related_layout: Layout,
    /// Whether some more come by themselves as the reader nears their end.
    pub related_auto: bool,
    /// Whether sharing is offered.
    pub share: bool,
    /// Names of what can be shared to, in their order; empty for the usual ones.
    pub share_targets: String,
    /// Targets of the publisher's own, as JSON.
    pub own_targets: Option<String>,
    /// Query parameters for shared addresses; empty for none.
    pub campaign: String,
    /// Template of the address at which an article is edited.
    pub edit_href: Option<String>,
    /// Seconds that a request may take.
    pub timeout: u32,
    /// Bytes that an answer may have.
    pub max_bytes: u32,
    /// A copy of what was read is kept.
    pub copies: bool,
    /// Seconds between two looks for something newer; 0 for none.
    pub refresh: u32,
    /// Language of the interface, when it is not the page's.
    pub lang: Option<String>,
    /// Whether the open article is described as JSON-LD in the document's head.
    pub json_ld: bool,
    /// Whether the notes on what could not be shown are listed.
    pub diagnostics: bool,
    /// Name of the site, when it is not the feed's title.
    pub site_name: Option<String>,
    /// Where the article's JSON is.
    pub src: Option<String>,
    /// Name of the articles' format, when it is not to be recognised.
    pub format: Option<String>,
    /// Where the fields of a house format are, as JSON.
    pub fields: Option<String>,
    /// Whether related articles follow.
    pub related: bool,
    /// Whether the next article follows below, when the reader comes to the end.
    pub next_inline: bool,
    /// What every id in the page begins with. No option: it tells the articles of a page apart.
    pub id_prefix: String,
    /// Whether a related card opens in the same element.
    pub in_place: bool,
    /// Level of the article's title, 1–6.
    pub heading_level: u32,
    /// Whether links inside the article change the page's address.
    pub history: bool,
}

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
            settings: String::new(),
            contents: false,
            progress: None,
            enlarge: false,
            keys: false,
            listen: false,
            related_src: None,
            related_size: 0,
            related_layout: Layout::Auto,
            related_auto: false,
            share: false,
            share_targets: String::new(),
            own_targets: None,
            campaign: String::new(),
            edit_href: None,
            timeout: 0,
            max_bytes: 0,
            copies: true,
            refresh: 0,
            lang: None,
            json_ld: true,
            diagnostics: false,
            site_name: None,
            src: None,
            format: None,
            fields: None,
            related: false,
            next_inline: false,
            id_prefix: "gf-".to_owned(),
            in_place: false,
            heading_level: 1,
            history: false,
        };
        // The table alone says what the defaults are.
        for option in OPTIONS {
            (option.set)(&mut config, option.default);
        }
        config
    }
}

impl Config {
    /// Reads the options of the app or of the element. `attribute` is asked for every one, `query` for those that the
    /// reader may set, and what `query` says wins.
    pub fn read(place: Place, attribute: Lookup<'_>, query: Lookup<'_>) -> (Self, Vec<Warning>) {
        let mut config = Self::default();
        let mut warnings = Vec::new();
        for option in OPTIONS.iter().filter(|option| option.place == Place::Both || option.place == place) {
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

    /// The element of a heading: `level` as if the article's title were of level 1.
    pub fn heading(&self, level: u8) -> &'static str {
        let shifted = usize::from(level) + self.heading_level as usize - 1;
        ["h1", "h2", "h3", "h4", "h5", "h6"][shifted.clamp(1, 6) - 1]
    }

    /// The id in the page of what has that name.
    pub fn id(&self, name: &str) -> String {
        [&self.id_prefix, name].concat()
    }

    /// Whether readers may set something for themselves: one of the names in [`CHOICES`](crate::preferences::CHOICES).
    pub fn lets_set(&self, name: &str) -> bool {
        self.settings == "on" || self.settings.split_whitespace().any(|known| known == name)
    }

    /// Where more like an article are listed, for one that does not say so itself; `None` too where the address wants
    /// something that the article does not have.
    pub fn related_address(&self, article: &Article) -> Option<String> {
        let mut address = self.related_src.clone()?;
        let values = [
            ("{id}", article.id.clone()),
            ("{url}", article.url.as_ref().map(|url| url.as_str().to_owned())),
            ("{tags}", Some(article.tags.join(",")).filter(|tags| !tags.is_empty())),
            ("{language}", article.locale.language.clone()),
        ];
        for (name, value) in values {
            if address.contains(name) {
                address = address.replace(name, &encode(&value?));
            }
        }
        Some(address)
    }

    /// Where the article `id` is edited.
    pub fn edit_address(&self, id: &str) -> Option<String> {
        self.edit_href.as_ref().map(|template| template.replace("{id}", &encode(id)))
    }
}

#[cfg(test)]
mod tests;
