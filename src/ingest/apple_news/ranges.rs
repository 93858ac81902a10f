//! Plain text whose marks and links are ranges of its characters (`InlineTextStyle`, `Link`).
//!
//! A range counts UTF-16 code units, as the strings of Apple's systems do: an emoji counts two or more. One that ends
//! beyond the text or inside a character is cut to what is there.

use crate::model::block::{Block, BlockKind};
use crate::model::inline::Mark;
use crate::model::{Inline, Link, Text};

/// What a range does to its text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Effect {
    /// Marks it.
    Mark(Mark),
    /// Leads elsewhere.
    Link(Link),
}

/// A range of UTF-16 code units.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Range {
    pub(super) start: usize,
    pub(super) length: usize,
    pub(super) effect: Effect,
}

/// A range in bytes.
struct Span<'a> {
    start: usize,
    end: usize,
    effect: &'a Effect,
}

/// The paragraphs of a text: one ends at an empty line, and where there is none, at each line.
pub(super) fn paragraphs(text: &str, ranges: &[Range]) -> Vec<Block> {
    let spans = spans(text, ranges);
    let lines = lines(text);
    // Empty lines at the ends separate nothing.
    let inner = lines.iter().position(|line| line.0 < line.1).unwrap_or(0);
    let outer = lines.iter().rposition(|line| line.0 < line.1).map_or(0, |last| last + 1);
    let lines = lines.get(inner..outer).unwrap_or_default();
    let spaced = lines.iter().any(|line| line.0 == line.1);
    let groups = lines.split(|line| line.0 == line.1);
    let paragraphs = groups.flat_map(|group| group.chunks(if spaced { group.len().max(1) } else { 1 }));
    let texts = paragraphs.map(|lines| {
        let mut inlines = Vec::new();
        for (index, &(start, end)) in lines.iter().enumerate() {
            if index > 0 {
                inlines.push(Inline::Break {});
            }
            line(text, start, end, &spans, &mut inlines);
        }
        Text(inlines)
    });
    let texts = texts.filter(|text| !text.is_empty());
    texts.map(|text| BlockKind::Paragraph { text, role: None, drop_cap: false }.into()).collect()
}

/// The text as one line.
pub(super) fn single(text: &str, ranges: &[Range]) -> Text {
    let mut inlines = Vec::new();
    for block in paragraphs(text, ranges) {
        if let BlockKind::Paragraph { text, .. } = block.kind {
            if !inlines.is_empty() {
                inlines.push(Inline::Break {});
            }
            inlines.extend(text.0);
        }
    }
    Text(inlines)
}

/// Where the lines are, without the white space around them.
fn lines(text: &str) -> Vec<(usize, usize)> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let from = start + (line.len() - line.trim_start().len());
        lines.push((from, from + line.trim().len()));
        start += line.len() + 1;
    }
    lines
}

/// Text in which U+2028 breaks the line.
pub(super) fn broken(text: &str) -> Text {
    let mut inlines = Vec::new();
    for (index, line) in text.split('\u{2028}').enumerate() {
        if index > 0 {
            inlines.push(Inline::Break {});
        }
        inlines.extend(Text::plain(line).0);
    }
    Text(inlines)
}

/// The ranges in bytes. Those without text are left out.
fn spans<'a>(text: &str, ranges: &'a [Range]) -> Vec<Span<'a>> {
    // Where each character begins, in UTF-16 and in bytes.
    let mut begins: Vec<(usize, usize)> = Vec::new();
    if !ranges.is_empty() {
        let mut units = 0;
        for (at, c) in text.char_indices() {
            begins.push((units, at));
            units += c.len_utf16();
        }
        begins.push((units, text.len()));
    }
    let byte = |unit: usize, up: bool| {
        let index = begins.partition_point(|begin| begin.0 < unit);
        match begins.get(index) {
            Some(begin) if begin.0 == unit || up => begin.1,
            Some(_) => index.checked_sub(1).and_then(|index| begins.get(index)).map_or(0, |begin| begin.1),
            None => text.len(),
        }
    };
    let spans = ranges.iter().map(|range| Span {
        start: byte(range.start, false),
        end: byte(range.start.saturating_add(range.length), true),
        effect: &range.effect,
    });
    spans.filter(|span| span.start < span.end).collect()
}

