//! Links with something around them: cards, buttons, files, callouts, and Ghost's cards that are made of several parts.

use super::line;
use super::record::{BODY, TITLE, paragraph, some, some_list};
use super::{Node, Piece, Tree, find, first_string, flag, label};
use crate::ingest::Json;
use crate::ingest::fields::Place;
use crate::model::block::{LinkItem, Role, Tone};
use crate::model::url::Use;
use crate::model::{Block, BlockKind, Card, Image, SafeUrl, Text};

/// Words for how a remark is meant.
const TONES: [(&str, Tone); 11] = [
    ("warning", Tone::Warning),
    ("warn", Tone::Warning),
    ("danger", Tone::Warning),
    ("error", Tone::Warning),
    ("caution", Tone::Warning),
    ("important", Tone::Warning),
    ("tip", Tone::Tip),
    ("success", Tone::Tip),
    ("hint", Tone::Tip),
    ("info", Tone::Note),
    ("note", Tone::Note),
];

const HREF: [&str; 9] =
    ["buttonUrl", "productUrl", "url", "link", "href", "link.url", "teaser.url", "canonicalUrl", "fields.url"];

impl<J: Json> Tree<'_, '_, J> {
    /// A card, and what is remarked on it.
    pub(super) fn card_of(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        match self.card(node) {
            Some(card) => self.push(BlockKind::Card(Box::new(card)), node, out),
            None => self.source.dropped(node.place, "a card without title or address"),
        }
        if let Some(text) = some(self.text(node, &["caption"])) {
            out.push(Piece::Block(note(text)));
        }
    }

    fn card(&mut self, node: &Node<'_, J>) -> Option<Card> {
        let record = node.record;
        let titles = [
            "teaserTitleOverride",
            "title",
            "metadata.title",
            "meta.title",
            "teaser.title",
            "name",
            "headline",
            "heading",
        ];
        let teasers =
            ["description", "metadata.description", "meta.description", "excerpt", "summary", "teaser.standfirst"];
        let images = [
            "thumbnail",
            "metadata.thumbnail",
            "meta.image.url",
            "meta.image",
            "image.url",
            "photo",
            "image",
            "teaser.image.url",
        ];
        let url = find(record, &HREF)
            .and_then(|(value, name)| self.source.url(&value.string()?, Use::Link, &Place::Field(node.at, name)));
        let image = self.address(node, &images).map(|src| Image { src: Some(src), ..Image::default() });
        let card = Card {
            title: label(record, &titles),
            teaser: label(record, &teasers),
            source: label(record, &["publisher", "metadata.publisher", "meta.site_name", "siteName"]),
            published: first_string(record, &["teaser.publishedDate", "publishedDate", "publishedAt"]),
            url,
            image,
            ..Card::default()
        };
        (card.url.is_some() || card.title.is_some()).then_some(card)
    }

    pub(super) fn button(&mut self, node: &Node<'_, J>) -> Option<BlockKind> {
        let (value, name) = find(node.record, &HREF)?;
        let href = self.source.link(&value.string()?, &Place::Field(node.at, name))?;
        let text = label(node.record, &["buttonText", "productButton", "text", "label", "title"]);
        let text = text.map(Text::plain).or_else(|| some(line::one_line(self.held(node))))?;
        Some(BlockKind::Button(LinkItem { href, text }))
    }

    pub(super) fn file(&mut self, node: &Node<'_, J>) -> Option<BlockKind> {
        let record = node.record;
        let href = self.address(node, &["file.url", "src", "url", "href", "asset.url", "value.url"])?;
        let names = [
            "title",
            "fileTitle",
            "fileName",
            "file.name",
            "file.fileName",
            "filename",
            "name",
            "asset.originalFilename",
        ];
        let name = label(record, &names);
        // The last part of the address is better than nothing.
        let name = name.or_else(|| href.as_str().rsplit('/').next().map(str::to_owned))?;
        let sizes = ["file.size", "size", "fileSize", "filesize", "file.details.size", "asset.size"];
        let bytes = find(record, &sizes).and_then(|(value, _)| value.numeric()).filter(|bytes| *bytes >= 1.0);
        let text = self.text(node, &["caption", "fileCaption", "description"]);
        Some(BlockKind::File { href, name, bytes: bytes.map(|bytes| bytes as u64), text })
    }

