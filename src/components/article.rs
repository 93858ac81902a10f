//! An article that is there.
//!
//! 1. [`article`] builds what is above the fold at once: header, lead image, the beginning of the text.
//! 2. The rest follows in slices; then the footnotes, the place that the address names, and word that it is complete.
//! 3. Related articles and the share dialog are components of their own.

use super::deferred::{self, Related};
use super::live::Renew;
use super::panel::{Ask, Panel};
use super::share::Shared;
use super::{Presentation, keep};
use crate::EMBEDDED;
use crate::i18n::Message;
use crate::model::{plain_text, script};
use crate::platform::dom::{El, closest, el, find, focus_quietly};
use crate::platform::listen::Listener;
use crate::platform::{page, share, storage};
use crate::render::body::Body;
use crate::render::sections::{Sections, target};
use crate::render::{self, Footnotes, Scope};
use crate::state::{Context, Document, Told, Visit};
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// Puts the article, with its related articles and its share dialog, into `parent`.
pub(crate) fn article(
    parent: &El,
    document: Rc<Document>,
    visit: Rc<Visit>,
    context: &Context,
    presentation: &Presentation,
    renew: Option<Renew>,
) {
    let source = &document.article;
    let sample = plain_text(&source.title);
    let language = source.locale.language.as_deref();
    let (catalog, config) = (context.catalog, context.config.clone());
    let scope = Scope::new(source.clone(), &document.outline, document.extras, catalog, config);
    keep(scope.clone());
    let root = el("article", "article").attr("part", "article").maybe("lang", language);
    let root = root.attr("dir", script::direction(&source.locale, &sample).as_str());
    let root = root.attr("data-script", script::script(language, &sample).as_str());
    let root = root.maybe("aria-labelledby", (!source.title.is_empty()).then(|| scope.id("title")).as_deref());

    let edit = source.edit.as_ref().map(|url| url.as_str().to_owned());
    let edit = edit.or_else(|| context.config.edit_address(source.id.as_deref()?));
    let root = root.add(render::header(&scope, document.outline.minutes, edit.as_deref()));
    let root = root.add_some(render::lead(&scope));

    let key = ["gatefold sections ", &visit.key].concat();
    // A guest leaves nothing behind: the page may show the same article twice.
    let left = if EMBEDDED { None } else { storage::recall(&key) };
    let remember = move |state: &str| {
        if !EMBEDDED {
            storage::remember(&key, state);
        }
    };
    let tell = context.tell.clone();
    let toggled = move |id: &str, open| {
        tell(Told::Section { id, open });
    };
    let sections = Sections::new(&context.config, presentation.width, left, remember, toggled);
    let root = root.add_some(tools(&scope, &document));
    let (body, prose) = Body::start(scope.clone(), document.outline.clone(), sections.clone());
    let notes = Footnotes::start(&scope);
    let root = root.add(prose.clone()).add_some(notes.as_ref().map(Footnotes::element));

    let config = &context.config;
    let listed = !source.related.is_empty() || config.related_src.is_some();
    let related = ((config.related || config.next_inline) && listed).then(|| {
        let aside = scope.interface(el("aside", "related").attr("part", "related")).attr("hidden", "");
        Related::new(aside, document.clone(), visit.clone(), context.clone())
    });
    let root = root.add_some(scope.slot("end"));
    let root = root.add_some(related.as_ref().map(|related| related.aside()));

    let panel = |load, parent| Panel::new(load, parent, context, &document);
    let panels = Panels {
        share: panel(deferred::share, parent),
        settings: panel(deferred::settings, parent),
        guide: panel(deferred::guide, &root),
    };
    let (share, guide) = (panels.share.clone(), panels.guide.clone());
    parent.hold(root.clone());
    let mut listeners = sections.listen(root.node());
    let alone = !presentation.follows;
    let history = alone && (!EMBEDDED || context.config.history);
    listeners.extend(behaviour(&root, &prose, &sections, panels, history));
    (presentation.controls)(Controls { sections: sections.clone(), root: root.clone(), share });
    if alone {
        listeners.push(follow_address(&root, &sections, &visit));
    }
    keep(listeners);
    let rest = Rest { body, scope, root, sections, visit, notes, related, guide, alone, renew };
    finish(rest, presentation.ready.clone());
}

