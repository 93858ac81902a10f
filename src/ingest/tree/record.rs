//! Which reader takes which sort of node, and the blocks whose attributes say everything: code, facts, HTML, formulas.

use super::names::{Sort, key};
use super::{Node, Piece, Tree, blocks, count, find, first_string, gathered, label, plain, string};
use crate::ingest::fields::Place;
use crate::ingest::{Json, Kind};
use crate::model::block::{Column, Definition, Math};
use crate::model::url::Use;
use crate::model::{Block, BlockKind, Fate, Inline, Text};

/// Where a block of its own kind can have its text.
pub(super) const BODY: [&str; 15] = [
    "content",
    "text",
    "body",
    "richText",
    "message",
    "quote",
    "copy",
    "textValue",
    "calloutText",
    "description",
    "answer",
    "blocks",
    "children",
    "items",
    "value",
];
/// Where it can have its title.
pub(super) const TITLE: [&str; 7] = ["title", "heading", "header", "name", "label", "question", "headline"];
const CITATION: [&str; 7] = ["caption", "citation", "attribution", "author", "source", "cite", "author.name"];

impl<J: Json> Tree<'_, '_, J> {
    /// Reads a node by its sort.
    pub(in crate::ingest) fn emit(&mut self, sort: Sort, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        match sort {
            Sort::Plain | Sort::Text => self.run(node, out),
            Sort::Break => out.push(Piece::Inline(Inline::Break {})),
            Sort::Marked(mark) => self.marked(mark, node, out),
            Sort::Link => self.link(node, out),
            Sort::Reference => self.reference(node, out),
            Sort::Mention => self.mention(node, out),
            Sort::Emoji => self.emoji(node, out),
            // Lexical's name for both.
            Sort::Formula if node.record.field("inline").and_then(|inline| inline.boolean()) == Some(false) => {
                self.emit(Sort::Display, node, out);
            }
            Sort::Formula => out.extend(self.formula(node, false).map(Inline::Math).map(Piece::Inline)),
            Sort::NoteReference => self.note_reference(node, out),
            Sort::Footnote => out.extend(self.define(node).map(|id| Piece::Inline(Inline::Note { id }))),
            Sort::Footnotes => self.footnotes(node),
            Sort::Holder | Sort::Summary | Sort::Part | Sort::Caption | Sort::Foot | Sort::Item | Sort::Row => {
                self.children(node, out);
            }
            Sort::Cell | Sort::HeadCell | Sort::Column => self.children(node, out),
            Sort::Paragraph => self.paragraph(node, out),
            Sort::Heading(level) => self.heading(level, node, out),
            Sort::Card => self.card_of(node, out),
            Sort::Figure => self.figure(node, out),
            Sort::Columns => self.columns(node, out),
            Sort::Header => self.header(node, out),
            Sort::Product => self.product(node, out),
            Sort::Html => out.extend(self.html(node).into_iter().map(Piece::Block)),
            Sort::Upload => self.upload(node, out),
            Sort::Media => self.media(node, out),
            Sort::Wrapped => self.wrapped(node, out),
            Sort::Bloks => self.bloks(node, out),
            Sort::Entry => self.entry(node, out),
            Sort::Silent => {}
            Sort::Skipped => self.source.dropped(node.place, format_args!("`{}` cannot be shown here", node.name)),
            Sort::Unknown => self.unknown(node, out),
            sort => {
                let before = self.source.reading.notes.len();
                match self.block(sort, node) {
                    Some(kind) => self.push(kind, node, out),
                    None if self.source.reading.notes.len() == before => {
                        self.source.dropped(node.place, format_args!("`{}` lacks what it needs", node.name));
                    }
                    None => {}
                }
            }
        }
    }

    /// Each arm is a call and nothing else: this function is in the way down through everything that is nested, and the
    /// parts of a block would take 10 KB of stack in it.
    fn block(&mut self, sort: Sort, node: &Node<'_, J>) -> Option<BlockKind> {
        match sort {
            Sort::Quote => self.quote(node, false),
            Sort::Pull => self.quote(node, true),
            Sort::List | Sort::Bullets | Sort::Numbers => self.list_of(sort, node),
            Sort::Table => self.table(node),
            Sort::Details => self.details(node),
            Sort::Timeline => self.timeline(node),
            Sort::Facts => self.facts(node),
            Sort::Fact => self.fact(node),
            Sort::Definition => self.definition(node),
            Sort::Code => self.code(node),
            Sort::Rule => Some(BlockKind::Divider {}),
            Sort::Display => self.formula(node, true).map(BlockKind::Math),
            Sort::Image => self.image(node).map(BlockKind::Image),
            Sort::Gallery => self.gallery(node),
            Sort::Embed => self.embed(node),
            Sort::Video => self.player(node, true),
            Sort::Audio => self.player(node, false),
            Sort::File => self.file(node),
            Sort::Callout => self.callout(node, false),
            Sort::Action => self.callout(node, true),
            Sort::Button => self.button(node),
            Sort::Markdown => self.markdown(node),
            Sort::Paywall => Some(BlockKind::Paywall { text: Text::default(), href: None }),
            _ => self.group(node),
        }
    }

