//! A line of text while it is put together.
//!
//! 1. White space folds as in HTML (CSS Text, §4.1.1): a run of it becomes one space, none opens or ends a line.
//! 2. Marks nest: [`Line::open`] and [`Line::close`]. One that holds nothing leaves no trace.
//! 3. [`Line::take`] ends the line inside whatever marks are open; they go on in the next one. That is how a link can
//!    hold paragraphs in HTML although it cannot in the model.

use super::link::{Cleaning, deceived};
use crate::model::inline::Mark;
use crate::model::{Inline, Link, Locale, Text};

/// Most marks open at once; those inside them leave only their text.
const MAX_OPEN: usize = 24;

/// What can stand around text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Wrap {
    /// Nothing: the element is left out.
    None,
    Mark(Mark),
    Link {
        href: Link,
        title: Option<String>,
    },
    Abbr(String),
    Time(String),
    Span(Locale),
}

/// A line.
#[derive(Debug)]
pub(super) struct Line {
    done: Vec<Inline>,
    open: Vec<(Wrap, Vec<Inline>)>,
    /// White space would be at the start of the line or after other white space.
    spaced: bool,
    /// The last thing seen was a break.
    broken: bool,
    /// Nothing seen yet.
    blank: bool,
    /// White space counts.
    pub(super) pre: bool,
    /// It names something: a heading, a title.
    pub(super) label: bool,
    /// Hosts that links turned out to lead to, other than their texts say.
    pub(super) deceived: Vec<String>,
}

impl Line {
    /// A line inside marks.
    pub(super) fn within(wraps: Vec<Wrap>) -> Self {
        let open = wraps.into_iter().map(|wrap| (wrap, Vec::new())).collect();
        let (done, deceived) = (Vec::new(), Vec::new());
        Self { done, open, spaced: true, broken: false, blank: true, pre: false, label: false, deceived }
    }

    /// The marks that are open.
    pub(super) fn wraps(&self) -> Vec<Wrap> {
        self.open.iter().map(|(wrap, _)| wrap.clone()).filter(|wrap| *wrap != Wrap::None).collect()
    }

    /// A link is open.
    pub(super) fn in_link(&self) -> bool {
        self.open.iter().any(|(wrap, _)| matches!(wrap, Wrap::Link { .. }))
    }

    /// Nothing in it yet.
    pub(super) fn is_blank(&self) -> bool {
        self.blank
    }

    /// The next break makes a paragraph.
    pub(super) fn is_broken(&self) -> bool {
        self.broken
    }

    fn top(&mut self) -> &mut Vec<Inline> {
        match self.open.last_mut() {
            Some((_, content)) => content,
            None => &mut self.done,
        }
    }

    /// Appends text.
    pub(super) fn text(&mut self, text: &str) {
        let cleaning = match (self.in_link(), self.label) {
            (true, _) => Cleaning::Invisible,
            (false, true) => Cleaning::Overrides,
            _ if Cleaning::Overrides.finds(text) => {
                // What overrides direction must not reach beyond itself.
                self.open(Wrap::Mark(Mark::Bdi));
                self.folded(text, Cleaning::None);
                return self.close();
            }
            _ => Cleaning::None,
        };
        self.folded(text, cleaning);
    }

    fn folded(&mut self, text: &str, cleaning: Cleaning) {
        let (pre, mut spaced, mut seen) = (self.pre, self.spaced, false);
        let top = self.top();
        if !matches!(top.last(), Some(Inline::Text(_))) {
            top.push(Inline::Text(String::new()));
        }
        let Some(Inline::Text(out)) = top.last_mut() else { return };
        if pre {
            cleaning.push(text, out);
            seen = !text.is_empty();
        } else {
            for (index, word) in text.split([' ', '\n', '\t', '\r', '\u{C}']).enumerate() {
                if index > 0 && !spaced {
                    out.push(' ');
                    spaced = true;
                }
                if cleaning.push(word, out) {
                    (spaced, seen) = (false, true);
                }
            }
        }
        if out.is_empty() {
            top.pop();
        }
        self.spaced = spaced;
        if seen {
            (self.broken, self.blank) = (false, false);
        }
    }

    /// A space, unless there is one: between blocks that share a line.
    pub(super) fn gap(&mut self) {
        if !self.spaced {
            self.folded(" ", Cleaning::None);
        }
    }

    /// Appends something that is seen.
    pub(super) fn push(&mut self, inline: Inline) {
        (self.spaced, self.broken, self.blank) = (false, false, false);
        append(self.top(), vec![inline]);
    }

    /// A place that links can name.
    pub(super) fn anchor(&mut self, id: String) {
        self.top().push(Inline::Anchor { id });
    }

    /// A line break.
    pub(super) fn br(&mut self) {
        if self.pre {
            return self.folded("\n", Cleaning::None);
        }
        self.trim_end(false);
        self.top().push(Inline::Break {});
        (self.spaced, self.broken) = (true, true);
    }

