//! Which targets a reader is offered.

use super::targets::{Target, Way};
use super::{Subject, TARGETS, encode, text};
use crate::i18n::{Catalog, fill};

/// The icon of a publisher's own target: a link.
const LINK: &str = "M8.5 11.5a3.2 3.2 0 0 0 4.5 0l3-3A3.2 3.2 0 0 0 11.5 4l-1 1m1 3.5a3.2 3.2 0 0 0-4.5 0l-3 3A3.2 3.2 0 0 0 8.5 16l1-1";

/// How the address of a publisher's own target may begin.
const BEGINNINGS: [&str; 4] = ["https://", "http://", "mailto:", "sms:"];

/// A target of the publisher's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    id: String,
    name: String,
    template: String,
}

impl Own {
    /// One of that name, for people, at an address with `{url}`, `{title}`, `{text}` and `{source}` where they go. `None`
    /// where a part is missing, or the address is of a kind that nothing is shared to.
    pub fn new(id: String, name: String, template: String) -> Option<Self> {
        let known = BEGINNINGS.iter().any(|beginning| template.starts_with(beginning));
        let named = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        (known && named && !name.trim().is_empty()).then_some(Self { id, name, template })
    }

    fn href(&self, subject: &Subject) -> String {
        let source = subject.source.as_deref().unwrap_or_default();
        let values = [
            ("url", encode(&subject.url)),
            ("title", encode(&subject.title)),
            ("text", encode(&text(subject))),
            ("source", encode(source)),
        ];
        fill(&self.template, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
    }
}

/// A target as it is offered.
#[derive(Clone)]
pub enum Row {
    /// One of the table.
    Known(&'static Target),
    /// One of the publisher's.
    Own(Own),
}

impl Row {
    /// Its stable name.
    pub fn id(&self) -> &str {
        match self {
            Self::Known(target) => target.id,
            Self::Own(own) => &own.id,
        }
    }

    /// What it is called.
    pub fn label(&self, catalog: Catalog) -> &str {
        match self {
            Self::Known(target) => target.label.text(catalog),
            Self::Own(own) => &own.name,
        }
    }

    /// Path data of its icon.
    pub fn icon(&self) -> &'static str {
        match self {
            Self::Known(target) => target.icon,
            Self::Own(_) => LINK,
        }
    }

    /// What choosing it does, where that is not to follow [`Row::href`].
    pub fn way(&self) -> Option<Way> {
        match self {
            Self::Known(target) if !matches!(target.way, Way::Link(_)) => Some(target.way),
            Self::Known(_) | Self::Own(_) => None,
        }
    }

    /// Where it leads, for those that lead somewhere.
    pub fn href(&self, subject: &Subject) -> Option<String> {
        match self {
            Self::Known(target) => match target.way {
                Way::Link(href) => Some(href(subject)),
                Way::Copy | Way::Print | Way::Server => None,
            },
            Self::Own(own) => Some(own.href(subject)),
        }
    }
}

/// The targets that a reader is offered at once, and those that are offered on request.
///
/// At once: those that `chosen` names, in its order; where it names none, e-mail, the publisher's `own`, those of the
/// interface's language, and everyone's. An own one takes the place of one of the table with the same name. On request,
/// which `chosen` may name too, as `more`: all others.
pub fn offered(language: &str, chosen: &[&str], own: &[Own]) -> (Vec<Row>, Vec<Row>) {
    let known = TARGETS.iter().filter(|target| own.iter().all(|own| own.id != target.id)).map(Row::Known);
    let mut rows: Vec<Row> = own.iter().cloned().map(Row::Own).chain(known).collect();
    let place = |row: &Row| match row {
        _ if !chosen.is_empty() => chosen.iter().position(|id| *id == row.id()),
        Row::Known(target) if target.id == "email" => Some(0),
        Row::Own(_) => Some(1),
        Row::Known(target) if target.shown_in.contains(&language) => Some(2),
        Row::Known(target) if target.shown_in.contains(&"*") => Some(3),
        Row::Known(_) => None,
    };
    // Stable, so that the table's order holds among equals; what has no place is last.
    rows.sort_by_key(|row| place(row).unwrap_or(usize::MAX));
    let at_once = rows.iter().take_while(|row| place(row).is_some()).count();
    let mut others = rows.split_off(at_once);
    if !chosen.is_empty() && !chosen.contains(&"more") {
        others.clear();
    }
    (rows, others)
}

#[cfg(test)]
mod tests {
    use super::super::tests::decode;
    use super::*;

