//! From a flat run of blocks to sections, and an article without repetitions.
//!
//! 1. [`sections`] divides a body at its headings.
//! 2. [`without_repeats`] takes out of the body, or of what stands above it, what a reader would see twice.
//!
//! Texts are compared by their letters and digits alone ([`letters`]), pictures by their address without what only says
//! how large a file is asked for ([`picture`]).

use crate::model::inline::{Inline, Mark};
use crate::model::plain::without_overrides;
use crate::model::{Article, Block, BlockKind, Image, SafeUrl, Section, Text, plain_text};

/// Level of the first heading: the title is 1.
const TOP: u8 = 2;

/// Most letters that are compared.
const COMPARED: usize = 2_000;

/// Sections from the headings at the top of `blocks`, whatever levels they begin with: the highest level that occurs
/// becomes 2, and no level is skipped on the way down. Text before the first heading is an untitled opening. Headings
/// inside other blocks stay where they are.
pub(super) fn sections(blocks: Vec<Block>) -> Vec<Section> {
    let mut sections = vec![Section::default()];
    for block in blocks {
        match block.kind {
            BlockKind::Heading { text, .. } if plain_text(&text).trim().is_empty() => {}
            BlockKind::Heading { text, level } => sections.push(Section {
                heading: upright(without_strong(text)),
                level,
                id: block.id,
                locale: block.locale,
                blocks: Vec::new(),
            }),
            _ => {
                if let Some(section) = sections.last_mut() {
                    section.blocks.push(block);
                }
            }
        }
    }
    finished(sections)
}

/// A heading is strong by itself; some editors say so in every one.
fn without_strong(mut text: Text) -> Text {
    while let [Inline::Marked { mark: Mark::Strong, text: inner }] = text.0.as_mut_slice() {
        text = std::mem::take(inner);
    }
    text
}

/// A label in which nothing changes the order of characters; one in which something did loses its marks, too.
pub(super) fn upright(label: Text) -> Text {
    let plain = plain_text(&label);
    let fine = without_overrides(&plain);
    if fine.len() == plain.len() { label } else { Text::plain(fine) }
}

/// Without empty openings, and with regular levels.
fn finished(mut sections: Vec<Section>) -> Vec<Section> {
    sections.retain(|section| !section.heading.is_empty() || !section.blocks.is_empty());
    // The given levels of the headings that are open; the one before is the parent.
    let mut open: Vec<u8> = Vec::new();
    for section in sections.iter_mut().filter(|section| !section.heading.is_empty()) {
        while open.pop_if(|level| *level >= section.level).is_some() {}
        open.push(section.level);
        section.level = (TOP - 1 + open.len() as u8).min(6);
    }
    sections
}

/// Takes out of the body what stands above it already: a first heading that repeats the title, and the lead image when the
/// body begins with the same picture (compared by address without its query, scaling suffixes and size folders). What that
/// picture says and the lead does not is kept. A standfirst that is only the first words of the body goes, too.
///
/// Where both pictures have a caption, the one that was written into the body stays; the other is returned.
pub(super) fn without_repeats(article: &mut Article) -> Option<Text> {
    without_title(article);
    let caption = without_lead_image(article);
    without_excerpt(article);
    caption
}

fn without_title(article: &mut Article) {
    let title = letters(&article.title);
    if title.is_empty() {
        return;
    }
    for section in &mut article.sections {
        if !section.heading.is_empty() {
            if letters(&section.heading) == title {
                section.heading = Text::default();
                section.level = 0;
                break;
            }
            return;
        }
        // What has no words may stand before.
        let first = section.blocks.iter().position(|block| !says_nothing(&block.kind));
        let Some(first) = first else { continue };
        match section.blocks.get(first).map(|block| &block.kind) {
            Some(BlockKind::Paragraph { text, .. }) if letters(text) == title => {
                section.blocks.remove(first);
                break;
            }
            _ => return,
        }
    }
    article.sections = finished(std::mem::take(&mut article.sections));
}

fn says_nothing(kind: &BlockKind) -> bool {
    matches!(kind, BlockKind::Image(_) | BlockKind::Gallery { .. } | BlockKind::Video(_) | BlockKind::Divider {})
}

