//! Text in a line: runs with their marks, links, and what stands between words.

use super::names::{BITS, is_look, key, mark};
use super::{Node, Piece, Tree, find, label, string};
use crate::ingest::fields::{Place, without_overrides};
use crate::ingest::source::first_string;
use crate::ingest::{Json, Kind};
use crate::model::inline::{Mark, plain_text};
use crate::model::{Block, BlockKind, Fate, Image, Inline, Link, Text};

/// Where the address of a link can be, resolved references to documents last.
const HREF: [&str; 14] = [
    "href",
    "url",
    "uri",
    "link.url",
    "link.href",
    "fields.url",
    "target.url",
    "story.url",
    "reference.url",
    "fields.doc.value.url",
    "doc.value.url",
    "doc.url",
    "link",
    "target.fields.url",
];

/// Widest picture that stays in its line; others stand for themselves.
const MAX_INLINE: u32 = 128;

/// What the marks of a run come to.
#[derive(Default)]
struct Marks {
    marks: Vec<Mark>,
    link: Option<(Link, Option<String>)>,
    /// Set before and after the run.
    before: Option<Inline>,
    after: Option<Inline>,
}

impl<J: Json> Tree<'_, '_, J> {
    /// A text node.
    pub(super) fn run(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let text =
            node.json.string().or_else(|| ["text", "value"].iter().find_map(|name| node.json.field(name)?.text()));
        let Some(text) = text.filter(|text| !text.is_empty()) else { return };
        let mut marks = Marks::default();
        self.marks(node, &mut marks);
        let text = if self.label || marks.link.is_some() { without_overrides(&text) } else { text };
        let mut line = if self.dialect.lines { broken(&text) } else { vec![Inline::Text(text)] };
        // In one order, so that neighbours with the same marks can be joined.
        marks.marks.sort_unstable_by_key(|mark| *mark as usize);
        marks.marks.dedup();
        for mark in marks.marks.into_iter().rev() {
            line = vec![Inline::Marked { mark, text: Text(line) }];
        }
        if let Some((href, title)) = marks.link {
            line = vec![Inline::Link { href, text: Text(line), title }];
        }
        out.extend(marks.before.into_iter().chain(line).chain(marks.after).map(Piece::Inline));
    }

    fn marks(&mut self, node: &Node<'_, J>, marks: &mut Marks) {
        if let Some(bits) = node.json.field("format").and_then(|format| format.number()) {
            let bits = bits as u32;
            marks
                .marks
                .extend(BITS.iter().enumerate().filter(|(bit, _)| bits & (1 << bit) != 0).map(|(_, mark)| *mark));
        }
        let Some(list) = node.json.field("marks") else { return };
        let place = Place::Field(node.place, "marks");
        for index in 0..list.len() {
            let Some(item) = list.item(index) else { continue };
            let place = Place::Index(&place, index);
            if let Some(name) = item.string() {
                let own = self.annotations.iter().position(|def| string(def, "_key").as_deref() == Some(&name));
                // Taken out while it is read: its footnote may hold text itself.
                match own.map(|index| self.annotations.swap_remove(index)) {
                    Some(def) => {
                        let kind = string(&def, "_type").unwrap_or_default();
                        self.mark(&kind, &def, &place, node.depth, marks);
                        self.annotations.push(def);
                    }
                    None => self.mark(&name, &item, &place, node.depth, marks),
                }
            } else if let Some(name) = string(&item, "type") {
                let attributes = item.field("attrs");
                self.mark(&name, attributes.as_ref().unwrap_or(&item), &place, node.depth, marks);
            }
        }
    }

