//! The address of a passage that is selected.

use crate::platform::dom::closest;
use crate::platform::page::{percent_decoded, without_fragment};
use crate::platform::share::{Around, Selected};
use crate::share::{Passage, encode, text_fragment};

/// Words on each side that tell a passage from its repetitions.
const WORDS: usize = 3;

/// An address that points at the passage; at this one, where the text has others like it. It names the section, too: some
/// engines neither find what comes after the page has loaded nor let a script look for it.
pub(super) fn address(url: &str, selected: &Selected) -> String {
    let section = selected.first_block().and_then(|block| closest(&block, ".section"));
    let slug = section.and_then(|section| section.get_attribute("data-slug"));
    let url = &slug.map_or_else(|| url.to_owned(), |slug| [without_fragment(url), "#", &encode(&slug)].concat());
    let plain = text_fragment(url, &selected.text, None, None);
    let Some(Around { text, at, before, after }) = selected.around() else { return plain };
    let first = Passage::read(&plain, percent_decoded).and_then(|passage| passage.find(&text));
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
