//! The components, by role.

use super::super::Json;
use super::super::fields::Place;
use super::super::parts::{each, flattened, paragraph, unknown};
use super::super::source::{first_string, string_at};
use super::{Reader, media};
use crate::model::block::{Block, BlockKind, LinkItem, Role};
use crate::model::{Card, Fate, Image, Link, MAX_DEPTH, Text, plain_text};

impl<J: Json> Reader<'_, '_, J> {
    /// The components of a document or a container.
    pub(super) fn all(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        self.into(json, place, depth, &mut blocks);
        blocks
    }

    fn into(&mut self, json: &J, place: &Place<'_>, depth: usize, blocks: &mut Vec<Block>) {
        each(json, "components", place, |item, place| {
            let before = blocks.len();
            self.component(item, place, depth, blocks);
            if let (Some(first), Some(id)) = (blocks.get_mut(before), string_at(item, "identifier")) {
                first.id = first.id.take().or(Some(id));
            }
        });
    }

    fn component(&mut self, json: &J, place: &Place<'_>, depth: usize, blocks: &mut Vec<Block>) {
        if depth >= MAX_DEPTH {
            blocks.extend(flattened(json, place, self.source));
            return;
        }
        let role = string_at(json, "role").unwrap_or_default();
        if json.field("hidden").and_then(|hidden| hidden.boolean()) == Some(true) {
            self.source.dropped(place, format_args!("a hidden {role}"));
            return;
        }
        match role.as_str() {
            "title" => self.title(json, place, blocks),
            "intro" => self.intro(json, place, blocks),
            "byline" | "author" | "photographer" | "illustrator" => self.name(json, &role, place, blocks),
            "caption" => self.caption(json, place, blocks),
            "body" => {
                let mut body = self.text(json, place);
                self.styled(json, &mut body);
                blocks.extend(body);
            }
            "quote" | "pullquote" => {
                let (quoted, pull) = (self.text(json, place), role == "pullquote");
                let quote = BlockKind::Quote { blocks: quoted, citation: Text::default(), url: None, pull };
                blocks.extend(has_words(&quote).then(|| quote.into()));
            }
            "header" | "container" | "section" | "chapter" => {
                self.fill(json, place, blocks);
                self.into(json, place, depth + 1, blocks);
            }
            "aside" => {
                let inner = self.all(json, place, depth + 1);
                let group = BlockKind::Group { title: Text::default(), blocks: inner };
                blocks.extend(has_words(&group).then(|| group.into()));
            }
            "article_link" => {
                let card = self.article_link(json, place, depth);
                blocks.extend(card.map(|card| BlockKind::Card(Box::new(card)).into()));
            }
            "link_button" => blocks.extend(self.button(json, place)),
            "divider" => blocks.push(BlockKind::Divider {}.into()),
            "htmltable" => {
                let table = first_string(json, &["html", "text"]);
                blocks.extend(table.map_or_else(Vec::new, |html| self.source.blocks(&html, place)));
            }
            "datatable" => blocks.extend(self.data_table(json, place)),
            "flexible_spacer" => {}
            _ if role.starts_with("heading") => {
                let level = role.bytes().last().filter(u8::is_ascii_digit).map_or(1, |digit| digit - b'0');
                self.heading(json, level.clamp(1, 6), place, blocks);
            }
            _ if role.contains("advertisement") || role == "banner" => {
                self.source.dropped(place, "an advertisement");
            }
            _ => match self.media(json, &role, place) {
                Some(media) => blocks.extend(media),
                None => self.other(json, &role, place, depth, blocks),
            },
        }
    }

    /// A title repeats the document's, or stands in for one that is missing; one that says something else is a heading.
    fn title(&mut self, json: &J, place: &Place<'_>, blocks: &mut Vec<Block>) {
        let text = self.line(json, place);
        let known = string_at(self.document, "title").unwrap_or_else(|| plain_text(&self.above.title));
        if known.is_empty() {
            self.above.title = text;
        } else if !text.is_empty() && plain_text(&text).trim() != known.trim() {
            blocks.push(BlockKind::Heading { text, level: 1 }.into());
        }
    }

    fn heading(&mut self, json: &J, level: u8, place: &Place<'_>, blocks: &mut Vec<Block>) {
        let text = self.line(json, place);
        blocks.extend((!text.is_empty()).then(|| BlockKind::Heading { text, level }.into()));
    }

    /// An intro is the standfirst, unless there is one or it has more than one paragraph.
    fn intro(&mut self, json: &J, place: &Place<'_>, blocks: &mut Vec<Block>) {
        let mut intro = self.text(json, place);
        if let ([Block { kind: BlockKind::Paragraph { text, .. }, .. }], false) =
            (intro.as_mut_slice(), self.above.introduced)
        {
            self.above.intro = std::mem::take(text);
            self.above.introduced = true;
            return;
        }
        for block in &mut intro {
            if let BlockKind::Paragraph { role, .. } = &mut block.kind {
                *role = Some(Role::Lead);
            }
        }
        blocks.extend(intro);
    }

    /// Names belong above the body; lines that say more than those above stay where they are.
    fn name(&mut self, json: &J, role: &str, place: &Place<'_>, blocks: &mut Vec<Block>) {
        let text = self.line(json, place);
        let plain = plain_text(&text);
        let repeats = !self.known.is_empty() && self.known.iter().all(|name| plain.contains(name));
        if text.is_empty() || repeats {
            return;
        }
        match role {
            "author" if self.known.is_empty() => self.above.authors.push(plain),
            "byline" if self.known.is_empty() && self.above.byline.is_none() => {
                // "By Ada Fenwick | 3 May": the date is in the metadata.
                let name = plain.split(['|', '•', '·']).next().unwrap_or_default();
                self.above.byline = Some(name.trim().to_owned());
            }
            _ => blocks.push(BlockKind::Paragraph { text, role: Some(Role::Byline), drop_cap: false }.into()),
        }
    }

