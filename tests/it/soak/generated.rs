//! Sound documents, drawn by lot.
//!
//! 1. [`document`] is one of a format (`bad_input::shapes`), paragraphs within up to five levels, or Article JSON
//!    with sections, [`block`]s of all kinds that hold text, and inline marks.
//! 2. Every word of it is of [`Words`]: some word, and an ending with a number of its own, which [`missing`] finds again.

use crate::bad_input::shapes::{SHAPES, Title};
use crate::soup::dice::Dice;
use gatefold::ingest::format::Format;
use serde_json::{Value, json};

/// A document.
pub(super) struct Made {
    pub(super) json: Value,
    /// How a publisher says what it is, where it cannot be told.
    pub(super) given: Option<Format>,
    /// How many words it has.
    pub(super) words: usize,
}

/// What words begin with: in several scripts, with marks, emoji and what HTML would take for its own.
const STEMS: [&str; 16] = [
    "pond",
    "Wasser",
    "œuvre",
    "мельница",
    "水車",
    "מים",
    "ماء",
    "जल",
    "น้ำ",
    "🌊",
    "e\u{301}tang",
    "fjørd",
    "5€",
    "don’t",
    "naïve",
    "A1",
];

/// What an ending begins with; no stem has it.
const ENDING: &str = "zq";

/// How many letters of an ending say its number.
const LETTERS: usize = 3;

struct Words(usize);

impl Words {
    /// A word that stands nowhere else.
    fn one(&mut self, dice: &mut Dice) -> String {
        let mut ending = [b'a'; LETTERS];
        let mut rest = self.0;
        for letter in ending.iter_mut().rev() {
            *letter += (rest % 26) as u8;
            rest /= 26;
        }
        self.0 += 1;
        format!("{}{ENDING}{}", dice.one_of(&STEMS), String::from_utf8_lossy(&ending))
    }

    /// Up to so many of them.
    fn some(&mut self, most: usize, dice: &mut Dice) -> String {
        let count = 1 + dice.below(most);
        (0..count).map(|_| self.one(dice)).collect::<Vec<_>>().join(" ")
    }
}

/// The numbers of the words that are not in a text.
pub(super) fn missing(text: &str, words: usize) -> Vec<usize> {
    let mut found = vec![false; words];
    for (at, _) in text.match_indices(ENDING) {
        let ending = text.as_bytes().iter().skip(at + ENDING.len()).take(LETTERS);
        let number = ending.fold(0, |sum, letter| sum * 26 + usize::from(letter.wrapping_sub(b'a')));
        if let Some(found) = found.get_mut(number) {
            *found = true;
        }
    }
    (0..words).filter(|number| !found[*number]).collect()
}

pub(super) fn document(dice: &mut Dice) -> Made {
    if dice.below(2) == 0 { article_json(dice) } else { of_a_format(dice) }
}

/// Paragraphs, some of them within others.
fn of_a_format(dice: &mut Dice) -> Made {
    let shape = dice.one_of(&SHAPES);
    let mut words = Words(0);
    let title = if shape.title == Title::None { String::new() } else { words.some(9, dice) };
    let mut body = Vec::new();
    for _ in 0..=dice.below(12) {
        let mut piece = (shape.paragraph)(&words.some(30, dice));
        // A list of Editor.js takes no paragraph into itself, and Portable Text is known by a paragraph.
        let flat = shape.format == Format::EditorJs || shape.format == Format::PortableText && body.is_empty();
        let levels = if flat { 0 } else { [0, 0, 0, 1, 2, 5][dice.below(6)] };
        for _ in 0..levels {
            piece = (shape.around)(piece);
        }
        body.push(piece);
    }
    Made { json: (shape.document)(&title, body), given: Some(shape.format), words: words.0 }
}

/// Sections with headings at any level, some of which have the same name, or an id.
fn article_json(dice: &mut Dice) -> Made {
    let mut words = Words(0);
    let mut json =
        json!({ "gatefold": 1, "title": inline(&mut words, dice), "standfirst": words.some(20, dice), "sections": [] });
    let mut sections = Vec::new();
    for _ in 0..=dice.below(8) {
        let blocks: Vec<Value> = (0..=dice.below(5)).map(|_| block(&mut words, dice, 0)).collect();
        let mut section = json!({ "blocks": blocks });
        match dice.below(4) {
            0 => {}
            1 => section["heading"] = json!(dice.one_of(&["One", "one", "One 2", "", "?", "水車"])),
            _ => section["heading"] = inline(&mut words, dice),
        }
        if dice.below(2) == 0 {
            section["level"] = json!(dice.below(9));
        }
        if dice.below(3) == 0 {
            section["id"] = json!(dice.one_of(&["one", "One", "a b", "%", "one-2", "gf-one"]));
        }
        sections.push(section);
    }
    json["sections"] = sections.into();
    Made { json, given: None, words: words.0 }
}

