//! What stands in a line: marks, links, breaks, pictures in the text, ruby, times.

use super::Node;
use super::allow::{self, Rule};
use super::flow::{Flow, Takes};
use super::line::Wrap;
use super::place::{Place, plain};
use super::walk::{Walk, span};
use crate::model::plain::without_overrides;
use crate::model::{Inline, Link, Text};

impl<N: Node> Walk<'_, N> {
    /// An element in a line. One that would stand apart is set off by a space when all is one line.
    #[inline(never)]
    pub(super) fn in_line(&mut self, rule: Rule, node: &N, place: &Place<'_>, flow: &mut Flow) {
        match rule {
            Rule::Mark(mark) => self.wrapped(Wrap::Mark(mark), node, place, flow),
            Rule::Link => self.link(node, place, flow),
            Rule::Abbr => {
                let wrap = self.label(&allow::TITLE, node).map_or(Wrap::None, Wrap::Abbr);
                self.wrapped(wrap, node, place, flow);
            }
            Rule::Time => {
                let wrap = self.label(&allow::DATETIME, node).map_or(Wrap::None, Wrap::Time);
                self.wrapped(wrap, node, place, flow);
            }
            Rule::Override => {
                self.downgraded(place, "its letters keep their own direction");
                self.wrapped(Wrap::None, node, place, flow);
            }
            Rule::Ruby => self.ruby(node, place, flow),
            Rule::Image => self.picture(node, None, place, flow),
            Rule::Picture => self.picture_of(node, place, flow),
            Rule::Noscript => self.noscript(node, place, flow),
            Rule::Math => self.math(node, place, flow),
            Rule::Drawing => self.drawing(node, place, flow),
            Rule::Input => self.input(node, place, flow),
            // Headings that open something hold their text in a button.
            Rule::Button if flow.flat => self.wrapped(Wrap::None, node, place, flow),
            Rule::Button if self.is_empty(node) => {}
            Rule::Button => self.dropped(place, "a form control"),
            Rule::Object => self.object(node, place, flow),
            Rule::Video | Rule::Audio | Rule::Frame => self.dropped(place, "no place for it in a line"),
            rule => {
                let apart = rule.is_block();
                if apart {
                    flow.line.gap();
                }
                self.wrapped(Wrap::None, node, place, flow);
                if apart {
                    flow.line.gap();
                }
            }
        }
    }

    /// The children of an element inside a mark, with its name, language and direction.
    pub(super) fn wrapped(&mut self, wrap: Wrap, node: &N, place: &Place<'_>, flow: &mut Flow) {
        if let Some(id) = self.id(&allow::ID, node) {
            flow.line.anchor(id);
        }
        self.within(wrap, node, place, flow);
    }

    fn within(&mut self, wrap: Wrap, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let locale = span(self.locale(node));
        let fits = flow.line.open(wrap) & flow.line.open(locale);
        if !fits {
            self.downgraded(place, "too many marks: only its text is kept");
        }
        self.children(node, place, flow);
        flow.line.close();
        flow.line.close();
    }

    fn link(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let Some(href) = allow::HREF.of(node) else {
            if let Some(name) = self.id(&allow::NAME, node) {
                flow.line.anchor(name);
            }
            return self.wrapped(Wrap::None, node, place, flow);
        };
        if let Some(target) = href.trim().strip_prefix('#')
            && self.in_notes(target, node, place, flow)
        {
            return;
        }
        if flow.line.in_link() {
            self.downgraded(place, "a link in a link");
            return self.wrapped(Wrap::None, node, place, flow);
        }
        let wrap = self.href(&href, place).map_or(Wrap::None, |href| {
            let title = self.label(&allow::TITLE, node).filter(|title| *title != plain(node));
            Wrap::Link { href, title }
        });
        self.wrapped(wrap, node, place, flow);
        for host in std::mem::take(&mut flow.line.deceived) {
            self.downgraded(place, format_args!("its text names another place than {host}"));
        }
    }

    /// Where a link leads, with a note when that is refused.
    pub(super) fn href(&mut self, href: &str, place: &Place<'_>) -> Option<Link> {
        // What leads to the top of the page, or only runs a script, is no link to anywhere.
        if matches!(href.trim(), "" | "#") {
            return None;
        }
        Link::parse(href, self.base).map_err(|error| self.downgraded(place, format_args!("link: {error}"))).ok()
    }

    /// A base and its reading, once or several times in a row.
    fn ruby(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let mut base = Flow::new(Vec::new(), true, Takes::Nothing);
        self.each(node, place, &mut |walk, child, at| {
            let Some(inner) = at.filter(|at| matches!(at.name, "rt" | "rtc")) else {
                return walk.node(child, place, at, &mut base);
            };
            let reading = without_overrides(&plain(child));
            let text = base.text();
            match text.is_empty() {
                true if reading.is_empty() => {}
                true => walk.dropped(inner, "a reading of nothing"),
                false if reading.is_empty() => text.0.into_iter().for_each(|inline| flow.line.push(inline)),
                false => flow.line.push(Inline::Ruby { text, reading }),
            }
        });
        base.text().0.into_iter().for_each(|inline| flow.line.push(inline));
    }

    /// A drawing leaves its title or the words in it.
    fn drawing(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let title = super::place::find(node, &|_, name| name == "svg:title").map(|title| plain(&title));
        let words = title.or_else(|| self.label(&allow::ARIA_LABEL, node)).unwrap_or_else(|| plain(node));
        let words = without_overrides(words.trim());
        if words.is_empty() || allow::ARIA_HIDDEN.of(node).is_some_and(|hidden| hidden == "true") {
            return self.dropped(place, "a drawing");
        }
        self.downgraded(place, "a drawing: only its words are kept");
        flow.line.push(Inline::Unknown { name: "svg".to_owned(), text: Text::plain(words) });
    }

    /// A checkbox in an item makes it a task.
    fn input(&mut self, node: &N, place: &Place<'_>, flow: &mut Flow) {
        let kind = allow::TYPE.of(node).unwrap_or_default().to_ascii_lowercase();
        if kind == "checkbox" && flow.takes == Takes::Task && flow.task.is_none() && flow.line.is_blank() {
            flow.task = Some(allow::CHECKED.of(node).is_some());
        } else if kind != "hidden" {
            self.dropped(place, "a form control");
        }
    }
}
