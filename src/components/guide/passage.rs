//! The passage that the page's address points at. Engines look for it as the page loads, when there is no article yet, and
//! few look into a shadow root.

use crate::platform::dom::El;
use crate::platform::{highlight, page};
use crate::share::Passage;
use std::cell::Cell;

thread_local! {
    /// It has been shown: it is for the page's first article that has it.
    static SHOWN: Cell<bool> = const { Cell::new(false) };
}

/// Shows the passage in the article at `root`, if it has it.
pub(super) fn show(root: &El) -> Option<()> {
    if SHOWN.get() {
        return None;
    }
    let passage = Passage::read(&page::opened_at()?, page::percent_decoded)?;
    let shown = highlight::shown(root.node(), highlight::ASIDE)?;
    shown.show_passage(passage.find(&shown.text)?)?;
    SHOWN.set(true);
    Some(())
}
