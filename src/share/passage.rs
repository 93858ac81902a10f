//! What a text fragment points at: read from an address, found in a text (WICG, "URL Fragment Text Directives", §3).

use std::ops::Range;

/// A passage as an address has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Passage {
    /// What stands before it; may be empty, as everything but `start` may.
    pub prefix: String,
    /// The passage, or its beginning.
    pub start: String,
    /// Its end, where only both ends are given.
    pub end: String,
    /// What stands after it.
    pub suffix: String,
}

impl Passage {
    /// Reads the first passage that an address names; `decode` undoes percent-encoding. `None` where it names none, or none
    /// that can be read.
    pub fn read(address: &str, decode: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let (_, directives) = address.split_once(":~:")?;
        let text = directives.split('&').find_map(|directive| directive.strip_prefix("text="))?;
        let mut passage = Self::default();
        let mut parts: Vec<&str> = text.split(',').collect();
        if let Some(prefix) = parts.first().and_then(|first| first.strip_suffix('-')) {
            passage.prefix = folded(&decode(prefix)?);
            parts.remove(0);
        }
        if let Some(suffix) = parts.last().and_then(|last| last.strip_prefix('-')) {
            passage.suffix = folded(&decode(suffix)?);
            parts.pop();
        }
        match parts.as_slice() {
            [start] => passage.start = folded(&decode(start)?),
            [start, end] => (passage.start, passage.end) = (folded(&decode(start)?), folded(&decode(end)?)),
            _ => return None,
        }
        (!passage.start.is_empty()).then_some(passage)
    }

    /// Where the passage is in a text, in bytes of it: the first place that is between whole words and has around it what
    /// the address says; case and the number of spaces do not matter.
    pub fn find(&self, text: &str) -> Option<Range<usize>> {
        let page = folded(text);
        let mut from = 0;
        loop {
            let (at, after) = place(&page, &self.start, from)?;
            let end = match self.end.as_str() {
                "" => Some(after),
                end => place(&page, end, after).map(|(_, end)| end),
            };
            if let Some(end) =
                end.filter(|end| follows(&page[..at], &self.prefix) && leads(&page[*end..], &self.suffix))
            {
                return Some(unfolded(text, at)..unfolded_end(text, end));
            }
            from = after;
        }
    }
}

/// The first place of `words` in `page` from there on that begins and ends where words do.
fn place(page: &str, words: &str, from: usize) -> Option<(usize, usize)> {
    let mut found = page[from..].match_indices(words).map(|(at, _)| (from + at, from + at + words.len()));
    found.find(|(start, end)| is_edge(&page[..*start], words) && is_edge(words, &page[*end..]))
}

/// No word goes on from one text to the next. Scripts without spaces have no edges to look for.
fn is_edge(before: &str, after: &str) -> bool {
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && (c as u32) < 0x2e80);
    !letter(before.chars().next_back()) || !letter(after.chars().next())
}

/// A text ends with those words.
fn follows(text: &str, words: &str) -> bool {
    text.trim_end().strip_suffix(words).is_some_and(|before| is_edge(before, words))
}

/// A text begins with those words.
fn leads(text: &str, words: &str) -> bool {
    text.trim_start().strip_prefix(words).is_some_and(|after| is_edge(words, after))
}

/// A text in lower case with single spaces, and, for each character of that, how many bytes of the text led to it.
fn fold(text: &str) -> impl Iterator<Item = (char, usize)> + '_ {
    let mut space = true;
    text.char_indices().flat_map(move |(at, c)| {
        let skipped = c.is_whitespace() && space;
        space = c.is_whitespace();
        let shown = (!skipped).then_some(if space { ' ' } else { c });
        shown.into_iter().flat_map(char::to_lowercase).map(move |c| (c, at))
    })
}

fn folded(text: &str) -> String {
    let mut folded: String = fold(text).map(|(c, _)| c).collect();
    folded.truncate(folded.trim_end().len());
    folded
}

