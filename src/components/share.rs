//! The share dialog: what is shared, the system's own sharing where it takes it, a link for each target, the address to
//! copy. Made anew each time it is opened.

mod copies;
mod mastodon;
mod qr;

use super::keep;
use super::panel::{Answer, Ask, close_button, head};
use crate::i18n::{Later, Message};
use crate::model::plain_text;
use crate::platform::dialog as modal;
use crate::platform::dom::{El, closest, el, icon};
use crate::platform::listen::Listener;
use crate::platform::share::{self as system, Payload};
use crate::platform::{clock, page};
use crate::render::sections::target;
use crate::share::{self, Subject};
use crate::state::{Context, Document, Told};
use std::cell::RefCell;
use std::rc::Rc;

/// How long "Copied" is said, in milliseconds.
const COPIED: u32 = 2_000;

/// What a click asked to share.
pub(crate) enum Shared {
    /// The article.
    Article,
    /// One section of it.
    Section { slug: String, title: String },
    /// One picture of it.
    Image { url: String, title: String },
}

/// Puts the dialog of an article into `parent`, closed.
pub(super) fn dialog(parent: &El, context: Context, document: &Document) -> Answer {
    let dialog = ShareDialog::new(parent, context, document);
    Rc::new(move |ask| {
        if let Ask::Share(shared, selected) = ask {
            dialog.open(shared, selected);
        }
    })
}

/// Something that can be shared, with the name of the choice.
#[derive(Clone)]
struct Choice {
    name: Later,
    subject: Subject,
}

/// The dialog of one article.
struct ShareDialog {
    context: Context,
    article: Subject,
    element: El,
    /// What the open dialog listens to, and says for a while.
    open: RefCell<(Vec<Vec<Listener>>, Option<clock::Timer>)>,
}

impl ShareDialog {
    /// Puts the dialog of an article into `parent`, closed.
    fn new(parent: &El, context: Context, document: &Document) -> Rc<Self> {
        let article = &document.article;
        let url = article.url.as_ref().map(|url| url.as_str().to_owned());
        let article = Subject {
            title: plain_text(&article.title),
            url: url.unwrap_or_else(|| page::without_fragment(&page::href()).to_owned()),
            quote: None,
            source: article.source.clone().or_else(|| context.config.site_name.clone()),
            authors: article.authors.iter().map(|author| author.name.clone()).collect(),
            published: article.published.clone(),
        };
        let element =
            el("dialog", "overlay share-dialog").attr("data-testid", "share-dialog").attr("part", "share-dialog");
        keep(modal::behaviour(&element));
        let _ = parent.clone().add(element.clone());
        Rc::new(Self { context, article, element, open: RefCell::default() })
    }

    /// Opens the dialog about a part, the whole always being another choice; `selected` is text of the article.
    fn open(self: &Rc<Self>, shared: Shared, selected: Option<String>) {
        let whole = Choice { name: Later::ScopeArticle, subject: self.article.clone() };
        let campaign = &self.context.config.campaign;
        let mut choices = match shared {
            Shared::Article => match selected {
                Some(quote) => {
                    let url = share::text_fragment(&self.article.url, &quote, None, None);
                    let subject = Subject { url, quote: Some(quote), ..self.article.clone() };
                    vec![whole, Choice { name: Later::ScopeSelection, subject }]
                }
                None => vec![whole],
            },
            Shared::Section { slug, title } => {
                let url = [&self.article.url, "#", &share::encode(&slug)].concat();
                vec![
                    Choice { name: Later::ScopeSection, subject: Subject { title, url, ..self.article.clone() } },
                    whole,
                ]
            }
            Shared::Image { url, title } => {
                vec![Choice { name: Later::ScopeImage, subject: Subject { title, url, ..self.article.clone() } }, whole]
            }
        };
        for choice in choices.iter_mut().filter(|choice| choice.name != Later::ScopeImage) {
            choice.subject.url = share::with_campaign(&choice.subject.url, campaign);
        }
        self.show(&choices);
        modal::open(&self.element);
    }

    /// Fills the dialog; the first choice is taken.
    fn show(self: &Rc<Self>, choices: &[Choice]) {
        let Some(first) = choices.first() else { return };
        let catalog = self.context.catalog;
        let part = el("div", "share__part");
        let mut listeners = vec![self.fill(&part, &first.subject)];
        let close = close_button("share__close", catalog).attr("data-testid", "share-close");
        let dialog = self.element.clone();
        listeners.push(vec![Listener::new(close.node(), "click", move |_| modal::close(&dialog))]);
        let title =
            el("h2", "panel__title share__title").attr("id", "gf-share-title").text(catalog.get(Message::ShareArticle));
        let mut content = el("div", "overlay__panel share").add(head(title, close));
        if choices.len() > 1 {
            let legend = el("legend", "visually-hidden").text(catalog.get(Later::ShareScope));
            let mut scope = el("fieldset", "share__scope").add(legend);
            for (index, choice) in choices.iter().enumerate() {
                let radio = el("input", "").attr("type", "radio").attr("name", "gf-share-scope");
                let radio = if index == 0 { radio.attr("checked", "") } else { radio };
                let (this, part, subject) = (Rc::downgrade(self), part.clone(), choice.subject.clone());
                listeners.push(vec![Listener::new(radio.node(), "change", move |_| {
                    let Some(this) = this.upgrade() else { return };
                    let replaced = this.fill(&part, &subject);
                    // The listeners of what was there before go with it.
                    if let Some(first) = this.open.borrow_mut().0.first_mut() {
                        *first = replaced;
                    }
                })]);
                let name = el("span", "").text(catalog.get(choice.name));
                scope = scope.add(el("label", "share__choice").add(radio).text(" ").add(name));
            }
            content = content.add(scope);
        }
        *self.open.borrow_mut() = (listeners, None);
        self.element.hold(content.add(part));
        let _ = self.element.clone().attr("aria-labelledby", "gf-share-title");
    }

