//! Plain strings from outside: which are language tags, and what is taken out of labels.

/// Well-formed enough for HTML's `lang` (BCP 47, §2.1): a language of two or three letters, then subtags of one to eight
/// letters or digits. Longer languages are reserved; one that is written out, such as "English", is none.
pub fn is_language_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    (2..=3).contains(&language.len())
        && language.bytes().all(|byte| byte.is_ascii_alphabetic())
        && tag.len() <= 35
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Removes the characters that embed or override a direction (UAX #9, §2.1 and §2.2): in a title or the text of a link
/// they only deceive. Isolates and marks, which real texts need, stay.
pub fn without_overrides(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{202A}'..='\u{202E}')).collect()
}
