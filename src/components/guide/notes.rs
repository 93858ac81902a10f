//! The notes on what could not be shown as it was written, for publishers.

use crate::i18n::{Catalog, Later};
use crate::model::Note;
use crate::platform::dom::{El, el};

/// The notes, folded; nothing when there are none.
pub(super) fn diagnostics(notes: &[Note], catalog: Catalog) -> Option<El> {
    let count = notes.len();
    let label = catalog.count(Later::Diagnostics, count as u32, &[("count", &count.to_string())]);
    let list = notes.iter().fold(el("ul", ""), |list, note| list.add(el("li", "").text(&note.to_string())));
    (count > 0).then(|| el("details", "diagnostics").add(el("summary", "").text(&label)).add(list))
}
