//! What HTML may become, in one place.
//!
//! 1. [`rule`]: every element that means something, and what it becomes. Of an element that is not listed only the
//!    children are kept, as if it were not there.
//! 2. [`Attribute`]: every attribute that is read. None is copied: each ends in a field with a type of its own.
//! 3. [`card`]: classes by which the pieces of content systems are recognised. A class is read, never kept.
//! 4. [`POSTS`], [`PLAYERS`], [`PROVIDERS`]: what other sites give out to be embedded, and the pages it stands for.
//!
//! Which schemes an address may have is the table of `model::url`; which sites may show a player, that of
//! `model::player`.

mod becomes;

pub(super) use becomes::{Card, Held, Rule};

use super::Node;
use crate::model::block::Role;
use crate::model::inline::Mark;

/// The elements.
const ELEMENTS: &[(Rule, &[&str])] = &[
    // Text in blocks. Parts of lists and tables are blocks too where they stand alone.
    (Rule::Block(None), &["p", "div", "section", "article", "main", "header", "nav", "hgroup", "search", "center"]),
    (Rule::Block(None), &["dialog", "form", "fieldset", "legend", "li", "dt", "dd", "caption", "thead", "tbody"]),
    (Rule::Block(None), &["tfoot", "tr", "td", "th"]),
    (Rule::Block(Some(Role::Address)), &["address"]),
    (Rule::Footer, &["footer"]),
    (Rule::Heading(1), &["h1"]),
    (Rule::Heading(2), &["h2"]),
    (Rule::Heading(3), &["h3"]),
    (Rule::Heading(4), &["h4"]),
    (Rule::Heading(5), &["h5"]),
    (Rule::Heading(6), &["h6"]),
    (Rule::Divider, &["hr"]),
    (Rule::Pre, &["pre", "xmp", "listing", "plaintext"]),
    (Rule::Quote, &["blockquote"]),
    (Rule::Aside, &["aside"]),
    (Rule::Details, &["details"]),
    (Rule::Summary, &["summary"]),
    (Rule::List(false), &["ul", "menu", "dir"]),
    (Rule::List(true), &["ol"]),
    (Rule::Definitions, &["dl"]),
    (Rule::Table, &["table"]),
    // Text in the line.
    (Rule::Link, &["a"]),
    (Rule::Inline, &["span", "font", "label", "map", "marquee"]),
    (Rule::Mark(Mark::Strong), &["b", "strong"]),
    (Rule::Mark(Mark::Em), &["i", "em", "var", "dfn"]),
    (Rule::Mark(Mark::Underline), &["u", "ins"]),
    (Rule::Mark(Mark::Strike), &["s", "strike", "del"]),
    (Rule::Mark(Mark::Code), &["code", "samp", "tt"]),
    (Rule::Mark(Mark::Kbd), &["kbd"]),
    (Rule::Mark(Mark::Sub), &["sub"]),
    (Rule::Mark(Mark::Sup), &["sup"]),
    (Rule::Mark(Mark::Highlight), &["mark"]),
    (Rule::Mark(Mark::Small), &["small"]),
    (Rule::Mark(Mark::Cite), &["cite"]),
    (Rule::Mark(Mark::Q), &["q"]),
    (Rule::Mark(Mark::Bdi), &["bdi"]),
    (Rule::Override, &["bdo"]),
    (Rule::Abbr, &["abbr", "acronym"]),
    (Rule::Time, &["time"]),
    (Rule::Ruby, &["ruby"]),
    (Rule::Break, &["br"]),
    // Pictures, films, recordings, what others show.
    (Rule::Figure, &["figure"]),
    (Rule::Caption, &["figcaption"]),
    (Rule::Image, &["img", "amp-img"]),
    (Rule::Picture, &["picture"]),
    (Rule::Video, &["video"]),
    (Rule::Audio, &["audio"]),
    (Rule::Frame, &["iframe", "embed"]),
    (Rule::Object, &["object", "applet"]),
    (Rule::Noscript, &["noscript"]),
    (Rule::Math, &["math:math"]),
    (Rule::Drawing, &["svg:svg"]),
    (Rule::Refused("a drawing made by a script"), &["canvas"]),
    // Forms.
    (Rule::Input, &["input"]),
    (Rule::Button, &["button"]),
    (Rule::Refused("a form control"), &["select", "option", "optgroup", "textarea", "selectedcontent", "keygen"]),
    // What nobody sees.
    (Rule::Unseen, &["script", "style", "template", "head", "title", "meta", "link", "base", "basefont", "bgsound"]),
    (Rule::Unseen, &["param", "source", "track", "area", "col", "colgroup", "rp", "datalist", "frame", "frameset"]),
    (Rule::Unseen, &["noembed", "noframes", "portal", "fencedframe", "math:annotation", "math:annotation-xml"]),
    (Rule::Unseen, &["svg:script", "svg:style", "svg:defs", "svg:metadata"]),
];

