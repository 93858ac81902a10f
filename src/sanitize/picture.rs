//! Pictures: the address to take among those that scripts and browsers choose from, and what is known of them.

use super::Node;
use super::allow::{self, Attribute};
use super::flow::Flow;
use super::place::{Place, descend, find};
use super::walk::Walk;
use crate::model::media::Source;
use crate::model::url::Use;
use crate::model::{Image, Inline, SafeUrl};

/// Largest side of a picture, in CSS pixels, that is believed.
pub(super) const MAX_SIDE: u32 = 20_000;

/// Widest file that is offered: no column of text is wider on any screen.
const WIDEST: u32 = 2048;

impl<N: Node> Walk<'_, N> {
    /// `picture`: the picture in it, with the files that its sources offer.
    pub(super) fn picture_of(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        match find(node, &|_, name| matches!(name, "img" | "amp-img")) {
            Some(img) => self.picture(&img, Some(node), place, flow),
            None => self.dropped(place, "no picture in it"),
        }
    }

    /// A picture in the line; where it stands apart is decided when the line ends.
    pub(super) fn picture(&mut self, node: &N, around: Option<&N>, place: &Place<'_>, flow: &mut Flow) {
        let classes = allow::CLASS.of(node).unwrap_or_default();
        // Emoji that a script has drawn.
        if classes.split_ascii_whitespace().any(|class| matches!(class, "emoji" | "wp-smiley"))
            && let Some(alt) = self.label(&allow::ALT, node)
        {
            return flow.line.text(&alt);
        }
        if let Some(mut image) = self.image(node, around, place) {
            image.size = super::figure::size(&classes);
            flow.line.push(Inline::Image(image));
        }
    }

    /// What is known of a picture; nothing when it cannot be seen.
    pub(super) fn image(&mut self, node: &N, around: Option<&N>, place: &Place<'_>) -> Option<Image> {
        let tiny = |attribute: &Attribute| {
            attribute.of(node).is_some_and(|value| matches!(value.trim(), "0" | "1" | "0px" | "1px"))
        };
        if tiny(&allow::WIDTH) || tiny(&allow::HEIGHT) {
            self.dropped(place, "a picture to count readers");
            return None;
        }
        let mut sources = around.map(|around| self.sources(around)).unwrap_or_default();
        let mut files = self.files(node);
        let own = allow::SRC.of(node).filter(|src| !src.trim().is_empty());
        let late = allow::LATE.iter().find_map(|late| late.of(node)).filter(|late| !late.trim().is_empty());
        let placeholder = own.as_deref().is_none_or(|src| is_data(src) || src.trim() == "about:blank");
        let mut src = late.and_then(|late| self.address(&late, place));
        if src.is_none() && (!placeholder || files.is_empty()) {
            src = own.and_then(|own| self.address(&own, place));
        }
        // Without an address of its own, the best of its files.
        src = src.or_else(|| files.first().or(sources.first()).map(|file| file.src.clone()));
        files.retain(|file| Some(&file.src) != src.as_ref());
        sources.append(&mut files);
        if self.is_again(src.as_ref()) {
            return None;
        }
        let alt = self.label(&allow::ALT, node).unwrap_or_default();
        if src.is_none() && alt.is_empty() {
            self.dropped(place, "a picture without an address");
            return None;
        }
        let hidden = allow::ARIA_HIDDEN.of(node).is_some_and(|hidden| hidden == "true");
        let decorative = hidden || allow::ROLE.of(node).is_some_and(|role| matches!(&*role, "presentation" | "none"));
        let (width, height) = (self.count(&allow::WIDTH, MAX_SIDE, node), self.count(&allow::HEIGHT, MAX_SIDE, node));
        let focus = allow::OBJECT_POSITION.of(node).and_then(|position| focus(&position));
        Some(Image { src, sources, alt, decorative, width, height, focus, ..Image::default() })
    }

    /// A picture that loads late stands twice in its page: by script, and in `noscript` for who has none.
    fn is_again(&mut self, src: Option<&SafeUrl>) -> bool {
        let Some(src) = src else { return false };
        let file = src.as_str().split('?').next().unwrap_or_default();
        let again = self.last.as_ref().is_some_and(|(last, late)| last == file && *late != self.late);
        self.last = if again { None } else { Some((file.to_owned(), self.late)) };
        again
    }

    /// The files that `source` elements offer, each with the condition under which it is meant.
    fn sources(&self, node: &N) -> Vec<Source> {
        let mut sources = Vec::new();
        descend(node, &mut |source, name, _| {
            if name == "source" {
                let media = allow::MEDIA.of(source).filter(|media| !media.trim().is_empty());
                let mime = allow::TYPE.of(source).filter(|mime| !mime.trim().is_empty());
                if mime.as_ref().is_some_and(|mime| !mime.starts_with("image/")) {
                    return true;
                }
                let files = self.files(source).into_iter();
                let files = files.map(|file| Source { mime: mime.clone(), media: media.clone(), ..file });
                // A condition chooses one file.
                sources.extend(files.take(1));
            }
            true
        });
        sources
    }

    /// The files in a list such as `a.jpg 300w, b.jpg 600w`, the widest first (HTML, §4.8.4.2.1 "Srcset attributes").
    fn files(&self, node: &N) -> Vec<Source> {
        let late = allow::LATE_SETS.iter().find_map(|late| late.of(node));
        let Some(list) = late.or_else(|| allow::SRCSET.of(node)) else { return Vec::new() };
        let mut files: Vec<(u32, Source)> = Vec::new();
        let mut rest = list.as_str();
        while files.len() < 32 {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == ',');
            if rest.is_empty() {
                break;
            }
            // An address ends at white space and may hold commas.
            let (address, after) = rest.split_once(|c: char| c.is_ascii_whitespace()).unwrap_or((rest, ""));
            let (descriptor, next) = match address.strip_suffix(',') {
                Some(_) => ("", after),
                None => after.split_once(',').unwrap_or((after, "")),
            };
            rest = next;
            let descriptor = descriptor.trim();
            let width = descriptor.strip_suffix('w').and_then(|width| width.parse().ok()).unwrap_or(0);
            let density = descriptor.strip_suffix('x').and_then(|x| x.split('.').next()?.parse().ok()).unwrap_or(1);
            if let Ok(src) = SafeUrl::parse(address.trim_end_matches(','), self.base, Use::Resource) {
                let rank = if width > 0 { width } else { density };
                files.push((rank, Source { src, mime: None, width, media: None }));
            }
        }
        files.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
        let all = files.len();
        let wide = files.iter().take_while(|(rank, _)| *rank > WIDEST).count();
        files.into_iter().skip(wide.min(all.saturating_sub(1))).map(|(_, file)| file).collect()
    }

    /// What is there for browsers without scripts: only its pictures and frames, which scripts would have put there.
    pub(super) fn noscript(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let before = std::mem::replace(&mut self.late, true);
        let mut found = Vec::new();
        descend(node, &mut |inner, name, _| {
            let wanted = matches!(name, "img" | "picture" | "iframe");
            if wanted {
                found.push((inner.clone(), name.to_owned()));
            }
            !wanted
        });
        for (index, (inner, name)) in found.iter().enumerate() {
            self.node(inner, place, Some(&place.child(name, index + 1)), flow);
        }
        self.late = before;
        if found.is_empty() && !self.is_empty(node) {
            self.dropped(place, "words for browsers without scripts");
        }
    }
}

fn is_data(src: &str) -> bool {
    src.trim_start().get(..5).is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
}

/// A point such as `50% 20%`.
fn focus(position: &str) -> Option<(f32, f32)> {
    let mut parts = position.split_ascii_whitespace().map(|part| {
        let percent: u16 = part.strip_suffix('%')?.split('.').next()?.parse().ok()?;
        (percent <= 100).then(|| f32::from(percent) / 100.0)
    });
    Some((parts.next()??, parts.next()??))
}
