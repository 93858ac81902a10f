//! The text, a slice at a time.
//!
//! 1. [`Body::start`] builds what fills the first screen at once.
//! 2. [`Body::finish`] builds the rest in slices of a few milliseconds, giving the browser a turn between them, so that
//!    a book opens as fast as a note and stays scrollable while it grows.

use super::block;
use super::inline::with_text;
use super::sections::Sections;
use super::{Icon, Scope, localized};
use crate::i18n::Message;
use crate::model::outline::{Entry, Outline};
use crate::model::{Inline, Section, Text, plain_text};
use crate::platform::clock::{Slice, turn};
use crate::platform::dom::{El, el};
use std::rc::Rc;

/// Blocks between two looks at the clock.
const STRIDE: usize = 8;
/// Blocks that are built at once, before the first paint.
const FIRST: usize = 24;
/// From so many minutes on, sections that are far from the screen are not laid out.
const LONG: u32 = 40;

/// A text that is being built.
pub(crate) struct Body {
    scope: Rc<Scope>,
    outline: Rc<Outline>,
    sections: Rc<Sections>,
    prose: El,
    /// What each heading's content goes into, in the order of the outline.
    frames: Vec<El>,
    /// The section that is being built, its next block, and what that goes into.
    section: usize,
    block: usize,
    target: Option<El>,
}

impl Body {
    /// Builds the beginning of the text; `prose` is what it goes into.
    pub(crate) fn start(scope: Rc<Scope>, outline: Rc<Outline>, sections: Rc<Sections>) -> (Self, El) {
        let prose = el("div", "prose").attr("part", "body");
        let mut body = Self {
            scope,
            outline,
            sections,
            prose: prose.clone(),
            frames: Vec::new(),
            section: 0,
            block: 0,
            target: None,
        };
        let mut left = FIRST;
        while left > 0 && body.step() {
            left -= 1;
        }
        (body, prose)
    }

    /// Builds the rest. `go_on` is asked between slices whether the document is still shown. `at_once` leaves out the
    /// turns of the browser, for a reader who comes back to a place further down.
    pub(crate) async fn finish(mut self, at_once: bool, go_on: impl Fn() -> bool) -> bool {
        loop {
            let slice = Slice::begin();
            loop {
                for _ in 0..STRIDE {
                    if !self.step() {
                        return true;
                    }
                }
                if !at_once && slice.is_over() {
                    break;
                }
            }
            turn().await;
            if !go_on() {
                return false;
            }
        }
    }

    /// Builds the next block, or what the next section goes into. `false` when there is nothing left.
    fn step(&mut self) -> bool {
        let scope = self.scope.clone();
        let Some(section) = scope.article.sections.get(self.section) else { return false };
        match (section.blocks.get(self.block), &self.target) {
            (Some(next), Some(target)) => {
                let _ = target.clone().add(block::element(&scope, next));
                self.block += 1;
            }
            (None, Some(_)) => {
                self.section += 1;
                self.block = 0;
                self.target = None;
            }
            (_, None) => self.target = Some(self.target_of(section)),
        }
        true
    }

    /// What the content of a section goes into: a new frame under its heading, the frame of the heading before it, or
    /// the opening.
    fn target_of(&mut self, section: &Section) -> El {
        let entry = self.outline.entries.get(self.frames.len());
        match entry.filter(|entry| entry.sections.start == self.section).cloned() {
            Some(entry) => {
                let frame = self.frame(section, &entry);
                self.frames.push(frame.clone());
                frame
            }
            None => {
                let parent = self.frames.last().unwrap_or(&self.prose).clone();
                let class = if self.frames.is_empty() { "opening" } else { "untitled" };
                let opening = localized(el("div", class), &section.locale);
                let _ = parent.add(opening.clone());
                opening
            }
        }
    }

    /// Builds a section's heading and returns what its content goes into.
    fn frame(&self, section: &Section, entry: &Entry) -> El {
        let scope = &self.scope;
        let parent = entry.parent.and_then(|parent| self.frames.get(parent)).unwrap_or(&self.prose).clone();
        let id = scope.id(&entry.slug);
        let body_id = [&id, "--body"].concat();
        let title = plain_text(&section.heading);
        let level = entry.level;
        let minutes = scope.catalog.format(Message::Minutes, &[("minutes", &entry.minutes.to_string())]);
        let minutes = scope.interface(el("span", "section__minutes")).text(&minutes);
        let button = el("button", "section__toggle").attr("type", "button").attr("part", "toggle");
        let button = button.attr("aria-expanded", "true").attr("aria-controls", &body_id);
        let heading = el(scope.heading(level.clamp(2, 6)), "section__heading").attr("part", "section-heading");
        let heading = heading.attr("id", &id);
        let chevron = Icon::Chevron.draw("icon section__chevron");
        let words = with_text(scope, "span", "section__title", &section.heading).attr("dir", "auto");
        let heading = if has_link(&section.heading) {
            // A link cannot stand in a button: the button is named by the words beside it.
            let words_id = [&id, "--title"].concat();
            let button = button.clone().attr("aria-labelledby", &words_id).add(minutes).add(chevron);
            heading.add(words.attr("id", &words_id)).add(button)
        } else {
            let button = button.clone().add(words).text(" ").add(minutes).add(chevron);
            heading.add(button)
        };
        let row = el("div", "section__row").add(heading).add_some(share_button(scope, &title));
        let body = el("div", "section__body").attr("id", &body_id);
        let frame = el("section", "section")
            .attr("part", "section")
            .attr("data-level", &level.to_string())
            .attr("data-slug", &entry.slug);
        let frame = frame.maybe("data-room", self.room(entry));
        let frame = localized(frame.attr("data-open", "").add(row).add(body.clone()), &section.locale);
        self.sections.add(frame.node(), button.html(), body.html());
        let _ = parent.add(frame);
        body
    }

    /// About how much room a section of a long text will take, for as long as it is not laid out.
    fn room(&self, entry: &Entry) -> Option<&'static str> {
        if self.outline.minutes < LONG || entry.parent.is_some() {
            return None;
        }
        Some(match entry.minutes {
            0..=1 => "1",
            2 => "2",
            3..=4 => "3",
            _ => "4",
        })
    }
}

fn share_button(scope: &Scope, title: &str) -> Option<El> {
    let button = scope.config.share.then(|| el("button", "icon-button section__share").attr("type", "button"))?;
    let label = scope.catalog.format(Message::ShareSection, &[("title", title)]);
    Some(button.attr("aria-haspopup", "dialog").attr("aria-label", &label).add(Icon::Link.draw("")))
}

fn has_link(text: &Text) -> bool {
    text.0.iter().any(|inline| match inline {
        Inline::Link { .. } | Inline::Note { .. } | Inline::Mention { href: Some(_), .. } => true,
        Inline::Marked { text, .. } | Inline::Span { text, .. } => has_link(text),
        _ => false,
    })
}