/// Puts a line into `inlines`: cut where a range begins or ends; the pieces of one link stay together.
fn line(text: &str, start: usize, end: usize, spans: &[Span<'_>], inlines: &mut Vec<Inline>) {
    let mut cuts = vec![start, end];
    let here: Vec<_> = spans.iter().filter(|span| span.start < end && span.end > start).collect();
    cuts.extend(here.iter().flat_map(|span| [span.start, span.end]).filter(|cut| (start..end).contains(cut)));
    cuts.sort_unstable();
    cuts.dedup();
    let mut open: Option<(&Span<'_>, Vec<Inline>)> = None;
    for pair in cuts.windows(2) {
        let &[from, to] = pair else { continue };
        let active = here.iter().filter(|span| span.start <= from && span.end >= to);
        let mut link = None;
        let mut piece = broken(text.get(from..to).unwrap_or_default());
        let mut marks: Vec<Mark> = Vec::new();
        for span in active {
            match span.effect {
                Effect::Mark(mark) if !marks.contains(mark) => {
                    marks.push(*mark);
                    piece = Text(vec![Inline::Marked { mark: *mark, text: piece }]);
                }
                Effect::Mark(_) => {}
                // Of two links on one text the first holds.
                Effect::Link(_) => link = link.or(Some(*span)),
            }
        }
        match (&mut open, link) {
            (Some((known, pieces)), Some(link)) if std::ptr::eq(*known, link) => pieces.extend(piece.0),
            (_, link) => {
                close(&mut open, inlines);
                match link {
                    Some(link) => open = Some((link, piece.0)),
                    None => inlines.extend(piece.0),
                }
            }
        }
    }
    close(&mut open, inlines);
}

fn close(open: &mut Option<(&Span<'_>, Vec<Inline>)>, inlines: &mut Vec<Inline>) {
    if let Some((Span { effect: Effect::Link(href), .. }, pieces)) = open.take() {
        inlines.push(Inline::Link { href: href.clone(), text: Text(pieces), title: None });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn mark(start: usize, length: usize, mark: Mark) -> Range {
        Range { start, length, effect: Effect::Mark(mark) }
    }

    fn link(start: usize, length: usize) -> Range {
        Range { start, length, effect: Effect::Link(Link::Fragment("weir".to_owned())) }
    }

    fn read(text: &str, ranges: &[Range]) -> Value {
        serde_json::to_value(single(text, ranges)).unwrap()
    }

    #[test]
    fn ranges_count_utf16() {
        let text = "The 🌊🌉 rises by 3 m";
        assert_eq!(
            read(text, &[mark(4, 4, Mark::Strong), mark(9, 5, Mark::Em)]),
            json!(["The ", { "type": "strong", "text": "🌊🌉" }, " ", { "type": "em", "text": "rises" }, " by 3 m"])
        );
        let family = "👩\u{200D}🌾 mills";
        assert_eq!(family.encode_utf16().count(), 11);
        assert_eq!(read(family, &[mark(6, 5, Mark::Em)]), json!(["👩\u{200D}🌾 ", { "type": "em", "text": "mills" }]));
    }

    #[test]
    fn ranges_are_cut_to_the_text() {
        assert_eq!(read("weir", &[mark(2, 900, Mark::Em)]), json!(["we", { "type": "em", "text": "ir" }]));
        assert_eq!(read("weir", &[mark(9, 2, Mark::Em), mark(1, 0, Mark::Em)]), json!("weir"));
        // Half an emoji is the whole of it.
        assert_eq!(read("a🌊b", &[mark(2, 1, Mark::Em)]), json!(["a", { "type": "em", "text": "🌊" }, "b"]));
        assert_eq!(read("weir", &[mark(usize::MAX, usize::MAX, Mark::Em)]), json!("weir"));
        assert_eq!(read("", &[mark(0, 4, Mark::Em)]), json!(""));
    }

    #[test]
    fn overlapping_ranges_nest() {
        assert_eq!(
            read("abcdef", &[mark(0, 4, Mark::Strong), mark(2, 4, Mark::Em)]),
            json!([
                { "type": "strong", "text": "ab" },
                { "type": "em", "text": [{ "type": "strong", "text": "cd" }] },
                { "type": "em", "text": "ef" },
            ])
        );
    }

    #[test]
    fn a_link_stays_one_link() {
        let bold_in_link = read("see the weir now", &[link(4, 8), mark(8, 4, Mark::Strong)]);
        let text = json!(["the ", { "type": "strong", "text": "weir" }]);
        assert_eq!(bold_in_link, json!(["see ", { "type": "link", "href": "#weir", "text": text }, " now"]));
        // The same range twice is one link.
        let twice = read("weir", &[link(0, 4), link(0, 4)]);
        assert_eq!(twice, json!([{ "type": "link", "href": "#weir", "text": "weir" }]));
    }

    #[test]
    fn empty_lines_part_paragraphs_and_where_there_are_none_lines_do() {
        let count = |text: &str| paragraphs(text, &[]).len();
        assert_eq!(count("one\n\ntwo\nstill two\r\n\r\n\r\nthree\n"), 3);
        assert_eq!(count("one\ntwo\n"), 2);
        assert_eq!(count("\n\none\ntwo"), 2);
        assert_eq!(count(" \n "), 0);
        assert_eq!(count("one\u{2028}still one"), 1);
        assert_eq!(read("one\u{2028}two", &[]), json!(["one", { "type": "break" }, "two"]));
    }

    #[test]
    fn a_range_across_paragraphs_is_in_both() {
        let blocks = serde_json::to_value(paragraphs("🌊 one\n\ntwo", &[mark(3, 6, Mark::Em)])).unwrap();
        assert_eq!(blocks[0]["text"], json!(["🌊 ", { "type": "em", "text": "one" }]));
        assert_eq!(blocks[1]["text"], json!([{ "type": "em", "text": "t" }, "wo"]));
    }
}
