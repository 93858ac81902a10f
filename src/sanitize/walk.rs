//! The walk through a tree: each node is handed to what makes its part of the model.
//!
//! 1. [`Walk::children`] visits the children of an element; [`Walk::node`] takes texts into the line and stops at
//!    [`MAX_DEPTH`].
//! 2. [`Walk::element`] looks up what the element becomes: first its class ([`card`](super::card)), then its name.
//! 3. What stands in a line is made in [`inline`](super::inline), what stands apart here and in the modules named after
//!    it.

use super::allow::{self, Attribute, Rule};
use super::flow::{Carried, Flow, Takes, localize};
use super::line::Wrap;
use super::paragraph::{is_blank, without_pictures};
use super::place::{Place, descend, plain};
use super::{Fragment, Node};
use crate::model::block::Role;
use crate::model::plain::{is_language_tag, without_overrides};
use crate::model::url::Use;
use crate::model::{Base, Block, BlockKind, Direction, Fate, Inline, Locale, MAX_DEPTH, Note, SafeUrl, Text};
use std::fmt;

/// Most notes that are kept: enough to see what is wrong with a source, not enough to fill the memory.
const MAX_NOTES: usize = 500;

/// Longest name of a place that is kept.
const MAX_ID: usize = 200;

/// One walk.
pub(super) struct Walk<'t, N> {
    pub(super) root: &'t N,
    pub(super) base: &'t Base,
    pub(super) out: Fragment,
    /// Names of the footnotes, once somebody has asked.
    pub(super) known: Option<Vec<String>>,
    /// Inside a footnote.
    pub(super) in_note: bool,
    /// Inside `noscript`.
    pub(super) late: bool,
    /// Address of the last picture without its query, and whether it stood in `noscript`.
    pub(super) last: Option<(String, bool)>,
}

impl<'t, N: Node> Walk<'t, N> {
    pub(super) fn new(root: &'t N, base: &'t Base) -> Self {
        Self { root, base, out: Fragment::default(), known: None, in_note: false, late: false, last: None }
    }

    pub(super) fn note(&mut self, place: &Place<'_>, fate: Fate, reason: impl fmt::Display) {
        if self.out.notes.len() < MAX_NOTES {
            self.out.notes.push(Note { path: place.to_string(), fate, reason: reason.to_string() });
        }
    }

    pub(super) fn dropped(&mut self, place: &Place<'_>, reason: impl fmt::Display) {
        self.note(place, Fate::Dropped, reason);
    }

    pub(super) fn downgraded(&mut self, place: &Place<'_>, reason: impl fmt::Display) {
        self.note(place, Fate::Downgraded, reason);
    }

