//! The share dialog: what is shared, the system's own sharing where it takes it, a link for each target, the address to
//! copy.

use super::{holding, local};
use crate::i18n::Message;
use crate::model::plain_text;
use crate::platform::dom::icon;
use crate::platform::share::{self as system, Payload};
use crate::platform::{clock, page};
use crate::render::Icon;
use crate::share::{self, Subject, TARGETS, Target};
use crate::state::{Context, Document};
use leptos::html::{a, bdi, button, div, fieldset, h2, header, input, label, legend, li, p, span, ul};
use leptos::{ev, prelude::*};
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

/// Something that can be shared, with the name of the choice.
#[derive(Clone)]
struct Choice {
    name: Message,
    subject: Subject,
}

/// The dialog of one article.
pub(crate) struct ShareDialog {
    context: Context,
    article: Subject,
    choices: RwSignal<Vec<Choice>, LocalStorage>,
    chosen: RwSignal<usize>,
    copied: RwSignal<bool>,
    said: RwSignal<&'static str>,
    element: NodeRef<leptos::html::Dialog>,
    field: NodeRef<leptos::html::Input>,
    timer: RefCell<Option<clock::Timer>>,
}

impl ShareDialog {
    pub(crate) fn new(context: Context, document: &Document) -> Rc<Self> {
        let article = &document.article;
        let url = article.url.as_ref().map(|url| url.as_str().to_owned());
        let article = Subject {
            title: plain_text(&article.title),
            url: url.unwrap_or_else(|| page::without_fragment(&page::href()).to_owned()),
            quote: None,
            source: article.source.clone().or_else(|| context.config.site_name.clone()),
        };
        Rc::new(Self {
            context,
            article,
            choices: RwSignal::new_local(Vec::new()),
            chosen: RwSignal::new(0),
            copied: RwSignal::new(false),
            said: RwSignal::new(""),
            element: NodeRef::new(),
            field: NodeRef::new(),
            timer: RefCell::default(),
        })
    }

    /// Opens the dialog about a part, the whole always being another choice; `selected` is text of the article.
    pub(crate) fn open(&self, shared: Shared, selected: Option<String>) {
        let whole = Choice { name: Message::ScopeArticle, subject: self.article.clone() };
        let campaign = &self.context.config.campaign;
        let mut choices = match shared {
            Shared::Article => match selected {
                Some(quote) => {
                    let url = share::text_fragment(&self.article.url, &quote, None, None);
                    let subject = Subject { url, quote: Some(quote), ..self.article.clone() };
                    vec![whole, Choice { name: Message::ScopeSelection, subject }]
                }
                None => vec![whole],
            },
            Shared::Section { slug, title } => {
                let url = [&self.article.url, "#", &share::encode(&slug)].concat();
                vec![
                    Choice { name: Message::ScopeSection, subject: Subject { title, url, ..self.article.clone() } },
                    whole,
                ]
            }
            Shared::Image { url, title } => {
                vec![
                    Choice { name: Message::ScopeImage, subject: Subject { title, url, ..self.article.clone() } },
                    whole,
                ]
            }
        };
        for choice in choices.iter_mut().filter(|choice| choice.name != Message::ScopeImage) {
            choice.subject.url = share::with_campaign(&choice.subject.url, campaign);
        }
        self.chosen.set(0);
        self.said.set("");
        self.copied.set(false);
        self.choices.set(choices);
        if let Some(dialog) = self.element.get_untracked() {
            // Fails only when it is open already.
            if dialog.show_modal().is_ok() {
                page::lock_scroll(true);
            }
        }
    }

    fn subject(&self) -> Subject {
        let chosen = self.chosen.get();
        self.choices.with(|choices| choices.get(chosen).map(|choice| choice.subject.clone())).unwrap_or_default()
    }

    /// The dialog, closed.
    pub(crate) fn view(self: Rc<Self>) -> impl IntoView {
        let outside = self.clone();
        on_cleanup(|| page::lock_scroll(false));
        let inner = div().class("share").child((
            self.clone().top(),
            self.clone().scope(),
            self.clone().native(),
            self.clone().targets(),
            self.clone().copy_row(),
        ));
        leptos::html::dialog()
            .class("share-dialog")
            .attr("aria-labelledby", "gf-share-title")
            .attr("data-testid", "share-dialog")
            .node_ref(self.element)
            .on(ev::close, |_| page::lock_scroll(false))
            .on(ev::click, move |event| {
                // The content fills the dialog: a click on the dialog itself is one beside it.
                if event.target() == event.current_target() {
                    outside.close();
                }
            })
            .child(inner)
    }

    fn close(&self) {
        if let Some(dialog) = self.element.get_untracked() {
            dialog.close();
        }
    }

