//! The standalone app.
//!
//! 1. [`start`] reads the options from the element `#gatefold` and mounts the app into it.
//! 2. `route` says what an address shows: the library, an article of it (`?read=SLUG`), or one from elsewhere
//!    (`?article=URL`) if the publisher has listed where.
//! 3. `history` goes from one to another in place, and brings back what Back left.
//! 4. `metadata` says in the document's head what is open.
//!
//! Addresses are in the query, so that they work on any static host and in any folder, and the fragment stays free for
//! places in the article.

mod history;
mod metadata;
mod route;

use crate::components::{self, Presentation};
use crate::config::Config;
use crate::error::LoadError;
use crate::i18n::{Catalog, Message};
use crate::model::Card;
use crate::platform::dom::{El, find, focus, focus_quietly};
use crate::platform::page;
use crate::state::{Context, Document};
use history::{History, Showing};
use leptos::html::{a, div, header, main};
use leptos::{ev, prelude::*};
use route::Route;
use std::rc::Rc;
use web_sys::HtmlElement;

/// Starts the app in the page's element `#gatefold`.
pub fn start() {
    // The release build aborts at once and has no message to show.
    #[cfg(debug_assertions)]
    std::panic::set_hook(Box::new(|panic| page::warn(&format!("Gatefold stopped: {panic}"))));
    let Some(root) = page::document_element("gatefold") else {
        page::warn("Gatefold: the page has no element with the id gatefold");
        return;
    };
    let address = page::href();
    let attribute = |name: &str| root.get_attribute(&["data-", name].concat());
    let (config, warnings) = Config::read(&attribute, &|name| page::query(&address, name));
    for warning in warnings {
        page::warn(&format!("Gatefold: {warning}"));
    }
    root.set_text_content(None);
    let parent = root.clone();
    leptos::mount::mount_to(parent, move || app(Rc::new(config), root)).forget();
}

fn app(config: Rc<Config>, root: HtmlElement) -> impl IntoView {
    let page_language = page::language();
    let catalog = Catalog::new(&[config.lang.as_deref().unwrap_or(&page_language)]);
    let home: Rc<str> = page::path_of(&page::href()).into();
    let history = History::begin(config.clone(), &home);
    let listeners = StoredValue::new_local(history.listen(&root));
    on_cleanup(move || listeners.dispose());
    let (settings, here) = (config.clone(), home.clone());
    let address = Rc::new(move |card: &Card| route::of_card(card, &settings, &here));
    let context = Context { config: config.clone(), catalog, address, home: Some(home.to_string()) };
    let name = RwSignal::new(config.site_name.clone().unwrap_or_else(|| "Gatefold".to_owned()));
    let showing = history.showing;
    let skip = move || {
        let library = showing.with(|showing| showing.route == Route::Library);
        catalog.get(if library { Message::SkipToList } else { Message::SkipToArticle })
    };
    let locale = catalog.locale();
    div()
        .class("gatefold")
        .attr("data-theme", config.theme.as_str())
        .attr("lang", locale.tag)
        .attr("dir", locale.direction.as_str())
        .child((
            a().class("skip-link").attr("href", "#gf-main").on(ev::click, skip_to_main).child(skip),
            header()
                .class("masthead")
                .child(a().class("masthead__home").attr("href", home.to_string()).child(move || name.get())),
            main().class("app-main").id("gf-main").attr("tabindex", "-1").directive(
                move |element: web_sys::Element| {
                    let (context, root, place) = (context.clone(), root.clone(), El::from(element));
                    Effect::new(move |_| place.hold(show(showing.get(), &context, root.client_width(), name)));
                },
                (),
            ),
        ))
}

/// What an entry of the history shows.
fn show(showing: Showing, context: &Context, width: i32, name: RwSignal<String>) -> El {
    page::set_ready(None);
    let moved = showing.moved;
    let src = match showing.route {
        Route::Library => {
            let visit = showing.visit;
            metadata::of_page(&name.get_untracked());
            let arrived = move |title: &str| {
                let _ = name.try_set(title.to_owned());
                metadata::of_page(title);
            };
            let settled = move || {
                focus_heading(moved);
                if let Some(place) = visit.place.get() {
                    place.restore();
                }
            };
            return components::library(context.clone(), arrived, settled);
        }
        Route::Article(src) => Ok(src),
        Route::Refused(error) => Err(error),
    };
    let (catalog, json_ld) = (context.catalog, context.config.json_ld);
    let presentation = Presentation {
        width,
        arrived: Rc::new(move |document: &Document| {
            metadata::of_article(&document.article, &name.get_untracked(), json_ld)
        }),
        ready: Rc::new(move || {
            focus_heading(moved);
            page::set_ready(Some("1"));
        }),
        failed: Rc::new(move |error: &LoadError| {
            metadata::of_page(catalog.get(error.kind.sentence()));
            page::set_ready(Some("failed"));
        }),
    };
    // A name that the feed's folder does not have is an address that was never right.
    let named = page::query(&page::href(), "read").is_some();
    components::reader(src, named, showing.visit, context.clone(), presentation)
}

/// After going somewhere in place, focus is where a new page would begin; the page itself stays where it is.
fn focus_heading(moved: bool) {
    let heading = page::document_element("gf-main").filter(|_| moved).map(|main| find(&main, "h1").unwrap_or(main));
    if let Some(heading) = heading {
        focus_quietly(&heading);
    }
}

/// The fragment stays free for places in the article.
fn skip_to_main(event: ev::MouseEvent) {
    event.prevent_default();
    if let Some(main) = page::document_element("gf-main") {
        focus(&main);
    }
}