/// What can be done with an article from outside.
#[derive(Clone)]
pub(crate) struct Controls {
    sections: Rc<Sections>,
    root: El,
    share: Rc<Panel>,
}

impl Controls {
    /// Opens or closes every section.
    pub(crate) fn set_all(&self, open: bool) {
        self.sections.set_all(open);
    }

    /// Goes to a section or another place that has a name; `false` when there is none.
    pub(crate) fn go_to(&self, name: &str) -> bool {
        self.sections.go_to(self.root.node(), name).is_some()
    }

    /// Opens the share dialog about the article, or the section of that name; `false` when there is none.
    pub(crate) fn open_share(&self, slug: &str) -> bool {
        let shared =
            if slug.is_empty() { Some(Shared::Article) } else { section_named(&self.sections, &self.root, slug) };
        let known = shared.is_some();
        if let Some(shared) = shared {
            self.share.ask(Ask::Share(shared, None));
        }
        known
    }
}

fn section_named(sections: &Sections, root: &El, slug: &str) -> Option<Shared> {
    let heading = sections.place(root.node(), slug)?;
    section_of(&heading)
}

fn section_of(inside: &web_sys::Element) -> Option<Shared> {
    let section = closest(inside, ".section")?;
    let slug = section.get_attribute("data-slug").unwrap_or_default();
    let title = find(&section, ".section__title").and_then(|title| title.text_content());
    Some(Shared::Section { slug, title: title.unwrap_or_default() })
}

/// The contents, and opening and closing all sections; only where there are enough for it to be work.
fn tools(scope: &Scope, document: &Document) -> Option<El> {
    if document.outline.entries.len() < 3 {
        return None;
    }
    let all = |class, message| el("button", class).attr("type", "button").text(scope.catalog.get(message));
    let expand = all("text-button expand-all", Message::ExpandAll);
    let collapse = all("text-button collapse-all", Message::CollapseAll);
    let contents = scope.config.contents.then(|| all("text-button contents-open", Message::Contents));
    let tools = scope.interface(el("div", "body-tools")).add_some(contents);
    Some(tools.add(expand).text(" ").add(collapse))
}

/// What is loaded when it is first asked for.
struct Panels {
    share: Rc<Panel>,
    settings: Rc<Panel>,
    guide: Rc<Panel>,
}

