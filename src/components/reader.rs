//! The reader: whatever phase an article is in.

use super::failure::failure;
use super::loading::loading;
use super::{Presentation, article, local};
use crate::error::LoadError;
use crate::i18n::Message;
use crate::model::Note;
use crate::platform::page;
use crate::state::{self, Context, Document, Phase, Visit};
use leptos::html::{details, div, li, summary, ul};
use leptos::prelude::*;
use std::rc::Rc;

/// Shows the article at `src`, or why there is none; `visit` brings back what an earlier look at it had.
/// `named`: the address is made from a name, so that nothing there means that there is no such article.
pub(crate) fn reader(
    src: Result<String, LoadError>,
    named: bool,
    visit: Rc<Visit>,
    context: Context,
    presentation: Presentation,
) -> impl IntoView {
    let phase = RwSignal::new_local(Phase::Loading);
    let abort = StoredValue::new_local(None);
    on_cleanup(move || abort.dispose());
    let load = {
        let (src, context) = (src.clone(), context.clone());
        move || match &src {
            Ok(src) => abort.set_value(Some(state::load(src, named, &context, phase))),
            Err(error) => phase.set(Phase::Failed(Rc::new(error.clone()))),
        }
    };
    let kept = visit.document.borrow().clone();
    match kept {
        Some(document) => phase.set(Phase::Ready(document)),
        None => load(),
    }
    let catalog = context.catalog;
    div().class("reader").child(local(move || match phase.get() {
        Phase::Loading => loading(catalog).into_any(),
        Phase::Ready(document) => {
            *visit.document.borrow_mut() = Some(document.clone());
            (presentation.arrived)(&document);
            let notes = context.config.diagnostics.then(|| diagnostics(&document, &context));
            (article::article(document, visit.clone(), &context, &presentation), notes).into_any()
        }
        Phase::Failed(error) => {
            (presentation.failed)(&error);
            // What came was not an article; there may be one for people at its address.
            let original = src.as_ref().ok().filter(|_| error.kind == crate::error::ErrorKind::Html).cloned();
            let load = load.clone();
            let retry = Box::new(move || {
                page::set_ready(None);
                load();
            });
            failure(&error, &context, original, retry).into_any()
        }
    }))
}

/// The notes on what could not be shown as it was written.
fn diagnostics(document: &Document, context: &Context) -> Option<impl IntoView + use<>> {
    let count = document.notes.len();
    let label = context.catalog.count(Message::Diagnostics, count as u32, &[("count", &count.to_string())]);
    let note = |note: &Note| li().child(note.to_string());
    let notes: Vec<_> = document.notes.iter().map(note).collect();
    (count > 0).then(|| details().class("diagnostics").child((summary().child(label), ul().child(notes))))
}
