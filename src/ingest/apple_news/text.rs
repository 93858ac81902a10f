//! The text of a component, in one of three formats, and the styles that it names.

use super::super::fields::Place;
use super::super::parts::each;
use super::super::source::{at, first_string, string_at};
use super::super::{Json, Kind};
use super::ranges::{self, Effect, Range};
use super::{Reader, markdown};
use crate::model::inline::Mark;
use crate::model::{Block, BlockKind, Fate, Inline, Text};

impl<J: Json> Reader<'_, '_, J> {
    /// The blocks of a component's text.
    pub(super) fn text(&mut self, json: &J, place: &Place<'_>) -> Vec<Block> {
        let Some(text) = string_at(json, "text") else { return Vec::new() };
        match self.format(json).as_str() {
            "html" => {
                self.html(&text, place);
                self.source.blocks(&text, place)
            }
            "markdown" => self.markdown(place, |names| markdown::blocks(&text, names)),
            _ => ranges::paragraphs(&text, &self.ranges(json, place)),
        }
    }

    /// A component's text as one line; a string is one as it is.
    pub(super) fn line(&mut self, json: &J, place: &Place<'_>) -> Text {
        if let Some(text) = json.string() {
            return ranges::single(&text, &[]);
        }
        let Some(text) = string_at(json, "text") else { return Text::default() };
        match self.format(json).as_str() {
            "html" => {
                self.html(&text, place);
                self.source.text(&text, place)
            }
            "markdown" => self.markdown(place, |names| markdown::single(&text, names)),
            _ => ranges::single(&text, &self.ranges(json, place)),
        }
    }

    /// The line in a field, which is text or an object with one.
    pub(super) fn line_in(&mut self, json: &J, name: &str, place: &Place<'_>) -> Text {
        let value = json.field(name);
        value.map_or_else(Text::default, |value| self.line(&value, &Place::Field(place, name)))
    }

    fn format(&self, json: &J) -> String {
        string_at(json, "format").or_else(|| string_at(self.document, "textFormat")).unwrap_or_default()
    }

    fn html(&mut self, html: &str, place: &Place<'_>) {
        if html.contains("data-anf-textstyle") {
            self.source.note(place, Fate::Downgraded, "named text styles inside HTML are not applied");
        }
    }

    fn markdown<T>(&mut self, place: &Place<'_>, read: impl FnOnce(&mut markdown::Names<'_>) -> T) -> T {
        let (source, document) = (&mut *self.source, self.document);
        let mut link = |address: &str| source.link(address, place);
        let style = |name: &str| named(document, name).map_or_else(Vec::new, |style| marks(&style));
        read(&mut markdown::Names { link: &mut link, style: &style })
    }

    /// The ranges of plain text that have a style or a link.
    fn ranges(&mut self, json: &J, place: &Place<'_>) -> Vec<Range> {
        let mut found = Vec::new();
        each(json, "inlineTextStyles", place, |item, _| {
            let Some(style) = item.field("textStyle").and_then(|style| self.style(style)) else { return };
            found.extend(marks(&style).into_iter().filter_map(|mark| range(item, Effect::Mark(mark))));
        });
        each(json, "additions", place, |item, place| {
            let address = first_string(item, &["URL", "url"]);
            if string_at(item, "type").is_some_and(|kind| kind != "link") || address.is_none() {
                self.source.dropped(place, "an addition other than a link");
                return;
            }
            let href = address.and_then(|address| self.source.link(&address, place));
            found.extend(href.and_then(|href| range(item, Effect::Link(href))));
        });
        found
    }

    /// A style, itself or by its name.
    fn style(&self, style: J) -> Option<J> {
        match style.string() {
            Some(name) => named(self.document, &name),
            None => Some(style),
        }
    }

    /// Applies the style of a whole component to its paragraphs.
    pub(super) fn styled(&self, json: &J, blocks: &mut [Block]) {
        let Some(style) = json.field("textStyle").and_then(|style| self.style(style)) else { return };
        let marks = marks(&style);
        let mut drop = style.field("dropCapStyle").is_some();
        for block in blocks {
            if let BlockKind::Paragraph { text, drop_cap, .. } = &mut block.kind {
                *drop_cap = std::mem::take(&mut drop);
                for mark in &marks {
                    *text = Text(vec![Inline::Marked { mark: *mark, text: std::mem::take(text) }]);
                }
            }
        }
    }
}

/// The text style of that name. A style may be named after anything, but not reach into the document by a path.
fn named<J: Json>(document: &J, name: &str) -> Option<J> {
    ["textStyles", "componentTextStyles"].iter().find_map(|styles| document.field(styles)?.field(name))
}

/// The marks that a style amounts to (`TextStyle`); colours and sizes amount to none.
fn marks<J: Json>(style: &J) -> Vec<Mark> {
    let is = |name: &str, words: &[&str]| {
        let value = string_at(style, name).unwrap_or_default();
        words.iter().any(|word| value.contains(word))
    };
    let on = |name: &str| {
        let value = style.field(name);
        value.is_some_and(|value| value.boolean().unwrap_or(value.kind() == Kind::Object))
    };
    let heavy = at(style, "fontWeight").and_then(|weight| weight.numeric()).is_some_and(|weight| weight >= 600.0);
    let found = [
        (
            Mark::Strong,
            heavy || is("fontWeight", &["bold", "black", "heavy"]) || is("fontName", &["Bold", "Black", "Heavy"]),
        ),
        (Mark::Em, is("fontStyle", &["italic", "oblique"]) || is("fontName", &["Italic", "Oblique"])),
        (Mark::Underline, on("underline")),
        (Mark::Strike, on("strikethrough")),
        (Mark::Sup, is("verticalAlignment", &["superscript"])),
        (Mark::Sub, is("verticalAlignment", &["subscript"])),
    ];
    found.into_iter().filter_map(|(mark, applies)| applies.then_some(mark)).collect()
}

/// Where an effect applies; without a range everywhere.
fn range<J: Json>(json: &J, effect: Effect) -> Option<Range> {
    let number = |name| json.field(name).and_then(|value| value.numeric());
    let (start, length) = (number("rangeStart").unwrap_or(0.0), number("rangeLength").unwrap_or(f64::MAX));
    // A cast of what is too great gives the greatest.
    (start >= 0.0 && length > 0.0).then_some(Range { start: start as usize, length: length as usize, effect })
}
