//! The part of Markdown that Apple News Format has ("Using Markdown with Apple News Format").
//!
//! 1. [`blocks`] goes line by line: paragraphs, headings, lists, quotations, dividers. What stands in a list item or in a
//!    quotation is read the same way.
//! 2. [`inlines`] goes through a paragraph: emphasis, code, links, `[text]{style}`, escapes. A sign without its partner is
//!    only a character.

use super::ranges::broken;
use crate::model::block::{Block, BlockKind, Item};
use crate::model::inline::Mark;
use crate::model::{Inline, Link, Text};

/// What the text may name.
pub(super) struct Names<'a> {
    /// The link to an address, unless that is refused.
    pub(super) link: &'a mut dyn FnMut(&str) -> Option<Link>,
    /// The marks of a text style.
    pub(super) style: &'a dyn Fn(&str) -> Vec<Mark>,
}

/// Deepest nesting of lists, quotations or marks; what lies deeper is plain.
const DEEPEST: usize = 8;

/// Longest text or address in brackets: a thousand brackets that never close must not each look at all that follows.
const LONGEST: usize = 2000;

/// Signs around text, longer ones first.
const SIGNS: [(&str, Mark); 6] = [
    ("**", Mark::Strong),
    ("__", Mark::Strong),
    ("~~", Mark::Strike),
    ("*", Mark::Em),
    ("_", Mark::Em),
    ("`", Mark::Code),
];

/// What the lines so far belong to.
enum Open {
    Nothing,
    Paragraph(String),
    Quote(String),
    List(bool, Vec<String>),
}

/// The blocks of a text.
pub(super) fn blocks(text: &str, names: &mut Names<'_>) -> Vec<Block> {
    nested(text, 0, names)
}

/// The text as one line.
pub(super) fn single(text: &str, names: &mut Names<'_>) -> Text {
    // A heading's own signs are no part of what it says.
    let line = text.trim();
    let line = line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#')).unwrap_or(line);
    inlines(&one_line(line), 0, false, names)
}

/// Lines as one; U+2028, which breaks it, stays.
fn one_line(text: &str) -> String {
    let words = text.split([' ', '\n', '\r', '\t']).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ")
}

fn nested(text: &str, depth: usize, names: &mut Names<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut open = Open::Nothing;
    for line in text.lines() {
        let trimmed = line.trim();
        let indented = line.starts_with("  ") || line.starts_with('\t');
        if let (Open::List(_, items), true) = (&mut open, indented && !trimmed.is_empty()) {
            if let Some(last) = items.last_mut() {
                last.push('\n');
                // One step of indentation belongs to the list.
                let step = line.bytes().take(4).take_while(u8::is_ascii_whitespace).count();
                last.push_str(line.get(step..).unwrap_or(trimmed));
            }
            continue;
        }
        let level = trimmed.bytes().take_while(|byte| *byte == b'#').count();
        let heading = trimmed.get(level..).filter(|rest| (1..=6).contains(&level) && rest.starts_with(' '));
        if trimmed.is_empty() {
            close(&mut open, depth, names, &mut blocks);
        } else if let Some(heading) = heading {
            close(&mut open, depth, names, &mut blocks);
            let text = inlines(heading.trim_end_matches('#').trim(), 0, false, names);
            blocks.push(BlockKind::Heading { text, level: level as u8 }.into());
        } else if is_rule(trimmed) {
            close(&mut open, depth, names, &mut blocks);
            blocks.push(BlockKind::Divider {}.into());
        } else if let Some(quoted) = trimmed.strip_prefix('>').filter(|_| depth < DEEPEST) {
            let quoted = quoted.strip_prefix(' ').unwrap_or(quoted);
            match &mut open {
                Open::Quote(lines) => *lines = [lines, "\n", quoted].concat(),
                _ => {
                    close(&mut open, depth, names, &mut blocks);
                    open = Open::Quote(quoted.to_owned());
                }
            }
        } else if let Some((ordered, item)) = item(trimmed).filter(|_| depth < DEEPEST) {
            match &mut open {
                Open::List(known, items) if *known == ordered => items.push(item.to_owned()),
                _ => {
                    close(&mut open, depth, names, &mut blocks);
                    open = Open::List(ordered, vec![item.to_owned()]);
                }
            }
        } else {
            match &mut open {
                Open::Paragraph(lines) | Open::Quote(lines) => *lines = [lines, "\n", trimmed].concat(),
                Open::List(_, items) => items.last_mut().into_iter().for_each(|last| {
                    last.push('\n');
                    last.push_str(trimmed);
                }),
                Open::Nothing => open = Open::Paragraph(trimmed.to_owned()),
            }
        }
    }
    close(&mut open, depth, names, &mut blocks);
    blocks
}

fn close(open: &mut Open, depth: usize, names: &mut Names<'_>, blocks: &mut Vec<Block>) {
    let kind = match std::mem::replace(open, Open::Nothing) {
        Open::Nothing => return,
        Open::Paragraph(lines) => {
            let text = inlines(&one_line(&lines), 0, false, names);
            BlockKind::Paragraph { text, role: None, drop_cap: false }
        }
        Open::Quote(lines) => BlockKind::Quote {
            blocks: nested(&lines, depth + 1, names),
            citation: Text::default(),
            url: None,
            pull: false,
        },
        Open::List(ordered, items) => {
            let items = items.iter().map(|item| Item { blocks: nested(item, depth + 1, names), checked: None });
            BlockKind::List { ordered, start: None, items: items.collect() }
        }
    };
    blocks.push(kind.into());
}

/// A line of three or more hyphens or asterisks.
fn is_rule(line: &str) -> bool {
    let signs = |sign| line.len() >= 3 && line.chars().all(|c| c == sign);
    signs('-') || signs('*') || signs('_')
}