    /// Visits the children of a node: elements with their place, texts without.
    pub(super) fn each(
        &mut self,
        node: &N,
        place: &Place<'_>,
        visit: &mut dyn FnMut(&mut Self, &N, Option<&Place<'_>>),
    ) {
        let mut number = 0;
        let mut next = node.first_child();
        while let Some(child) = next {
            if let Some(name) = child.name() {
                number += 1;
                visit(self, &child, Some(&place.child(&name, number)));
            } else {
                visit(self, &child, None);
            }
            next = child.next_sibling();
        }
    }

    /// Takes the children of an element into a flow.
    pub(super) fn children(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        self.each(node, place, &mut |walk, child, at| walk.node(child, place, at, flow));
    }

    /// Takes a node into a flow: an element has its own place, a text that of what it stands in.
    pub(super) fn node(&mut self, node: &N, parent: &Place<'_>, at: Option<&Place<'_>>, flow: &mut Flow) {
        match at {
            Some(place) if place.depth > MAX_DEPTH => {
                self.downgraded(place, "nested too deep: only its text is kept");
                let mut text = plain(node);
                text.insert(0, ' ');
                flow.line.text(&text);
            }
            Some(place) => self.element(node, place, flow),
            None => {
                if let Some(text) = node.text() {
                    self.words(&text, parent, flow);
                }
            }
        }
    }

    /// The blocks inside an element.
    pub(super) fn inner(&mut self, node: &N, place: &Place<'_>, flow: &Flow) -> Vec<Block> {
        self.inner_flow(node, place, flow, Takes::Nothing).blocks
    }

    /// The same, with what was taken out of them.
    pub(super) fn inner_flow(&mut self, node: &N, place: &Place<'_>, flow: &Flow, takes: Takes) -> Flow {
        let mut inner = Flow::new(flow.line.wraps(), false, takes);
        self.children(node, place, &mut inner);
        inner.flush();
        inner
    }

    /// The text of an element in one line.
    pub(super) fn text_of(&mut self, node: &N, place: &Place<'_>) -> Text {
        self.line_of(node, place, Takes::Nothing).text()
    }

    /// The same, with what was taken out of it.
    pub(super) fn line_of(&mut self, node: &N, place: &Place<'_>, takes: Takes) -> Flow {
        let mut line = Flow::new(Vec::new(), true, takes);
        self.wrapped(Wrap::None, node, place, &mut line);
        line
    }

    #[inline(never)]
    fn element(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let rule = allow::rule(place.name);
        match rule {
            Rule::Unseen => return,
            Rule::Refused(what) => return self.dropped(place, what),
            Rule::Break => return self.br(flow),
            _ => {}
        }
        if allow::HIDDEN.of(node).is_some_and(|hidden| hidden != "until-found") {
            return self.dropped(place, "hidden");
        }
        let classes = allow::CLASS.of(node).unwrap_or_default();
        if !classes.is_empty() && self.card(&classes, rule, node, place, flow) {
            return;
        }
        if flow.flat {
            return self.in_line(rule, node, place, flow);
        }
        match rule {
            Rule::Block(role) => {
                let drop_cap = classes.contains("has-drop-cap");
                self.block((role, drop_cap), node, place, flow);
            }
            Rule::Heading(level) => self.heading(level, node, place, flow),
            Rule::Divider => flow.push(BlockKind::Divider {}, self.carried(node)),
            Rule::List(_) | Rule::Definitions if flow.gallery => self.block((None, false), node, place, flow),
            Rule::List(ordered) => self.list(ordered, node, place, flow),
            Rule::Definitions => self.definitions(node, place, flow),
            Rule::Quote => self.quote(false, node, place, flow),
            Rule::Pre => self.pre(&classes, node, place, flow),
            Rule::Figure => self.figure(&classes, node, place, flow),
            Rule::Caption if flow.takes == Takes::Caption => self.caption(node, place, flow),
            Rule::Summary if flow.takes == Takes::Title => flow.take(self.text_of(node, place)),
            Rule::Footer if flow.takes == Takes::Citation => flow.take(self.text_of(node, place)),
            Rule::Mark(_) if self.is_citation(place, flow) => flow.take(self.text_of(node, place)),
            Rule::Caption | Rule::Summary | Rule::Footer => self.block((None, false), node, place, flow),
            Rule::Details => self.details(node, place, flow),
            Rule::Aside => self.callout(node, place, flow),
            Rule::Table => self.table(node, place, flow),
            Rule::Video => self.player(true, node, place, flow),
            Rule::Audio => self.player(false, node, place, flow),
            Rule::Frame => self.frame(node, place, flow),
            _ => self.in_line(rule, node, place, flow),
        }
    }

    /// An element whose children are paragraphs of their own.
    pub(super) fn block(&mut self, role: (Option<Role>, bool), node: &N, place: &Place<'_>, flow: &mut Flow) {
        flow.flush();
        let Carried { id, locale } = self.carried(node);
        flow.anchor(id);
        let start = flow.blocks.len();
        let before = flow.role;
        if role != (None, false) {
            flow.role = role;
        }
        self.children(node, place, flow);
        flow.flush();
        flow.role = before;
        localize(flow.blocks.get_mut(start..), &locale);
    }

    fn heading(&mut self, level: u8, node: &N, place: &Place<'_>, flow: &mut Flow) {
        flow.flush();
        let mut carried = self.carried(node);
        let mut inner = Flow::new(flow.line.wraps(), true, Takes::Nothing);
        inner.line.label = true;
        self.children(node, place, &mut inner);
        let (mut text, pictures) = without_pictures(inner.line.take());
        // The first place named in a heading is the heading.
        if carried.id.is_none()
            && let Some(at) = text.iter().position(|inline| matches!(inline, Inline::Anchor { .. }))
            && let Inline::Anchor { id } = text.remove(at)
        {
            carried.id = Some(id);
        }
        if is_blank(&text) {
            flow.anchor(carried.id);
        } else {
            flow.push(BlockKind::Heading { text: Text(text), level }, carried);
        }
        for picture in pictures {
            flow.push(picture, Carried::default());
        }
    }

    /// Two breaks in a row end a paragraph.
    fn br(&mut self, flow: &mut Flow) {
        if !flow.flat && !flow.line.pre && flow.line.is_broken() {
            flow.flush();
        } else if !flow.line.is_blank() {
            flow.line.br();
        }
    }

    /// What every block may carry.
    pub(super) fn carried(&self, node: &N) -> Carried {
        Carried { id: self.id(&allow::ID, node), locale: self.locale(node) }
    }

    /// A name for a place.
    pub(super) fn id(&self, attribute: &Attribute, node: &N) -> Option<String> {
        let fits = |id: &String| !id.is_empty() && id.len() <= MAX_ID && !id.contains(char::is_whitespace);
        attribute.of(node).filter(fits)
    }

    pub(super) fn locale(&self, node: &N) -> Locale {
        let direction = allow::DIR.of(node).and_then(|dir| Direction::from_name(&dir.to_ascii_lowercase()));
        Locale { language: allow::LANG.of(node).filter(|tag| is_language_tag(tag)), direction }
    }

    /// An attribute for people: trimmed, without overrides; nothing when it is empty.
    pub(super) fn label(&self, attribute: &Attribute, node: &N) -> Option<String> {
        let label = without_overrides(attribute.of(node)?.trim());
        if label.is_empty() { None } else { Some(label) }
    }

    /// An address to fetch, with a note when it is refused.
    pub(super) fn address(&mut self, reference: &str, place: &Place<'_>) -> Option<SafeUrl> {
        let url = SafeUrl::parse(reference.trim(), self.base, Use::Resource);
        url.map_err(|error| self.dropped(place, error)).ok()
    }

    /// A whole number in an attribute, with or without `px`; 0 when there is none up to `max`.
    pub(super) fn count(&self, attribute: &Attribute, max: u32, node: &N) -> u32 {
        let value = attribute.of(node).unwrap_or_default();
        let value = value.trim();
        let digits = value.strip_suffix("px").unwrap_or(value).split('.').next().unwrap_or_default();
        digits.parse().ok().filter(|number| *number <= max).unwrap_or(0)
    }

    /// Whether an element has anything to be seen.
    pub(super) fn is_empty(&self, node: &N) -> bool {
        let mut empty = true;
        descend(node, &mut |_, name, _| {
            empty &= !matches!(allow::rule(name), Rule::Image | Rule::Frame | Rule::Video | Rule::Audio);
            empty
        });
        empty && plain(node).trim().is_empty()
    }
}

/// A paragraph, unless there is nothing in it.
pub(super) fn paragraph(text: Text, role: Option<Role>) -> Option<Block> {
    if text.is_empty() { None } else { Some(BlockKind::Paragraph { text, role, drop_cap: false }.into()) }
}

/// Marks that go around text of its own language or direction.
pub(super) fn span(locale: Locale) -> Wrap {
    if locale == Locale::default() { Wrap::None } else { Wrap::Span(locale) }
}