/// Text with marks in it, and marks in those.
fn inline(words: &mut Words, dice: &mut Dice) -> Value {
    if dice.below(2) == 0 {
        return words.some(12, dice).into();
    }
    let marks = [
        "em",
        "strong",
        "underline",
        "highlight",
        "small",
        "code",
        "kbd",
        "sup",
        "q",
        "cite",
        "span",
        "unknown",
        "bdi",
    ];
    let piece = |words: &mut Words, dice: &mut Dice| {
        let text = words.some(4, dice);
        match dice.below(5) {
            0 | 1 => json!(text),
            2 => json!({ "type": "link", "href": "https://example.org/a", "text": text }),
            3 => json!({ "type": dice.one_of(&marks), "text": text }),
            _ => {
                json!({ "type": dice.one_of(&marks), "text": [words.one(dice), { "type": dice.one_of(&marks), "text": text }] })
            }
        }
    };
    let pieces: Vec<Value> = (0..=dice.below(5)).map(|_| piece(words, dice)).collect();
    pieces.into()
}

/// A block of any kind that holds text.
fn block(words: &mut Words, dice: &mut Dice, depth: usize) -> Value {
    // What holds blocks comes last, and not without end.
    let kinds = if depth < 3 { 17 } else { 10 };
    let kind = dice.below(kinds);
    if kind < 10 {
        let text = inline(words, dice);
        return match kind {
            0 | 1 => text,
            2 => json!({ "type": "paragraph", "role": "lead", "text": text }),
            3 => json!({ "type": "heading", "level": dice.below(9), "text": text }),
            4 => json!({ "type": "list", "items": [text, inline(words, dice)] }),
            5 => json!({ "type": "preformatted", "text": text }),
            6 => json!({ "type": "code", "code": words.some(9, dice), "language": "rust", "caption": text }),
            7 => json!({ "type": "fact", "value": words.one(dice), "text": text }),
            8 => json!({ "type": "never-heard-of", "text": text }),
            _ => table(text, words, dice),
        };
    }
    let blocks: Vec<Value> = (0..=dice.below(3)).map(|_| block(words, dice, depth + 1)).collect();
    match kind {
        10 => json!({ "type": "quote", "blocks": blocks, "citation": inline(words, dice) }),
        11 => json!({ "type": "list", "ordered": true, "items": [{ "blocks": blocks }] }),
        12 => json!({ "type": "details", "summary": inline(words, dice), "blocks": blocks }),
        13 => json!({ "type": "callout", "tone": "note", "title": words.one(dice), "blocks": blocks }),
        14 => json!({ "type": "group", "title": words.one(dice), "blocks": blocks }),
        15 => json!({ "type": "columns", "columns": [{ "blocks": blocks }, { "blocks": [inline(words, dice)] }] }),
        _ => {
            json!({ "type": "definitions", "items": [{ "terms": [inline(words, dice)], "definitions": [{ "blocks": blocks }] }] })
        }
    }
}

fn table(caption: Value, words: &mut Words, dice: &mut Dice) -> Value {
    let columns = 1 + dice.below(4);
    let mut row = |_| (0..columns).map(|_| json!({ "text": words.some(3, dice) })).collect::<Vec<_>>();
    let body: Vec<_> = (0..3).map(&mut row).collect();
    json!({ "type": "table", "caption": caption, "head": [row(0)], "body": body })
}

#[test]
fn a_word_that_is_missing_is_noticed() {
    let (mut words, mut dice) = (Words(0), Dice::new(1));
    let all: Vec<_> = (0..800).map(|_| words.one(&mut dice)).collect();
    assert_eq!(missing(&all.join(" "), 800), [0_usize; 0]);
    let text = [&all[..27], &all[28..]].concat().join("");
    assert_eq!(missing(&text, 800), [27]);
}