    fn top(self: Rc<Self>) -> impl IntoView {
        let catalog = self.context.catalog;
        let (before, after) = catalog.around(Message::Sharing, "title");
        let named = self.clone();
        let close = button().class("icon-button share__close").attr("type", "button");
        let close = close.attr("aria-label", catalog.get(Message::Close)).attr("data-testid", "share-close");
        let close = close.on(ev::click, move |_| self.close()).directive(holding(Icon::Close.draw("")), ());
        (
            header().class("share__header").child((
                h2().class("share__title").id("gf-share-title").child(catalog.get(Message::ShareArticle)),
                close,
            )),
            p().class("share__subject").child((before, bdi().child(local(move || named.subject().title)), after)),
        )
    }

    /// The choice between the parts, where there is one.
    fn scope(self: Rc<Self>) -> impl IntoView {
        let catalog = self.context.catalog;
        local(move || {
            let names: Vec<_> = self.choices.with(|choices| choices.iter().map(|choice| choice.name).collect());
            if names.len() < 2 {
                return None;
            }
            let chosen = self.chosen;
            let choice = |(index, name): (usize, Message)| {
                let radio = input().attr("type", "radio").attr("name", "gf-share-scope");
                let radio = radio.attr("checked", (index == 0).then_some(""));
                label().class("share__choice").child((
                    radio.on(ev::change, move |_| chosen.set(index)),
                    " ",
                    span().child(catalog.get(name)),
                ))
            };
            let choices: Vec<_> = names.into_iter().enumerate().map(choice).collect();
            let name = legend().class("visually-hidden").child(catalog.get(Message::ShareScope));
            Some(fieldset().class("share__scope").child((name, choices)))
        })
    }

    /// The system's own sharing, where it takes exactly this.
    fn native(self: Rc<Self>) -> impl IntoView {
        local(move || {
            let subject = self.subject();
            let payload = |subject: &Subject| {
                let payload = Payload { title: &subject.title, text: subject.quote.as_deref(), url: &subject.url };
                system::can_share(&payload)
            };
            let catalog = self.context.catalog;
            payload(&subject).then(|| {
                button()
                    .class("button button--primary share__native")
                    .attr("type", "button")
                    // Straight from the click: browsers share only while it lasts.
                    .on(ev::click, move |_| {
                        let text = subject.quote.as_deref();
                        system::share(&Payload { title: &subject.title, text, url: &subject.url });
                    })
                    .child(catalog.get(Message::ShareSystem))
            })
        })
    }

    fn targets(self: Rc<Self>) -> impl IntoView {
        let items: Vec<_> = TARGETS.iter().map(|target| self.clone().target(target)).collect();
        ul().class("share__targets").attr("role", "list").child(items)
    }

    fn target(self: Rc<Self>, target: &'static Target) -> impl IntoView {
        let glyph = span().class("share__glyph").directive(holding(icon("icon", target.icon)), ());
        let name = span().class("share__label").child(target.label.text(self.context.catalog));
        li().child(
            a().class("share__target")
                .attr("target", "_blank")
                .attr("rel", "noopener noreferrer")
                .attr("data-target", target.id)
                .attr("href", local(move || (target.href)(&self.subject())))
                .child((glyph, name)),
        )
    }

    fn copy_row(self: Rc<Self>) -> impl IntoView {
        let catalog = self.context.catalog;
        let (shown, this, said, copied) = (self.clone(), self.clone(), self.said, self.copied);
        let field = input()
            .class("share__address")
            .attr("type", "text")
            .attr("readonly", "")
            .attr("dir", "ltr")
            .attr("aria-label", catalog.get(Message::Link))
            .node_ref(self.field)
            .prop("value", local(move || shown.subject().url));
        let copy = button()
            .class("button share__copy-button")
            .attr("type", "button")
            .on(ev::click, move |_| this.clone().copy())
            .child(move || catalog.get(if copied.get() { Message::Copied } else { Message::CopyLink }));
        (
            div().class("share__copy").child((field, copy)),
            p().class("share__message")
                .attr("role", "status")
                .child(move || if copied.get() { catalog.get(Message::Copied) } else { said.get() }),
        )
    }

    /// Copies the address; where the clipboard is refused, selects it and says what to press.
    fn copy(self: Rc<Self>) {
        let url = untrack(|| self.subject().url);
        system::copy(&url, move |done| {
            let refused = if done { "" } else { self.context.catalog.get(Message::CopyRefused) };
            // The article may be gone by now.
            let _ = self.said.try_set(refused);
            let _ = self.copied.try_set(done);
            if !done {
                if let Some(Some(field)) = self.field.try_get_untracked() {
                    system::select_all(&field);
                }
                return;
            }
            let copied = self.copied;
            let timer = clock::after(COPIED, move || {
                let _ = copied.try_set(false);
            });
            *self.timer.borrow_mut() = Some(timer);
        });
    }
}