    /// A caption belongs to what it follows; to the picture behind the header, when it follows nothing.
    fn caption(&mut self, json: &J, place: &Place<'_>, blocks: &mut Vec<Block>) {
        let text = self.line(json, place);
        if text.is_empty() {
            return;
        }
        let above = match blocks.last_mut().map(|block| &mut block.kind) {
            Some(BlockKind::Image(image)) => Some(&mut image.caption),
            Some(BlockKind::Gallery { caption, .. }) => Some(caption),
            Some(BlockKind::Video(player) | BlockKind::Audio(player)) => Some(&mut player.caption),
            Some(BlockKind::Embed(embed)) => Some(&mut embed.caption),
            None => self.above.fill.as_mut().map(|image| &mut image.caption),
            Some(_) => None,
        };
        match above.filter(|caption| caption.is_empty()) {
            Some(caption) => *caption = text,
            None => blocks.push(BlockKind::Paragraph { text, role: Some(Role::Note), drop_cap: false }.into()),
        }
    }

    /// The picture behind a container: the lead image, when nothing comes before it; a picture, when there is nothing
    /// in front of it; else only decoration.
    fn fill(&mut self, json: &J, place: &Place<'_>, blocks: &mut Vec<Block>) {
        let style = json.field("style").and_then(|style| match style.string() {
            Some(name) => self.document.field("componentStyles")?.field(&name),
            None => Some(style),
        });
        let Some(fill) = style.and_then(|style| style.field("fill")) else { return };
        let Some(address) = first_string(&fill, &["URL", "url", "stillURL"]) else { return };
        let place = Place::Field(place, "style");
        let bare = json.field("components").is_none_or(|components| components.is_empty());
        if !bare && (self.above.fill.is_some() || !blocks.is_empty()) {
            self.source.dropped(&place, "a picture behind text");
            return;
        }
        let image = media::picture(Some(address), Image::default(), &place, self.source);
        if self.above.fill.is_none() && blocks.is_empty() {
            self.above.fill = image;
        } else {
            blocks.extend(image.map(|image| BlockKind::Image(image).into()));
        }
    }

    fn button(&mut self, json: &J, place: &Place<'_>) -> Option<Block> {
        let text = self.line(json, place);
        let label = || Text::plain(string_at(json, "accessibilityLabel").unwrap_or_default());
        let text = if text.is_empty() { label() } else { text };
        let href = self.source.link(&first_string(json, &["URL", "url"])?, place)?;
        let text = if text.is_empty() { Text::plain(href_name(&href)) } else { text };
        Some(BlockKind::Button(LinkItem { href, text }).into())
    }

    /// A link to an article: a shareable address, or the last part of one.
    fn article_link(&mut self, json: &J, place: &Place<'_>, depth: usize) -> Option<Card> {
        let id = string_at(json, "articleIdentifier")?;
        let address = if id.contains(':') { id } else { ["https://apple.news/", &id].concat() };
        let href = self.source.link(&address, &Place::Field(place, "articleIdentifier"))?;
        let Link::Url(url) = &href else { return None };
        let mut card = Card { url: Some(url.clone()), ..Card::default() };
        each(json, "components", place, |item, place| match string_at(item, "role").as_deref() {
            Some("article_title") => card.title = Some(plain_text(&self.line(item, place))),
            Some("article_thumbnail") if first_string(item, &["URL", "url"]).is_none() => {}
            _ => {
                let mut inner = Vec::new();
                self.component(item, place, depth + 1, &mut inner);
                for block in inner {
                    match block.kind {
                        BlockKind::Image(image) => card.image = Some(image),
                        BlockKind::Paragraph { text, .. } | BlockKind::Heading { text, .. } => {
                            card.teaser = Some(plain_text(&text));
                        }
                        _ => self.source.dropped(place, "not shown on a card"),
                    }
                }
            }
        });
        card.title = card.title.filter(|title| !title.is_empty()).or_else(|| Some(href_name(&href)));
        Some(card)
    }

    /// Roles that are not known, and those that mean a thing of Apple's devices: what they say and hold.
    fn other(&mut self, json: &J, role: &str, place: &Place<'_>, depth: usize, blocks: &mut Vec<Block>) {
        let before = blocks.len();
        self.into(json, place, depth + 1, blocks);
        let mut text = self.line(json, place);
        if text.is_empty() {
            text = self.line_in(json, "caption", place);
        }
        if text.is_empty() && blocks.len() == before {
            self.source.dropped(place, format_args!("unknown role `{role}`"));
            return;
        }
        self.source.note(place, Fate::Downgraded, format_args!("unknown role `{role}`: what it says is kept"));
        if !text.is_empty() {
            blocks.insert(before, unknown(role, text));
        }
    }
}

/// A quotation or a group that holds something.
fn has_words(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Quote { blocks, .. } | BlockKind::Group { blocks, .. } if !blocks.is_empty())
}

fn href_name(href: &Link) -> String {
    match href {
        Link::Url(url) => super::name_of(url),
        Link::Fragment(name) => name.clone(),
    }
}

/// A paragraph of text, for cells.
pub(super) fn cell(text: Text) -> Vec<Block> {
    if text.is_empty() { Vec::new() } else { vec![paragraph(text)] }
}
