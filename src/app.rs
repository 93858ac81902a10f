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

use crate::components::{self, Presentation, keep};
use crate::config::{Config, Place};
use crate::error::LoadError;
use crate::i18n::Message;
use crate::model::Card;
use crate::platform::dom::{El, el, find, focus, focus_quietly};
use crate::platform::listen::Listener;
use crate::platform::{page, words};
use crate::preferences::{CHOICES, Choice};
use crate::state::{Context, Document, Source, Told, Watched};
use history::{History, Showing};
use leptos::prelude::{Effect, Owner};
use route::Route;
use std::cell::Cell;
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
    let (config, warnings) = Config::read(Place::App, &attribute, &|name| page::query(&address, name));
    for warning in warnings {
        page::warn(&format!("Gatefold: {warning}"));
    }
    root.set_text_content(None);
    // The views are elements of their own; Leptos owns what they register.
    leptos::mount::mount_to(root.clone(), move || app(Rc::new(config), &root)).forget();
}

fn app(config: Rc<Config>, root: &HtmlElement) {
    let catalog = words::of_element(root);
    let home: Rc<str> = page::path_of(&page::href()).into();
    let history = History::begin(config.clone(), &home);
    keep(history.listen(root));
    let (settings, here) = (config.clone(), home.clone());
    let address = Rc::new(move |card: &Card| route::of_card(card, &settings, &here));
    let name = Watched::new(config.site_name.clone().unwrap_or_else(|| "Gatefold".to_owned()));
    let (travels, site, json_ld) = (history.clone(), name.clone(), config.json_ld);
    let tell = move |told: Told<'_>| {
        if let Told::Turned { document, address } = told {
            travels.turn(address);
            metadata::of_article(&document.article, &site.now(), json_ld);
        }
        true
    };
    let frame = el("div", "gatefold");
    let chosen = frame.clone();
    let choose = Rc::new(move |choice: Choice, value: &str| drop(chosen.clone().attr(choice.attribute, value)));
    let context = Context {
        config: config.clone(),
        catalog,
        address,
        home: Some(home.to_string()),
        tell: Rc::new(tell),
        dress: None,
        choose,
        early: Rc::default(),
    };

    let masthead = el("a", "masthead__home").attr("href", &home);
    let (shown, site) = (name.clone(), masthead.clone());
    Effect::new(move |_| site.say(&shown.get()));
    let skip = el("a", "skip-link").attr("href", "#gf-main");
    keep(Listener::new(skip.node(), "click", skip_to_main));
    let place = el("main", "app-main").attr("id", "gf-main").attr("tabindex", "-1");
    let locale = catalog.locale();
    // What was chosen stands where the options do (public/boot.js).
    let frame = CHOICES.iter().fold(frame, |frame, Choice { attribute, .. }| {
        frame.maybe(attribute, root.get_attribute(attribute).as_deref())
    });
    let frame = frame.attr("data-theme", config.theme.as_str());
    let frame = frame.attr("lang", locale.tag).attr("dir", locale.direction.as_str());
    let frame = frame.add(skip.clone()).add(el("header", "masthead").add(masthead)).add(place.clone());
    let _ = El::from_html(root.clone()).add(frame);

    let (showing, root) = (history.showing, root.clone());
    let wanted = Rc::new(Cell::new(0));
    Effect::new(move |_| {
        let showing = showing.get();
        let library = showing.route == Route::Library;
        skip.say(catalog.get(if library { Message::SkipToList } else { Message::SkipToArticle }));
        page::set_ready(None);
        let (owner, number) = (Owner::current().unwrap_or_default(), wanted.get() + 1);
        wanted.set(number);
        let (place, context, name, wanted) = (place.clone(), context.clone(), name.clone(), wanted.clone());
        let (moved, width) = (showing.moved, root.client_width());
        let change = move || {
            // The reader may have gone on meanwhile.
            if wanted.get() != number {
                return;
            }
            if moved && showing.visit.place.get().is_none() {
                page::set_scroll(0);
            }
            owner.with(|| place.hold(show(showing, &context, width, &name)));
        };
        if moved { page::change(change) } else { change() }
    });
}

/// What an entry of the history shows.
fn show(showing: Showing, context: &Context, width: i32, name: &Rc<Watched<String>>) -> El {
    let name = name.clone();
    let moved = showing.moved;
    let source = match showing.route {
        Route::Library => {
            let visit = showing.visit;
            metadata::of_page(&name.now());
            let arrived = move |title: &str| {
                name.set(title.to_owned());
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
        // A name that the feed's folder does not have is an address that was never right.
        Route::Article(src) => Source::Address { src, named: page::query(&page::href(), "read").is_some() },
        Route::Refused(error) => Source::Refused(error),
    };
    let (catalog, json_ld) = (context.catalog, context.config.json_ld);
    let presentation = Presentation {
        width,
        follows: false,
        began: Rc::new(|| page::set_ready(None)),
        controls: Rc::new(drop),
        arrived: Rc::new(move |document: &Document| metadata::of_article(&document.article, &name.now(), json_ld)),
        ready: Rc::new(move || {
            focus_heading(moved);
            page::set_ready(Some("1"));
        }),
        failed: Rc::new(move |error: &LoadError| {
            metadata::of_page(catalog.get(error.kind.sentence()));
            page::set_ready(Some("failed"));
        }),
    };
    components::reader(source, showing.visit, context.clone(), presentation).element
}

/// After going somewhere in place, focus is where a new page would begin; the page itself stays where it is.
fn focus_heading(moved: bool) {
    let heading = page::document_element("gf-main").filter(|_| moved).map(|main| find(&main, "h1").unwrap_or(main));
    if let Some(heading) = heading {
        focus_quietly(&heading);
    }
}

/// The fragment stays free for places in the article.
fn skip_to_main(event: web_sys::Event) {
    event.prevent_default();
    if let Some(main) = page::document_element("gf-main") {
        focus(&main);
    }
}
