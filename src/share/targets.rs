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

/// Somewhere to share to.
pub struct Target {
    /// Stable name, for `data-target` and events.
    pub id: &'static str,
    /// What it is called.
    pub label: Label,
    /// The address that opens it with everything filled in.
    pub href: fn(&Subject) -> String,
    /// The languages whose readers are shown it unasked; `*` is every language.
    pub shown_in: &'static [&'static str],
    /// Path data of its icon: 20 by 20, drawn with a line of 1.75, ends and corners round.
    pub icon: &'static str,
}

/// Everyone.
const ALL: &[&str] = &["*"];

/// Where to share to, in the order in which they are offered. E-mail is RFC 6068; Bluesky ("action intent links"), Threads
/// ("web intents"), LINE ("custom share buttons"), Instapaper and Raindrop document theirs; the others are the addresses in
/// common use.
#[rustfmt::skip] // One target a paragraph.
pub const TARGETS: &[Target] = &[
    Target { id: "email", label: Label::Word(Later::Email), shown_in: ALL,
        href: |it| address("mailto:?subject=", &it.title, &[("&body=", &letter(it))]),
        icon: "M3 4.5h14v11H3zm0 1.5 7 5 7-5" },
    Target { id: "whatsapp", label: Label::Brand("WhatsApp"), shown_in: ALL,
        href: |it| address("https://wa.me/?text=", &text_and_url(it), &[]),
        icon: "M4.1 13.2 3 17l3.8-1.1a7 7 0 1 0-2.7-2.7zM8 6.8 7.4 8.6c.7 1.9 2.1 3.3 4 4l1.8-.6" },
    Target { id: "telegram", label: Label::Brand("Telegram"), shown_in: ALL,
        href: |it| address("https://t.me/share/url?url=", &it.url, &[("&text=", &text(it))]),
        icon: "M17.5 3 2.5 9l5 2 2 5.5zm-10 8 3.5-3" },
    Target { id: "x", label: Label::Brand("X"), shown_in: ALL,
        href: |it| address("https://x.com/intent/post?text=", &text(it), &[("&url=", &it.url)]),
        icon: "M3.5 3.5h3.2l9.8 13h-3.2zm12.5 0-4.8 5.5m-2.4 2.7L4 16.5" },
    Target { id: "facebook", label: Label::Brand("Facebook"), shown_in: ALL,
        href: |it| address("https://www.facebook.com/sharer/sharer.php?u=", &it.url, &[]),
        icon: "M13.5 3H12a3 3 0 0 0-3 3v11M6 9.5h6.5" },
    Target { id: "linkedin", label: Label::Brand("LinkedIn"), shown_in: ALL,
        href: |it| address("https://www.linkedin.com/sharing/share-offsite/?url=", &it.url, &[]),
        icon: "M4.5 8.5v8m0-12.3v.1m4 12.2v-8m0 4a3.75 3.75 0 0 1 7.5 0v4" },
    Target { id: "reddit", label: Label::Brand("Reddit"), shown_in: ALL,
        href: |it| address("https://www.reddit.com/submit?url=", &it.url, &[("&title=", headline(it))]),
        icon: "M3 12a7 4.8 0 0 0 14 0 7 4.8 0 0 0-14 0m7-4.8.8-3.7 3.2.7M7.5 11.2v.1m5-.1v.1m-5 2.6q2.5 1.5 5 0" },
    Target { id: "bluesky", label: Label::Brand("Bluesky"), shown_in: ALL,
        href: |it| address("https://bsky.app/intent/compose?text=", &text_and_url(it), &[]),
        icon: "M10 9C8 5.5 2.5 1.2 2.5 5c0 5 1.8 6 4.8 5.8-3.4.5-4.3 2-2.3 4.2 2.3 2.4 4-.2 5-2.5 1 2.3 2.7 4.9 5 2.5 \
               2-2.2 1.1-3.7-2.3-4.2 3 .2 4.8-.8 4.8-5.8 0-3.8-5.5.5-7.5 4" },
    Target { id: "threads", label: Label::Brand("Threads"), shown_in: ALL,
        href: |it| address("https://www.threads.net/intent/post?text=", &text(it), &[("&url=", &it.url)]),
        icon: "M14.5 8.5c-.5-3-2.2-4.5-4.7-4.5-3.3 0-5.3 2.4-5.3 6s2 6 5.3 6c3 0 4.9-1.5 4.9-3.6 0-2.3-2.2-3-4.5-3-1.7 \
               0-2.7.8-2.7 1.9s.9 1.8 2.1 1.8c1.9 0 2.9-1.5 2.7-4.6" },
    Target { id: "vk", label: Label::Brand("VK"), shown_in: &["ru"],
        href: |it| address("https://vk.com/share.php?url=", &it.url, &[("&title=", &text(it))]),
        icon: "M3 5.5c.3 5.8 3 9 7.5 9V10c1.8.3 3 1.8 3.6 4.5H17c-.5-2.7-1.8-4.4-3.3-5.2 1.3-.8 2.4-2.3 2.8-3.8h-2.6c-.6 \
               1.9-1.9 3.3-3.4 3.5V5.5" },
    Target { id: "line", label: Label::Brand("LINE"), shown_in: &["ja"],
        href: |it| address("https://social-plugins.line.me/lineit/share?url=", &it.url, &[("&text=", &text(it))]),
        icon: "M10 3.5c-4 0-7 2.4-7 5.6 0 2.8 2.4 5 5.6 5.5l.2 2.4 3.6-2.9c2.8-.9 4.6-2.8 4.6-5 0-3.2-3-5.6-7-5.6M6.5 \
               7.8v3h1.6m2.4-3v3" },
    Target { id: "kakaostory", label: Label::Brand("KakaoStory"), shown_in: &["ko"],
        href: |it| address("https://story.kakao.com/share?url=", &it.url, &[]),
        icon: "M10 4c-3.9 0-7 2.3-7 5.2 0 1.9 1.3 3.5 3.3 4.4L5.6 17l3.5-2.6h.9c3.9 0 7-2.3 7-5.2S13.9 4 10 4" },
    Target { id: "naver", label: Label::Brand("Naver"), shown_in: &["ko"],
        href: |it| address("https://share.naver.com/web/shareView?url=", &it.url, &[("&title=", headline(it))]),
        icon: "M5 16V4l10 12V4" },
    Target { id: "weibo", label: Label::Brand("Weibo"), shown_in: &["zh-Hans"],
        href: |it| address("https://service.weibo.com/share/share.php?url=", &it.url, &[("&title=", &text(it))]),
        icon: "M8.5 6.5c-3 .6-5.5 3-5.5 5.3 0 2.3 2.8 3.7 6 3.7 3.6 0 6.3-1.9 6.3-4 0-1.2-.9-1.9-2.2-2.1.5-1.6-.5-2.3-2.6-1.6\
               .3-1-.5-1.7-2-1.3m4-2.3a3.6 3.6 0 0 1 4.2 4.3" },
    Target { id: "instapaper", label: Label::Brand("Instapaper"), shown_in: &[],
        href: |it| address("https://www.instapaper.com/hello2?url=", &it.url, &[("&title=", &it.title)]),
        icon: "M7 3.5h6m-6 13h6m-3-13v13" },
    Target { id: "raindrop", label: Label::Brand("Raindrop"), shown_in: &[],
        href: |it| address("https://app.raindrop.io/add?link=", &it.url, &[("&title=", &it.title)]),
        icon: "M10 16.5H6a3.5 3.5 0 0 1-.6-6.9 4.7 4.7 0 0 1 9.2 0 3.5 3.5 0 0 1-.6 6.9z" },
];

