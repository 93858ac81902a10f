//! What the adapters of foreign formats share: paths into JSON, HTML in fields, addresses, notes.

use super::fields::{Place, Reading, without_overrides};
use super::structure::upright;
use super::{Json, Kind};
use crate::model::plain::is_language_tag;
use crate::model::url::{Base, Link, Use};
use crate::model::{Author, Block, BlockKind, Fate, Footnote, Note, SafeUrl, Text, plain_text};
use crate::sanitize::ReadHtml;
use std::fmt;

/// One reading of one document of a foreign format.
pub struct Source<'h> {
    pub(super) reading: Reading,
    /// Footnotes met in the body.
    pub(super) footnotes: Vec<Footnote>,
    html: &'h dyn ReadHtml,
}

impl<'h> Source<'h> {
    pub(super) fn new(base: &Base, html: &'h dyn ReadHtml) -> Self {
        Self { reading: Reading::new(base.clone()), footnotes: Vec::new(), html }
    }

    /// The blocks of a piece of HTML; its footnotes are put to the others.
    pub(super) fn blocks(&mut self, html: &str, place: &Place<'_>) -> Vec<Block> {
        let Some(fragment) = self.html.blocks(html, &self.reading.base) else {
            self.forbidden(place);
            return Vec::new();
        };
        self.adopt(fragment.notes, place);
        self.footnotes.extend(fragment.footnotes);
        fragment.blocks
    }

    /// A line of HTML with its marks.
    pub(super) fn text(&mut self, html: &str, place: &Place<'_>) -> Text {
        // Most titles and captions need no parser.
        if !html.contains(['<', '&']) {
            return Text::plain(html.trim());
        }
        let Some((text, notes)) = self.html.text(html, &self.reading.base) else {
            self.forbidden(place);
            return Text::plain(html);
        };
        self.adopt(notes, place);
        text
    }

    /// A title with its marks. Nothing in it may change the order of characters.
    pub(super) fn title(&mut self, html: &str, place: &Place<'_>) -> Text {
        let text = self.text(&without_overrides(html), place);
        // They can be written as character references, too.
        upright(text)
    }

    /// A line of HTML without its marks, for people: trimmed, and without bidirectional overrides.
    pub(super) fn label(&mut self, html: &str, place: &Place<'_>) -> String {
        let text = self.text(html, place);
        without_overrides(plain_text(&text).trim())
    }

    /// The label at a path, when it says something.
    pub(super) fn label_at<J: Json>(&mut self, json: &J, path: &str) -> Option<String> {
        self.label_of(string_at(json, path), &Place::Field(&Place::Root, path))
    }

    /// The label that a line of HTML makes, when it says something.
    pub(super) fn label_of(&mut self, html: Option<String>, place: &Place<'_>) -> Option<String> {
        Some(self.label(&html?, place)).filter(|label| !label.is_empty())
    }

    /// An address to follow or to fetch, with a note when it is refused.
    pub(super) fn url(&mut self, reference: &str, purpose: Use, place: &Place<'_>) -> Option<SafeUrl> {
        let url = SafeUrl::parse(reference, &self.reading.base, purpose);
        url.map_err(|error| self.dropped(place, error)).ok()
    }

    /// An address to follow, possibly inside the article, with a note when it is refused.
    pub(super) fn link(&mut self, reference: &str, place: &Place<'_>) -> Option<Link> {
        let link = Link::parse(reference, &self.reading.base);
        link.map_err(|error| self.dropped(place, error)).ok()
    }

    /// Who wrote it: an object with a name, or a name alone. The first of `pages` that is there is their page.
    pub(super) fn author<J: Json>(&mut self, person: &J, pages: &[&str], place: &Place<'_>) -> Option<Author> {
        let Some(name) = self.label_of(person.string().or_else(|| string_at(person, "name")), place) else {
            self.dropped(place, "an author without a name");
            return None;
        };
        let page = first_string(person, pages);
        let url = page.and_then(|page| self.url(&page, Use::Link, &Place::Field(place, "url")));
        Some(Author { name, url })
    }

    /// A language tag, also one written with an underscore; a note for what is none.
    pub(super) fn language(&mut self, tag: &str, place: &Place<'_>) -> Option<String> {
        let tag = tag.trim().replace('_', "-");
        let fine = is_language_tag(&tag);
        if !fine {
            self.dropped(place, "not a language tag");
        }
        fine.then_some(tag)
    }

    /// Relative addresses are relative to the article's own address from here on.
    pub(super) fn at_home(&mut self, url: Option<&SafeUrl>) {
        if let Some(url) = url {
            self.reading.base = self.reading.base.join(url.as_str());
        }
    }

    pub(super) fn note(&mut self, place: &Place<'_>, fate: Fate, reason: impl fmt::Display) {
        self.reading.note(place, fate, reason);
    }

    pub(super) fn dropped(&mut self, place: &Place<'_>, reason: impl fmt::Display) {
        self.reading.dropped(place, reason);
    }

