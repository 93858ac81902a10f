//! How long a text takes to read.
//!
//! 1. [`Count::add_blocks`] counts words, ideographs, letters of scripts without spaces, and pictures.
//! 2. [`Count::seconds`] turns them into time at the pace of the language; [`minutes`] rounds for people.

use super::inline::push_plain;
use super::script::Script;
use super::{Block, BlockKind, Image, Text};

/// Words a minute where the language says nothing else: Medium's figure for adults reading silently.
const WORDS: u32 = 265;

/// Ideographs and kana a minute (Medium, for Chinese and Japanese).
const IDEOGRAPHS: u32 = 500;

/// Letters a minute in Thai, Lao, Khmer and Burmese: IReST (below) found 68 ms a character in fourteen alphabetic
/// languages, read aloud; silent reading is about a sixth faster.
const LETTERS: u32 = 1000;

/// Words a minute by language: those read aloud in IReST (Trauzettel-Klosinski and Dietz 2012, IOVS 53:5452, table 2),
/// raised by 265/228 so that English comes out at Medium's figure for silent reading. Korean is 202 silently (Rhiu et
/// al. 2017, Korean J Ophthalmol 31:202).
const PACES: [(&str, u32); 15] = [
    ("ar", 160),
    ("de", 208),
    ("es", 253),
    ("fi", 187),
    ("fr", 227),
    ("he", 217),
    ("it", 219),
    ("ko", 202),
    ("nl", 235),
    ("pl", 193),
    ("pt", 210),
    ("ru", 214),
    ("sl", 209),
    ("sv", 231),
    ("tr", 193),
];

/// What there is to read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    /// Words between spaces.
    pub words: u32,
    /// Ideographs and kana.
    pub ideographs: u32,
    /// Letters of other scripts without spaces.
    pub letters: u32,
    /// Pictures that show something.
    pub pictures: u32,
}

impl Count {
    /// Counts a plain text.
    pub fn add(&mut self, text: &str) {
        let mut in_word = false;
        for c in text.chars() {
            if c.is_whitespace() || matches!(c, '–' | '—') {
                in_word = false;
            } else if c.is_alphanumeric() {
                match Script::of_letter(c) {
                    Script::Chinese | Script::Japanese => self.ideographs += 1,
                    Script::Thai | Script::Khmer => self.letters += 1,
                    _ if in_word => continue,
                    _ => {
                        self.words += 1;
                        in_word = true;
                        continue;
                    }
                }
                in_word = false;
            }
        }
    }

    /// Counts a text.
    pub fn add_text(&mut self, text: &Text) {
        let mut plain = String::new();
        push_plain(text, &mut plain);
        self.add(&plain);
    }

    /// Counts a picture and its caption.
    pub fn add_image(&mut self, image: &Image) {
        self.pictures += u32::from(!image.decorative);
        self.add_text(&image.caption);
    }

    /// Counts blocks and all that they hold.
    pub fn add_blocks(&mut self, blocks: &[Block]) {
        // A stack instead of recursion: nothing here depends on how deep blocks are nested.
        let mut stack = vec![blocks];
        while let Some(blocks) = stack.pop() {
            for block in blocks {
                self.add_block(&block.kind, &mut stack);
            }
        }
    }

    /// Counts what a block says itself and puts what it holds on the stack.
    fn add_block<'a>(&mut self, kind: &'a BlockKind, stack: &mut Vec<&'a [Block]>) {
        match kind {
            BlockKind::Paragraph { text, .. }
            | BlockKind::Heading { text, .. }
            | BlockKind::Preformatted { text, .. }
            | BlockKind::Paywall { text, .. }
            | BlockKind::Unknown { text, .. } => self.add_text(text),
            BlockKind::List { items, .. } => stack.extend(items.iter().map(|item| item.blocks.as_slice())),
            BlockKind::Definitions { items } => {
                for item in items {
                    item.terms.iter().for_each(|term| self.add_text(term));
                    stack.extend(item.definitions.iter().map(|definition| definition.blocks.as_slice()));
                }
            }
            BlockKind::Quote { blocks, citation: text, .. }
            | BlockKind::Details { blocks, summary: text, .. }
            | BlockKind::Group { blocks, title: text }
            | BlockKind::Callout { blocks, title: text, .. }
            | BlockKind::Live { blocks, title: text, .. } => {
                self.add_text(text);
                stack.push(blocks);
            }
            BlockKind::Correction { blocks, .. } => stack.push(blocks),
            BlockKind::Columns { columns } => stack.extend(columns.iter().map(|column| column.blocks.as_slice())),
            BlockKind::Code { code, caption, .. } => {
                self.add(code);
                self.add_text(caption);
            }
            BlockKind::Math(math) => self.add(&math.text),
            BlockKind::Image(image) => self.add_image(image),
            BlockKind::Gallery { images, caption } => {
                images.iter().for_each(|image| self.add_image(image));
                self.add_text(caption);
            }
            // How long a film runs is not known; most readers pass it by.
            BlockKind::Video(player) | BlockKind::Audio(player) => self.add_text(&player.caption),
            BlockKind::Embed(embed) => {
                self.add_text(&embed.text);
                self.add_text(&embed.caption);
            }
            BlockKind::Table(table) => {
                self.add_text(&table.caption);
                let cells = table.head.iter().chain(&table.body).chain(&table.foot).flatten();
                stack.extend(cells.map(|cell| cell.blocks.as_slice()));
            }
            BlockKind::Card(card) => {
                card.title.iter().chain(&card.teaser).for_each(|text| self.add(text));
            }
            BlockKind::Links { title, items } => {
                self.add_text(title);
                items.iter().for_each(|item| self.add_text(&item.text));
            }
            BlockKind::Button(link) => self.add_text(&link.text),
            BlockKind::File { name, text, .. } => {
                self.add(name);
                self.add_text(text);
            }
            BlockKind::Fact { value, text } => {
                self.add(value);
                self.add_text(text);
            }
            BlockKind::Timeline { items } => {
                for item in items {
                    self.add(&item.time);
                    self.add_text(&item.title);
                    stack.push(&item.blocks);
                }
            }
            BlockKind::Rating { subject, text, .. } => {
                subject.iter().for_each(|subject| self.add(subject));
                self.add_text(text);
            }
            BlockKind::Divider {} => {}
        }
    }

    /// Seconds to read all that, in that language, when `pictures_before` others stood before it.
    pub fn seconds(&self, language: Option<&str>, pictures_before: u32) -> f64 {
        let at_pace = |count: u32, a_minute: u32| f64::from(count) * 60.0 / f64::from(a_minute);
        at_pace(self.words, words_a_minute(language))
            + at_pace(self.ideographs, IDEOGRAPHS)
            + at_pace(self.letters, LETTERS)
            + f64::from(picture_seconds(pictures_before + self.pictures) - picture_seconds(pictures_before))
    }
}

