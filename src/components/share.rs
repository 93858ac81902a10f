//! The share dialog: what is shared, the system's own sharing where it takes it, the targets, the address to copy, forms to
//! copy it in. Made anew each time it is opened.

mod copies;
mod mastodon;
mod own;
mod preview;
mod qr;
mod quote;
mod targets;

use super::keep;
use super::panel::{Answer, Ask, close_button, head};
use crate::EMBEDDED;
use crate::i18n::{Later, Message};
use crate::model::media::Image;
use crate::model::plain_text;
use crate::platform::dialog as modal;
use crate::platform::dom::{El, el};
use crate::platform::listen::Listener;
use crate::platform::share::{self as system, Payload, Selected};
use crate::platform::{clock, page};
use crate::share::{self, Embed, Own, Subject};
use crate::state::{Context, Document, Told};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// How long "Copied" is said, in milliseconds.
const COPIED: u32 = 2_000;

/// What a click asked to share.
pub(crate) enum Shared {
    /// The article.
    Article,
    /// What is selected of it.
    Selection,
    /// One section of it.
    Section { slug: String, title: String },
    /// One picture of it.
    Image { url: String, title: String },
}

/// Puts the dialog of an article into `parent`, closed.
pub(super) fn dialog(parent: &El, context: Context, document: &Rc<Document>) -> Answer {
    let dialog = ShareDialog::new(parent, context, document);
    Rc::new(move |ask| match ask {
        Ask::Begin => dialog.prepare(),
        Ask::Share(shared, selected) => dialog.open(shared, selected),
        Ask::Open(_) | Ask::Watch(_) => {}
    })
}

/// Something that can be shared.
#[derive(Clone)]
struct Choice {
    /// What choosing it is called.
    name: Later,
    /// It, its address without a campaign.
    subject: Subject,
    /// What it says, where it says something.
    excerpt: String,
    /// Whether its address is a page, to which a campaign can be added.
    is_page: bool,
}

/// The dialog of one article.
struct ShareDialog {
    context: Context,
    article: Subject,
    standfirst: String,
    /// The article's first picture.
    image: Option<Image>,
    /// The publisher's own targets.
    own: Vec<Own>,
    element: El,
    /// What the open dialog listens to, and says for a while.
    open: RefCell<(Vec<Vec<Listener>>, Option<clock::Timer>)>,
    /// It is filled with the article already.
    prepared: Cell<bool>,
}

impl ShareDialog {
    /// Puts the dialog of an article into `parent`, closed.
    fn new(parent: &El, context: Context, document: &Document) -> Rc<Self> {
        let article = &document.article;
        let url = article.url.as_ref().map(|url| url.as_str().to_owned());
        let subject = Subject {
            title: plain_text(&article.title),
            url: url.unwrap_or_else(address_of_page),
            quote: None,
            source: article.source.clone().or_else(|| context.config.site_name.clone()),
            authors: article.authors.iter().map(|author| author.name.clone()).collect(),
            published: article.published.clone(),
            embed: embed(document),
        };
        let element =
            el("dialog", "overlay share-dialog").attr("data-testid", "share-dialog").attr("part", "share-dialog");
        keep(modal::behaviour(&element));
        let _ = parent.clone().add(element.clone());
        Rc::new(Self {
            article: subject,
            standfirst: plain_text(&article.standfirst),
            image: article.image.clone(),
            own: own::targets(context.config.own_targets.as_deref()),
            context,
            element,
            open: RefCell::default(),
            prepared: Cell::default(),
        })
    }

    /// The article, as a choice.
    fn whole(&self) -> Choice {
        let excerpt = self.standfirst.clone();
        Choice { name: Later::ScopeArticle, subject: self.article.clone(), excerpt, is_page: true }
    }

    /// Fills the dialog before it is opened: a click has to be answered within a frame.
    fn prepare(self: &Rc<Self>) {
        if !self.element.node().has_attribute("open") && !self.prepared.replace(true) {
            self.show(&[self.whole()]);
        }
    }

    /// Opens the dialog about a part, the whole always being another choice; `selected` is text of the article.
    fn open(self: &Rc<Self>, shared: Shared, selected: Option<Selected>) {
        if self.prepared.take() && matches!(shared, Shared::Article) && selected.is_none() {
            return modal::open(&self.element);
        }
        let article = || self.article.clone();
        let part = |name, subject, excerpt: &str| Choice { name, subject, excerpt: excerpt.to_owned(), is_page: true };
        let whole = self.whole();
        let selection = selected.map(|selected| {
            let url = quote::address(&self.article.url, &selected);
            let subject = Subject { url, quote: Some(selected.text.clone()), embed: None, ..article() };
            part(Later::ScopeSelection, subject, &selected.text)
        });
        let choices = match shared {
            Shared::Article => [whole].into_iter().chain(selection).collect(),
            Shared::Selection => selection.into_iter().chain([whole]).collect(),
            Shared::Section { slug, title } => {
                let url = [&self.article.url, "#", &share::encode(&slug)].concat();
                let subject = Subject { title, url, embed: None, ..article() };
                vec![part(Later::ScopeSection, subject, ""), whole]
            }
            Shared::Image { url, title } => {
                let subject = Subject { title, url, embed: None, ..article() };
                vec![Choice { is_page: false, ..part(Later::ScopeImage, subject, "") }, whole]
            }
        };
        self.show(&choices);
        modal::open(&self.element);
    }

