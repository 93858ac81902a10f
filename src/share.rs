//! Sharing, without the sharing: addresses and nothing else.
//!
//! 1. The address to share is made: [`with_campaign`] adds the publisher's parameters, [`text_fragment`] points at a
//!    passage.
//! 2. A [`Subject`] says what is shared.
//! 3. [`TARGETS`] is the table of where to: a plain link each, so that it works without a script and nothing is asked of
//!    a third party before it is followed.
//!
//! Every part of an address goes through [`encode`], so a title arrives whole whatever is in it.

mod campaign;
mod fragment;

pub use campaign::with_campaign;
pub use fragment::text_fragment;

use crate::i18n::{Catalog, Message};

/// What is shared.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Subject {
    /// Title of the article or the section; may be empty.
    pub title: String,
    /// Its address, absolute.
    pub url: String,
    /// The passage that was selected.
    pub quote: Option<String>,
    /// Name of the publication.
    pub source: Option<String>,
}

/// What a target is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Label {
    /// A name that is the same in every language.
    Brand(&'static str),
    /// A word.
    Word(Message),
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
    /// Path data of its icon: 20 by 20, drawn with a line of 1.75, ends and corners round.
    pub icon: &'static str,
}

/// Where to share to, in the order in which they are offered. E-mail is RFC 6068, Bluesky documents its address as
/// "action intent links"; the others are the addresses in common use.
#[rustfmt::skip] // One target a paragraph.
pub const TARGETS: &[Target] = &[
    Target { id: "email", label: Label::Word(Message::Email),
        href: |it| address("mailto:?subject=", &it.title, &[("&body=", &letter(it))]),
        icon: "M3 4.5h14v11H3zm0 1.5 7 5 7-5" },
    Target { id: "whatsapp", label: Label::Brand("WhatsApp"),
        href: |it| address("https://wa.me/?text=", &text_and_url(it), &[]),
        icon: "M4.1 13.2 3 17l3.8-1.1a7 7 0 1 0-2.7-2.7zM8 6.8 7.4 8.6c.7 1.9 2.1 3.3 4 4l1.8-.6" },
    Target { id: "telegram", label: Label::Brand("Telegram"),
        href: |it| address("https://t.me/share/url?url=", &it.url, &[("&text=", &text(it))]),
        icon: "M17.5 3 2.5 9l5 2 2 5.5zm-10 8 3.5-3" },
    Target { id: "x", label: Label::Brand("X"),
        href: |it| address("https://x.com/intent/post?text=", &text(it), &[("&url=", &it.url)]),
        icon: "M3.5 3.5h3.2l9.8 13h-3.2zm12.5 0-4.8 5.5m-2.4 2.7L4 16.5" },
    Target { id: "facebook", label: Label::Brand("Facebook"),
        href: |it| address("https://www.facebook.com/sharer/sharer.php?u=", &it.url, &[]),
        icon: "M13.5 3H12a3 3 0 0 0-3 3v11M6 9.5h6.5" },
    Target { id: "linkedin", label: Label::Brand("LinkedIn"),
        href: |it| address("https://www.linkedin.com/sharing/share-offsite/?url=", &it.url, &[]),
        icon: "M4.5 8.5v8m0-12.3v.1m4 12.2v-8m0 4a3.75 3.75 0 0 1 7.5 0v4" },
    Target { id: "reddit", label: Label::Brand("Reddit"),
        href: |it| address("https://www.reddit.com/submit?url=", &it.url, &[("&title=", headline(it))]),
        icon: "M3 12a7 4.8 0 0 0 14 0 7 4.8 0 0 0-14 0m7-4.8.8-3.7 3.2.7M7.5 11.2v.1m5-.1v.1m-5 2.6q2.5 1.5 5 0" },
    Target { id: "bluesky", label: Label::Brand("Bluesky"),
        href: |it| address("https://bsky.app/intent/compose?text=", &text_and_url(it), &[]),
        icon: "M10 9C8 5.5 2.5 1.2 2.5 5c0 5 1.8 6 4.8 5.8-3.4.5-4.3 2-2.3 4.2 2.3 2.4 4-.2 5-2.5 1 2.3 2.7 4.9 5 2.5 \
               2-2.2 1.1-3.7-2.3-4.2 3 .2 4.8-.8 4.8-5.8 0-3.8-5.5.5-7.5 4" },
];