/// The targets that a reader is offered: those that `chosen` names, in its order, or, where it names none, those of the
/// interface's language and then everyone's. E-mail is always first of these.
pub fn offered(language: &str, chosen: &[&str]) -> Vec<&'static Target> {
    if !chosen.is_empty() {
        return chosen.iter().filter_map(|id| TARGETS.iter().find(|target| target.id == *id)).collect();
    }
    let local = TARGETS.iter().filter(|target| target.shown_in.contains(&language));
    let mut offered: Vec<_> = local.chain(TARGETS.iter().filter(|target| target.shown_in == ALL)).collect();
    offered.sort_by_key(|target| target.id != "email");
    offered
}

#[cfg(test)]
mod tests {
    use super::super::tests::decode;
    use super::*;
    use std::collections::BTreeMap;

    fn hard_titles() -> Vec<String> {
        let long = "Überschwemmung & Dürre? ".repeat(13);
        let hard = [
            "Plain",
            "  spaces  at the ends ",
            "tab\tand\nline",
            "javascript:alert(1)",
            "https://example.net/?q=1&r=2#three",
            "\u{202e}reversed\u{202c}",
            "naïve café — “quoted” … end",
            "東京の水車、もう一度",
            "हिन्दी और संस्कृत",
            "한국어 제목",
            "<script>alert('1')</script>",
            "{title} %s $1 \\0",
            "+ plus + and = equals",
            "Salt & \"pepper\": it's <b>50%</b> + #1?",
            "%",
            "100%25 %zz",
            "🦢👩‍👩‍👧 swans",
            "طاحونة النهر «القديمة»",
            "a=b;c,d/e\\f",
            "",
        ];
        hard.map(String::from).into_iter().chain([long]).collect()
    }