    fn forbidden(&mut self, place: &Place<'_>) {
        let reason = "HTML cannot be read here: the page's policy would have to allow `trusted-types gatefold`";
        self.reading.dropped(place, reason);
    }

    /// Takes over the notes of a piece of HTML, with the place of the piece before theirs.
    fn adopt(&mut self, notes: Vec<Note>, place: &Place<'_>) {
        for note in notes {
            self.reading.note(place, note.fate, format_args!("{}: {}", note.path, note.reason));
        }
    }
}

/// A line of plain text for people: trimmed, and without bidirectional overrides.
pub(super) fn plain(text: &str) -> String {
    without_overrides(text.trim())
}

/// The value at a path of names and indices: `_embedded.author[0].name`, or `[0].url`.
pub(super) fn at<J: Json>(json: &J, path: &str) -> Option<J> {
    let mut value: Option<J> = None;
    for step in path.split(['.', '[']) {
        let from = value.as_ref().unwrap_or(json);
        let next = match step.strip_suffix(']') {
            Some(index) => from.item(index.parse().ok()?),
            None if step.is_empty() => continue,
            None => from.field(step),
        };
        value = Some(next?);
    }
    value
}

/// The string (or number) at a path; what is only white space counts as missing.
pub(super) fn string_at<J: Json>(json: &J, path: &str) -> Option<String> {
    at(json, path)?.text().filter(|text| !text.trim().is_empty())
}

/// The first of these paths that holds a string.
pub(super) fn first_string<J: Json>(json: &J, paths: &[&str]) -> Option<String> {
    paths.iter().find_map(|path| string_at(json, path))
}

/// The items of the list at a path; a single value counts as a list of one, what is missing as none.
pub(super) fn items_at<J: Json>(json: &J, path: &str) -> Vec<J> {
    match at(json, path) {
        Some(list) if list.kind() == Kind::Array => (0..list.len()).filter_map(|index| list.item(index)).collect(),
        Some(value) => vec![value],
        None => Vec::new(),
    }
}

/// A size in pixels at a path, 0 when there is none that can be believed.
pub(super) fn size_at<J: Json>(json: &J, path: &str) -> u32 {
    let size = at(json, path).and_then(|value| value.numeric()).unwrap_or_default();
    if (1.0..=20_000.0).contains(&size) { size as u32 } else { 0 }
}

/// Whether it has tags or character references, and so is HTML rather than plain text.
pub(super) fn is_html(text: &str) -> bool {
    let after = |sign: char, begins: fn(u8) -> bool, end: char| {
        text.match_indices(sign).any(|(at, _)| {
            let rest = &text[at + 1..];
            rest.bytes().next().is_some_and(begins) && rest.contains(end)
        })
    };
    let name = |byte: u8| byte.is_ascii_alphabetic() || byte == b'/' || byte == b'!';
    let reference = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'#';
    after('<', name, '>') || after('&', reference, ';')
}

/// Plain text as paragraphs: one ends at an empty line, and where there is none, at each line.
pub(super) fn paragraphs(plain: &str) -> Vec<Block> {
    let plain = plain.replace("\r\n", "\n");
    let separator = if plain.trim().contains("\n\n") { "\n\n" } else { "\n" };
    let texts = plain.split(separator).map(str::trim).filter(|text| !text.is_empty());
    texts.map(|text| BlockKind::Paragraph { text: Text::plain(text), role: None, drop_cap: false }.into()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn paths_lead_through_names_and_indices() {
        let json = json!({ "a": [{ "b": { "c:d": 7 } }, [" "]], "e": null });
        let text = |path| string_at(&&json, path);
        assert_eq!(text("a[0].b.c:d").as_deref(), Some("7"));
        for nowhere in ["", "a", "a[1][0]", "a[2]", "a[x]", "a.b", "e", "a[0].b.c:d.e", "a[0]b"] {
            assert_eq!(text(nowhere), None, "{nowhere}");
        }
        assert_eq!(string_at(&&json!([[1, 2]]), "[0][1]").as_deref(), Some("2"));
    }

    #[test]
    fn html_is_told_from_plain_text() {
        for html in ["<p>a", "a<br/>", "a</b>", "<!-- a -->", "a &amp; b", "&#8217;"] {
            assert!(is_html(html), "{html}");
        }
        for plain in ["", "a < b > c", "a & b; c", "<3", "x<", "&", "AT&T", "<p"] {
            assert!(!is_html(plain), "{plain}");
        }
    }

    #[test]
    fn plain_text_is_divided_at_empty_lines_or_else_at_each() {
        let texts = |plain: &str| paragraphs(plain).len();
        assert_eq!((texts("a\nb\n\nc"), texts("a\r\nb"), texts(" \n "), texts("a\n\n\n\nb\r\n\r\nc")), (2, 2, 0, 3));
    }

    #[test]
    fn sizes_that_cannot_be_are_none() {
        let json = json!({ "a": "640px", "b": -1, "c": 1e9, "d": "wide", "e": 0.5 });
        assert_eq!(["a", "b", "c", "d", "e", "f"].map(|name| size_at(&&json, name)), [640, 0, 0, 0, 0, 0]);
    }
}
