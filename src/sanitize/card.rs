//! What is recognised by its class: the pieces of WordPress' block editor, Ghost's cards, and such.

use super::Node;
use super::allow::{self, Card, Rule};
use super::flow::{Carried, Flow, Takes};
use super::line::{Wrap, append};
use super::place::{Place, descend, find, has_class, plain, with_class};
use super::walk::{Walk, paragraph};
use crate::model::block::{BlockKind, Column, LinkItem, Role};
use crate::model::plain::without_overrides;
use crate::model::url::Use;
use crate::model::{Card as LinkCard, Inline, Link, SafeUrl, Text};

/// Stars that a product can have.
const STARS: f64 = 5.0;

impl<N: Node> Walk<'_, N> {
    /// Takes an element by its class; `false` when that says nothing here.
    #[inline(never)]
    pub(super) fn card(&mut self, classes: &str, rule: Rule, node: &N, place: &Place<'_>, flow: &mut Flow) -> bool {
        let Some(card) = allow::card(classes) else { return false };
        match card {
            Card::Interface => {}
            Card::Refused(what) => self.dropped(place, what),
            Card::Credit if flow.takes == Takes::Caption => {
                flow.take_credit(without_overrides(&plain(node)));
            }
            // The rest stands apart from any line.
            _ if flow.flat => return false,
            Card::Columns | Card::Gallery | Card::Callout | Card::Toggle | Card::Product | Card::Endnotes
                if !rule.is_block() =>
            {
                return false;
            }
            Card::Caption if flow.takes == Takes::Caption => self.caption(node, place, flow),
            Card::Title if flow.takes == Takes::Title => flow.take(self.text_of(node, place)),
            Card::Icon if flow.takes == Takes::Title && flow.icon.is_none() => {
                flow.icon = Some(plain(node)).filter(|icon| !icon.is_empty());
            }
            Card::Stars if flow.takes == Takes::Title => self.stars(node, flow),
            Card::Columns => self.columns(node, place, flow),
            Card::Gallery => self.gallery(classes, node, place, flow),
            Card::Figure => self.figure(classes, node, place, flow),
            Card::Pull if rule == Rule::Quote => self.quote(true, node, place, flow),
            Card::Pull => self.pull(node, place, flow),
            Card::Embed if rule == Rule::Figure => self.embed(classes, node, place, flow),
            Card::Embed => return self.post(classes, node, place, flow),
            Card::Callout => self.callout(node, place, flow),
            Card::Toggle => self.details(node, place, flow),
            Card::Button if rule == Rule::Link => return self.button(node, place, flow),
            Card::Bookmark => return self.bookmark(node, place, flow),
            Card::Post if rule == Rule::Quote => return self.other_post(node, place, flow),
            // The frame of that post says the same again.
            Card::Post => {}
            Card::File => return self.file(node, place, flow),
            Card::Product => self.product(node, place, flow),
            Card::Recording => return self.recording(node, place, flow),
            Card::Endnotes => self.endnotes(node, place, flow),
            _ => return false,
        }
        true
    }

    fn columns(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut columns = Vec::new();
        self.each(node, place, &mut |walk, child, at| {
            let mut inner = Flow::new(flow.line.wraps(), false, Takes::Nothing);
            walk.node(child, place, at, &mut inner);
            let blocks = inner.finish();
            if !blocks.is_empty() {
                columns.push(Column { blocks });
            }
        });
        match columns.len() {
            0 => {}
            1 => columns.into_iter().flat_map(|column| column.blocks).for_each(|block| {
                flow.flush();
                flow.add(block);
            }),
            _ => flow.push(BlockKind::Columns { columns }, self.carried(node)),
        }
    }

    fn button(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) -> bool {
        // Without an address it is a link like any other that has none.
        let Some(Ok(href)) = allow::HREF.of(node).map(|href| Link::parse(&href, self.base)) else { return false };
        let mut line = Flow::new(Vec::new(), true, Takes::Nothing);
        line.line.label = true;
        // The text goes through a link, so that it is held to the same.
        line.line.open(Wrap::Link { href: href.clone(), title: None });
        self.children(node, place, &mut line);
        line.line.close();
        for host in std::mem::take(&mut line.line.deceived) {
            self.downgraded(place, format_args!("its text names another place than {host}"));
        }
        let text = match line.text().0.pop() {
            Some(Inline::Link { text, .. }) => text,
            _ => return true,
        };
        flow.push(BlockKind::Button(LinkItem { href, text }), self.carried(node));
        true
    }

    /// The address of the first link in an element.
    fn first_link(&self, node: &N) -> Option<SafeUrl> {
        let link = find(node, &|node, name| name == "a" && allow::HREF.of(node).is_some())?;
        SafeUrl::parse(&allow::HREF.of(&link)?, self.base, Use::Link).ok()
    }

    /// The text of the first element with one of these classes.
    fn part(&self, node: &N, classes: &[&str]) -> Option<String> {
        let text = classes.iter().find_map(|class| with_class(node, class)).map(|part| plain(&part))?;
        if text.is_empty() { None } else { Some(without_overrides(&text)) }
    }

    fn bookmark(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) -> bool {
        let (Some(url), Some(title)) = (self.first_link(node), self.part(node, &["kg-bookmark-title"])) else {
            return false;
        };
        let author = self.part(node, &["kg-bookmark-author"]);
        let publisher = self.part(node, &["kg-bookmark-publisher"]);
        let source = match (author, publisher) {
            (Some(author), Some(publisher)) => Some([&author, " · ", &publisher].concat()),
            (author, publisher) => author.or(publisher),
        };
        let picture = with_class(node, "kg-bookmark-thumbnail").and_then(|part| find(&part, &|_, name| name == "img"));
        let image = picture.and_then(|img| self.image(&img, None, place));
        let teaser = self.part(node, &["kg-bookmark-description"]);
        let (url, title) = (Some(url), Some(title));
        let card = LinkCard { url, title, teaser, image, source, ..LinkCard::default() };
        flow.push(BlockKind::Card(Box::new(card)), self.carried(node));
        self.caption_after(node, place, flow);
        true
    }

    /// The caption of what has no room for one.
    fn caption_after(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let caption = find(node, &|_, name| name == "figcaption").map(|caption| self.text_of(&caption, place));
        if let Some(block) = paragraph(caption.unwrap_or_default(), Some(Role::Note)) {
            flow.add(block);
        }
    }

    /// A post of another site of the same system: a quote with nothing but a link.
    fn other_post(&mut self, node: &N, _place: &Place<'_>, flow: &mut Flow) -> bool {
        let Some(url) = self.first_link(node) else { return false };
        let card = LinkCard { url: Some(url), title: Some(without_overrides(&plain(node))), ..LinkCard::default() };
        flow.push(BlockKind::Card(Box::new(card)), self.carried(node));
        true
    }

    fn file(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) -> bool {
        let link = |button: bool| {
            find(node, &move |node, name| name == "a" && has_class(node, "wp-block-file__button") == button)
        };
        let Some(link) = link(false).or_else(|| link(true)) else { return false };
        let href = allow::HREF.of(&link).unwrap_or_default();
        let Some(href) = self.address(&href, place) else { return false };
        let file = self.part(node, &["kg-file-card-filename"]);
        let name = self.part(node, &["kg-file-card-title"]).or_else(|| file.clone());
        let name = name.unwrap_or_else(|| without_overrides(&plain(&link)));
        let mut text = with_class(node, "kg-file-card-caption").map(|part| self.text_of(&part, place));
        if let Some(file) = file.filter(|file| *file != name) {
            let text = &mut text.get_or_insert_default().0;
            let gap = if text.is_empty() { "" } else { " " };
            append(text, vec![Inline::Text([gap, &file].concat())]);
        }
        let bytes = self.part(node, &["kg-file-card-filesize"]).and_then(|size| bytes(&size));
        flow.push(BlockKind::File { href, name, bytes, text: text.unwrap_or_default() }, self.carried(node));
        true
    }

    fn product(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut inner = self.inner_flow(node, place, flow, Takes::Title);
        let kind = BlockKind::Group { title: std::mem::take(&mut inner.taken), blocks: inner.blocks };
        flow.push(kind, self.carried(node));
    }

    fn stars(&mut self, node: &N, flow: &mut Flow) {
        let mut value = 0.0;
        descend(node, &mut |star, _, _| {
            if has_class(star, "kg-product-card-rating-active") {
                value += 1.0;
            }
            true
        });
        let kind = BlockKind::Rating { value, best: STARS, worst: None, subject: None, text: Text::default() };
        flow.push(kind, Carried::default());
    }

    fn recording(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) -> bool {
        let Some(audio) = find(node, &|_, name| name == "audio") else { return false };
        let Some(mut player) = self.player_of(&audio, place) else { return false };
        player.title = self.part(node, &["kg-audio-title"]).or(player.title);
        let shown = |node: &N, name: &str| name == "img" && !has_class(node, "kg-audio-hide");
        if find(node, &shown).is_some() {
            self.dropped(place, "the picture of a recording");
        }
        flow.push(BlockKind::Audio(player), self.carried(node));
        true
    }
}

/// A size such as "1.5 MB".
fn bytes(size: &str) -> Option<u64> {
    let (number, unit) = size.split_once(' ')?;
    let (whole, tenth) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    let tenth: u64 = tenth.get(..1)?.parse().ok()?;
    let tenths = whole.parse::<u64>().ok()?.checked_mul(10)?.checked_add(tenth)?;
    const UNITS: [(&str, u64); 5] = [("b", 1), ("bytes", 1), ("kb", 1_000), ("mb", 1_000_000), ("gb", 1_000_000_000)];
    let unit = UNITS.iter().find(|(name, _)| name.eq_ignore_ascii_case(unit)).map(|(_, unit)| unit)?;
    tenths.checked_mul(*unit).map(|tenths| tenths / 10)
}
