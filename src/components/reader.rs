//! The reader: whatever phase an article is in.

use super::article::article;
use super::failure::failure;
use super::live::{Newer, Renew};
use super::loading::loading;
use super::{Presentation, keep};
use crate::error::{ErrorKind, LoadError};
use crate::i18n::Message;
use crate::platform::dom::{El, el, find};
use crate::platform::page;
use crate::platform::place::Place;
use crate::state::{self, Context, Phase, Source, Visit, Watched};
use leptos::prelude::Effect;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Shows the article from `source`, or why there is none; `visit` brings back what an earlier look at it had.
pub(crate) fn reader(source: Source, visit: Rc<Visit>, context: Context, presentation: Presentation) -> Reader {
    let phase = Watched::new(Phase::Loading);
    let request = Rc::new(RefCell::new(None));
    keep(request.clone());
    let element = el("div", "reader").attr("part", "reader");
    let load = {
        let (source, context, phase, element) = (source.clone(), context.clone(), phase.clone(), element.clone());
        let failed = presentation.failed.clone();
        Rc::new(move || {
            let stale = matches!(phase.now(), Phase::Ready(_)).then(|| {
                let (element, failed, catalog) = (element.clone(), failed.clone(), context.catalog);
                Box::new(move |error: &LoadError| {
                    let words = el("p", "stale").attr("role", "alert").text(catalog.get(Message::StillOld));
                    if let Some(before) = find(element.node(), ".stale:not(.copy)") {
                        before.remove();
                    }
                    element.put_first(words);
                    failed(error);
                }) as state::Stale
            });
            drop(request.replace(Some(state::load(&source, &context, &phase, stale))));
        })
    };
    let kept = visit.document.borrow().clone();
    match (kept, &source) {
        (Some(document), _) => phase.set(Phase::Ready(document)),
        (None, Source::Refused(error)) => {
            page::warn(&format!("Gatefold: {error} [{}]", error.code()));
            phase.set(Phase::Failed(Rc::new(error.clone())));
        }
        (None, _) => load(),
    }
    let reader = Reader { element: element.clone(), reload: load.clone() };
    let looks = matches!(source, Source::Address { .. }) && !presentation.follows;
    let renew = looks.then(|| {
        let (phase, visit, arrived, load) = (phase.clone(), visit.clone(), presentation.arrived.clone(), load.clone());
        Rc::new(move |newer| match newer {
            Newer::Wanted => load(),
            Newer::Ready(document) => phase.set(Phase::Ready(document)),
            Newer::Shown(document) => {
                arrived(&document);
                *visit.document.borrow_mut() = Some(document);
            }
        }) as Renew
    });
    let shown = Cell::new(false);
    Effect::new(move |_| match phase.get() {
        Phase::Loading => {
            shown.set(false);
            loading(&element, &context);
        }
        Phase::Ready(document) => {
            *visit.document.borrow_mut() = Some(document.clone());
            if shown.replace(true) {
                // Another version takes the place of one that may have been read in part.
                visit.place.set(Some(Place::current()));
            }
            (presentation.arrived)(&document);
            article(&element, document, visit.clone(), &context, &presentation, renew.clone());
        }
        Phase::Failed(error) => {
            shown.set(false);
            (presentation.failed)(&error);
            // What came was not an article; there may be one for people at its address.
            let original = match &source {
                Source::Address { src, .. } if error.kind == ErrorKind::Html => Some(src.as_str()),
                _ => None,
            };
            let (load, began) = (load.clone(), presentation.began.clone());
            element.hold(failure(&error, &context, original, move || {
                began();
                load();
            }));
        }
    });
    reader
}

/// A reader on the page.
pub(crate) struct Reader {
    pub(crate) element: El,
    /// Asks for the article again.
    pub(crate) reload: Rc<dyn Fn()>,
}
