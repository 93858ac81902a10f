//! Offering to read an article aloud, where the engine has a voice for its language. The player is loaded when it is asked for.

use crate::components::deferred;
use crate::components::listen::language;
use crate::components::panel::{Ask, Panel};
use crate::i18n::Later;
use crate::platform::dom::{El, closest, el, find, icon};
use crate::platform::listen::Listener;
use crate::platform::speech::{self, Synthesis};
use crate::render::sections::target;
use crate::state::{Context, Document};
use std::rc::Rc;

// Not among the icons of what comes first.
const EAR: &str = "M3.5 8v4h3l4 3.5v-11L6.5 8zM13.5 7.5a3.5 3.5 0 0 1 0 5M15.5 5a7 7 0 0 1 0 10";

/// Puts a button over the article at `root`, now or once the voices are known, while the listeners are kept.
pub(super) fn offer(root: &El, context: &Context, document: &Rc<Document>) -> Option<[Listener; 2]> {
    let synthesis = speech::synthesis()?;
    let actions = El::from_html(find(root.node(), ".meta__actions")?);
    let language = language(context, document);
    let panel = Panel::new(deferred::listen, root, context, document);
    let label = context.catalog.get(Later::Listen);
    let button = el("button", "icon-button listen-open").attr("type", "button").attr("aria-label", label);
    let button = button.attr("title", label).add(icon("icon", EAR));
    let show = move |synthesis: &Synthesis| {
        if !button.node().is_connected() && !synthesis.voices(&language).is_empty() {
            // The style sheet has kept the room: nothing moves.
            actions.put_first(button.clone());
        }
    };
    show(&synthesis);
    let known = synthesis.clone();
    let came = Listener::new(&synthesis, "voiceschanged", move |_| show(&known));
    let asked = Listener::new(root.node(), "click", move |event| {
        let button = target(&event).and_then(|target| closest(&target, ".listen-open, .listen-here"));
        if let Some(button) = button {
            panel.ask(Ask::Open(button));
        }
    });
    Some([came, asked])
}
