//! The blocks, by type, and the lines of text in them.

use super::super::Json;
use super::super::fields::Place;
use super::super::parts::{credit, each, embed, flattened, paragraph, unknown};
use super::super::source::{at, first_string, string_at};
use super::super::structure::upright;
use super::{Reader, time};
use crate::model::block::{Block, BlockKind, Item, LinkItem};
use crate::model::inline::Mark;
use crate::model::media::Embed;
use crate::model::url::Use;
use crate::model::{Card, Fate, Inline, Link, MAX_DEPTH, Text, plain_text};

/// Attributes of a fragment.
const ATTRIBUTES: [(&str, Mark); 7] = [
    ("bold", Mark::Strong),
    ("italic", Mark::Em),
    ("underline", Mark::Underline),
    ("strikethrough", Mark::Strike),
    ("superscript", Mark::Sup),
    ("subscript", Mark::Sub),
    ("code", Mark::Code),
];

/// Blocks of the page around the article.
const FURNITURE: [&str; 7] =
    ["mpu", "advert", "wsoj", "podcastPromo", "visuallyHiddenHeadline", "topStories", "uploader"];

impl Reader<'_, '_> {
    /// The blocks in a block's `model`.
    pub(super) fn inner<J: Json>(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        let Some(model) = json.field("model") else { return blocks };
        each(&model, "blocks", &Place::Field(place, "model"), |item, place| {
            blocks.extend(self.block(item, place, depth));
        });
        blocks
    }