/// What the text does beside opening and closing: links inside it, sharing parts of it, pictures that do not come.
/// `history`: links inside it change the page's address.
fn behaviour(text: &El, prose: &El, sections: &Rc<Sections>, panels: Panels, history: bool) -> Vec<Listener> {
    let (sections, root, prose, panels) = (sections.clone(), text.clone(), prose.clone(), Rc::new(panels));
    let [pointed, focused] = ["pointerover", "focusin"].map(|coming| {
        let panels = panels.clone();
        // On its way before the click is.
        Listener::new(text.node(), coming, move |event| {
            let Some(target) = target(&event) else { return };
            if closest(&target, ".share-open, .share-selection, .section__share, .figure__share").is_some() {
                panels.share.ask(Ask::Begin);
            } else if closest(&target, ".settings-open").is_some() {
                panels.settings.ask(Ask::Begin);
            }
        })
    });
    let click = Listener::new(text.node(), "click", move |event| {
        let Some(target) = target(&event) else { return };
        if closest(&target, ".expand-all").is_some() {
            sections.set_all(true);
        } else if closest(&target, ".collapse-all").is_some() {
            sections.set_all(false);
        } else if closest(&target, ".share-open").is_some() {
            panels.share.ask(Ask::Share(Shared::Article, share::selected(prose.node())));
        } else if closest(&target, ".share-selection").is_some() {
            panels.share.ask(Ask::Share(Shared::Selection, share::selected(prose.node())));
        } else if let Some(button) = closest(&target, ".settings-open") {
            panels.settings.ask(Ask::Open(button));
        } else if let Some(button) = closest(&target, ".contents-open") {
            panels.guide.ask(Ask::Open(button));
        } else if let Some(button) = closest(&target, ".section__share") {
            if let Some(section) = section_of(&button) {
                panels.share.ask(Ask::Share(section, None));
            }
        } else if let Some(button) = closest(&target, ".figure__share") {
            let image = closest(&button, ".figure__frame").and_then(|frame| find(&frame, "img"));
            if let Some(image) = image {
                let attribute = |name| image.get_attribute(name).unwrap_or_default();
                let shared = Shared::Image { url: attribute("src"), title: attribute("alt") };
                panels.share.ask(Ask::Share(shared, None));
            }
        } else if let Some(fragment) = fragment_of(&target) {
            let plain = event.dyn_ref().is_some_and(|event| !page::is_modified(event));
            if plain && !history {
                event.prevent_default();
            }
            if let Some(place) = plain.then(|| sections.go_to(root.node(), &fragment)).flatten() {
                // The browser still moves the address and the history; it only finds nothing of that name to go to.
                focus_quietly(&find(&place, ".section__toggle").unwrap_or(place));
            }
        }
    });
    let broken = Listener::capturing(text.node(), "error", |event| {
        let Some(image) = target(&event).filter(|target| target.tag_name() == "IMG") else { return };
        if let Some(frame) = closest(&image, ".figure__frame") {
            if render::fall_back(&image) {
                return;
            }
            let alt = image.get_attribute("alt").unwrap_or_default();
            let _ = frame.set_attribute("data-broken", "");
            frame.set_text_content(None);
            let _ = El::from(frame).add(el("span", "figure__alt").attr("dir", "auto").text(&alt));
        } else {
            image.remove();
        }
    });
    vec![click, broken, pointed, focused]
}

/// Goes where the page's address says, when that changes.
fn follow_address(text: &El, sections: &Rc<Sections>, visit: &Rc<Visit>) -> Listener {
    let (text, sections, visit) = (text.clone(), sections.clone(), visit.clone());
    Listener::new(&page::window(), "hashchange", move |_| {
        if visit.travelled.replace(false) {
            return;
        }
        if let Some(fragment) = wanted() {
            sections.go_to(text.node(), &fragment);
        }
    })
}

/// The fragment that the page's address names, unless it is of something on the host page.
fn wanted() -> Option<String> {
    page::fragment().filter(|fragment| !EMBEDDED || page::document_element(fragment).is_none())
}

/// The fragment that a link inside the article leads to.
fn fragment_of(target: &web_sys::Element) -> Option<String> {
    let link = closest(target, "a[href]")?;
    link.get_attribute("href")?.strip_prefix('#').map(str::to_owned)
}

/// An article of which the beginning is built.
struct Rest {
    body: Body,
    scope: Rc<Scope>,
    root: El,
    sections: Rc<Sections>,
    visit: Rc<Visit>,
    notes: Option<Footnotes>,
    related: Option<Rc<Related>>,
    guide: Rc<Panel>,
    /// The page's address is about it.
    alone: bool,
    renew: Option<Renew>,
}

/// Builds what is left, then goes to the place that is wanted and says that the article is complete.
fn finish(rest: Rest, ready: Rc<dyn Fn()>) {
    let alive = Rc::new(());
    let shown = Rc::downgrade(&alive);
    keep(alive);
    // A reader who comes back to a place further down waits for it anyway.
    let place = rest.visit.place.take();
    wasm_bindgen_futures::spawn_local(async move {
        if !rest.body.finish(place.is_some(), || shown.upgrade().is_some()).await {
            return;
        }
        if let Some(notes) = rest.notes {
            notes.fill(&rest.scope);
        }
        if let Some(related) = rest.related {
            Related::begin(Rc::downgrade(&related)).await;
        }
        if shown.upgrade().is_none() {
            return;
        }
        match (place, wanted().filter(|_| rest.alone)) {
            (Some(place), _) => place.restore(),
            (None, Some(fragment)) => drop(rest.sections.go_to(rest.root.node(), &fragment)),
            (None, None) => {}
        }
        ready();
        rest.guide.ask(rest.renew.map_or(Ask::Begin, Ask::Watch));
    });
}