fn without_lead_image(article: &mut Article) -> Option<Text> {
    let lead = article.image.as_mut()?;
    let mut displaced = None;
    for section in &mut article.sections {
        let is_picture = |block: &Block| matches!(block.kind, BlockKind::Image(_));
        let Some(first) = section.blocks.iter().position(is_picture) else { continue };
        let Some(BlockKind::Image(image)) = section.blocks.get(first).map(|block| &block.kind) else { break };
        let same = |one: &SafeUrl, other: &SafeUrl| picture(one.as_str()) == picture(other.as_str());
        if lead.src.as_ref().zip(image.src.as_ref()).is_some_and(|(one, other)| same(one, other)) {
            if let BlockKind::Image(image) = section.blocks.remove(first).kind {
                displaced = complete(lead, image);
            }
            article.sections = finished(std::mem::take(&mut article.sections));
        }
        break;
    }
    displaced
}

/// Gives the lead image what only the other has, and the other's caption; returns its own when that was different.
fn complete(lead: &mut Image, other: Image) -> Option<Text> {
    if lead.alt.is_empty() {
        lead.alt = other.alt;
    }
    if lead.width == 0 || lead.height == 0 {
        (lead.width, lead.height) = (other.width, other.height);
    }
    lead.credit = lead.credit.take().or(other.credit);
    if other.caption.is_empty() || letters(&other.caption) == letters(&lead.caption) {
        return None;
    }
    let own = std::mem::replace(&mut lead.caption, other.caption);
    (!own.is_empty()).then_some(own)
}

fn without_excerpt(article: &mut Article) {
    let mut left = letters(&article.standfirst);
    if left.is_empty() {
        return;
    }
    for section in &article.sections {
        let texts = section.blocks.iter().filter_map(|block| match &block.kind {
            BlockKind::Paragraph { text, .. } => Some(Some(text)),
            kind => (!says_nothing(kind)).then_some(None),
        });
        let heading = Some(Some(&section.heading)).filter(|_| !section.heading.is_empty());
        for text in heading.into_iter().chain(texts) {
            let Some(text) = text else { return };
            let said = letters(text);
            if said.starts_with(&left) {
                article.standfirst = Text::default();
                return;
            }
            match left.strip_prefix(said.as_str()) {
                Some(rest) => left = rest.to_owned(),
                None => return,
            }
        }
    }
}

/// The letters and digits of a text in lower case, at most [`COMPARED`].
fn letters(text: &Text) -> String {
    let plain = plain_text(text);
    plain.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).take(COMPARED).collect()
}

/// The address of a picture without what says how large a file is asked for: query, scheme, WordPress's `-1024x683` and
/// `-scaled`, Ghost's `/size/w600/`, and the image proxy `i0.wp.com`.
fn picture(address: &str) -> String {
    let (path, _) = super::foreign::address::parts(address);
    let path = path.split_once("://").map_or(path, |(_, path)| path);
    let proxied = path.split_once(".wp.com/").filter(|(host, _)| host.len() == 2 && host.starts_with('i'));
    let path = proxied.map_or(path, |(_, path)| path);
    let path = path.strip_prefix("www.").unwrap_or(path);
    let mut folders: Vec<&str> = path.split('/').collect();
    if let Some(at) = folders.iter().position(|folder| *folder == "size") {
        let sized = folders.get(at + 1).is_some_and(|size| {
            size.starts_with(['w', 'h']) && size.bytes().skip(1).all(|byte| byte.is_ascii_digit() || byte == b'h')
        });
        if sized {
            folders.drain(at..at + 2);
        }
    }
    let file = folders.pop().unwrap_or_default();
    let (stem, extension) = file.rsplit_once('.').unwrap_or((file, ""));
    let scaled = stem.rsplit_once('-').filter(|(_, suffix)| {
        let number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        *suffix == "scaled" || suffix.split_once('x').is_some_and(|(width, height)| number(width) && number(height))
    });
    let stem = scaled.map_or(stem, |(stem, _)| stem);
    folders.push(stem);
    [&folders.join("/"), ".", extension].concat()
}

#[cfg(test)]
mod tests;
