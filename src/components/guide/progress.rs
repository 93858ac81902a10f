//! A line over the article that grows with what has been read.

use crate::platform::dom::{El, el, find};
use crate::platform::page;

/// Puts the line over the article at `root`, and returns what brings it up to date.
pub(super) fn line(root: &El) -> Option<impl Fn() + 'static> {
    let text = find(root.node(), ".prose")?;
    let reader = El::from(root.node().parent_element()?);
    let done = el("div", "progress__done");
    // Screen readers have their own way of saying where one is.
    let line =
        el("div", "progress").attr("aria-hidden", "true").maybe("dir", root.node().get_attribute("dir").as_deref());
    reader.put_first(line.add(done.clone()));
    let update = move || {
        let share = page::share_read(&text);
        let _ = done.html().style().set_property("inline-size", &format!("{}%", (share * 100.0) as i32));
    };
    update();
    Some(update)
}