/// Whether the item is numbered, and what follows its sign.
fn item(line: &str) -> Option<(bool, &str)> {
    if let Some(item) = ["- ", "* ", "+ "].iter().find_map(|sign| line.strip_prefix(sign)) {
        return Some((false, item));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let item = line.get(digits..)?.strip_prefix(". ")?;
    (1..=9).contains(&digits).then_some((true, item))
}

/// The marks, links and escapes of a line.
fn inlines(text: &str, depth: usize, in_link: bool, names: &mut Names<'_>) -> Text {
    let mut out = Vec::new();
    let mut plain = String::new();
    let mut rest = text;
    // A partner that is missing once is missing for all that follows.
    let mut missing = [depth >= DEEPEST; SIGNS.len()];
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        if let Some(escaped) = after.chars().next().filter(|next| c == '\\' && next.is_ascii_punctuation()) {
            plain.push(escaped);
            rest = after.get(1..).unwrap_or_default();
            continue;
        }
        let before = plain.chars().next_back();
        let found = match c {
            '[' if depth < DEEPEST => bracket(after, depth, in_link, names),
            '*' | '_' | '~' | '`' => signed(rest, depth, in_link, &mut missing, names),
            _ => None,
        };
        match found {
            Some((inlines, after)) => {
                append(&mut out, broken(&plain).0);
                plain.clear();
                append(&mut out, inlines);
                rest = after;
            }
            None => {
                plain.push(c);
                rest = after;
                // The second of two signs does not begin anything of its own.
                if before != Some(c) && matches!(c, '*' | '_' | '~') && rest.starts_with(c) {
                    plain.push(c);
                    rest = rest.get(1..).unwrap_or_default();
                }
            }
        }
    }
    append(&mut out, broken(&plain).0);
    Text(out)
}

/// Puts pieces after others; what is plain on both sides becomes one.
fn append(out: &mut Vec<Inline>, inlines: Vec<Inline>) {
    for inline in inlines {
        match (out.last_mut(), inline) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, inline) => out.push(inline),
        }
    }
}

/// Text between two signs, and what follows it.
fn signed<'t>(
    rest: &'t str,
    depth: usize,
    in_link: bool,
    missing: &mut [bool],
    names: &mut Names<'_>,
) -> Option<(Vec<Inline>, &'t str)> {
    let (index, &(sign, mark)) = SIGNS.iter().enumerate().find(|(_, (sign, _))| rest.starts_with(sign))?;
    let inner = rest.get(sign.len()..)?;
    let known = missing.get_mut(index).filter(|missing| !**missing)?;
    if inner.starts_with(char::is_whitespace) {
        return None;
    }
    let Some(end) = partner(inner, sign) else {
        *known = true;
        return None;
    };
    let (inner, after) = inner.split_at_checked(end)?;
    let text = if mark == Mark::Code { Text::plain(inner) } else { inlines(inner, depth + 1, in_link, names) };
    Some((vec![Inline::Marked { mark, text }], after.get(sign.len()..)?))
}

/// Where the sign is that ends what one has begun: not after a space, and an underscore not inside a word.
fn partner(text: &str, sign: &str) -> Option<usize> {
    let first = sign.chars().next()?;
    let mut previous = ' ';
    let mut at = 0;
    while let Some(c) = text.get(at..)?.chars().next() {
        let rest = text.get(at..)?;
        let run = rest.chars().take_while(|next| *next == first).count();
        let next = rest.chars().nth(run);
        if c == '\\' && sign != "`" {
            at += 1 + rest.chars().nth(1).map_or(0, char::len_utf8);
        } else if run > 0 {
            let inside_word = first == '_' && next.is_some_and(char::is_alphanumeric);
            // Two signs are no single one; of three the last belong to this.
            let fits = if sign.len() == 1 { run % 2 == 1 || first == '`' } else { run >= 2 };
            if fits && at > 0 && !previous.is_whitespace() && !inside_word {
                return Some(at + run - sign.len());
            }
            at += run;
        } else {
            at += c.len_utf8();
        }
        previous = c;
    }
    None
}

/// `[text](address)` or `[text]{style}`, after its first bracket, and what follows it.
fn bracket<'t>(rest: &'t str, depth: usize, in_link: bool, names: &mut Names<'_>) -> Option<(Vec<Inline>, &'t str)> {
    let end = closing(rest, '[', ']').filter(|end| *end > 0)?;
    let (text, after) = rest.split_at_checked(end)?;
    let after = after.get(1..)?;
    if let Some(style) = after.strip_prefix('{') {
        let (name, after) = style.split_once('}')?;
        let text = inlines(text, depth + 1, in_link, names);
        let marks = (names.style)(name.trim());
        let styled = marks.into_iter().fold(text, |text, mark| Text(vec![Inline::Marked { mark, text }]));
        return Some((styled.0, after));
    }
    let address = after.strip_prefix('(')?;
    let (address, after) = address.split_at_checked(closing(address, '(', ')')?)?;
    let address = address.split_whitespace().next()?.trim_start_matches('<').trim_end_matches('>');
    let text = inlines(text, depth + 1, true, names);
    let href = if in_link { None } else { (names.link)(address) };
    let inlines = match href {
        Some(href) => vec![Inline::Link { href, text, title: None }],
        None => text.0,
    };
    Some((inlines, after.get(1..)?))
}

/// Where the bracket is that closes one opened before, if it is near.
fn closing(text: &str, open: char, close: char) -> Option<usize> {
    let mut level = 0;
    let mut escaped = false;
    for (at, c) in text.char_indices().take(LONGEST) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == open => level += 1,
            _ if c == close && level == 0 => return Some(at),
            _ if c == close => level -= 1,
            _ => {}
        }
    }
    None
}
