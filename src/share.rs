//! Sharing, without the sharing: addresses and nothing else.
//!
//! 1. The address to share is made: [`with_campaign`] adds the publisher's parameters, [`text_fragment`] points at a
//!    passage.
//! 2. A [`Subject`] says what is shared.
//! 3. [`TARGETS`] is the table of where to: a plain link each where there is one, so that it works without a script and
//!    nothing is asked of a third party before it is followed. [`offered`] says which of them, and of the publisher's
//!    [`Own`], a reader is shown.
//! 4. [`FORMS`] are texts to paste elsewhere: Markdown, HTML, citations, the element itself.
//! 5. [`mastodon`] is of many servers, so it asks which; [`qr`] draws the address for another device's camera.
//! 6. [`Passage`] is the way back: what an address with a text fragment points at, found in a text.
//!
//! Every part of an address goes through [`encode`], so a title arrives whole whatever is in it.

mod campaign;
mod citation;
mod fragment;
pub mod mastodon;
mod offer;
mod passage;
pub mod qr;
mod targets;

pub use campaign::with_campaign;
pub use citation::{FORMS, Form};
pub use fragment::text_fragment;
pub use offer::{Own, Row, offered};
pub use passage::Passage;
pub use targets::{Label, TARGETS, Target, Way};

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
    /// Who wrote it.
    pub authors: Vec<String>,
    /// When it was published, as the article says: ISO 8601, if it can be cited.
    pub published: Option<String>,
    /// What shows it on another page.
    pub embed: Option<Embed>,
}

/// What shows an article on another page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embed {
    /// Address of the script that brings the element, absolute.
    pub loader: String,
    /// Address of the article's JSON, absolute.
    pub src: String,
}

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
pub fn text_and_url(subject: &Subject) -> String {
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
    fn a_passage_comes_first_and_the_source_last() {
        let subject = Subject {
            title: "Mills".into(),
            url: "https://example.org/".into(),
            quote: Some("slow & sure".into()),
            source: Some("The Weir".into()),
            ..Subject::default()
        };
        assert_eq!(text_and_url(&subject), "“slow & sure”\nMills\nhttps://example.org/");
        assert_eq!(letter(&subject), "“slow & sure”\r\nMills\r\nhttps://example.org/\r\n\r\nThe Weir");
        assert_eq!(headline(&Subject { title: String::new(), ..subject }), "slow & sure");
    }

    #[test]
    fn unreserved_characters_are_kept_and_no_others() {
        assert_eq!(encode("aZ09-._~"), "aZ09-._~");
        assert_eq!(encode("a b%é&+"), "a%20b%25%C3%A9%26%2B");
    }
}
