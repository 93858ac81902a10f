//! The table of contents: in the margin where there is one, else in a dialog. The section that is being read is marked.

use crate::components::keep;
use crate::components::panel::{close_button, head};
use crate::config::Config;
use crate::i18n::Message;
use crate::model::outline::Outline;
use crate::model::{Article, plain_text};
use crate::platform::clock::{Slice, turn};
use crate::platform::dialog as modal;
use crate::platform::dom::{El, closest, el, find};
use crate::platform::listen::Listener;
use crate::platform::page;
use crate::render::sections::target;
use crate::state::Context;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Element, HtmlElement};

/// Fewer sections than that need no table.
const FEWEST: usize = 3;

/// How far below the top of the window a section has to begin, at most, to be the one that is read, in CSS pixels: one that
/// was gone to is.
pub(super) const LINE: f64 = 96.0;

/// A section as the table has it.
struct Row {
    section: HtmlElement,
    /// The link to it.
    link: El,
    /// Whether it stands in no other.
    top: bool,
}

/// The table of one article. There is one list, in the margin; the dialog borrows it while it is open.
pub(super) struct Contents {
    rows: RefCell<Vec<Row>>,
    list: El,
    /// What holds the list in the margin.
    inside: El,
    dialog: El,
    /// What holds the list in the dialog.
    sheet: El,
    config: Rc<Config>,
    /// Which row is marked.
    marked: Cell<Option<usize>>,
}

impl Contents {
    /// Puts an empty table into the article at `root`, where there are sections enough.
    pub(super) fn new(root: &El, context: &Context, article: &Article, outline: &Outline) -> Option<Rc<Self>> {
        let prose = find(root.node(), ".prose").filter(|_| outline.entries.len() >= FEWEST)?;
        let catalog = context.catalog;
        let locale = catalog.locale();
        let own = |element: El| element.attr("lang", locale.tag).attr("dir", locale.direction.as_str());
        let title = |class| el("h2", class).add(own(el("span", "")).text(catalog.get(Message::Contents)));
        // The words are the article's: in its language, and from its side.
        let as_article = |name| root.node().get_attribute(name);
        let list = el("ol", "contents__list").maybe("lang", as_article("lang").as_deref());
        let list = list.maybe("dir", as_article("dir").as_deref());
        // There may be several on a page.
        let label = [catalog.get(Message::Contents), ": ", &plain_text(&article.title)].concat();
        let margin = el("nav", "contents").attr("part", "contents").attr("aria-label", &label);
        let inside =
            el("div", "contents__inside").attr("tabindex", "-1").add(title("contents__title")).add(list.clone());
        El::from_html(prose).put_first(margin.add(inside.clone()));

        let head = head(title("panel__title"), close_button("contents__close", catalog));
        let dialog = el("dialog", "overlay contents-dialog").attr("aria-label", &label);
        let sheet = el("div", "overlay__panel contents-sheet").add(head);
        let dialog = dialog.add(sheet.clone());
        // Over the reader, because it is none of the article's own words.
        let _ = El::from(root.node().parent_element()?).add(dialog.clone());
        let (rows, marked) = (RefCell::default(), Cell::default());
        let config = context.config.clone();
        let contents = Rc::new(Self { rows, list, inside, dialog, sheet, config, marked });
        contents.behave();
        Some(contents)
    }

    fn behave(self: &Rc<Self>) {
        keep(modal::behaviour(&self.dialog));
        let closed = Rc::downgrade(self);
        keep(Listener::new(self.dialog.node(), "close", move |_| {
            if let Some(contents) = closed.upgrade() {
                contents.give_back();
            }
        }));
        let pressed = Rc::downgrade(self);
        keep(Listener::new(self.dialog.node(), "click", move |event| {
            let Some(contents) = pressed.upgrade() else { return };
            let Some(pressed) = target(&event).and_then(|target| closest(&target, ".contents__link, .contents__close"))
            else {
                return;
            };
            event.prevent_default();
            modal::close(&contents.dialog);
            contents.give_back();
            // Only there does the article hear it; and no element is clicked while it is being clicked.
            if pressed.tag_name() == "A" {
                spawn_local(async move {
                    turn().await;
                    El::from(pressed).html().click();
                });
            }
        }));
    }

    /// Fills the table, giving the browser a turn now and then; until `shown` says that the article has gone.
    pub(super) async fn fill(&self, root: &El, article: &Article, outline: &Outline, shown: impl Fn() -> bool) {
        let mut slice = Slice::begin();
        for entry in &outline.entries {
            let words = article.sections.get(entry.sections.start).map(|section| plain_text(&section.heading));
            let section = page::by_id(root.node(), &self.config.id(&entry.slug));
            let section = section.and_then(|heading| closest(&heading, ".section"));
            let (Some(words), Some(section)) = (words, section) else { continue };
            let depth = if entry.parent.is_some() { "2" } else { "1" };
            let link = el("a", "contents__link").attr("href", &["#", &entry.slug].concat());
            let link = link.add(el("span", "").attr("dir", "auto").text(&words));
            let item = el("li", "contents__item").attr("data-depth", depth).add(link.clone());
            let _ = self.list.clone().add(item);
            let section = El::from(section).html().clone();
            self.rows.borrow_mut().push(Row { section, link, top: entry.parent.is_none() });
            if slice.is_over() {
                turn().await;
                if !shown() {
                    return;
                }
                slice = Slice::begin();
            }
        }
        self.mark();
    }

    /// Opens the dialog.
    pub(super) fn open(&self) {
        self.mark();
        let _ = self.sheet.clone().add(self.list.clone());
        let marked = self.marked.get().and_then(|row| self.rows.borrow().get(row).map(|row| row.link.clone()));
        // The browser goes there as it opens.
        let marked = marked.map(|link| link.attr("autofocus", ""));
        modal::open(&self.dialog);
        let _ = marked.map(|link| link.without("autofocus"));
    }

    /// Puts the list back into the margin.
    fn give_back(&self) {
        let _ = self.inside.clone().add(self.list.clone());
    }

    /// Marks the section that is being read.
    pub(super) fn mark(&self) {
        let now = self.current();
        let before = self.marked.replace(now);
        if before == now {
            return;
        }
        let rows = self.rows.borrow();
        if let Some(row) = before.and_then(|row| rows.get(row)) {
            let _ = row.link.clone().without("aria-current");
        }
        if let Some(row) = now.and_then(|row| rows.get(row)) {
            let _ = row.link.clone().attr("aria-current", "location");
            show_in(self.inside.html(), row.link.html());
        }
    }

    /// The last section that has passed the line. Asking where something is has the browser lay it out, so sections inside
    /// others are asked only in the one that is read.
    fn current(&self) -> Option<usize> {
        let rows = self.rows.borrow();
        let passed = |row: &Row| top(&row.section) <= LINE;
        let tops: Vec<_> = rows.iter().enumerate().filter(|(_, row)| row.top).collect();
        let at = tops.partition_point(|(_, row)| passed(row)).checked_sub(1)?;
        let first = tops.get(at)?.0;
        let end = tops.get(at + 1).map_or(rows.len(), |(next, _)| *next);
        let mut inner = rows.get(first + 1..end)?.iter().enumerate();
        let last = inner.rfind(|(_, row)| is_laid_out(&row.section) && passed(row));
        Some(last.map_or(first, |(inner, _)| first + 1 + inner))
    }
}

fn top(element: &Element) -> f64 {
    element.get_bounding_client_rect().top()
}

/// What stands in a closed section has no place.
pub(super) fn is_laid_out(section: &HtmlElement) -> bool {
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