    /// The parameters of an address as a server reads them, but with `+` left alone: nothing here means a space by it.
    fn parameters(address: &str) -> BTreeMap<String, String> {
        let query = address.split_once('?').map_or("", |(_, query)| query);
        assert!(query.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%&=".contains(&byte)), "{address}");
        let pairs = query.split('&').filter_map(|pair| pair.split_once('='));
        pairs.map(|(key, value)| (key.to_owned(), decode(value))).collect()
    }

    #[test]
    fn every_target_gets_title_and_address_whole() {
        let url = "https://example.org/a b?x=1&y=é#:~:text=one%2Dtwo,three";
        for title in hard_titles() {
            let subject = Subject { title: title.clone(), url: url.into(), ..Subject::default() };
            let text_and_url = if title.is_empty() { url.to_owned() } else { format!("{title}\n{url}") };
            for target in TARGETS {
                let address = (target.href)(&subject);
                assert!(address.starts_with("https://") || address.starts_with("mailto:?"), "{address}");
                let found = parameters(&address);
                let get = |key: &str| found.get(key).map_or("(missing)", String::as_str);
                match target.id {
                    "email" => {
                        assert_eq!(get("subject"), title);
                        assert_eq!(get("body"), text_and_url.replace('\n', "\r\n"));
                    }
                    "whatsapp" | "bluesky" => assert_eq!(get("text"), text_and_url),
                    "telegram" | "x" | "threads" | "line" => {
                        assert_eq!((get("url"), get("text")), (url, title.as_str()))
                    }
                    "vk" | "weibo" => assert_eq!((get("url"), get("title")), (url, title.as_str())),
                    "instapaper" => assert_eq!((get("url"), get("title")), (url, title.as_str())),
                    "raindrop" => assert_eq!((get("link"), get("title")), (url, title.as_str())),
                    "facebook" => assert_eq!(get("u"), url),
                    "linkedin" | "kakaostory" => assert_eq!(get("url"), url),
                    "reddit" | "naver" => {
                        assert_eq!((get("url"), get("title")), (url, if title.is_empty() { url } else { &title }))
                    }
                    other => panic!("no check for {other}"),
                }
            }
        }
    }

    #[test]
    fn targets_are_distinct_and_have_icons() {
        let ids: std::collections::BTreeSet<_> = TARGETS.iter().map(|target| target.id).collect();
        assert_eq!(ids.len(), TARGETS.len());
        let drawn = |icon: &str| {
            icon.starts_with('M') && icon.bytes().all(|byte| b"MmLlHhVvCcSsQqAaZz0123456789 .-".contains(&byte))
        };
        assert!(TARGETS.iter().all(|target| drawn(target.icon)));
        assert_eq!(TARGETS[0].label.text(Catalog::default()), "E-mail");
    }

    #[test]
    fn a_language_has_its_own_first_and_a_publisher_the_last_word() {
        let ids = |language: &str, chosen: &[&str]| -> Vec<_> {
            offered(language, chosen).iter().map(|target| target.id).collect()
        };
        let everyone = ["email", "whatsapp", "telegram", "x", "facebook", "linkedin", "reddit", "bluesky", "threads"];
        assert_eq!(ids("en", &[]), everyone);
        assert_eq!(ids("ja", &[])[..3], ["email", "line", "whatsapp"]);
        assert_eq!(ids("ko", &[])[..4], ["email", "kakaostory", "naver", "whatsapp"]);
        assert_eq!(ids("zh-Hans", &[])[1], "weibo");
        assert_eq!(ids("ja", &["raindrop", "nowhere", "email"]), ["raindrop", "email"]);
    }
}
