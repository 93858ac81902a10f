//! Texts of Article JSON.

use super::Native;
use crate::ingest::fields::{Fields, Place, without_overrides};
use crate::ingest::{Json, Kind};
use crate::model::inline::Mark;
use crate::model::url::Use;
use crate::model::{Fate, Inline, Locale, MAX_DEPTH, SafeUrl, Text};

/// The fields in which text can stand, in reading order; what is nested too deep is gathered from them.
const TEXT_FIELDS: [&str; 10] =
    ["heading", "title", "summary", "text", "blocks", "items", "columns", "head", "body", "caption"];

impl<J: Json> Native<J> {
    /// The text of a field, empty when it is missing.
    pub(super) fn text_field(&mut self, fields: &Fields<'_, J>, name: &'static str, depth: usize) -> Text {
        let Some(value) = fields.take(name, &mut self.reading) else { return Text::default() };
        let text = self.text(&value, &Place::Field(fields.place, name), depth);
        // White space alone is nothing to show.
        if text.0.iter().all(|inline| matches!(inline, Inline::Text(text) if text.trim().is_empty())) {
            return Text::default();
        }
        text
    }

    /// A string, or a list of strings and inline objects.
    pub(super) fn text(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Text {
        let mut text = Vec::new();
        if json.kind() == Kind::Array {
            for index in 0..json.len() {
                if let Some(item) = json.item(index) {
                    self.push_inline(&item, &Place::Index(place, index), depth, &mut text);
                }
            }
        } else {
            self.push_inline(json, place, depth, &mut text);
        }
        Text(text)
    }

    fn push_inline(&mut self, json: &J, place: &Place<'_>, depth: usize, text: &mut Vec<Inline>) {
        match json.kind() {
            Kind::String => {
                let plain = json.string().unwrap_or_default();
                let plain = if self.label { without_overrides(&plain) } else { plain };
                if !plain.is_empty() {
                    text.push(Inline::Text(plain));
                }
            }
            Kind::Number => text.extend(json.text().map(Inline::Text)),
            Kind::Object | Kind::Array if depth >= MAX_DEPTH => {
                self.reading.note(place, Fate::Downgraded, "nested too deep: only its text is kept");
                text.push(Inline::Text(gathered(json)));
            }
            Kind::Object => text.extend(self.inline(json, place, depth + 1)),
            Kind::Null => {}
            Kind::Array | Kind::Bool => {
                self.reading.dropped(place, format_args!("expected text, found {}", json.kind().name()));
            }
        }
    }

    fn inline(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Option<Inline> {
        let fields = Fields::new(json, place, &self.reading);
        let name = fields.string("type", &mut self.reading).unwrap_or_default();
        let inline = self.inline_of(&name, &fields, json, depth);
        if inline.is_none() && !matches!(name.as_str(), "image" | "math") {
            self.reading.dropped(place, format_args!("`{name}` lacks what it needs"));
        }
        // Pictures and formulas read their own object and note what is unknown in it.
        if !matches!(name.as_str(), "image" | "math") {
            fields.finish(&mut self.reading);
        }
        inline
    }

    fn inline_of(&mut self, name: &str, fields: &Fields<'_, J>, json: &J, depth: usize) -> Option<Inline> {
        if let Some(mark) = Mark::from_name(name) {
            return Some(Inline::Marked { mark, text: self.some_text(fields, depth)? });
        }
        Some(match name {
            "link" => {
                let href = fields.link("href", &mut self.reading);
                let title = fields.label("title", &mut self.reading);
                let before = std::mem::replace(&mut self.label, true);
                let text = self.text_field(fields, "text", depth);
                self.label = before;
                match href {
                    Some(href) if !text.is_empty() => Inline::Link { href, text, title },
                    // Its address was refused and noted; what it says stays.
                    _ if !text.is_empty() => plain(text),
                    _ => return None,
                }
            }
            "abbr" => {
                let title = fields.label("title", &mut self.reading);
                let text = self.some_text(fields, depth)?;
                match title {
                    Some(title) => Inline::Abbr { text, title },
                    None => plain(text),
                }
            }
            "time" => {
                let datetime = fields.string("datetime", &mut self.reading);
                let text = self.some_text(fields, depth)?;
                match datetime {
                    Some(datetime) => Inline::Time { text, datetime },
                    None => plain(text),
                }
            }
            "break" => Inline::Break {},
            "image" => Inline::Image(self.image(json, fields.place)?),
            "math" => {
                let Some(extras) = self.extras else {
                    self.incomplete = true;
                    return None;
                };
                Inline::Math((extras.math)(self, json, fields.place)?)
            }
            "note" => Inline::Note { id: fields.string("ref", &mut self.reading)? },
            "mention" => {
                let href: Option<SafeUrl> = fields.url("href", Use::Link, &mut self.reading);
                Inline::Mention { text: self.some_text(fields, depth)?, href }
            }
            "ruby" => {
                let reading = fields.string("reading", &mut self.reading);
                let text = self.some_text(fields, depth)?;
                match reading {
                    Some(reading) => Inline::Ruby { text, reading },
                    None => plain(text),
                }
            }
            "span" => {
                let locale = fields.locale(&mut self.reading);
                Inline::Span { text: self.some_text(fields, depth)?, locale }
            }
            "anchor" => Inline::Anchor { id: fields.string("id", &mut self.reading)? },
            "unknown" => {
                let name = fields.string("name", &mut self.reading).unwrap_or_default();
                Inline::Unknown { name, text: self.some_text(fields, depth)? }
            }
            _ => {
                let text = self.some_text(fields, depth)?;
                self.reading.note(
                    fields.place,
                    Fate::Downgraded,
                    format_args!("unknown type `{name}`: only its text is kept"),
                );
                Inline::Unknown { name: name.to_owned(), text }
            }
        })
    }

    fn some_text(&mut self, fields: &Fields<'_, J>, depth: usize) -> Option<Text> {
        let text = self.text_field_raw(fields, depth);
        if text.is_empty() { None } else { Some(text) }
    }

    /// Marks keep a text of white space alone: it separates words.
    fn text_field_raw(&mut self, fields: &Fields<'_, J>, depth: usize) -> Text {
        match fields.take("text", &mut self.reading) {
            Some(value) => self.text(&value, &Place::Field(fields.place, "text"), depth),
            None => Text::default(),
        }
    }
}

/// What lacks its companion keeps its text.
fn plain(text: Text) -> Inline {
    Inline::Span { text, locale: Locale::default() }
}

/// Every string in a value, in reading order, without recursion: it may be nested ten thousand deep.
pub(super) fn gathered<J: Json>(json: &J) -> String {
    let mut out = String::new();
    let mut stack: Vec<J> = Vec::new();
    push_children(json, &mut stack);
    while let Some(value) = stack.pop() {
        if let Some(text) = value.string() {
            if !out.is_empty() && !out.ends_with(char::is_whitespace) {
                out.push(' ');
            }
            out.push_str(&text);
        } else {
            push_children(&value, &mut stack);
        }
    }
    out
}

fn push_children<J: Json>(value: &J, stack: &mut Vec<J>) {
    match value.kind() {
        Kind::Array => stack.extend((0..value.len()).rev().filter_map(|index| value.item(index))),
        Kind::Object => stack.extend(TEXT_FIELDS.iter().rev().filter_map(|name| value.field(name))),
        _ => {}
    }
}