    /// Fills the dialog; the first choice is taken.
    fn show(self: &Rc<Self>, choices: &[Choice]) {
        let Some(first) = choices.first() else { return };
        let catalog = self.context.catalog;
        let part = el("div", "share__part");
        let mut listeners = vec![self.fill(&part, first)];
        let close = close_button("share__close", catalog).attr("data-testid", "share-close");
        let dialog = self.element.clone();
        listeners.push(vec![Listener::new(close.node(), "click", move |_| modal::close(&dialog))]);
        let title = el("h2", "panel__title share__title")
            .attr("id", &self.context.config.id("share-title"))
            .text(catalog.get(Message::ShareArticle));
        let mut content = el("div", "overlay__panel share").add(head(title, close));
        if choices.len() > 1 {
            let legend = el("legend", "visually-hidden").text(catalog.get(Later::ShareScope));
            let mut scope = el("fieldset", "share__scope").add(legend);
            for (index, choice) in choices.iter().enumerate() {
                let radio = el("input", "").attr("type", "radio").attr("name", &self.context.config.id("share-scope"));
                let radio = if index == 0 { radio.attr("checked", "") } else { radio };
                let (this, part, chosen) = (Rc::downgrade(self), part.clone(), choice.clone());
                listeners.push(vec![Listener::new(radio.node(), "change", move |_| {
                    let Some(this) = this.upgrade() else { return };
                    let replaced = this.fill(&part, &chosen);
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
        let _ = self.element.clone().attr("aria-labelledby", &self.context.config.id("share-title"));
    }

    /// Everything that depends on what is shared.
    fn fill(self: &Rc<Self>, part: &El, choice: &Choice) -> Vec<Listener> {
        let mut listeners = Vec::new();
        let message = el("p", "share__message").attr("role", "status");
        let all = el("div", "share__all").add(self.preview(choice));
        let all = all.add_some(self.native(choice, &message, &mut listeners));
        // To where no one else gets, nothing leads.
        let open = choice.subject.url.starts_with("http");
        let all = if open { self.targets(all, choice, &message, &mut listeners) } else { all };
        let all = self.copy_row(all, choice, message, &mut listeners);
        let all = all.add_some(self.offers("copies").then(|| self.copies(choice, &mut listeners)));
        part.hold(all.add_some((open && self.offers("qr")).then(|| self.qr(choice, &mut listeners))));
        listeners
    }

    /// What a target gets: with the campaign that leads back to it.
    fn subject(&self, choice: &Choice, target: &str) -> Subject {
        let mut subject = choice.subject.clone();
        if choice.is_page {
            subject.url = share::with_campaign(&subject.url, &self.context.config.campaign, target);
        }
        subject
    }

    /// Tells of a target that was chosen; `false` where that is prevented.
    fn tell(&self, target: &str, subject: &Subject) -> bool {
        (self.context.tell)(Told::Share { target, title: &subject.title, url: &subject.url })
    }

    /// The system's own sharing, where it takes exactly this.
    fn native(self: &Rc<Self>, choice: &Choice, message: &El, listeners: &mut Vec<Listener>) -> Option<El> {
        let subject = self.subject(choice, "native");
        let payload = Payload { title: subject.title.clone(), text: subject.quote.clone(), url: subject.url.clone() };
        if !system::can_share(&payload) {
            return None;
        }
        let button = el("button", "button button--primary share__native").attr("type", "button");
        // Straight from the click: browsers share only while it lasts.
        let (this, message) = (Rc::downgrade(self), message.clone());
        listeners.push(Listener::new(button.node(), "click", move |_| {
            let Some(this) = this.upgrade().filter(|this| this.tell("native", &subject)) else { return };
            let (message, words) = (message.clone(), this.context.catalog.get(Later::ShareFailed));
            system::share(&payload, move || message.say(words));
        }));
        Some(button.text(self.context.catalog.get(Later::ShareSystem)))
    }

    /// Unless the publisher has named others.
    fn offers(&self, id: &str) -> bool {
        let chosen = &self.context.config.share_targets;
        chosen.is_empty() || names(chosen).any(|name| name == id)
    }

    fn copy_row(self: &Rc<Self>, parent: El, choice: &Choice, message: El, listeners: &mut Vec<Listener>) -> El {
        let catalog = self.context.catalog;
        let subject = self.subject(choice, "copy");
        let field = el("input", "share__address").attr("type", "text").attr("readonly", "").attr("dir", "ltr");
        let field = field.attr("aria-label", catalog.get(Later::Link)).attr("value", &subject.url);
        let button =
            el("button", "button share__copy-button").attr("type", "button").text(catalog.get(Later::CopyLink));
        let row = el("div", "share__copy").add(field.clone()).add(button.clone());
        // The dialog keeps its listeners: one that kept the dialog would keep both for ever.
        let (this, said, label) = (Rc::downgrade(self), message.clone(), button.clone());
        listeners.push(Listener::new(button.node(), "click", move |_| {
            let (again, field, said, label) = (this.clone(), field.clone(), said.clone(), label.clone());
            if this.upgrade().is_none_or(|this| !this.tell("copy", &subject)) {
                return;
            }
            system::copy(&subject.url, move |copied| {
                if let Some(this) = again.upgrade() {
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

/// The address of the page, or of the one that it is a part of: a frame that was written in place has none.
fn address_of_page() -> String {
    let own = page::href();
    let address = if own.starts_with("http") { own } else { page::base() };
    page::without_fragment(&address).to_owned()
}

/// What shows the article on another page, if its JSON has an address, and the element's script.
fn embed(document: &Document) -> Option<Embed> {
    // An article that was given in hand is said to be at the page's address.
    let known = document.src.starts_with("http") && document.src != page::href();
    let loader = if EMBEDDED {
        system::script_named("gatefold.js")
    } else {
        page::resolve(&page::directory(), "embed/gatefold.js")
    };
    loader.filter(|_| known).map(|loader| Embed { loader, src: document.src.clone() })
}

/// The names in a list.
fn names(list: &str) -> impl Iterator<Item = &str> {
    list.split_whitespace()
}