    fn own(id: &str, template: &str) -> Option<Own> {
        Own::new(id.into(), "Ours".into(), template.into())
    }

    fn ids(rows: &[Row]) -> Vec<&str> {
        rows.iter().map(Row::id).collect()
    }

    #[test]
    fn a_language_has_its_own_first_and_a_publisher_the_last_word() {
        let at_once = |language: &str, chosen: &[&str]| -> Vec<String> {
            offered(language, chosen, &[]).0.iter().map(|row| row.id().to_owned()).collect()
        };
        let everyone =
            ["email", "whatsapp", "telegram", "x", "facebook", "linkedin", "reddit", "bluesky", "threads", "mastodon"];
        assert_eq!(at_once("en", &[]), everyone);
        assert_eq!(at_once("ja", &[])[..3], ["email", "line", "whatsapp"]);
        assert_eq!(at_once("ko", &[])[..4], ["email", "kakaostory", "naver", "whatsapp"]);
        assert_eq!(at_once("zh-Hans", &[])[1], "weibo");
        assert_eq!(at_once("ja", &["raindrop", "nowhere", "mastodon", "email"]), ["raindrop", "mastodon", "email"]);
    }

    #[test]
    fn every_target_is_offered_once_at_once_or_on_request() {
        for language in ["en", "ja", "ru"] {
            let (first, more) = offered(language, &[], &[]);
            let mut all = [ids(&first), ids(&more)].concat();
            all.sort_unstable();
            let mut table: Vec<_> = TARGETS.iter().map(|target| target.id).collect();
            table.sort_unstable();
            assert_eq!(all, table);
        }
        assert!(offered("en", &["email"], &[]).1.is_empty());
        let (first, more) = offered("en", &["email", "more"], &[]);
        assert_eq!((ids(&first), more.len()), (vec!["email"], TARGETS.len() - 1));
    }

    #[test]
    fn a_publishers_own_come_after_email_or_where_they_are_named_or_instead() {
        let pins = own("pins", "https://pins.example/add?u={url}&t={title}").expect("a target");
        let letter = own("email", "https://mail.example/new?body={text}").expect("a target");
        assert_eq!(ids(&offered("ja", &[], std::slice::from_ref(&pins)).0)[..3], ["email", "pins", "line"]);
        assert_eq!(ids(&offered("en", &["x", "pins"], std::slice::from_ref(&pins)).0), ["x", "pins"]);
        let (first, more) = offered("en", &[], &[letter]);
        assert_eq!(first.iter().chain(&more).filter(|row| row.id() == "email").count(), 1);
        assert!(matches!(first.first(), Some(Row::Own(_))));
        let subject = Subject { title: "a&b={url}".into(), url: "https://e.org/?x=1#y".into(), ..Subject::default() };
        let href = Row::Own(pins).href(&subject).expect("an address");
        let query = href.strip_prefix("https://pins.example/add?").expect("its own address");
        let pairs: Vec<_> = query.split('&').map(decode).collect();
        assert_eq!(pairs, ["u=https://e.org/?x=1#y", "t=a&b={url}"]);
    }

    #[test]
    fn what_is_no_target_is_none() {
        for (id, template) in [
            ("pins", "javascript:alert({url})"),
            ("pins", "data:text/html,{title}"),
            ("pins", "/share?u={url}"),
            ("", "https://e.org/"),
            ("Pins!", "https://e.org/"),
        ] {
            assert_eq!(own(id, template), None, "{id} {template}");
        }
        // As in every template: what is no placeholder stays as it stands.
        let odd = own("odd", "https://e.org/{nothing}?{title").expect("a target");
        assert_eq!(odd.href(&Subject { title: "t".into(), ..Subject::default() }), "https://e.org/{nothing}?{title");
    }
}