/// Seconds for so many pictures: 12 for the first, one less for each that follows, never under 3 (Medium). Called with
/// as many as an article has, so a sum beats a formula.
fn picture_seconds(pictures: u32) -> u32 {
    let tailing_off = pictures.min(9);
    (0..tailing_off).map(|nth| 12 - nth).sum::<u32>() + (pictures - tailing_off) * 3
}

fn words_a_minute(language: Option<&str>) -> u32 {
    let language = language.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or_default();
    PACES.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(language)).map_or(WORDS, |(_, pace)| *pace)
}

/// Whole minutes, rounded, at least one.
pub fn minutes(seconds: f64) -> u32 {
    ((seconds / 60.0 + 0.5) as u32).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::block::{Cell, Column, Definition, Event, Item, Table};

    fn count(text: &str) -> (u32, u32, u32) {
        let mut count = Count::default();
        count.add(text);
        (count.words, count.ideographs, count.letters)
    }

    #[test]
    fn words_are_counted_where_there_are_spaces_and_characters_where_there_are_none() {
        for (text, expected) in [
            ("", (0, 0, 0)),
            ("Don’t stop—it's well-known, 3.5 km… – !", (6, 0, 0)),
            ("Что решает Луна?", (3, 0, 0)),
            ("ما الذي يقرره القمر؟", (4, 0, 0)),
            ("चाँद क्या तय करता है।", (5, 0, 0)),
            ("달이 정하는 것", (3, 0, 0)),
            ("月が決める、こと。", (0, 7, 0)),
            ("iPhone发布会 2026年", (2, 4, 0)),
            ("น้ำขึ้น", (0, 0, 5)),
        ] {
            assert_eq!(count(text), expected, "{text}");
        }
    }

    #[test]
    fn pictures_take_twelve_seconds_and_less_and_less() {
        assert_eq!([0, 1, 2, 9, 10, 12].map(picture_seconds), [0, 12, 23, 72, 75, 81]);
        let count = Count { pictures: 2, ..Count::default() };
        assert_eq!((count.seconds(None, 0), count.seconds(None, 20)), (23.0, 6.0));
    }

    #[test]
    fn each_language_has_its_pace() {
        let seconds = |language, count: Count| count.seconds(language, 0);
        let words = Count { words: 265, ..Count::default() };
        assert_eq!((seconds(None, words), seconds(Some("en-GB"), words)), (60.0, 60.0));
        assert!(seconds(Some("AR"), words) > seconds(Some("de"), words));
        assert_eq!(seconds(Some("zh"), Count { ideographs: 500, ..Count::default() }), 60.0);
        assert_eq!(seconds(Some("th"), Count { letters: 1000, ..Count::default() }), 60.0);
        assert_eq!([0.0, 29.0, 89.0, 90.0].map(minutes), [1, 1, 1, 2]);
    }

    #[test]
    fn nested_text_is_counted_however_deep() {
        let blocks = || vec![Block::from(BlockKind::Preformatted { text: Text::plain("word"), verse: false })];
        let (title, column) = (|| Text::plain("title"), || Column { blocks: blocks() });
        let row = || vec![vec![Cell { blocks: blocks(), ..Cell::default() }]];
        let items = vec![Item { blocks: blocks(), checked: None }];
        let terms = vec![Definition { terms: vec![title()], definitions: vec![column()] }];
        let events = vec![Event { time: "noon".to_owned(), title: title(), blocks: blocks(), datetime: None }];
        let kinds = [
            (BlockKind::List { ordered: false, start: None, items }, 1),
            (BlockKind::Definitions { items: terms }, 2),
            (BlockKind::Columns { columns: vec![column()] }, 1),
            (BlockKind::Group { title: title(), blocks: blocks() }, 2),
            (BlockKind::Details { summary: title(), blocks: blocks(), open: false }, 2),
            (BlockKind::Correction { sort: None, date: None, blocks: blocks() }, 1),
            (BlockKind::Table(Table { caption: title(), head: row(), body: row(), foot: row() }), 4),
            (BlockKind::Timeline { items: events }, 3),
        ];
        for (kind, expected) in kinds {
            let mut block = Block::from(kind);
            for _ in 0..super::super::MAX_DEPTH {
                block = BlockKind::Group { title: Text::default(), blocks: vec![block] }.into();
            }
            let mut count = Count::default();
            count.add_blocks(&[block]);
            assert_eq!(count.words, expected);
        }
    }
}
