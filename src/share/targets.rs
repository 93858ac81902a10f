//! Where to share to.

use super::{Subject, address, headline, letter, text, text_and_url};
use crate::i18n::{Catalog, Later};

/// What a target is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// A name that is the same in every language.
    Brand(&'static str),
    /// A word.
    Word(Later),
}

impl Label {
    /// The name in a language.
    pub fn text(self, catalog: Catalog) -> &'static str {
        match self {
            Self::Brand(name) => name,
            Self::Word(message) => catalog.get(message),
        }
    }
}

/// What choosing a target does.
#[derive(Clone, Copy)]
pub enum Way {
    /// Follows an address with everything filled in.
    Link(fn(&Subject) -> String),
    /// Copies passage, title and address, for a place that takes no address.
    Copy,
    /// Prints the page.
    Print,
    /// Asks which server: [`mastodon`](super::mastodon).
    Server,
}

/// Somewhere to share to.
pub struct Target {
    /// Stable name, for `data-target` and events.
    pub id: &'static str,
    /// What it is called.
    pub label: Label,
    /// What choosing it does.
    pub way: Way,
    /// The languages whose readers are shown it unasked; `*` is every language.
    pub shown_in: &'static [&'static str],
    /// Path data of its icon: 20 by 20, drawn with a line of 1.75, ends and corners round.
    pub icon: &'static str,
}

/// Everyone.
const ALL: &[&str] = &["*"];

