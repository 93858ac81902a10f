//! The address of a passage that is selected.

use crate::platform::share::{Around, Selected};
use crate::share::{Passage, text_fragment};

/// Words on each side that tell a passage from its repetitions.
const WORDS: usize = 3;

/// An address that points at the passage; at this one, where the text has others like it.
pub(super) fn address(url: &str, selected: &Selected) -> String {
    let plain = text_fragment(url, &selected.text, None, None);
    let Some(Around { text, at, before, after }) = selected.around() else { return plain };
    let first = Passage::read(&plain, crate::platform::page::percent_decoded).and_then(|passage| passage.find(&text));
    if first.is_some_and(|first| first.start == at) {
        return plain;
    }
    text_fragment(url, &selected.text, Some(&last_words(&before)), Some(&first_words(&after)))
}

fn last_words(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words[words.len().saturating_sub(WORDS)..].join(" ")
}

fn first_words(text: &str) -> String {
    text.split_whitespace().take(WORDS).collect::<Vec<_>>().join(" ")
}
