//! The reader: whatever phase an article is in.

use super::article::article;
use super::failure::failure;
use super::loading::loading;
use super::{Presentation, keep};
use crate::error::{ErrorKind, LoadError};
use crate::i18n::Message;
use crate::platform::dom::{El, el};
use crate::platform::page;
use crate::state::{self, Context, Document, Phase, Visit, Watched};
use leptos::prelude::Effect;
use std::cell::RefCell;
use std::rc::Rc;

/// Shows the article at `src`, or why there is none; `visit` brings back what an earlier look at it had. `named`: the
/// address is made from a name, so that nothing there means that there is no such article.
pub(crate) fn reader(
    src: Result<String, LoadError>,
    named: bool,
    visit: Rc<Visit>,
    context: Context,
    presentation: Presentation,
) -> El {
    let phase = Watched::new(Phase::Loading);
    let request = Rc::new(RefCell::new(None));
    keep(request.clone());
    let load = {
        let (src, context, phase) = (src.clone(), context.clone(), phase.clone());
        move || match &src {
            Ok(src) => drop(request.replace(Some(state::load(src, named, &context, &phase)))),
            Err(error) => phase.set(Phase::Failed(Rc::new(error.clone()))),
        }
    };
    let kept = visit.document.borrow().clone();
    match kept {
        Some(document) => phase.set(Phase::Ready(document)),
        None => load(),
    }
    let root = el("div", "reader");
    let reader = root.clone();
    Effect::new(move |_| match phase.get() {
        Phase::Loading => loading(&root, context.catalog),
        Phase::Ready(document) => {
            *visit.document.borrow_mut() = Some(document.clone());
            (presentation.arrived)(&document);
            let notes = context.config.diagnostics.then(|| diagnostics(&document, &context)).flatten();
            article(&root, document, visit.clone(), &context, &presentation);
            let _ = root.clone().add_some(notes);
        }
        Phase::Failed(error) => {
            (presentation.failed)(&error);
            // What came was not an article; there may be one for people at its address.
            let original = src.as_deref().ok().filter(|_| error.kind == ErrorKind::Html);
            let load = load.clone();
            root.hold(failure(&error, &context, original, move || {
                page::set_ready(None);
                load();
            }));
        }
    });
    reader
}

/// The notes on what could not be shown as it was written.
fn diagnostics(document: &Document, context: &Context) -> Option<El> {
    let count = document.notes.len();
    let label = context.catalog.count(Message::Diagnostics, count as u32, &[("count", &count.to_string())]);
    let list = document.notes.iter().fold(el("ul", ""), |list, note| list.add(el("li", "").text(&note.to_string())));
    (count > 0).then(|| el("details", "diagnostics").add(el("summary", "").text(&label)).add(list))
}
