//! Trees that nobody wrote: nested beyond reason, long, and random.

use super::{base, made, read};
use crate::model::{Block, BlockKind, Inline, MAX_DEPTH, Note, Text, plain_text};
use crate::sanitize::parser::Html5ever;
use crate::sanitize::{Html, Node, blocks, text};
use serde_json::Value;

/// Every string that a reader sees in blocks, in order.
fn seen(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => out.push_str(text),
        Value::Array(list) => list.iter().for_each(|item| seen(item, out)),
        Value::Object(fields) => {
            let parts =
                ["title", "summary", "text", "terms", "definitions", "blocks", "items", "head", "body", "citation"];
            parts.iter().filter_map(|part| fields.get(*part)).for_each(|part| seen(part, out));
        }
        _ => {}
    }
}

/// Letters and digits alone: where blocks part, white space is free.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn seen_in(html: &str) -> String {
    let mut out = String::new();
    seen(&made(html), &mut out);
    letters(&out)
}

/// Elements in elements, without a parser: the names take turns, and the innermost holds a word.
#[derive(Clone)]
struct Nested {
    names: &'static [&'static str],
    level: usize,
}

const LEVELS: usize = 10_000;

impl Node for Nested {
    fn name(&self) -> Option<String> {
        (self.level < LEVELS).then(|| self.names[self.level % self.names.len()].to_owned())
    }

    fn text(&self) -> Option<String> {
        (self.level == LEVELS).then(|| "deep".to_owned())
    }

    fn attribute(&self, name: &str) -> Option<String> {
        [("href", "/x"), ("lang", "en"), ("src", "a.jpg")].iter().find(|row| row.0 == name).map(|row| row.1.to_owned())
    }

    fn first_child(&self) -> Option<Self> {
        (self.level < LEVELS).then(|| Self { level: self.level + 1, ..self.clone() })
    }

    fn next_sibling(&self) -> Option<Self> {
        None
    }
}

const NESTS: [&[&str]; 14] = [
    &["div"],
    &["blockquote"],
    &["span"],
    &["ul", "li"],
    &["q"],
    &["table", "tr", "td"],
    &["details"],
    &["a", "div"],
    &["b", "p", "i"],
    &["dl", "dd"],
    &["dl", "div", "dt"],
    &["figure"],
    &["button", "h2"],
    &["object"],
];

/// WebAssembly has a stack of 1 MiB, and what is built without optimisation takes more than what ships.
#[test]
fn ten_thousand_levels_are_flattened_on_a_little_stack() {
    let walk = || {
        for names in NESTS {
            let root = Nested { names, level: 0 };
            let fragment = blocks(&root, &base());
            let deep = fragment.notes.iter().any(|note| note.reason.starts_with("nested too deep"));
            assert!(deep && fragment.notes.len() <= 500, "{names:?}: {:?}", fragment.notes);
            assert!(holds(&fragment.blocks), "{names:?}");
            assert_eq!(plain_text(&text(&root, &base()).0), "deep", "{names:?}");
        }
    };
    std::thread::Builder::new().stack_size(640 << 10).spawn(walk).unwrap().join().unwrap();
}

/// The innermost of blocks in blocks holds the word.
fn holds(blocks: &[Block]) -> bool {
    let [block] = blocks else { return false };
    match &block.kind {
        BlockKind::Paragraph { text, .. } | BlockKind::Heading { text, .. } => plain_text(text) == "deep",
        BlockKind::Quote { blocks, .. } | BlockKind::Group { blocks, .. } => holds(blocks),
        BlockKind::List { items, .. } => holds(&items[0].blocks),
        BlockKind::Definitions { items } => match items[0].terms.as_slice() {
            [term] => plain_text(term) == "deep",
            _ => holds(&items[0].definitions[0].blocks),
        },
        BlockKind::Table(table) => holds(&table.body[0][0].blocks),
        _ => false,
    }
}

fn text_of(html: &str) -> (Text, Vec<Note>) {
    text(&Html5ever.parse(html).unwrap(), &base())
}

#[test]
fn what_is_nested_less_keeps_its_shape() {
    let html = format!("{}x", "<blockquote>".repeat(MAX_DEPTH - 1));
    let mut blocks = read(&html).blocks;
    let mut levels = 0;
    while let Some(BlockKind::Quote { blocks: inner, .. }) = blocks.pop().map(|block| block.kind) {
        (blocks, levels) = (inner, levels + 1);
    }
    assert_eq!(levels, MAX_DEPTH - 1);
    assert!(read(&html).notes.is_empty());
}

#[test]
fn long_texts_take_their_length_in_time() {
    let start = std::time::Instant::now();
    let html = "<p class='a b'>The <b>pond</b> fills [1] <a href='#x'>again</a>.</p>\n".repeat(100_000);
    let fragment = read(&html);
    assert_eq!(fragment.blocks.len(), 100_000);
    assert!(fragment.notes.is_empty());
    for part in ["word <br>", "<img src=a.jpg>", "[", "[a ", "<b>a</b> ", "<a id=x></a>", "<li id=a>x", "a&#8238;b "] {
        assert!(!read(&part.repeat(20_000)).blocks.is_empty() || part.contains("id=x"));
    }
    // Quadratic work would take longer than any machine is busy.
    assert!(start.elapsed().as_secs() < 300, "{:?}", start.elapsed());
}

