//! Films, recordings, and what other sites show in frames and posts.

use super::Node;
use super::allow::{self, Held};
use super::flow::{Carried, Flow};
use super::picture::MAX_SIDE;
use super::place::{Place, descend, has_class};
use super::walk::Walk;
use crate::model::media::{Embed, Player, Source, Track};
use crate::model::plain::is_language_tag;
use crate::model::{BlockKind, SafeUrl, Text};

impl<N: Node> Walk<'_, N> {
    /// `video` or `audio`. One without a file that could be played leaves what is in it for that case.
    pub(super) fn player(&mut self, film: bool, node: &N, place: &Place<'_>, flow: &mut Flow) {
        match self.player_of(node, place) {
            Some(player) => {
                let kind = if film { BlockKind::Video(player) } else { BlockKind::Audio(player) };
                flow.push(kind, self.carried(node));
            }
            None => {
                self.dropped(place, "no file that could be played");
                self.block((None, false), node, place, flow);
            }
        }
    }

    pub(super) fn player_of(&mut self, node: &N, place: &Place<'_>) -> Option<Player> {
        let mut player = Player {
            width: self.count(&allow::WIDTH, MAX_SIDE, node),
            height: self.count(&allow::HEIGHT, MAX_SIDE, node),
            title: self.label(&allow::ARIA_LABEL, node).or_else(|| self.label(&allow::TITLE, node)),
            ..Player::default()
        };
        player.poster =
            allow::POSTER.of(node).filter(|poster| !poster.is_empty()).and_then(|poster| self.address(&poster, place));
        self.media_file(node, place, &mut player);
        let mut inner = Vec::new();
        descend(node, &mut |child, name, _| {
            if matches!(name, "source" | "track") {
                inner.push((child.clone(), name == "track"));
            }
            true
        });
        for (child, track) in inner {
            if !track {
                self.media_file(&child, place, &mut player);
            } else if let Some(src) = allow::SRC.of(&child).and_then(|src| self.address(&src, place)) {
                const KINDS: [&str; 4] = ["subtitles", "captions", "descriptions", "chapters"];
                let kind = allow::KIND.of(&child).filter(|kind| KINDS.contains(&kind.as_str()));
                let language = allow::SRCLANG.of(&child).filter(|tag| is_language_tag(tag));
                player.tracks.push(Track { src, kind, language, label: self.label(&allow::LABEL, &child) });
            }
        }
        if player.sources.is_empty() { None } else { Some(player) }
    }

    fn media_file(&mut self, node: &N, place: &Place<'_>, player: &mut Player) {
        let late = allow::LATE.iter().find_map(|late| late.of(node));
        let Some(src) = late.or_else(|| allow::SRC.of(node)).filter(|src| !src.trim().is_empty()) else { return };
        if let Some(src) = self.address(&src, place) {
            let plain = |mime: &String| mime.starts_with("video/") || mime.starts_with("audio/");
            let mime = allow::TYPE.of(node).filter(plain);
            player.sources.push(Source { src, mime, width: 0, media: None });
        }
    }

    /// `iframe` or `embed`: a placeholder for the page that it shows.
    pub(super) fn frame(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let tiny = |value: Option<String>| value.is_some_and(|value| matches!(value.trim(), "0" | "1" | "0px" | "1px"));
        if tiny(allow::WIDTH.of(node)) || tiny(allow::HEIGHT.of(node)) {
            return self.dropped(place, "a frame that is not seen");
        }
        let own = allow::SRC.of(node).filter(|src| !matches!(src.trim(), "" | "about:blank"));
        let late = allow::LATE.iter().find_map(|late| late.of(node));
        let Some(src) = late.or(own) else { return self.dropped(place, "a frame without an address") };
        let Some(mut embed) = self.embed_at(&src, place) else { return };
        embed.title = self.label(&allow::TITLE, node);
        embed.width = self.count(&allow::WIDTH, MAX_SIDE, node);
        embed.height = self.count(&allow::HEIGHT, MAX_SIDE, node);
        flow.push(BlockKind::Embed(embed), Carried::default());
    }

    /// What another site shows at an address, be it the page's or its player's.
    pub(super) fn embed_at(&mut self, address: &str, place: &Place<'_>) -> Option<Embed> {
        let url = self.address(address, place)?;
        let page = page(&url).and_then(|page| self.address(&page, place));
        let url = page.unwrap_or(url);
        let provider = provider(&url).map(str::to_owned);
        Some(Embed { url, provider, title: None, text: Text::default(), width: 0, height: 0, caption: Text::default() })
    }

    /// The same where a text is nothing but an address.
    pub(super) fn embed_of(&mut self, text: &str, place: &Place<'_>) -> Option<Embed> {
        let text = text.trim();
        let is_address = text.starts_with("http") && text.contains("://") && !text.contains(char::is_whitespace);
        if is_address { self.embed_at(text, place) } else { None }
    }

    /// A post of another site: a quote that its script would have replaced. Without an address it stays a quote.
    pub(super) fn post(&mut self, classes: &str, node: &N, place: &Place<'_>, flow: &mut Flow) -> bool {
        let known = |row: &&(&str, Option<allow::Attribute>, &str)| {
            classes.split_ascii_whitespace().any(|class| class == row.0)
        };
        let Some((_, attribute, site)) = allow::POSTS.iter().find(known) else { return false };
        let address = match attribute {
            Some(attribute) => attribute.of(node),
            None => last_link(node),
        };
        let Some(mut embed) = address.and_then(|address| self.embed_at(&address, place)) else { return false };
        embed.provider = Some((*site).to_owned());
        embed.text = self.text_of(node, place);
        flow.push(BlockKind::Embed(embed), self.carried(node));
        true
    }

    /// `object`: what it falls back to, and what older players keep in it.
    pub(super) fn object(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        if has_class(node, "wp-block-file__embed") {
            return;
        }
        let kind = allow::TYPE.of(node).unwrap_or_default();
        let shown = allow::DATA.of(node).filter(|_| kind.starts_with("image/") || kind == "application/pdf");
        if self.is_empty(node) {
            match shown.and_then(|data| self.embed_at(&data, place)) {
                Some(embed) if !flow.flat => flow.push(BlockKind::Embed(embed), Carried::default()),
                _ => self.dropped(place, "an object of a plug-in"),
            }
            return;
        }
        self.downgraded(place, "an object of a plug-in: what stands for it is kept");
        self.children(node, place, flow);
    }
}