    /// A remark set apart; Ghost's call to action is one with a picture and a button.
    pub(super) fn callout(&mut self, node: &Node<'_, J>, action: bool) -> Option<BlockKind> {
        let record = node.record;
        let mut blocks = self.body(node, &BODY);
        if action {
            let src = self.address(node, &["imageUrl"]);
            blocks.splice(0..0, src.map(|src| Block::from(picture(src))));
            if flag(record, &["showButton"]) {
                blocks.extend(self.button(node).map(Block::from));
            }
        }
        let icon =
            label(record, &["icon", "emoji", "calloutEmoji", "panelIcon"]).filter(|icon| icon.chars().count() <= 8);
        // A name of an icon is no emoji.
        let icon = icon.filter(|icon| !icon.is_ascii());
        let word = first_string(record, &["tone", "variant", "panelType", "style", "level", "calloutType", "type"]);
        let tones = [word.unwrap_or_default(), node.name.to_owned()];
        let tone = tones.iter().find_map(|word| TONES.iter().find(|(name, _)| name == word));
        let mut title = self.text(node, &TITLE);
        if blocks.is_empty() {
            blocks.extend(some(std::mem::take(&mut title)).map(paragraph));
        }
        // A box around one card is that card.
        if let [Block { kind: BlockKind::Group { title: inner, blocks: held }, .. }] = blocks.as_mut_slice()
            && title.is_empty()
        {
            title = std::mem::take(inner);
            blocks = std::mem::take(held);
        }
        // What a document is, and where it is from.
        let about = ["source", "tag"].map(|name| self.text(node, &[name]));
        blocks.extend(about.into_iter().filter_map(some).map(note));
        Some(BlockKind::Callout { title, icon, tone: tone.map(|(_, tone)| *tone), blocks: some_list(blocks)? })
    }

    /// Ghost's header card: a heading over a picture, with a button.
    pub(super) fn header(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        if let Some(text) = some(self.text(node, &["header"])) {
            self.push(BlockKind::Heading { text, level: 2 }, node, out);
        }
        let src = self.address(node, &["backgroundImageSrc"]);
        out.extend(src.map(|src| Piece::Block(picture(src).into())));
        let blocks = self.body(node, &["subheader"]);
        out.extend(blocks.into_iter().map(Piece::Block));
        if flag(node.record, &["buttonEnabled"]) {
            out.extend(self.button(node).map(|kind| Piece::Block(kind.into())));
        }
    }

    /// Ghost's product card: a picture, a description, a rating and a button under one title.
    pub(super) fn product(&mut self, node: &Node<'_, J>, out: &mut Vec<Piece>) {
        let record = node.record;
        let title = self.text(node, &["productTitle", "title"]);
        let src = self.address(node, &["productImageSrc"]);
        let mut blocks: Vec<Block> = src.map(|src| picture(src).into()).into_iter().collect();
        blocks.extend(self.body(node, &["productDescription", "description"]));
        if flag(record, &["productRatingEnabled"])
            && let Some(value) = record.field("productStarRating").and_then(|stars| stars.number())
        {
            let (subject, text) = (None, Text::default());
            blocks.push(BlockKind::Rating { value, best: 5.0, worst: None, subject, text }.into());
        }
        if flag(record, &["productButtonEnabled"]) {
            blocks.extend(self.button(node).map(Block::from));
        }
        if !blocks.is_empty() || !title.is_empty() {
            self.push(BlockKind::Group { title, blocks }, node, out);
        }
    }
}

fn note(text: Text) -> Block {
    BlockKind::Paragraph { text, role: Some(Role::Note), drop_cap: false }.into()
}

fn picture(src: SafeUrl) -> BlockKind {
    BlockKind::Image(Image { src: Some(src), ..Image::default() })
}