/// The place in `text` of the byte `at` of what it folds to.
fn unfolded(text: &str, at: usize) -> usize {
    let mut length = 0;
    fold(text)
        .find(|(c, _)| {
            length += c.len_utf8();
            length > at
        })
        .map_or(text.len(), |(_, place)| place)
}

/// The same for the end of a range, which is after a character and not before the next.
fn unfolded_end(text: &str, at: usize) -> usize {
    let last = unfolded(text, at.saturating_sub(1));
    last + text[last..].chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::super::tests::decode;
    use super::super::text_fragment;
    use super::*;

    fn read(address: &str) -> Option<Passage> {
        Passage::read(address, |text| Some(decode(text)))
    }

    fn found<'a>(text: &'a str, directive: &str) -> Option<&'a str> {
        let passage = read(&format!("https://e.org/#a:~:{directive}"))?;
        passage.find(text).map(|range| &text[range])
    }

    #[test]
    fn what_was_shared_is_found_again() {
        let text =
            "One  mill stood\u{a0}idle, for 50% & more.\nTwo mills – “quoted” – stood by.\n川の水車は、止まっていた。";
        for quote in [
            "mill stood idle, for 50% & more.",
            "Two mills – “quoted”",
            "idle, for 50% & more.\nTwo mills",
            "水車は、止",
        ] {
            let address = text_fragment("https://e.org/a#sec", quote, None, None);
            let passage = read(&address).expect("a passage");
            let place = passage.find(text).unwrap_or_else(|| panic!("{address}"));
            assert_eq!(folded(&text[place]), folded(quote), "{address}");
        }
    }

    #[test]
    fn a_repetition_is_told_by_what_stands_around_it() {
        let text = "the mill and the river; a mill by the river; THE  MILL of the town";
        assert_eq!(found(text, "text=mill"), Some("mill"));
        let at = |directive| read(&format!("https://e.org/#:~:{directive}")).and_then(|passage| passage.find(text));
        assert_eq!(at("text=mill"), Some(4..8));
        assert_eq!(at("text=a-,mill"), Some(26..30));
        assert_eq!(at("text=mill,-of%20the"), Some(50..54));
        assert_eq!(at("text=the-,mill,-of"), Some(50..54));
        assert_eq!(at("text=a-,mill,river"), Some(26..43));
        assert_eq!(at("text=iver-,mill"), None);
    }

    #[test]
    fn only_whole_words_are_found() {
        assert_eq!(found("a windmill, a mill", "text=mill"), Some("mill"));
        let passage = read("https://e.org/#:~:text=mill").expect("a passage");
        assert_eq!(passage.find("windmills"), None);
        assert_eq!(passage.find("a windmill, a mill"), Some(14..18));
    }

    #[test]
    fn what_changes_its_length_in_lower_case_moves_nothing() {
        assert_eq!(found("İstanbul’da İki KÖPRÜ", "text=iki%20k%C3%B6pr%C3%BC"), None, "a dotted capital folds to two");
        assert_eq!(found("İstanbul’da bir KÖPRÜ", "text=bir%20k%C3%B6pr%C3%BC"), Some("bir KÖPRÜ"));
    }

    #[test]
    fn what_is_no_passage_is_none() {
        for address in [
            "https://e.org/",
            "https://e.org/#a",
            "https://e.org/#:~:",
            "https://e.org/#:~:text=",
            "https://e.org/#:~:text=a,b,c",
            "https://e.org/#:~:text=a-",
            "https://e.org/#:~:selector(type=x)",
        ] {
            assert_eq!(read(address), None, "{address}");
        }
        let undecoded = Passage::read("https://e.org/#:~:text=%E0", |_| None);
        assert_eq!(undecoded, None);
        assert_eq!(read("https://e.org/#:~:foo&text=b&text=c").map(|it| it.start), Some("b".to_owned()));
    }
}