    fn definition(&mut self, node: &Node<'_, J>) -> Option<BlockKind> {
        let terms = vec![some(self.text(node, &["term", "title"]))?];
        let definitions = vec![Column { blocks: self.body(node, &["description", "definition", "text"]) }];
        Some(BlockKind::Definitions { items: vec![Definition { terms, definitions }] })
    }

    fn group(&mut self, node: &Node<'_, J>) -> Option<BlockKind> {
        let title = self.text(node, &TITLE);
        Some(BlockKind::Group { title, blocks: some_list(self.body(node, &BODY))? })
    }

    fn paragraph(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        if self.has_children(node) {
            return self.held(node).into_iter().for_each(|block| self.push_held(block, node, out));
        }
        if let Some(text) = some(self.text(node, &["text"])) {
            self.push(BlockKind::Paragraph { text, role: None, drop_cap: false }, node, out);
        }
    }

    pub(in crate::ingest) fn push_held(&mut self, block: Block, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        match block.kind {
            kind @ (BlockKind::Paragraph { .. } | BlockKind::Heading { .. }) => self.push(kind, node, out),
            _ => out.push(Piece::Block(block)),
        }
    }

    /// A heading; what stands in it beside text comes after it.
    pub(in crate::ingest) fn heading(&mut self, level: u8, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let level = if level == 0 { level_of(node.record) } else { level };
        let mut blocks = self.labelled(node);
        if blocks.is_empty() {
            blocks.extend(some(self.text(node, &["text", "title", "heading"])).map(paragraph));
        }
        for block in blocks {
            let block = match block.kind {
                BlockKind::Paragraph { text, .. } => BlockKind::Heading { text, level }.into(),
                _ => block,
            };
            self.push_held(block, node, out);
        }
    }

    fn quote(&mut self, node: &Node<'_, J>, pull: bool) -> Option<BlockKind> {
        let blocks = some_list(self.body(node, &BODY))?;
        let url = string(node.record, "cite").filter(|url| url.contains("://"));
        let url = url.and_then(|url| self.source.url(&url, Use::Link, node.at));
        let citation = if url.is_some() { Text::default() } else { self.text(node, &CITATION) };
        Some(BlockKind::Quote { blocks, citation, url, pull })
    }

    fn code(&mut self, node: &Node<'_, J>) -> Option<BlockKind> {
        let code = find(node.record, &["code", "text", "snippet"]).and_then(|(value, _)| value.string());
        let code = code.or_else(|| node.json.field(self.dialect.children).map(|list| plain::code(&list)));
        let code = code.filter(|code| !code.trim().is_empty())?;
        let syntax = first_string(node.record, &["language", "languageCode", "params", "lang", "syntax"]);
        let syntax = syntax.map(|name| name.strip_prefix("language-").map(str::to_owned).unwrap_or(name));
        let caption = self.text(node, &["caption", "filename", "title"]);
        Some(BlockKind::Code { code, syntax, caption })
    }

    fn formula(&mut self, node: &Node<'_, J>, display: bool) -> Option<Math> {
        let fields = ["latex", "equation", "tex", "formula", "math", "body", "text", "content", "value"];
        let tex = find(node.record, &fields).and_then(|(value, _)| value.string());
        let tex =
            tex.unwrap_or_else(|| node.json.field(self.dialect.children).map_or(String::new(), |list| gathered(&list)));
        let tex = tex.trim().to_owned();
        (!tex.is_empty()).then(|| Math { text: tex.clone(), tex: Some(tex), display, tree: Vec::new() })
    }

    pub(super) fn fact(&mut self, node: &Node<'_, J>) -> Option<BlockKind> {
        let value = label(node.record, &["number", "value", "term", "figure", "title"])?;
        let text = self.text(node, &["description", "text", "label", "caption"]);
        Some(BlockKind::Fact { value, text })
    }