    fn mark(&mut self, name: &str, record: &J, place: &Place<'_>, depth: usize, marks: &mut Marks) {
        let key = key(name);
        if let Some(mark) = mark(&key) {
            return marks.marks.push(mark);
        }
        let has_address = || record.kind() == Kind::Object && first_string(record, &HREF).is_some();
        match key.as_str() {
            // Atlassian's name for both.
            "subsup" => marks.marks.extend(mark_of(record)),
            "footnote" | "note" => {
                let node = Node { json: record, name, place, record, at: place, depth };
                marks.after = self.define(&node).map(|id| Inline::Note { id });
            }
            "anchor" if !has_address() => marks.before = string(record, "id").map(|id| Inline::Anchor { id }),
            _ if is_look(&key) => {}
            "link" | "internallink" | "externallink" | "reference" => {
                if let Some(href) = self.target(record, place) {
                    marks.link = Some((href, label(record, &["title"])));
                }
            }
            _ if has_address() => marks.link = self.target(record, place).map(|href| (href, None)),
            _ => self.source.note(place, Fate::Downgraded, format_args!("unknown mark `{name}`")),
        }
    }

    /// Where a link leads.
    pub(super) fn target(&mut self, record: &J, place: &Place<'_>) -> Option<Link> {
        let Some((value, name)) = find(record, &HREF) else {
            self.source.note(place, Fate::Unresolved, "the address of this link is not in the source");
            return None;
        };
        let mut reference = value.string().unwrap_or_default();
        if string(record, "linktype").as_deref() == Some("email") && !reference.starts_with("mailto:") {
            reference.insert_str(0, "mailto:");
        }
        self.source.link(&reference, &Place::Field(place, name))
    }

    /// A link that is a node: what it holds is wrapped, a picture in it leads there.
    pub(super) fn link(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let href = self.target(node.record, node.at);
        self.linked_to(href, node, out);
    }

    pub(in crate::ingest) fn linked_to(&mut self, href: Option<Link>, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let mut held = Vec::new();
        let before = std::mem::replace(&mut self.label, true);
        self.children(node, &mut held);
        self.label = before;
        let Some(href) = href else { return out.append(&mut held) };
        if held.is_empty() {
            // A link that is nothing but its address is named by it.
            held.extend(string(node.record, "url").map(|text| Piece::Inline(Inline::Text(text))));
        }
        let title = label(node.record, &["title"]);
        wrap(held, out, &|text| Inline::Link { href: href.clone(), text, title: title.clone() }, &|image| {
            image.href.get_or_insert_with(|| href.clone());
        });
    }

    /// A node that is a mark.
    pub(super) fn marked(&mut self, mark: Mark, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let mut held = Vec::new();
        self.children(node, &mut held);
        wrap(held, out, &|text| Inline::Marked { mark, text }, &|_| {});
    }

    /// The text of a heading.
    pub(super) fn labelled(&mut self, node: &Node<'_, J>) -> Vec<Block> {
        let before = std::mem::replace(&mut self.label, true);
        let blocks = self.held(node);
        self.label = before;
        blocks
    }

    pub(super) fn mention(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let said = label(node.record, &["text", "label", "mentionName", "name", "id"]);
        let Some(said) = said else { return self.source.dropped(node.place, "a mention without a name") };
        let sign = if said.starts_with('@') { "" } else { "@" };
        let text = Text::plain([sign, &said].concat());
        let href = first_string(node.record, &["href", "url"]);
        let href = href.and_then(|href| self.source.url(&href, crate::model::url::Use::Link, node.at));
        out.push(Piece::Inline(Inline::Mention { text, href }));
    }

    pub(super) fn emoji(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let shown = first_string(node.record, &["emoji", "text", "native", "unicode"]);
        let text = shown.or_else(|| {
            self.source.note(node.place, Fate::Downgraded, "an emoji of which only the name is known");
            let name = first_string(node.record, &["name", "shortName", "id"])?;
            Some([":", name.trim_matches(':'), ":"].concat())
        });
        out.extend(text.map(|text| Piece::Inline(Inline::Text(text))));
    }
}

fn mark_of<J: Json>(record: &J) -> Option<Mark> {
    mark(&string(record, "type")?)
}

