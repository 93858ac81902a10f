//! Finding one's way in an article that is there: the table of contents, how far one has read, pictures enlarged, the passage
//! that an address points at; and what else can wait until then.

mod contents;
mod keys;
mod listening;
mod notes;
mod paper;
mod passage;
mod pictures;
mod preview;
mod progress;
mod selection;
mod top;

use super::copy;
use super::deferred;
use super::keep;
use super::live::Renew;
use super::panel::{Answer, Ask, Panel};
use crate::EMBEDDED;
use crate::platform::dom::{El, closest};
use crate::platform::listen::{Frames, Listener};
use crate::state::{self, Context, Document};
use contents::Contents;
use leptos::prelude::Owner;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen_futures::{JsFuture, spawn_local};

/// What an article has of it.
#[derive(Default)]
struct Guide {
    contents: Option<Rc<Contents>>,
    /// Follow the reader for as long as the article is shown.
    _following: Option<Frames>,
    _listeners: Vec<Listener>,
}

/// Puts into the article at `root` what helps to find one's way in it, once its style is there.
pub(super) fn guide(root: &El, context: Context, document: &Rc<Document>) -> Answer {
    let document = document.clone();
    state::keep_copy(&document, &context);
    let renewal = Renewal {
        root: root.clone(),
        context: context.clone(),
        document: document.clone(),
        owner: Owner::current().unwrap_or_default(),
    };
    let (article, outline) = (document.article.clone(), document.outline.clone());
    let guide = Rc::new(RefCell::new(None));
    let (root, made, owner) = (root.clone(), Rc::downgrade(&guide), Owner::current().unwrap_or_default());
    let waiting = Rc::new(Cell::new(false));
    let asked = waiting.clone();
    spawn_local(async move {
        if let Some(dress) = &context.dress {
            // Without it, it is plain, but there.
            let _ = JsFuture::from(dress("late")).await;
        }
        // Another article may have come meanwhile.
        let Some(made) = made.upgrade() else { return };
        let built = owner.with(|| {
            let config = &context.config;
            let contents = config.contents.then(|| Contents::new(&root, &context, &article, &outline)).flatten();
            let line = config.progress.unwrap_or(!EMBEDDED).then(|| progress::line(&root)).flatten();
            let mut listeners = vec![paper::prepare(&root, &article, context.catalog)];
            if config.enlarge {
                listeners.extend(pictures::enlarge(&root, &context));
            }
            listeners.extend(selection::offer(&root, &context).into_iter().flatten());
            // One map is for all that is below one another.
            if config.keys && closest(root.node(), ".following").is_none() {
                listeners.extend(keys::hear(&root, &context).into_iter().flatten());
            }
            if config.listen {
                listeners.extend(listening::offer(&root, &context, &document).into_iter().flatten());
            }
            // On somebody's page it would move what stands below.
            if !EMBEDDED {
                listeners.extend(top::offer(&root, &context, outline.minutes));
            }
            if config.related {
                listeners.extend(preview::previews(&root, &context));
            }
            // No passage, or none that is in this article.
            let _ = passage::show(&root);
            let current = contents.clone();
            let following = (current.is_some() || line.is_some()).then(|| {
                Frames::follow(root.node(), move || {
                    if let Some(contents) = &current {
                        contents.mark();
                    }
                    if let Some(line) = &line {
                        line();
                    }
                })
            });
            #[cfg(not(feature = "embed"))]
            if config.copies && closest(root.node(), ".following").is_none() {
                deferred::save_button(&root, &context, &document);
            }
            if let Some(notes) =
                config.diagnostics.then(|| notes::diagnostics(&document.notes, context.catalog)).flatten()
            {
                let _ = root.node().parent_element().map(|reader| El::from(reader).add(notes));
            }
            Guide { contents, _following: following, _listeners: listeners }
        });
        let contents = built.contents.clone();
        if let Some(contents) = contents.as_ref().filter(|_| asked.take()) {
            contents.open();
        }
        *made.borrow_mut() = Some(built);
        let shown = Rc::downgrade(&made);
        drop(made);
        if let Some(contents) = contents {
            contents.fill(&root, &article, &outline, || shown.strong_count() > 0).await;
        }
    });
    Rc::new(move |ask| {
        if let Ask::Watch(renew) = ask {
            return renewal.begin(renew);
        }
        if !matches!(ask, Ask::Open(_)) {
            return;
        }
        match &*guide.borrow() {
            Some(Guide { contents: Some(contents), .. }) => contents.open(),
            Some(_) => {}
            None => waiting.set(true),
        }
    })
}

/// An article that is to stay as new as it can be.
struct Renewal {
    root: El,
    context: Context,
    document: Rc<Document>,
    owner: Owner,
}

impl Renewal {
    /// Says that it is a copy, if it is one, and looks for something newer if it is to be looked for.
    fn begin(&self, renew: Renew) {
        let Self { root, context, document, owner } = self;
        owner.with(|| {
            let reader = root.node().parent_element().map(El::from);
            if let Some((kept, reader)) = document.kept.as_ref().zip(reader) {
                copy::notice(&reader, kept, context, renew.clone());
            }
            if context.config.refresh > 0 {
                let live = Panel::new(deferred::live, root, context, document);
                live.ask(Ask::Watch(renew));
                keep(live);
            }
        });
    }
}