/// The address of the last link in an element.
fn last_link<N: Node>(node: &N) -> Option<String> {
    let mut last = None;
    descend(node, &mut |node, name, _| {
        if name == "a" {
            last = allow::HREF.of(node).or(last.take());
        }
        true
    });
    last
}

/// The page that a player shows.
fn page(url: &SafeUrl) -> Option<String> {
    let host = url.host()?;
    let href = url.as_str();
    allow::PLAYERS.iter().filter(|row| row.0 == host).find_map(|(_, before, held, page)| {
        let rest = href.split_once(before)?.1;
        let rest = match held {
            Held::Address => {
                return decoded(rest.split(['&', '#']).next()?).filter(|page| page.starts_with("https://"));
            }
            Held::Name => rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next()?,
            Held::Path => rest.split(['?', '#']).next()?,
        };
        (!rest.is_empty()).then(|| [page, rest].concat())
    })
}

/// A percent-encoded address (URL Standard, §1.3).
fn decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => {
                let digit = |byte: Option<u8>| char::from(byte?).to_digit(16);
                u8::try_from(digit(rest.next())? * 16 + digit(rest.next())?).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

/// The name of a site.
fn provider(url: &SafeUrl) -> Option<&'static str> {
    let host = url.host()?;
    let of = |site: &str| host.strip_suffix(site).is_some_and(|sub| sub.is_empty() || sub.ends_with('.'));
    allow::PROVIDERS.iter().find(|(site, _)| of(site)).map(|(_, name)| *name)
}
