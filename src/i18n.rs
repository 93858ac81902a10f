//! What the interface says, in the reader's language.
//!
//! 1. [`Message`] and [`Later`] name every text once, with what is filled into it.
//! 2. English is in the program (`en`). Every other language is a file in `words/`, with the texts by name, and is loaded
//!    when it is wanted; `public/embed/words.js` picks one.
//! 3. A [`Catalog`] is what the interface is given: [`Catalog::get`] for a text, [`Catalog::format`] to fill it in,
//!    [`Catalog::count`] where a number changes the words, [`Catalog::around`] where an element stands in the middle.
//!
//! Dates and numbers arrive here as text: the browser's `Intl` writes them.

mod en;
mod message;

pub use crate::model::Direction;
pub use message::{Later, Message};

use crate::model::script::language_direction;

/// A language that the interface speaks.
#[derive(Debug)]
pub struct Locale {
    /// BCP 47 language tag.
    pub tag: &'static str,
    /// Which way its script runs.
    pub direction: Direction,
    /// Its texts, in the order of [`Message::ALL`] and [`Later::ALL`]; none are English.
    texts: &'static [Words],
    /// The category of a number in its plurals (Unicode CLDR): `one`, `few`, `other`.
    category: fn(&str, u32) -> String,
}

/// What a language has for a message. An empty text is one that it does not have.
#[derive(Debug)]
pub enum Words {
    /// One text.
    Always(String),
    /// A text for each category of numbers, the last for all that are not named.
    Counted(Vec<(String, String)>),
}

impl Default for Words {
    fn default() -> Self {
        Self::Always(String::new())
    }
}

/// A text by its name.
pub trait Text: Copy {
    /// Its place among all texts, by which a language has it.
    fn place(self) -> usize;

    /// What it is in English, about `count` things.
    fn english(self, count: Option<u32>) -> &'static str;
}

static ENGLISH: Locale = Locale { tag: "en", direction: Direction::Ltr, texts: &[], category: |_, _| String::new() };

/// The texts of one language, to be handed around. English by default.
#[derive(Debug, Clone, Copy)]
pub struct Catalog(&'static Locale);

impl Default for Catalog {
    fn default() -> Self {
        Self(&ENGLISH)
    }
}

impl PartialEq for Catalog {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self.0, other.0)
    }
}

impl Catalog {
    /// The texts of a language, in the order of [`Message::ALL`] and [`Later::ALL`]; what is missing is said in English. `category` tells the
    /// category of a number in a language. It stays for as long as the program runs, so there should be one a language.
    pub fn of(tag: String, texts: Vec<Words>, category: fn(&str, u32) -> String) -> Self {
        let direction = language_direction(&tag);
        Self(Box::leak(Box::new(Locale { tag: tag.leak(), direction, texts: texts.leak(), category })))
    }

    /// The language, for `lang` and `dir`.
    pub fn locale(self) -> &'static Locale {
        self.0
    }

    /// A text as it is, placeholders and all.
    pub fn get(self, text: impl Text) -> &'static str {
        self.own(text.place(), None).unwrap_or_else(|| text.english(None))
    }

    /// A text with its placeholders filled in.
    pub fn format(self, text: impl Text, arguments: &[(&str, &str)]) -> String {
        fill(self.get(text), arguments)
    }

    /// A text about `count` things, its placeholders filled in. The number as people read it is an argument like any
    /// other.
    pub fn count(self, text: impl Text, count: u32, arguments: &[(&str, &str)]) -> String {
        fill(self.own(text.place(), Some(count)).unwrap_or_else(|| text.english(Some(count))), arguments)
    }

    /// What stands before and after a placeholder, for an element in its place: a link, a `<time>`, a `<bdi>`.
    pub fn around(self, text: impl Text, placeholder: &str) -> (&'static str, &'static str) {
        let text = self.get(text);
        next(text, |name| name == placeholder).map_or((text, ""), |(before, _, after)| (before, after))
    }

    /// What the language has itself at that place, about that many things.
    #[inline(never)]
    fn own(self, place: usize, count: Option<u32>) -> Option<&'static str> {
        let text = match self.0.texts.get(place)? {
            Words::Always(text) => text,
            Words::Counted(forms) => {
                let category = count.map(|count| (self.0.category)(self.0.tag, count));
                let form = forms.iter().find(|(name, _)| Some(name) == category.as_ref());
                &form.or(forms.last())?.1
            }
        };
        if text.is_empty() { None } else { Some(text) }
    }
}

/// Replaces each `{name}` by its argument, in one pass: what an argument says is never read as a placeholder.
pub(crate) fn fill(text: &str, arguments: &[(&str, &str)]) -> String {
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
    fn what_is_filled_in_is_not_read_again() {
        let catalog = Catalog::default();
        let shared = catalog.format(Later::Sharing, &[("title", "{title} & {{link}} <b>"), ("link", "no")]);
        assert_eq!(shared, "Sharing: {title} & {{link}} <b>");
        assert_eq!(catalog.format(Later::Rating, &[("best", "5"), ("value", "{best}")]), "{best} out of 5");
    }

    #[test]
    fn what_has_no_argument_stays_and_does_not_break() {
        assert_eq!(fill("a {b} {c} {", &[("c", "d")]), "a {b} d {");
        assert_eq!(fill("{é}}{}", &[("é", "ü"), ("", "-")]), "ü}-");
        assert_eq!(fill("", &[("a", "b")]), "");
    }

    #[test]
    fn one_and_many_differ() {
        let catalog = Catalog::default();
        assert_eq!(catalog.count(Later::ArticlesLoaded, 1, &[("count", "1")]), "1 more article loaded");
        assert_eq!(catalog.count(Later::ArticlesLoaded, 12, &[("count", "12")]), "12 more articles loaded");
        assert_eq!(catalog.count(Later::Diagnostics, 1, &[("count", "1")]), "1 note on this article");
    }

    #[test]
    fn an_element_can_stand_in_the_middle() {
        let catalog = Catalog::default();
        assert_eq!(catalog.around(Message::By, "authors"), ("By ", ""));
        assert_eq!(catalog.around(Later::Close, "authors"), ("Close", ""));
        assert_eq!(catalog.around(Later::Rating, "best"), ("{value} out of ", ""));
    }

    #[test]
    fn a_language_says_what_it_has_and_english_the_rest() {
        let forms = [("one", "eine {count}"), ("other", "mehrere {count}")];
        let mut texts = vec![Words::Always("Lädt".into()), Words::default()];
        texts.resize_with(Later::ArticlesLoaded.place(), Words::default);
        texts.push(Words::Counted(forms.map(|(name, text)| (name.into(), text.into())).to_vec()));
        let category = |_: &str, count| if count == 1 { "one" } else { "many" }.to_owned();
        let catalog = Catalog::of("ar".into(), texts, category);
        assert_eq!((catalog.locale().tag, catalog.locale().direction), ("ar", Direction::Rtl));
        assert_eq!(catalog.get(Message::Loading), "Lädt");
        assert_eq!(catalog.get(Message::SkipToArticle), "Skip to the article");
        assert_eq!(catalog.count(Later::ArticlesLoaded, 1, &[("count", "1")]), "eine 1");
        assert_eq!(catalog.count(Later::ArticlesLoaded, 5, &[("count", "5")]), "mehrere 5");
        assert_eq!(catalog.count(Later::Diagnostics, 1, &[("count", "1")]), "1 note on this article");
        assert!(catalog == catalog && catalog != Catalog::default());
    }
}