    /// Opens a mark; `false` when there are too many.
    pub(super) fn open(&mut self, wrap: Wrap) -> bool {
        let nests = matches!(wrap, Wrap::Mark(Mark::Q | Mark::Sub | Mark::Sup | Mark::Bdi) | Wrap::Link { .. });
        let twice = !nests && self.open.iter().any(|(open, _)| *open == wrap);
        let many = wrap != Wrap::None && self.open.iter().filter(|(wrap, _)| *wrap != Wrap::None).count() >= MAX_OPEN;
        self.open.push((if twice || many { Wrap::None } else { wrap }, Vec::new()));
        !many
    }

    /// Closes the mark opened last.
    pub(super) fn close(&mut self) {
        if let Some((wrap, content)) = self.open.pop() {
            let built = self.built(wrap, content);
            append(self.top(), built);
        }
    }

    /// Ends the line; the marks that are open go on in the next.
    pub(super) fn take(&mut self) -> Vec<Inline> {
        let mut inner = Vec::new();
        let mut wraps = Vec::new();
        while let Some((wrap, mut content)) = self.open.pop() {
            append(&mut content, inner);
            inner = self.built(wrap.clone(), content);
            wraps.push((wrap, Vec::new()));
        }
        wraps.reverse();
        let mut line = std::mem::take(&mut self.done);
        append(&mut line, inner);
        if self.pre {
            trim_lines(&mut line);
        } else {
            trim_end(&mut line, true);
        }
        self.open = wraps;
        (self.spaced, self.broken, self.blank) = (true, false, true);
        line
    }

    /// What a mark and its content become.
    fn built(&mut self, wrap: Wrap, content: Vec<Inline>) -> Vec<Inline> {
        let note = |inline: &Inline| matches!(inline, Inline::Note { .. } | Inline::Anchor { .. });
        // References to footnotes are raised already; white space needs no mark.
        let bare = wrap == Wrap::Mark(Mark::Sup) && content.iter().all(note)
            || content.iter().all(|inline| match inline {
                Inline::Text(text) => text.trim().is_empty(),
                inline => matches!(inline, Inline::Anchor { .. } | Inline::Break {}),
            });
        if bare || wrap == Wrap::None {
            return content;
        }
        let mut text = Text(content);
        if let Wrap::Link { href: Link::Url(url), .. } = &wrap
            && let Some(host) = deceived(url, &text)
        {
            append(&mut text.0, vec![Inline::Text([" [", &host, "]"].concat())]);
            self.deceived.push(host);
        }
        vec![match wrap {
            Wrap::Mark(mark) => Inline::Marked { mark, text },
            Wrap::Link { href, title } => Inline::Link { href, text, title },
            Wrap::Abbr(title) => Inline::Abbr { text, title },
            Wrap::Time(datetime) => Inline::Time { text, datetime },
            Wrap::Span(locale) => Inline::Span { text, locale },
            Wrap::None => return text.0,
        }]
    }

    /// Removes the space before a break, and breaks as well when told to.
    fn trim_end(&mut self, breaks: bool) {
        if !self.spaced {
            return;
        }
        for content in self.open.iter_mut().rev().map(|(_, content)| content).chain([&mut self.done]) {
            if !trim_end(content, breaks) {
                return;
            }
        }
    }
}

/// Appends inlines; texts that meet become one.
pub(super) fn append(list: &mut Vec<Inline>, more: Vec<Inline>) {
    for inline in more {
        match (list.last_mut(), inline) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, inline) => list.push(inline),
        }
    }
}

/// The text inside a mark.
pub(super) fn inside(inline: &mut Inline) -> Option<&mut Text> {
    match inline {
        Inline::Marked { text, .. }
        | Inline::Link { text, .. }
        | Inline::Abbr { text, .. }
        | Inline::Time { text, .. }
        | Inline::Span { text, .. } => Some(text),
        _ => None,
    }
}

/// Removes what ends a line unseen: a space, and breaks when told to. Whether nothing that is seen is left.
fn trim_end(list: &mut Vec<Inline>, breaks: bool) -> bool {
    let mut at = list.len();
    while let Some(index) = at.checked_sub(1) {
        at = index;
        let Some(inline) = list.get_mut(index) else { return true };
        let gone = match inline {
            Inline::Anchor { .. } => continue,
            Inline::Break {} => breaks,
            Inline::Text(text) => {
                text.truncate(text.trim_end_matches(' ').len());
                text.is_empty()
            }
            inline => inside(inline).is_some_and(|text| trim_end(&mut text.0, breaks) && text.is_empty()),
        };
        if !gone {
            return false;
        }
        list.remove(index);
    }
    true
}

/// The same for lines that count: only empty ones at the end go.
fn trim_lines(list: &mut Vec<Inline>) {
    while let Some(Inline::Text(text)) = list.last_mut() {
        text.truncate(text.trim_end_matches(['\n', '\r', ' ']).len());
        if !text.is_empty() {
            return;
        }
        list.pop();
    }
}

/// Removes breaks and a space that begin a line.
pub(super) fn trim_start(list: &mut Vec<Inline>) {
    while let Some(first) = list.first_mut() {
        match first {
            Inline::Break {} => {}
            Inline::Text(text) => {
                *text = text.trim_start_matches(' ').to_owned();
                if !text.is_empty() {
                    return;
                }
            }
            _ => return,
        }
        list.remove(0);
    }
}