/// What the element of that name becomes.
pub(super) fn rule(name: &str) -> Rule {
    ELEMENTS.iter().find(|(_, names)| names.contains(&name)).map_or(Rule::Inline, |(rule, _)| *rule)
}

/// An attribute that may be read. There is no way to read one that has no name here.
pub(super) struct Attribute(&'static str);

impl Attribute {
    /// Its value.
    pub(super) fn of<N: Node>(&self, node: &N) -> Option<String> {
        node.attribute(self.0)
    }
}

macro_rules! attributes {
    ($($(#[$doc:meta])* $name:ident = $attribute:literal;)*) => {
        $($(#[$doc])* pub(super) const $name: Attribute = Attribute($attribute);)*
    };
}

attributes! {
    /// Only to recognise what content systems write.
    CLASS = "class";
    /// Only for the alignment of cells.
    STYLE = "style";
    /// A place that links can name.
    ID = "id";
    /// The same, of old, on `a`.
    NAME = "name";
    LANG = "lang";
    DIR = "dir";
    HIDDEN = "hidden";
    ROLE = "role";
    ARIA_HIDDEN = "aria-hidden";
    ARIA_LABEL = "aria-label";
    TITLE = "title";
    // Addresses.
    HREF = "href";
    SRC = "src";
    SRCSET = "srcset";
    POSTER = "poster";
    CITE = "cite";
    DATA = "data";
    // Pictures and players.
    ALT = "alt";
    WIDTH = "width";
    HEIGHT = "height";
    MEDIA = "media";
    TYPE = "type";
    KIND = "kind";
    SRCLANG = "srclang";
    LABEL = "label";
    /// Where the picture must not be cropped, in percent.
    OBJECT_POSITION = "data-object-position";
    // Lists, tables, times, formulas.
    START = "start";
    REVERSED = "reversed";
    VALUE = "value";
    CHECKED = "checked";
    OPEN = "open";
    COLSPAN = "colspan";
    ROWSPAN = "rowspan";
    ALIGN = "align";
    DATETIME = "datetime";
    DISPLAY = "display";
    ALTTEXT = "alttext";
    ENCODING = "encoding";
}

/// Where scripts that load late keep the address.
pub(super) const LATE: [Attribute; 5] = [
    Attribute("data-lazy-src"),
    Attribute("data-src"),
    Attribute("data-original"),
    Attribute("data-orig-src"),
    Attribute("data-litespeed-src"),
];

/// Where they keep the list of files.
pub(super) const LATE_SETS: [Attribute; 2] = [Attribute("data-lazy-srcset"), Attribute("data-srcset")];

/// The classes: of WordPress' block editor, of WordPress before it, of Ghost's cards, and what is written by hand.
const CARDS: &[(Card, &[&str])] = &[
    (Card::Columns, &["wp-block-columns", "wp-block-media-text"]),
    (Card::Gallery, &["wp-block-gallery", "blocks-gallery-grid", "wp-block-jetpack-tiled-gallery", "gallery"]),
    (Card::Gallery, &["tiled-gallery", "kg-gallery-card"]),
    (Card::Embed, &["wp-block-embed", "kg-embed-card", "twitter-tweet", "twitter-video", "instagram-media"]),
    (Card::Embed, &["tiktok-embed", "fb-post", "fb-video", "bluesky-embed", "reddit-embed-bq"]),
    (Card::Pull, &["wp-block-pullquote", "kg-blockquote-alt", "pullquote", "pull-quote"]),
    (Card::Button, &["wp-block-button__link", "wp-element-button", "kg-btn", "kg-cta-button"]),
    (Card::Button, &["kg-header-card-button", "kg-product-card-button"]),
    (Card::File, &["wp-block-file", "kg-file-card"]),
    (Card::Endnotes, &["wp-block-footnotes", "footnotes", "footnote-list"]),
    (Card::Interface, &["wp-block-spacer", "wp-block-cover__background", "kg-toggle-card-icon"]),
    (Card::Interface, &["kg-video-overlay", "kg-video-player-container", "kg-video-player", "katex-html"]),
    (Card::Interface, &["MathJax_Preview"]),
    (Card::Refused("a search form"), &["wp-block-search"]),
    (Card::Refused("links to share or follow"), &["wp-block-social-links"]),
    (Card::Figure, &["wp-caption", "gallery-item"]),
    (Card::Caption, &["wp-caption-text", "gallery-caption", "image-caption", "caption-text", "photo-caption"]),
    (Card::Post, &["wp-embedded-content"]),
    (Card::Refused("a form"), &["wpcf7"]),
    (Card::Bookmark, &["kg-bookmark-card"]),
    (Card::Callout, &["kg-callout-card", "callout", "admonition"]),
    (Card::Icon, &["kg-callout-emoji"]),
    (Card::Toggle, &["kg-toggle-card"]),
    (Card::Title, &["kg-toggle-heading-text", "kg-product-card-title"]),
    (Card::Product, &["kg-product-card"]),
    (Card::Stars, &["kg-product-card-rating"]),
    (Card::Recording, &["kg-audio-card"]),
    (Card::Refused("a sign-up form"), &["kg-signup-card"]),
    (Card::Credit, &["credit", "image-credit", "photo-credit", "media-credit", "caption-credit", "img-credit"]),
];

/// What the first class that means something says.
pub(super) fn card(classes: &str) -> Option<Card> {
    let mut classes = classes.split_ascii_whitespace();
    classes.find_map(|class| CARDS.iter().find(|(_, names)| names.contains(&class)).map(|(card, _)| *card))
}

/// Posts of other sites: their class, the attribute with their address (else it is that of their last link), the site.
pub(super) const POSTS: [(&str, Option<Attribute>, &str); 8] = [
    ("twitter-tweet", None, "X"),
    ("twitter-video", None, "X"),
    ("instagram-media", Some(Attribute("data-instgrm-permalink")), "Instagram"),
    ("tiktok-embed", Some(CITE), "TikTok"),
    ("fb-post", Some(Attribute("data-href")), "Facebook"),
    ("fb-video", Some(Attribute("data-href")), "Facebook"),
    ("bluesky-embed", None, "Bluesky"),
    ("reddit-embed-bq", None, "Reddit"),
];

/// Players of other sites: their host, what comes before what they hold, how, and the page's address before it.
pub(super) const PLAYERS: [(&str, &str, Held, &str); 17] = [
    ("youtube.com", "/embed/videoseries?list=", Held::Name, "https://www.youtube.com/playlist?list="),
    ("youtube.com", "/embed/", Held::Name, "https://www.youtube.com/watch?v="),
    ("youtube.com", "/v/", Held::Name, "https://www.youtube.com/watch?v="),
    ("youtube-nocookie.com", "/embed/", Held::Name, "https://www.youtube.com/watch?v="),
    ("player.vimeo.com", "/video/", Held::Name, "https://vimeo.com/"),
    ("dailymotion.com", "/embed/video/", Held::Name, "https://www.dailymotion.com/video/"),
    ("geo.dailymotion.com", "video=", Held::Name, "https://www.dailymotion.com/video/"),
    ("open.spotify.com", "/embed/", Held::Path, "https://open.spotify.com/"),
    ("embed.podcasts.apple.com", ".com/", Held::Path, "https://podcasts.apple.com/"),
    ("w.soundcloud.com", "url=", Held::Address, ""),
    ("facebook.com", "href=", Held::Address, ""),
    ("platform.twitter.com", "id=", Held::Name, "https://twitter.com/i/status/"),
    ("instagram.com", "/p/", Held::Name, "https://www.instagram.com/p/"),
    ("instagram.com", "/reel/", Held::Name, "https://www.instagram.com/reel/"),
    ("embed.ted.com", "/talks/", Held::Name, "https://www.ted.com/talks/"),
    ("loom.com", "/embed/", Held::Name, "https://www.loom.com/share/"),
    ("streamable.com", "/e/", Held::Name, "https://streamable.com/"),
];

/// Names of the sites, by host.
pub(super) const PROVIDERS: [(&str, &str); 22] = [
    ("youtube.com", "YouTube"),
    ("youtu.be", "YouTube"),
    ("vimeo.com", "Vimeo"),
    ("dailymotion.com", "Dailymotion"),
    ("twitter.com", "X"),
    ("x.com", "X"),
    ("instagram.com", "Instagram"),
    ("facebook.com", "Facebook"),
    ("tiktok.com", "TikTok"),
    ("bsky.app", "Bluesky"),
    ("reddit.com", "Reddit"),
    ("spotify.com", "Spotify"),
    ("soundcloud.com", "SoundCloud"),
    ("podcasts.apple.com", "Apple Podcasts"),
    ("bandcamp.com", "Bandcamp"),
    ("ted.com", "TED"),
    ("loom.com", "Loom"),
    ("streamable.com", "Streamable"),
    ("codepen.io", "CodePen"),
    ("flickr.com", "Flickr"),
    ("openstreetmap.org", "OpenStreetMap"),
    ("datawrapper.de", "Datawrapper"),
];
