//! The table of contents: in the margin where there is one, else in a dialog. The section that is being read is marked.

use crate::components::keep;
use crate::components::panel::{close_button, head};
use crate::i18n::Message;
use crate::model::outline::Outline;
use crate::model::{Article, plain_text};
use crate::platform::dialog as modal;
use crate::platform::dom::{El, closest, el, find};
use crate::platform::listen::Listener;
use crate::platform::page;
use crate::render::ID;
use crate::render::sections::target;
use crate::state::Context;
use std::cell::Cell;
use std::rc::Rc;
use web_sys::{Element, HtmlElement};

/// Fewer sections than that need no table.
const FEWEST: usize = 3;

/// How far below the top of the window a section has to begin, at most, to be the one that is read, in CSS pixels: one that
/// was gone to is.
const LINE: f64 = 96.0;

/// A section as the table has it.
struct Row {
    section: HtmlElement,
    /// The links to it: in the margin, and in the dialog.
    links: [El; 2],
    /// Whether it stands in no other.
    top: bool,
}

/// The table of one article.
pub(super) struct Contents {
    rows: Vec<Row>,
    margin: El,
    dialog: El,
    /// Which row is marked.
    marked: Cell<Option<usize>>,
}

impl Contents {
    /// Puts it into the article at `root`, where there are sections enough.
    pub(super) fn new(root: &El, context: &Context, article: &Article, outline: &Outline) -> Option<Rc<Self>> {
        let prose = find(root.node(), ".prose").filter(|_| outline.entries.len() >= FEWEST)?;
        let catalog = context.catalog;
        let locale = catalog.locale();
        let own = |element: El| element.attr("lang", locale.tag).attr("dir", locale.direction.as_str());
        let title = |class| el("h2", class).add(own(el("span", "")).text(catalog.get(Message::Contents)));
        let lists = [el("ol", "contents__list"), el("ol", "contents__list")];
        let mut rows = Vec::new();
        for entry in &outline.entries {
            let words = article.sections.get(entry.sections.start).map(|section| plain_text(&section.heading));
            let section = page::by_id(root.node(), &[ID, &entry.slug].concat());
            let section = section.and_then(|heading| closest(&heading, ".section"));
            let (Some(words), Some(section)) = (words, section) else { continue };
            let depth = if entry.parent.is_some() { "2" } else { "1" };
            let links = lists.clone().map(|list| {
                let link = el("a", "contents__link").attr("href", &["#", &entry.slug].concat());
                let link = link.add(el("span", "").attr("dir", "auto").text(&words));
                let _ = list.add(el("li", "contents__item").attr("data-depth", depth).add(link.clone()));
                link
            });
            let section = El::from(section).html().clone();
            rows.push(Row { section, links, top: entry.parent.is_none() });
        }
        // The words are the article's: in its language, and from its side.
        let [beside, over] = lists;
        let as_article = |name| root.node().get_attribute(name);
        let over = over.maybe("lang", as_article("lang").as_deref()).maybe("dir", as_article("dir").as_deref());
        // There may be several on a page.
        let label = [catalog.get(Message::Contents), ": ", &plain_text(&article.title)].concat();
        let margin = el("nav", "contents").attr("part", "contents").attr("aria-label", &label);
        let inside = el("div", "contents__inside").attr("tabindex", "-1").add(title("contents__title")).add(beside);
        let margin = margin.add(inside);
        El::from_html(prose).put_first(margin.clone());

        let head = head(title("panel__title"), close_button("contents__close", catalog));
        let dialog = el("dialog", "overlay contents-dialog").attr("aria-label", &label);
        let dialog = dialog.add(el("div", "overlay__panel contents-sheet").add(head).add(over));
        // Over the reader, because it is none of the article's own words.
        let _ = El::from(root.node().parent_element()?).add(dialog.clone());
        keep(modal::behaviour(&dialog));
        let (shown, pairs) = (dialog.clone(), rows.iter().map(|row: &Row| row.links.clone()).collect::<Vec<_>>());
        keep(Listener::new(dialog.node(), "click", move |event| {
            let Some(pressed) = target(&event).and_then(|target| closest(&target, ".contents__link, .contents__close"))
            else {
                return;
            };
            event.prevent_default();
            modal::close(&shown);
            // The article follows the one in the margin, which leads to the same place.
            if let Some([twin, _]) = pairs.iter().find(|[_, link]| link.node().is_same_node(Some(&pressed))) {
                twin.html().click();
            }
        }));
        let contents = Rc::new(Self { rows, margin, dialog, marked: Cell::default() });
        contents.mark();
        Some(contents)
    }

    /// Opens the dialog.
    pub(super) fn open(&self) {
        self.mark();
        modal::open(&self.dialog);
    }

    /// Marks the section that is being read.
    pub(super) fn mark(&self) {
        let now = self.current();
        let before = self.marked.replace(now);
        if before == now {
            return;
        }
        for link in before.and_then(|row| self.rows.get(row)).iter().flat_map(|row| &row.links) {
            let _ = link.clone().without("aria-current");
        }
        for link in now.and_then(|row| self.rows.get(row)).iter().flat_map(|row| &row.links) {
            let _ = link.clone().attr("aria-current", "location");
        }
        if let (Some(inside), Some(row)) = (find(self.margin.node(), "div"), now.and_then(|row| self.rows.get(row))) {
            show_in(&inside, row.links[0].html());
        }
    }

    /// The last section that has passed the line. Asking where something is has the browser lay it out, so sections inside
    /// others are asked only in the one that is read.
    fn current(&self) -> Option<usize> {
        let passed = |row: &Row| top(&row.section) <= LINE;
        let tops: Vec<_> = self.rows.iter().enumerate().filter(|(_, row)| row.top).collect();
        let at = tops.partition_point(|(_, row)| passed(row)).checked_sub(1)?;
        let first = tops.get(at)?.0;
        let end = tops.get(at + 1).map_or(self.rows.len(), |(next, _)| *next);
        let mut inner = self.rows.get(first + 1..end)?.iter().enumerate();
        let last = inner.rfind(|(_, row)| is_laid_out(&row.section) && passed(row));
        Some(last.map_or(first, |(inner, _)| first + 1 + inner))
    }
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// What stands in a closed section has no place.
fn is_laid_out(section: &HtmlElement) -> bool {
    section.offset_height() > 0 && closest(section, ".section__body[hidden]").is_none()
}

/// Scrolls a list so that one of its rows shows; never the page.
fn show_in(list: &HtmlElement, row: &HtmlElement) {
    let (from, room) = (list.scroll_top(), list.client_height());
    let (row_top, row_end) = (row.offset_top(), row.offset_top() + row.offset_height());
    if row_top < from || row_end > from + room {
        list.set_scroll_top(row_top - room / 2);
    }
}