/// A generator of numbers (Knuth, MMIX).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % sides
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.roll(from.len())]
    }
}

const WORDS: [&str; 8] = ["mill", " weir ", "pond\n", " tide", "race,", " sluice. ", "gate", "  "];

const WILD: [&str; 40] = [
    "<p>",
    "</p>",
    "<div id=a>",
    "</div>",
    "<a href=/x>",
    "</a>",
    "<b>",
    "</b>",
    "<ul>",
    "<li>",
    "</ul>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<figure>",
    "<figcaption>",
    "</figure>",
    "<img src=a.jpg>",
    "<br>",
    "<h2>",
    "</h2>",
    "<blockquote>",
    "</blockquote>",
    "<pre>",
    "</pre>",
    "<svg>",
    "</svg>",
    "<math>",
    "</math>",
    "<iframe src=//x.example>",
    "<noscript>",
    "</noscript>",
    "<ruby>",
    "<rt>",
    "<details>",
    "<summary>",
    "<dl><dt>",
    "<div class='wp-block-gallery kg-toggle-card footnotes'>",
    "[caption id=\"1\"]",
];

#[test]
fn random_soup_never_fails() {
    let mut dice = Dice(1);
    for _ in 0..1_000 {
        let mut html = String::new();
        for _ in 0..dice.roll(60) {
            html.push_str(if dice.roll(3) == 0 { dice.pick(&WORDS) } else { dice.pick(&WILD) });
        }
        let _ = made(&html);
        let _ = text_of(&html);
    }
}

/// Well-formed blocks and lines of elements that lose nothing; what is written goes to `text`, too.
fn grow(dice: &mut Dice, depth: usize, html: &mut String, text: &mut String) {
    const BLOCKS: [(&str, &str); 10] = [
        ("<div>", "</div>"),
        ("<p>", "</p>"),
        ("<h3>", "</h3>"),
        ("<blockquote>", "</blockquote>"),
        ("<ul><li>", "</li></ul>"),
        ("<ol start=2><li>", "</li></ol>"),
        ("<section lang=fr>", "</section>"),
        ("<dl><dd>", "</dd></dl>"),
        ("<pre>", "</pre>"),
        ("<aside>", "</aside>"),
    ];
    const LINES: [(&str, &str); 9] = [
        ("<b>", "</b>"),
        ("<em>", "</em>"),
        ("<a href=/x>", "</a>"),
        ("<span dir=rtl>", "</span>"),
        ("<sub>", "</sub>"),
        ("<q>", "</q>"),
        ("<abbr title=!>", "</abbr>"),
        ("<x-y>", "</x-y>"),
        ("<font color=red>", "</font>"),
    ];
    for _ in 0..1 + dice.roll(4) {
        let inline = dice.roll(2) == 0;
        let (open, close) = if inline { LINES[dice.roll(LINES.len())] } else { BLOCKS[dice.roll(BLOCKS.len())] };
        // The parser moves what may not nest; letters stay in order for all but links in links.
        let nests = depth < 8 && !(open.starts_with("<a ") && html.contains("<a "));
        if nests && dice.roll(3) > 0 {
            html.push_str(open);
            grow(dice, depth + 1, html, text);
            html.push_str(close);
        }
        let word = dice.pick(&WORDS);
        html.push_str(word);
        text.push_str(word);
    }
}

#[test]
fn the_text_of_random_trees_arrives_whole() {
    let mut dice = Dice(2);
    for _ in 0..1_000 {
        let (mut html, mut text) = (String::new(), String::new());
        grow(&mut dice, 0, &mut html, &mut text);
        assert_eq!(seen_in(&html), letters(&text), "{html}");
        let line = plain_text(&text_of(&html).0);
        assert_eq!(letters(&line), letters(&text), "{html}");
        assert!(!line.contains("  ") && line.trim_matches(' ') == line, "{html} gives {line:?}");
        assert!(read(&html).notes.is_empty(), "{html}");
    }
}

#[test]
fn a_line_folds_its_white_space() {
    let mut dice = Dice(3);
    for _ in 0..1_000 {
        let (mut html, mut text) = (String::new(), String::new());
        for _ in 0..dice.roll(12) {
            let (open, close) = [("<b>", "</b>"), ("", ""), ("<i><u>", "</u></i>"), ("<a id=x></a>", "")][dice.roll(4)];
            let word = dice.pick(&WORDS);
            html.extend([open, word, close]);
            text.push_str(word);
        }
        let folded = text.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(plain_text(&text_of(&html).0), folded, "{html}");
        let paragraph = read(&html).blocks.pop().map(|block| block.kind);
        let whole = match paragraph {
            Some(BlockKind::Paragraph { text, .. }) => text,
            _ => Text::default(),
        };
        assert_eq!(plain_text(&whole), folded, "{html}");
        assert!(!matches!(whole.0.first(), Some(Inline::Text(text)) if text.starts_with(' ')));
    }
}