    fn html(&mut self, node: &Node<'_, J>) -> Vec<Block> {
        let Some((value, name)) = find(node.record, &["html", "code", "content", "value"]) else { return Vec::new() };
        let html = value.string().unwrap_or_default();
        self.source.blocks(&html, &Place::Field(node.at, name))
    }

    fn markdown(&mut self, node: &Node<'_, J>) -> Option<BlockKind> {
        let (value, _) = find(node.record, &["markdown", "content", "text", "value", "body"])?;
        let text = some(lines(value.string()?.trim()))?;
        self.source.note(node.place, Fate::Downgraded, "Markdown is shown as it was written");
        Some(BlockKind::Preformatted { text, verse: true })
    }

    /// Payload's way to hold a block of another schema.
    fn wrapped(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let Some(fields) = node.record.field("fields") else {
            return self.source.dropped(node.place, "a block without fields");
        };
        let name = string(&fields, "blockType").unwrap_or_default();
        // In a line a formula is one of its words.
        let name = if node.name == "inlineBlock" && key(&name) == "math" { "inlinemath".to_owned() } else { name };
        self.record_of(&name, &fields, &Place::Field(node.at, "fields"), node.depth + 1, out);
    }

    /// Storyblok's.
    fn bloks(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let Some(list) = node.record.field("body") else { return };
        let place = Place::Field(node.at, "body");
        for index in 0..list.len() {
            let Some(item) = list.item(index) else { continue };
            let name = string(&item, "component").unwrap_or_default();
            self.record_of(&name, &item, &Place::Index(&place, index), node.depth + 1, out);
        }
    }

    /// A type that is not known: what it holds stays as it is, what only its attributes say as text.
    pub(in crate::ingest) fn unknown(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let name = if node.name.is_empty() { "none" } else { node.name };
        let kept = format_args!("unknown type `{name}`: what it holds is kept");
        if self.has_children(node) {
            self.source.note(node.place, Fate::Downgraded, kept);
            let mut held = Vec::new();
            self.children(node, &mut held);
            // Between words it belongs to their line.
            let inline = self.label || matches!(out.last(), Some(Piece::Inline(_)));
            return match inline {
                true => out.append(&mut held),
                false => out.extend(blocks(held).into_iter().map(Piece::Block)),
            };
        }
        let nested = |name: &&str| {
            let value = node.record.field(name);
            value.is_some_and(|value| matches!(value.kind(), Kind::Array | Kind::Object))
        };
        if ["columns", "cols"].iter().any(nested) {
            return self.columns(node, out);
        }
        let holder = BODY.iter().find(|name| nested(name));
        if let Some(field) = holder {
            let held = self.body(node, &[field]);
            if !held.is_empty() {
                self.source.note(node.place, Fate::Downgraded, kept);
                let title = self.text(node, &TITLE);
                return self.push(BlockKind::Group { title, blocks: held }, node, out);
            }
        }
        // What it holds was read already and came to nothing.
        let text = if holder.is_some() { plain::own(node.record) } else { gathered(node.record) };
        if text.is_empty() {
            return self.source.dropped(node.place, format_args!("unknown type `{name}`"));
        }
        self.source.note(node.place, Fate::Downgraded, format_args!("unknown type `{name}`: only its text is kept"));
        let text = Text::plain(text);
        self.push(BlockKind::Unknown { name: name.to_owned(), text }, node, out);
    }
}

/// The level of a heading: a number, `h3`, or content-tree's names. 2 when it does not say.
fn level_of<J: Json>(record: &J) -> u8 {
    let number = count(record, &["level"], 6);
    if number > 0 {
        return number as u8;
    }
    let name = first_string(record, &["tag", "level", "style", "headingLevel"]).unwrap_or_default();
    let levels = ["h1", "h2", "h3", "h4", "h5", "h6"];
    let level = levels.iter().position(|level| *level == name).map(|index| index as u8 + 1);
    level.unwrap_or(match name.as_str() {
        "subheading" => 3,
        "label" => 4,
        _ => 2,
    })
}

fn lines(text: &str) -> Text {
    Text::plain(text.replace("\r\n", "\n"))
}

pub(super) fn paragraph(text: Text) -> Block {
    BlockKind::Paragraph { text, role: None, drop_cap: false }.into()
}

pub(super) fn some(text: Text) -> Option<Text> {
    if text.is_empty() { None } else { Some(text) }
}

pub(super) fn some_list<T>(list: Vec<T>) -> Option<Vec<T>> {
    if list.is_empty() { None } else { Some(list) }
}