/// Text with its line feeds as breaks.
fn broken(text: &str) -> Vec<Inline> {
    let mut line = Vec::new();
    for (index, part) in text.split('\n').enumerate() {
        if index > 0 {
            line.push(Inline::Break {});
        }
        if !part.is_empty() {
            line.push(Inline::Text(part.to_owned()));
        }
    }
    line
}

/// Wraps what stands in a line; blocks pass, pictures after `touch`.
fn wrap(held: Vec<Piece>, out: &mut Vec<Piece>, around: &dyn Fn(Text) -> Inline, touch: &dyn Fn(&mut Image)) {
    let mut line = Vec::new();
    let close = |line: &mut Vec<Inline>, out: &mut Vec<Piece>| {
        if !line.is_empty() {
            out.push(Piece::Inline(around(Text(std::mem::take(line)))));
        }
    };
    for piece in held {
        match piece {
            Piece::Inline(inline) => join(&mut line, inline),
            Piece::Block(mut block) => {
                close(&mut line, out);
                if let BlockKind::Image(image) = &mut block.kind {
                    touch(image);
                }
                out.push(Piece::Block(block));
            }
        }
    }
    close(&mut line, out);
}

/// Appends to a line; neighbours with the same mark or link become one.
fn join(line: &mut Vec<Inline>, next: Inline) {
    match (line.last_mut(), next) {
        (Some(Inline::Text(text)), Inline::Text(next)) => text.push_str(&next),
        (Some(Inline::Marked { mark, text }), Inline::Marked { mark: same, text: next }) if *mark == same => {
            next.0.into_iter().for_each(|inline| join(&mut text.0, inline));
        }
        (Some(Inline::Link { href, text, title }), Inline::Link { href: same, text: next, title: titled })
            if *href == same && *title == titled =>
        {
            next.0.into_iter().for_each(|inline| join(&mut text.0, inline));
        }
        (_, next) => line.push(next),
    }
}

/// Pieces as blocks: what stands in a line becomes a paragraph, what is blank is left out.
pub(in crate::ingest) fn blocks(pieces: Vec<Piece>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut line = Vec::new();
    let has_text =
        pieces.iter().any(|piece| matches!(piece, Piece::Inline(Inline::Text(text)) if !text.trim().is_empty()));
    for piece in pieces {
        match piece {
            Piece::Inline(inline) => join(&mut line, inline),
            Piece::Block(Block { kind: BlockKind::Image(image), .. })
                if has_text && (1..=MAX_INLINE).contains(&image.width) && image.caption.is_empty() =>
            {
                line.push(Inline::Image(image));
            }
            Piece::Block(block) => {
                close(&mut line, &mut blocks);
                blocks.push(block);
            }
        }
    }
    close(&mut line, &mut blocks);
    blocks
}

fn close(line: &mut Vec<Inline>, blocks: &mut Vec<Block>) {
    let is_break = |inline: Option<&Inline>| matches!(inline, Some(Inline::Break {}));
    while is_break(line.last()) {
        line.pop();
    }
    let leading = line.iter().take_while(|inline| is_break(Some(inline))).count();
    let text = Text(std::mem::take(line).split_off(leading));
    if !is_blank(&text) {
        blocks.push(BlockKind::Paragraph { text, role: None, drop_cap: false }.into());
    }
}

/// Nothing to see.
pub(super) fn is_blank(text: &Text) -> bool {
    let seen = |inline: &Inline| matches!(inline, Inline::Image(_) | Inline::Note { .. } | Inline::Anchor { .. });
    plain_text(text).trim().is_empty() && !text.0.iter().any(seen)
}

/// The text of blocks in one line, for captions and the like.
pub(super) fn one_line(blocks: Vec<Block>) -> Text {
    let mut line = Vec::new();
    for block in blocks {
        if let BlockKind::Paragraph { text, .. } | BlockKind::Heading { text, .. } = block.kind {
            if !line.is_empty() {
                join(&mut line, Inline::Text(" ".to_owned()));
            }
            text.0.into_iter().for_each(|inline| join(&mut line, inline));
        }
    }
    Text(line)
}