/// Where to share to, in the order in which they are offered. E-mail is RFC 6068, SMS RFC 5724; Bluesky ("action intent links"), Threads
/// ("web intents"), LINE ("custom share buttons"), Instapaper and Raindrop document theirs; the others are the addresses in
/// common use.
#[rustfmt::skip] // One target a paragraph.
pub const TARGETS: &[Target] = &[
    Target { id: "email", label: Label::Word(Later::Email), shown_in: ALL,
        way: Way::Link(|it| address("mailto:?subject=", &it.title, &[("&body=", &letter(it))])),
        icon: "M3 4.5h14v11H3zm0 1.5 7 5 7-5" },
    Target { id: "whatsapp", label: Label::Brand("WhatsApp"), shown_in: ALL,
        way: Way::Link(|it| address("https://wa.me/?text=", &text_and_url(it), &[])),
        icon: "M4.1 13.2 3 17l3.8-1.1a7 7 0 1 0-2.7-2.7zM8 6.8 7.4 8.6c.7 1.9 2.1 3.3 4 4l1.8-.6" },
    Target { id: "telegram", label: Label::Brand("Telegram"), shown_in: ALL,
        way: Way::Link(|it| address("https://t.me/share/url?url=", &it.url, &[("&text=", &text(it))])),
        icon: "M17.5 3 2.5 9l5 2 2 5.5zm-10 8 3.5-3" },
    Target { id: "x", label: Label::Brand("X"), shown_in: ALL,
        way: Way::Link(|it| address("https://x.com/intent/post?text=", &text(it), &[("&url=", &it.url)])),
        icon: "M3.5 3.5h3.2l9.8 13h-3.2zm12.5 0-4.8 5.5m-2.4 2.7L4 16.5" },
    Target { id: "facebook", label: Label::Brand("Facebook"), shown_in: ALL,
        way: Way::Link(|it| address("https://www.facebook.com/sharer/sharer.php?u=", &it.url, &[])),
        icon: "M13.5 3H12a3 3 0 0 0-3 3v11M6 9.5h6.5" },
    Target { id: "linkedin", label: Label::Brand("LinkedIn"), shown_in: ALL,
        way: Way::Link(|it| address("https://www.linkedin.com/sharing/share-offsite/?url=", &it.url, &[])),
        icon: "M4.5 8.5v8m0-12.3v.1m4 12.2v-8m0 4a3.75 3.75 0 0 1 7.5 0v4" },
    Target { id: "reddit", label: Label::Brand("Reddit"), shown_in: ALL,
        way: Way::Link(|it| address("https://www.reddit.com/submit?url=", &it.url, &[("&title=", headline(it))])),
        icon: "M3 12a7 4.8 0 0 0 14 0 7 4.8 0 0 0-14 0m7-4.8.8-3.7 3.2.7M7.5 11.2v.1m5-.1v.1m-5 2.6q2.5 1.5 5 0" },
    Target { id: "bluesky", label: Label::Brand("Bluesky"), shown_in: ALL,
        way: Way::Link(|it| address("https://bsky.app/intent/compose?text=", &text_and_url(it), &[])),
        icon: "M10 9C8 5.5 2.5 1.2 2.5 5c0 5 1.8 6 4.8 5.8-3.4.5-4.3 2-2.3 4.2 2.3 2.4 4-.2 5-2.5 1 2.3 2.7 4.9 5 2.5 \
               2-2.2 1.1-3.7-2.3-4.2 3 .2 4.8-.8 4.8-5.8 0-3.8-5.5.5-7.5 4" },
    Target { id: "threads", label: Label::Brand("Threads"), shown_in: ALL,
        way: Way::Link(|it| address("https://www.threads.net/intent/post?text=", &text(it), &[("&url=", &it.url)])),
        icon: "M14.5 8.5c-.5-3-2.2-4.5-4.7-4.5-3.3 0-5.3 2.4-5.3 6s2 6 5.3 6c3 0 4.9-1.5 4.9-3.6 0-2.3-2.2-3-4.5-3-1.7 \
               0-2.7.8-2.7 1.9s.9 1.8 2.1 1.8c1.9 0 2.9-1.5 2.7-4.6" },
    Target { id: "mastodon", label: Label::Brand("Mastodon"), shown_in: ALL,
        way: Way::Server,
        icon: "M4.5 7.2C4.5 4.6 6.7 3.5 10 3.5s5.5 1.1 5.5 3.7c0 3.8-.6 6-3.2 6.5-1.8.4-3.6.3-4.6-.1.1 1.5 1.5 2.2 4.6 \
               1.6M7.5 11V8A1.25 1.25 0 0 1 10 8v2m0-2a1.25 1.25 0 0 1 2.5 0v3" },
    Target { id: "vk", label: Label::Brand("VK"), shown_in: &["ru"],
        way: Way::Link(|it| address("https://vk.com/share.php?url=", &it.url, &[("&title=", &text(it))])),
        icon: "M3 5.5c.3 5.8 3 9 7.5 9V10c1.8.3 3 1.8 3.6 4.5H17c-.5-2.7-1.8-4.4-3.3-5.2 1.3-.8 2.4-2.3 2.8-3.8h-2.6c-.6 \
               1.9-1.9 3.3-3.4 3.5V5.5" },
    Target { id: "line", label: Label::Brand("LINE"), shown_in: &["ja"],
        way: Way::Link(|it| address("https://social-plugins.line.me/lineit/share?url=", &it.url, &[("&text=", &text(it))])),
        icon: "M10 3.5c-4 0-7 2.4-7 5.6 0 2.8 2.4 5 5.6 5.5l.2 2.4 3.6-2.9c2.8-.9 4.6-2.8 4.6-5 0-3.2-3-5.6-7-5.6M6.5 \
               7.8v3h1.6m2.4-3v3" },
    Target { id: "kakaostory", label: Label::Brand("KakaoStory"), shown_in: &["ko"],
        way: Way::Link(|it| address("https://story.kakao.com/share?url=", &it.url, &[])),
        icon: "M10 4c-3.9 0-7 2.3-7 5.2 0 1.9 1.3 3.5 3.3 4.4L5.6 17l3.5-2.6h.9c3.9 0 7-2.3 7-5.2S13.9 4 10 4" },
    Target { id: "naver", label: Label::Brand("Naver"), shown_in: &["ko"],
        way: Way::Link(|it| address("https://share.naver.com/web/shareView?url=", &it.url, &[("&title=", headline(it))])),
        icon: "M5 16V4l10 12V4" },
    Target { id: "weibo", label: Label::Brand("Weibo"), shown_in: &["zh-Hans"],
        way: Way::Link(|it| address("https://service.weibo.com/share/share.php?url=", &it.url, &[("&title=", &text(it))])),
        icon: "M8.5 6.5c-3 .6-5.5 3-5.5 5.3 0 2.3 2.8 3.7 6 3.7 3.6 0 6.3-1.9 6.3-4 0-1.2-.9-1.9-2.2-2.1.5-1.6-.5-2.3-2.6-1.6\
               .3-1-.5-1.7-2-1.3m4-2.3a3.6 3.6 0 0 1 4.2 4.3" },
    Target { id: "instapaper", label: Label::Brand("Instapaper"), shown_in: &[],
        way: Way::Link(|it| address("https://www.instapaper.com/hello2?url=", &it.url, &[("&title=", &it.title)])),
        icon: "M7 3.5h6m-6 13h6m-3-13v13" },
    Target { id: "raindrop", label: Label::Brand("Raindrop"), shown_in: &[],
        way: Way::Link(|it| address("https://app.raindrop.io/add?link=", &it.url, &[("&title=", &it.title)])),
        icon: "M10 16.5H6a3.5 3.5 0 0 1-.6-6.9 4.7 4.7 0 0 1 9.2 0 3.5 3.5 0 0 1-.6 6.9z" },
    // Both readings of the standard want the body after an ampersand: one phone takes no question mark, the other no start
    // without one.
    Target { id: "sms", label: Label::Word(Later::TextMessage), shown_in: &[],
        way: Way::Link(|it| address("sms:?&body=", &text_and_url(it), &[])),
        icon: "M3 4h14v9.5H8.5L5 17v-3.5H3zm4 4.7v.1m3-.1v.1m3-.1v.1" },
    // Its page on the web wants the number of an app; the app itself does not.
    Target { id: "messenger", label: Label::Brand("Messenger"), shown_in: &[],
        way: Way::Link(|it| address("fb-messenger://share/?link=", &it.url, &[])),
        icon: "M10 3c-4.1 0-7 2.9-7 6.6 0 2 .9 3.8 2.3 5v2.6l2.4-1.3c.7.2 1.5.3 2.3.3 4.1 0 7-2.9 7-6.6S14.1 3 10 3M6 \
               11.2l3-3 2 1.8 3-2" },
    // It takes no address.
    Target { id: "signal", label: Label::Brand("Signal"), shown_in: &[],
        way: Way::Copy,
        icon: "M10 3.8a6.2 6.2 0 1 1-3 11.6L3.8 16.2l.8-3.2A6.2 6.2 0 0 1 10 3.8" },
    Target { id: "print", label: Label::Word(Later::Print), shown_in: &[],
        way: Way::Print,
        icon: "M6 7.5V3.5h8v4M6 13.5H3.5v-6h13v6H14M6 11.5h8v5H6z" },
];

#[cfg(test)]
mod tests;