    /// Everything that depends on what is shared.
    fn fill(self: &Rc<Self>, part: &El, subject: &Subject) -> Vec<Listener> {
        let catalog = self.context.catalog;
        let mut listeners = Vec::new();
        let message = el("p", "share__message").attr("role", "status");
        let (before, after) = catalog.around(Later::Sharing, "title");
        let title = el("bdi", "").text(&subject.title);
        let all = el("div", "share__all").add(el("p", "share__subject").text(before).add(title).text(after));
        let all = all.add_some(self.native(subject, &message, &mut listeners));
        let all = self.targets(all, subject, &mut listeners);
        let all = self.copy_row(all, subject, message, &mut listeners);
        let all = all.add_some(self.offers("copies").then(|| self.copies(subject, &mut listeners)));
        part.hold(all.add_some(self.offers("qr").then(|| self.qr(subject, &mut listeners))));
        listeners
    }

    /// The system's own sharing, where it takes exactly this.
    fn native(&self, subject: &Subject, message: &El, listeners: &mut Vec<Listener>) -> Option<El> {
        let payload = |subject: &Subject| Payload {
            title: subject.title.clone(),
            text: subject.quote.clone(),
            url: subject.url.clone(),
        };
        if !system::can_share(&payload(subject)) {
            return None;
        }
        let button = el("button", "button button--primary share__native").attr("type", "button");
        let subject = payload(subject);
        // Straight from the click: browsers share only while it lasts.
        let (message, words) = (message.clone(), self.context.catalog.get(Later::ShareFailed));
        listeners.push(Listener::new(button.node(), "click", move |_| {
            let message = message.clone();
            system::share(&subject, move || message.say(words));
        }));
        Some(button.text(self.context.catalog.get(Later::ShareSystem)))
    }

    /// Unless the publisher has named others.
    fn offers(&self, id: &str) -> bool {
        let chosen = &self.context.config.share_targets;
        chosen.is_empty() || names(chosen).any(|name| name == id)
    }

    fn targets(&self, parent: El, subject: &Subject, listeners: &mut Vec<Listener>) -> El {
        let chosen: Vec<_> = names(&self.context.config.share_targets).collect();
        let offered = share::offered(self.context.catalog.locale().tag, &chosen);
        let list = offered.iter().fold(el("ul", "share__targets").attr("role", "list"), |list, target| {
            let address = (target.href)(subject);
            let link = el("a", "share__target").attr("data-target", target.id).attr("href", &address);
            // A letter opens no page, and would leave an empty one behind.
            let page = address.starts_with("https:").then_some("_blank");
            let link = link.maybe("target", page).attr("rel", "noopener noreferrer");
            let glyph = el("span", "share__glyph").add(icon("icon", target.icon));
            let name = el("span", "share__label").text(target.label.text(self.context.catalog));
            list.add(el("li", "").add(link.add(glyph).add(name)))
        });
        let (tell, title, url) = (self.context.tell.clone(), subject.title.clone(), subject.url.clone());
        listeners.push(Listener::new(list.node(), "click", move |event| {
            let link = target(&event).and_then(|target| closest(&target, "[data-target]"));
            let chosen = link.and_then(|link| link.get_attribute("data-target"));
            if let Some(target) = chosen
                && !tell(Told::Share { target: &target, title: &title, url: &url })
            {
                event.prevent_default();
            }
        }));
        if !self.offers("mastodon") {
            return parent.add(list);
        }
        let (button, form) = self.mastodon(subject, listeners);
        parent.add(list.add(el("li", "").add(button))).add(form)
    }

    fn copy_row(self: &Rc<Self>, parent: El, subject: &Subject, message: El, listeners: &mut Vec<Listener>) -> El {
        let catalog = self.context.catalog;
        let field = el("input", "share__address").attr("type", "text").attr("readonly", "").attr("dir", "ltr");
        let field = field.attr("aria-label", catalog.get(Later::Link)).attr("value", &subject.url);
        let button =
            el("button", "button share__copy-button").attr("type", "button").text(catalog.get(Later::CopyLink));
        let row = el("div", "share__copy").add(field.clone()).add(button.clone());
        // The dialog keeps its listeners: one that kept the dialog would keep both for ever.
        let (this, url, said, label) = (Rc::downgrade(self), subject.url.clone(), message.clone(), button.clone());
        listeners.push(Listener::new(button.node(), "click", move |_| {
            let (this, field, said, label) = (this.clone(), field.clone(), said.clone(), label.clone());
            system::copy(&url, move |copied| {
                if let Some(this) = this.upgrade() {
                    this.copied(copied, &field, &said, &label);
                }
            });
        }));
        parent.add(row).add(message)
    }

    /// Says that the address is on the clipboard; where that was refused, selects it and says what to press.
    fn copied(&self, copied: bool, field: &El, message: &El, label: &El) {
        let catalog = self.context.catalog;
        if !copied {
            message.say(catalog.get(Later::CopyRefused));
            system::select_all(field);
            return;
        }
        message.say(catalog.get(Later::Copied));
        label.say(catalog.get(Later::Copied));
        let (message, label) = (message.clone(), label.clone());
        let timer = clock::after(COPIED, move || {
            message.say("");
            label.say(catalog.get(Later::CopyLink));
        });
        self.open.borrow_mut().1 = Some(timer);
    }
}

/// The names in a list.
fn names(list: &str) -> impl Iterator<Item = &str> {
    list.split_whitespace()
}
