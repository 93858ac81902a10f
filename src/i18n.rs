//! What the interface says, in the reader's language.
//!
//! 1. [`Message`] names every text once, with what is filled into it.
//! 2. A [`Locale`] holds the texts of one language, in a file of its own under `i18n/`; [`negotiate`] picks one.
//! 3. A [`Catalog`] is what the interface is given: [`Catalog::get`] for a text, [`Catalog::format`] to fill it in,
//!    [`Catalog::count`] where a number changes the words, [`Catalog::around`] where an element stands in the middle.
//!
//! Dates and numbers arrive here as text: the browser's `Intl` writes them.

mod en;
mod message;

pub use crate::model::Direction;
pub use message::Message;

/// A language that the interface speaks.
#[derive(Debug)]
pub struct Locale {
    /// BCP 47 language tag.
    pub tag: &'static str,
    /// Which way its script runs.
    pub direction: Direction,
    /// Its texts.
    text: fn(Message) -> &'static str,
    /// Its texts about that many things; the rule for plurals is the language's own affair.
    counted: fn(Message, u32) -> &'static str,
}

/// The languages, the fallback first.
const LOCALES: [&Locale; 1] = [&en::LOCALE];

/// The first of the requested languages that there is, a more general tag counting as well (RFC 4647, §3.4); English
/// when there is none.
pub fn negotiate(requested: &[&str]) -> &'static Locale {
    for tag in requested {
        let mut range = *tag;
        loop {
            if let Some(locale) = LOCALES.iter().find(|locale| locale.tag.eq_ignore_ascii_case(range)) {
                return locale;
            }
            let Some((general, _)) = range.rsplit_once('-') else { break };
            range = general;
        }
    }
    LOCALES[0]
}

/// The texts of one language, to be handed around.
#[derive(Debug, Clone, Copy)]
pub struct Catalog(&'static Locale);

impl Catalog {
    /// The texts in the first of the requested languages that there is.
    pub fn new(requested: &[&str]) -> Self {
        Self(negotiate(requested))
    }

    /// The language, for `lang` and `dir`.
    pub fn locale(self) -> &'static Locale {
        self.0
    }

    /// A text as it is, placeholders and all.
    pub fn get(self, message: Message) -> &'static str {
        (self.0.text)(message)
    }

    /// A text with its placeholders filled in.
    pub fn format(self, message: Message, arguments: &[(&str, &str)]) -> String {
        fill(self.get(message), arguments)
    }

    /// A text about `count` things, its placeholders filled in. The number as people read it is an argument like any
    /// other.
    pub fn count(self, message: Message, count: u32, arguments: &[(&str, &str)]) -> String {
        fill((self.0.counted)(message, count), arguments)
    }

    /// What stands before and after a placeholder, for an element in its place: a link, a `<time>`, a `<bdi>`.
    pub fn around(self, message: Message, placeholder: &str) -> (&'static str, &'static str) {
        let text = self.get(message);
        next(text, |name| name == placeholder).map_or((text, ""), |(before, _, after)| (before, after))
    }
}

/// Replaces each `{name}` by its argument, in one pass: what an argument says is never read as a placeholder.
fn fill(text: &str, arguments: &[(&str, &str)]) -> String {
    let value = |name: &str| arguments.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, name, after)) = next(rest, |name| value(name).is_some()) {
        filled.push_str(before);
        filled.push_str(value(name).unwrap_or_default());
        rest = after;
    }
    filled.push_str(rest);
    filled
}

/// The first placeholder that is wanted, with what stands before and after it.
fn next(text: &str, wanted: impl Fn(&str) -> bool) -> Option<(&str, &str, &str)> {
    text.match_indices('{').find_map(|(open, _)| {
        let (name, after) = text[open + 1..].split_once('}')?;
        wanted(name).then(|| (&text[..open], name, after))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_has_a_text_with_its_placeholders_and_no_others() {
        for locale in LOCALES {
            for &message in Message::ALL {
                for text in [(locale.text)(message), (locale.counted)(message, 1), (locale.counted)(message, 2)] {
                    assert!(!text.trim().is_empty(), "{message:?} in {}", locale.tag);
                    let mut found = Vec::new();
                    let mut rest = text;
                    while let Some((_, name, after)) = next(rest, |_| true) {
                        found.push(name);
                        rest = after;
                    }
                    found.sort_unstable();
                    let mut declared = message.placeholders().to_vec();
                    declared.sort_unstable();
                    assert_eq!(found, declared, "{message:?} in {}", locale.tag);
                }
            }
        }
    }

    #[test]
    fn a_language_is_negotiated() {
        for requested in [&["en-GB"] as &[&str], &["x-none", "EN"], &["tlh", "en-Latn-US"], &[], &[""], &["-"]] {
            assert_eq!(negotiate(requested).tag, "en", "{requested:?}");
        }
        assert_eq!(Catalog::new(&["en"]).locale().direction, Direction::Ltr);
    }

    #[test]
    fn what_is_filled_in_is_not_read_again() {
        let catalog = Catalog::new(&[]);
        let shared = catalog.format(Message::Sharing, &[("title", "{title} & {{link}} <b>"), ("link", "no")]);
        assert_eq!(shared, "Sharing: {title} & {{link}} <b>");
        assert_eq!(catalog.format(Message::Rating, &[("best", "5"), ("value", "{best}")]), "{best} out of 5");
    }

    #[test]
    fn what_has_no_argument_stays_and_does_not_break() {
        assert_eq!(fill("a {b} {c} {", &[("c", "d")]), "a {b} d {");
        assert_eq!(fill("{é}}{}", &[("é", "ü"), ("", "-")]), "ü}-");
        assert_eq!(fill("", &[("a", "b")]), "");
    }

    #[test]
    fn one_and_many_differ() {
        let catalog = Catalog::new(&[]);
        assert_eq!(catalog.count(Message::ArticlesLoaded, 1, &[("count", "1")]), "1 more article loaded");
        assert_eq!(catalog.count(Message::ArticlesLoaded, 12, &[("count", "12")]), "12 more articles loaded");
        assert_eq!(catalog.count(Message::Diagnostics, 1, &[("count", "1")]), "1 note on this article");
    }

    #[test]
    fn an_element_can_stand_in_the_middle() {
        let catalog = Catalog::new(&[]);
        assert_eq!(catalog.around(Message::By, "authors"), ("By ", ""));
        assert_eq!(catalog.around(Message::Close, "authors"), ("Close", ""));
        assert_eq!(catalog.around(Message::Rating, "best"), ("{value} out of ", ""));
    }
}