/// An address: a beginning that ends where the first value goes, that value, and more with what stands before them.
fn address(start: &str, first: &str, more: &[(&str, &str)]) -> String {
    let mut address = String::from(start);
    push_encoded(&mut address, first, false);
    for (name, value) in more {
        address.push_str(name);
        push_encoded(&mut address, value, false);
    }
    address
}

/// A title for a site that insists on one.
fn headline(subject: &Subject) -> &str {
    if subject.title.is_empty() { subject.quote.as_deref().unwrap_or(&subject.url) } else { &subject.title }
}

/// The passage and the title, each on its own line, where there is one.
fn text(subject: &Subject) -> String {
    let mut text = String::new();
    if let Some(quote) = &subject.quote {
        text.extend(["“", quote, "”"]);
    }
    if !text.is_empty() && !subject.title.is_empty() {
        text.push('\n');
    }
    text.push_str(&subject.title);
    text
}

/// The same and the address, for a site that takes one text.
fn text_and_url(subject: &Subject) -> String {
    let mut text = text(subject);
    if !text.is_empty() {
        text.push('\n');
    }
    text.push_str(&subject.url);
    text
}

/// The body of an e-mail, its lines broken as RFC 6068, §5, has it.
fn letter(subject: &Subject) -> String {
    let mut letter = text_and_url(subject);
    if let Some(source) = &subject.source {
        letter.extend(["\n\n", source]);
    }
    letter.replace("\r\n", "\n").replace('\n', "\r\n")
}

/// Percent-encodes all but the unreserved characters (RFC 3986, §2.3).
pub fn encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    push_encoded(&mut encoded, text, false);
    encoded
}

/// Encodes `text` onto the end of `out`; with `dash`, hyphens too.
fn push_encoded(out: &mut String, text: &str, dash: bool) {
    for &byte in text.as_bytes() {
        let unreserved = byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') || (byte == b'-' && !dash);
        if unreserved { out.push(char::from(byte)) } else { push_escape(out, byte) }
    }
}

fn push_escape(out: &mut String, byte: u8) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    out.push('%');
    out.push(char::from(HEX[usize::from(byte >> 4)]));
    out.push(char::from(HEX[usize::from(byte & 15)]));
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    fn hard_titles() -> Vec<String> {
        let long = "Überschwemmung & Dürre? ".repeat(13);
        let hard = [
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

    pub(super) fn decode(text: &str) -> String {
        let mut parts = text.split('%');
        let mut bytes = parts.next().unwrap_or_default().as_bytes().to_vec();
        for part in parts {
            bytes.push(u8::from_str_radix(&part[..2], 16).expect("two hexadecimal digits"));
            bytes.extend(part[2..].bytes());
        }
        String::from_utf8(bytes).expect("UTF-8")
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
                    "telegram" | "x" => assert_eq!((get("url"), get("text")), (url, title.as_str())),
                    "facebook" => assert_eq!(get("u"), url),
                    "linkedin" => assert_eq!(get("url"), url),
                    "reddit" => {
                        assert_eq!((get("url"), get("title")), (url, if title.is_empty() { url } else { &title }))
                    }
                    other => panic!("no check for {other}"),
                }
            }
        }
    }

    #[test]
    fn a_passage_comes_first_and_the_source_last() {
        let subject = Subject {
            title: "Mills".into(),
            url: "https://example.org/".into(),
            quote: Some("slow & sure".into()),
            source: Some("The Weir".into()),
        };
        assert_eq!(text_and_url(&subject), "“slow & sure”\nMills\nhttps://example.org/");
        assert_eq!(letter(&subject), "“slow & sure”\r\nMills\r\nhttps://example.org/\r\n\r\nThe Weir");
        assert_eq!(headline(&Subject { title: String::new(), ..subject }), "slow & sure");
    }

    #[test]
    fn targets_are_distinct_and_have_icons() {
        let ids: std::collections::BTreeSet<_> = TARGETS.iter().map(|target| target.id).collect();
        assert_eq!(ids.len(), TARGETS.len());
        let drawn = |icon: &str| {
            icon.starts_with('M') && icon.bytes().all(|byte| b"MmLlHhVvCcQqAaZz0123456789 .-".contains(&byte))
        };
        assert!(TARGETS.iter().all(|target| drawn(target.icon)));
        assert_eq!(TARGETS[0].label.text(Catalog::default()), "E-mail");
    }

    #[test]
    fn unreserved_characters_are_kept_and_no_others() {
        assert_eq!(encode("aZ09-._~"), "aZ09-._~");
        assert_eq!(encode("a b%é&+"), "a%20b%25%C3%A9%26%2B");
    }
}