    fn block<J: Json>(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Vec<Block> {
        if depth >= MAX_DEPTH {
            return flattened(json, place, self.source);
        }
        let depth = depth + 1;
        let kind = string_at(json, "type").unwrap_or_default();
        let block = match kind.as_str() {
            "headline" if self.title.is_empty() => {
                self.title = self.joined(json, place, depth);
                None
            }
            "headline" | "subheadline" | "crosshead" | "heading" => {
                let level = at(json, "model.level").and_then(|level| level.numeric()).unwrap_or(2.0);
                let text = self.joined(json, place, depth);
                (!text.is_empty()).then_some(BlockKind::Heading { text, level: level.clamp(1.0, 6.0) as u8 })
            }
            "group" | "introduction" => return self.inner(json, place, depth),
            "text" if at(json, "model.blocks").is_some() => return self.inner(json, place, depth),
            "text" | "paragraph" => {
                let text = self.line(json, place, depth);
                return if text.is_empty() { Vec::new() } else { vec![paragraph(text)] };
            }
            "unorderedList" | "orderedList" => self.list(json, kind == "orderedList", place, depth),
            "image" => self.image(json, place, depth).map(BlockKind::Image),
            "gallery" | "imageGallery" => self.gallery(json, place, depth),
            "video" | "audio" | "media" | "legacyMedia" => return self.media(json, &kind, place, depth),
            "quote" | "blockQuote" | "pullOutQuote" => self.quote(json, kind == "pullOutQuote", place, depth),
            "byline" => {
                self.byline(json, place, depth);
                None
            }
            "timestamp" => {
                let date = |path| at(json, path).and_then(|date| time::iso(date.numeric()?));
                self.published = self.published.take().or_else(|| date("model.firstPublished"));
                self.updated = self.updated.take().or_else(|| date("model.lastPublished"));
                None
            }
            "links" | "relatedContent" => self.links(json, kind == "relatedContent", place, depth),
            "include" | "embedHtml" | "table" => match first_string(json, &["model.html", "model.markup"]) {
                Some(html) => return self.source.blocks(&html, place),
                None => self.embed(json, place, depth),
            },
            "embed" | "social" | "oEmbed" | "aresOEmbed" | "tweet" => self.embed(json, place, depth),
            "divider" => Some(BlockKind::Divider {}),
            _ if FURNITURE.contains(&kind.as_str()) => {
                self.source.dropped(place, format_args!("`{kind}` is no part of the article"));
                None
            }
            _ => return self.other(json, &kind, place, depth),
        };
        block.into_iter().map(Block::from).collect()
    }

    /// All the text in a block as one line.
    pub(super) fn joined<J: Json>(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Text {
        let mut inlines = Vec::new();
        for block in self.inner(json, place, depth) {
            if let BlockKind::Paragraph { text, .. } = block.kind {
                inlines.extend((!inlines.is_empty()).then(|| Inline::Text(" ".to_owned())));
                inlines.extend(text.0);
            }
        }
        let text = || Text::plain(string_at(json, "model.text").unwrap_or_default());
        if inlines.is_empty() { text() } else { Text(inlines) }
    }

    /// The fragments and links of a paragraph; its own `text` repeats them without their marks.
    fn line<J: Json>(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Text {
        let mut inlines = Vec::new();
        let Some(model) = json.field("model").filter(|_| depth < MAX_DEPTH) else { return Text::default() };
        each(&model, "blocks", &Place::Field(place, "model"), |item, place| {
            let kind = string_at(item, "type").unwrap_or_default();
            // Spaces between fragments are text, too.
            let own = at(item, "model.text").and_then(|text| text.string()).unwrap_or_default();
            let text = if kind == "fragment" { Text::plain(own) } else { self.line(item, place, depth + 1) };
            let text = self.attributed(item, text);
            let locator = first_string(item, &["model.locator", "model.href"]).filter(|_| kind.ends_with("Link"));
            let href = locator.and_then(|locator| self.source.link(&locator, place));
            match href {
                Some(href) if !text.is_empty() => {
                    inlines.push(Inline::Link { href, text: upright(text), title: None });
                }
                _ => inlines.extend(text.0),
            }
        });
        let text = string_at(&model, "text").filter(|_| inlines.is_empty());
        text.map_or(Text(inlines), Text::plain)
    }

    fn attributed<J: Json>(&self, json: &J, mut text: Text) -> Text {
        let Some(model) = json.field("model").filter(|_| !text.is_empty()) else { return text };
        each(&model, "attributes", &Place::Root, |item, _| {
            let name = item.string().unwrap_or_default();
            if let Some((_, mark)) = ATTRIBUTES.iter().find(|(attribute, _)| *attribute == name) {
                text = Text(vec![Inline::Marked { mark: *mark, text: std::mem::take(&mut text) }]);
            }
        });
        text
    }

    fn list<J: Json>(&mut self, json: &J, ordered: bool, place: &Place<'_>, depth: usize) -> Option<BlockKind> {
        let mut items = Vec::new();
        let model = json.field("model")?;
        each(&model, "blocks", &Place::Field(place, "model"), |item, place| {
            let blocks = if string_at(item, "type").is_some_and(|kind| kind == "listItem") {
                self.inner(item, place, depth + 1)
            } else {
                self.block(item, place, depth + 1)
            };
            items.extend((!blocks.is_empty()).then_some(Item { blocks, checked: None }));
        });
        (!items.is_empty()).then_some(BlockKind::List { ordered, start: None, items })
    }

    fn quote<J: Json>(&mut self, json: &J, pull: bool, place: &Place<'_>, depth: usize) -> Option<BlockKind> {
        let mut blocks = self.inner(json, place, depth);
        if blocks.is_empty() {
            let text = first_string(json, &["model.quote", "model.text"]);
            blocks.extend(text.map(|text| paragraph(Text::plain(text))));
        }
        let citation = first_string(json, &["model.source", "model.quoteSource", "model.attribution"]);
        let citation = Text::plain(citation.unwrap_or_default());
        (!blocks.is_empty()).then_some(BlockKind::Quote { blocks, citation, url: None, pull })
    }

    /// Contributors have their names in blocks of their own.
    fn byline<J: Json>(&mut self, json: &J, place: &Place<'_>, depth: usize) {
        let Some(model) = json.field("model") else { return };
        each(&model, "blocks", &Place::Field(place, "model"), |item, place| {
            let Some(contributor) = item.field("model").filter(|_| depth < MAX_DEPTH) else { return };
            let page = first_string(&contributor, &["topicUrl"]);
            let page = page.and_then(|page| self.source.url(&page, Use::Link, place));
            let mut page = page.into_iter();
            each(&contributor, "blocks", &Place::Field(place, "model"), |part, place| {
                if string_at(part, "type").is_some_and(|kind| kind == "name") {
                    let name = plain_text(&self.joined(part, place, depth + 1));
                    credit(&mut self.authors, &name, page.next());
                }
            });
        });
    }

    /// Links with a text; those at the foot of the article are what to read next.
    fn links<J: Json>(&mut self, json: &J, related: bool, place: &Place<'_>, depth: usize) -> Option<BlockKind> {
        let mut items = Vec::new();
        let model = json.field("model")?;
        each(&model, "blocks", &Place::Field(place, "model"), |item, place| {
            let mut text = self.joined(item, place, depth);
            let locator = first_string(item, &["model.locator", "model.href", "model.url"]);
            let mut href = locator.and_then(|locator| self.source.link(&locator, place));
            // The address may be that of a link in the text.
            if let [Inline::Link { href: inner, text: inside, .. }] = text.0.as_mut_slice() {
                href = href.or(Some(inner.clone()));
                text = std::mem::take(inside);
            }
            let Some(href) = href else {
                self.source.note(place, Fate::Unresolved, "a link without an address");
                return;
            };
            match href {
                Link::Url(url) if related && !text.is_empty() => {
                    self.related.push(Card { url: Some(url), title: Some(plain_text(&text)), ..Card::default() });
                }
                href if !text.is_empty() => items.push(LinkItem { href, text }),
                _ => self.source.dropped(place, "a link without a text"),
            }
        });
        let title = Text::plain(string_at(&model, "title").unwrap_or_default());
        (!items.is_empty()).then_some(BlockKind::Links { title, items })
    }

    fn embed<J: Json>(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Option<BlockKind> {
        const ADDRESSES: [&str; 5] =
            ["model.href", "model.url", "model.oembed.url", "model.locator", "model.blocks[0].model.url"];
        let address = first_string(json, &ADDRESSES);
        let absolute = address.filter(|address| address.contains("://") || address.starts_with("//"));
        let said = |json: &J| first_string(json, &["model.blocks[0].model.title", "model.title", "model.text"]);
        let Some(address) = absolute else {
            self.source.note(place, Fate::Unresolved, "an embed without an address");
            let text = self.joined(json, place, depth);
            return (!text.is_empty()).then(|| unknown("embed", text).kind);
        };
        let provider = first_string(json, &["model.source", "model.provider", "model.blocks[0].model.provider_name"]);
        let title = said(json);
        match embed(&address, provider, place, self.source) {
            Some(embed) => Some(BlockKind::Embed(Embed { title, ..embed })),
            None => title.map(|title| unknown("embed", Text::plain(title)).kind),
        }
    }

    /// Types that are not known: what they hold, or else what they say.
    fn other<J: Json>(&mut self, json: &J, kind: &str, place: &Place<'_>, depth: usize) -> Vec<Block> {
        let inner = self.inner(json, place, depth);
        if !inner.is_empty() {
            self.source.note(place, Fate::Downgraded, format_args!("unknown type `{kind}`: what it holds is kept"));
            return inner;
        }
        let text = first_string(json, &["model.text", "model.title"]).map_or_else(Text::default, Text::plain);
        if text.is_empty() {
            self.source.dropped(place, format_args!("unknown type `{kind}`"));
            return Vec::new();
        }
        self.source.note(place, Fate::Downgraded, format_args!("unknown type `{kind}`: only its text is kept"));
        vec![unknown(kind, text)]
    }
}
